/* commons-overview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-bitmap.h"
#include "commons-overview.h"

#define WIDTH 208
#define HEIGHT 136
#define PADDING 6

/* What is drawn of cards at this zoom: silhouettes and icons. Names keep their
 * size on a screen, and would be wider than what they name any farther. */
#define DETAIL_ZOOM 0.25

/* Boards of a few cards are not shown larger than this. */
#define MAX_SCALE 0.15

/* Rows of pixels that one turn of the idle loop draws. */
#define SLICE 12

/* So long after the last change it is drawn again. */
#define REFRESH_MS 600

/* How far an arrow key moves, as a share of the view. */
#define KEY_STEP 0.2

struct _CommonsOverview
{
  GtkWidget         parent_instance;

  CommonsBoardView *view; /* not owned */
  CommonsBoard     *board;
  CommonsPicture   *picture; /* NULL while hidden */

  GPtrArray        *slices;  /* CommonsBitmap, top first; what is shown */
  GPtrArray        *drawn;   /* the same, being drawn; NULL when it is done */
  CommonsRect       content; /* what the slices show, in board units */
  CommonsRect       drawing; /* what those being drawn show */
  guint             refresh_timeout;
  guint             draw_idle;

  double            grab_x;  /* from the middle of the frame, in board units */
  double            grab_y;
  double            press_x;
  double            press_y;
};

G_DEFINE_FINAL_TYPE (CommonsOverview, commons_overview, GTK_TYPE_WIDGET)

/* Pixels in a board unit. */
static double
get_scale (const CommonsRect *content)
{
  double scale = MIN ((WIDTH - 2.0 * PADDING) / MAX (content->width, 1), (HEIGHT - 2.0 * PADDING) / MAX (content->height, 1));

  return MIN (scale, MAX_SCALE);
}

/* Where a board point is in the widget. */
static void
to_widget (CommonsOverview *self,
           double           x,
           double           y,
           double          *px,
           double          *py)
{
  double scale = get_scale (&self->content);

  *px = WIDTH / 2.0 + (x - self->content.x - self->content.width / 2.0) * scale;
  *py = HEIGHT / 2.0 + (y - self->content.y - self->content.height / 2.0) * scale;
}

static void
to_board (CommonsOverview *self,
          double           px,
          double           py,
          double          *x,
          double          *y)
{
  double scale = get_scale (&self->content);

  *x = self->content.x + self->content.width / 2.0 + (px - WIDTH / 2.0) / scale;
  *y = self->content.y + self->content.height / 2.0 + (py - HEIGHT / 2.0) / scale;
}

static gboolean
draw_slice_cb (gpointer user_data)
{
  CommonsOverview *self = user_data;
  const CommonsPaintFilter filter = { .dimmed = commons_board_view_get_dimmed (self->view), .background = TRUE };
  double scale = get_scale (&self->drawing) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int left = (int) floor (self->drawing.x * scale);
  int top = (int) floor (self->drawing.y * scale);
  int width = MAX ((int) ceil (self->drawing.width * scale), 1);
  int height = MAX ((int) ceil (self->drawing.height * scale), 1);
  int y = (int) self->drawn->len * SLICE;

  if (y < height)
    {
      g_ptr_array_add (self->drawn, commons_bitmap_new (self->picture, left, top + y, width, SLICE, scale, &filter));
      return G_SOURCE_CONTINUE;
    }

  g_clear_pointer (&self->slices, g_ptr_array_unref);
  self->slices = g_steal_pointer (&self->drawn);
  self->content = self->drawing;
  self->draw_idle = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
stop_drawing (CommonsOverview *self)
{
  g_clear_handle_id (&self->refresh_timeout, g_source_remove);
  g_clear_handle_id (&self->draw_idle, g_source_remove);
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
}

static void
draw (CommonsOverview *self)
{
  stop_drawing (self);
  if (self->picture == NULL)
    return;

  if (!commons_picture_get_extents (self->picture, &self->drawing))
    {
      g_clear_pointer (&self->slices, g_ptr_array_unref);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  self->drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_bitmap_free);
  self->draw_idle = g_idle_add_full (G_PRIORITY_LOW, draw_slice_cb, self, NULL);
}

static gboolean
refresh_cb (gpointer user_data)
{
  CommonsOverview *self = user_data;

  self->refresh_timeout = 0;
  draw (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_later (CommonsOverview *self)
{
  g_assert (COMMONS_IS_OVERVIEW (self));

  if (self->picture == NULL)
    return;

  stop_drawing (self);
  self->refresh_timeout = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
update_theme (CommonsOverview *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  CommonsThemeVariant variant = adw_style_manager_get_dark (style) ? COMMONS_THEME_DARK : COMMONS_THEME_LIGHT;

  g_assert (COMMONS_IS_OVERVIEW (self));

  if (self->picture == NULL)
    return;

  commons_picture_set_theme (self->picture, commons_theme_get (variant, adw_style_manager_get_high_contrast (style)));
  draw (self);
}

/* A picture of its own, since that of the view keeps what it laid out for the
 * zoom of the view. */
static void
start (CommonsOverview *self)
{
  if (self->board == NULL || self->picture != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->picture = commons_picture_new (self->board, commons_board_view_get_catalogue (self->view),
                                       commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  commons_picture_set_zoom (self->picture, DETAIL_ZOOM);
  g_signal_connect_swapped (self->board, "changed", G_CALLBACK (refresh_later), self);
  update_theme (self);
}

static void
stop (CommonsOverview *self)
{
  stop_drawing (self);
  if (self->picture != NULL)
    g_signal_handlers_disconnect_by_func (self->board, refresh_later, self);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->slices, g_ptr_array_unref);
}

static void
commons_overview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (commons_overview_parent_class)->map (widget);
  start (COMMONS_OVERVIEW (widget));
}

static void
commons_overview_unmap (GtkWidget *widget)
{
  stop (COMMONS_OVERVIEW (widget));
  GTK_WIDGET_CLASS (commons_overview_parent_class)->unmap (widget);
}

static void
commons_overview_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
snapshot_slices (CommonsOverview *self,
                 GtkSnapshot     *snapshot)
{
  double scale = get_scale (&self->content), x, y;
  gboolean with_cairo = commons_bitmap_wants_cairo (GTK_WIDGET (self));
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  to_widget (self, self->content.x, self->content.y, &x, &y);
  for (guint i = 0; i < self->slices->len; i++)
    {
      graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) (y + (double) i * SLICE / factor),
                                                 (float) MAX (ceil (self->content.width * scale * factor) / factor, 1),
                                                 (float) SLICE / (float) factor);

      commons_bitmap_append (g_ptr_array_index (self->slices, i), snapshot, &rect, with_cairo);
    }
}

/* A frame around what is in view. */
static void
snapshot_frame (CommonsOverview *self,
                GtkSnapshot     *snapshot)
{
  const GdkRGBA accent = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 1 };
  const GdkRGBA wash = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 0.12f };
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colors[4] = { accent, accent, accent, accent };
  CommonsViewport viewport;
  GskRoundedRect outline;
  graphene_rect_t rect;
  double x1, y1, x2, y2;

  commons_board_view_get_viewport (self->view, &viewport);
  to_widget (self, viewport.x, viewport.y, &x1, &y1);
  to_widget (self, viewport.x + viewport.width / viewport.zoom, viewport.y + viewport.height / viewport.zoom, &x2, &y2);

  /* However near one looks, the frame can be seen and held. */
  graphene_rect_init (&rect, (float) x1, (float) y1, (float) MAX (x2 - x1, 6), (float) MAX (y2 - y1, 6));
  gtk_snapshot_append_color (snapshot, &wash, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
commons_overview_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CommonsOverview *self = COMMONS_OVERVIEW (widget);

  if (self->slices == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (2, 2, WIDTH - 4, HEIGHT - 4));
  snapshot_slices (self, snapshot);
  snapshot_frame (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
centre_on (CommonsOverview *self,
           double           x,
           double           y)
{
  CommonsViewport viewport;

  commons_board_view_get_viewport (self->view, &viewport);
  commons_viewport_center_on (&viewport, x, y);
  commons_board_view_set_viewport (self->view, &viewport);
}

/* Held where it was taken; pressed beside it, the frame comes to the pointer. */
static void
drag_begin_cb (CommonsOverview *self,
               double           px,
               double           py)
{
  CommonsViewport viewport;
  double x, y, width, height;

  g_assert (COMMONS_IS_OVERVIEW (self));

  self->press_x = px;
  self->press_y = py;
  self->grab_x = self->grab_y = 0;
  if (self->slices == NULL)
    return;

  commons_board_view_get_viewport (self->view, &viewport);
  width = viewport.width / viewport.zoom;
  height = viewport.height / viewport.zoom;
  to_board (self, px, py, &x, &y);
  if (x >= viewport.x && x <= viewport.x + width && y >= viewport.y && y <= viewport.y + height)
    {
      self->grab_x = x - viewport.x - width / 2;
      self->grab_y = y - viewport.y - height / 2;
    }
  else
    {
      centre_on (self, x, y);
    }
}

static void
drag_update_cb (CommonsOverview *self,
                double           dx,
                double           dy)
{
  double x, y;

  g_assert (COMMONS_IS_OVERVIEW (self));

  if (self->slices == NULL)
    return;

  to_board (self, self->press_x + dx, self->press_y + dy, &x, &y);
  centre_on (self, x - self->grab_x, y - self->grab_y);
}

static gboolean
key_pressed_cb (CommonsOverview *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  CommonsViewport viewport;
  int dx = 0, dy = 0;

  g_assert (COMMONS_IS_OVERVIEW (self));

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    dx = -1;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    dx = 1;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    dy = -1;
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    dy = 1;

  if ((dx == 0 && dy == 0) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  commons_board_view_get_viewport (self->view, &viewport);
  commons_viewport_pan (&viewport, -dx * viewport.width * KEY_STEP, -dy * viewport.height * KEY_STEP);
  commons_board_view_set_viewport (self->view, &viewport);

  return GDK_EVENT_STOP;
}

static void
commons_overview_dispose (GObject *object)
{
  CommonsOverview *self = COMMONS_OVERVIEW (object);

  stop (self);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (commons_overview_parent_class)->dispose (object);
}

static void
commons_overview_class_init (CommonsOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_overview_dispose;
  widget_class->map = commons_overview_map;
  widget_class->unmap = commons_overview_unmap;
  widget_class->measure = commons_overview_measure;
  widget_class->snapshot = commons_overview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_overview_init (CommonsOverview *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Arrow keys move the view"), -1);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (draw), NULL);
}

GtkWidget *
commons_overview_new (CommonsBoardView *view)
{
  CommonsOverview *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_OVERVIEW, NULL);
  self->view = view;
  g_signal_connect_object (view, "looked", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "filter-changed", G_CALLBACK (refresh_later), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
commons_overview_set_board (CommonsOverview *self,
                            CommonsBoard    *board)
{
  g_return_if_fail (COMMONS_IS_OVERVIEW (self));

  if (self->board == board)
    return;

  stop (self);
  g_set_object (&self->board, board);
  start (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
commons_overview_is_ready (CommonsOverview *self)
{
  g_return_val_if_fail (COMMONS_IS_OVERVIEW (self), FALSE);

  return self->slices != NULL && self->refresh_timeout == 0 && self->draw_idle == 0;
}
