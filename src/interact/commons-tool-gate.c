/* commons-tool-gate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule on the way keeps to the border of a circle it comes near.
 */

#define G_LOG_DOMAIN "commons-tool"

#include "config.h"

#include <math.h>

#include "commons-gate.h"
#include "commons-tool-private.h"

/* How near, in pixels. */
#define STICKING_REACH 24

void
_commons_tool_stick_to_border (CommonsTool           *self,
                               const CommonsViewport *viewport,
                               CommonsBoard          *board)
{
  double x = self->target_bounds.x + self->target_bounds.width / 2.0;
  double y = self->target_bounds.y + self->target_bounds.height / 2.0;
  double angle, border_x, border_y;
  CommonsRecord *circle;
  gboolean free_hand = (self->modifiers & COMMONS_MODIFIER_SHIFT) != 0 ||
                       (self->ctrl_ready && (self->modifiers & COMMONS_MODIFIER_CTRL) != 0);

  if (free_hand || self->moved == NULL || g_hash_table_size (self->moved) != 1 ||
      !commons_gate_may_be (commons_board_lookup_node (board, self->target)))
    return;

  circle = commons_gate_find_border (board, x + self->x - self->start_x, y + self->y - self->start_y,
                                     STICKING_REACH / viewport->zoom, &angle);
  if (circle == NULL)
    return;

  commons_gate_get_point (circle, angle, &border_x, &border_y);
  self->dx = round (border_x - x);
  self->dy = round (border_y - y);
  self->snapped = COMMONS_SNAP_NONE;
}
