/* commons-tables-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-table-mark.h"
#include "commons-tables-list.h"
#include "commons-work-table.h"

#define ROW_INDEX "commons-table-index"
#define ROW_COLOR "commons-table-color"

struct _CommonsTablesList
{
  GtkBox         parent_instance;

  CommonsTables *tables;   /* borrowed */
  GtkWidget     *rows;
  GtkWidget     *problems;
  GPtrArray     *marks;    /* of each table, borrowed */
};

G_DEFINE_FINAL_TYPE (CommonsTablesList, commons_tables_list, GTK_TYPE_BOX)

/* In the order of the colours. */
static const char *const color_labels[COMMONS_WORK_TABLE_N_COLORS] = {
  N_("Indigo"), N_("Sand"), N_("Teal"), N_("Rose"), N_("Green"), N_("Cyan"), N_("Wine"), N_("Olive"), N_("Purple"),
};

static void
update_marks (CommonsTablesList *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autofree char *mark = commons_tables_dup_mark (self->tables, i);

      commons_table_mark_set (g_ptr_array_index (self->marks, i), mark, commons_tables_get_color (self->tables, i));
    }
}

static guint
get_index (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, ROW_INDEX));
}

static void
name_changed_cb (CommonsTablesList *self,
                 GtkEditable       *entry)
{
  g_assert (COMMONS_IS_TABLES_LIST (self));

  if (commons_tables_set_name (self->tables, get_index (entry), gtk_editable_get_text (entry)))
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  update_marks (self);
}

static void
color_clicked_cb (CommonsTablesList *self,
                  GtkWidget         *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  g_assert (COMMONS_IS_TABLES_LIST (self));

  commons_tables_set_color (self->tables, get_index (button),
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), ROW_COLOR)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  update_marks (self);
}

static GtkWidget *
make_colors (CommonsTablesList *self,
             guint              index)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = 0; i < COMMONS_WORK_TABLE_N_COLORS; i++)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), commons_table_mark_new ("", i));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _(color_labels[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(color_labels[i]), -1);
      g_object_set_data (G_OBJECT (button), ROW_INDEX, GUINT_TO_POINTER (index));
      g_object_set_data (G_OBJECT (button), ROW_COLOR, GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (color_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), button, (int) (i % 3), (int) (i / 3), 1, 1);
    }

  gtk_popover_set_child (GTK_POPOVER (popover), grid);

  return popover;
}

static GtkWidget *
make_color_button (CommonsTablesList *self,
                   guint              index)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *mark = commons_table_mark_new ("", commons_tables_get_color (self->tables, index));

  g_ptr_array_add (self->marks, mark);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), mark);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_colors (self, index));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Color of the Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Color of the Table"), -1);

  return button;
}

static char *
describe_table (CommonsTablesList *self,
                guint              index,
                gboolean           newer)
{
  const char *source = commons_tables_get_source (self->tables, index);
  g_autofree char *cards = NULL;
  CommonsTablesCount count;

  commons_tables_count (self->tables, index, &count);
  cards = g_strdup_printf (ngettext ("%'u card", "%'u cards", count.n_cards), count.n_cards);

  return newer ? g_strdup_printf ("%s, %s\n%s", cards, source,
                                  _("A newer version of Commons Canvas made this board. What this one does not know is kept."))
               : g_strdup_printf ("%s, %s", cards, source);
}

static GtkWidget *
make_row (CommonsTablesList *self,
          guint              index,
          gboolean           newer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *about = describe_table (self, index, newer);
  GtkWidget *label = gtk_label_new (about);

  gtk_editable_set_text (GTK_EDITABLE (entry), commons_tables_get_name (self->tables, index));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the table"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  g_object_set_data (G_OBJECT (entry), ROW_INDEX, GUINT_TO_POINTER (index));
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "secondary");

  gtk_box_append (GTK_BOX (words), entry);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (box), make_color_button (self, index));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "tables-row");

  return box;
}

static void
commons_tables_list_finalize (GObject *object)
{
  CommonsTablesList *self = COMMONS_TABLES_LIST (object);

  g_ptr_array_unref (self->marks);

  G_OBJECT_CLASS (commons_tables_list_parent_class)->finalize (object);
}

static void
commons_tables_list_class_init (CommonsTablesListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_tables_list_finalize;
}

static void
commons_tables_list_init (CommonsTablesList *self)
{
  self->marks = g_ptr_array_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->problems = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->problems, FALSE);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->problems);
}

GtkWidget *
commons_tables_list_new (void)
{
  return g_object_new (COMMONS_TYPE_TABLES_LIST, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);
}

void
commons_tables_list_set_tables (CommonsTablesList *self,
                                CommonsTables     *tables)
{
  g_return_if_fail (COMMONS_IS_TABLES_LIST (self));

  self->tables = tables;
}

void
commons_tables_list_add (CommonsTablesList *self,
                         guint              index,
                         gboolean           newer)
{
  g_return_if_fail (COMMONS_IS_TABLES_LIST (self));
  g_return_if_fail (self->tables != NULL);

  gtk_box_append (GTK_BOX (self->rows), make_row (self, index, newer));
  update_marks (self);
}

void
commons_tables_list_add_problem (CommonsTablesList *self,
                                 const char        *name,
                                 const char        *problem)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *text = g_markup_printf_escaped ("<b>%s</b>\n%s", name, problem);
  GtkWidget *label = gtk_label_new (NULL);

  g_return_if_fail (COMMONS_IS_TABLES_LIST (self));

  gtk_label_set_markup (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "tables-row");
  gtk_box_append (GTK_BOX (self->problems), box);
  gtk_widget_set_visible (self->problems, TRUE);
}
