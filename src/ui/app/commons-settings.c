/* commons-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <adwaita.h>

#include "commons-languages.h"
#include "commons-settings.h"

/* What the toolkit is told instead of what the desktop says. */
#define MOTION_SETTING "gtk-enable-animations"
#define PRINT_SETTING  "gtk-xft-dpi"

/* Where neither desktop nor screen tells a resolution, in 1024th of a dot. */
#define USUAL_DPI (96 * 1024)

/* A screen before a window is on it. */
#define USUAL_PIXELS 1920

static void
style_changed_cb (GSettings *settings)
{
  g_autofree char *style = g_settings_get_string (settings, "style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* The toolkit, libadwaita and the board all ask this one setting. */
static void
motion_changed_cb (GSettings *settings)
{
  GtkSettings *toolkit = gtk_settings_get_default ();

  if (g_settings_get_boolean (settings, "reduce-motion"))
    g_object_set (toolkit, MOTION_SETTING, FALSE, NULL);
  else
    gtk_settings_reset_property (toolkit, MOTION_SETTING);
}

/* Larger by the same part whatever the desktop asks for, so that its own large
 * text adds to it. */
static void
print_changed_cb (GSettings *settings)
{
  GtkSettings *toolkit = gtk_settings_get_default ();
  double print = commons_settings_get_print (settings);
  int dpi;

  gtk_settings_reset_property (toolkit, PRINT_SETTING);
  if (print == 1)
    return;

  g_object_get (toolkit, PRINT_SETTING, &dpi, NULL);
  g_object_set (toolkit, PRINT_SETTING, (int) round ((dpi > 0 ? dpi : USUAL_DPI) * print), NULL);
}

/* Once set here, the toolkit no longer listens to the desktop. */
static void
desktop_changed_cb (GSettings  *settings,
                    const char *name)
{
  if (g_str_equal (name, PRINT_SETTING) && commons_settings_get_print (settings) != 1)
    print_changed_cb (settings);
}

void
commons_settings_follow (GSettings *settings)
{
  GdkDisplay *display = gdk_display_get_default ();

  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::style", G_CALLBACK (style_changed_cb), NULL);
  g_signal_connect (settings, "changed::reduce-motion", G_CALLBACK (motion_changed_cb), NULL);
  g_signal_connect (settings, "changed::large-print", G_CALLBACK (print_changed_cb), NULL);
  g_signal_connect_object (display, "setting-changed", G_CALLBACK (desktop_changed_cb), settings, G_CONNECT_SWAPPED);

  /* What nobody prefers otherwise is left as it is. */
  style_changed_cb (settings);
  if (g_settings_get_boolean (settings, "reduce-motion"))
    motion_changed_cb (settings);
  if (commons_settings_get_print (settings) != 1)
    print_changed_cb (settings);
}

double
commons_settings_get_print (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), 1);

  return g_settings_get_boolean (settings, "large-print") ? COMMONS_LARGE_PRINT : 1;
}

CommonsSnapTargets
commons_settings_get_snapping (GSettings *settings)
{
  CommonsSnapTargets targets = COMMONS_SNAP_TO_NOTHING;

  g_return_val_if_fail (G_IS_SETTINGS (settings), targets);

  if (g_settings_get_boolean (settings, "snap-to-cards"))
    targets |= COMMONS_SNAP_TO_CARDS;
  if (g_settings_get_boolean (settings, "snap-to-grid"))
    targets |= COMMONS_SNAP_TO_GRID;

  return targets;
}

const char *
commons_settings_get_board_language (GSettings *settings)
{
  g_autofree char *preferred = NULL;
  const char *found;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  preferred = g_settings_get_string (settings, "board-language");
  found = *preferred != '\0' ? commons_languages_find (preferred) : NULL;

  return found != NULL ? found : commons_languages_find_desktop ();
}

char *
commons_settings_dup_author (GSettings *settings)
{
  g_autofree char *author = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  author = g_strstrip (g_settings_get_string (settings, "author"));

  return *author != '\0' ? g_steal_pointer (&author) : NULL;
}

void
commons_settings_get_room (GSettings   *settings,
                           GtkWidget   *widget,
                           CommonsRoom *room)
{
  GtkNative *native;
  GdkSurface *surface;
  GdkMonitor *monitor = NULL;
  GdkRectangle screen = { .width = USUAL_PIXELS };

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (room != NULL);

  native = gtk_widget_get_native (widget);
  surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  if (surface != NULL)
    monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface);
  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);

  room->distance = g_settings_get_double (settings, "room-distance");
  room->width = g_settings_get_double (settings, "room-width");
  room->pixels = MAX (screen.width, 1);
}
