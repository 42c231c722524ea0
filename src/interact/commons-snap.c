/* commons-snap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Alignment of what is dragged with its neighbours. Everything lies on whole
 * units but centres, which may fall half way between two.
 */

#define G_LOG_DOMAIN "commons-snap"

#include "config.h"

#include <math.h>

#include "commons-snap-private.h"

/* More neighbours than a view holds legibly would catch everywhere. */
#define MAX_NEIGHBOURS 200

/* How much nearer an opposite edge has to be to be caught instead of others. */
#define OPPOSITE 3

/* A centre may be half a unit off, since places are whole. */
#define CLOSE 0.5

SnapBox
_commons_snap_box (const CommonsRect *rect,
                   CommonsSnapAxes    axis)
{
  if (axis == COMMONS_SNAP_X)
    return (SnapBox) { rect->x, (double) rect->x + rect->width, rect->y, (double) rect->y + rect->height };

  return (SnapBox) { rect->y, (double) rect->y + rect->height, rect->x, (double) rect->x + rect->width };
}

GArray *
_commons_snap_list_boxes (CommonsSnapper  *self,
                          CommonsSnapAxes  axis,
                          gboolean         copying)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (SnapBox));

  for (guint i = 0; i < self->neighbours->len; i++)
    {
      const SnapNeighbour *neighbour = &g_array_index (self->neighbours, SnapNeighbour, i);
      SnapBox box = _commons_snap_box (&neighbour->rect, axis);

      if (copying || !neighbour->moving)
        g_array_append_val (boxes, box);
    }

  return boxes;
}

void
_commons_snap_offer (SnapCatch *best,
                     double     delta,
                     double     weight)
{
  double cost = fabs (delta) * weight;

  if (fabs (delta) > best->reach || (best->caught && cost >= best->cost))
    return;

  best->delta = delta;
  best->cost = cost;
  best->caught = TRUE;
}

static double
get_distance (const CommonsRect *a,
              const CommonsRect *b)
{
  double dx = (a->x + a->width / 2.0) - (b->x + b->width / 2.0);
  double dy = (a->y + a->height / 2.0) - (b->y + b->height / 2.0);

  return dx * dx + dy * dy;
}

static int
compare_distances (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  double first = get_distance (&((const SnapNeighbour *) a)->rect, user_data);
  double second = get_distance (&((const SnapNeighbour *) b)->rect, user_data);

  return first < second ? -1 : first > second;
}

static gboolean
overlaps (const CommonsRect *a,
          const CommonsRect *b)
{
  return a->x + a->width > b->x && a->y + a->height > b->y &&
         b->x + b->width > a->x && b->y + b->height > a->y;
}

/* Whether what moves lies in a circle or zone, by its centre. */
static gboolean
is_around (CommonsRecord     *node,
           const CommonsRect *bounds)
{
  const CommonsRect *outer = commons_record_get_bounds (node);
  double x = bounds->x + bounds->width / 2.0;
  double y = bounds->y + bounds->height / 2.0;

  return x > outer->x && y > outer->y && x < (double) outer->x + outer->width && y < (double) outer->y + outer->height;
}

CommonsSnapper *
commons_snapper_new (CommonsBoard      *board,
                     GHashTable        *moving,
                     const CommonsRect *bounds,
                     gboolean           groups,
                     const CommonsRect *visible)
{
  CommonsSnapper *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (bounds != NULL, NULL);
  g_return_val_if_fail (visible != NULL, NULL);

  self = g_new0 (CommonsSnapper, 1);
  self->neighbours = g_array_new (FALSE, FALSE, sizeof (SnapNeighbour));

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      gboolean similar = commons_record_is_group (node) ? groups || is_around (node, bounds) : !groups;
      SnapNeighbour neighbour = { *commons_record_get_bounds (node), FALSE };

      if (!similar || !overlaps (&neighbour.rect, visible))
        continue;

      neighbour.moving = moving != NULL && g_hash_table_contains (moving, commons_record_get_id (node));
      g_array_append_val (self->neighbours, neighbour);
    }

  if (self->neighbours->len > MAX_NEIGHBOURS)
    {
      g_array_sort_with_data (self->neighbours, compare_distances, (gpointer) bounds);
      g_array_set_size (self->neighbours, MAX_NEIGHBOURS);
    }

  return self;
}

void
commons_snapper_free (CommonsSnapper *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->neighbours);
  g_free (self);
}

/* Edges are caught at edges, centres at centres; the same edge is meant more
 * often than the opposite one. */
static void
catch_lines (GArray        *boxes,
             const SnapBox *own,
             SnapCatch     *best)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const SnapBox *box = &g_array_index (boxes, SnapBox, i);

      _commons_snap_offer (best, box->from - own->from, 1);
      _commons_snap_offer (best, box->to - own->to, 1);
      _commons_snap_offer (best, box->to - own->from, OPPOSITE);
      _commons_snap_offer (best, box->from - own->to, OPPOSITE);
      _commons_snap_offer (best, (box->from + box->to) / 2 - (own->from + own->to) / 2, 1);
    }
}

static gboolean
snap_axis (CommonsSnapper    *self,
           const CommonsRect *bounds,
           CommonsSnapAxes    axis,
           double             reach,
           gboolean           copying,
           double            *offset,
           double             beside)
{
  g_autoptr (GArray) boxes = _commons_snap_list_boxes (self, axis, copying);
  SnapBox own = _commons_snap_box (bounds, axis);
  SnapCatch best = { .reach = reach };
  double start = own.from;

  own.from += *offset;
  own.to += *offset;
  own.beside_from += beside;
  own.beside_to += beside;
  catch_lines (boxes, &own, &best);
  _commons_snap_catch_gaps (boxes, &own, &best);

  if (best.caught)
    *offset = round (own.from + best.delta) - start;

  return best.caught;
}

CommonsSnapAxes
commons_snapper_move (CommonsSnapper    *self,
                      const CommonsRect *bounds,
                      double             reach,
                      CommonsSnapAxes    axes,
                      gboolean           copying,
                      double            *dx,
                      double            *dy)
{
  CommonsSnapAxes caught = COMMONS_SNAP_NONE;
  double x, y;

  g_return_val_if_fail (self != NULL, COMMONS_SNAP_NONE);
  g_return_val_if_fail (bounds != NULL, COMMONS_SNAP_NONE);
  g_return_val_if_fail (dx != NULL && dy != NULL, COMMONS_SNAP_NONE);

  x = *dx;
  y = *dy;
  if ((axes & COMMONS_SNAP_X) != 0 && snap_axis (self, bounds, COMMONS_SNAP_X, reach, copying, dx, y))
    caught |= COMMONS_SNAP_X;
  if ((axes & COMMONS_SNAP_Y) != 0 && snap_axis (self, bounds, COMMONS_SNAP_Y, reach, copying, dy, x))
    caught |= COMMONS_SNAP_Y;

  return caught;
}

gboolean
commons_snapper_edge (CommonsSnapper  *self,
                      CommonsSnapAxes  axis,
                      double           reach,
                      double          *edge)
{
  g_autoptr (GArray) boxes = NULL;
  SnapCatch best = { .reach = reach };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (axis == COMMONS_SNAP_X || axis == COMMONS_SNAP_Y, FALSE);
  g_return_val_if_fail (edge != NULL, FALSE);

  boxes = _commons_snap_list_boxes (self, axis, FALSE);
  for (guint i = 0; i < boxes->len; i++)
    {
      const SnapBox *box = &g_array_index (boxes, SnapBox, i);

      _commons_snap_offer (&best, box->from - *edge, 1);
      _commons_snap_offer (&best, box->to - *edge, 1);
    }

  if (best.caught)
    *edge += best.delta;

  return best.caught;
}

/* One line for all that is aligned at the same place. */
static gboolean
mark_line (GArray          *boxes,
           const SnapBox   *own,
           CommonsSnapAxes  axis,
           double           at,
           gboolean         centre,
           GArray          *marks)
{
  CommonsSnapMark mark = {
    axis == COMMONS_SNAP_X ? COMMONS_SNAP_LINE_DOWN : COMMONS_SNAP_LINE_ACROSS,
    at, own->beside_from, own->beside_to,
  };
  gboolean found = FALSE;

  for (guint i = 0; i < boxes->len; i++)
    {
      const SnapBox *box = &g_array_index (boxes, SnapBox, i);
      gboolean aligned = centre ? fabs ((box->from + box->to) / 2 - at) <= CLOSE
                                : box->from == at || box->to == at;

      if (!aligned)
        continue;

      mark.from = MIN (mark.from, box->beside_from);
      mark.to = MAX (mark.to, box->beside_to);
      found = TRUE;
    }

  if (found)
    g_array_append_val (marks, mark);

  return found;
}

static void
mark_axis (CommonsSnapper    *self,
           const CommonsRect *bounds,
           CommonsSnapAxes    axis,
           gboolean           copying,
           GArray            *marks)
{
  g_autoptr (GArray) boxes = _commons_snap_list_boxes (self, axis, copying);
  SnapBox own = _commons_snap_box (bounds, axis);

  gboolean at_start = mark_line (boxes, &own, axis, own.from, FALSE, marks);

  if (own.from == own.to)
    return;

  /* Both edges say it all, and the middle is where the text is. */
  if (!mark_line (boxes, &own, axis, own.to, FALSE, marks) || !at_start)
    mark_line (boxes, &own, axis, (own.from + own.to) / 2, TRUE, marks);
  _commons_snap_mark_gaps (boxes, &own, axis, marks);
}

GArray *
commons_snapper_mark (CommonsSnapper    *self,
                      const CommonsRect *bounds,
                      CommonsSnapAxes    axes,
                      gboolean           copying)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CommonsSnapMark));

  g_return_val_if_fail (self != NULL, marks);
  g_return_val_if_fail (bounds != NULL, marks);

  if ((axes & COMMONS_SNAP_X) != 0)
    mark_axis (self, bounds, COMMONS_SNAP_X, copying, marks);
  if ((axes & COMMONS_SNAP_Y) != 0)
    mark_axis (self, bounds, COMMONS_SNAP_Y, copying, marks);

  return marks;
}
