/* commons-pane-edge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-pane-edge.h"

#define STEP 24

struct _CommonsPaneEdge
{
  GtkWidget    parent_instance;

  GtkPackType  pane;
  int          width;
  int          start_width;  /* when the drag began */
  int          start_x;      /* likewise, in the parent, which does not move */
};

enum
{
  WANTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsPaneEdge, commons_pane_edge, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* Whether the pane grows to the right. */
static gboolean
grows_right (CommonsPaneEdge *self)
{
  return (self->pane == GTK_PACK_START) == (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL);
}

static void
want (CommonsPaneEdge *self,
      int              width)
{
  g_signal_emit (self, signals[WANTED], 0, width);
}

/* Where a place of the edge is in what holds it. */
static int
get_x (CommonsPaneEdge *self,
       double           x)
{
  graphene_point_t there;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), gtk_widget_get_parent (GTK_WIDGET (self)),
                                 &GRAPHENE_POINT_INIT ((float) x, 0), &there))
    return (int) x;

  return (int) there.x;
}

static void
drag_begin_cb (CommonsPaneEdge *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  g_assert (COMMONS_IS_PANE_EDGE (self));

  self->start_width = self->width;
  self->start_x = get_x (self, x);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The edge follows the hand, so that its own places say little. */
static void
drag_update_cb (CommonsPaneEdge *self,
                double           offset_x,
                double           offset_y,
                GtkGesture      *gesture)
{
  double x = 0, y = 0;
  int by;

  g_assert (COMMONS_IS_PANE_EDGE (self));

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  by = get_x (self, x + offset_x) - self->start_x;
  want (self, self->start_width + (grows_right (self) ? by : -by));
}

static void
pressed_cb (CommonsPaneEdge *self,
            int              n_press)
{
  g_assert (COMMONS_IS_PANE_EDGE (self));

  if (n_press == 2)
    want (self, 0);
}

static gboolean
key_pressed_cb (CommonsPaneEdge *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  int step = grows_right (self) ? STEP : -STEP;

  g_assert (COMMONS_IS_PANE_EDGE (self));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      want (self, self->width - step);
      return GDK_EVENT_STOP;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      want (self, self->width + step);
      return GDK_EVENT_STOP;

    case GDK_KEY_BackSpace:
      want (self, 0);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
commons_pane_edge_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? COMMONS_PANE_EDGE_WIDTH : 0;
}

static void
commons_pane_edge_class_init (CommonsPaneEdgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = commons_pane_edge_measure;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "paneedge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
commons_pane_edge_init (CommonsPaneEdge *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_group (drag, click);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}

GtkWidget *
commons_pane_edge_new (GtkPackType pane)
{
  CommonsPaneEdge *self = g_object_new (COMMONS_TYPE_PANE_EDGE, NULL);

  self->pane = pane;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pane == GTK_PACK_START ? _("Width of the Guiding Sheets") : _("Width of the Inspector"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_VERTICAL,
                                  -1);

  return GTK_WIDGET (self);
}

void
commons_pane_edge_set_width (CommonsPaneEdge *self,
                             int              width,
                             int              min,
                             int              max)
{
  g_return_if_fail (COMMONS_IS_PANE_EDGE (self));

  self->width = width;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) min,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) max,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) width,
                                  -1);
}
