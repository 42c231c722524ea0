/* test-screen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows that are on each screen as they were there last.
 */

#include "config.h"

#include "commons-panes.h"
#include "commons-screen-memory.h"
#include "commons-window-private.h"
#include "test-ui.h"

static GSettings *
make_settings (void)
{
  GSettings *settings = g_settings_new (APP_ID);

  g_settings_reset (settings, "screens");
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
  g_settings_reset (settings, "window-maximized");

  return settings;
}

static const CommonsGeometry at_desk = { 1300, 820, FALSE, FALSE, 400, 312 };
static const CommonsGeometry on_wall = { 1000, 700, TRUE, TRUE, 324, 500 };

static void
assert_same (const CommonsGeometry *found,
             const CommonsGeometry *expected)
{
  g_assert_cmpint (found->width, ==, expected->width);
  g_assert_cmpint (found->height, ==, expected->height);
  g_assert_cmpint (found->maximized, ==, expected->maximized);
  g_assert_cmpint (found->fullscreen, ==, expected->fullscreen);
  g_assert_cmpint (found->start_width, ==, expected->start_width);
  g_assert_cmpint (found->end_width, ==, expected->end_width);
}

/* The same plug with another projector, or another size, is another screen. */
static void
test_names (void)
{
  g_autofree char *one = commons_screen_memory_name ("HDMI-1", "EB-X41", 1024, 768);
  g_autofree char *same = commons_screen_memory_name ("HDMI-1", "EB-X41", 1024, 768);
  g_autofree char *other = commons_screen_memory_name ("HDMI-1", "VT700", 1024, 768);
  g_autofree char *larger = commons_screen_memory_name ("HDMI-1", "EB-X41", 1920, 1080);
  g_autofree char *unknown = commons_screen_memory_name (NULL, NULL, 1920, 1080);

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, !=, larger);
  g_assert_nonnull (unknown);
}

static void
test_each_screen (void)
{
  g_autoptr (GSettings) settings = make_settings ();
  CommonsGeometry found;

  commons_screen_memory_recall (settings, "wall", &found);
  g_assert_cmpint (found.width, ==, 1280);
  g_assert_cmpint (found.start_width, ==, COMMONS_PANES_START_WIDTH);

  commons_screen_memory_remember (settings, "wall", &on_wall);
  commons_screen_memory_remember (settings, "desk", &at_desk);
  commons_screen_memory_recall (settings, "wall", &found);
  assert_same (&found, &on_wall);
  commons_screen_memory_recall (settings, "desk", &found);
  assert_same (&found, &at_desk);

  /* A screen that is new is met as the last one was left, but for its panes. */
  commons_screen_memory_recall (settings, "train", &found);
  g_assert_cmpint (found.width, ==, at_desk.width);
  g_assert_false (found.fullscreen);
  commons_screen_memory_recall (settings, NULL, &found);
  g_assert_cmpint (found.height, ==, at_desk.height);
}

/* Many rooms, many projectors: the last ones are known. */
static void
test_many (void)
{
  g_autoptr (GSettings) settings = make_settings ();
  g_autoptr (GVariant) screens = NULL;
  CommonsGeometry found;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("room %u", i);
      CommonsGeometry geometry = at_desk;

      geometry.width = 500 + (int) i;
      commons_screen_memory_remember (settings, name, &geometry);
    }

  screens = g_settings_get_value (settings, "screens");
  g_assert_cmpuint (g_variant_n_children (screens), ==, 24);
  commons_screen_memory_recall (settings, "room 59", &found);
  g_assert_cmpint (found.width, ==, 559);
  commons_screen_memory_recall (settings, "room 36", &found);
  g_assert_cmpint (found.width, ==, 536);
}

/* What somebody wrote by hand, or an earlier screen left behind. */
static void
test_nonsense (void)
{
  g_autoptr (GSettings) settings = make_settings ();
  CommonsGeometry found;

  g_settings_set (settings, "screens", "a{s(iibbii)}", NULL);
  g_settings_set_value (settings, "screens",
                        g_variant_new_parsed ("{'mad': (-5, 2000000000, true, false, 0, 999999)}"));
  commons_screen_memory_recall (settings, "mad", &found);
  g_assert_cmpint (found.width, ==, 360);
  g_assert_cmpint (found.height, <=, 32767);
  g_assert_cmpint (found.start_width, ==, COMMONS_PANES_MIN_WIDTH);
  g_assert_cmpint (found.end_width, ==, COMMONS_PANES_MAX_WIDTH);

  commons_screen_memory_fit (&found, 1024, 768);
  g_assert_cmpint (found.width, ==, 360);
  g_assert_cmpint (found.height, ==, 768);

  /* Not even on a screen that is smaller than a window can be. */
  commons_screen_memory_fit (&found, 200, 100);
  g_assert_cmpint (found.width, ==, 360);
  g_assert_cmpint (found.height, ==, 294);
}

/* A window that was made for one screen and opens on another one. */
static void
test_arrives (void)
{
  g_autoptr (GSettings) settings = make_settings ();
  CommonsGeometry wide = at_desk;
  CommonsWindow *window;
  int width, height;

  wide.width = 1900;
  wide.height = 600;
  commons_screen_memory_remember (settings, "projector", &wide);
  window = test_ui_new ("governance");

  _commons_window_arrive (window, "projector", 1024, 768);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1024);
  g_assert_cmpint (height, ==, 600);
  g_assert_cmpint (commons_panes_get_width (COMMONS_PANES (window->panes), GTK_PACK_START), ==, 400);

  test_ui_close (window);
}

static gboolean
is_closed (gpointer user_data)
{
  return !gtk_widget_get_mapped (user_data);
}

static void
close_window (CommonsWindow *window)
{
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  test_ui_wait (is_closed, window, "the window to close");
  g_object_unref (window);
}

/* The screen these tests run on. */
static char *
name_screen (CommonsWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return commons_screen_memory_name_monitor (gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface));
}

static void
test_real_screen (void)
{
  g_autoptr (GSettings) settings = make_settings ();
  CommonsWindow *window = test_ui_new ("governance");
  g_autofree char *screen = name_screen (window);
  CommonsGeometry found;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 610);
  commons_panes_set_width (COMMONS_PANES (window->panes), GTK_PACK_END, 360);
  close_window (window);

  commons_screen_memory_recall (settings, screen, &found);
  g_assert_cmpint (found.width, ==, 900);
  g_assert_cmpint (found.height, ==, 610);
  g_assert_cmpint (found.end_width, ==, 360);

  /* Another screen was the last one, which says nothing about this one. */
  commons_screen_memory_remember (settings, "somewhere else", &at_desk);
  window = test_ui_new ("governance");
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 610);
  g_assert_cmpint (commons_panes_get_width (COMMONS_PANES (window->panes), GTK_PACK_END), ==, 360);
  test_ui_close (window);

  /* The screen of these tests is 1280 wide. */
  found.width = 5000;
  commons_screen_memory_remember (settings, screen, &found);
  window = test_ui_new ("governance");
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, <=, 1280);
  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/screen/names", test_names);
  g_test_add_func ("/screen/each-screen", test_each_screen);
  g_test_add_func ("/screen/many", test_many);
  g_test_add_func ("/screen/nonsense", test_nonsense);
  g_test_add_func ("/screen/arrives", test_arrives);
  g_test_add_func ("/screen/real-screen", test_real_screen);

  return g_test_run ();
}
