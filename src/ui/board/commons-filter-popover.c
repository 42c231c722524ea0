/* commons-filter-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-filter-popover.h"
#include "commons-table-mark.h"

#define VALUE_KEY "commons-value"
#define FACET_KEY "commons-facet"

/* A board may have a thousand tags; nobody presses that many chips. */
#define MAX_VALUES 120

#define N_COLUMNS 2
#define WIDTH 380
#define MAX_HEIGHT 460

struct _CommonsFilterPopover
{
  GtkPopover        parent_instance;

  CommonsBoardView *view; /* not owned */
  GtkWidget        *box;
  gboolean          filling;
};

G_DEFINE_FINAL_TYPE (CommonsFilterPopover, commons_filter_popover, GTK_TYPE_POPOVER)

static const char *const facet_names[COMMONS_N_FACETS] = {
  [COMMONS_FACET_KIND] = N_("Kind"),
  [COMMONS_FACET_TAG] = N_("Tag"),
  [COMMONS_FACET_STATUS] = N_("Status"),
  [COMMONS_FACET_AUTHOR] = N_("Author"),
  [COMMONS_FACET_HORIZON] = N_("Horizon"),
  [COMMONS_FACET_TABLE] = N_("Table"),
};

static void
chip_toggled_cb (CommonsFilterPopover *self,
                 GtkToggleButton      *chip)
{
  CommonsFacet facet = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), FACET_KEY));

  g_assert (COMMONS_IS_FILTER_POPOVER (self));

  if (!self->filling)
    commons_board_view_filter (self->view, facet, g_object_get_data (G_OBJECT (chip), VALUE_KEY),
                               gtk_toggle_button_get_active (chip));
}

static void
add_icon (CommonsFilterPopover *self,
          GtkWidget            *box,
          const char           *value)
{
  const CommonsKind *kind = commons_catalogue_get_kind (commons_board_view_get_catalogue (self->view), value);
  g_autofree char *icon = kind ? g_strconcat (kind->look.icon, "-symbolic", NULL) : NULL;

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
}

static CommonsBoard *
get_board (CommonsFilterPopover *self)
{
  return commons_document_get_board (commons_board_view_get_document (self->view));
}

static GtkWidget *
make_chip (CommonsFilterPopover    *self,
           CommonsFacet             facet,
           const CommonsFacetValue *value)
{
  const char *name = commons_facet_get_value_label (commons_board_view_get_catalogue (self->view), facet, value->value);
  g_autofree char *number = g_strdup_printf ("%u", value->count);
  /* Translators: a chip of the filter and how many cards it stands for. */
  g_autofree char *label = g_strdup_printf (ngettext ("%s, %'u card", "%s, %'u cards", value->count), name, value->count);
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (number);

  if (facet == COMMONS_FACET_KIND)
    add_icon (self, box, value->value);
  else if (facet == COMMONS_FACET_TABLE)
    gtk_box_append (GTK_BOX (box), commons_table_mark_new_for_name (get_board (self), value->value));
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 20);
  gtk_widget_add_css_class (count, "secondary");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), count);

  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (chip), VALUE_KEY, g_strdup (value->value), g_free);
  g_object_set_data (G_OBJECT (chip), FACET_KEY, GUINT_TO_POINTER (facet));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                commons_query_get (commons_board_view_get_query (self->view), facet, value->value));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

static void
add_facet (CommonsFilterPopover *self,
           CommonsFacet          facet)
{
  g_autoptr (GPtrArray) values = commons_board_view_list_facet (self->view, facet);
  GtkWidget *heading = gtk_label_new (_(facet_names[facet]));
  GtkWidget *chips = gtk_grid_new ();

  g_object_ref_sink (heading);
  g_object_ref_sink (chips);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "picker-heading");
  gtk_grid_set_column_homogeneous (GTK_GRID (chips), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (chips), 6);
  gtk_grid_set_row_spacing (GTK_GRID (chips), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _(facet_names[facet]), -1);

  for (guint i = 0; i < MIN (values->len, MAX_VALUES); i++)
    gtk_grid_attach (GTK_GRID (chips), make_chip (self, facet, g_ptr_array_index (values, i)),
                     (int) (i % N_COLUMNS), (int) (i / N_COLUMNS), 1, 1);

  if (values->len > 0)
    {
      gtk_box_append (GTK_BOX (self->box), heading);
      gtk_box_append (GTK_BOX (self->box), chips);
    }
  g_object_unref (heading);
  g_object_unref (chips);
}

void
commons_filter_popover_update (CommonsFilterPopover *self)
{
  GtkWidget *child;

  g_return_if_fail (COMMONS_IS_FILTER_POPOVER (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  self->filling = TRUE;
  for (CommonsFacet facet = 0; facet < COMMONS_N_FACETS && commons_board_view_get_query (self->view); facet++)
    add_facet (self, facet);
  self->filling = FALSE;

  if (gtk_widget_get_first_child (self->box) == NULL)
    {
      GtkWidget *nothing = gtk_label_new (_("There is no card to filter yet."));

      gtk_widget_add_css_class (nothing, "picker-nothing");
      gtk_box_append (GTK_BOX (self->box), nothing);
    }
}

static void
release_chips (GtkWidget *chips)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (chips); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      if (GTK_IS_TOGGLE_BUTTON (chip))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
    }
}

/* Chips that stay pressed must not keep what is not filtered any more. */
static void
filter_changed_cb (CommonsFilterPopover *self)
{
  g_assert (COMMONS_IS_FILTER_POPOVER (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && commons_board_view_get_query (self->view) != NULL &&
      commons_query_is_empty (commons_board_view_get_query (self->view)))
    {
      self->filling = TRUE;
      for (GtkWidget *chips = gtk_widget_get_first_child (self->box); chips != NULL; chips = gtk_widget_get_next_sibling (chips))
        release_chips (chips);
      self->filling = FALSE;
    }
}

static void
commons_filter_popover_class_init (CommonsFilterPopoverClass *klass)
{
}

static void
commons_filter_popover_init (CommonsFilterPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
}

GtkWidget *
commons_filter_popover_new (CommonsBoardView *view)
{
  CommonsFilterPopover *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_FILTER_POPOVER, NULL);
  self->view = view;
  g_signal_connect_object (view, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
