/* test-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Check boxes and links in the texts of cards.
 */

#include "config.h"

#include <string.h>

#include "commons-board-view.h"
#include "test-ui.h"

#define TEXT "Steps\n- [ ] one\n- [x] two\nSee [the site](https://example.org/a)"

static CommonsEditor *
get_editor (CommonsWindow *window)
{
  return commons_document_get_editor (commons_window_get_document (window));
}

/* A card of known size in the middle of the view at 100 %. */
static CommonsWindow *
open_card (const char  *text,
           char       **id)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  g_autoptr (CommonsRecord) card = NULL;
  CommonsViewport viewport;
  double x, y;

  commons_board_view_perform (view, "board.zoom-100");
  test_ui_frame (GTK_WIDGET (view));
  commons_board_view_get_viewport (view, &viewport);
  commons_viewport_to_board (&viewport, 300, 300, &x, &y);
  card = commons_record_new_card ("action", FALSE, &(CommonsRect) { (int) x, (int) y, 240, 140 }, text);
  *id = g_strdup (commons_record_get_id (card));

  commons_editor_begin (get_editor (window), "Test", NULL);
  commons_editor_add (get_editor (window), card);
  commons_editor_commit (get_editor (window));
  test_ui_frame (GTK_WIDGET (view));

  return window;
}

static const char *
get_text (CommonsWindow *window,
          const char    *id)
{
  return commons_record_get_text (commons_board_lookup_node (test_ui_get_board (window), id));
}

static void
click (CommonsBoardView *view,
       double            x,
       double            y)
{
  test_ui_press (view, x, y, 1);
  test_ui_release (view, 0, 0);
}

/* The first box stands where icon and padding end, on the first line below
 * the title. */
static void
test_click_box (void)
{
  g_autofree char *id = NULL;
  CommonsWindow *window = open_card (TEXT, &id);
  CommonsBoardView *view = commons_window_get_view (window);

  click (view, 300 + 42, 300 + 40);
  g_assert_nonnull (strstr (get_text (window, id), "- [x] one"));
  click (view, 300 + 42, 300 + 40);
  g_assert_cmpstr (get_text (window, id), ==, TEXT);
  click (view, 300 + 42, 300 + 57);
  g_assert_nonnull (strstr (get_text (window, id), "- [ ] two"));
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpstr (get_text (window, id), ==, TEXT);

  /* Words are no boxes. */
  click (view, 300 + 100, 300 + 40);
  g_assert_cmpstr (get_text (window, id), ==, TEXT);

  test_ui_close (window);
}

/* Two clicks tick twice and do not begin to write. */
static void
test_double_click (void)
{
  g_autofree char *id = NULL;
  CommonsWindow *window = open_card (TEXT, &id);
  CommonsBoardView *view = commons_window_get_view (window);

  click (view, 300 + 42, 300 + 40);
  test_ui_press (view, 300 + 42, 300 + 40, 2);
  test_ui_release (view, 0, 0);
  g_assert_cmpstr (get_text (window, id), ==, TEXT);
  g_assert_true (commons_board_view_can_perform (view, "board.delete"));

  test_ui_close (window);
}

static double
get_zoom (CommonsBoardView *view)
{
  CommonsViewport viewport;

  commons_board_view_get_viewport (view, &viewport);

  return viewport.zoom;
}

/* Seen from far, boxes are too small to be meant. */
static void
test_far (void)
{
  g_autofree char *id = NULL;
  CommonsWindow *window = open_card (TEXT, &id);
  CommonsBoardView *view = commons_window_get_view (window);
  double x, y;

  while (get_zoom (view) > 0.8)
    commons_board_view_perform (view, "board.zoom-out");

  test_ui_locate (window, id, &x, &y);

  for (int dy = -60; dy <= 60; dy += 4)
    click (view, x - 75, y + dy);

  g_assert_cmpstr (get_text (window, id), ==, TEXT);

  test_ui_close (window);
}

static gboolean
open_address_cb (CommonsBoardView  *view,
                 const char        *address,
                 char             **opened)
{
  g_free (*opened);
  *opened = g_strdup (address);

  return TRUE;
}

static void
test_commands (void)
{
  g_autofree char *id = NULL, *opened = NULL;
  CommonsWindow *window = open_card (TEXT, &id);
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);

  g_signal_connect (view, "open-address", G_CALLBACK (open_address_cb), &opened);
  g_assert_false (commons_board_view_can_perform (view, "board.tick"));
  g_assert_false (commons_board_view_can_perform (view, "board.open-link"));

  commons_selection_set_only (selection, id);
  g_assert_true (commons_board_view_perform (view, "board.tick"));
  g_assert_nonnull (strstr (get_text (window, id), "- [x] one"));
  g_assert_true (commons_board_view_perform (view, "board.open-link"));
  g_assert_cmpstr (opened, ==, "https://example.org/a");

  test_ui_close (window);
}

static void
test_nothing_to_do (void)
{
  g_autofree char *id = NULL;
  CommonsWindow *window = open_card ("Title\nfile:///etc/passwd [x](javascript:1)", &id);
  CommonsBoardView *view = commons_window_get_view (window);

  commons_selection_set_only (commons_board_view_get_selection (view), id);
  g_assert_false (commons_board_view_can_perform (view, "board.tick"));
  g_assert_false (commons_board_view_can_perform (view, "board.open-link"));

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/marks/click-box", test_click_box);
  g_test_add_func ("/marks/double-click", test_double_click);
  g_test_add_func ("/marks/far", test_far);
  g_test_add_func ("/marks/commands", test_commands);
  g_test_add_func ("/marks/nothing-to-do", test_nothing_to_do);

  return g_test_run ();
}
