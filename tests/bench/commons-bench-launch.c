/* commons-bench-launch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts as the program does, with a board, and prints what it took until the
 * board was drawn sharp and what memory that takes; or the same of an empty
 * window of the toolkit, as large, which is the least that any program takes.
 *
 * Usage: commons-bench-launch BEGUN N [BOARD]   (BEGUN: monotonic milliseconds)
 */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include <glib/gi18n.h>

#include "commons-application.h"
#include "commons-bench-frames.h"
#include "commons-memory.h"
#include "commons-renderer.h"
#include "commons-window.h"

#define WIDTH 1600
#define HEIGHT 900

/* Before memory is counted, what is still being done is done. */
#define REST_MS 1500

typedef struct
{
  GApplication *application;
  GtkWindow    *window;
  double        begun;
  guint         n_cards;
  gboolean      floor;
  gboolean      told;
} Launch;

static gboolean
tell_memory_cb (gpointer user_data)
{
  Launch *launch = user_data;

  bench_print (launch->floor ? "floor-memory" : "launch-memory", launch->n_cards, bench_memory () / 1024, "MiB");
  exit (EXIT_SUCCESS);
}

static gboolean
is_drawn (Launch *launch)
{
  CommonsWindow *window;

  if (launch->floor)
    return TRUE;

  window = COMMONS_WINDOW (launch->window);

  return commons_document_get_file (commons_window_get_document (window)) != NULL &&
         commons_board_view_is_sharp (commons_window_get_view (window));
}

static void
painted_cb (Launch *launch)
{
  if (launch->told || !is_drawn (launch))
    return;

  launch->told = TRUE;
  bench_print (launch->floor ? "floor-cpu" : "launch-cpu", launch->n_cards, bench_cpu (), "ms");
  bench_print (launch->floor ? "floor-wall" : "launch-wall", launch->n_cards, bench_wall () - launch->begun, "ms");
  g_timeout_add (REST_MS, tell_memory_cb, launch);
}

static void
realized_cb (Launch *launch)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (launch->window));

  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), launch);
}

static void
window_added_cb (Launch    *launch,
                 GtkWindow *window)
{
  if (launch->window != NULL)
    return;

  launch->window = window;
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  g_signal_connect_swapped (window, "realize", G_CALLBACK (realized_cb), launch);
}

static void
activate_floor_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
}

static GApplication *
make_application (gboolean floor)
{
  AdwApplication *application;

  if (!floor)
    return G_APPLICATION (commons_application_new ());

  application = adw_application_new (APP_ID ".Floor", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (activate_floor_cb), NULL);

  return G_APPLICATION (application);
}

int
main (int   argc,
      char *argv[])
{
  Launch launch = { 0 };
  char *arguments[] = { argv[0], argc > 3 ? argv[3] : NULL, NULL };

  if (argc < 3)
    {
      g_printerr ("Usage: %s BEGUN N [BOARD]\n", argv[0]);
      return 2;
    }

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("COMMONS_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  launch.begun = g_ascii_strtod (argv[1], NULL);
  launch.n_cards = (guint) strtoul (argv[2], NULL, 10);
  launch.floor = argc == 3;
  if (!launch.floor)
    {
      commons_memory_prepare ();
      commons_renderer_prepare ();
    }
  launch.application = make_application (launch.floor);
  g_signal_connect_swapped (launch.application, "window-added", G_CALLBACK (window_added_cb), &launch);

  return g_application_run (launch.application, launch.floor ? 1 : 2, arguments);
}
