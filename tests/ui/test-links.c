/* test-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working with links, with a window.
 */

#include "config.h"

#include "commons-folding.h"
#include "commons-kind-picker.h"
#include "test-ui.h"

static CommonsWindow *
open_example (CommonsBoardView **view)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window = test_ui_open (file);

  *view = commons_window_get_view (window);

  return window;
}

/* A card with at least two links, and its first link. */
static CommonsRecord *
find_linked_card (CommonsBoard *board)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      GPtrArray *links = commons_board_get_links (board, commons_record_get_id (node));

      if (!commons_record_is_group (node) && links != NULL && links->len >= 2)
        return node;
    }

  g_assert_not_reached ();
}

static void
test_walk_and_delete (void)
{
  CommonsBoardView *view;
  CommonsWindow *window = open_example (&view);
  CommonsBoard *board = test_ui_get_board (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  g_autofree char *card = g_strdup (commons_record_get_id (find_linked_card (board)));
  g_autofree char *first = NULL, *second = NULL;
  guint n_edges = commons_board_get_n_edges (board);

  g_assert_false (commons_board_view_can_perform (view, "board.next-link"));
  commons_selection_set_only (selection, card);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_false (commons_board_view_can_perform (view, "board.go-to-target"));

  g_assert_true (commons_board_view_perform (view, "board.next-link"));
  first = g_strdup (commons_selection_get_primary (selection));
  g_assert_cmpint (commons_record_get_table (commons_board_lookup (board, first)), ==, COMMONS_TABLE_EDGES);
  g_assert_true (commons_board_view_perform (view, "board.next-link"));
  second = g_strdup (commons_selection_get_primary (selection));
  g_assert_cmpstr (first, !=, second);
  g_assert_true (commons_board_view_perform (view, "board.previous-link"));
  g_assert_cmpstr (commons_selection_get_primary (selection), ==, first);

  /* Back to the card, and the same after deleting. */
  g_assert_true (commons_board_view_perform (view, "board.escape"));
  g_assert_cmpstr (commons_selection_get_primary (selection), ==, card);
  g_assert_true (commons_board_view_perform (view, "board.next-link"));
  g_assert_true (commons_board_view_perform (view, "board.delete"));
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, n_edges - 1);
  g_assert_cmpstr (commons_selection_get_primary (selection), ==, card);
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, n_edges);

  test_ui_close (window);
}

static CommonsRecord *
find_link (CommonsBoard *board,
           const char   *type)
{
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i);

      if (g_strcmp0 (commons_record_get_link (edge), type) == 0)
        return edge;
    }

  g_assert_not_reached ();
}

static void
test_change (void)
{
  CommonsBoardView *view;
  CommonsWindow *window = open_example (&view);
  CommonsBoard *board = test_ui_get_board (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  CommonsRecord *edge = find_link (board, "leads_to");
  g_autofree char *id = g_strdup (commons_record_get_id (edge));
  g_autofree char *from = g_strdup (commons_record_get_from (edge));
  g_autofree char *to = g_strdup (commons_record_get_to (edge));

  commons_selection_set_only (selection, id);
  g_assert_true (commons_board_view_perform (view, "board.reverse-link"));
  g_assert_cmpstr (commons_record_get_from (commons_board_lookup (board, id)), ==, to);

  gtk_widget_activate_action (GTK_WIDGET (view), "link.retype", "(ssb)", id, "nested_in", TRUE);
  edge = commons_board_lookup (board, id);
  g_assert_cmpstr (commons_record_get_link (edge), ==, "nested_in");
  g_assert_cmpstr (commons_record_get_from (edge), ==, from);

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  edge = commons_board_lookup (board, id);
  g_assert_cmpstr (commons_record_get_link (edge), ==, "leads_to");
  g_assert_cmpstr (commons_record_get_from (edge), ==, from);

  commons_selection_set_only (selection, id);
  g_assert_true (commons_board_view_perform (view, "board.go-to-target"));
  g_assert_cmpstr (commons_selection_get_primary (selection), ==, to);

  test_ui_close (window);
}

static GtkWidget *
find_picker (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (COMMONS_IS_KIND_PICKER (child))
        return child;
    }

  return NULL;
}

/* A link dropped on no card asks for a kind, then makes card and link in one
 * step. */
static void
test_drop_on_nothing (void)
{
  CommonsBoardView *view;
  CommonsWindow *window = open_example (&view);
  CommonsBoard *board = test_ui_get_board (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  guint n_nodes = commons_board_get_n_nodes (board), n_edges = commons_board_get_n_edges (board);
  CommonsViewport viewport;
  CommonsRecord *card = find_linked_card (board);
  const CommonsRect *bounds = commons_record_get_bounds (card);
  GtkWidget *picker;
  double x, y;

  commons_selection_set_only (selection, commons_record_get_id (card));
  commons_board_view_get_viewport (view, &viewport);
  viewport.zoom = 1;
  viewport.x = bounds->x - 200;
  viewport.y = bounds->y - 300;
  commons_board_view_set_viewport (view, &viewport);
  commons_viewport_to_view (&viewport, bounds->x + bounds->width / 2.0, bounds->y, &x, &y);

  test_ui_press (view, x, y, 1);
  test_ui_move (view, -240, -240);
  test_ui_release (view, -240, -240);
  picker = find_picker (GTK_WIDGET (view));
  g_assert_nonnull (picker);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, n_nodes);

  g_signal_emit_by_name (picker, "picked", "value", 0);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, n_nodes + 1);
  g_assert_cmpuint (commons_board_get_n_edges (board), >=, n_edges + 1);
  commons_board_view_finish_editing (view);

  /* Nobody wrote in it: it went as it came. */
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, n_nodes);
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, n_edges);

  test_ui_close (window);
}

/* A folded circle is one thing among the others, and opens again. */
static void
test_fold (void)
{
  CommonsBoardView *view;
  CommonsWindow *window = open_example (&view);
  CommonsBoard *board = test_ui_get_board (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);

  commons_selection_set_only (selection, commons_record_get_id (find_linked_card (board)));
  g_assert_false (commons_board_view_can_perform (view, "board.fold"));
  commons_selection_set_only (selection, "c4");
  g_assert_true (commons_board_view_perform (view, "board.fold"));
  g_assert_true (commons_folding_is_folded (commons_board_lookup_node (board, "c4")));
  g_assert_cmpstr (commons_selection_get_primary (selection), ==, "c4");

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      g_assert_true (commons_board_view_perform (view, "board.next"));
      g_assert_false (commons_board_contains (commons_board_lookup_node (board, "c4"),
                                              commons_board_lookup_node (board, commons_selection_get_primary (selection))));
    }

  commons_selection_set_only (selection, "c4");
  g_assert_true (commons_board_view_perform (view, "board.fold"));
  g_assert_false (commons_folding_is_folded (commons_board_lookup_node (board, "c4")));
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_true (commons_folding_is_folded (commons_board_lookup_node (board, "c4")));
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/links/walk-and-delete", test_walk_and_delete);
  g_test_add_func ("/links/change", test_change);
  g_test_add_func ("/links/fold", test_fold);
  g_test_add_func ("/links/drop-on-nothing", test_drop_on_nothing);

  return g_test_run ();
}
