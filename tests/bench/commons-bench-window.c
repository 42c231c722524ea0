/* commons-bench-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What opening, panning, zooming, dragging, undoing and typing cost in the
 * window, for one board: figures that bench.py puts into its table.
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench-board.h"
#include "commons-bench-frames.h"
#include "commons-memory.h"
#include "test-ui.h"

#define WIDTH 1600
#define HEIGHT 900

#define N_FRAMES 120
#define N_TIMES 5

/* As fast as a hand on a touchpad: 24 pixels a frame. */
#define PAN_STEP 24

/* What is pending is done: levels of detail follow 150 ms after a zoom, tiles
 * beside the view and the overview in idle time. */
#define REST_MS 700

/* Drafts are kept three seconds after the last change. */
#define AUTOSAVE_MS 6000

#define N_MOVED 100

typedef struct
{
  CommonsWindow    *window;
  CommonsBoardView *view;
  guint             n_cards;
} Bench;

static GFile *
write_board (guint n_cards)
{
  g_autoptr (GBytes) bytes = bench_board_write (n_cards);
  g_autofree char *path = g_strdup_printf ("%s/bench-%u-%d.commons", g_get_tmp_dir (), n_cards, (int) getpid ());
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);

  return g_file_new_for_path (path);
}

static void
wait_until_sharp (Bench *bench)
{
  do
    bench_frame (GTK_WIDGET (bench->view));
  while (!commons_board_view_is_sharp (bench->view));
}

/* Loads into a window that shows another board already. */
static void
measure_load (Bench *bench,
              GFile *small,
              GFile *file)
{
  double cpu[N_TIMES], wall[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      double cpu_start, wall_start;

      if (bench->window != NULL)
        test_ui_close (bench->window);
      bench->window = test_ui_open (small);
      bench->view = commons_window_get_view (bench->window);
      bench_settle (REST_MS);

      cpu_start = bench_cpu ();
      wall_start = bench_wall ();
      commons_window_load (bench->window, file);
      while (commons_document_get_busy (commons_window_get_document (bench->window)))
        g_main_context_iteration (NULL, TRUE);
      wait_until_sharp (bench);
      cpu[i] = bench_cpu () - cpu_start;
      wall[i] = bench_wall () - wall_start;
    }

  bench_print ("load", bench->n_cards, bench_median (cpu, N_TIMES), "ms");
  bench_print ("load-wall", bench->n_cards, bench_median (wall, N_TIMES), "ms");
}

/* Away and back, so that half of the way is new to the view. Everything the
 * program does meanwhile is counted, between frames as well. */
static void
measure_pan (Bench      *bench,
             const char *name)
{
  CommonsViewport viewport;
  double start;

  /* The rings of what was moved before would be counted, too. */
  commons_selection_clear (commons_board_view_get_selection (bench->view));
  bench_settle (REST_MS);
  start = bench_cpu ();
  for (guint i = 0; i < N_FRAMES; i++)
    {
      commons_board_view_get_viewport (bench->view, &viewport);
      viewport.x += (i < N_FRAMES / 2 ? PAN_STEP : -PAN_STEP) / viewport.zoom;
      commons_board_view_set_viewport (bench->view, &viewport);
      bench_frame (GTK_WIDGET (bench->view));
    }
  bench_print (name, bench->n_cards, (bench_cpu () - start) / N_FRAMES, "ms");
}

/* From a place looked at from near, where every card is drawn in full. */
static void
look_near (Bench *bench)
{
  CommonsViewport viewport;
  CommonsRect all;

  g_assert_true (commons_board_get_extents (test_ui_get_board (bench->window), &all));
  commons_board_view_get_viewport (bench->view, &viewport);
  viewport.zoom = 1;
  commons_viewport_center_on (&viewport, all.x + all.width / 2.0, all.y + all.height / 2.0);
  commons_board_view_set_viewport (bench->view, &viewport);
  wait_until_sharp (bench);
}

static void
measure_fit (Bench *bench)
{
  double cpu[N_TIMES], first[N_TIMES], wall[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      double cpu_start, wall_start;

      look_near (bench);
      bench_settle (REST_MS);
      cpu_start = bench_cpu ();
      wall_start = bench_wall ();
      g_assert_true (commons_board_view_perform (bench->view, "board.zoom-fit"));
      bench_frame (GTK_WIDGET (bench->view));
      first[i] = bench_cpu () - cpu_start;
      while (!commons_board_view_is_sharp (bench->view))
        bench_frame (GTK_WIDGET (bench->view));
      cpu[i] = bench_cpu () - cpu_start;
      wall[i] = bench_wall () - wall_start;
    }

  bench_print ("fit", bench->n_cards, bench_median (cpu, N_TIMES), "ms");
  bench_print ("fit-first", bench->n_cards, bench_median (first, N_TIMES), "ms");
  bench_print ("fit-wall", bench->n_cards, bench_median (wall, N_TIMES), "ms");
}

static int
compare_distance (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const CommonsViewport *viewport = user_data;
  double middle_x = viewport->x + viewport->width / viewport->zoom / 2;
  double middle_y = viewport->y + viewport->height / viewport->zoom / 2;
  const CommonsRect *first = commons_record_get_bounds (*(CommonsRecord *const *) a);
  const CommonsRect *second = commons_record_get_bounds (*(CommonsRecord *const *) b);
  double difference = hypot (first->x + first->width / 2.0 - middle_x, first->y + first->height / 2.0 - middle_y) -
                      hypot (second->x + second->width / 2.0 - middle_x, second->y + second->height / 2.0 - middle_y);

  return (difference > 0) - (difference < 0);
}

/* Ids of the nodes that are nearest to the middle of the view. */
static GPtrArray *
list_near (Bench *bench,
           guint  n_wanted)
{
  CommonsBoard *board = test_ui_get_board (bench->window);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  CommonsViewport viewport;

  commons_board_view_get_viewport (bench->view, &viewport);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_board_get_node (board, i));
  g_ptr_array_sort_with_data (nodes, compare_distance, &viewport);
  for (guint i = 0; i < MIN (n_wanted, nodes->len); i++)
    g_ptr_array_add (ids, g_strdup (commons_record_get_id (g_ptr_array_index (nodes, i))));

  return ids;
}

static void
measure_drag (Bench *bench)
{
  g_autoptr (GPtrArray) near = list_near (bench, 1);
  double x, y, start;

  commons_selection_clear (commons_board_view_get_selection (bench->view));
  bench_settle (REST_MS);
  test_ui_locate (bench->window, g_ptr_array_index (near, 0), &x, &y);
  start = bench_cpu ();
  test_ui_press (bench->view, x, y, 1);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      test_ui_move (bench->view, 2.0 * (i + 2), 1.0 * (i + 2));
      bench_frame (GTK_WIDGET (bench->view));
    }
  bench_print ("drag", bench->n_cards, (bench_cpu () - start) / N_FRAMES, "ms");
  commons_board_view_perform (bench->view, "board.escape");
}

/* What profile.py counts of that. Found by its name. */
void bench_undo (Bench *bench);

G_NO_INLINE void
bench_undo (Bench *bench)
{
  g_assert_true (commons_board_view_perform (bench->view, "board.undo"));
  wait_until_sharp (bench);
}

static void
measure_undo (Bench      *bench,
              const char *name)
{
  g_autoptr (GPtrArray) near = list_near (bench, N_MOVED);
  double cpu[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start;

      commons_selection_set_many (commons_board_view_get_selection (bench->view), near);
      g_assert_true (commons_board_view_perform (bench->view, "board.push-right"));
      bench_settle (REST_MS);
      start = bench_cpu ();
      bench_undo (bench);
      cpu[i] = bench_cpu () - start;
    }

  bench_print (name, bench->n_cards, bench_median (cpu, N_TIMES), "ms");
}

/* What a key that types does, once GTK has found out which letter it is. */
static void
measure_key (Bench *bench)
{
  g_autoptr (GPtrArray) near = list_near (bench, 1);
  double cpu[N_FRAMES];
  GtkWidget *text;

  commons_selection_set_only (commons_board_view_get_selection (bench->view), g_ptr_array_index (near, 0));
  g_assert_true (commons_board_view_perform (bench->view, "board.edit"));
  bench_settle (REST_MS);
  text = gtk_window_get_focus (GTK_WINDOW (bench->window));
  g_assert_true (GTK_IS_TEXT_VIEW (text));

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = bench_cpu ();

      g_signal_emit_by_name (text, "insert-at-cursor", i % 6 == 5 ? " " : "e");
      bench_frame (GTK_WIDGET (bench->view));
      cpu[i] = bench_cpu () - start;
    }

  bench_print ("key", bench->n_cards, bench_median (cpu, N_FRAMES), "ms");
  bench_print ("key-worst", bench->n_cards, cpu[N_FRAMES - 1], "ms");
  commons_board_view_finish_editing (bench->view);
}

/* The longest that the window was busy between two frames while a draft was
 * kept: somebody goes on panning, and nothing may stick. */
static void
measure_autosave (Bench *bench)
{
  double begun, last, longest = 0;
  CommonsViewport viewport;
  guint i = 0;

  look_near (bench);
  bench_settle (AUTOSAVE_MS);
  g_assert_true (commons_board_view_perform (bench->view, "board.select-all"));
  g_assert_true (commons_board_view_perform (bench->view, "board.push-right"));
  wait_until_sharp (bench);
  bench_settle (REST_MS);

  begun = bench_wall ();
  while (bench_wall () - begun < AUTOSAVE_MS)
    {
      last = bench_thread_cpu ();
      commons_board_view_get_viewport (bench->view, &viewport);
      viewport.x += i++ % 60 < 30 ? 4 : -4;
      commons_board_view_set_viewport (bench->view, &viewport);
      bench_frame (GTK_WIDGET (bench->view));
      longest = MAX (longest, bench_thread_cpu () - last);
    }

  bench_print ("autosave-frame", bench->n_cards, longest, "ms");
}

/* What profile.py counts, and nothing else. Found by its name. */
void bench_profiled (Bench      *bench,
                     const char *what,
                     GFile      *file);

G_NO_INLINE void
bench_profiled (Bench      *bench,
                const char *what,
                GFile      *file)
{
  if (g_str_equal (what, "profile-open"))
    {
      commons_window_load (bench->window, file);
      while (commons_document_get_busy (commons_window_get_document (bench->window)))
        g_main_context_iteration (NULL, TRUE);
      wait_until_sharp (bench);
    }
  else if (g_str_equal (what, "profile-pan"))
    {
      measure_pan (bench, "pan");
    }
  else if (g_str_equal (what, "profile-autosave"))
    {
      measure_autosave (bench);
    }
  else if (g_str_equal (what, "profile-undo"))
    {
      measure_undo (bench, "undo");
    }
  else
    {
      measure_drag (bench);
    }
}

static void
run_profile (guint       n_cards,
             const char *what)
{
  gboolean opens = g_str_equal (what, "profile-open");
  g_autoptr (GFile) small = write_board (50);
  g_autoptr (GFile) file = write_board (n_cards);
  Bench bench = { .n_cards = n_cards, .window = test_ui_open (opens ? small : file) };

  bench.view = commons_window_get_view (bench.window);
  bench_settle (REST_MS);
  if (!opens)
    look_near (&bench);
  bench_profiled (&bench, what, file);

  test_ui_close (bench.window);
  g_file_delete (file, NULL, NULL);
  g_file_delete (small, NULL, NULL);
}

static void
run (guint    n_cards,
     gboolean moves)
{
  g_autoptr (GFile) small = write_board (50);
  g_autoptr (GFile) file = write_board (n_cards);
  Bench bench = { .n_cards = n_cards };

  measure_load (&bench, small, file);

  if (!moves)
    measure_fit (&bench);
  commons_board_view_perform (bench.view, "board.zoom-fit");
  wait_until_sharp (&bench);
  measure_pan (&bench, "pan-all");
  if (!moves)
    {
      commons_board_view_perform (bench.view, "board.zoom-fit");
      wait_until_sharp (&bench);
      measure_undo (&bench, "undo-all");
    }

  look_near (&bench);
  measure_pan (&bench, "pan");
  measure_drag (&bench);
  if (!moves)
    {
      measure_undo (&bench, "undo");
      measure_key (&bench);
      measure_autosave (&bench);
    }

  test_ui_close (bench.window);
  g_file_delete (file, NULL, NULL);
  g_file_delete (small, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  guint n_cards;

  if (argc < 2)
    {
      g_printerr ("Usage: %s N [growth|profile-open|profile-pan|profile-drag|profile-undo|profile-autosave]\n", argv[0]);
      return 2;
    }

  /* As the program begins. */
  commons_memory_prepare ();
  test_ui_init ();
  settings = g_settings_new (APP_ID);
  g_settings_set_int (settings, "window-width", WIDTH);
  g_settings_set_int (settings, "window-height", HEIGHT);
  n_cards = (guint) strtoul (argv[1], NULL, 10);
  if (argc > 2 && g_str_has_prefix (argv[2], "profile-"))
    run_profile (n_cards, argv[2]);
  else
    run (n_cards, argc > 2);

  return 0;
}
