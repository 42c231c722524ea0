/* bench-process.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a process takes, and how figures are put together.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Milliseconds that passed, and that the processors worked. */
typedef struct
{
  double passed;
  double worked;
} BenchProcessCost;

/* Milliseconds that the processors worked for this process. */
double bench_process_get_cpu      (void);

/* The most memory this process had. */
double bench_process_get_peak_mib (void);

/* Runs a program some times: medians. Ends this process when it fails. */
void   bench_process_run          (const char *const *argv,
                                   guint              n_runs,
                                   BenchProcessCost  *cost);

/* Sorts the values. */
double bench_process_get_median   (double            *values,
                                   guint              n_values);

/* The slope of a line through the logarithms: 1 when costs are in line with
 * sizes. */
double bench_process_fit_exponent (const guint       *sizes,
                                   const double      *costs,
                                   guint              n_sizes);

G_END_DECLS
