/* commons-window-screen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window as it was last on the screen it opens on.
 */

#include "config.h"

#include "commons-panes.h"
#include "commons-screen-memory.h"
#include "commons-window-private.h"

static GdkMonitor *
get_monitor (GtkWidget *window)
{
  GdkSurface *surface = gtk_widget_get_realized (window) ? gtk_native_get_surface (GTK_NATIVE (window)) : NULL;

  return surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

/* Where a window will open is for the desktop to decide: most likely beside the
 * one people are in, and on the only screen there is. */
static GdkMonitor *
guess_monitor (CommonsWindow *self)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *active = NULL;
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) only = NULL;

  if (GTK_IS_APPLICATION (application))
    active = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (active != NULL && active != GTK_WINDOW (self))
    return get_monitor (GTK_WIDGET (active));

  if (g_list_model_get_n_items (monitors) != 1)
    return NULL;

  only = g_list_model_get_item (monitors, 0);
  return only;
}

static void
recall (CommonsWindow   *self,
        const char      *screen,
        int              width,
        int              height,
        CommonsGeometry *geometry)
{
  commons_screen_memory_recall (self->settings, screen, geometry);
  commons_screen_memory_fit (geometry, width, height);
  gtk_window_set_default_size (GTK_WINDOW (self), geometry->width, geometry->height);
}

static void
take_panes (CommonsWindow         *self,
            const CommonsGeometry *geometry)
{
  commons_panes_set_width (COMMONS_PANES (self->panes), GTK_PACK_START, geometry->start_width);
  commons_panes_set_width (COMMONS_PANES (self->panes), GTK_PACK_END, geometry->end_width);
}

void
_commons_window_init_size (CommonsWindow *self)
{
  GdkMonitor *monitor = guess_monitor (self);
  GdkRectangle place = { 0 };
  CommonsGeometry geometry;

  if (monitor != NULL)
    {
      self->screen = commons_screen_memory_name_monitor (monitor);
      gdk_monitor_get_geometry (monitor, &place);
    }

  recall (self, self->screen, place.width, place.height, &geometry);
  if (geometry.maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  if (geometry.fullscreen)
    gtk_window_fullscreen (GTK_WINDOW (self));

  /* What is made for the right room at once does not jump. */
  _commons_window_set_room (self, !geometry.maximized && !geometry.fullscreen ? geometry.width
                                  : place.width > 0 ? place.width : G_MAXINT);
}

void
_commons_window_init_panes (CommonsWindow *self)
{
  CommonsGeometry geometry;

  commons_screen_memory_recall (self->settings, self->screen, &geometry);
  take_panes (self, &geometry);
}

/* It opened elsewhere than it was made for. */
void
_commons_window_arrive (CommonsWindow *self,
                        const char    *screen,
                        int            width,
                        int            height)
{
  CommonsGeometry geometry;

  if (g_strcmp0 (screen, self->screen) == 0)
    return;

  g_free (self->screen);
  self->screen = g_strdup (screen);
  recall (self, screen, width, height, &geometry);
  take_panes (self, &geometry);
  if (geometry.maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  else
    gtk_window_unmaximize (GTK_WINDOW (self));
  if (geometry.fullscreen)
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

/* Only where it opens: later people move it as they like. */
static void
enter_monitor_cb (CommonsWindow *self,
                  GdkMonitor    *monitor,
                  GdkSurface    *surface)
{
  g_autofree char *screen = commons_screen_memory_name_monitor (monitor);
  GdkRectangle place;

  g_assert (COMMONS_IS_WINDOW (self));

  g_signal_handlers_disconnect_by_func (surface, enter_monitor_cb, self);
  gdk_monitor_get_geometry (monitor, &place);
  _commons_window_arrive (self, screen, place.width, place.height);
}

void
_commons_window_watch_screen (CommonsWindow *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "enter-monitor", G_CALLBACK (enter_monitor_cb),
                           self, G_CONNECT_SWAPPED);
}

void
_commons_window_remember_size (CommonsWindow *self)
{
  GdkMonitor *monitor = get_monitor (GTK_WIDGET (self));
  g_autofree char *screen = monitor != NULL ? commons_screen_memory_name_monitor (monitor) : g_strdup (self->screen);
  GtkWindow *window = GTK_WINDOW (self);
  CommonsGeometry geometry = {
    .maximized = gtk_window_is_maximized (window),
    .fullscreen = gtk_window_is_fullscreen (window),
    .start_width = commons_panes_get_width (COMMONS_PANES (self->panes), GTK_PACK_START),
    .end_width = commons_panes_get_width (COMMONS_PANES (self->panes), GTK_PACK_END),
  };

  gtk_window_get_default_size (window, &geometry.width, &geometry.height);
  if (geometry.width > 0 && geometry.height > 0)
    commons_screen_memory_remember (self->settings, screen, &geometry);
}
