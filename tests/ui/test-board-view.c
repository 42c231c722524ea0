/* test-board-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hand does on the board, down to the model.
 */

#include "config.h"

#include <math.h>

#include "test-ui.h"

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
}

static CommonsRecord *
find_card (CommonsWindow *window,
           const char    *kind)
{
  CommonsBoard *board = test_ui_get_board (window);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *record = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (record), kind) == 0)
        return record;
    }

  g_error ("The example has no %s", kind);
}

static void
drag (CommonsBoardView *view,
      double            x,
      double            y,
      double            dx,
      double            dy)
{
  test_ui_press (view, x, y, 1);
  for (int i = 1; i <= 5; i++)
    test_ui_move (view, dx * i / 5, dy * i / 5);
  test_ui_release (view, dx, dy);
}

static void
test_opens_in_view (void)
{
  CommonsWindow *window = open_example ();
  CommonsViewport viewport;
  CommonsRect visible, content;

  commons_board_view_get_viewport (commons_window_get_view (window), &viewport);
  commons_viewport_get_visible (&viewport, &visible);
  g_assert_true (commons_board_get_extents (test_ui_get_board (window), &content));
  g_assert_cmpint (visible.x, <=, content.x);
  g_assert_cmpint (visible.y, <=, content.y);
  g_assert_cmpint (visible.x + visible.width, >=, content.x + content.width);
  g_assert_cmpint (visible.y + visible.height, >=, content.y + content.height);

  test_ui_close (window);
}

static void
test_drag_moves (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsHistory *history = commons_document_get_history (commons_window_get_document (window));
  CommonsRecord *card = find_card (window, "value");
  g_autofree char *id = g_strdup (commons_record_get_id (card));
  CommonsRect before = *commons_record_get_bounds (card);
  const CommonsRect *after;
  CommonsViewport viewport;
  double x, y;

  test_ui_locate (window, id, &x, &y);
  commons_board_view_get_viewport (view, &viewport);
  drag (view, x, y, 120 * viewport.zoom, 60 * viewport.zoom);

  after = commons_record_get_bounds (commons_board_lookup_node (test_ui_get_board (window), id));
  g_assert_cmpint (ABS (after->x - before.x - 120), <=, 12);
  g_assert_cmpint (ABS (after->y - before.y - 60), <=, 12);
  g_assert_cmpint (after->width, ==, before.width);
  g_assert_true (commons_selection_contains (commons_board_view_get_selection (view), id));

  /* One step back, and everything is where it was. */
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  after = commons_record_get_bounds (commons_board_lookup_node (test_ui_get_board (window), id));
  g_assert_cmpint (after->x, ==, before.x);
  g_assert_cmpint (after->y, ==, before.y);
  g_assert_false (commons_history_can_undo (history));

  test_ui_close (window);
}

static void
test_escape_cancels_drag (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsRecord *card = find_card (window, "value");
  double x, y;

  test_ui_locate (window, commons_record_get_id (card), &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, 80, 40);
  test_ui_frame (GTK_WIDGET (view));
  g_assert_true (commons_board_view_perform (view, "board.escape"));
  test_ui_release (view, 80, 40);

  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  test_ui_close (window);
}

/* Moving a circle moves what lies in it. */
static void
test_circle_takes_content (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  CommonsRecord *circle = find_card (window, "circle");
  g_autofree char *id = g_strdup (commons_record_get_id (circle));
  CommonsRect before = *commons_record_get_bounds (circle);
  g_autoptr (GPtrArray) content = commons_board_get_content (board, id);
  g_autofree char *inner_id = NULL;
  CommonsRect inner_before, inner_after, after;

  g_assert_cmpuint (content->len, >, 0);
  inner_id = g_strdup (commons_record_get_id (g_ptr_array_index (content, 0)));
  inner_before = *commons_record_get_bounds (g_ptr_array_index (content, 0));

  commons_selection_set_only (commons_board_view_get_selection (view), id);
  g_assert_true (commons_board_view_perform (view, "board.push-right"));

  after = *commons_record_get_bounds (commons_board_lookup_node (board, id));
  inner_after = *commons_record_get_bounds (commons_board_lookup_node (board, inner_id));
  g_assert_cmpint (after.x - before.x, ==, 12);
  g_assert_cmpint (inner_after.x - inner_before.x, ==, 12);

  test_ui_close (window);
}

static void
test_band_selects (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);

  test_ui_press (view, 1, 1, 1);
  test_ui_move (view, gtk_widget_get_width (GTK_WIDGET (view)) - 2.0, gtk_widget_get_height (GTK_WIDGET (view)) - 2.0);
  test_ui_frame (GTK_WIDGET (view));
  test_ui_release (view, gtk_widget_get_width (GTK_WIDGET (view)) - 2.0, gtk_widget_get_height (GTK_WIDGET (view)) - 2.0);

  g_assert_cmpuint (commons_selection_get_n (selection), >, 20);
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  test_ui_close (window);
}

static void
test_create_and_write (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  guint before = commons_board_get_n_nodes (board);

  commons_board_view_create (view, "rule", 300, 200);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, before + 1);

  /* While a text is edited the board's keys are the text's. */
  g_assert_false (commons_board_view_can_perform (view, "board.delete"));
  commons_board_view_finish_editing (view);
  g_assert_true (commons_board_view_can_perform (view, "board.delete"));

  g_assert_cmpstr (commons_record_get_kind (commons_board_get_node (board, before)), ==, "rule");
  g_assert_true (commons_board_view_perform (view, "board.delete"));
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, before);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (view));
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, before + 1);

  test_ui_close (window);
}

/* Making a card and naming it is one step; leaving it empty is none. */
static void
test_new_card_is_one_step (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  guint before = commons_board_get_n_nodes (board);
  GtkWidget *text;

  commons_board_view_create (view, NULL, 300, 200);
  text = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT_VIEW (text));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Une idée\nà discuter", -1);
  commons_board_view_finish_editing (view);

  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, before + 1);
  g_assert_cmpstr (commons_record_get_title (commons_board_get_node (board, before)), ==, "Une idée");
  g_assert_cmpstr (commons_record_get_body (commons_board_get_node (board, before)), ==, "à discuter");

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, before);
  g_assert_false (commons_board_view_can_perform (view, "board.undo"));

  commons_board_view_create (view, NULL, 300, 200);
  commons_board_view_finish_editing (view);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, before);

  test_ui_close (window);
}

static void
test_keyboard_walk (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_nodes = commons_board_get_n_nodes (test_ui_get_board (window));

  g_assert_true (commons_board_view_perform (view, "board.first"));
  for (guint i = 0; i < n_nodes; i++)
    {
      g_assert_cmpuint (commons_selection_get_n (selection), ==, 1);
      g_hash_table_add (seen, g_strdup (commons_selection_get_primary (selection)));
      g_assert_true (commons_board_view_perform (view, "board.next"));
    }

  /* Tab reaches everything, in as many steps as there are cards. */
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_nodes);

  test_ui_close (window);
}

static void
test_zoom (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport viewport;

  g_assert_true (commons_board_view_perform (view, "board.zoom-100"));
  test_ui_frame (GTK_WIDGET (view));
  commons_board_view_get_viewport (view, &viewport);
  g_assert_cmpfloat_with_epsilon (viewport.zoom, 1.0, 0.001);

  g_assert_true (commons_board_view_perform (view, "board.zoom-in"));
  test_ui_frame (GTK_WIDGET (view));
  commons_board_view_get_viewport (view, &viewport);
  g_assert_cmpfloat (viewport.zoom, >, 1.0);

  test_ui_close (window);
}

typedef struct
{
  CommonsBoardView *view;
  guint             n;
  gboolean          can_undo;
  gboolean          can_redo;
} Told;

static void
told_cb (Told *told)
{
  told->n++;
  told->can_undo = commons_board_view_can_perform (told->view, "board.undo");
  told->can_redo = commons_board_view_can_perform (told->view, "board.redo");
}

/* However much changes by it, what can be done is told once, and rightly. */
static void
test_undo_tells_once (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  Told told = { view, 0, FALSE, FALSE };

  commons_selection_set_only (selection, commons_record_get_id (find_card (window, "value")));
  g_assert_true (commons_board_view_perform (view, "board.push-right"));
  commons_selection_clear (selection);
  g_signal_connect_swapped (view, "commands-changed", G_CALLBACK (told_cb), &told);

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_false (told.can_undo);
  g_assert_true (told.can_redo);
  g_assert_true (commons_board_view_perform (view, "board.redo"));
  g_assert_cmpuint (told.n, ==, 2);
  g_assert_true (told.can_undo);
  g_assert_false (told.can_redo);

  g_signal_handlers_disconnect_by_func (view, told_cb, &told);

  test_ui_close (window);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Looking elsewhere says nothing of the zoom. */
static void
test_zoom_is_told_once (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport viewport;
  guint n = 0;

  g_signal_connect_swapped (view, "zoom-changed", G_CALLBACK (count_cb), &n);
  commons_board_view_get_viewport (view, &viewport);
  viewport.zoom /= 2;
  commons_board_view_set_viewport (view, &viewport);
  g_assert_cmpuint (n, ==, 1);
  viewport.x += 24;
  commons_board_view_set_viewport (view, &viewport);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_func (view, count_cb, &n);

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/board-view/opens-in-view", test_opens_in_view);
  g_test_add_func ("/board-view/drag", test_drag_moves);
  g_test_add_func ("/board-view/escape", test_escape_cancels_drag);
  g_test_add_func ("/board-view/circle", test_circle_takes_content);
  g_test_add_func ("/board-view/band", test_band_selects);
  g_test_add_func ("/board-view/create", test_create_and_write);
  g_test_add_func ("/board-view/new-card", test_new_card_is_one_step);
  g_test_add_func ("/board-view/undo-tells-once", test_undo_tells_once);
  g_test_add_func ("/board-view/walk", test_keyboard_walk);
  g_test_add_func ("/board-view/zoom", test_zoom);
  g_test_add_func ("/board-view/zoom/told-once", test_zoom_is_told_once);

  return g_test_run ();
}
