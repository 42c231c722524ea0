/* commons-arrange-align.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aligning and distributing.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-arrange-tidy.h"

/* What is locked does not move: if there is any, it is what to align with. */
static GPtrArray *
list_references (GPtrArray *units)
{
  GPtrArray *locked = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    {
      ArrangeUnit *unit = g_ptr_array_index (units, i);

      if (commons_record_is_locked (unit->node))
        g_ptr_array_add (locked, unit);
    }

  if (locked->len == 0)
    g_ptr_array_extend (locked, units, NULL, NULL);

  return locked;
}

/* Centres are those of the largest, which stays where it comes to: doing the
 * same again then changes nothing. */
static void
narrow (GPtrArray   *references,
        CommonsRect *area)
{
  int width = 0, height = 0;

  for (guint i = 0; i < references->len; i++)
    {
      const ArrangeUnit *unit = g_ptr_array_index (references, i);

      width = MAX (width, unit->bounds.width);
      height = MAX (height, unit->bounds.height);
    }

  *area = (CommonsRect) { area->x + (area->width - width) / 2, area->y + (area->height - height) / 2, width, height };
}

static void
align_unit (const CommonsRect *area,
            CommonsAlignment   alignment,
            const CommonsRect *bounds,
            int               *x,
            int               *y)
{
  *x = bounds->x;
  *y = bounds->y;

  switch (alignment)
    {
    case COMMONS_ALIGN_LEFT:
      *x = area->x;
      break;

    case COMMONS_ALIGN_CENTRE:
      *x = area->x + (area->width - bounds->width) / 2;
      break;

    case COMMONS_ALIGN_RIGHT:
      *x = area->x + area->width - bounds->width;
      break;

    case COMMONS_ALIGN_TOP:
      *y = area->y;
      break;

    case COMMONS_ALIGN_MIDDLE:
      *y = area->y + (area->height - bounds->height) / 2;
      break;

    case COMMONS_ALIGN_BOTTOM:
      *y = area->y + area->height - bounds->height;
      break;

    default:
      g_assert_not_reached ();
    }
}

gboolean
commons_arrange_align (CommonsEditor    *editor,
                       GPtrArray        *ids,
                       CommonsAlignment  alignment,
                       const char       *label)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) references = NULL;
  CommonsRect area;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  units = _commons_arrange_list_units (commons_editor_get_board (editor), ids);
  if (units->len < 2)
    return FALSE;

  references = list_references (units);
  _commons_arrange_measure (references, &area);
  if (alignment == COMMONS_ALIGN_CENTRE || alignment == COMMONS_ALIGN_MIDDLE)
    narrow (references, &area);

  ours = _commons_arrange_begin (editor, label, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      const ArrangeUnit *unit = g_ptr_array_index (units, i);
      int x, y;

      align_unit (&area, alignment, &unit->bounds, &x, &y);
      did |= _commons_arrange_place_unit (editor, unit, x, y);
    }

  return _commons_arrange_end (editor, ours, did);
}

/* Twice the centre, which is whole. */
static int
get_centre (const ArrangeUnit *unit,
            gboolean           down)
{
  return down ? 2 * unit->bounds.y + unit->bounds.height : 2 * unit->bounds.x + unit->bounds.width;
}

static int
get_size (const ArrangeUnit *unit,
          gboolean           down)
{
  return down ? unit->bounds.height : unit->bounds.width;
}

static int
compare_centres (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  gboolean down = GPOINTER_TO_INT (user_data);
  const ArrangeUnit *first = *(ArrangeUnit * const *) a;
  const ArrangeUnit *second = *(ArrangeUnit * const *) b;

  if (get_centre (first, down) != get_centre (second, down))
    return get_centre (first, down) - get_centre (second, down);

  /* Sizes may hide one behind another: the smaller one first. */
  return get_size (first, down) - get_size (second, down);
}

static gboolean
place_along (CommonsEditor     *editor,
             const ArrangeUnit *unit,
             gboolean           down,
             double             at)
{
  int place = (int) round (at);

  return _commons_arrange_place_unit (editor, unit, down ? unit->bounds.x : place, down ? place : unit->bounds.y);
}

/* Equal gaps between the outer edges of all. */
static gboolean
spread_gaps (CommonsEditor *editor,
             GPtrArray     *units,
             gboolean       down,
             double         start,
             double         gap)
{
  gboolean did = FALSE;
  double at = start;

  for (guint i = 0; i < units->len; i++)
    {
      const ArrangeUnit *unit = g_ptr_array_index (units, i);

      did |= place_along (editor, unit, down, at);
      at += get_size (unit, down) + gap;
    }

  return did;
}

/* Where there is no room for gaps, equal steps between the centres. */
static gboolean
spread_centres (CommonsEditor *editor,
                GPtrArray     *units,
                gboolean       down)
{
  double first = get_centre (g_ptr_array_index (units, 0), down) / 2.0;
  double last = get_centre (g_ptr_array_index (units, units->len - 1), down) / 2.0;
  gboolean did = FALSE;

  for (guint i = 1; i + 1 < units->len; i++)
    {
      const ArrangeUnit *unit = g_ptr_array_index (units, i);
      double centre = first + (last - first) * i / (units->len - 1);

      did |= place_along (editor, unit, down, floor (centre - get_size (unit, down) / 2.0));
    }

  return did;
}

gboolean
commons_arrange_distribute (CommonsEditor *editor,
                            GPtrArray     *ids,
                            gboolean       down,
                            const char    *label)
{
  g_autoptr (GPtrArray) free_ids = NULL;
  g_autoptr (GPtrArray) units = NULL;
  CommonsRect area;
  double gap;
  gboolean ours, did;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  free_ids = _commons_arrange_list_free (commons_editor_get_board (editor), ids);
  units = _commons_arrange_list_units (commons_editor_get_board (editor), free_ids);
  if (units->len < 3)
    return FALSE;

  g_ptr_array_sort_with_data (units, compare_centres, GINT_TO_POINTER (!!down));
  _commons_arrange_measure (units, &area);
  gap = down ? area.height : area.width;
  for (guint i = 0; i < units->len; i++)
    gap -= get_size (g_ptr_array_index (units, i), down);
  gap /= units->len - 1;

  ours = _commons_arrange_begin (editor, label, NULL);
  did = gap >= 0 ? spread_gaps (editor, units, down, down ? area.y : area.x, gap) : spread_centres (editor, units, down);

  return _commons_arrange_end (editor, ours, did);
}
