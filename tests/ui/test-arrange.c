/* test-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that move and arrange, and how drags behave, down to the model.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "test-ui.h"

static const char board_text[] =
  "{\"commons\":{\"format\":1,\"title\":\"T\",\"language\":\"en\"},\"nodes\":["
  "{\"id\":\"zone\",\"type\":\"group\",\"x\":-36,\"y\":-60,\"width\":516,\"height\":300,\"label\":\"Zone\","
  "\"commons\":{\"kind\":\"zone\"}},"
  "{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":204,\"height\":62,\"text\":\"Alpha\"},"
  "{\"id\":\"b\",\"type\":\"text\",\"x\":240,\"y\":13,\"width\":204,\"height\":62,\"text\":\"Beta\"},"
  "{\"id\":\"c\",\"type\":\"text\",\"x\":7,\"y\":120,\"width\":204,\"height\":62,\"text\":\"Gamma\"},"
  "{\"id\":\"out\",\"type\":\"text\",\"x\":603,\"y\":300,\"width\":204,\"height\":62,\"text\":\"Out\"}],"
  "\"edges\":[{\"id\":\"e\",\"fromNode\":\"a\",\"toNode\":\"b\"}]}";

typedef struct
{
  char             *path;
  CommonsWindow    *window;
  CommonsBoardView *view;
  CommonsBoard     *board;
  CommonsHistory   *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("arrange-XXXXXX.commons", &fixture->path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (fixture->path, board_text, -1, &error);
  g_assert_no_error (error);

  file = g_file_new_for_path (fixture->path);
  fixture->window = test_ui_open (file);
  fixture->view = commons_window_get_view (fixture->window);
  fixture->board = test_ui_get_board (fixture->window);
  fixture->history = commons_document_get_history (commons_window_get_document (fixture->window));
  g_assert_true (commons_board_view_perform (fixture->view, "board.zoom-100"));
  test_ui_frame (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_ui_close (fixture->window);
  g_unlink (fixture->path);
  g_free (fixture->path);
}

static void
choose (Fixture    *fixture,
        const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  CommonsSelection *selection = commons_board_view_get_selection (fixture->view);

  commons_selection_clear (selection);
  for (guint i = 0; parts[i] != NULL; i++)
    commons_selection_add (selection, parts[i]);
}

static const CommonsRect *
get_bounds (Fixture    *fixture,
            const char *id)
{
  return commons_record_get_bounds (commons_board_lookup_node (fixture->board, id));
}

#define assert_place(fixture, id, left, top) \
  G_STMT_START { \
    g_assert_cmpint (get_bounds (fixture, id)->x, ==, left); \
    g_assert_cmpint (get_bounds (fixture, id)->y, ==, top); \
  } G_STMT_END

static void
perform (Fixture    *fixture,
         const char *action)
{
  g_assert_true (commons_board_view_perform (fixture->view, action));
}

/* Takes back the last step, which was the only one. */
static void
assert_one_step (Fixture *fixture)
{
  perform (fixture, "board.undo");
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
press_on (Fixture    *fixture,
          const char *id)
{
  double x, y;

  test_ui_locate (fixture->window, id, &x, &y);
  test_ui_press (fixture->view, x, y, 1);
}

static void
drag (Fixture    *fixture,
      const char *id,
      double      dx,
      double      dy)
{
  press_on (fixture, id);
  for (int i = 1; i <= 4; i++)
    test_ui_move (fixture->view, dx * i / 4, dy * i / 4);
  test_ui_frame (GTK_WIDGET (fixture->view));
  test_ui_release (fixture->view, dx, dy);
  test_ui_frame (GTK_WIDGET (fixture->view));
}

static void
test_align (Fixture       *fixture,
            gconstpointer  data)
{
  choose (fixture, "a");
  g_assert_false (commons_board_view_can_perform (fixture->view, "board.align-left"));
  g_assert_false (commons_board_view_can_perform (fixture->view, "board.tidy"));

  choose (fixture, "a b c");
  perform (fixture, "board.align-top");
  assert_place (fixture, "b", 240, 0);
  assert_place (fixture, "c", 7, 0);
  assert_one_step (fixture);

  choose (fixture, "a b c");
  perform (fixture, "board.distribute-down");
  assert_place (fixture, "b", 240, 60);
  assert_one_step (fixture);
}

static void
test_tidy (Fixture       *fixture,
           gconstpointer  data)
{
  choose (fixture, "a b c");
  perform (fixture, "board.tidy");
  assert_place (fixture, "a", 0, 0);
  assert_place (fixture, "b", 216, 0);
  assert_place (fixture, "c", 0, 74);
  assert_one_step (fixture);

  choose (fixture, "zone");
  perform (fixture, "board.tidy");
  assert_place (fixture, "a", -24, -32);
  assert_place (fixture, "b", 192, -32);
  assert_place (fixture, "c", -24, 42);
  assert_one_step (fixture);
}

static void
test_lock (Fixture       *fixture,
           gconstpointer  data)
{
  choose (fixture, "a");
  perform (fixture, "board.lock");
  g_assert_true (commons_record_is_locked (commons_board_lookup (fixture->board, "a")));

  drag (fixture, "a", 100, 50);
  perform (fixture, "board.nudge-right");
  perform (fixture, "board.delete");
  perform (fixture, "board.wider");
  perform (fixture, "board.edit");
  assert_place (fixture, "a", 0, 0);
  g_assert_cmpint (get_bounds (fixture, "a")->width, ==, 204);

  /* Nor is it being written: no command works then. */
  perform (fixture, "board.lock");
  g_assert_false (commons_record_is_locked (commons_board_lookup (fixture->board, "a")));
  perform (fixture, "board.undo");
  assert_one_step (fixture);
}

static void
test_make_room (Fixture       *fixture,
                gconstpointer  data)
{
  choose (fixture, "a");
  perform (fixture, "board.make-room-below");
  assert_place (fixture, "c", 7, 194);
  assert_place (fixture, "out", 603, 374);
  g_assert_cmpint (get_bounds (fixture, "zone")->height, ==, 374);
  assert_one_step (fixture);

  /* By the hand: the divider begins where it is pressed. */
  choose (fixture, "out");
  perform (fixture, "board.make-room");
  drag (fixture, "c", 3, 60);
  assert_place (fixture, "a", 0, 0);
  assert_place (fixture, "out", 603, 360);
  assert_one_step (fixture);

  /* Escape gives up, before and during. */
  perform (fixture, "board.make-room");
  perform (fixture, "board.escape");
  perform (fixture, "board.make-room");
  press_on (fixture, "c");
  test_ui_move (fixture->view, 3, 60);
  test_ui_frame (GTK_WIDGET (fixture->view));
  perform (fixture, "board.escape");
  test_ui_release (fixture->view, 3, 60);
  g_assert_false (commons_history_can_undo (fixture->history));
  choose (fixture, "out");
  drag (fixture, "out", 24, 30);
  assert_place (fixture, "a", 0, 0);
  g_assert_cmpint (get_bounds (fixture, "out")->x, >, 603);
}

static void
test_size (Fixture       *fixture,
           gconstpointer  data)
{
  choose (fixture, "a");
  for (guint i = 0; i < 3; i++)
    perform (fixture, "board.wider");
  g_assert_cmpint (get_bounds (fixture, "a")->width, ==, 240);
  assert_one_step (fixture);
  g_assert_cmpint (get_bounds (fixture, "a")->width, ==, 204);
}

/* The last copy says how far the next one goes. */
static void
test_duplicate_again (Fixture       *fixture,
                      gconstpointer  data)
{
  CommonsSelection *selection = commons_board_view_get_selection (fixture->view);
  g_autofree char *copy = NULL;

  choose (fixture, "out");
  perform (fixture, "board.duplicate");
  copy = g_strdup (commons_selection_get_primary (selection));
  assert_place (fixture, copy, 627, 324);

  for (guint i = 0; i < 4; i++)
    perform (fixture, "board.push-down");
  perform (fixture, "board.duplicate");
  assert_place (fixture, commons_selection_get_primary (selection), 651, 444);
}

/* A drag is caught by a neighbour, seven pixels away, and not by the grid. */
static void
test_drag_aligns (Fixture       *fixture,
                  gconstpointer  data)
{
  drag (fixture, "out", 240 + 5 - 603, 0);
  g_assert_cmpint (get_bounds (fixture, "out")->x, ==, 240);
  g_assert_cmpint (get_bounds (fixture, "out")->y, ==, 300);
  assert_one_step (fixture);
}

/* Holding a drag at the edge brings what was out of view. */
static gboolean
has_scrolled (gpointer user_data)
{
  Fixture *fixture = user_data;
  CommonsViewport viewport;

  gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
  commons_board_view_get_viewport (fixture->view, &viewport);

  return viewport.x > 1500;
}

static void
test_scrolls_at_edge (Fixture       *fixture,
                      gconstpointer  data)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  double x, y;

  test_ui_locate (fixture->window, "out", &x, &y);
  test_ui_press (fixture->view, x, y, 1);
  test_ui_move (fixture->view, 20, 0);
  test_ui_move (fixture->view, width - 2 - x, 0);
  test_ui_wait (has_scrolled, fixture, "the view to follow");
  test_ui_release (fixture->view, width - 2 - x, 0);

  g_assert_cmpint (get_bounds (fixture, "out")->x, >, 1500);
  g_assert_cmpint (get_bounds (fixture, "out")->y, ==, 300);
  assert_one_step (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

#define ADD(path, func) g_test_add ("/arrange/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("align", test_align);
  ADD ("tidy", test_tidy);
  ADD ("lock", test_lock);
  ADD ("make-room", test_make_room);
  ADD ("size", test_size);
  ADD ("duplicate-again", test_duplicate_again);
  ADD ("drag-aligns", test_drag_aligns);
  ADD ("scrolls-at-edge", test_scrolls_at_edge);
#undef ADD

  return g_test_run ();
}
