/* commons-in-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-in-view"

#include "config.h"

#include "commons-in-view.h"

static gboolean
intersects (const CommonsRect *a,
            const CommonsRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
holds (const CommonsRect *outer,
       const CommonsRect *inner)
{
  return outer->x < inner->x && outer->x + outer->width > inner->x + inner->width &&
         outer->y < inner->y && outer->y + outer->height > inner->y + inner->height;
}

/* The squares of how far the nearest and the farthest point of a span are from
 * a value. */
static void
get_distances (double  value,
               double  start,
               double  end,
               double *nearest,
               double *farthest)
{
  double near = value < start ? start - value : value > end ? value - end : 0;
  double far = MAX (ABS (value - start), ABS (value - end));

  *nearest += near * near;
  *farthest += far * far;
}

/* Whether the border of the disc drawn for a circle crosses the view. */
static gboolean
shows_border (const CommonsRect *circle,
              const CommonsRect *visible)
{
  double radius = MIN (circle->width, circle->height) / 2.0;
  double nearest = 0, farthest = 0;

  get_distances (circle->x + circle->width / 2.0, visible->x, (double) visible->x + visible->width, &nearest, &farthest);
  get_distances (circle->y + circle->height / 2.0, visible->y, (double) visible->y + visible->height, &nearest, &farthest);

  return nearest <= radius * radius && farthest >= radius * radius;
}

static gboolean
is_in_view (CommonsRecord     *node,
            const CommonsRect *visible)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  if (!intersects (bounds, visible))
    return FALSE;
  if (!commons_record_is_group (node))
    return TRUE;
  if (g_strcmp0 (commons_record_get_kind (node), "circle") == 0)
    return shows_border (bounds, visible);

  return !holds (bounds, visible);
}

gboolean
commons_board_is_in_view (CommonsBoard      *board,
                          const CommonsRect *visible,
                          guint             *found)
{
  guint n_nodes;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (visible != NULL, FALSE);

  /* While somebody looks about, it is the same one most of the time. */
  n_nodes = commons_board_get_n_nodes (board);
  if (found != NULL && *found < n_nodes && is_in_view (commons_board_get_node (board, *found), visible))
    return TRUE;

  /* Cards come last, and there are more of them. */
  for (guint i = n_nodes; i > 0; i--)
    {
      if (!is_in_view (commons_board_get_node (board, i - 1), visible))
        continue;

      if (found != NULL)
        *found = i - 1;
      return TRUE;
    }

  return FALSE;
}
