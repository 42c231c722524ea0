/* commons-board-view-content.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nobody gets lost: going to a card so that it can be read, noticing when
 * nothing is in view, and coming back to where one looked last time.
 */

#include "config.h"

#include "commons-board-view-private.h"
#include "commons-in-view.h"

/* Space around what the camera goes to, in pixels. */
#define GO_MARGIN 48

/* Under this height on the screen the title of a card is not drawn. */
#define READABLE_HEIGHT 23

/* Where the camera goes to read a title. */
#define READING_ZOOM 0.75

static gboolean
look_cb (gpointer user_data)
{
  CommonsBoardView *self = user_data;
  CommonsRect visible;
  gboolean lost;

  self->look_idle = 0;
  if (self->board == NULL || self->viewport.width <= 0 || self->viewport.height <= 0)
    return G_SOURCE_REMOVE;

  commons_viewport_get_visible (&self->viewport, &visible);
  lost = commons_board_get_n_nodes (self->board) > 0 && !commons_board_is_in_view (self->board, &visible, &self->found_in_view);
  self->lost = !!lost;
  g_signal_emit_by_name (self, "looked");

  return G_SOURCE_REMOVE;
}

/* Once for each frame at most, and after what else is to be done for it. */
void
_commons_board_view_look_again (CommonsBoardView *self)
{
  if (self->look_idle == 0)
    self->look_idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, look_cb, self, NULL);
}

gboolean
commons_board_view_is_lost (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);

  return self->board != NULL && self->lost;
}

/* Where the eye goes: to the name of a circle or zone, to the middle of a
 * link. */
static void
get_place (CommonsBoardView *self,
           CommonsRecord    *record,
           CommonsRect      *place)
{
  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    {
      commons_picture_get_link_extents (self->picture, record, place);
      *place = (CommonsRect) { place->x + place->width / 2, place->y + place->height / 2, 1, 1 };
    }
  else if (commons_record_is_group (record))
    commons_picture_get_text_rect (self->picture, record, place);
  else
    *place = *commons_record_get_bounds (record);
}

static gboolean
is_readable (CommonsRecord *record,
             double         zoom)
{
  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    return zoom >= READABLE_HEIGHT / 62.0;

  return commons_record_is_group (record) || commons_record_get_bounds (record)->height * zoom >= READABLE_HEIGHT;
}

void
_commons_board_view_go_to (CommonsBoardView *self,
                           const char       *id)
{
  CommonsRecord *record = commons_board_lookup (self->board, id);
  CommonsViewport target = self->viewport, free;
  CommonsRect place;

  if (record == NULL || self->viewport.width <= 0)
    return;
  record = _commons_board_view_get_shown (self, record);

  /* Steps in a row go on from where the last one ends. */
  if (adw_animation_get_state (self->camera) == ADW_ANIMATION_PLAYING)
    target = self->camera_to;
  target.width = self->viewport.width;
  target.height = self->viewport.height;

  get_place (self, record, &place);
  _commons_board_view_get_free (self, &target, &free);
  if (!is_readable (record, free.zoom))
    {
      free.zoom = READING_ZOOM;
      commons_viewport_center_on (&free, place.x + place.width / 2.0, place.y + place.height / 2.0);
    }
  else if (!commons_viewport_reveal (&free, &place, GO_MARGIN))
    return;

  _commons_board_view_set_free (self, &free, &target);
  _commons_board_view_fly_to (self, &target);
}

gboolean
commons_board_view_get_place (CommonsBoardView *self,
                              double           *x,
                              double           *y,
                              double           *zoom)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);

  commons_viewport_to_board (&self->viewport, self->viewport.width / 2.0, self->viewport.height / 2.0, x, y);
  *zoom = self->viewport.zoom;

  return !self->fitted && !self->wants_fit;
}

void
commons_board_view_set_place (CommonsBoardView *self,
                              double            x,
                              double            y,
                              double            zoom)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  self->place_x = x;
  self->place_y = y;
  self->place_zoom = zoom;
  self->wants_place = TRUE;
  _commons_board_view_place_again (self);
}

/* A place where nothing is any more is not worth coming back to. */
void
_commons_board_view_take_place (CommonsBoardView *self)
{
  CommonsViewport target = self->viewport;
  CommonsRect visible;

  if (!self->wants_place || self->board == NULL || target.width <= 0 || target.height <= 0)
    return;

  self->wants_place = FALSE;
  target.zoom = CLAMP (self->place_zoom, COMMONS_ZOOM_MIN, COMMONS_ZOOM_MAX);
  commons_viewport_center_on (&target, self->place_x, self->place_y);
  commons_viewport_get_visible (&target, &visible);
  if (commons_board_is_in_view (self->board, &visible, NULL))
    commons_board_view_set_viewport (self, &target);
}

static void
back_to_content (CommonsBoardView *self)
{
  _commons_board_view_fit (self, TRUE);
}

const CommonsHandler _commons_board_view_content_handlers[] = {
  { "board.back-to-content", back_to_content, COMMONS_NEEDS_BOARD | COMMONS_WHILE_EDITING },
  { NULL, NULL, 0 },
};
