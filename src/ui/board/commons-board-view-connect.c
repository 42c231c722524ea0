/* commons-board-view-connect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The links two cards may have, and the menu of a card.
 */

#define G_LOG_DOMAIN "commons-board-view"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-commands.h"
#include "commons-links-offer.h"

/* What a choice of the menu of links says: link type, from, to. */
#define CHOICE_TYPE "(sss)"

/* Where something was asked for, in pixels of the view. */
#define PLACE_TYPE "(dd)"

static void
connect_cards (CommonsBoardView *self,
               const char       *link,
               const char       *from,
               const char       *to)
{
  const CommonsLinkType *type = commons_catalogue_get_link (self->catalogue, link);
  g_autofree char *message = NULL;
  g_autofree char *id = NULL;
  CommonsRecord *from_card, *to_card;

  id = commons_arrange_connect (self->editor, link, from, to, _("Link Cards"));
  if (id == NULL)
    return;

  from_card = commons_board_lookup_node (self->board, from);
  to_card = commons_board_lookup_node (self->board, to);

  /* Translators: a link between two cards, such as “Review within a week” applies to “Reviewers” */
  message = g_strdup_printf (_("“%s” %s “%s”"),
                             commons_record_get_title (from_card), type->label, commons_record_get_title (to_card));
  _commons_board_view_toast (self, message, TRUE);
}

static void
choose_link_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CommonsBoardView *self = user_data;
  const char *link, *from, *to;

  g_variant_get (parameter, "(&s&s&s)", &link, &from, &to);
  if (commons_board_lookup_node (self->board, from) != NULL && commons_board_lookup_node (self->board, to) != NULL)
    connect_cards (self, link, from, to);
}

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (CommonsBoardView *self)
{
  GtkWidget *menu = g_steal_pointer (&self->menu);

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  /* The chosen action runs after the popover closes. */
  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_LOW, unparent_cb, g_object_ref (menu), g_object_unref);
}

static void
popup (CommonsBoardView *self,
       GMenuModel       *model,
       double            x,
       double            y)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GMenu *
make_link_menu (CommonsBoardView *self,
                GPtrArray        *offers,
                const char       *from,
                const char       *to)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i);
      g_autoptr (GMenuItem) item = NULL;
      const char *label = offer->reversed ? offer->type->inverse : offer->type->label;

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "link.choose", CHOICE_TYPE, offer->type->id,
                                         offer->reversed ? to : from, offer->reversed ? from : to);
      g_menu_append_item (menu, item);
    }

  return menu;
}

void
_commons_board_view_offer_links (CommonsBoardView *self,
                                 const char       *from,
                                 const char       *to,
                                 double            x,
                                 double            y)
{
  g_autoptr (GPtrArray) offers = commons_links_offer (self->board, self->catalogue, from, to);
  g_autoptr (GMenu) menu = NULL;

  if (offers->len == 0)
    {
      _commons_board_view_toast (self, _("These two cards are linked in every way they can be."), FALSE);
      return;
    }

  if (offers->len == 1)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, 0);

      connect_cards (self, offer->type->id, offer->reversed ? to : from, offer->reversed ? from : to);
      return;
    }

  menu = make_link_menu (self, offers, from, to);
  popup (self, G_MENU_MODEL (menu), x, y);
}

/* Where a menu about something stands, in pixels: on it, or at the edge of the
 * view it lies beyond; in the middle when there is no such thing. */
void
_commons_board_view_locate (CommonsBoardView *self,
                            const char       *id,
                            double           *x,
                            double           *y)
{
  CommonsRecord *record = id ? commons_board_lookup (self->board, id) : NULL;
  CommonsRect area;

  if (record == NULL)
    commons_viewport_get_visible (&self->viewport, &area);
  else if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    commons_picture_get_link_extents (self->picture, record, &area);
  else if (commons_record_is_group (record))
    commons_picture_get_text_rect (self->picture, record, &area);
  else
    area = *commons_record_get_bounds (record);

  commons_viewport_to_view (&self->viewport, area.x + area.width / 2.0, area.y + area.height / 2.0, x, y);
  *x = CLAMP (*x, 0, self->viewport.width);
  *y = CLAMP (*y, 0, self->viewport.height);
}

void
_commons_board_view_popup_menu (CommonsBoardView *self,
                                double            x,
                                double            y,
                                gboolean          at_pointer)
{
  static const char *const actions[] = {
    "board.new-card", "board.edit", "board.connect", "board.duplicate", "board.to-front", "board.to-back", "board.delete",
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!commons_board_view_can_perform (self, actions[i]))
        continue;

      item = g_menu_item_new (_(commons_commands_find (actions[i])->label), actions[i]);

      /* What the pointer asks for comes where the pointer was. */
      if (at_pointer && g_str_equal (actions[i], "board.new-card"))
        g_menu_item_set_action_and_target (item, "place.new-card", PLACE_TYPE, x, y);
      g_menu_append_item (menu, item);
    }

  /* A board that can only be looked at has nothing to offer. */
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    popup (self, G_MENU_MODEL (menu), x, y);
}

static void
new_card_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  double x, y;

  g_variant_get (parameter, PLACE_TYPE, &x, &y);
  commons_board_view_create (user_data, NULL, x, y);
}

static void
insert_action (CommonsBoardView   *self,
               const char         *prefix,
               const GActionEntry *entry)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entry, 1, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), prefix, G_ACTION_GROUP (group));
}

void
_commons_board_view_init_links (CommonsBoardView *self)
{
  static const GActionEntry choose = { "choose", choose_link_cb, CHOICE_TYPE, NULL, NULL, { 0 } };
  static const GActionEntry new_card = { "new-card", new_card_cb, PLACE_TYPE, NULL, NULL, { 0 } };

  insert_action (self, "link", &choose);
  insert_action (self, "place", &new_card);
}
