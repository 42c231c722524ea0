/* commons-screen-memory.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How windows were last, screen by screen: one that opens on the projector is
 * as it was on the projector.
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * CommonsGeometry:
 * @width: of the window while it is neither maximised nor full screen
 * @height: likewise
 * @maximized: whether it fills the screen beside the bars of the desktop
 * @fullscreen: whether it fills the screen
 * @start_width: width of the pane where lines begin
 * @end_width: width of the pane where lines end
 *
 * How a window is, in pixels of the toolkit.
 */
typedef struct
{
  int      width;
  int      height;
  gboolean maximized;
  gboolean fullscreen;
  int      start_width;
  int      end_width;
} CommonsGeometry;

/**
 * commons_screen_memory_name:
 * @connector: (nullable): where it is plugged in, such as "HDMI-1"
 * @model: (nullable): what it calls itself
 * @width: of the screen
 * @height: of the screen
 *
 * Returns: (transfer full): the name a screen is remembered by
 */
char *commons_screen_memory_name         (const char            *connector,
                                          const char            *model,
                                          int                    width,
                                          int                    height);

/**
 * commons_screen_memory_name_monitor:
 * @monitor: a screen
 *
 * Returns: (transfer full): the name it is remembered by
 */
char *commons_screen_memory_name_monitor (GdkMonitor            *monitor);

/**
 * commons_screen_memory_recall:
 * @settings: those of the program
 * @screen: (nullable): name of the screen, %NULL when nobody knows
 * @geometry: (out): how the last window on that screen was; where there was
 *   none, how the last window was anywhere
 */
void  commons_screen_memory_recall       (GSettings             *settings,
                                          const char            *screen,
                                          CommonsGeometry       *geometry);

/**
 * commons_screen_memory_fit:
 * @geometry: (inout): how a window would be
 * @width: of the screen
 * @height: of the screen
 *
 * No window is larger than the screen it opens on.
 */
void  commons_screen_memory_fit          (CommonsGeometry       *geometry,
                                          int                    width,
                                          int                    height);

/**
 * commons_screen_memory_remember:
 * @settings: those of the program
 * @screen: (nullable): name of the screen
 * @geometry: how the window is
 *
 * Keeps it for the next window there, and for windows on screens that are new.
 * The screen that was not met for longest is forgotten when there are many.
 */
void  commons_screen_memory_remember     (GSettings             *settings,
                                          const char            *screen,
                                          const CommonsGeometry *geometry);

G_END_DECLS
