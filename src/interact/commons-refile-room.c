/* commons-refile-room.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds a free place in a container, or how much it must grow to have one.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include <math.h>

#include "commons-arrange.h"
#include "commons-place.h"
#include "commons-refile-private.h"
#include "commons-tool.h"

#define GAP COMMONS_REFILE_GAP

/* The name stands on the border of a circle, and on the first line of a
 * zone. */
#define CIRCLE_NAME 18
#define NAME_REACH  12
#define ZONE_NAME   36
#define ZONE_MARGIN 12

/* How far from where it was something is put on the ground. */
#define GROUND_REACH  1200
#define GROUND_MARGIN 24

/* One row of places: where its obstacles are, from left to right. */
typedef struct
{
  int from;
  int to;
} Span;

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *first = a, *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

static int
snap_up (int value)
{
  int rest = value % COMMONS_GRID;

  return rest == 0 ? value : value - rest + (rest > 0 ? COMMONS_GRID : 0);
}

/* Half the width a disc has everywhere (@most) or anywhere (else) between two
 * heights, negative where it has none. */
static double
get_half_chord (const CommonsRect *bounds,
                double             margin,
                int                top,
                int                bottom,
                gboolean           most)
{
  double radius = MIN (bounds->width, bounds->height) / 2.0 + margin;
  double cy = bounds->y + bounds->height / 2.0;
  double near = top > cy ? top - cy : bottom < cy ? cy - bottom : 0;
  double far = MAX (fabs (top - cy), fabs (bottom - cy));
  double away = most ? near : far;

  return radius >= away ? sqrt (radius * radius - away * away) : -1;
}

/* The part of a row that is in the container. */
static gboolean
get_room (CommonsRecord *container,
          int            top,
          int            bottom,
          Span          *room)
{
  const CommonsRect *bounds = commons_record_get_bounds (container);
  double centre = bounds->x + bounds->width / 2.0;
  double half;

  if (!commons_place_is_disc (container))
    {
      *room = (Span) { bounds->x + ZONE_MARGIN, bounds->x + bounds->width - ZONE_MARGIN };
      return TRUE;
    }

  half = get_half_chord (bounds, -GAP, top, bottom, FALSE);
  *room = (Span) { (int) ceil (centre - half), (int) floor (centre + half) };

  return half > 0;
}

/* The name of a circle stands across its border. */
static void
add_name (GArray        *spans,
          CommonsRecord *node,
          int            top,
          int            bottom)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  int size = MIN (bounds->width, bounds->height);
  int border = bounds->y + (bounds->height - size) / 2;
  int half = commons_arrange_measure_gate (commons_record_get_title (node)) / 2 + GAP;
  const Span span = { bounds->x + bounds->width / 2 - half, bounds->x + bounds->width / 2 + half };

  if (top < border + NAME_REACH + GAP && bottom > border - NAME_REACH - GAP)
    g_array_append_val (spans, span);
}

/* The obstacles of a row, the gap on both sides included. */
static GArray *
list_spans (GPtrArray *obstacles,
            int        top,
            int        bottom)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < obstacles->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (obstacles, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);
      Span span = { bounds->x - GAP, bounds->x + bounds->width + GAP };

      if (commons_place_is_disc (node))
        add_name (spans, node, top, bottom);
      if (top >= bounds->y + bounds->height + GAP || bottom <= bounds->y - GAP)
        continue;

      if (commons_place_is_disc (node))
        {
          double half = get_half_chord (bounds, GAP, top, bottom, TRUE);

          span.from = (int) floor (bounds->x + bounds->width / 2.0 - half);
          span.to = (int) ceil (bounds->x + bounds->width / 2.0 + half);
        }

      g_array_append_val (spans, span);
    }

  g_array_sort (spans, compare_spans);
  return spans;
}

/* Looks for a place of @width from the left of @room on. */
static gboolean
find_in_row (GPtrArray  *obstacles,
             const Span *room,
             int         top,
             int         width,
             int         height,
             int        *x)
{
  g_autoptr (GArray) spans = list_spans (obstacles, top, top + height);

  *x = snap_up (room->from);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->from >= *x + width)
        break;
      if (span->to > *x)
        *x = snap_up (span->to);
    }

  return *x + width <= room->to;
}

/* A rectangle is enough: what only has a corner there is in no way. */
static gboolean
lies_over (CommonsRecord *node,
           CommonsRecord *container)
{
  const CommonsRect *a = commons_record_get_bounds (node), *b = commons_record_get_bounds (container);

  return node != container && a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height && !commons_board_contains (node, container);
}

/* What is in the way: in a container what lies in it or over its border, on
 * the ground all. */
static GPtrArray *
list_obstacles (CommonsBoard  *board,
                CommonsRecord *container,
                GHashTable    *skip)
{
  GPtrArray *obstacles = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!g_hash_table_contains (skip, commons_record_get_id (node)) &&
          (container == NULL || lies_over (node, container)))
        g_ptr_array_add (obstacles, node);
    }

  return obstacles;
}

static gboolean
find_in_container (CommonsRecord *container,
                   GPtrArray     *obstacles,
                   CommonsRect   *place)
{
  const CommonsRect *bounds = commons_record_get_bounds (container);
  gboolean disc = commons_place_is_disc (container);
  int last = bounds->y + bounds->height - (disc ? GAP : ZONE_MARGIN) - place->height;

  for (int y = snap_up (bounds->y + (disc ? CIRCLE_NAME : ZONE_NAME)); y <= last; y += COMMONS_GRID)
    {
      Span room;

      if (get_room (container, y, y + place->height, &room) &&
          find_in_row (obstacles, &room, y, place->width, place->height, &place->x))
        {
          place->y = y;
          return TRUE;
        }
    }

  return FALSE;
}

/* The nearest place to the right of @near, on its own height or near it. */
static gboolean
find_on_ground (GPtrArray         *obstacles,
                const CommonsRect *near,
                const CommonsRect *old,
                CommonsRect       *place)
{
  const Span room = { near->x + near->width + GROUND_MARGIN, COMMONS_COORD_MAX };
  int best = G_MAXINT;

  for (int away = 0; away < MIN (best, GROUND_REACH); away += COMMONS_GRID)
    {
      for (int sign = 1; sign >= -1; sign -= 2)
        {
          int y = snap_up (old->y + sign * away), x;

          if (find_in_row (obstacles, &room, y, place->width, place->height, &x) &&
              x - room.from + away < best)
            {
              place->x = x;
              place->y = y;
              best = x - room.from + away;
            }
        }
    }

  return best != G_MAXINT;
}

gboolean
_commons_refile_find_place (CommonsBoard      *board,
                            CommonsRecord     *container,
                            GHashTable        *skip,
                            const CommonsRect *near,
                            CommonsRect       *place)
{
  g_autoptr (GPtrArray) obstacles = list_obstacles (board, container, skip);
  const CommonsRect old = *place;

  return container != NULL ? find_in_container (container, obstacles, place)
                           : find_on_ground (obstacles, near, &old, place);
}

/* Circles keep their base, so that what is gained is one crescent on top;
 * zones grow downwards. */
static CommonsRect
get_larger (CommonsRecord *container,
            int            by)
{
  CommonsRect bounds = *commons_record_get_bounds (container);

  if (commons_place_is_disc (container))
    {
      bounds.x += bounds.width / 2;
      bounds.y += bounds.height;
      bounds.width = bounds.height = MIN (bounds.width, bounds.height) + by;
      bounds.x -= bounds.width / 2;
      bounds.y -= bounds.height;
      return bounds;
    }

  bounds.height += by;
  return bounds;
}

gboolean
_commons_refile_find_growth (CommonsBoard  *board,
                             CommonsRecord *container,
                             GHashTable    *skip,
                             CommonsRect   *place,
                             CommonsRect   *grown)
{
  g_autoptr (GPtrArray) obstacles = list_obstacles (board, container, skip);
  const int enough = 4 * (place->width + place->height) + 2 * ZONE_NAME;

  for (int by = 2 * COMMONS_GRID; by <= enough; by += 2 * COMMONS_GRID)
    {
      g_autoptr (CommonsRecord) larger = NULL;

      *grown = get_larger (container, by);
      /* A zone that is narrower than what comes gets wider too. */
      if (!commons_place_is_disc (container))
        grown->width = MAX (grown->width, place->width + 2 * ZONE_MARGIN + COMMONS_GRID);

      larger = commons_record_with_bounds (container, grown);
      if (find_in_container (larger, obstacles, place))
        return TRUE;
    }

  return FALSE;
}
