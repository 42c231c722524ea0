/* test-bench-growth.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ten times the cards may take ten times the work, not a hundred times.
 */

#include "config.h"

#include "bench-board.h"
#include "bench-process.h"
#include "commons-export.h"
#include "commons-reader.h"
#include "commons-search.h"
#include "commons-writer.h"

/* More than 1, since more cards are in memory that is further: reading takes 1.2
 * where nothing else runs and 1.4 where something does. Squares would give 2. */
#define MAX_EXPONENT 1.5

/* What else the machine does passes; what the cards cost stays. */
#define MAX_ROUNDS 6

#define N_SIZES 3

typedef void (*WorkFunc) (CommonsBoard *board,
                          GBytes       *bytes);

/* What takes next to no time is tried more often, on more cards. */
typedef struct
{
  const char *path;
  WorkFunc    work;
  guint       n_runs;
  guint       sizes[N_SIZES];
} Work;

static void
work_read (CommonsBoard *board,
           GBytes       *bytes)
{
  g_autoptr (CommonsBoard) read = commons_reader_read (bytes, NULL, NULL);

  g_assert_nonnull (read);
}

static void
work_write (CommonsBoard *board,
            GBytes       *bytes)
{
  g_autoptr (GBytes) written = commons_writer_write (board);

  g_assert_true (g_bytes_equal (written, bytes));
}

static void
work_search (CommonsBoard *board,
             GBytes       *bytes)
{
  g_autoptr (CommonsSearch) search = commons_search_new (board, commons_catalogue_get ("fr"));
  g_autoptr (GPtrArray) found = commons_search_find (search, "relevé");

  g_assert_cmpuint (found->len, >, 0);
}

static void
draw (CommonsBoard        *board,
      CommonsExportFormat  format,
      double               scale)
{
  const CommonsExportOptions options = { .format = format, .scale = scale };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = commons_export_render (board, commons_catalogue_get ("fr"), &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
}

static void
work_png (CommonsBoard *board,
          GBytes       *bytes)
{
  draw (board, COMMONS_EXPORT_PNG, 0.2);
}

static void
work_svg (CommonsBoard *board,
          GBytes       *bytes)
{
  draw (board, COMMONS_EXPORT_SVG, 1);
}

/* Cairo adds up the parts of a page; they must not be more with each card. */
static void
work_pdf (CommonsBoard *board,
          GBytes       *bytes)
{
  draw (board, COMMONS_EXPORT_PDF, 1);
}

/* The least of some runs: what else the machine does only adds to it. */
static double
measure (const Work   *work,
         CommonsBoard *board,
         GBytes       *bytes)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < work->n_runs; i++)
    {
      double start = bench_process_get_cpu ();

      work->work (board, bytes);
      least = MIN (least, bench_process_get_cpu () - start);
    }

  return least;
}

static void
test_growth (gconstpointer data)
{
  const Work *work = data;
  g_autoptr (CommonsBoard) few = bench_board_new (50);
  g_autoptr (GBytes) few_bytes = commons_writer_write (few);
  double costs[N_SIZES] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  double exponent = G_MAXDOUBLE;

  /* What is loaded once is not counted. */
  measure (work, few, few_bytes);

  for (guint round = 0; round < MAX_ROUNDS && exponent >= MAX_EXPONENT; round++)
    {
      for (guint i = 0; i < N_SIZES; i++)
        {
          g_autoptr (CommonsBoard) board = bench_board_new (work->sizes[i]);
          g_autoptr (GBytes) bytes = commons_writer_write (board);

          costs[i] = MIN (costs[i], measure (work, board, bytes));
        }

      exponent = bench_process_fit_exponent (work->sizes, costs, N_SIZES);
      g_test_message ("%.1f, %.1f, %.1f ms: to the power of %.2f", costs[0], costs[1], costs[2], exponent);
    }

  g_assert_cmpfloat (exponent, <, MAX_EXPONENT);
}

int
main (int   argc,
      char *argv[])
{
  static const Work works[] = {
    { "/bench/growth/read", work_read, 5, { 500, 2000, 6000 } },
    { "/bench/growth/write", work_write, 9, { 500, 2000, 6000 } },
    { "/bench/growth/search", work_search, 9, { 500, 2000, 6000 } },
    { "/bench/growth/png", work_png, 2, { 200, 500, 1250 } },
    { "/bench/growth/svg", work_svg, 2, { 200, 500, 1250 } },
    { "/bench/growth/pdf", work_pdf, 1, { 500, 1500, 4500 } },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    g_test_add_data_func (works[i].path, &works[i], test_growth);

  return g_test_run ();
}
