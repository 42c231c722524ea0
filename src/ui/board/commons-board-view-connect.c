/* commons-board-view-connect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking cards: the choice among the links that make sense.
 */

#define G_LOG_DOMAIN "commons-board-view"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-links-offer.h"

/* What a choice of the menu of links says: link type, from, to. */
#define CHOICE_TYPE "(sss)"

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
  _commons_board_view_popup (self, G_MENU_MODEL (menu), x, y);
}

void
_commons_board_view_init_links (CommonsBoardView *self)
{
  static const GActionEntry choose = { "choose", choose_link_cb, CHOICE_TYPE, NULL, NULL, { 0 } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), &choose, 1, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", G_ACTION_GROUP (group));
}
