/* test-cost.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What frames do on a large board: nothing that is done already is done again,
 * and what is done does not depend on how many cards there are.
 */

#include "config.h"

#include <math.h>

#include "bench-board.h"
#include "commons-bitmap.h"
#include "commons-still.h"
#include "test-ui.h"

#define N_CARDS 2000

/* So many widgets at most, and the card that has the keyboard. */
#define MAX_WIDGETS 401

/* Levels of detail follow 150 ms after a zoom, tiles beside the view in idle
 * time. */
#define REST_US (600 * 1000)

static CommonsWindow *
open_board (guint n_cards)
{
  g_autoptr (GBytes) bytes = bench_board_write (n_cards);
  g_autofree char *path = g_strdup_printf ("%s/cost-%u.commons", g_get_tmp_dir (), n_cards);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CommonsWindow *window;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  window = test_ui_open (file);
  g_file_delete (file, NULL, NULL);

  return window;
}

static void
rest (CommonsWindow *window)
{
  gint64 until = g_get_monotonic_time () + REST_US;

  while (g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
  while (!commons_board_view_is_sharp (commons_window_get_view (window)))
    test_ui_frame (GTK_WIDGET (commons_window_get_view (window)));
}

static void
look_near (CommonsWindow *window)
{
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport viewport;
  CommonsRect all;

  g_assert_true (commons_board_get_extents (test_ui_get_board (window), &all));
  commons_board_view_get_viewport (view, &viewport);
  viewport.zoom = 1;
  commons_viewport_center_on (&viewport, all.x + all.width / 2.0, all.y + all.height / 2.0);
  commons_board_view_set_viewport (view, &viewport);
  rest (window);
}

static void
pan (CommonsWindow *window,
     double         dx)
{
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport viewport;

  commons_board_view_get_viewport (view, &viewport);
  viewport.x += dx / viewport.zoom;
  commons_board_view_set_viewport (view, &viewport);
  test_ui_frame (GTK_WIDGET (view));
}

static void
get_cost (CommonsWindow        *window,
          CommonsBoardViewCost *cost)
{
  commons_board_view_get_cost (commons_window_get_view (window), cost);
}

/* How often the tools that stand over the board were drawn. */
static guint
count_still (GtkWidget *widget)
{
  guint n = COMMONS_IS_STILL (widget) ? commons_still_get_n_drawn (COMMONS_STILL (widget)) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_still (child);

  return n;
}

/* The lowest thing of a frame: a tile. */
static GskRenderNode *
draw_lowest (CommonsBoardView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) all = NULL;
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  all = node = gtk_snapshot_free_to_node (snapshot);
  while (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE ||
         gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    node = gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE ? gsk_container_node_get_child (node, 0)
                                                                      : gsk_transform_node_get_child (node);

  return gsk_render_node_ref (node);
}

/* What is the same node in two frames is not drawn again by the toolkit, nor
 * recorded by us. */
static void
check_same_node (CommonsBoardView *view,
                 GskRenderNode    *before)
{
  g_autoptr (GskRenderNode) after = draw_lowest (view);

  if (commons_bitmap_wants_cairo (GTK_WIDGET (view)))
    g_assert_true (after == before);
}

/* Over what was drawn already, a frame copies tiles and does nothing else. */
static void
check_still (CommonsWindow *window)
{
  CommonsBoardView *view = commons_window_get_view (window);
  g_autoptr (GskRenderNode) tile = NULL;
  CommonsBoardViewCost before, after;
  guint n_still;

  /* What lies beside both places is drawn in idle time. */
  pan (window, 6);
  rest (window);
  pan (window, -6);
  rest (window);

  n_still = count_still (GTK_WIDGET (window));
  g_assert_cmpuint (n_still, >, 0);
  tile = draw_lowest (view);
  get_cost (window, &before);
  for (guint i = 0; i < 40; i++)
    pan (window, i % 2 == 0 ? 6 : -6);
  get_cost (window, &after);
  check_same_node (view, tile);

  g_assert_cmpuint (after.n_tiles, ==, before.n_tiles);
  g_assert_cmpuint (after.n_laid_out, ==, before.n_laid_out);
  g_assert_cmpuint (after.n_painted, ==, before.n_painted);
  g_assert_cmpuint (after.n_texts, ==, before.n_texts);
  g_assert_cmpuint (after.n_lookups, ==, before.n_lookups);
  g_assert_cmpuint (after.n_widgets, ==, before.n_widgets);

  /* Tools may change by themselves now and then, but not with each frame. */
  g_assert_cmpuint (count_still (GTK_WIDGET (window)), <=, n_still + 4);
}

static void
test_pan_copies (void)
{
  CommonsWindow *window = open_board (N_CARDS);

  rest (window);
  check_still (window);
  look_near (window);
  check_still (window);

  test_ui_close (window);
}

/* Onto new ground, only that ground is drawn, each tile and card once. */
static void
test_pan_draws_what_is_new (void)
{
  CommonsWindow *window = open_board (N_CARDS);
  CommonsBoardViewCost before, after;
  CommonsViewport viewport;
  guint rows, columns;

  look_near (window);
  commons_board_view_get_viewport (commons_window_get_view (window), &viewport);
  rows = (guint) ceil (viewport.height / 256.0) + 3;
  columns = 1024 / 256 + 3;

  get_cost (window, &before);
  for (guint i = 0; i < 64; i++)
    pan (window, 16);
  rest (window);
  get_cost (window, &after);

  g_assert_cmpuint (after.n_tiles - before.n_tiles, >, 0);
  g_assert_cmpuint (after.n_tiles - before.n_tiles, <=, rows * columns);
  g_assert_cmpuint (after.n_laid_out - before.n_laid_out, >, 0);
  g_assert_cmpuint (after.n_laid_out - before.n_laid_out, <=, rows * columns * 256 * 256 / (200 * 120) + rows * 4);
  g_assert_cmpuint (after.n_texts - before.n_texts, <=, 6 * (after.n_laid_out - before.n_laid_out) + 200);

  test_ui_close (window);
}

static void
test_widgets_are_few (void)
{
  const guint sizes[] = { 200, 2000, 8000 };
  guint near[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CommonsWindow *window = open_board (sizes[i]);
      CommonsBoardViewCost cost;

      rest (window);
      get_cost (window, &cost);
      g_assert_cmpuint (cost.n_widgets, >, 0);
      g_assert_cmpuint (cost.n_widgets, <=, MAX_WIDGETS);

      look_near (window);
      get_cost (window, &cost);
      near[i] = cost.n_widgets;

      /* And as few when somebody went a long way. */
      for (guint j = 0; j < 60; j++)
        pan (window, 200);
      rest (window);
      get_cost (window, &cost);
      g_assert_cmpuint (cost.n_widgets, <=, near[i] + near[i] / 2);
      test_ui_close (window);
    }

  g_assert_cmpuint (near[0], >, 0);
  g_assert_cmpuint (near[2], <=, near[1] + near[1] / 4);
}

static char *
find_middle_card (CommonsWindow *window)
{
  CommonsBoard *board = test_ui_get_board (window);
  CommonsViewport viewport;
  double x, y;

  commons_board_view_get_viewport (commons_window_get_view (window), &viewport);
  x = viewport.x + viewport.width / viewport.zoom / 2;
  y = viewport.y + viewport.height / viewport.zoom / 2;
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *card = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (card);

      if (fabs (bounds->x - x) < 200 && fabs (bounds->y - y) < 150)
        return g_strdup (commons_record_get_id (card));
    }

  g_error ("No card in the middle of the view");
}

/* A card and its links may reach into some tiles; the rest stays, and so does
 * what is written on the card. */
static void
test_change_draws_little (void)
{
  CommonsWindow *window = open_board (N_CARDS);
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoardViewCost before, after;
  g_autofree char *id = NULL;
  GPtrArray *links;
  guint n_links;

  look_near (window);
  id = find_middle_card (window);
  links = commons_board_get_links (test_ui_get_board (window), id);
  n_links = links != NULL ? links->len : 0;
  commons_selection_set_only (commons_board_view_get_selection (view), id);
  rest (window);

  get_cost (window, &before);
  g_assert_true (commons_board_view_perform (view, "board.push-right"));
  rest (window);
  get_cost (window, &after);

  g_assert_cmpuint (after.n_tiles - before.n_tiles, >, 0);
  g_assert_cmpuint (after.n_tiles - before.n_tiles, <=, 4 + 8 * (n_links + 1));
  g_assert_cmpuint (after.n_laid_out, ==, before.n_laid_out);

  test_ui_close (window);
}

/* What follows the hand is the card and its links; the board under it stays. */
static void
count_drag (guint                 n_cards,
            CommonsBoardViewCost *spent)
{
  CommonsWindow *window = open_board (n_cards);
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoardViewCost before, after;
  g_autoptr (GskRenderNode) tile = NULL;
  g_autofree char *id = NULL;
  double x, y;

  look_near (window);
  id = find_middle_card (window);
  test_ui_locate (window, id, &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, 20, 10);
  rest (window);

  tile = draw_lowest (view);
  get_cost (window, &before);
  for (guint i = 0; i < 10; i++)
    {
      test_ui_move (view, 22.0 + i, 11);
      test_ui_frame (GTK_WIDGET (view));
    }
  get_cost (window, &after);
  check_same_node (view, tile);
  commons_board_view_perform (view, "board.escape");

  g_assert_cmpuint (after.n_tiles, ==, before.n_tiles);
  g_assert_cmpuint (after.n_laid_out, ==, before.n_laid_out);
  g_assert_cmpuint (after.n_painted, ==, before.n_painted);
  g_assert_cmpuint (after.n_widgets, ==, before.n_widgets);
  spent->n_lookups = after.n_lookups - before.n_lookups;
  spent->n_texts = after.n_texts - before.n_texts;

  test_ui_close (window);
}

static void
test_drag_moves_what_moves (void)
{
  CommonsBoardViewCost few, many;

  count_drag (500, &few);
  count_drag (5000, &many);

  /* Ten moves look up the card, its links and their other ends. */
  g_assert_cmpuint (few.n_lookups, <=, 10 * 60);
  g_assert_cmpuint (many.n_lookups, <=, 10 * 60);
  g_assert_cmpuint (few.n_texts, <=, 10 * 12);
  g_assert_cmpuint (many.n_texts, <=, 10 * 12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/cost/pan-copies", test_pan_copies);
  g_test_add_func ("/cost/pan-draws-what-is-new", test_pan_draws_what_is_new);
  g_test_add_func ("/cost/widgets", test_widgets_are_few);
  g_test_add_func ("/cost/change", test_change_draws_little);
  g_test_add_func ("/cost/drag", test_drag_moves_what_moves);

  return g_test_run ();
}
