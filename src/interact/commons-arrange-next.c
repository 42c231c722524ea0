/* commons-arrange-next.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-next.h"
#include "commons-arrange-private.h"
#include "commons-links-offer.h"
#include "commons-pit.h"
#include "commons-refile.h"
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

/* Made on the grid, then put exactly where it is wanted. */
static char *
create_at (CommonsEditor     *editor,
           const CommonsKind *kind,
           const CommonsRect *bounds,
           const char        *text,
           const char        *label)
{
  char *id = commons_arrange_create (editor, kind, bounds->x + bounds->width / 2.0, bounds->y + bounds->height / 2.0,
                                     bounds->width, bounds->height, text, label);
  CommonsRecord *made = commons_board_lookup_node (commons_editor_get_board (editor), id);
  g_autoptr (CommonsRecord) placed = commons_record_with_bounds (made, bounds);

  commons_editor_set (editor, placed);

  return id;
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
  CommonsBoard *board = commons_editor_get_board (editor);
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (from));
  CommonsRecord *container = commons_board_get_parent (board, commons_record_get_id (from));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  CommonsRect bounds;
  gboolean in_place;
  char *id;

  choose_size (from, &bounds);
  in_place = commons_pit_find_beside (board, commons_record_get_id (from), direction, shape, gap, right_to_left,
                                      &bounds);
  id = create_at (editor, kind, &bounds, "", label);
  g_ptr_array_add (ids, id);

  /* One of a row stays with the others: what holds them grows. */
  if (!in_place && container != NULL && shape == COMMONS_PIT_LINE)
    commons_refile_move_into (editor, catalogue, ids, commons_record_get_id (container), label);
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

char *
commons_arrange_create_in (CommonsEditor     *editor,
                           CommonsCatalogue  *catalogue,
                           const CommonsKind *kind,
                           const char        *container,
                           const char        *text,
                           int                height,
                           const char        *label)
{
  g_autoptr (GPtrArray) ids = NULL;
  CommonsRect extents;
  CommonsRect bounds = { 0, 0, CARD_WIDTH, height > 0 ? height : CARD_HEIGHT };
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (kind == NULL || !kind->group, NULL);
  g_return_val_if_fail (container != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  if (commons_board_lookup_node (commons_editor_get_board (editor), container) == NULL)
    return NULL;

  /* It comes from outside, so that it is moved in like any other. */
  commons_board_get_extents (commons_editor_get_board (editor), &extents);
  bounds.x = extents.x + extents.width + GAP_LINKED;
  bounds.y = extents.y;

  ids = g_ptr_array_new ();
  ours = _commons_arrange_begin (editor, label, NULL);
  id = create_at (editor, kind, &bounds, text, label);
  g_ptr_array_add (ids, id);
  commons_refile_move_into (editor, catalogue, ids, container, label);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}
