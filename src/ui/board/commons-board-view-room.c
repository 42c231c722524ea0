/* commons-board-view-room.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making room on a board that fills up: by a divider one drags, or beside the
 * selected card.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "commons-announce.h"
#include "commons-arrange-tidy.h"
#include "commons-board-view-private.h"

static const GdkRGBA accent = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 1.0f };
static const GdkRGBA wash = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 0.09f };

static void
begin_room (CommonsBoardView *self)
{
  commons_tool_set_room (self->tool, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _commons_board_view_update_cursor (self);
  _commons_board_view_toast (self, _("Drag to push away all that lies beyond."), FALSE);
}

static void
make_room (CommonsBoardView *self,
           CommonsRoomSide   side,
           int               at,
           int               amount)
{
  if (commons_arrange_make_room (self->editor, side, at, amount, _("Make Room")))
    commons_announce (GTK_WIDGET (self), _("Room made"));
}

/* By one card of the size of the selected one. */
static void
make_room_beside (CommonsBoardView *self,
                  gboolean          down)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  int end = G_MININT, size = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const CommonsRect *bounds = commons_record_get_bounds (g_ptr_array_index (nodes, i));

      end = MAX (end, down ? bounds->y + bounds->height : bounds->x + bounds->width);
      size = MAX (size, down ? bounds->height : bounds->width);
    }

  make_room (self, down ? COMMONS_ROOM_BELOW : COMMONS_ROOM_RIGHT, end, size + COMMONS_GRID);
}

static void make_room_below (CommonsBoardView *self) { make_room_beside (self, TRUE); }
static void make_room_right (CommonsBoardView *self) { make_room_beside (self, FALSE); }

void
_commons_board_view_finish_room (CommonsBoardView *self)
{
  CommonsRoomSide side;
  int at, amount;

  if (!commons_tool_get_room (self->tool, &side, &at, &amount))
    return;

  _commons_board_view_end_drag (self);
  if (_commons_board_view_is_editable (self))
    make_room (self, side, at, amount);
}

/* What grows where room is made; what moves follows the hand as in a drag. */
static void
snapshot_stretched (CommonsBoardView *self,
                    GtkSnapshot      *snapshot,
                    CommonsRoomSide   side,
                    int               at,
                    int               amount)
{
  GPtrArray *stretched = commons_tool_get_stretched (self->tool);

  for (guint i = 0; stretched != NULL && i < stretched->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (self->board, g_ptr_array_index (stretched, i));
      GskRoundedRect outline;
      CommonsRect bounds;

      if (node == NULL || !commons_arrange_get_room (node, side, at, amount, &bounds))
        continue;

      _commons_board_view_get_silhouette (self, node, &bounds, 0, &outline);
      _commons_board_view_append_dashed (snapshot, &outline, 2, &accent);
    }
}

/* The room between the divider and where it was. */
void
_commons_board_view_snapshot_room (CommonsBoardView *self,
                                   GtkSnapshot      *snapshot)
{
  CommonsRoomSide side;
  int at, amount;
  double from, to, unused;
  gboolean down, back;

  if (commons_tool_get_state (self->tool) != COMMONS_TOOL_MAKING_ROOM ||
      !commons_tool_get_room (self->tool, &side, &at, &amount) || !_commons_board_view_is_editable (self))
    return;

  down = side == COMMONS_ROOM_ABOVE || side == COMMONS_ROOM_BELOW;
  back = side == COMMONS_ROOM_ABOVE || side == COMMONS_ROOM_LEFT;
  commons_viewport_to_view (&self->viewport, at, at, down ? &unused : &from, down ? &from : &unused);
  to = from + (back ? -amount : amount) * self->viewport.zoom;
  snapshot_stretched (self, snapshot, side, at, amount);

  for (guint i = 0; i < 3; i++)
    {
      float start = (float) floor (i == 0 ? MIN (from, to) : i == 1 ? from : to);
      float size = i == 0 ? (float) fabs (to - from) : 1;

      gtk_snapshot_append_color (snapshot, i == 0 ? &wash : &accent,
                                 down ? &GRAPHENE_RECT_INIT (0, start, (float) self->viewport.width, size)
                                      : &GRAPHENE_RECT_INIT (start, 0, size, (float) self->viewport.height));
    }
}

const CommonsHandler _commons_board_view_room_handlers[] = {
  { "board.make-room", begin_room, COMMONS_NEEDS_EDITABLE },
  { "board.make-room-below", make_room_below, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.make-room-right", make_room_right, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { NULL, NULL, 0 },
};
