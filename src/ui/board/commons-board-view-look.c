/* commons-board-view-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that change what is in view.
 */

#include "config.h"

#include "commons-announce.h"
#include "commons-board-view-private.h"
#include "commons-settings.h"
#include "commons-zoom-control.h"

/* Who zooms step by step hears where it ends. */
static void
announce_zoom (CommonsBoardView *self)
{
  g_autofree char *words = commons_zoom_describe (self->camera_to.zoom);

  commons_announce_later (GTK_WIDGET (self), words);
}

static void
zoom_to (CommonsBoardView *self,
         double            zoom)
{
  _commons_board_view_zoom_to (self, zoom);
  announce_zoom (self);
}

static void
zoom_in (CommonsBoardView *self)
{
  zoom_to (self, commons_viewport_step_zoom (self->viewport.zoom, 1));
}

static void
zoom_out (CommonsBoardView *self)
{
  zoom_to (self, commons_viewport_step_zoom (self->viewport.zoom, -1));
}

/* Where texts of cards are as large as those beside the board. */
static void
zoom_100 (CommonsBoardView *self)
{
  zoom_to (self, commons_settings_get_print (self->settings));
}

static void
zoom_fit (CommonsBoardView *self)
{
  _commons_board_view_fit (self, TRUE);
  announce_zoom (self);
}

static void
zoom_selection (CommonsBoardView *self)
{
  _commons_board_view_fit_selection (self);
  announce_zoom (self);
}

static void
page (CommonsBoardView *self,
      int               right,
      int               down)
{
  commons_viewport_pan (&self->viewport, -right * self->viewport.width * 0.9, -down * self->viewport.height * 0.9);
  _commons_board_view_moved (self);
}

static void page_up (CommonsBoardView *self) { page (self, 0, -1); }
static void page_down (CommonsBoardView *self) { page (self, 0, 1); }
static void page_left (CommonsBoardView *self) { page (self, -1, 0); }
static void page_right (CommonsBoardView *self) { page (self, 1, 0); }

const CommonsHandler _commons_board_view_look_handlers[] = {
  { "board.zoom-in", zoom_in, COMMONS_NEEDS_NEARER | COMMONS_WHILE_EDITING },
  { "board.zoom-out", zoom_out, COMMONS_NEEDS_FARTHER | COMMONS_WHILE_EDITING },
  { "board.zoom-100", zoom_100, COMMONS_NEEDS_BOARD | COMMONS_WHILE_EDITING },
  { "board.zoom-fit", zoom_fit, COMMONS_NEEDS_BOARD | COMMONS_WHILE_EDITING },
  { "board.zoom-selection", zoom_selection, COMMONS_NEEDS_BOARD | COMMONS_NEEDS_NODE },
  { "board.page-up", page_up, COMMONS_NEEDS_BOARD },
  { "board.page-down", page_down, COMMONS_NEEDS_BOARD },
  { "board.page-left", page_left, COMMONS_NEEDS_BOARD },
  { "board.page-right", page_right, COMMONS_NEEDS_BOARD },
  { NULL, NULL, 0 },
};
