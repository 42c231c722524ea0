/* commons-board-view-walk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that take the keyboard from card to card.
 */

#include "config.h"

#include "commons-board-view-find.h"
#include "commons-board-view-private.h"
#include "commons-navigate.h"

const char *
_commons_board_view_get_current (CommonsBoardView *self)
{
  const char *focused = commons_board_plane_get_focused (self->plane);

  return focused ? focused : commons_selection_get_primary (self->selection);
}

static void
go (CommonsBoardView *self,
    CommonsDirection  direction)
{
  _commons_board_view_select_and_focus (self, commons_navigate_spatial (self->board, _commons_board_view_get_current (self), direction));
}

static void go_left (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_LEFT); }
static void go_right (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_RIGHT); }
static void go_up (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_UP); }
static void go_down (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_DOWN); }

static void
next (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_reading (self->board, _commons_board_view_get_current (self), TRUE));
}

static void
previous (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_reading (self->board, _commons_board_view_get_current (self), FALSE));
}

static void
first (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_first (self->board));
}

static void
last (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_last (self->board));
}

static void
escape (CommonsBoardView *self)
{
  if (self->armed != NULL)
    {
      commons_board_view_arm (self, NULL);
    }
  else if (_commons_board_view_end_clicks (self))
    {
      return;
    }
  else if (self->connecting != NULL)
    {
      g_clear_pointer (&self->connecting, g_free);
      _commons_board_view_update_cursor (self);
    }
  else if (commons_tool_get_state (self->tool) != COMMONS_TOOL_IDLE)
    {
      _commons_board_view_cancel_pointer (self);
    }
  else if (commons_tool_wants_room (self->tool))
    {
      commons_tool_set_room (self->tool, FALSE);
      _commons_board_view_update_cursor (self);
    }
  else if (!_commons_board_view_leave_link (self) && !commons_selection_clear (self->selection))
    {
      commons_board_view_clear_filter (self);
    }
}

const CommonsHandler _commons_board_view_walk_handlers[] = {
  { "board.next", next, COMMONS_NEEDS_BOARD },
  { "board.previous", previous, COMMONS_NEEDS_BOARD },
  { "board.go-left", go_left, COMMONS_NEEDS_BOARD },
  { "board.go-right", go_right, COMMONS_NEEDS_BOARD },
  { "board.go-up", go_up, COMMONS_NEEDS_BOARD },
  { "board.go-down", go_down, COMMONS_NEEDS_BOARD },
  { "board.first", first, COMMONS_NEEDS_BOARD },
  { "board.last", last, COMMONS_NEEDS_BOARD },
  { "board.escape", escape, COMMONS_NEEDS_BOARD },
  { NULL, NULL, 0 },
};
