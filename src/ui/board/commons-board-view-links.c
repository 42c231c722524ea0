/* commons-board-view-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working with links: going through them, changing them, following them.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange-link.h"
#include "commons-board-view-private.h"
#include "commons-links-offer.h"
#include "commons-navigate.h"

/* Another type for a link: its id, the type, whether its ends change places. */
#define RETYPE_TYPE "(ssb)"

/* Space around a link that is brought into view, in pixels. */
#define MARGIN 60

static CommonsRecord *
get_selected_link (CommonsBoardView *self)
{
  const char *id = commons_selection_get_primary (self->selection);
  CommonsRecord *record = id ? commons_board_lookup (self->board, id) : NULL;

  if (record == NULL || commons_selection_get_n (self->selection) != 1 ||
      commons_record_get_table (record) != COMMONS_TABLE_EDGES)
    return NULL;

  return record;
}

gboolean
_commons_board_view_meets_link (CommonsBoardView *self,
                                CommonsNeeds      needs)
{
  CommonsRecord *edge = get_selected_link (self);

  if ((needs & COMMONS_NEEDS_REVERSIBLE) != 0)
    return edge != NULL && commons_arrange_can_reverse (self->board, self->catalogue, commons_record_get_id (edge));

  return (needs & COMMONS_NEEDS_LINK) == 0 || edge != NULL;
}

static gboolean
joins (CommonsRecord *edge,
       const char    *node)
{
  return g_str_equal (commons_record_get_from (edge), node) || g_str_equal (commons_record_get_to (edge), node);
}

/* The card whose links are gone through: the one with the keyboard, or the
 * selected one; for a link that was clicked, the one it leaves. */
static const char *
get_link_home (CommonsBoardView *self)
{
  const char *focused = commons_board_plane_get_focused (self->plane);
  const char *primary = commons_selection_get_primary (self->selection);
  CommonsRecord *edge = get_selected_link (self);

  if (edge == NULL)
    return focused && (primary == NULL || commons_selection_contains (self->selection, focused)) ? focused : primary;

  return focused && joins (edge, focused) ? focused : commons_record_get_from (edge);
}

static char *
describe (CommonsBoardView *self,
          CommonsRecord    *edge,
          const char       *home,
          guint             position,
          guint             n_links)
{
  const CommonsLinkType *type = commons_catalogue_get_link (self->catalogue, commons_record_get_link (edge));
  gboolean leaves = g_str_equal (commons_record_get_from (edge), home);
  const char *other = leaves ? commons_record_get_to (edge) : commons_record_get_from (edge);
  const char *own = commons_record_get_title (edge);
  const char *words = *own != '\0' ? own : type == NULL ? _("is linked to") : leaves ? type->label : type->inverse;

  /* Translators: a link of a card, such as “applies to Reviewers, 1 of 3” */
  return g_strdup_printf (_("%s %s, %u of %u"), words,
                          commons_record_get_shown_title (commons_board_lookup_node (self->board, other)), position, n_links);
}

static void
reveal_link (CommonsBoardView *self,
             CommonsRecord    *edge)
{
  double x, y;

  if (commons_picture_get_link_point (self->picture, edge, 0.5, &x, &y))
    _commons_board_view_reveal_rect (self, &(CommonsRect) { (int) x - MARGIN, (int) y - MARGIN, 2 * MARGIN, 2 * MARGIN });
}

static void
walk_links (CommonsBoardView *self,
            gboolean          forward)
{
  const char *home = get_link_home (self);
  CommonsRecord *edge = get_selected_link (self);
  g_autofree char *text = NULL;
  guint position, n_links;
  const char *id;

  id = commons_navigate_link (self->board, home, edge ? commons_record_get_id (edge) : NULL, forward, &position, &n_links);
  if (id == NULL)
    {
      commons_announce (GTK_WIDGET (self), _("No links"));
      return;
    }

  edge = commons_board_lookup (self->board, id);
  text = describe (self, edge, home, position, n_links);
  commons_selection_set_only (self->selection, id);
  reveal_link (self, edge);
  commons_announce (GTK_WIDGET (self), text);
}

static void next_link (CommonsBoardView *self) { walk_links (self, TRUE); }
static void previous_link (CommonsBoardView *self) { walk_links (self, FALSE); }

gboolean
_commons_board_view_leave_link (CommonsBoardView *self)
{
  CommonsRecord *edge = get_selected_link (self);
  const char *focused = commons_board_plane_get_focused (self->plane);

  if (edge == NULL || focused == NULL || !joins (edge, focused))
    return FALSE;

  return commons_selection_set_only (self->selection, focused);
}

static void
reverse (CommonsBoardView *self)
{
  commons_arrange_reverse (self->editor, commons_record_get_id (get_selected_link (self)), _("Reverse Link"));
}

static void
go_to (CommonsBoardView *self,
       const char       *end)
{
  g_autofree char *id = g_strdup (end);

  if (commons_board_lookup_node (self->board, id) != NULL)
    _commons_board_view_select_and_focus (self, id);
}

static void
go_to_source (CommonsBoardView *self)
{
  go_to (self, commons_record_get_from (get_selected_link (self)));
}

static void
go_to_target (CommonsBoardView *self)
{
  go_to (self, commons_record_get_to (get_selected_link (self)));
}

static void
retype_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  CommonsBoardView *self = user_data;
  const char *id, *link;
  gboolean reversed;

  g_variant_get (parameter, "(&s&sb)", &id, &link, &reversed);
  if (_commons_board_view_is_editable (self))
    commons_arrange_set_link (self->editor, id, link, reversed, _("Type of Link"));
}

/* Whoever reads the menu sees the sentence the link would make. */
static char *
make_sentence (CommonsBoardView       *self,
               CommonsRecord          *edge,
               const CommonsLinkOffer *offer)
{
  const char *from = offer->reversed ? commons_record_get_to (edge) : commons_record_get_from (edge);

  if (!offer->reversed)
    return g_strdup (offer->type->label);

  /* Translators: a link the other way round, such as “Reviewers” expects */
  return g_strdup_printf (_("“%s” %s"), commons_record_get_shown_title (commons_board_lookup_node (self->board, from)),
                          offer->type->label);
}

void
_commons_board_view_append_link_menu (CommonsBoardView *self,
                                      GMenu            *menu)
{
  CommonsRecord *edge = get_selected_link (self);
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) types = g_menu_new ();

  if (edge == NULL || !_commons_board_view_is_editable (self))
    return;

  offers = commons_links_offer_instead (self->board, self->catalogue, commons_record_get_id (edge));
  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i);
      g_autofree char *sentence = make_sentence (self, edge, offer);
      g_autoptr (GMenuItem) item = g_menu_item_new (sentence, NULL);

      g_menu_item_set_action_and_target (item, "link.retype", RETYPE_TYPE, commons_record_get_id (edge),
                                         offer->type->id, offer->reversed);
      g_menu_append_item (types, item);
    }

  if (offers->len == 0)
    return;

  g_menu_append_submenu (section, _("Type of Link"), G_MENU_MODEL (types));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

const GActionEntry _commons_board_view_retype_entry = { "retype", retype_cb, RETYPE_TYPE, NULL, NULL, { 0 } };

const CommonsHandler _commons_board_view_link_handlers[] = {
  { "board.next-link", next_link, COMMONS_NEEDS_BOARD | COMMONS_NEEDS_SELECTION },
  { "board.previous-link", previous_link, COMMONS_NEEDS_BOARD | COMMONS_NEEDS_SELECTION },
  { "board.reverse-link", reverse, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_LINK | COMMONS_NEEDS_REVERSIBLE },
  { "board.go-to-source", go_to_source, COMMONS_NEEDS_BOARD | COMMONS_NEEDS_LINK },
  { "board.go-to-target", go_to_target, COMMONS_NEEDS_BOARD | COMMONS_NEEDS_LINK },
  { NULL, NULL, 0 },
};
