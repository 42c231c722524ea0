/* commons-board-view-nudge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that move cards step by step.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange.h"
#include "commons-board-view-private.h"

/* The small step of an arrow key and the large one, in board units. */
#define NUDGE_STEP 2
#define PUSH_STEP COMMONS_GRID

#define PAN_STEP 64

static const char *
get_words (int dx,
           int dy)
{
  if (dx != 0)
    return dx < 0 ? _("Moved left") : _("Moved right");

  return dy < 0 ? _("Moved up") : _("Moved down");
}

/* Arrows move what is selected, and the view when nothing is. */
static void
nudge (CommonsBoardView *self,
       int               dx,
       int               dy,
       int               step)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (GHashTable) moved = NULL;
  g_autofree char *sentence = NULL;

  if (ids->len == 0)
    {
      commons_viewport_pan (&self->viewport, -dx * PAN_STEP, -dy * PAN_STEP);
      _commons_board_view_moved (self);
      return;
    }

  if (!_commons_board_view_is_editable (self))
    return;

  if (!_commons_board_view_leave_locked (self, ids))
    return;

  moved = commons_arrange_gather (self->board, ids);
  if (commons_refile_nudge (self->editor, self->catalogue, moved, dx * step, dy * step, _("Move"), &sentence) &&
      sentence == NULL)
    commons_announce_later (GTK_WIDGET (self), get_words (dx, dy));
  _commons_board_view_tell (self, sentence);
  _commons_board_view_reveal (self, commons_selection_get_primary (self->selection));
}

static void nudge_left (CommonsBoardView *self) { nudge (self, -1, 0, NUDGE_STEP); }
static void nudge_right (CommonsBoardView *self) { nudge (self, 1, 0, NUDGE_STEP); }
static void nudge_up (CommonsBoardView *self) { nudge (self, 0, -1, NUDGE_STEP); }
static void nudge_down (CommonsBoardView *self) { nudge (self, 0, 1, NUDGE_STEP); }
static void push_left (CommonsBoardView *self) { nudge (self, -1, 0, PUSH_STEP); }
static void push_right (CommonsBoardView *self) { nudge (self, 1, 0, PUSH_STEP); }
static void push_up (CommonsBoardView *self) { nudge (self, 0, -1, PUSH_STEP); }
static void push_down (CommonsBoardView *self) { nudge (self, 0, 1, PUSH_STEP); }

const CommonsHandler _commons_board_view_nudge_handlers[] = {
  { "board.nudge-left", nudge_left, COMMONS_NEEDS_BOARD },
  { "board.nudge-right", nudge_right, COMMONS_NEEDS_BOARD },
  { "board.nudge-up", nudge_up, COMMONS_NEEDS_BOARD },
  { "board.nudge-down", nudge_down, COMMONS_NEEDS_BOARD },
  { "board.push-left", push_left, COMMONS_NEEDS_BOARD },
  { "board.push-right", push_right, COMMONS_NEEDS_BOARD },
  { "board.push-up", push_up, COMMONS_NEEDS_BOARD },
  { "board.push-down", push_down, COMMONS_NEEDS_BOARD },
  { NULL, NULL, 0 },
};
