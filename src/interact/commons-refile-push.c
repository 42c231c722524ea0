/* commons-refile-push.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside a container that grows makes room: no further than it
 * must, and over nothing else.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-place.h"
#include "commons-refile-private.h"

#define GAP COMMONS_REFILE_GAP

/* How far the name of a circle reaches beyond its border. */
#define NAME_REACH 12

/* Pushing along a line needs a few steps where corners come nearer. */
#define MAX_STEPS 8

typedef struct
{
  double x;
  double y;
  double radius;
} Disc;

static Disc
get_disc (const CommonsRect *bounds)
{
  return (Disc) {
    bounds->x + bounds->width / 2.0,
    bounds->y + bounds->height / 2.0,
    MIN (bounds->width, bounds->height) / 2.0,
  };
}

/* Distance from a point to a rectangle, 0 in it. */
static double
get_distance (const Disc        *from,
              const CommonsRect *bounds)
{
  double dx = MAX (MAX (bounds->x - from->x, from->x - (bounds->x + bounds->width)), 0);
  double dy = MAX (MAX (bounds->y - from->y, from->y - (bounds->y + bounds->height)), 0);

  return hypot (dx, dy);
}

static double
get_round_gap (const CommonsRect *outer,
               const CommonsRect *bounds,
               gboolean           disc)
{
  const Disc round = get_disc (outer), inner = get_disc (bounds);

  if (disc)
    return hypot (inner.x - round.x, inner.y - round.y) - round.radius - inner.radius;

  return get_distance (&round, bounds) - round.radius;
}

static int
get_square_gap (const CommonsRect *a,
                const CommonsRect *b)
{
  int across = MAX (b->x - (a->x + a->width), a->x - (b->x + b->width));
  int down = MAX (b->y - (a->y + a->height), a->y - (b->y + b->height));

  return MAX (across, down);
}

/* Up from the name of a circle, which stands across its border. */
static void
push_from_name (CommonsRecord *outer,
                CommonsRect   *bounds)
{
  const CommonsRect *circle = commons_record_get_bounds (outer);
  int size = MIN (circle->width, circle->height);
  int width = commons_arrange_measure_gate (commons_record_get_title (outer));
  const CommonsRect name = { circle->x + (circle->width - width) / 2,
                             circle->y + (circle->height - size) / 2 - NAME_REACH, width, 2 * NAME_REACH };

  if (get_square_gap (&name, bounds) < GAP)
    bounds->y = name.y - GAP - bounds->height;
}

static void
push_from_round (const CommonsRect *outer,
                 CommonsRect       *bounds,
                 gboolean           disc)
{
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      double gap = get_round_gap (outer, bounds, disc);
      const Disc round = get_disc (outer), inner = get_disc (bounds);
      double dx = inner.x - round.x, dy = inner.y - round.y;
      double length = hypot (dx, dy);

      if (gap >= GAP)
        return;
      if (length == 0)
        dy = length = 1;

      bounds->x += (int) (copysign (ceil (fabs (dx / length) * (GAP - gap)), dx));
      bounds->y += (int) (copysign (ceil (fabs (dy / length) * (GAP - gap)), dy));
    }
}

/* The shortest of the four ways out. */
static void
push_from_square (const CommonsRect *outer,
                  CommonsRect       *bounds)
{
  const int left = bounds->x + bounds->width - outer->x + GAP;
  const int right = outer->x + outer->width - bounds->x + GAP;
  const int up = bounds->y + bounds->height - outer->y + GAP;
  const int down = outer->y + outer->height - bounds->y + GAP;
  const int least = MIN (MIN (left, right), MIN (up, down));

  if (get_square_gap (outer, bounds) >= GAP)
    return;

  if (least == left)
    bounds->x -= left;
  else if (least == right)
    bounds->x += right;
  else if (least == up)
    bounds->y -= up;
  else
    bounds->y += down;
}

/* The card a card is docked at, so that both go together, else the card. */
static CommonsRecord *
find_leader (CommonsBoard     *board,
             CommonsCatalogue *catalogue,
             CommonsRecord    *node)
{
  const char *id = commons_record_get_id (node);
  GPtrArray *edges = commons_board_get_links (board, id);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);
      CommonsRecord *host = commons_board_lookup_node (board, commons_record_get_to (edge));

      if (host == NULL || host == node || commons_record_is_group (host) || commons_record_is_locked (host) ||
          !commons_place_is_docked (commons_record_get_bounds (node), commons_record_get_bounds (host)) ||
          !commons_place_may_dock (catalogue, commons_record_get_kind (node), commons_record_get_kind (host)))
        continue;

      return find_leader (board, catalogue, host);
    }

  return node;
}

/* What would be too near to a container that becomes @bounds. */
static gboolean
is_in_the_way (CommonsRecord     *container,
               const CommonsRect *bounds,
               CommonsRecord     *node)
{
  const CommonsRect *old = commons_record_get_bounds (container);
  const CommonsRect *other = commons_record_get_bounds (node);

  if (commons_record_is_locked (node) || get_square_gap (bounds, other) >= GAP)
    return FALSE;

  /* What lay over the border before was put there. */
  return (commons_place_is_disc (container) ? get_round_gap (old, other, commons_place_is_disc (node))
                                            : get_square_gap (old, other)) >= 0;
}

GPtrArray *
_commons_refile_list_neighbours (CommonsBoard      *board,
                                 CommonsRecord     *container,
                                 const CommonsRect *bounds)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  CommonsCatalogue *catalogue = commons_catalogue_get (NULL);
  CommonsRecord *parent = commons_board_get_parent (board, commons_record_get_id (container));

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRecord *leader;

      if (node == container || node == parent || !is_in_the_way (container, bounds, node) ||
          commons_board_get_parent (board, commons_record_get_id (node)) != parent)
        continue;

      leader = find_leader (board, catalogue, node);
      if (commons_board_contains (container, leader))
        leader = node;
      if (g_hash_table_add (seen, leader))
        g_ptr_array_add (found, g_strdup (commons_record_get_id (leader)));
    }

  return found;
}

/* The rectangle around a card and all that is docked at it. */
static CommonsRect
get_extents (CommonsBoard  *board,
             CommonsRecord *node,
             GHashTable    *set)
{
  CommonsRect area = *commons_record_get_bounds (node);
  GHashTableIter iter;
  const char *id;

  if (commons_record_is_group (node))
    return area;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      const CommonsRect *other = commons_record_get_bounds (commons_board_lookup_node (board, id));
      int right = MAX (area.x + area.width, other->x + other->width);
      int bottom = MAX (area.y + area.height, other->y + other->height);

      area.x = MIN (area.x, other->x);
      area.y = MIN (area.y, other->y);
      area.width = right - area.x;
      area.height = bottom - area.y;
    }

  return area;
}

/* Whether it would lie over a card that does not come along. */
static gboolean
hides_any (CommonsBoard      *board,
           GHashTable        *set,
           const CommonsRect *bounds)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!commons_record_is_group (node) && get_square_gap (bounds, commons_record_get_bounds (node)) < 0 &&
          !g_hash_table_contains (set, commons_record_get_id (node)))
        return TRUE;
    }

  return FALSE;
}

void
_commons_refile_push (CommonsEditor *editor,
                      const char    *container,
                      const char    *id,
                      GHashTable    *content)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *node = commons_board_lookup_node (board, id);
  CommonsRecord *outer = commons_board_lookup_node (board, container);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) set = NULL;
  GHashTableIter iter;
  const char *inner;
  CommonsRect old, bounds;

  g_ptr_array_add (ids, (gpointer) id);
  set = commons_arrange_gather (board, ids);
  g_hash_table_iter_init (&iter, content);
  while (g_hash_table_iter_next (&iter, (gpointer *) &inner, NULL))
    g_hash_table_remove (set, inner);

  bounds = old = get_extents (board, node, set);
  if (commons_place_is_disc (outer))
    {
      push_from_round (commons_record_get_bounds (outer), &bounds, commons_place_is_disc (node));
      push_from_name (outer, &bounds);
    }
  else
    push_from_square (commons_record_get_bounds (outer), &bounds);

  commons_arrange_move (editor, set, bounds.x - old.x, bounds.y - old.y, "", NULL);
}

void
_commons_refile_unhide (CommonsEditor *editor,
                        const char    *parent,
                        const char    *id)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *node = commons_board_lookup_node (board, id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) set = NULL;
  CommonsRect old, place;

  if (commons_record_is_group (node))
    return;

  g_ptr_array_add (ids, (gpointer) id);
  set = commons_arrange_gather (board, ids);
  place = old = get_extents (board, node, set);
  if (!hides_any (board, set, &old) || !_commons_refile_make_place (editor, parent, set, &old, &place))
    return;

  /* Room may have been made by moving it, too. */
  old = get_extents (board, commons_board_lookup_node (board, id), set);
  commons_arrange_move (editor, set, place.x - old.x, place.y - old.y, "", NULL);
}
