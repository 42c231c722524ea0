/* test-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is dropped in a circle of a new canvas is related to it.
 */

#include "config.h"

#include "test-ui.h"

#define CIRCLE "circle-contribution"

/* A card on the ground, left of the circles of the canvas. */
static char *
add_card (CommonsWindow *window)
{
  CommonsEditor *editor = commons_document_get_editor (commons_window_get_document (window));
  const CommonsRect bounds = { -1120, 0, 204, 62 };
  g_autoptr (CommonsRecord) card = commons_record_new_card ("community", FALSE, &bounds, "Walkers");

  commons_editor_begin (editor, "Card", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);

  return g_strdup (commons_record_get_id (card));
}

static guint
count_links (CommonsWindow *window,
             const char    *id)
{
  GPtrArray *links = commons_board_get_links (test_ui_get_board (window), id);

  return links ? links->len : 0;
}

static void
toast_cb (CommonsBoardView *view,
          const char       *message,
          gboolean          undo,
          char            **told)
{
  g_assert_true (undo);
  g_free (*told);
  *told = g_strdup (message);
}

/* Drags a card to the middle of the circle; returns whether to let go. */
static void
drag_to_circle (CommonsWindow *window,
                const char    *id,
                gboolean       release)
{
  CommonsBoardView *view = commons_window_get_view (window);
  double x, y, end_x, end_y;

  test_ui_locate (window, id, &x, &y);
  test_ui_locate (window, CIRCLE, &end_x, &end_y);
  end_y -= 20;
  test_ui_press (view, x, y, 1);
  for (int i = 1; i <= 5; i++)
    test_ui_move (view, (end_x - x) * i / 5, (end_y - y) * i / 5);
  test_ui_frame (GTK_WIDGET (view));

  if (release)
    test_ui_release (view, end_x - x, end_y - y);
}

static void
test_drop (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *id = add_card (window);
  g_autofree char *told = NULL;
  CommonsBoard *board = test_ui_get_board (window);
  CommonsRecord *parent;

  g_assert_true (commons_board_view_perform (view, "board.zoom-fit"));
  test_ui_frame (GTK_WIDGET (view));
  g_signal_connect (view, "toast", G_CALLBACK (toast_cb), &told);
  drag_to_circle (window, id, TRUE);

  parent = commons_board_get_parent (board, id);
  g_assert_nonnull (parent);
  g_assert_cmpuint (count_links (window, id), ==, 1);
  g_assert_nonnull (told);
  g_assert_true (g_str_has_suffix (told, commons_record_get_title (parent)));

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (count_links (window, id), ==, 0);
  g_assert_null (commons_board_get_parent (board, id));
  test_ui_close (window);
}

/* What is given up on the way leaves no trace. */
static void
test_escape (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *id = add_card (window);
  g_autofree char *told = NULL;

  g_assert_true (commons_board_view_perform (view, "board.zoom-fit"));
  test_ui_frame (GTK_WIDGET (view));
  g_signal_connect (view, "toast", G_CALLBACK (toast_cb), &told);
  drag_to_circle (window, id, FALSE);
  g_assert_true (commons_board_view_perform (view, "board.escape"));
  test_ui_frame (GTK_WIDGET (view));

  g_assert_null (told);
  g_assert_cmpuint (count_links (window, id), ==, 0);
  g_assert_null (commons_board_get_parent (test_ui_get_board (window), id));
  test_ui_release (view, 0, 0);
  test_ui_close (window);
}

/* A zone laid around cards is named at once; its frame alone goes again. */
static void
test_group (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *id = add_card (window);
  CommonsBoard *board = test_ui_get_board (window);

  g_assert_false (commons_board_view_can_perform (view, "board.group"));
  commons_selection_set_only (commons_board_view_get_selection (view), id);
  g_assert_false (commons_board_view_can_perform (view, "board.ungroup"));
  g_assert_true (commons_board_view_perform (view, "board.group"));
  commons_board_view_finish_editing (view);
  g_assert_nonnull (commons_board_get_parent (board, id));

  g_assert_true (commons_board_view_can_perform (view, "board.ungroup"));
  g_assert_true (commons_board_view_perform (view, "board.ungroup"));
  g_assert_null (commons_board_get_parent (board, id));
  g_assert_nonnull (commons_board_lookup_node (board, id));
  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/place/drop", test_drop);
  g_test_add_func ("/place/escape", test_escape);
  g_test_add_func ("/place/group", test_group);

  return g_test_run ();
}
