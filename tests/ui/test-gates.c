/* test-gates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways into circles, with a window.
 */

#include "config.h"

#include "commons-gate.h"
#include "test-ui.h"

/* The first circle of the example that says nothing of how one enters. */
static CommonsRecord *
find_closed_circle (CommonsBoard *board)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (commons_gate_is_missing (board, node, NULL))
        return node;
    }

  g_assert_not_reached ();
}

static CommonsWindow *
open_example (CommonsBoardView **view)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window = test_ui_open (file);

  *view = commons_window_get_view (window);

  return window;
}

static void
test_command (void)
{
  CommonsBoardView *view;
  CommonsWindow *window = open_example (&view);
  CommonsBoard *board = test_ui_get_board (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  g_autofree char *circle = g_strdup (commons_record_get_id (find_closed_circle (board)));
  guint n_nodes = commons_board_get_n_nodes (board);

  g_assert_false (commons_board_view_can_perform (view, "board.add-entry"));
  commons_selection_set_only (selection, circle);
  g_assert_true (commons_board_view_perform (view, "board.add-entry"));
  commons_board_view_finish_editing (view);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, n_nodes + 1);
  g_assert_nonnull (commons_gate_get_entry (board, commons_board_lookup_node (board, circle)));

  commons_selection_set_only (selection, circle);
  g_assert_false (commons_board_view_can_perform (view, "board.add-entry"));

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, n_nodes);
  test_ui_close (window);
}

/* Pressing the question makes the answer; dragging it away makes it a card. */
static void
test_press_and_drag (void)
{
  CommonsBoardView *view;
  CommonsWindow *window = open_example (&view);
  CommonsBoard *board = test_ui_get_board (window);
  CommonsRecord *circle = find_closed_circle (board), *gate;
  g_autofree char *circle_id = g_strdup (commons_record_get_id (circle));
  g_autofree char *id = NULL;
  CommonsViewport viewport;
  double x, y, angle;

  commons_board_view_get_viewport (view, &viewport);
  g_assert_true (commons_gate_is_missing (board, circle, &angle));
  commons_gate_get_point (circle, angle, &x, &y);
  commons_viewport_to_view (&viewport, x, y, &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_release (view, 0, 0);
  commons_board_view_finish_editing (view);

  gate = commons_gate_get_entry (board, commons_board_lookup_node (board, circle_id));
  g_assert_nonnull (gate);
  id = g_strdup (commons_record_get_id (gate));

  test_ui_locate (window, id, &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, 200, -30);
  test_ui_release (view, 200, -30);
  g_assert_cmpint (commons_record_get_bounds (commons_board_lookup_node (board, id))->height, ==, 62);
  g_assert_null (commons_gate_get_entry (board, commons_board_lookup_node (board, circle_id)));

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_nonnull (commons_gate_get_entry (board, commons_board_lookup_node (board, circle_id)));
  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/gates/command", test_command);
  g_test_add_func ("/gates/press-and-drag", test_press_and_drag);

  return g_test_run ();
}
