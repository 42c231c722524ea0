/* test-clicks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What drags do, done with clicks; and a board that stands still for those who
 * want it to.
 */

#include "config.h"

#include "test-ui.h"

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
}

static const char *
find_titled (CommonsWindow *window,
             const char    *title)
{
  CommonsBoard *board = test_ui_get_board (window);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_str_equal (commons_record_get_title (node), title))
        return commons_record_get_id (node);
    }

  g_error ("There is no card “%s”", title);
}

static const CommonsRect *
get_bounds (CommonsWindow *window,
            const char    *id)
{
  return commons_record_get_bounds (commons_board_lookup_node (test_ui_get_board (window), id));
}

/* A press and a release at a place of the board, in its units. */
static void
click_at (CommonsWindow *window,
          double         x,
          double         y)
{
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport viewport;
  double px, py;

  commons_board_view_get_viewport (view, &viewport);
  commons_viewport_to_view (&viewport, x, y, &px, &py);
  test_ui_press (view, px, py, 1);
  test_ui_release (view, 0, 0);
}

static void
select_only (CommonsWindow *window,
             const char    *id)
{
  commons_selection_set_only (commons_board_view_get_selection (commons_window_get_view (window)), id);
}

static void
test_move (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *id = g_strdup (find_titled (window, "Independence"));
  CommonsRect before = *get_bounds (window, id), after;
  double x = before.x + before.width / 2.0, y = before.y + before.height / 2.0;

  select_only (window, id);
  commons_board_view_perform (view, "board.move-to");
  click_at (window, x + 120, y + 240);
  after = *get_bounds (window, id);
  g_assert_cmpint (ABS (after.x - before.x - 120), <=, 6);
  g_assert_cmpint (ABS (after.y - before.y - 240), <=, 6);

  /* One click, one move: the next one only selects. */
  click_at (window, x - 2000, y - 2000);
  g_assert_cmpint (get_bounds (window, id)->x, ==, after.x);
  commons_board_view_perform (view, "board.undo");
  g_assert_cmpint (get_bounds (window, id)->x, ==, before.x);
  g_assert_cmpint (get_bounds (window, id)->y, ==, before.y);

  /* Given up. */
  select_only (window, id);
  commons_board_view_perform (view, "board.move-to");
  commons_board_view_perform (view, "board.escape");
  click_at (window, x + 120, y + 240);
  g_assert_cmpint (get_bounds (window, id)->x, ==, before.x);

  test_ui_close (window);
}

static void
test_resize (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *id = g_strdup (find_titled (window, "Independence"));
  CommonsRect before = *get_bounds (window, id);

  select_only (window, id);
  commons_board_view_perform (view, "board.resize-to");
  click_at (window, before.x + before.width + 48, before.y + before.height + 36);
  g_assert_cmpint (get_bounds (window, id)->x, ==, before.x);
  g_assert_cmpint (get_bounds (window, id)->width, >, before.width);
  commons_board_view_perform (view, "board.undo");
  g_assert_cmpint (get_bounds (window, id)->width, ==, before.width);

  test_ui_close (window);
}

static void
test_area (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  const char *zone = find_titled (window, "In the name of what");
  const CommonsRect *bounds = get_bounds (window, zone);

  commons_board_view_perform (view, "board.select-area");
  click_at (window, bounds->x - 6, bounds->y - 6);
  g_assert_cmpuint (commons_selection_get_n (selection), ==, 0);
  click_at (window, bounds->x + bounds->width + 6, bounds->y + bounds->height + 6);
  g_assert_cmpuint (commons_selection_get_n (selection), >=, 5);
  g_assert_true (commons_selection_contains (selection, zone));
  g_assert_true (commons_selection_contains (selection, find_titled (window, "Independence")));
  g_assert_false (commons_selection_contains (selection, find_titled (window, "Association")));

  test_ui_close (window);
}

/* ---- Motion --------------------------------------------------------------------- */

/* Without animation the view is where it goes to at once, and what is new or
 * moved is where it is. */
static void
test_still (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport before, after, later;

  g_assert_false (adw_get_enable_animations (GTK_WIDGET (view)));
  commons_board_view_get_viewport (view, &before);
  commons_board_view_perform (view, "board.zoom-100");
  commons_board_view_get_viewport (view, &after);
  g_assert_cmpfloat (after.zoom, ==, 1);
  g_assert_cmpfloat (after.zoom, !=, before.zoom);
  for (guint i = 0; i < 5; i++)
    test_ui_frame (GTK_WIDGET (view));
  commons_board_view_get_viewport (view, &later);
  g_assert_cmpmem (&after, sizeof after, &later, sizeof later);

  /* The same with motion is under way for a while. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  commons_board_view_perform (view, "board.zoom-fit");
  commons_board_view_get_viewport (view, &later);
  g_assert_cmpfloat (later.zoom, ==, after.zoom);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/clicks/move", test_move);
  g_test_add_func ("/clicks/resize", test_resize);
  g_test_add_func ("/clicks/area", test_area);
  g_test_add_func ("/clicks/still", test_still);

  return g_test_run ();
}
