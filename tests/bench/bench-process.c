/* bench-process.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bench-process"

#include "config.h"

#include <math.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench-process.h"

#define MAX_RUNS 31

extern char **environ;

double
bench_process_get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

double
bench_process_get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

static double
get_ms (const struct timeval *time)
{
  return (double) time->tv_sec * 1e3 + (double) time->tv_usec / 1e3;
}

static void
run_once (const char *const *argv,
          BenchProcessCost  *cost)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status = 0;
  pid_t child;

  if (posix_spawn (&child, argv[0], NULL, NULL, (char *const *) (gpointer) argv, environ) != 0 ||
      wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("“%s” failed", argv[0]);

  *cost = (BenchProcessCost) {
    (double) (g_get_monotonic_time () - start) / 1e3,
    get_ms (&usage.ru_utime) + get_ms (&usage.ru_stime),
  };
}

void
bench_process_run (const char *const *argv,
                   guint              n_runs,
                   BenchProcessCost  *cost)
{
  double passed[MAX_RUNS], worked[MAX_RUNS];

  g_return_if_fail (n_runs > 0 && n_runs <= MAX_RUNS);

  for (guint i = 0; i < n_runs; i++)
    {
      BenchProcessCost one;

      run_once (argv, &one);
      passed[i] = one.passed;
      worked[i] = one.worked;
    }

  *cost = (BenchProcessCost) {
    bench_process_get_median (passed, n_runs), bench_process_get_median (worked, n_runs),
  };
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
bench_process_get_median (double *values,
                          guint   n_values)
{
  g_return_val_if_fail (n_values > 0, 0);

  qsort (values, n_values, sizeof *values, compare_doubles);

  return values[n_values / 2];
}

double
bench_process_fit_exponent (const guint  *sizes,
                            const double *costs,
                            guint         n_sizes)
{
  double n = n_sizes, x = 0, y = 0, xx = 0, xy = 0;

  for (guint i = 0; i < n_sizes; i++)
    {
      double size = log (sizes[i]), cost = log (MAX (costs[i], 1e-6));

      x += size;
      y += cost;
      xx += size * size;
      xy += size * cost;
    }

  return (n * xy - x * y) / (n * xx - x * x);
}
