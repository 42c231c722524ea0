/* commons-bench-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints what opening, panning, zooming and dragging cost in the window, for
 * boards of several sizes. Times are medians, in milliseconds; a frame is
 * counted from before its layout to after its painting.
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "bench-board.h"
#include "test-ui.h"

#define N_FRAMES 61
#define N_OPENINGS 5

static const guint default_sizes[] = { 200, 2000, 10000 };

typedef struct
{
  double median;
  double worst;
} Times;

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static Times
summarise (double *times,
           guint   n)
{
  qsort (times, n, sizeof times[0], compare_doubles);

  return (Times) { times[n / 2], times[n - 1] };
}

static GFile *
write_board (guint n_cards)
{
  g_autoptr (GBytes) bytes = bench_board_write (n_cards);
  g_autofree char *path = g_strdup_printf ("%s/bench-%u.commons", g_get_tmp_dir (), n_cards);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);

  return g_file_new_for_path (path);
}

static void
settle (CommonsWindow *window)
{
  /* Sharp tiles come 150 ms after the last zoom, neighbours in idle time. */
  gint64 until = g_get_monotonic_time () + 400 * 1000;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  test_ui_frame (GTK_WIDGET (commons_window_get_view (window)));
}

static Times
measure_opening (GFile          *file,
                 CommonsWindow **window)
{
  double times[N_OPENINGS];

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      *window = test_ui_open (file);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
      if (i + 1 < N_OPENINGS)
        test_ui_close (*window);
    }

  return summarise (times, N_OPENINGS);
}

/* As fast as a hand on a touchpad: 24 pixels a frame, and back. */
static Times
measure_pan (CommonsWindow *window)
{
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport viewport;
  double times[N_FRAMES];

  settle (window);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      commons_board_view_get_viewport (view, &viewport);
      viewport.x += (i < N_FRAMES / 2 ? 24 : -24) / viewport.zoom;
      commons_board_view_set_viewport (view, &viewport);
      times[i] = test_ui_frame (GTK_WIDGET (view));
    }

  return summarise (times, N_FRAMES);
}

/* Steps of a wheel that zooms, in and out again. */
static Times
measure_zoom (CommonsWindow *window)
{
  CommonsBoardView *view = commons_window_get_view (window);
  double times[N_FRAMES];

  settle (window);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      test_ui_scroll (view, 0, i < N_FRAMES / 2 ? -0.25 : 0.25);
      times[i] = test_ui_frame (GTK_WIDGET (view));
    }

  return summarise (times, N_FRAMES);
}

static const char *
find_card_in_view (CommonsWindow *window)
{
  CommonsBoard *board = test_ui_get_board (window);
  CommonsViewport viewport;
  CommonsRect visible;

  commons_board_view_get_viewport (commons_window_get_view (window), &viewport);
  commons_viewport_get_visible (&viewport, &visible);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *record = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (record);

      if (bounds->x > visible.x + visible.width / 4 && bounds->x < visible.x + visible.width / 2 &&
          bounds->y > visible.y + visible.height / 4 && bounds->y < visible.y + visible.height / 2)
        return commons_record_get_id (record);
    }

  g_error ("No card in view");
}

static Times
measure_drag (CommonsWindow *window)
{
  CommonsBoardView *view = commons_window_get_view (window);
  double times[N_FRAMES];
  double x, y;

  settle (window);
  test_ui_locate (window, find_card_in_view (window), &x, &y);
  test_ui_press (view, x, y, 1);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      test_ui_move (view, 4.0 * (i + 2), 2.0 * (i + 2));
      times[i] = test_ui_frame (GTK_WIDGET (view));
    }
  commons_board_view_perform (view, "board.escape");

  return summarise (times, N_FRAMES);
}

static double
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024.0;
}

static void
print_times (const char *what,
             Times       times)
{
  printf ("  %-24s %8.1f   (worst %.1f)\n", what, times.median, times.worst);
  fflush (stdout);
}

static void
bench (guint n_cards)
{
  g_autoptr (GFile) file = write_board (n_cards);
  CommonsWindow *window;
  CommonsBoardView *view;

  printf ("%u cards\n", n_cards);
  print_times ("open to first frame", measure_opening (file, &window));
  view = commons_window_get_view (window);

  settle (window);
  print_times ("pan at fit", measure_pan (window));
  print_times ("zoom from fit", measure_zoom (window));
  print_times ("drag a card at fit", measure_drag (window));
  commons_board_view_perform (view, "board.zoom-100");
  print_times ("pan at 100 %", measure_pan (window));
  print_times ("zoom from 100 %", measure_zoom (window));
  print_times ("drag a card at 100 %", measure_drag (window));
  printf ("  %-24s %8.1f MiB\n", "peak memory", get_peak_mib ());

  test_ui_close (window);
  g_file_delete (file, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = NULL;

  test_ui_init ();
  settings = g_settings_new (APP_ID);
  g_settings_set_boolean (settings, "wheel-zooms", TRUE);

  if (argc > 1)
    {
      for (int i = 1; i < argc; i++)
        bench ((guint) strtoul (argv[i], NULL, 10));
    }
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (default_sizes); i++)
        bench (default_sizes[i]);
    }

  return 0;
}
