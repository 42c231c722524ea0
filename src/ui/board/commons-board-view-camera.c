/* commons-board-view-camera.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the view looks: scrolling, pinching, flying to a place.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"
#include "commons-settings.h"

/* One detent of a wheel scrolls by this many pixels. */
#define WHEEL_STEP 64

/* Zoom of one detent, and of one pixel of a touchpad: the law is exponential,
 * so that one step in and one out come back to the same zoom. */
#define WHEEL_ZOOM 1.3
#define PIXEL_ZOOM 1.005

/* The level of detail follows this long after the last zoom event. */
#define SETTLE_MS 150

#define FLIGHT_MS 280
#define FIT_MARGIN 8

/* A flick loses 95 % of its speed in about a second. */
#define KINETIC_DECAY 3.0
#define KINETIC_STOP 8.0

static gboolean
prefetch_cb (gpointer user_data)
{
  CommonsBoardView *self = user_data;

  if (self->tiles != NULL && !self->zooming &&
      commons_tile_cache_prefetch (self->tiles, &self->viewport))
    return G_SOURCE_CONTINUE;

  self->prefetch_idle = 0;
  return G_SOURCE_REMOVE;
}

void
_commons_board_view_moved (CommonsBoardView *self)
{
  self->fitted = FALSE;
  _commons_board_view_look_again (self);
  _commons_board_view_place_again (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (self->prefetch_idle == 0)
    self->prefetch_idle = g_idle_add_full (G_PRIORITY_LOW, prefetch_cb, self, NULL);
}

static gboolean
settle_cb (gpointer user_data)
{
  CommonsBoardView *self = user_data;

  self->settle_timeout = 0;
  self->zooming = FALSE;
  _commons_board_view_place_again (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static gboolean
is_at_limit (double zoom)
{
  return zoom <= COMMONS_ZOOM_MIN || zoom >= COMMONS_ZOOM_MAX;
}

static void
tell_zoom (CommonsBoardView *self)
{
  gboolean at_limit = is_at_limit (self->viewport.zoom);

  /* Whoever looks elsewhere may do so at the same zoom. */
  if (self->viewport.zoom != self->told_zoom)
    {
      self->told_zoom = self->viewport.zoom;
      g_signal_emit_by_name (self, "zoom-changed");
    }

  /* At a limit one of the buttons has nothing to do. */
  if (at_limit != self->zoom_at_limit)
    {
      self->zoom_at_limit = !!at_limit;
      _commons_board_view_commands_changed (self);
    }
}

static gboolean
tell_zoom_cb (gpointer user_data)
{
  CommonsBoardView *self = user_data;

  if (self->plane != NULL)
    tell_zoom (self);

  return G_SOURCE_REMOVE;
}

void
_commons_board_view_zoomed (CommonsBoardView *self,
                            gboolean          settle_now)
{
  g_clear_handle_id (&self->settle_timeout, g_source_remove);
  self->zooming = !settle_now;
  if (!settle_now)
    self->settle_timeout = g_timeout_add (SETTLE_MS, settle_cb, self);

  _commons_board_view_moved (self);

  /* Who shows the zoom asks for another layout, which cannot begin inside one:
   * some of what surrounds the board would stay without a place. */
  if (self->placing)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_zoom_cb, g_object_ref (self), g_object_unref);
  else
    tell_zoom (self);
}

static void
camera_value_cb (double   value,
                 gpointer user_data)
{
  CommonsBoardView *self = user_data;
  CommonsViewport viewport;

  commons_viewport_interpolate (&self->camera_from, &self->camera_to, value, &viewport);
  self->viewport.x = viewport.x;
  self->viewport.y = viewport.y;
  self->viewport.zoom = viewport.zoom;
  _commons_board_view_zoomed (self, value >= 1.0);
}

void
_commons_board_view_fly_to (CommonsBoardView      *self,
                            const CommonsViewport *target)
{
  _commons_board_view_stop_kinetic (self);
  self->camera_from = self->viewport;
  self->camera_to = *target;
  adw_animation_reset (self->camera);
  adw_animation_play (self->camera);
}

static gboolean
get_content (CommonsBoardView *self,
             CommonsRect      *content)
{
  return self->picture != NULL && commons_picture_get_extents (self->picture, content);
}

/* The part of a view that the tools over the board leave free. */
void
_commons_board_view_get_free (CommonsBoardView      *self,
                              const CommonsViewport *viewport,
                              CommonsViewport       *free)
{
  *free = *viewport;
  free->x += self->inset_left / viewport->zoom;
  free->y += self->inset_top / viewport->zoom;
  free->width = MAX (viewport->width - self->inset_left, 1);
  free->height = MAX (viewport->height - self->inset_top - self->inset_bottom, 1);
}

/* The view whose free part shows this. */
void
_commons_board_view_set_free (CommonsBoardView      *self,
                              const CommonsViewport *free,
                              CommonsViewport       *viewport)
{
  *viewport = *free;
  viewport->x -= self->inset_left / free->zoom;
  viewport->y -= self->inset_top / free->zoom;
  viewport->width = self->viewport.width;
  viewport->height = self->viewport.height;
}

/* Fits into what the tools over the board leave free. */
static void
fit_viewport (CommonsBoardView  *self,
              const CommonsRect *rect,
              double             max_zoom,
              CommonsViewport   *target)
{
  CommonsViewport free;

  _commons_board_view_get_free (self, &self->viewport, &free);
  commons_viewport_fit (&free, rect, FIT_MARGIN, max_zoom);
  _commons_board_view_set_free (self, &free, target);
}

void
commons_board_view_set_insets (CommonsBoardView *self,
                               int               left,
                               int               bottom)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  self->inset_left = left;
  self->inset_bottom = bottom;
  self->wants_fit |= self->fitted;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
commons_board_view_set_top_inset (CommonsBoardView *self,
                                  int               top)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  self->inset_top = top;
}

void
_commons_board_view_fit (CommonsBoardView *self,
                         gboolean          animate)
{
  CommonsViewport target;
  CommonsRect content;

  if (!get_content (self, &content))
    content = (CommonsRect) { -400, -300, 800, 600 };

  fit_viewport (self, &content, commons_settings_get_print (self->settings), &target);
  if (animate)
    _commons_board_view_fly_to (self, &target);
  else
    commons_board_view_set_viewport (self, &target);
}

void
_commons_board_view_fit_selection (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  CommonsViewport target;
  CommonsRect all = { 0 };

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRect one;

      commons_picture_get_node_extents (self->picture, g_ptr_array_index (nodes, i), &one);
      if (i == 0)
        {
          all = one;
        }
      else
        {
          int right = MAX (all.x + all.width, one.x + one.width);
          int bottom = MAX (all.y + all.height, one.y + one.height);

          all.x = MIN (all.x, one.x);
          all.y = MIN (all.y, one.y);
          all.width = right - all.x;
          all.height = bottom - all.y;
        }
    }

  if (nodes->len == 0)
    return;

  fit_viewport (self, &all, 2.0, &target);
  _commons_board_view_fly_to (self, &target);
}

void
_commons_board_view_zoom_to (CommonsBoardView *self,
                             double            zoom)
{
  CommonsViewport target = self->viewport;

  /* Steps in a row start from where the last one ends. */
  if (adw_animation_get_state (self->camera) == ADW_ANIMATION_PLAYING)
    target = self->camera_to;

  commons_viewport_set_zoom_at (&target, zoom, self->viewport.width / 2.0, self->viewport.height / 2.0);
  _commons_board_view_fly_to (self, &target);
}

void
_commons_board_view_reveal (CommonsBoardView *self,
                            const char       *id)
{
  CommonsRecord *record = commons_board_lookup_node (self->board, id);

  if (record != NULL)
    _commons_board_view_reveal_rect (self, commons_record_get_bounds (record));
}

void
_commons_board_view_reveal_rect (CommonsBoardView  *self,
                                 const CommonsRect *rect)
{
  CommonsViewport target, free;

  _commons_board_view_get_free (self, &self->viewport, &free);
  if (!commons_viewport_reveal (&free, rect, FIT_MARGIN))
    return;

  _commons_board_view_set_free (self, &free, &target);
  _commons_board_view_fly_to (self, &target);
}

void
commons_board_view_reveal_selection (CommonsBoardView *self)
{
  const char *primary;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  primary = commons_selection_get_primary (self->selection);
  if (self->board != NULL && primary != NULL)
    _commons_board_view_reveal (self, primary);
}

static gboolean
kinetic_tick_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now - self->kinetic_time) / (double) G_USEC_PER_SEC;
  double decay = exp (-KINETIC_DECAY * seconds);

  commons_viewport_pan (&self->viewport, self->kinetic_x * seconds, self->kinetic_y * seconds);
  self->kinetic_x *= decay;
  self->kinetic_y *= decay;
  self->kinetic_time = now;
  _commons_board_view_moved (self);

  if (hypot (self->kinetic_x, self->kinetic_y) > KINETIC_STOP)
    return G_SOURCE_CONTINUE;

  self->kinetic_tick = 0;
  return G_SOURCE_REMOVE;
}

void
_commons_board_view_stop_kinetic (CommonsBoardView *self)
{
  if (self->kinetic_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->kinetic_tick);
  self->kinetic_tick = 0;

  if (adw_animation_get_state (self->camera) == ADW_ANIMATION_PLAYING)
    {
      adw_animation_pause (self->camera);
      _commons_board_view_zoomed (self, FALSE);
    }
}

static void
decelerate_cb (CommonsBoardView *self,
               double            velocity_x,
               double            velocity_y)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  /* Fingers that zoomed leave no speed to go on with. */
  if (clock == NULL || self->scroll_zoomed || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  _commons_board_view_stop_kinetic (self);
  self->kinetic_x = -velocity_x;
  self->kinetic_y = -velocity_y;
  self->kinetic_time = gdk_frame_clock_get_frame_time (clock);
  self->kinetic_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), kinetic_tick_cb, NULL, NULL);
}

/* A wheel is told from a touchpad by the unit of its steps and, where these
 * always come as steps, by the device. */
static gboolean
comes_from_wheel (GtkEventControllerScroll *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkDevice *device = event ? gdk_event_get_device (event) : NULL;

  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL &&
         (device == NULL || gdk_device_get_source (device) != GDK_SOURCE_TOUCHPAD);
}

static gboolean
scroll_cb (CommonsBoardView         *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = comes_from_wheel (controller);
  gboolean in_steps = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;
  gboolean zooms = (state & GDK_CONTROL_MASK) != 0 ||
                   (is_wheel && !is_shifted && g_settings_get_boolean (self->settings, "wheel-zooms"));

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL)
    return GDK_EVENT_PROPAGATE;

  _commons_board_view_stop_kinetic (self);

  self->scroll_zoomed = !!zooms;
  if (zooms)
    {
      commons_viewport_zoom_at (&self->viewport, pow (in_steps ? WHEEL_ZOOM : PIXEL_ZOOM, -dy),
                                self->pointer_x, self->pointer_y);
      _commons_board_view_zoomed (self, FALSE);
      return GDK_EVENT_STOP;
    }

  if (is_wheel && is_shifted && dx == 0)
    {
      dx = dy;
      dy = 0;
    }

  commons_viewport_pan (&self->viewport,
                        -dx * (in_steps ? WHEEL_STEP : 1.0),
                        -dy * (in_steps ? WHEEL_STEP : 1.0));
  _commons_board_view_moved (self);

  return GDK_EVENT_STOP;
}

void
_commons_board_view_init_camera (CommonsBoardView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (camera_value_cb, self, NULL);
  GtkEventController *scroll;

  self->camera = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->camera), ADW_EASE_IN_OUT_CUBIC);

  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                            GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "decelerate", G_CALLBACK (decelerate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

void
_commons_board_view_dispose_camera (CommonsBoardView *self)
{
  if (self->kinetic_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->kinetic_tick);
  self->kinetic_tick = 0;
  g_clear_handle_id (&self->settle_timeout, g_source_remove);
  g_clear_handle_id (&self->prefetch_idle, g_source_remove);
  g_clear_handle_id (&self->look_idle, g_source_remove);
  g_clear_object (&self->camera);
}
