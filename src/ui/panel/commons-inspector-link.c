/* commons-inspector-link.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One link: what it says, from where to where.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange-link.h"
#include "commons-inspector-private.h"
#include "commons-links-offer.h"

#define LINK_KEY "commons-link"
#define REVERSED_KEY "commons-reversed"

static CommonsRecord *
get_end (CommonsInspector *self,
         const char       *id)
{
  return commons_board_lookup_node (_commons_inspector_get_board (self), id);
}

static void
retype_cb (CommonsInspector *self,
           GtkWidget        *button)
{
  g_autofree char *id = g_strdup (g_ptr_array_index (self->ids, 0));

  g_assert (COMMONS_IS_INSPECTOR (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->link_type));
  if (_commons_inspector_is_editable (self))
    commons_arrange_set_link (_commons_inspector_get_editor (self), id, g_object_get_data (G_OBJECT (button), LINK_KEY),
                              g_object_get_data (G_OBJECT (button), REVERSED_KEY) != NULL, _("Change Link"));
}

static void
reverse_cb (CommonsInspector *self)
{
  g_autofree char *id = g_strdup (g_ptr_array_index (self->ids, 0));

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (_commons_inspector_is_editable (self))
    commons_arrange_reverse (_commons_inspector_get_editor (self), id, _("Reverse Link"));
}

static GtkWidget *
make_offer (CommonsInspector       *self,
            const CommonsLinkOffer *offer,
            CommonsRecord          *from,
            CommonsRecord          *to)
{
  /* Such as “Rule” applies to “Circle”, read in the direction it would have. */
  g_autofree char *sentence = g_strdup_printf (_("“%s” %s “%s”"), commons_record_get_shown_title (offer->reversed ? to : from),
                                               offer->type->label,
                                               commons_record_get_shown_title (offer->reversed ? from : to));
  GtkWidget *button = gtk_button_new_with_label (sentence);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), LINK_KEY, (gpointer) offer->type->id);
  g_object_set_data (G_OBJECT (button), REVERSED_KEY, offer->reversed ? button : NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (retype_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Made when it opens: what is allowed depends on both ends as they are now. */
static void
offer_types (GtkMenuButton *button,
             gpointer       user_data)
{
  CommonsInspector *self = user_data;
  CommonsBoard *board = _commons_inspector_get_board (self);
  CommonsRecord *edge = _commons_inspector_get_record (self);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) offers = NULL;

  if (edge != NULL)
    offers = commons_links_offer_instead (board, _commons_inspector_get_catalogue (self), commons_record_get_id (edge));
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    gtk_box_append (GTK_BOX (box), make_offer (self, g_ptr_array_index (offers, i),
                                               get_end (self, commons_record_get_from (edge)),
                                               get_end (self, commons_record_get_to (edge))));
  if (offers == NULL || offers->len == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("No other link fits")));

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

void
_commons_inspector_build_link (CommonsInspector *self)
{
  GtkWidget *heading = gtk_label_new (_("Link"));
  GtkWidget *list = _commons_inspector_make_list (_("Link"));
  GtkWidget *reverse = gtk_button_new_with_label (_("Reverse"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "inspector-head");
  _commons_inspector_add (self, heading);

  self->link_type = gtk_menu_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->link_type), offer_types, self, NULL);
  gtk_widget_add_css_class (self->link_type, "flat");
  gtk_widget_add_css_class (self->link_type, "field-choice");
  _commons_inspector_add_row (list, _("Type"), self->link_type, FALSE);

  self->link_ends = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  _commons_inspector_add_row (list, _("Between"), self->link_ends, TRUE);
  _commons_inspector_add_member (self, list, "label", _("Own words"), COMMONS_FIELD_STRING, NULL, "label");
  _commons_inspector_add (self, list);

  gtk_widget_set_halign (reverse, GTK_ALIGN_START);
  g_signal_connect_object (reverse, "clicked", G_CALLBACK (reverse_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (self->link_type), REVERSED_KEY, reverse);
  _commons_inspector_add (self, reverse);
}

void
_commons_inspector_update_link (CommonsInspector *self)
{
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  CommonsRecord *edge = self->link_type ? _commons_inspector_get_record (self) : NULL;
  const CommonsLinkType *type;
  const char *ends[2], *link;
  GtkWidget *child;

  if (edge == NULL)
    return;

  link = commons_record_get_link (edge);
  type = commons_catalogue_get_link (catalogue, link);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->link_type), type ? type->label : link ? link : _("Choose…"));
  gtk_widget_set_sensitive (self->link_type, _commons_inspector_is_editable (self));
  gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (self->link_type), REVERSED_KEY),
                            _commons_inspector_is_editable (self) &&
                            commons_arrange_can_reverse (_commons_inspector_get_board (self), catalogue,
                                                         commons_record_get_id (edge)));

  while ((child = gtk_widget_get_first_child (self->link_ends)) != NULL)
    gtk_box_remove (GTK_BOX (self->link_ends), child);
  ends[0] = commons_record_get_from (edge);
  ends[1] = commons_record_get_to (edge);
  for (guint i = 0; i < 2; i++)
    {
      CommonsRecord *card = get_end (self, ends[i]);

      if (card != NULL)
        gtk_box_append (GTK_BOX (self->link_ends), _commons_inspector_make_chip (self, card, NULL));
    }
}
