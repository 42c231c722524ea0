/* commons-tool-move.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes that follow the pointer, caught by their neighbours and by the grid.
 */

#define G_LOG_DOMAIN "commons-tool"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-place.h"
#include "commons-tool-private.h"

/* Part of the view that may pass by before neighbours are looked for again. */
#define LOOK_AGAIN 8

/* How near, in pixels, a drag that comes back finds its place again. */
#define HOME_REACH 4

/* Around what was selected; what goes along does not align. */
static CommonsRect
measure (CommonsBoard *board,
         GPtrArray    *ids,
         GHashTable   *moved)
{
  int left = G_MAXINT, top = G_MAXINT, right = G_MININT, bottom = G_MININT;

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      const CommonsRect *bounds = node ? commons_record_get_bounds (node) : NULL;

      if (node == NULL || !g_hash_table_contains (moved, commons_record_get_id (node)))
        continue;

      left = MIN (left, bounds->x);
      top = MIN (top, bounds->y);
      right = MAX (right, bounds->x + bounds->width);
      bottom = MAX (bottom, bounds->y + bounds->height);
    }

  /* Nothing moves where all is locked. */
  if (left > right)
    return (CommonsRect) { 0 };

  return (CommonsRect) { left, top, right - left, bottom - top };
}

/* What is selected, and the gates on its borders. */
static GHashTable *
gather_frames (CommonsBoard *board,
               GPtrArray    *ids)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) free_ids = _commons_arrange_list_free (board, ids);

  for (guint i = 0; i < free_ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (free_ids, i));
      g_autoptr (GPtrArray) gates = node && commons_place_is_disc (node) ? _commons_arrange_list_gates (board, node) : NULL;

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

  if (!_commons_tool_remember_bounds (self, board))
    return FALSE;

  ids = commons_selection_list (selection);
  if (!commons_selection_contains (selection, self->target))
    g_ptr_array_add (ids, g_strdup (self->target));
  self->frame_alone = (self->modifiers & COMMONS_MODIFIER_CTRL) != 0 && !self->ctrl_ready &&
                      commons_record_is_group (commons_board_lookup_node (board, self->target));
  self->moved = self->frame_alone ? gather_frames (board, ids) : commons_arrange_gather (board, ids);
  self->moved_bounds = measure (board, ids, self->moved);

  return g_hash_table_contains (self->moved, self->target);
}

void
_commons_tool_look_around (CommonsTool           *self,
                           const CommonsRect     *bounds,
                           const CommonsViewport *viewport,
                           CommonsBoard          *board)
{
  CommonsRecord *target = commons_board_lookup_node (board, self->target);
  g_autoptr (GHashTable) moving = NULL;
  CommonsRect visible;

  commons_viewport_get_visible (viewport, &visible);
  if (self->snapper != NULL && ABS (visible.x - self->seen.x) <= visible.width / LOOK_AGAIN &&
      ABS (visible.y - self->seen.y) <= visible.height / LOOK_AGAIN)
    return;

  /* What is sized does not align with itself either. */
  moving = self->moved != NULL ? g_hash_table_ref (self->moved) : g_hash_table_new (g_str_hash, g_str_equal);
  if (self->moved == NULL)
    g_hash_table_add (moving, self->target);

  g_clear_pointer (&self->snapper, commons_snapper_free);
  self->snapper = commons_snapper_new (board, moving, bounds,
                                       target != NULL && commons_record_is_group (target), &visible);
  self->seen = visible;
}

static CommonsRect
get_moved_bounds (const CommonsTool *self)
{
  CommonsRect bounds = self->moved_bounds;

  bounds.x += (int) self->dx;
  bounds.y += (int) self->dy;

  return bounds;
}

/* Whether a drag that comes back is nearer to where it was than to what
 * caught it. */
static gboolean
is_home (const CommonsTool     *self,
         CommonsSnapAxes        axis,
         double                 offset,
         double                 caught,
         const CommonsViewport *viewport)
{
  return fabs (offset) <= HOME_REACH / viewport->zoom &&
         ((self->snapped & axis) == 0 || fabs (offset) <= fabs (caught - offset));
}

static void
snap_to_neighbours (CommonsTool           *self,
                    CommonsSnapAxes        axes,
                    const CommonsViewport *viewport,
                    CommonsBoard          *board,
                    double                *dx,
                    double                *dy)
{
  CommonsRect bounds = self->moved_bounds;
  double x = *dx, y = *dy;

  bounds.x += (int) round (x);
  bounds.y += (int) round (y);
  _commons_tool_look_around (self, &bounds, viewport, board);
  self->snapped = commons_snapper_move (self->snapper, &self->moved_bounds, COMMONS_SNAP_REACH / viewport->zoom,
                                        axes, commons_tool_is_copy (self), dx, dy);

  if ((axes & COMMONS_SNAP_X) != 0 && is_home (self, COMMONS_SNAP_X, x, *dx, viewport))
    {
      *dx = 0;
      self->snapped |= COMMONS_SNAP_X;
    }
  if ((axes & COMMONS_SNAP_Y) != 0 && is_home (self, COMMONS_SNAP_Y, y, *dy, viewport))
    {
      *dy = 0;
      self->snapped |= COMMONS_SNAP_Y;
    }
}

CommonsToolEffects
_commons_tool_update_move (CommonsTool           *self,
                           const CommonsViewport *viewport,
                           CommonsBoard          *board)
{
  double dx = self->x - self->start_x;
  double dy = self->y - self->start_y;
  gboolean along = (self->modifiers & COMMONS_MODIFIER_SHIFT) != 0;
  gboolean across = fabs (dx) >= fabs (dy);
  CommonsSnapAxes axes = !along ? COMMONS_SNAP_X | COMMONS_SNAP_Y : across ? COMMONS_SNAP_X : COMMONS_SNAP_Y;

  dx = (axes & COMMONS_SNAP_X) != 0 ? dx : 0;
  dy = (axes & COMMONS_SNAP_Y) != 0 ? dy : 0;
  self->dx = _commons_tool_snap_to_grid (self, self->target_bounds.x + dx) - self->target_bounds.x;
  self->dy = _commons_tool_snap_to_grid (self, self->target_bounds.y + dy) - self->target_bounds.y;

  self->snapped = COMMONS_SNAP_NONE;
  if (_commons_tool_snaps_to (self, COMMONS_SNAP_TO_CARDS))
    snap_to_neighbours (self, axes, viewport, board, &dx, &dy);

  /* Neighbours come before the grid. */
  if ((axes & COMMONS_SNAP_X) == 0 || (self->snapped & COMMONS_SNAP_X) != 0)
    self->dx = dx;
  if ((axes & COMMONS_SNAP_Y) == 0 || (self->snapped & COMMONS_SNAP_Y) != 0)
    self->dy = dy;

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

  return self->drag == COMMONS_TOOL_MOVING && self->moved != NULL && (self->modifiers & COMMONS_MODIFIER_ALT) != 0;
}

gboolean
commons_tool_keeps_relations (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->moved != NULL && !self->frame_alone && (self->modifiers & COMMONS_MODIFIER_CTRL) != 0;
}

/* The edges that are dragged, without what lies between. */
static void
mark_edges (const CommonsTool *self,
            GArray            *marks)
{
  gboolean at_left = self->side == 0 || self->side == 3;
  gboolean at_top = self->side == 0 || self->side == 1;
  CommonsRect edge = self->resized;
  g_autoptr (GArray) down = NULL;
  g_autoptr (GArray) across = NULL;

  edge.x = at_left ? edge.x : edge.x + edge.width;
  edge.width = 0;
  down = commons_snapper_mark (self->snapper, &edge, self->snapped & COMMONS_SNAP_X, FALSE);

  edge = self->resized;
  edge.y = at_top ? edge.y : edge.y + edge.height;
  edge.height = 0;
  across = commons_snapper_mark (self->snapper, &edge, self->snapped & COMMONS_SNAP_Y, FALSE);

  g_array_append_vals (marks, down->data, down->len);
  g_array_append_vals (marks, across->data, across->len);
}

GArray *
commons_tool_get_marks (const CommonsTool *self)
{
  CommonsRect bounds;
  GArray *marks;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->snapper == NULL || self->snapped == COMMONS_SNAP_NONE)
    return g_array_new (FALSE, FALSE, sizeof (CommonsSnapMark));

  if (self->state == COMMONS_TOOL_MOVING)
    {
      bounds = get_moved_bounds (self);
      return commons_snapper_mark (self->snapper, &bounds, self->snapped, commons_tool_is_copy (self));
    }

  marks = g_array_new (FALSE, FALSE, sizeof (CommonsSnapMark));
  if (self->state == COMMONS_TOOL_RESIZING)
    mark_edges (self, marks);

  return marks;
}
