/* commons-tool-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-tool"

#include "config.h"

#include <math.h>

#include "commons-folding.h"
#include "commons-tool-private.h"

#define THRESHOLD_MOUSE 4.0
#define THRESHOLD_TOUCH 6.0

gboolean
_commons_tool_is_far (const CommonsTool *self)
{
  double threshold = self->touch ? THRESHOLD_TOUCH : THRESHOLD_MOUSE;

  return hypot (self->last_px - self->press_px, self->last_py - self->press_py) >= threshold;
}

/* Ctrl at the press meant the selection; only a later Ctrl means no snapping. */
gboolean
_commons_tool_snaps_to (const CommonsTool  *self,
                        CommonsSnapTargets  target)
{
  return (self->snapping & target) != 0 && !(self->ctrl_ready && (self->modifiers & COMMONS_MODIFIER_CTRL));
}

double
_commons_tool_snap_to_grid (const CommonsTool *self,
                            double             value)
{
  return _commons_tool_snaps_to (self, COMMONS_SNAP_TO_GRID) ? round (value / COMMONS_GRID) * COMMONS_GRID
                                                            : round (value);
}

CommonsToolEffects
_commons_tool_update_pan (CommonsTool          *self,
                          const CommonsPointer *pointer,
                          CommonsViewport      *viewport)
{
  CommonsViewport before = *viewport;

  commons_viewport_pan (viewport, pointer->x - self->last_px, pointer->y - self->last_py);

  return viewport->x != before.x || viewport->y != before.y ? COMMONS_TOOL_EFFECT_VIEWPORT
                                                            : COMMONS_TOOL_EFFECT_NONE;
}

/* A card is taken as soon as the band touches it; a circle or zone only as a
 * whole, or a band drawn inside would always take it. */
static gboolean
band_takes (const CommonsRect *band,
            CommonsRecord     *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  CommonsRect folded;
  int right, bottom;

  if (commons_folding_is_folded (node))
    {
      commons_folding_get_bounds (node, &folded);
      bounds = &folded;
    }
  right = bounds->x + bounds->width;
  bottom = bounds->y + bounds->height;

  if (commons_record_is_group (node))
    return bounds->x >= band->x && bounds->y >= band->y &&
           right <= band->x + band->width && bottom <= band->y + band->height;

  return right > band->x && bottom > band->y &&
         bounds->x < band->x + band->width && bounds->y < band->y + band->height;
}

static void
measure_band (CommonsTool *self)
{
  self->band.x = (int) floor (MIN (self->start_x, self->x));
  self->band.y = (int) floor (MIN (self->start_y, self->y));
  self->band.width = (int) ceil (MAX (self->start_x, self->x)) - self->band.x;
  self->band.height = (int) ceil (MAX (self->start_y, self->y)) - self->band.y;
}

CommonsToolEffects
_commons_tool_update_band (CommonsTool      *self,
                           CommonsSelection *selection,
                           CommonsBoard     *board)
{
  CommonsToolEffects effects = COMMONS_TOOL_EFFECT_REDRAW;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) hidden = commons_folding_list_hidden (board);

  measure_band (self);

  for (guint i = 0; self->additive && i < self->before->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->before, i));

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!commons_record_is_locked (node) && band_takes (&self->band, node) &&
          (hidden == NULL || !g_hash_table_contains (hidden, commons_record_get_id (node))))
        g_ptr_array_add (ids, (gpointer) commons_record_get_id (node));
    }

  if (commons_selection_set_many (selection, ids))
    effects |= COMMONS_TOOL_EFFECT_SELECTION;

  return effects;
}

gboolean
_commons_tool_remember_bounds (CommonsTool  *self,
                               CommonsBoard *board)
{
  CommonsRecord *node = self->target ? commons_board_lookup_node (board, self->target) : NULL;

  if (node != NULL)
    self->target_bounds = *commons_record_get_bounds (node);

  return node != NULL;
}

CommonsToolEffects
_commons_tool_update_connect (CommonsTool      *self,
                              const CommonsHit *hit,
                              CommonsBoard     *board)
{
  const char *to = NULL;

  /* What went away and came back was given up, and is no click any more. */
  self->strayed |= _commons_tool_is_far (self);

  if (hit != NULL && hit->id != NULL && hit->type != COMMONS_HIT_EMPTY && hit->type != COMMONS_HIT_LINK &&
      g_strcmp0 (hit->id, self->target) != 0 && commons_board_lookup_node (board, hit->id) != NULL)
    to = hit->id;

  if (g_strcmp0 (to, self->to) != 0)
    {
      g_free (self->to);
      self->to = g_strdup (to);
    }

  return COMMONS_TOOL_EFFECT_REDRAW;
}

gboolean
commons_tool_get_band (const CommonsTool *self,
                       CommonsRect       *band)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (band != NULL, FALSE);

  *band = self->band;
  return self->state == COMMONS_TOOL_BANDING;
}

gboolean
commons_tool_get_connection (const CommonsTool  *self,
                             const char        **from,
                             int                *side,
                             double             *x,
                             double             *y,
                             const char        **to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (from != NULL)
    *from = self->target;
  if (side != NULL)
    *side = self->side;
  if (x != NULL)
    *x = self->x;
  if (y != NULL)
    *y = self->y;
  if (to != NULL)
    *to = self->to;

  return self->drag == COMMONS_TOOL_CONNECTING;
}
