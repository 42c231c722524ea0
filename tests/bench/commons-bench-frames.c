/* commons-bench-frames.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "commons-bench-frames.h"

#define TOO_LONG_SECONDS 120

static double
read_clock (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

double
bench_cpu (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

double
bench_thread_cpu (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

double
bench_wall (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

double
bench_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    g_error ("The memory of this process cannot be read");

  return g_ascii_strtod (line + strlen ("\nPss:"), NULL);
}

static gboolean
wake_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Sleeps between events: a loop that asks again and again would be counted. */
void
bench_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE, late = FALSE;
  guint timeout = g_timeout_add_seconds (TOO_LONG_SECONDS, wake_cb, &late);
  gulong handler;

  g_assert_nonnull (clock);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (widget);
  while (!painted && !late)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  if (late)
    g_error ("Waited in vain for a frame");
  g_source_remove (timeout);
}

void
bench_settle (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
bench_print (const char *name,
             guint       n_cards,
             double      value,
             const char *unit)
{
  printf ("%s\t%u\t%.3f\t%s\n", name, n_cards, value, unit);
  fflush (stdout);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_median (double *values,
              guint   n_values)
{
  g_return_val_if_fail (n_values > 0, 0);

  qsort (values, n_values, sizeof values[0], compare_doubles);

  return values[n_values / 2];
}
