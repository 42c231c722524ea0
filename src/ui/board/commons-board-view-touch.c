/* commons-board-view-touch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What fingers do beside what a pointer does: pinching, and holding still.
 */

#include "config.h"

#include "commons-board-view-private.h"

static void
get_pinch_centre (CommonsBoardView *self,
                  GtkGesture       *gesture,
                  double           *x,
                  double           *y)
{
  if (!gtk_gesture_get_bounding_box_center (gesture, x, y))
    {
      *x = self->viewport.width / 2.0;
      *y = self->viewport.height / 2.0;
    }
}

static void
pinch_begin_cb (CommonsBoardView *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  _commons_board_view_stop_kinetic (self);
  _commons_board_view_cancel_pointer (self);
  self->zoom_at_pinch = self->viewport.zoom;
  get_pinch_centre (self, gesture, &self->pinch_x, &self->pinch_y);
}

/* Two fingers zoom and carry the board along. */
static void
pinch_cb (CommonsBoardView *self,
          double            scale,
          GtkGesture       *gesture)
{
  double x, y;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL)
    return;

  get_pinch_centre (self, gesture, &x, &y);
  commons_viewport_pan (&self->viewport, x - self->pinch_x, y - self->pinch_y);
  commons_viewport_set_zoom_at (&self->viewport, self->zoom_at_pinch * scale, x, y);
  self->pinch_x = x;
  self->pinch_y = y;
  _commons_board_view_zoomed (self, FALSE);
}

/* A finger held on a card asks for its menu; on empty ground it may go on to
 * draw a rubber band, so that the menu waits for it to leave. */
static void
long_press_cb (CommonsBoardView *self,
               double            x,
               double            y)
{
  CommonsHit hit;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL || self->text_editor != NULL)
    return;

  _commons_board_view_pick (self, x, y, &hit);
  if (hit.id == NULL)
    {
      self->held = commons_tool_hold (self->tool);
      return;
    }

  _commons_board_view_cancel_pointer (self);
  if (!commons_selection_contains (self->selection, hit.id))
    commons_selection_set_only (self->selection, hit.id);
  _commons_board_view_popup_menu (self, x, y, TRUE);
}

gboolean
_commons_board_view_end_hold (CommonsBoardView *self,
                              gboolean          dragged)
{
  gboolean held = self->held;

  self->held = FALSE;
  if (!held || dragged || self->board == NULL)
    return FALSE;

  commons_selection_clear (self->selection);
  _commons_board_view_popup_menu (self, self->pointer_x, self->pointer_y, TRUE);

  return TRUE;
}

void
_commons_board_view_init_touch (CommonsBoardView *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (long_press_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));

  /* The same finger holds, then drags. */
  gtk_gesture_group (hold, self->drag_gesture);
}
