/* commons-bench-frames.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames and what they cost. What is told is the time of the processor, which
 * is the same on a machine that has other things to do as well.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Milliseconds this process and its threads have been working. */
double bench_cpu             (void);

/* The same of the thread that asks. */
double bench_thread_cpu      (void);

/* Milliseconds by the clock on the wall. */
double bench_wall            (void);

/* Kibibytes of memory that would be free without this process. */
double bench_memory          (void);

/* Asks for a frame and sleeps until it is painted. */
void   bench_frame           (GtkWidget  *widget);

/* Lets the main loop run for so long. */
void   bench_settle          (guint       milliseconds);

/* Prints one figure: name, number of cards, value and unit between tabs. */
void   bench_print           (const char *name,
                              guint       n_cards,
                              double      value,
                              const char *unit);

/* The one in the middle; sorts the values. */
double bench_median          (double     *values,
                              guint       n_values);

G_END_DECLS
