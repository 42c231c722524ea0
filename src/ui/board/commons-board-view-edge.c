/* commons-board-view-edge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drag that stays near an edge scrolls the board under the hand: after a
 * moment, slowly at first, and faster the longer and the nearer.
 */

#include "config.h"

#include "commons-board-view-private.h"

/* How near is near, in pixels. In full screen the edges are those of the
 * shell, which may take the pointer there. */
#define ZONE            8
#define ZONE_FULLSCREEN 24

/* Until it begins, and until it is at its fastest, in microseconds. */
#define DELAY    (200 * 1000)
#define RUN_UP   (1500 * 1000)

/* In pixels per second. */
#define SLOWEST 240.0
#define FASTEST 1600.0

/* How much further than the zone the pointer may be outside to go on faster. */
#define FARTHEST 3.0

static gboolean
may_scroll (CommonsBoardView *self)
{
  switch (commons_tool_get_state (self->tool))
    {
    case COMMONS_TOOL_BANDING:
      return TRUE;

    case COMMONS_TOOL_MOVING:
    case COMMONS_TOOL_CONNECTING:
    case COMMONS_TOOL_RESIZING:
    case COMMONS_TOOL_MAKING_ROOM:
      return _commons_board_view_is_editable (self);

    case COMMONS_TOOL_IDLE:
    case COMMONS_TOOL_PRESSED:
    case COMMONS_TOOL_PANNING:
    default:
      return FALSE;
    }
}

static double
get_zone (CommonsBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && gtk_window_is_fullscreen (GTK_WINDOW (root)) ? ZONE_FULLSCREEN : ZONE;
}

/* How far into the zone of either end, negative for the first one. */
static double
get_depth (double place,
           double size,
           double zone)
{
  if (place < zone)
    return -MIN ((zone - place) / zone, FARTHEST);
  if (place > size - zone)
    return MIN ((place - (size - zone)) / zone, FARTHEST);

  return 0;
}

static gboolean
get_pull (CommonsBoardView *self,
          double           *x,
          double           *y)
{
  double zone = get_zone (self);

  *x = get_depth (self->pointer_x, self->viewport.width, zone);
  *y = get_depth (self->pointer_y, self->viewport.height, zone);

  return (*x != 0 || *y != 0) && !self->outside && may_scroll (self);
}

static double
get_speed (double depth,
           gint64 since_start)
{
  double run_up = CLAMP (since_start / (double) RUN_UP, 0, 1);

  return depth * (SLOWEST + (FASTEST - SLOWEST) * run_up * run_up);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gint64 since_start = now - self->edge_since - DELAY;
  double seconds = (now - self->edge_time) / (double) G_USEC_PER_SEC;
  double x, y;

  self->edge_time = now;
  if (!get_pull (self, &x, &y))
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }

  if (since_start < 0)
    return G_SOURCE_CONTINUE;

  commons_viewport_pan (&self->viewport, -get_speed (x, since_start) * seconds, -get_speed (y, since_start) * seconds);
  _commons_board_view_moved (self);
  _commons_board_view_drag_on (self);

  return G_SOURCE_CONTINUE;
}

void
_commons_board_view_stop_at_edge (CommonsBoardView *self)
{
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}

void
_commons_board_view_check_edge (CommonsBoardView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  double x, y;

  if (!get_pull (self, &x, &y))
    {
      _commons_board_view_stop_at_edge (self);
      return;
    }

  if (self->edge_tick != 0 || clock == NULL)
    return;

  self->edge_since = self->edge_time = gdk_frame_clock_get_frame_time (clock);
  self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
