/* commons-tool-room.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A divider that pushes away all that lies beyond it. Which way it lies is
 * decided when the drag begins, which side gives way by where it goes.
 */

#define G_LOG_DOMAIN "commons-tool"

#include "config.h"

#include <math.h>

#include "commons-tool-private.h"

void
commons_tool_set_room (CommonsTool *self,
                       gboolean     wanted)
{
  g_return_if_fail (self != NULL);

  self->wants_room = wanted;
}

gboolean
commons_tool_wants_room (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->wants_room;
}

/* Sorts what changes into what moves and what grows, by what a small step
 * would do. */
static void
choose_side (CommonsTool     *self,
             CommonsRoomSide  side,
             CommonsBoard    *board)
{
  g_autoptr (GHashTable) changes = NULL;
  GHashTableIter iter;
  gpointer id, value;

  if (self->moved != NULL && side == self->room_side)
    return;

  self->room_side = side;
  g_clear_pointer (&self->moved, g_hash_table_unref);
  g_clear_pointer (&self->stretched, g_ptr_array_unref);
  self->moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stretched = g_ptr_array_new_with_free_func (g_free);

  changes = commons_arrange_measure_room (board, side, self->room_at, COMMONS_GRID);
  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const CommonsRect *before = commons_record_get_bounds (commons_board_lookup_node (board, id));

      if (((const CommonsRect *) value)->width != before->width || ((const CommonsRect *) value)->height != before->height)
        g_ptr_array_add (self->stretched, g_strdup (id));
      else
        g_hash_table_add (self->moved, g_strdup (id));
    }
}

void
_commons_tool_begin_room (CommonsTool *self)
{
  self->room_down = fabs (self->last_py - self->press_py) > fabs (self->last_px - self->press_px);
  self->room_at = (int) round (self->room_down ? self->start_y : self->start_x);
}

CommonsToolEffects
_commons_tool_update_room (CommonsTool  *self,
                           CommonsBoard *board)
{
  double offset = _commons_tool_snap_to_grid (self, self->room_down ? self->y - self->start_y : self->x - self->start_x);

  if (self->room_down)
    choose_side (self, offset < 0 ? COMMONS_ROOM_ABOVE : COMMONS_ROOM_BELOW, board);
  else
    choose_side (self, offset < 0 ? COMMONS_ROOM_LEFT : COMMONS_ROOM_RIGHT, board);

  self->dx = self->room_down ? 0 : offset;
  self->dy = self->room_down ? offset : 0;

  return COMMONS_TOOL_EFFECT_REDRAW;
}

gboolean
commons_tool_get_room (const CommonsTool *self,
                       CommonsRoomSide   *side,
                       int               *at,
                       int               *amount)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (side != NULL && at != NULL && amount != NULL, FALSE);

  *side = self->room_side;
  *at = self->room_at;
  *amount = (int) fabs (self->dx + self->dy);

  return self->drag == COMMONS_TOOL_MAKING_ROOM && self->moved != NULL;
}

GPtrArray *
commons_tool_get_stretched (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stretched;
}
