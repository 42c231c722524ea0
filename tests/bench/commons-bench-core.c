/* commons-bench-core.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints what reading, writing, undoing, answering and drawing boards of
 * several sizes cost, without a display. Times are medians, in milliseconds.
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-board.h"
#include "commons-arrange.h"
#include "commons-capture.h"
#include "commons-export.h"
#include "commons-history.h"
#include "commons-reader.h"
#include "commons-writer.h"

#define N_MOVED  100
#define MAX_RUNS 31

static const guint default_sizes[] = { 200, 2000, 10000 };

typedef struct
{
  GBytes         *bytes;
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
  GHashTable     *moved;
  double          scale;
  int             width;
  int             height;
} Bench;

typedef void (*BenchFunc) (Bench *bench);

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
measure (Bench     *bench,
         BenchFunc  prepare,
         BenchFunc  work,
         guint      n_runs)
{
  double times[MAX_RUNS];

  n_runs = CLAMP (n_runs, 1, MAX_RUNS);
  for (guint i = 0; i < n_runs; i++)
    {
      gint64 start;

      if (prepare != NULL)
        prepare (bench);
      start = g_get_monotonic_time ();
      work (bench);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
    }

  qsort (times, n_runs, sizeof times[0], compare_doubles);
  return times[n_runs / 2];
}

static CommonsBoard *
read_board (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  CommonsBoard *board = commons_reader_read (bytes, NULL, &error);

  if (board == NULL)
    g_error ("%s", error->message);

  return board;
}

static void
work_read (Bench *bench)
{
  g_autoptr (CommonsBoard) board = read_board (bench->bytes);

  g_assert (commons_board_get_n_nodes (board) > 0);
}

static void
work_write (Bench *bench)
{
  g_autoptr (GBytes) bytes = commons_writer_write (bench->board);

  g_assert (g_bytes_get_size (bytes) == g_bytes_get_size (bench->bytes));
}

static void
prepare_undo (Bench *bench)
{
  gboolean moved = commons_arrange_move (bench->editor, bench->moved, 240, 0, "Move", NULL);

  g_assert (moved);
}

static void
work_undo (Bench *bench)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (bench->history);

  g_assert (changes != NULL);
}

/* An answer of each kind of place: in a circle, on a border, in a zone or the
 * tray, apart. The board grows by what is said. */
static void
work_answers (Bench *bench)
{
  static const char *const questions[] = { "fon7", "fon3", "def7", "def2" };
  static const CommonsRect visible = { 0, 0, 1280, 800 };
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *id =
        commons_capture_answer (bench->editor, catalogue, commons_catalogue_get_question (catalogue, questions[i]), 0,
                                NULL, "Une réponse", 0, i < 3 ? COMMONS_CAPTURE_WE : COMMONS_CAPTURE_I, NULL, &visible,
                                "Answer");

      g_assert (id != NULL);
    }
}

static CommonsExportOptions
get_png_options (Bench *bench)
{
  return (CommonsExportOptions) {
    .format = COMMONS_EXPORT_PNG,
    .scale = bench->scale,
    .theme = COMMONS_THEME_LIGHT,
  };
}

/* A big board is drawn at the largest scale that an export may have, in whole
 * hundredths. */
static void
choose_scale (Bench *bench)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  CommonsExportOptions options;
  double largest = 1;

  bench->scale = 1;
  options = get_png_options (bench);
  if (commons_export_measure (bench->board, catalogue, &options, &bench->width, &bench->height, &largest, NULL))
    return;

  bench->scale = floor (largest * 100) / 100;
  options = get_png_options (bench);
  if (!commons_export_measure (bench->board, catalogue, &options, &bench->width, &bench->height, NULL, NULL))
    g_error ("No scale fits");
}

static void
work_png (Bench *bench)
{
  CommonsExportOptions options = get_png_options (bench);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = commons_export_render (bench->board, commons_catalogue_get ("fr"), &options, &error);

  if (png == NULL)
    g_error ("%s", error->message);
}

static void
bench_init (Bench *bench,
            guint  n_cards)
{
  guint n_nodes;

  *bench = (Bench) { .bytes = bench_board_write (n_cards) };
  bench->board = read_board (bench->bytes);
  bench->editor = commons_editor_new (bench->board);
  bench->history = commons_history_new (bench->board);
  bench->moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Spread over the board, not all at the bottom. */
  n_nodes = commons_board_get_n_nodes (bench->board);
  for (guint i = 0; i < MIN (N_MOVED, n_nodes); i++)
    {
      CommonsRecord *node = commons_board_get_node (bench->board, (guint) ((guint64) i * n_nodes / N_MOVED));

      g_hash_table_add (bench->moved, g_strdup (commons_record_get_id (node)));
    }
}

static void
bench_clear (Bench *bench)
{
  g_hash_table_unref (bench->moved);
  g_object_unref (bench->history);
  g_object_unref (bench->editor);
  g_object_unref (bench->board);
  g_bytes_unref (bench->bytes);
}

static double
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024.0;
}

static void
run_size (guint n_cards)
{
  guint n_runs = n_cards <= 500 ? 31 : n_cards <= 5000 ? 11 : 5;
  double read_ms, write_ms, undo_ms, png_ms, answers_ms, core_mib;
  Bench bench;

  bench_init (&bench, n_cards);
  read_ms = measure (&bench, NULL, work_read, n_runs);
  write_ms = measure (&bench, NULL, work_write, n_runs);
  undo_ms = measure (&bench, prepare_undo, work_undo, n_runs);
  core_mib = get_peak_mib ();
  choose_scale (&bench);
  png_ms = measure (&bench, NULL, work_png, MAX (n_runs / 5, 1));

  answers_ms = measure (&bench, NULL, work_answers, n_runs);

  printf ("%6u %8.0f %10.2f %10.2f %10.3f %14.2f %10.1f %6.2f %6d × %-6d %8.0f %9.0f\n",
          n_cards, g_bytes_get_size (bench.bytes) / 1024.0, read_ms, write_ms, undo_ms, answers_ms, png_ms,
          bench.scale, bench.width, bench.height, core_mib, get_peak_mib ());
  bench_clear (&bench);
}

/* Each size has a process of its own, whose peak of memory is its own too. */
static gboolean
run_apart (guint n_cards)
{
  int status = 0;
  pid_t child;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      run_size (n_cards);
      fflush (stdout);
      _exit (0);
    }

  return child > 0 && waitpid (child, &status, 0) == child && WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

int
main (int   argc,
      char *argv[])
{
  gboolean good = TRUE;

  printf ("%6s %8s %10s %10s %10s %14s %10s %6s %15s %8s %9s\n",
          "cards", "file KiB", "read ms", "write ms", "undo ms", "4 answers ms", "PNG ms", "scale", "PNG px", "core MiB", "peak MiB");

  for (int i = 1; i < argc; i++)
    {
      guint64 n_cards;

      if (!g_ascii_string_to_unsigned (argv[i], 10, 1, BENCH_BOARD_MAX, &n_cards, NULL))
        {
          fprintf (stderr, "Usage: %s [N…]   (each 1 to %d)\n", argv[0], BENCH_BOARD_MAX);
          return 2;
        }
      good = run_apart ((guint) n_cards) && good;
    }

  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS (default_sizes); i++)
    good = run_apart (default_sizes[i]) && good;

  return good ? 0 : 1;
}
