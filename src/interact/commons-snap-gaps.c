/* commons-snap-gaps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Equal gaps: what is dragged is caught half way between two neighbours, and
 * as far from one as that one is from the next. A row is what lies beside
 * what is dragged, from one end to the other.
 */

#define G_LOG_DOMAIN "commons-snap"

#include "config.h"

#include <math.h>

#include "commons-snap-private.h"

/* Half a unit each side, when what is left over is odd. */
#define CLOSE 1.0

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const SnapBox *first = a, *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

/* The neighbours in the same row, in their order along it. */
static GArray *
list_row (GArray        *boxes,
          const SnapBox *own)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (SnapBox));

  for (guint i = 0; i < boxes->len; i++)
    {
      const SnapBox *box = &g_array_index (boxes, SnapBox, i);
      gboolean beside = box->beside_to > own->beside_from && box->beside_from < own->beside_to;
      gboolean around = box->from <= own->from && box->to >= own->to;

      if (beside && !around)
        g_array_append_vals (row, box, 1);
    }

  g_array_sort (row, compare_boxes);

  return row;
}

/* The next box of a row that begins where another ends, or after. */
static const SnapBox *
find_next (GArray *row,
           guint   index)
{
  const SnapBox *box = &g_array_index (row, SnapBox, index);

  for (guint i = index + 1; i < row->len; i++)
    {
      const SnapBox *next = &g_array_index (row, SnapBox, i);

      if (next->from >= box->to)
        return next->from > box->to ? next : NULL;
    }

  return NULL;
}

void
_commons_snap_catch_gaps (GArray        *boxes,
                          const SnapBox *own,
                          SnapCatch     *best)
{
  g_autoptr (GArray) row = list_row (boxes, own);

  for (guint i = 0; i < row->len; i++)
    {
      const SnapBox *box = &g_array_index (row, SnapBox, i);
      const SnapBox *next = find_next (row, i);
      double gap = next != NULL ? next->from - box->to : 0;

      if (next == NULL)
        continue;

      if (gap > own->to - own->from)
        _commons_snap_offer (best, (box->to + next->from) / 2 - (own->from + own->to) / 2, 1);
      _commons_snap_offer (best, next->to + gap - own->from, 1);
      _commons_snap_offer (best, box->from - gap - own->to, 1);
    }
}

static void
mark_gap (const SnapBox   *a,
          const SnapBox   *b,
          CommonsSnapAxes  axis,
          GArray          *marks)
{
  double from = MAX (a->beside_from, b->beside_from);
  double to = MIN (a->beside_to, b->beside_to);
  CommonsSnapMark mark = {
    axis == COMMONS_SNAP_X ? COMMONS_SNAP_GAP_ACROSS : COMMONS_SNAP_GAP_DOWN,
    (from + to) / 2, a->to, b->from,
  };

  g_array_append_val (marks, mark);
}

/* The neighbours right before and right after, %NULL when something overlaps. */
static void
find_sides (GArray         *row,
            const SnapBox  *own,
            const SnapBox **before,
            const SnapBox **after)
{
  for (guint i = 0; i < row->len; i++)
    {
      const SnapBox *box = &g_array_index (row, SnapBox, i);

      if (box->to <= own->from && (*before == NULL || box->to > (*before)->to))
        *before = box;
      if (box->from >= own->to && *after == NULL)
        *after = box;
    }
}

/* The gaps of the row that are as wide as one beside what is dragged. */
static guint
mark_equal (GArray          *row,
            double           gap,
            CommonsSnapAxes  axis,
            GArray          *marks)
{
  guint n_marks = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const SnapBox *box = &g_array_index (row, SnapBox, i);
      const SnapBox *next = find_next (row, i);

      if (next == NULL || fabs (next->from - box->to - gap) > CLOSE)
        continue;

      mark_gap (box, next, axis, marks);
      n_marks++;
    }

  return n_marks;
}

void
_commons_snap_mark_gaps (GArray          *boxes,
                         const SnapBox   *own,
                         CommonsSnapAxes  axis,
                         GArray          *marks)
{
  g_autoptr (GArray) row = list_row (boxes, own);
  const SnapBox *before = NULL, *after = NULL;
  double gap_before, gap_after;

  find_sides (row, own, &before, &after);
  gap_before = before != NULL ? own->from - before->to : 0;
  gap_after = after != NULL ? after->from - own->to : 0;

  /* With itself in it, the row says which gaps are equal. */
  g_array_append_vals (row, own, 1);
  g_array_sort (row, compare_boxes);

  for (guint side = 0; side < 2; side++)
    {
      double gap = side == 0 ? gap_before : gap_after;
      guint n_before = marks->len;

      if (gap <= 0 || (side == 1 && fabs (gap_after - gap_before) <= CLOSE))
        continue;
      if (mark_equal (row, gap, axis, marks) < 2)
        g_array_set_size (marks, n_before);
    }
}
