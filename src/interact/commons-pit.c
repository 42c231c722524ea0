/* commons-pit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-pit"

#include "config.h"

#include "commons-pit.h"
#include "commons-tool.h"

/* Lines tried on each side of the straight one. */
#define MAX_LANES 8

/* What a step aside costs against a step ahead. */
#define LINE_ASIDE_COST 4
#define FAN_AHEAD_COST  3

/* A circle or zone keeps that much free along its edge, and more at the top,
 * where its name is. */
#define EDGE 6
#define NAME_HEIGHT 36

/* Half the height of a name that stands on the border. */
#define NAME_ABOVE 12

/* How far around a point a place is looked for, in squares that grow by a
 * step. */
#define MAX_RINGS 40
#define RING_STEP (2 * COMMONS_GRID)

/* A range along the direction that is taken. */
typedef struct
{
  int begin;
  int end;
} Span;

typedef struct
{
  CommonsBoard     *board;
  CommonsRecord    *from;
  CommonsRecord    *container; /* of @from, NULL when it lies in none */
  GPtrArray        *taken;     /* nodes to keep clear of */
  CommonsDirection  direction;
  CommonsPitShape   shape;
  int               gap;
} Search;

static gboolean
is_circle (CommonsRecord *node)
{
  return commons_record_is_group (node) && g_strcmp0 (commons_record_get_kind (node), "circle") == 0;
}

/* The room a node takes, name included. */
static CommonsRect
get_room (CommonsRecord *node)
{
  CommonsRect room = *commons_record_get_bounds (node);

  if (commons_record_is_group (node))
    {
      room.y -= NAME_ABOVE;
      room.height += NAME_ABOVE;
    }

  return room;
}

static gboolean
is_down (CommonsDirection direction)
{
  return direction == COMMONS_DIRECTION_UP || direction == COMMONS_DIRECTION_DOWN;
}

static gboolean
is_backwards (CommonsDirection direction)
{
  return direction == COMMONS_DIRECTION_UP || direction == COMMONS_DIRECTION_LEFT;
}

/* Turns a rectangle so that the search always goes to the bottom. The same
 * turn brings it back. */
static CommonsRect
turn (CommonsDirection   direction,
      const CommonsRect *rect)
{
  CommonsRect turned = *rect;

  if (!is_down (direction))
    turned = (CommonsRect) { rect->y, rect->x, rect->height, rect->width };
  if (is_backwards (direction))
    turned.y = -turned.y - turned.height;

  return turned;
}

static CommonsRect
turn_back (CommonsDirection   direction,
           const CommonsRect *rect)
{
  CommonsRect turned = *rect;

  if (is_backwards (direction))
    turned.y = -turned.y - turned.height;

  return is_down (direction) ? turned : (CommonsRect) { turned.y, turned.x, turned.height, turned.width };
}

static GPtrArray *
list_taken (Search *search)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (search->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (search->board, i);

      if (!commons_board_contains (node, search->from))
        g_ptr_array_add (taken, node);
    }

  return taken;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *first = a, *second = b;

  return first->begin != second->begin ? (first->begin > second->begin ? 1 : -1) : 0;
}

/* What lies on a line of that width, in order. */
static GArray *
list_spans (Search *search,
            int     left,
            int     width)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < search->taken->len; i++)
    {
      const CommonsRect room = get_room (g_ptr_array_index (search->taken, i));
      const CommonsRect turned = turn (search->direction, &room);
      const Span span = { turned.y - search->gap, turned.y + turned.height + search->gap };

      if (turned.x - search->gap < left + width && turned.x + turned.width + search->gap > left)
        g_array_append_val (spans, span);
    }

  g_array_sort (spans, compare_spans);

  return spans;
}

/* The first place on the line, from @top on. */
static int
slide (GArray *spans,
       int     top,
       int     height)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->begin >= top + height)
        break;
      top = MAX (top, span->end);
    }

  return top;
}

static gboolean
is_in_disc (const CommonsRect *disc,
            const CommonsRect *rect)
{
  gint64 radius = MIN (disc->width, disc->height) / 2 - EDGE;
  gint64 x = disc->x + disc->width / 2, y = disc->y + disc->height / 2;
  gint64 dx = MAX (ABS (rect->x - x), ABS (rect->x + rect->width - x));
  gint64 dy = MAX (ABS (rect->y - y), ABS (rect->y + rect->height - y));

  return radius > 0 && dx * dx + dy * dy <= radius * radius;
}

/* Where a card stands beside the name, another one may. */
static gboolean
is_in_frame (const CommonsRect *frame,
             const CommonsRect *from,
             const CommonsRect *rect)
{
  int top = CLAMP (from->y - frame->y, EDGE, NAME_HEIGHT);

  return rect->x >= frame->x + EDGE && rect->y >= frame->y + top &&
         rect->x + rect->width <= frame->x + frame->width - EDGE &&
         rect->y + rect->height <= frame->y + frame->height - EDGE;
}

static gboolean
is_inside (Search            *search,
           const CommonsRect *turned)
{
  const CommonsRect rect = turn_back (search->direction, turned);
  const CommonsRect *bounds;

  if (search->container == NULL)
    return TRUE;

  bounds = commons_record_get_bounds (search->container);

  return is_circle (search->container) ? is_in_disc (bounds, &rect)
                                       : is_in_frame (bounds, commons_record_get_bounds (search->from), &rect);
}

/* Goes along a line until a place is free and inside. */
static gboolean
walk_lane (Search      *search,
           CommonsRect *turned)
{
  g_autoptr (GArray) spans = list_spans (search, turned->x, turned->width);
  int end = COMMONS_COORD_MAX;

  if (search->container != NULL)
    {
      const CommonsRect bounds = turn (search->direction, commons_record_get_bounds (search->container));

      end = bounds.y + bounds.height;
    }

  for (turned->y = slide (spans, turned->y, turned->height);
       turned->y + turned->height <= end;
       turned->y = slide (spans, turned->y + COMMONS_GRID, turned->height))
    {
      if (is_inside (search, turned))
        return TRUE;
    }

  return FALSE;
}

/* A second column begins where the first one began. */
static int
get_lane_start (Search            *search,
                const CommonsRect *straight,
                int                lane)
{
  CommonsRect bounds;

  if (lane == 0 || search->shape == COMMONS_PIT_FAN || search->container == NULL)
    return straight->y;

  bounds = turn (search->direction, commons_record_get_bounds (search->container));

  return MIN (bounds.y, straight->y);
}

static gint64
weigh (Search            *search,
       const CommonsRect *straight,
       const CommonsRect *place)
{
  gint64 ahead = MAX (place->y - straight->y, 0);
  gint64 aside = ABS (place->x - straight->x);

  return search->shape == COMMONS_PIT_FAN ? ahead * FAN_AHEAD_COST + aside : ahead + aside * LINE_ASIDE_COST;
}

static gboolean
find_best (Search            *search,
           const CommonsRect *straight,
           gboolean           mirrored,
           CommonsRect       *best)
{
  gint64 least = G_MAXINT64;
  int pitch = straight->width + MAX (search->gap, 2 * COMMONS_GRID);

  for (int i = 0; i <= 2 * MAX_LANES; i++)
    {
      /* 0, 1, -1, 2, -2, … */
      int lane = (i % 2 != 0 ? i / 2 + 1 : -i / 2) * (mirrored ? -1 : 1);
      CommonsRect place = *straight;

      place.x += lane * pitch;
      place.y = get_lane_start (search, straight, lane);
      if (walk_lane (search, &place) && weigh (search, straight, &place) < least)
        {
          least = weigh (search, straight, &place);
          *best = place;
        }
    }

  return least < G_MAXINT64;
}

gboolean
commons_pit_find_beside (CommonsBoard     *board,
                         const char       *from,
                         CommonsDirection  direction,
                         CommonsPitShape   shape,
                         int               gap,
                         gboolean          right_to_left,
                         CommonsRect      *pit)
{
  g_autoptr (GPtrArray) taken = NULL;
  Search search = { board, NULL, NULL, NULL, direction, shape, gap };
  CommonsRect straight, best, origin;
  gboolean found;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (from != NULL, FALSE);
  g_return_val_if_fail (pit != NULL, FALSE);

  search.from = commons_board_lookup_node (board, from);
  if (search.from == NULL)
    return FALSE;

  search.container = commons_board_get_parent (board, from);
  search.taken = taken = list_taken (&search);

  origin = turn (direction, commons_record_get_bounds (search.from));
  straight = turn (direction, pit);
  straight.x = origin.x;
  straight.y = origin.y + origin.height + gap;

  found = find_best (&search, &straight, right_to_left && is_down (direction), &best);
  if (!found)
    {
      search.container = NULL;
      best = straight;
      find_best (&search, &straight, right_to_left && is_down (direction), &best);
    }
  *pit = turn_back (direction, &best);

  return found;
}

static gboolean
is_near (const CommonsRect *a,
         int                gap,
         const CommonsRect *b)
{
  return a->x < b->x + b->width + gap && a->x + a->width + gap > b->x &&
         a->y < b->y + b->height + gap && a->y + a->height + gap > b->y;
}

/* The cards within a rectangle that is larger by a margin. */
static GPtrArray *
list_near (CommonsBoard      *board,
           const char        *except,
           int                margin,
           const CommonsRect *rect)
{
  GPtrArray *near = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!commons_record_is_group (node) && g_strcmp0 (commons_record_get_id (node), except) != 0 &&
          is_near (commons_record_get_bounds (node), margin, rect))
        g_ptr_array_add (near, node);
    }

  return near;
}

static gboolean
is_free (GPtrArray         *near,
         int                gap,
         const CommonsRect *rect)
{
  for (guint i = 0; i < near->len; i++)
    {
      if (is_near (commons_record_get_bounds (g_ptr_array_index (near, i)), gap, rect))
        return FALSE;
    }

  return TRUE;
}

/* Tries the places of one square around the first one. */
static gboolean
find_on_ring (GPtrArray   *near,
              int          ring,
              int          gap,
              CommonsRect *pit)
{
  for (int i = -ring; i <= ring; i++)
    {
      /* Of the rows between top and bottom, both ends only. */
      int step = ABS (i) == ring ? 1 : 2 * ring;

      for (int j = -ring; j <= ring; j += step)
        {
          const CommonsRect place = { pit->x + j * RING_STEP, pit->y + i * RING_STEP, pit->width, pit->height };

          if (is_free (near, gap, &place))
            {
              *pit = place;
              return TRUE;
            }
        }
    }

  return FALSE;
}

gboolean
commons_pit_find_around (CommonsBoard *board,
                         const char   *except,
                         int           gap,
                         CommonsRect  *pit)
{
  g_autoptr (GPtrArray) near = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (pit != NULL, FALSE);

  near = list_near (board, except, MAX_RINGS * RING_STEP + gap, pit);
  for (int ring = 0; ring <= MAX_RINGS; ring++)
    {
      if (find_on_ring (near, ring, gap, pit))
        return TRUE;
    }

  return FALSE;
}
