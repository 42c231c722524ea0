/* commons-refile-grow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A container that is too small grows: what lies in it keeps its place, what
 * stands beside it makes room, and the containers around it grow with it.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-place.h"
#include "commons-refile-private.h"

#define GAP COMMONS_REFILE_GAP

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

/* The smallest bounds of whole units around a disc. */
static CommonsRect
get_disc_bounds (const Disc *disc)
{
  int size = (int) ceil (2 * disc->radius);

  return (CommonsRect) {
    (int) floor (disc->x - size / 2.0), (int) floor (disc->y - size / 2.0), size, size,
  };
}

static CommonsRect
widen (const CommonsRect *bounds,
       int                by)
{
  return (CommonsRect) { bounds->x - by, bounds->y - by, bounds->width + 2 * by, bounds->height + 2 * by };
}

static gboolean
disc_holds_point (const Disc *disc,
                  double      x,
                  double      y)
{
  return hypot (x - disc->x, y - disc->y) <= disc->radius;
}

static gboolean
disc_holds (const Disc        *outer,
            const CommonsRect *bounds,
            gboolean           disc)
{
  const int right = bounds->x + bounds->width, bottom = bounds->y + bounds->height;

  if (disc)
    {
      Disc inner = get_disc (bounds);

      return hypot (inner.x - outer->x, inner.y - outer->y) + inner.radius <= outer->radius;
    }

  return disc_holds_point (outer, bounds->x, bounds->y) && disc_holds_point (outer, right, bounds->y) &&
         disc_holds_point (outer, bounds->x, bottom) && disc_holds_point (outer, right, bottom);
}

gboolean
_commons_refile_holds (CommonsRecord     *container,
                       const CommonsRect *bounds,
                       gboolean           disc)
{
  const CommonsRect *outer = commons_record_get_bounds (container);
  const Disc round = get_disc (outer);

  if (commons_place_is_disc (container))
    return disc_holds (&round, bounds, disc);

  return bounds->x >= outer->x && bounds->y >= outer->y &&
         bounds->x + bounds->width <= outer->x + outer->width &&
         bounds->y + bounds->height <= outer->y + outer->height;
}

/* The smallest disc around another one and a disc of that radius (or a point
 * for 0). */
static void
extend_disc (Disc   *disc,
             double  x,
             double  y,
             double  radius)
{
  double distance = hypot (x - disc->x, y - disc->y);
  double grown = (disc->radius + distance + radius) / 2;

  if (distance + disc->radius <= radius)
    {
      *disc = (Disc) { x, y, radius };
      return;
    }

  if (distance + radius <= disc->radius || distance == 0)
    {
      disc->radius = MAX (disc->radius, distance + radius);
      return;
    }

  disc->x += (x - disc->x) / distance * (grown - disc->radius);
  disc->y += (y - disc->y) / distance * (grown - disc->radius);
  disc->radius = grown;
}

/* What a disc becomes to hold something as well; one unit more for rounding. */
static CommonsRect
extend_round (const CommonsRect *outer,
              const CommonsRect *bounds,
              gboolean           disc)
{
  const CommonsRect wide = widen (bounds, GAP);
  Disc round = get_disc (outer);
  const Disc inner = get_disc (&wide);

  if (disc)
    {
      extend_disc (&round, inner.x, inner.y, inner.radius);
    }
  else
    {
      extend_disc (&round, wide.x, wide.y, 0);
      extend_disc (&round, wide.x + wide.width, wide.y, 0);
      extend_disc (&round, wide.x, wide.y + wide.height, 0);
      extend_disc (&round, wide.x + wide.width, wide.y + wide.height, 0);
    }

  round.radius += 1;
  return get_disc_bounds (&round);
}

static CommonsRect
extend_rectangle (const CommonsRect *outer,
                  const CommonsRect *bounds)
{
  const CommonsRect wide = widen (bounds, GAP);
  int x = MIN (outer->x, wide.x), y = MIN (outer->y, wide.y);
  int right = MAX (outer->x + outer->width, wide.x + wide.width);
  int bottom = MAX (outer->y + outer->height, wide.y + wide.height);

  return (CommonsRect) { x, y, right - x, bottom - y };
}

/* A container and all around it, inside out, as they lie before any grows:
 * on the way an inner one may be larger than what is around it. */
static GPtrArray *
list_chain (CommonsBoard *board,
            const char   *container)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func (g_free);

  for (CommonsRecord *node = commons_board_lookup_node (board, container);
       node != NULL;
       node = commons_board_get_parent (board, commons_record_get_id (node)))
    g_ptr_array_add (chain, g_strdup (commons_record_get_id (node)));

  return chain;
}

static gboolean
grow_around (CommonsEditor     *editor,
             GPtrArray         *chain,
             guint              n,
             const CommonsRect *bounds,
             gboolean           disc);

static void
grow_parent (CommonsEditor *editor,
             GPtrArray     *chain,
             guint          n,
             const char    *id)
{
  CommonsRecord *node = commons_board_lookup_node (commons_editor_get_board (editor), id);

  grow_around (editor, chain, n, commons_record_get_bounds (node), commons_place_is_disc (node));
}

/* Grows the nth one of the chain, and those around it as far as needed. */
static void
grow_nth (CommonsEditor     *editor,
          GPtrArray         *chain,
          guint              n,
          const CommonsRect *bounds)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  const char *container = g_ptr_array_index (chain, n);
  CommonsRecord *node = commons_board_lookup_node (board, container);
  g_autoptr (GPtrArray) neighbours = _commons_refile_list_neighbours (board, node, bounds);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) content = NULL;

  g_ptr_array_add (ids, (gpointer) container);
  content = _commons_arrange_collect (board, ids);
  commons_arrange_resize (editor, container, bounds, "");

  for (guint i = 0; i < neighbours->len; i++)
    _commons_refile_push (editor, container, g_ptr_array_index (neighbours, i), content);

  if (n + 1 < chain->len)
    {
      grow_parent (editor, chain, n + 1, container);
      for (guint i = 0; i < neighbours->len; i++)
        {
          if (!g_str_equal (g_ptr_array_index (neighbours, i), g_ptr_array_index (chain, n + 1)))
            grow_parent (editor, chain, n + 1, g_ptr_array_index (neighbours, i));
        }
    }

  /* Pushed apart, some may lie over others now. */
  for (guint i = 0; i < neighbours->len; i++)
    _commons_refile_unhide (editor, n + 1 < chain->len ? g_ptr_array_index (chain, n + 1) : NULL,
                            g_ptr_array_index (neighbours, i));
}

static gboolean
grow_around (CommonsEditor     *editor,
             GPtrArray         *chain,
             guint              n,
             const CommonsRect *bounds,
             gboolean           disc)
{
  CommonsRecord *node = commons_board_lookup_node (commons_editor_get_board (editor), g_ptr_array_index (chain, n));
  const CommonsRect *old = commons_record_get_bounds (node);
  CommonsRect grown;

  if (commons_record_is_locked (node) || _commons_refile_holds (node, bounds, disc))
    return FALSE;

  grown = commons_place_is_disc (node) ? extend_round (old, bounds, disc) : extend_rectangle (old, bounds);
  grow_nth (editor, chain, n, &grown);

  return TRUE;
}

void
_commons_refile_grow_to (CommonsEditor     *editor,
                         const char        *container,
                         const CommonsRect *bounds)
{
  g_autoptr (GPtrArray) chain = list_chain (commons_editor_get_board (editor), container);

  grow_nth (editor, chain, 0, bounds);
}

gboolean
_commons_refile_grow_around (CommonsEditor     *editor,
                             const char        *container,
                             const CommonsRect *bounds,
                             gboolean           disc)
{
  g_autoptr (GPtrArray) chain = list_chain (commons_editor_get_board (editor), container);

  return grow_around (editor, chain, 0, bounds, disc);
}
