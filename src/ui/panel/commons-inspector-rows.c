/* commons-inspector-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the inspector are built of.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-inspector-private.h"

#define CARD_KEY "commons-card"
#define EDGE_KEY "commons-edge"

/* Where values begin, so that they stand in one column. */
#define LABEL_CHARS 13

char *
_commons_inspector_capitalize (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *first = g_utf8_substring (valid, 0, *valid != '\0');
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, *valid != '\0' ? g_utf8_next_char (valid) : "", NULL);
}

/* It looks as a boxed list does, without its keys: what has the keyboard here
 * are the controls, not the rows. */
GtkWidget *
_commons_inspector_make_list (const char *label)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  NULL);

  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "inspector-list");
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return list;
}

static GtkWidget *
make_label (const char *text,
            gboolean    wide)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wide)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), LABEL_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
    }
  gtk_widget_add_css_class (label, "inspector-label");

  return label;
}

GtkWidget *
_commons_inspector_add_row (GtkWidget  *list,
                            const char *label,
                            GtkWidget  *control,
                            gboolean    wide)
{
  GtkWidget *row = gtk_box_new (wide ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, wide ? 0 : 6);

  if (label != NULL)
    gtk_box_append (GTK_BOX (row), make_label (label, wide));
  gtk_widget_set_hexpand (control, TRUE);
  if (!wide)
    gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), control);
  gtk_widget_add_css_class (row, wide ? "inspector-wide" : "inspector-row");
  gtk_box_append (GTK_BOX (list), row);

  return row;
}

void
_commons_inspector_add_field (CommonsInspector *self,
                              GtkWidget        *list,
                              GtkWidget        *editor)
{
  CommonsFieldEditor *field = COMMONS_FIELD_EDITOR (editor);

  _commons_inspector_add_row (list, commons_field_editor_get_field (field)->label, editor,
                              commons_field_editor_is_wide (field));
  g_ptr_array_add (self->editors, editor);
}

void
_commons_inspector_add_member (CommonsInspector *self,
                               GtkWidget        *list,
                               const char       *id,
                               const char       *label,
                               CommonsFieldType  type,
                               const char       *enumeration,
                               const char       *path)
{
  const CommonsField field = {
    .id = id,
    .label = label,
    .type = type,
    .enumeration = enumeration,
    .minimum = -G_MAXDOUBLE,
    .maximum = G_MAXDOUBLE,
  };

  _commons_inspector_add_field (self, list, commons_field_editor_new_for_path (self->view, &field, path));
}

static void
go_cb (CommonsInspector *self,
       GtkWidget        *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), CARD_KEY));

  g_assert (COMMONS_IS_INSPECTOR (self));

  commons_board_view_show_card (self->view, id);
}

static void
remove_cb (CommonsInspector *self,
           GtkWidget        *button)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (!_commons_inspector_is_editable (self))
    return;

  g_ptr_array_add (ids, g_strdup (g_object_get_data (G_OBJECT (button), EDGE_KEY)));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  commons_arrange_delete (_commons_inspector_get_editor (self), ids, _("Remove Link"));
}

static const char *
get_title (CommonsRecord     *card,
           const CommonsKind *kind)
{
  if (commons_record_is_hidden (card))
    return _("Hidden card");
  if (*commons_record_get_title (card) != '\0')
    return commons_record_get_title (card);

  return kind ? kind->label : _("Card");
}

GtkWidget *
_commons_inspector_make_chip (CommonsInspector *self,
                              CommonsRecord    *card,
                              const char       *edge)
{
  const CommonsKind *kind = commons_catalogue_get_kind (_commons_inspector_get_catalogue (self),
                                                        commons_record_get_kind (card));
  const char *title = get_title (card, kind);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *icon = kind ? g_strconcat (kind->look.icon, "-symbolic", NULL) : NULL;
  g_autofree char *go = g_strdup_printf (_("Go to “%s”"), title);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name (icon));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (inside), label);
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_widget_set_tooltip_text (button, title);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, go, -1);
  g_object_set_data_full (G_OBJECT (button), CARD_KEY, g_strdup (commons_record_get_id (card)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_add_css_class (chip, "card-chip");

  if (edge != NULL && _commons_inspector_is_editable (self))
    {
      g_autofree char *remove = g_strdup_printf (_("Remove the Link to “%s”"), title);
      GtkWidget *away = gtk_button_new_from_icon_name ("window-close-symbolic");

      gtk_widget_add_css_class (away, "flat");
      gtk_widget_add_css_class (away, "circular");
      gtk_widget_add_css_class (away, "field-button");
      gtk_widget_set_valign (away, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (away, remove);
      gtk_accessible_update_property (GTK_ACCESSIBLE (away), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
      g_object_set_data_full (G_OBJECT (away), EDGE_KEY, g_strdup (edge), g_free);
      g_signal_connect_object (away, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (chip), away);
    }

  return chip;
}
