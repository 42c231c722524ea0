/* commons-picture-gates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules that are gates, circles without one and cards that surprise: what a node looks like may
 * change when another one does.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include <math.h>

#include "commons-picture-private.h"
#include "commons-surprise.h"

/* With more places than that to draw again, their common rectangle will do. */
#define MAX_STALE 512

void
_commons_picture_add_stale (CommonsPicture    *self,
                            const CommonsRect *rect)
{
  CommonsRect all;

  if (rect->width <= 0 || rect->height <= 0)
    return;

  if (self->stale->len >= MAX_STALE)
    {
      all = g_array_index (self->stale, CommonsRect, 0);
      for (guint i = 1; i < self->stale->len; i++)
        _commons_rect_union (&all, &g_array_index (self->stale, CommonsRect, i));
      g_array_set_size (self->stale, 0);
      g_array_append_val (self->stale, all);
    }

  g_array_append_vals (self->stale, rect, 1);
}

static void
get_hint_rect (CommonsPicture         *self,
               const CommonsNodeEntry *entry,
               CommonsRect            *rect)
{
  CommonsSpan span;

  commons_gate_layout_get_missing_span (&self->drawing, entry->record, entry->hint_angle, &span);
  _commons_rect_round_out (&span, rect);
  rect->x -= 2;
  rect->y -= 2;
  rect->width += 4;
  rect->height += 4;
}

void
_commons_picture_add_stale_hint (CommonsPicture         *self,
                                 const CommonsNodeEntry *entry)
{
  CommonsRect rect;

  if (!entry->hinted)
    return;

  get_hint_rect (self, entry, &rect);
  _commons_picture_add_stale (self, &rect);
}

static void
update_way (CommonsPicture   *self,
            CommonsNodeEntry *entry)
{
  CommonsGate gate;

  commons_gate_find (self->board, entry->record, &gate);
  if (gate.way == entry->way)
    return;

  entry->way = gate.way;
  g_clear_pointer (&entry->scene, commons_scene_unref);
  _commons_picture_add_stale (self, &entry->extents);
}

static void
update_hint (CommonsPicture   *self,
             CommonsNodeEntry *entry)
{
  double angle = 0;
  gboolean missing = !entry->folded && commons_gate_is_missing (self->board, entry->record, &angle);

  if (missing == entry->hinted && angle == entry->hint_angle)
    return;

  _commons_picture_add_stale_hint (self, entry);
  entry->hinted = missing;
  entry->hint_angle = angle;
  g_clear_pointer (&entry->hint, commons_scene_unref);
  _commons_picture_add_stale_hint (self, entry);
}

void
_commons_picture_update_gates (CommonsPicture *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->cards, i);

      if (entry->may_be != COMMONS_GATE_NONE)
        update_way (self, entry);
    }

  for (guint i = 0; i < self->groups->len; i++)
    update_hint (self, g_ptr_array_index (self->groups, i));
}

void
_commons_picture_update_surprises (CommonsPicture *self)
{
  g_autoptr (GHashTable) old = self->drawing.surprises;

  self->drawing.surprises = commons_surprise_list (self->board);
  if (g_hash_table_size (old) + g_hash_table_size (self->drawing.surprises) == 0)
    return;

  for (guint i = 0; i < self->cards->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->cards, i);
      const char *id = commons_record_get_id (entry->record);

      if (g_hash_table_contains (old, id) == g_hash_table_contains (self->drawing.surprises, id))
        continue;

      g_clear_pointer (&entry->scene, commons_scene_unref);
      _commons_picture_add_stale (self, &entry->extents);
    }
}

gboolean
_commons_picture_get_gate_span (CommonsPicture *self,
                                CommonsRecord  *node,
                                CommonsSpan    *span)
{
  const CommonsNodeEntry *entry = g_hash_table_lookup (self->nodes, node);

  if (entry == NULL || entry->way == COMMONS_GATE_NONE)
    return FALSE;

  commons_gate_layout_get_span (&self->drawing, node, span);
  return TRUE;
}

/* The gate one enters a circle by, or the place of the one it lacks: where a
 * ladder leads to, and from. */
gboolean
_commons_picture_get_rung (CommonsPicture *self,
                           CommonsRecord  *circle,
                           CommonsSpan    *span)
{
  CommonsRecord *gate = commons_gate_get_entry (self->board, circle);
  double angle;

  if (gate != NULL)
    commons_gate_layout_get_span (&self->drawing, gate, span);
  else if (commons_gate_is_missing (self->board, circle, &angle))
    commons_gate_layout_get_missing_span (&self->drawing, circle, angle, span);
  else
    return FALSE;

  return TRUE;
}

void
_commons_picture_paint_hints (CommonsPicture           *self,
                              cairo_t                  *cr,
                              const CommonsRect        *area,
                              const CommonsPaintFilter *filter)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->groups, i);
      CommonsRect rect;

      if (!entry->hinted || !_commons_picture_accepts_node (filter, entry->record))
        continue;

      get_hint_rect (self, entry, &rect);
      if (!_commons_rect_intersects (&rect, area))
        continue;

      if (entry->hint == NULL)
        {
          entry->hint = commons_scene_new ();
          commons_gate_layout_build_missing (&self->drawing, entry->record, entry->hint_angle, entry->hint);
        }
      commons_cairo_painter_paint (entry->hint, cr);
    }
}

const char *
commons_picture_pick_missing_gate (CommonsPicture *self,
                                   double          x,
                                   double          y,
                                   double         *angle)
{
  g_return_val_if_fail (COMMONS_IS_PICTURE (self), NULL);

  _commons_picture_update (self);

  for (guint i = self->groups->len; i > 0; i--)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->groups, i - 1);
      CommonsRect rect;

      if (!entry->hinted)
        continue;

      get_hint_rect (self, entry, &rect);
      if (x < rect.x || y < rect.y || x > rect.x + rect.width || y > rect.y + rect.height)
        continue;

      if (angle != NULL)
        *angle = entry->hint_angle;
      return commons_record_get_id (entry->record);
    }

  return NULL;
}
