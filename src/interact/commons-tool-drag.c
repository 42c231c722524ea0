/* commons-tool-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-tool"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-tool-private.h"

#define THRESHOLD_MOUSE 4.0
#define THRESHOLD_TOUCH 6.0

#define MIN_WIDTH  60
#define MIN_HEIGHT 36
#define MIN_CIRCLE 96

gboolean
_commons_tool_is_far (const CommonsTool *self)
{
  double threshold = self->touch ? THRESHOLD_TOUCH : THRESHOLD_MOUSE;

  return hypot (self->last_px - self->press_px, self->last_py - self->press_py) >= threshold;
}

static gboolean
is_circle (CommonsRecord *node)
{
  return commons_record_is_group (node) && g_strcmp0 (commons_record_get_kind (node), "circle") == 0;
}

/* Ctrl at the press meant the selection; only a later Ctrl means no snapping. */
static gboolean
is_snapping (const CommonsTool *self)
{
  return !(self->ctrl_ready && (self->modifiers & COMMONS_MODIFIER_CTRL));
}

static double
snap (const CommonsTool *self,
      double             value)
{
  return is_snapping (self) ? round (value / COMMONS_GRID) * COMMONS_GRID : round (value);
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
  int right = bounds->x + bounds->width;
  int bottom = bounds->y + bounds->height;

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

  measure_band (self);

  for (guint i = 0; self->additive && i < self->before->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->before, i));

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (band_takes (&self->band, node))
        g_ptr_array_add (ids, (gpointer) commons_record_get_id (node));
    }

  if (commons_selection_set_many (selection, ids))
    effects |= COMMONS_TOOL_EFFECT_SELECTION;

  return effects;
}

static gboolean
remember_bounds (CommonsTool  *self,
                 CommonsBoard *board)
{
  CommonsRecord *node = self->target ? commons_board_lookup_node (board, self->target) : NULL;

  if (node != NULL)
    self->target_bounds = *commons_record_get_bounds (node);

  return node != NULL;
}

/* What is selected, and the gates on its borders. */
static GHashTable *
gather_frames (CommonsBoard *board,
               GPtrArray    *ids)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      g_autoptr (GPtrArray) gates = node && is_circle (node) ? _commons_arrange_list_gates (board, node) : NULL;

      if (node != NULL)
        g_hash_table_add (set, g_strdup (commons_record_get_id (node)));
      for (guint j = 0; gates != NULL && j < gates->len; j++)
        g_hash_table_add (set, g_strdup (g_ptr_array_index (gates, j)));
    }

  return set;
}

gboolean
_commons_tool_begin_move (CommonsTool      *self,
                          CommonsSelection *selection,
                          CommonsBoard     *board)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (!remember_bounds (self, board))
    return FALSE;

  ids = commons_selection_list (selection);
  if (!commons_selection_contains (selection, self->target))
    g_ptr_array_add (ids, g_strdup (self->target));
  self->frame_alone = (self->modifiers & COMMONS_MODIFIER_CTRL) != 0 && !self->ctrl_ready &&
                      commons_record_is_group (commons_board_lookup_node (board, self->target));
  self->moved = self->frame_alone ? gather_frames (board, ids) : commons_arrange_gather (board, ids);

  return TRUE;
}

CommonsToolEffects
_commons_tool_update_move (CommonsTool *self)
{
  double dx = self->x - self->start_x;
  double dy = self->y - self->start_y;
  gboolean locked = (self->modifiers & COMMONS_MODIFIER_SHIFT) != 0;
  gboolean across = fabs (dx) >= fabs (dy);

  dx = snap (self, self->target_bounds.x + dx) - self->target_bounds.x;
  dy = snap (self, self->target_bounds.y + dy) - self->target_bounds.y;

  self->dx = locked && !across ? 0 : dx;
  self->dy = locked && across ? 0 : dy;

  return COMMONS_TOOL_EFFECT_REDRAW;
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
_commons_tool_begin_resize (CommonsTool  *self,
                            CommonsBoard *board)
{
  self->resized = (CommonsRect) { 0 };
  if (!remember_bounds (self, board))
    return FALSE;

  self->resized = self->target_bounds;
  return TRUE;
}

/* The corner opposite to the one that is dragged stays where it is. */
CommonsToolEffects
_commons_tool_update_resize (CommonsTool  *self,
                             CommonsBoard *board)
{
  CommonsRecord *node = commons_board_lookup_node (board, self->target);
  const CommonsRect *old = &self->target_bounds;
  gboolean at_left = self->side == 0 || self->side == 3;
  gboolean at_top = self->side == 0 || self->side == 1;
  gboolean circle = node != NULL && is_circle (node);
  double edge_x = snap (self, (at_left ? old->x : old->x + old->width) + self->x - self->start_x);
  double edge_y = snap (self, (at_top ? old->y : old->y + old->height) + self->y - self->start_y);
  double width = at_left ? old->x + old->width - edge_x : edge_x - old->x;
  double height = at_top ? old->y + old->height - edge_y : edge_y - old->y;

  if (circle)
    {
      width = MAX (MAX (width, height), MIN_CIRCLE);
      height = width;
    }
  else if ((self->modifiers & COMMONS_MODIFIER_SHIFT) != 0 && old->width > 0 && old->height > 0)
    {
      double least = MAX (MIN_WIDTH / (double) old->width, MIN_HEIGHT / (double) old->height);
      double scale = MAX (MAX (width / old->width, height / old->height), least);

      width = old->width * scale;
      height = old->height * scale;
    }

  self->resized.width = (int) round (CLAMP (width, MIN_WIDTH, COMMONS_COORD_MAX));
  self->resized.height = (int) round (CLAMP (height, MIN_HEIGHT, COMMONS_COORD_MAX));
  self->resized.x = at_left ? old->x + old->width - self->resized.width : old->x;
  self->resized.y = at_top ? old->y + old->height - self->resized.height : old->y;

  return COMMONS_TOOL_EFFECT_REDRAW;
}

GHashTable *
commons_tool_get_moved (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->moved;
}

void
commons_tool_get_offset (const CommonsTool *self,
                         double            *dx,
                         double            *dy)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (dx != NULL && dy != NULL);

  *dx = self->dx;
  *dy = self->dy;
}

gboolean
commons_tool_is_copy (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->moved != NULL && (self->modifiers & COMMONS_MODIFIER_ALT) != 0;
}

gboolean
commons_tool_keeps_relations (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->moved != NULL && !self->frame_alone && (self->modifiers & COMMONS_MODIFIER_CTRL) != 0;
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

gboolean
commons_tool_get_resize (const CommonsTool *self,
                         CommonsRect       *bounds)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  *bounds = self->resized;
  return self->drag == COMMONS_TOOL_RESIZING && self->resized.width > 0;
}
