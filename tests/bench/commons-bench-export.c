/* commons-bench-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints what “commons-board export” costs as a whole process, for boards of
 * several sizes: medians of the time that passed and of what the processors
 * worked for it, in milliseconds, and the most memory it took. The exponent
 * tells how the work grows with the cards: 1 is in line with their number.
 */

#include "config.h"

#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bench-board.h"

#define N_RUNS 3

extern char **environ;

static const guint default_sizes[] = { 200, 2000, 10000, 20000 };
static const char *const formats[] = { "png", "svg", "pdf" };

typedef struct
{
  double passed;
  double worked;
  double mib;
} Cost;

/* What is aimed at, 0 for sizes nobody said anything about. */
static double
get_target (guint n_cards)
{
  return n_cards == 200 ? 80 : n_cards == 2000 ? 1000 : n_cards == 10000 ? 5000 : 0;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_ms (const struct timeval *time)
{
  return (double) time->tv_sec * 1000 + (double) time->tv_usec / 1000;
}

static Cost
run_once (const char *program,
          const char *board,
          const char *out)
{
  char *const argv[] = { (char *) program, (char *) "export", (char *) "-o", (char *) out, (char *) board, NULL };
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status = 0;
  pid_t child;

  if (posix_spawn (&child, program, NULL, NULL, argv, environ) != 0 ||
      wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("“%s” failed", program);

  return (Cost) {
    (double) (g_get_monotonic_time () - start) / 1000,
    get_ms (&usage.ru_utime) + get_ms (&usage.ru_stime),
    (double) usage.ru_maxrss / 1024,
  };
}

static Cost
run (const char *program,
     const char *board,
     const char *out)
{
  double passed[N_RUNS], worked[N_RUNS], mib = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      Cost cost = run_once (program, board, out);

      passed[i] = cost.passed;
      worked[i] = cost.worked;
      mib = MAX (mib, cost.mib);
    }

  qsort (passed, N_RUNS, sizeof passed[0], compare_doubles);
  qsort (worked, N_RUNS, sizeof worked[0], compare_doubles);
  return (Cost) { passed[N_RUNS / 2], worked[N_RUNS / 2], mib };
}

/* The slope of a line through the logarithms. */
static double
fit_exponent (const GArray *sizes,
              const double *costs)
{
  double n = sizes->len, x = 0, y = 0, xx = 0, xy = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      double size = log (g_array_index (sizes, guint, i)), cost = log (costs[i]);

      x += size;
      y += cost;
      xx += size * size;
      xy += size * cost;
    }

  return (n * xy - x * y) / (n * xx - x * x);
}

static void
run_format (const char   *program,
            const char   *folder,
            const char   *format,
            const GArray *sizes)
{
  g_autofree char *board = g_build_filename (folder, "board.commons", NULL);
  g_autofree char *name = g_strconcat ("board.", format, NULL);
  g_autofree char *out = g_build_filename (folder, name, NULL);
  g_autofree double *worked = g_new0 (double, sizes->len);

  for (guint i = 0; i < sizes->len; i++)
    {
      guint n_cards = g_array_index (sizes, guint, i);
      g_autoptr (GBytes) bytes = bench_board_write (n_cards);
      double target = get_target (n_cards);
      Cost cost;

      if (!g_file_set_contents (board, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
        g_error ("“%s” cannot be written", board);

      cost = run (program, board, out);
      worked[i] = cost.worked;
      printf ("%6s %6u %10.0f %10.0f ", format, n_cards, cost.passed, cost.worked);
      if (target > 0)
        printf ("%10.0f", target);
      else
        printf ("%10s", "–");
      printf (" %10.0f\n", cost.mib);
      fflush (stdout);
    }

  if (sizes->len > 1)
    printf ("%6s grows with the cards to the power of %.2f\n", format, fit_exponent (sizes, worked));

  g_unlink (board);
  g_unlink (out);
}

int
main (int   argc,
      char *argv[])
{
  const char *program = g_getenv ("COMMONS_BOARD");
  g_autofree char *folder = g_dir_make_tmp ("commons-bench-XXXXXX", NULL);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (int i = 1; i < argc; i++)
    {
      guint64 n_cards;
      guint size;

      if (!g_ascii_string_to_unsigned (argv[i], 10, 1, BENCH_BOARD_MAX, &n_cards, NULL))
        {
          fprintf (stderr, "Usage: %s [N…]   (each 1 to %d)\n", argv[0], BENCH_BOARD_MAX);
          return 2;
        }

      size = (guint) n_cards;
      g_array_append_val (sizes, size);
    }

  if (sizes->len == 0)
    g_array_append_vals (sizes, default_sizes, G_N_ELEMENTS (default_sizes));

  if (program == NULL || folder == NULL)
    {
      fprintf (stderr, "COMMONS_BOARD must tell where commons-board is\n");
      return 2;
    }

  printf ("%6s %6s %10s %10s %10s %10s\n", "format", "cards", "passed ms", "worked ms", "target ms", "peak MiB");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    run_format (program, folder, formats[i], sizes);

  g_rmdir (folder);
  return 0;
}
