/* test-bench-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the picture of a large board takes, counted rather than timed.
 */

#include "config.h"

#include <sys/resource.h>

#include "bench-board.h"
#include "commons-export-private.h"

/* As one surface, the picture would take 344 MiB. */
#define N_CARDS 2000
#define MAX_MIB 150

static double
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024.0;
}

static void
test_png (void)
{
  g_autoptr (CommonsBoard) board = bench_board_new (N_CARDS);
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GFileOutputStream) stream = g_file_append_to (null, G_FILE_CREATE_NONE, NULL, NULL);
  const CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1 };
  CommonsExportTrial trial = { 0 };
  g_autoptr (GError) error = NULL;
  double before = get_peak_mib ();

  g_assert_nonnull (stream);
  _commons_export_set_trial (&trial);
  g_assert_true (commons_export_write (board, commons_catalogue_get ("fr"), &options, G_OUTPUT_STREAM (stream),
                                       NULL, NULL, NULL, &error));
  _commons_export_set_trial (NULL);
  g_assert_no_error (error);

  /* Few cards are drawn in two bands, which may have a thread each. */
  g_assert_cmpuint (trial.n_bands, >, 10);
  g_assert_cmpuint (trial.n_laid_out, >=, N_CARDS);
  g_assert_cmpuint (trial.n_laid_out, <=, trial.n_painted);
  g_assert_cmpuint (trial.n_painted, >=, N_CARDS);
  g_assert_cmpuint (trial.n_painted, <, N_CARDS * 3 / 2);

#if !defined (__SANITIZE_ADDRESS__)
  g_assert_cmpfloat (get_peak_mib () - before, <, MAX_MIB);
#else
  (void) before;
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bench/export/png", test_png);

  return g_test_run ();
}
