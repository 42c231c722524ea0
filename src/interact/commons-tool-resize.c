/* commons-tool-resize.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A corner that follows the pointer.
 */

#define G_LOG_DOMAIN "commons-tool"

#include "config.h"

#include <math.h>

#include "commons-tool-private.h"

#define MIN_WIDTH  60
#define MIN_HEIGHT 36
#define MIN_CIRCLE 96

static gboolean
is_circle (CommonsRecord *node)
{
  return commons_record_is_group (node) && g_strcmp0 (commons_record_get_kind (node), "circle") == 0;
}

gboolean
_commons_tool_begin_resize (CommonsTool  *self,
                            CommonsBoard *board)
{
  self->resized = (CommonsRect) { 0 };
  if (!_commons_tool_remember_bounds (self, board) ||
      commons_record_is_locked (commons_board_lookup_node (board, self->target)))
    return FALSE;

  self->resized = self->target_bounds;
  return TRUE;
}

/* Neighbours come before the grid. */
static double
snap_edge (CommonsTool           *self,
           const CommonsViewport *viewport,
           CommonsSnapAxes        axis,
           double                 edge)
{
  double reach = COMMONS_SNAP_REACH / viewport->zoom;

  if (_commons_tool_snaps_to (self, COMMONS_SNAP_TO_CARDS) && commons_snapper_edge (self->snapper, axis, reach, &edge))
    {
      self->snapped |= axis;
      return edge;
    }

  return _commons_tool_snap_to_grid (self, edge);
}

static void
keep_shape (const CommonsTool *self,
            gboolean           circle,
            double            *width,
            double            *height)
{
  const CommonsRect *old = &self->target_bounds;

  if (circle)
    {
      *width = MAX (MAX (*width, *height), MIN_CIRCLE);
      *height = *width;
    }
  else if ((self->modifiers & COMMONS_MODIFIER_SHIFT) != 0 && old->width > 0 && old->height > 0)
    {
      double least = MAX (MIN_WIDTH / (double) old->width, MIN_HEIGHT / (double) old->height);
      double scale = MAX (MAX (*width / old->width, *height / old->height), least);

      *width = old->width * scale;
      *height = old->height * scale;
    }
}

/* The corner opposite to the one that is dragged stays where it is. */
CommonsToolEffects
_commons_tool_update_resize (CommonsTool           *self,
                             const CommonsViewport *viewport,
                             CommonsBoard          *board)
{
  CommonsRecord *node = commons_board_lookup_node (board, self->target);
  const CommonsRect *old = &self->target_bounds;
  gboolean at_left = self->side == 0 || self->side == 3;
  gboolean at_top = self->side == 0 || self->side == 1;
  double edge_x, edge_y, width, height;

  self->snapped = COMMONS_SNAP_NONE;
  _commons_tool_look_around (self, old, viewport, board);
  edge_x = snap_edge (self, viewport, COMMONS_SNAP_X,
                      (at_left ? old->x : old->x + old->width) + self->x - self->start_x);
  edge_y = snap_edge (self, viewport, COMMONS_SNAP_Y,
                      (at_top ? old->y : old->y + old->height) + self->y - self->start_y);

  width = at_left ? old->x + old->width - edge_x : edge_x - old->x;
  height = at_top ? old->y + old->height - edge_y : edge_y - old->y;
  keep_shape (self, node != NULL && is_circle (node), &width, &height);

  self->resized.width = (int) round (CLAMP (width, MIN_WIDTH, COMMONS_COORD_MAX));
  self->resized.height = (int) round (CLAMP (height, MIN_HEIGHT, COMMONS_COORD_MAX));
  self->resized.x = at_left ? old->x + old->width - self->resized.width : old->x;
  self->resized.y = at_top ? old->y + old->height - self->resized.height : old->y;

  return COMMONS_TOOL_EFFECT_REDRAW;
}

void
commons_tool_get_larger (CommonsRecord *node,
                         int            width,
                         int            height,
                         CommonsRect   *bounds)
{
  g_return_if_fail (node != NULL);
  g_return_if_fail (bounds != NULL);

  *bounds = *commons_record_get_bounds (node);

  if (is_circle (node))
    {
      int size = CLAMP (bounds->width + width + height, MIN_CIRCLE, COMMONS_COORD_MAX);
      int more = size - bounds->width;

      *bounds = (CommonsRect) { bounds->x - more / 2, bounds->y - more / 2, size, size };
      return;
    }

  /* What is smaller than the least already is not made larger by the way. */
  bounds->width = MAX (bounds->width + width, MIN (bounds->width, MIN_WIDTH));
  bounds->height = MAX (bounds->height + height, MIN (bounds->height, MIN_HEIGHT));
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
