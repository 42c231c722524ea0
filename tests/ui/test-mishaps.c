/* test-mishaps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens when things on the board come in another order than usual.
 */

#include "config.h"

#include "commons-tool.h"
#include "test-ui.h"

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
}

static const char *
find_nth (CommonsWindow *window,
          const char    *kind,
          guint          n)
{
  CommonsBoard *board = test_ui_get_board (window);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *record = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (record), kind) == 0 && n-- == 0)
        return commons_record_get_id (record);
    }

  g_error ("The example has too few cards of the kind %s", kind);
}

static int
get_x (CommonsWindow *window,
       const char    *id)
{
  return commons_record_get_bounds (commons_board_lookup_node (test_ui_get_board (window), id))->x;
}

#define PATCH 24

/* What the view shows around a place. */
static GBytes *
look_at (CommonsBoardView *view,
         double            x,
         double            y)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (view)));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc0 (PATCH * PATCH * 4);

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT ((float) x - PATCH / 2, (float) y - PATCH / 2, PATCH, PATCH));
  gdk_texture_download (texture, pixels, PATCH * 4);

  return g_bytes_new_take (pixels, PATCH * PATCH * 4);
}

/* Of several cards the last is edited, whose id the selection had. */
static void
test_edit_of_several (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  g_autofree char *primary = NULL;

  g_assert_true (commons_board_view_perform (view, "board.select-all"));
  primary = g_strdup (commons_selection_get_primary (selection));
  g_assert_true (commons_board_view_perform (view, "board.edit"));

  g_assert_cmpuint (commons_selection_get_n (selection), ==, 1);
  g_assert_true (commons_selection_contains (selection, primary));
  commons_board_view_finish_editing (view);

  test_ui_close (window);
}

/* Puts a card on the grid, so that dragging can bring it back exactly. */
static void
align (CommonsWindow *window,
       const char    *id)
{
  CommonsDocument *document = commons_window_get_document (window);
  CommonsEditor *editor = commons_document_get_editor (document);
  CommonsRecord *record = commons_board_lookup_node (test_ui_get_board (window), id);
  CommonsRect bounds = *commons_record_get_bounds (record);
  g_autoptr (CommonsRecord) aligned = NULL;

  bounds.x -= bounds.x % COMMONS_GRID;
  bounds.y -= bounds.y % COMMONS_GRID;
  aligned = commons_record_with_bounds (record, &bounds);
  commons_editor_begin (editor, "Align", NULL);
  commons_editor_set (editor, aligned);
  commons_editor_commit (editor);
}

/* A card brought back to its place leaves nothing behind that the next drag
 * would take along. */
static void
test_drag_home (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  const char *first = find_nth (window, "value", 0);
  const char *second = find_nth (window, "resource", 0);
  g_autoptr (GBytes) at_rest = NULL;
  g_autoptr (GBytes) meanwhile = NULL;
  CommonsHistory *history = commons_document_get_history (commons_window_get_document (window));
  CommonsViewport viewport;
  guint64 state;
  double home_x, home_y, x, y;
  int x_before;

  align (window, first);
  test_ui_frame (GTK_WIDGET (view));
  state = commons_history_get_state (history);
  x_before = get_x (window, first);
  commons_board_view_get_viewport (view, &viewport);
  test_ui_locate (window, first, &home_x, &home_y);
  x = home_x;
  y = home_y;
  at_rest = look_at (view, x, y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, 12 * viewport.zoom, 0);
  test_ui_move (view, 0, 0);
  test_ui_release (view, 0, 0);
  test_ui_frame (GTK_WIDGET (view));
  g_assert_true (commons_history_get_state (history) == state);

  test_ui_locate (window, second, &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, 120 * viewport.zoom, 0);
  test_ui_frame (GTK_WIDGET (view));
  meanwhile = look_at (view, home_x, home_y);
  g_assert_true (g_bytes_equal (at_rest, meanwhile));
  test_ui_release (view, 120 * viewport.zoom, 0);

  g_assert_cmpint (get_x (window, first), ==, x_before);
  g_assert_false (commons_history_get_state (history) == state);

  test_ui_close (window);
}

/* Undoing something while a card is dragged ends the drag: the card may be
 * gone. */
static void
test_undo_while_dragging (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  g_autofree char *id = NULL;
  guint n_nodes = commons_board_get_n_nodes (board);
  double x, y;

  commons_selection_set_only (commons_board_view_get_selection (view), find_nth (window, "value", 0));
  g_assert_true (commons_board_view_perform (view, "board.duplicate"));
  id = g_strdup (commons_selection_get_primary (commons_board_view_get_selection (view)));

  test_ui_locate (window, id, &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, 80, 40);
  test_ui_frame (GTK_WIDGET (view));
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  test_ui_frame (GTK_WIDGET (view));
  test_ui_move (view, 90, 40);
  test_ui_release (view, 90, 40);
  test_ui_frame (GTK_WIDGET (view));

  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, n_nodes);
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  test_ui_close (window);
}

/* The keys of the board go on working after the card that had them went. */
static void
test_focus_after_undo (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  GtkWidget *text;

  commons_board_view_create (view, NULL, 300, 200);
  text = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT_VIEW (text));

  /* Whatever gives the focus to the board gives it to the text. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == text);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Une idée", -1);
  commons_board_view_finish_editing (view);
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (view));

  test_ui_close (window);
}

static void
test_zoom_limits (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport viewport;

  commons_board_view_get_viewport (view, &viewport);
  viewport.zoom = COMMONS_ZOOM_MAX;
  commons_board_view_set_viewport (view, &viewport);
  g_assert_false (commons_board_view_can_perform (view, "board.zoom-in"));
  g_assert_true (commons_board_view_can_perform (view, "board.zoom-out"));

  viewport.zoom = COMMONS_ZOOM_MIN;
  commons_board_view_set_viewport (view, &viewport);
  g_assert_true (commons_board_view_can_perform (view, "board.zoom-in"));
  g_assert_false (commons_board_view_can_perform (view, "board.zoom-out"));

  test_ui_close (window);
}

/* The middle of a circle's name renames it, also when the circle shows the
 * dots links begin at. */
static void
test_name_of_circle (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  const char *circle = find_nth (window, "circle", 0);
  const CommonsRect *bounds = commons_record_get_bounds (commons_board_lookup_node (test_ui_get_board (window), circle));
  CommonsViewport viewport;
  double x, y;

  commons_selection_set_only (commons_board_view_get_selection (view), circle);
  commons_board_view_get_viewport (view, &viewport);
  commons_viewport_to_view (&viewport, bounds->x + bounds->width / 2.0, bounds->y, &x, &y);

  test_ui_press (view, x, y, 1);
  test_ui_release (view, 0, 0);
  test_ui_press (view, x, y, 2);
  test_ui_release (view, 0, 0);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  commons_board_view_finish_editing (view);

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/mishaps/edit-of-several", test_edit_of_several);
  g_test_add_func ("/mishaps/drag-home", test_drag_home);
  g_test_add_func ("/mishaps/undo-while-dragging", test_undo_while_dragging);
  g_test_add_func ("/mishaps/focus-after-undo", test_focus_after_undo);
  g_test_add_func ("/mishaps/zoom-limits", test_zoom_limits);
  g_test_add_func ("/mishaps/name-of-circle", test_name_of_circle);

  return g_test_run ();
}
