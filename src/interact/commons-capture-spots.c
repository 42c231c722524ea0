/* commons-capture-spots.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places beside cards, on borders and in rings.
 */

#define G_LOG_DOMAIN "commons-capture"

#include "config.h"

#include <math.h>

#include "commons-capture-private.h"
#include "commons-arrange.h"
#include "commons-gate.h"
#include "commons-pit.h"
#include "commons-place.h"
#include "commons-refile-private.h"
#include "commons-tool.h"

/* How far along the side of a card another one is put, in board units. */
#define MAX_SHIFT 240

/* Between two places that are tried on a border, in radians. */
#define TURN 0.12

static gboolean
overlaps (const CommonsRect *a,
          const CommonsRect *b,
          int                gap)
{
  return a->x < b->x + b->width + gap && a->x + a->width + gap > b->x &&
         a->y < b->y + b->height + gap && a->y + a->height + gap > b->y;
}

static gboolean
overlaps_disc (const CommonsRect *bounds,
               const CommonsRect *disc)
{
  double x = disc->x + disc->width / 2.0, y = disc->y + disc->height / 2.0;
  double near_x = CLAMP (x, bounds->x, bounds->x + bounds->width);
  double near_y = CLAMP (y, bounds->y, bounds->y + bounds->height);

  return hypot (x - near_x, y - near_y) < MIN (disc->width, disc->height) / 2.0;
}

static gboolean
is_over (const CommonsRect *place,
         CommonsRecord     *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  return commons_place_is_disc (node) ? overlaps_disc (place, bounds) : overlaps (place, bounds, 0);
}

/* How good a place beside a card has to be. */
typedef enum
{
  CARE_HOME,  /* hides nothing, and lies in the same container alone */
  CARE_CARDS, /* hides no card */
  CARE_OWN,   /* hides nothing that is docked there as well */
} Care;

typedef struct
{
  CommonsBoard  *board;
  CommonsRecord *host;
  CommonsRecord *home; /* nullable */
  GHashTable    *own;  /* ids of the host and what is docked there */
  const char    *except;
} Dock;

static gboolean
is_in_the_way (const Dock        *dock,
               Care               care,
               CommonsRecord     *node,
               const CommonsRect *place)
{
  const char *id = commons_record_get_id (node);

  if (node == dock->host || g_str_equal (id, dock->except) ||
      (care == CARE_OWN && !g_hash_table_contains (dock->own, id)))
    return FALSE;

  if (commons_record_is_group (node))
    return care == CARE_HOME && !commons_board_contains (node, dock->host) && is_over (place, node);

  return overlaps (commons_record_get_bounds (node), place, 0);
}

static gboolean
is_good (const Dock        *dock,
         Care               care,
         const CommonsRect *place)
{
  if (care == CARE_HOME && dock->home != NULL && !_commons_refile_holds (dock->home, place, FALSE))
    return FALSE;

  for (guint i = 0; i < commons_board_get_n_nodes (dock->board); i++)
    {
      if (is_in_the_way (dock, care, commons_board_get_node (dock->board, i), place))
        return FALSE;
    }

  return TRUE;
}

static CommonsRect
get_side (const CommonsRect *host,
          const CommonsRect *place,
          CommonsDirection   direction)
{
  CommonsRect side = { host->x, host->y, place->width, place->height };

  switch (direction)
    {
    case COMMONS_DIRECTION_LEFT:
      side.x = host->x - place->width - COMMONS_DOCK_GAP;
      break;
    case COMMONS_DIRECTION_UP:
      side.y = host->y - place->height - COMMONS_DOCK_GAP;
      break;
    case COMMONS_DIRECTION_DOWN:
      side.y = host->y + host->height + COMMONS_DOCK_GAP;
      break;
    case COMMONS_DIRECTION_RIGHT:
    default:
      side.x = host->x + host->width + COMMONS_DOCK_GAP;
      break;
    }

  return side;
}

/* Shifted along the side it docks at, as long as both still face each other. */
static gboolean
shift_along (CommonsRect       *side,
             const CommonsRect *host,
             CommonsDirection   direction,
             int                by)
{
  if (direction == COMMONS_DIRECTION_UP || direction == COMMONS_DIRECTION_DOWN)
    side->x += by;
  else
    side->y += by;

  return by == 0 || commons_place_is_docked (side, host);
}

static gboolean
try_sides (const Dock  *dock,
           Care         care,
           int          by,
           CommonsRect *place)
{
  static const CommonsDirection directions[] = {
    COMMONS_DIRECTION_RIGHT, COMMONS_DIRECTION_LEFT, COMMONS_DIRECTION_DOWN, COMMONS_DIRECTION_UP,
  };
  const CommonsRect *bounds = commons_record_get_bounds (dock->host);

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      CommonsRect side = get_side (bounds, place, directions[i]);

      if (shift_along (&side, bounds, directions[i], by) && is_good (dock, care, &side))
        {
          *place = side;
          return TRUE;
        }
    }

  return FALSE;
}

/* Side by side is best. */
static gboolean
try_all (const Dock  *dock,
         Care         care,
         CommonsRect *place)
{
  const CommonsRect *bounds = commons_record_get_bounds (dock->host);
  int reach = MIN (MAX (bounds->width, bounds->height), MAX_SHIFT);

  for (int by = 0; by < reach; by += COMMONS_GRID)
    {
      if (try_sides (dock, care, by, place) || try_sides (dock, care, -by, place))
        return TRUE;
    }

  return FALSE;
}

gboolean
_commons_capture_find_dock (CommonsBoard  *board,
                            CommonsRecord *host,
                            const char    *except,
                            CommonsRect   *place)
{
  const char *id = commons_record_get_id (host);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) own = NULL;
  Dock dock;

  g_ptr_array_add (ids, (gpointer) id);
  own = commons_arrange_gather (board, ids);
  dock = (Dock) { board, host, commons_board_get_parent (board, id), own, except };

  if (try_all (&dock, CARE_HOME, place) || try_all (&dock, CARE_CARDS, place))
    return TRUE;

  if (!commons_record_is_locked (host) && try_all (&dock, CARE_OWN, place))
    return FALSE;

  *place = get_side (commons_record_get_bounds (host), place, COMMONS_DIRECTION_RIGHT);
  commons_pit_find_beside (board, id, COMMONS_DIRECTION_RIGHT, COMMONS_PIT_FAN, COMMONS_DOCK_GAP, FALSE, place);

  return TRUE;
}

static gboolean
is_free_on_border (CommonsBoard      *board,
                   CommonsRecord     *circle,
                   const char        *except,
                   double             x,
                   double             y,
                   const CommonsRect *place)
{
  if (commons_gate_find_border (board, x, y, COMMONS_GATE_REACH, NULL) != circle)
    return FALSE;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!commons_record_is_group (node) && !g_str_equal (commons_record_get_id (node), except) &&
          overlaps (commons_record_get_bounds (node), place, COMMONS_REFILE_GAP))
        return FALSE;
    }

  return TRUE;
}

/* Ways in are up on the right and ways out on the left, as on the boards of
 * the method; then it goes on around, the name at the top avoided. */
void
_commons_capture_find_gate (CommonsBoard  *board,
                            CommonsRecord *circle,
                            CommonsRecord *rule,
                            CommonsRect   *place)
{
  const char *id = commons_record_get_id (rule);
  gboolean out = commons_gate_get_way (rule) == COMMONS_GATE_OUT;
  gboolean found = FALSE;

  place->width = commons_arrange_measure_gate (commons_record_get_title (rule));
  place->height = COMMONS_GATE_HEIGHT;

  for (double turn = 0; turn < G_PI && !found; turn += TURN)
    {
      for (int sign = 1; sign >= -1 && !found; sign -= 2)
        {
          double angle = out ? -2.76 - sign * turn : -0.38 + sign * turn;
          double x, y;

          commons_gate_get_point (circle, angle, &x, &y);
          place->x = (int) round (x - place->width / 2.0);
          place->y = (int) round (y - place->height / 2.0);
          found = fabs (remainder (angle + G_PI / 2, 2 * G_PI)) > 0.3 &&
                  is_free_on_border (board, circle, id, x, y, place);
        }
    }
}

static gboolean
is_circle (CommonsRecord *node)
{
  return commons_place_is_disc (node) && g_strcmp0 (commons_record_get_kind (node), "circle") == 0 &&
         g_strcmp0 (commons_record_get_string (node, "commons/side"), "i") != 0;
}

static gint64
get_area (CommonsRecord *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  return (gint64) bounds->width * bounds->height;
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  gint64 first = get_area (*(CommonsRecord *const *) a);
  gint64 second = get_area (*(CommonsRecord *const *) b);

  return first > second ? -1 : first < second;
}

static JsonNode *
get_member (JsonNode   *node,
            const char *name)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name)
                                                       : NULL;
}

/* Whether a circle says its ring, which a file may do in any way. */
static gboolean
get_number (CommonsRecord *circle,
            double        *number)
{
  JsonObject *object = commons_record_get_object (circle);
  JsonNode *fields = get_member (json_object_get_member (object, "commons"), "fields");
  JsonNode *ring = get_member (fields, "ring");

  if (ring == NULL || !JSON_NODE_HOLDS_VALUE (ring) ||
      (json_node_get_value_type (ring) != G_TYPE_INT64 && json_node_get_value_type (ring) != G_TYPE_DOUBLE))
    return FALSE;

  *number = json_node_get_double (ring);

  return isfinite (*number);
}

/* The circle whose number is the nearest; among equals the largest. */
static CommonsRecord *
find_nearest (GPtrArray *circles,
              double     wanted)
{
  CommonsRecord *best = NULL;
  double best_distance = INFINITY;

  for (guint i = 0; i < circles->len; i++)
    {
      CommonsRecord *circle = g_ptr_array_index (circles, i);
      double number;

      if (get_number (circle, &number) && fabs (number - wanted) < best_distance)
        {
          best = circle;
          best_distance = fabs (number - wanted);
        }
    }

  return best;
}

/* Where circles have numbers, those count: 0 is the core. A little more than
 * half way, so that of four the one nearer to the outside is in the middle. */
static CommonsRecord *
find_by_number (GPtrArray   *circles,
                CommonsRing  ring)
{
  double least = INFINITY, most = -INFINITY, number;

  for (guint i = 0; i < circles->len; i++)
    {
      if (get_number (g_ptr_array_index (circles, i), &number))
        {
          least = MIN (least, number);
          most = MAX (most, number);
        }
    }

  if (least > most)
    return NULL;

  return find_nearest (circles, ring == COMMONS_RING_INNER ? least : ring == COMMONS_RING_OUTER
                                                                    ? most : (least + most) / 2 + 0.1);
}

/* Else the largest one counts, and the largest in that one, and so on. */
static CommonsRecord *
find_by_nesting (GPtrArray   *circles,
                 CommonsRing  ring)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  for (guint i = 0; i < circles->len; i++)
    {
      CommonsRecord *circle = g_ptr_array_index (circles, i);

      if (chain->len == 0 || commons_board_contains (g_ptr_array_index (chain, chain->len - 1), circle))
        g_ptr_array_add (chain, circle);
    }

  if (chain->len == 0)
    return NULL;

  return g_ptr_array_index (chain, ring == COMMONS_RING_OUTER ? 0 : ring == COMMONS_RING_INNER
                                                                      ? chain->len - 1 : (chain->len - 1) / 2);
}

CommonsRecord *
_commons_capture_find_ring (CommonsBoard *board,
                            CommonsRing   ring)
{
  g_autoptr (GPtrArray) circles = g_ptr_array_new ();
  CommonsRecord *circle;

  if (ring == COMMONS_RING_NONE)
    return NULL;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (is_circle (node))
        g_ptr_array_add (circles, node);
    }

  g_ptr_array_sort (circles, compare_areas);
  circle = find_by_number (circles, ring);

  return circle ? circle : find_by_nesting (circles, ring);
}
