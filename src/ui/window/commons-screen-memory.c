/* commons-screen-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-panes.h"
#include "commons-screen-memory.h"

#define SCREENS "screens"
#define SCREENS_TYPE "a{s(iibbii)}"

/* People who go from room to room meet many. */
#define MAX_SCREENS 24

#define MIN_WIDTH 360
#define MIN_HEIGHT 294
#define MAX_SIZE 32767

char *
commons_screen_memory_name (const char *connector,
                            const char *model,
                            int         width,
                            int         height)
{
  return g_strdup_printf ("%s %s %d×%d", connector != NULL ? connector : "?", model != NULL ? model : "?", width, height);
}

char *
commons_screen_memory_name_monitor (GdkMonitor *monitor)
{
  GdkRectangle place;

  g_return_val_if_fail (GDK_IS_MONITOR (monitor), NULL);

  gdk_monitor_get_geometry (monitor, &place);

  return commons_screen_memory_name (gdk_monitor_get_connector (monitor), gdk_monitor_get_model (monitor),
                                     place.width, place.height);
}

/* Settings may have been written by hand. */
static void
make_sane (CommonsGeometry *geometry)
{
  geometry->width = CLAMP (geometry->width, MIN_WIDTH, MAX_SIZE);
  geometry->height = CLAMP (geometry->height, MIN_HEIGHT, MAX_SIZE);
  geometry->start_width = CLAMP (geometry->start_width, COMMONS_PANES_MIN_WIDTH, COMMONS_PANES_MAX_WIDTH);
  geometry->end_width = CLAMP (geometry->end_width, COMMONS_PANES_MIN_WIDTH, COMMONS_PANES_MAX_WIDTH);
}

void
commons_screen_memory_recall (GSettings       *settings,
                              const char      *screen,
                              CommonsGeometry *geometry)
{
  g_autoptr (GVariant) screens = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (geometry != NULL);

  screens = g_settings_get_value (settings, SCREENS);
  if (screen == NULL ||
      !g_variant_lookup (screens, screen, "(iibbii)", &geometry->width, &geometry->height, &geometry->maximized,
                         &geometry->fullscreen, &geometry->start_width, &geometry->end_width))
    {
      *geometry = (CommonsGeometry) {
        .width = g_settings_get_int (settings, "window-width"),
        .height = g_settings_get_int (settings, "window-height"),
        .maximized = g_settings_get_boolean (settings, "window-maximized"),
        .start_width = COMMONS_PANES_START_WIDTH,
        .end_width = COMMONS_PANES_END_WIDTH,
      };
    }

  make_sane (geometry);
}

void
commons_screen_memory_fit (CommonsGeometry *geometry,
                           int              width,
                           int              height)
{
  g_return_if_fail (geometry != NULL);

  if (width > 0)
    geometry->width = MIN (geometry->width, MAX (width, MIN_WIDTH));
  if (height > 0)
    geometry->height = MIN (geometry->height, MAX (height, MIN_HEIGHT));
}

/* The others in their order, the one just met last. */
static GVariant *
put (GVariant              *screens,
     const char            *screen,
     const CommonsGeometry *geometry)
{
  gsize n = g_variant_n_children (screens);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SCREENS_TYPE));
  for (gsize i = n >= MAX_SCREENS ? n - MAX_SCREENS + 1 : 0; i < n; i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (screens, i);
      const char *name;

      g_variant_get_child (item, 0, "&s", &name);
      if (g_strcmp0 (name, screen) != 0)
        g_variant_builder_add_value (&builder, item);
    }

  g_variant_builder_add (&builder, "{s(iibbii)}", screen, geometry->width, geometry->height, geometry->maximized,
                         geometry->fullscreen, geometry->start_width, geometry->end_width);

  return g_variant_builder_end (&builder);
}

void
commons_screen_memory_remember (GSettings             *settings,
                                const char            *screen,
                                const CommonsGeometry *geometry)
{
  CommonsGeometry sane;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (geometry != NULL);

  sane = *geometry;
  make_sane (&sane);
  g_settings_set_int (settings, "window-width", sane.width);
  g_settings_set_int (settings, "window-height", sane.height);
  g_settings_set_boolean (settings, "window-maximized", sane.maximized);

  if (screen != NULL)
    {
      g_autoptr (GVariant) screens = g_settings_get_value (settings, SCREENS);

      g_settings_set_value (settings, SCREENS, put (screens, screen, &sane));
    }
}
