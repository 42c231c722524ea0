/* commons-arrange-next.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-next.h"
#include "commons-arrange-private.h"
#include "commons-refile.h"
#include "commons-links-offer.h"
#include "commons-pit.h"
#include "commons-tool.h"

/* Between a card and the next one below or beside it. */
#define GAP_BELOW  COMMONS_GRID
#define GAP_BESIDE (2 * COMMONS_GRID)

/* Room for an arrow and its head. */
#define GAP_LINKED (4 * COMMONS_GRID)

#define CARD_WIDTH     204
#define CARD_MIN_WIDTH 108
#define CARD_MAX_WIDTH 360
#define CARD_HEIGHT    62

/* As wide as the first one, but not as high: it says nothing yet. Pictures
 * and gates have sizes of their own. */
static void
choose_size (CommonsRecord *from,
             CommonsRect   *bounds)
{
  const CommonsRect *like = commons_record_get_bounds (from);
  gboolean is_card = g_str_equal (commons_record_get_node_type (from), "text") && like->height >= CARD_HEIGHT / 2;

  if (commons_record_is_group (from))
    *bounds = (CommonsRect) { 0, 0, like->width, like->height };
  else
    *bounds = (CommonsRect) { 0, 0, is_card ? CLAMP (like->width, CARD_MIN_WIDTH, CARD_MAX_WIDTH) : CARD_WIDTH,
                              CARD_HEIGHT };
}

static char *
add_beside (CommonsEditor    *editor,
            CommonsCatalogue *catalogue,
            CommonsRecord    *from,
            CommonsDirection  direction,
            CommonsPitShape   shape,
            int               gap,
            gboolean          right_to_left,
            const char       *label)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (from));
  g_autoptr (CommonsRecord) placed = NULL;
  CommonsRecord *made;
  CommonsRect bounds;
  char *id;

  choose_size (from, &bounds);
  commons_pit_find_beside (commons_editor_get_board (editor), commons_record_get_id (from),
                           direction, shape, gap, right_to_left, &bounds);

  /* Made on the grid, then put exactly in line. */
  id = commons_arrange_create (editor, kind, bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0,
                               bounds.width, bounds.height, "", label);
  made = commons_board_lookup_node (commons_editor_get_board (editor), id);
  placed = commons_record_with_bounds (made, &bounds);
  commons_editor_set (editor, placed);
  g_ptr_array_add (ids, id);
  commons_refile_settle (editor, catalogue, ids, label);

  return id;
}

char *
commons_arrange_next (CommonsEditor    *editor,
                      CommonsCatalogue *catalogue,
                      const char       *from,
                      CommonsDirection  direction,
                      gboolean          right_to_left,
                      const char       *label)
{
  gboolean down = direction == COMMONS_DIRECTION_UP || direction == COMMONS_DIRECTION_DOWN;
  CommonsRecord *node;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  node = commons_board_lookup_node (commons_editor_get_board (editor), from);
  if (node == NULL)
    return NULL;

  ours = _commons_arrange_begin (editor, label, NULL);
  id = add_beside (editor, catalogue, node, direction, COMMONS_PIT_LINE,
                   down ? GAP_BELOW : GAP_BESIDE, right_to_left, label);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

/* What place shows would say nothing between two cards that lie apart, and of
 * what is open to any kind the plainest claims least. */
static gboolean
is_telling (const CommonsLinkType *type)
{
  return type->inside == COMMONS_INSIDE_NONE && g_strcmp0 (type->from[0], "*") != 0;
}

static const CommonsLinkType *
link_first (CommonsEditor    *editor,
            CommonsCatalogue *catalogue,
            const char       *from,
            const char       *to,
            const char       *label)
{
  g_autoptr (GPtrArray) offers = commons_links_offer (commons_editor_get_board (editor), catalogue, from, to);
  const CommonsLinkType *type = commons_catalogue_get_link (catalogue, "relates_to");
  g_autofree char *id = NULL;
  gboolean reversed = FALSE;

  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i);

      if (is_telling (offer->type))
        {
          type = offer->type;
          reversed = offer->reversed;
          break;
        }
    }

  id = commons_arrange_connect (editor, type ? type->id : NULL, reversed ? to : from, reversed ? from : to, label);

  return type;
}

char *
commons_arrange_clone (CommonsEditor          *editor,
                       CommonsCatalogue       *catalogue,
                       const char             *from,
                       CommonsDirection        direction,
                       gboolean                right_to_left,
                       const CommonsLinkType **link,
                       const char             *label)
{
  const CommonsLinkType *made;
  g_autofree char *source = NULL;
  CommonsRecord *node;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  node = commons_board_lookup_node (commons_editor_get_board (editor), from);
  if (node == NULL)
    return NULL;

  source = g_strdup (from);
  ours = _commons_arrange_begin (editor, label, NULL);
  id = add_beside (editor, catalogue, node, direction, COMMONS_PIT_FAN, GAP_LINKED, right_to_left, label);
  made = link_first (editor, catalogue, source, id, label);
  _commons_arrange_end (editor, ours, TRUE);
  if (link != NULL)
    *link = made;

  return id;
}
