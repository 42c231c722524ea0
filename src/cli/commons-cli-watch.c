/* commons-cli-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli-watch"

#include "config.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commons-cli.h"

/* Nobody needs to be told of less, in microseconds. */
#define PATIENCE (G_USEC_PER_SEC / 2)

static const int endings[] = { SIGINT, SIGTERM, SIGHUP };

static struct
{
  sigset_t before;
  sigset_t watched;
  int      caught;
  gint64   start;
  int      percent;
} watch;

/* Waits for the program to be told to end; another such signal changes
 * nothing, since it is ending. */
static gpointer
wait_for_ending (gpointer data)
{
  g_autoptr(GCancellable) cancellable = data;
  int caught = 0;

  while (sigwait (&watch.watched, &caught) != 0)
    continue;

  g_atomic_int_set (&watch.caught, caught);
  g_cancellable_cancel (cancellable);
  return NULL;
}

void
commons_cli_watch_begin (GCancellable *cancellable)
{
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  sigemptyset (&watch.watched);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      struct sigaction action;

      /* What is ignored, as nohup has it, stays so. */
      if (sigaction (endings[i], NULL, &action) == 0 && action.sa_handler == SIG_DFL)
        sigaddset (&watch.watched, endings[i]);
    }

  /* Threads that start from here on leave these signals alone, too. */
  pthread_sigmask (SIG_BLOCK, &watch.watched, &watch.before);
  watch.start = g_get_monotonic_time ();
  watch.percent = -1;
  g_thread_unref (g_thread_new ("endings", wait_for_ending, g_object_ref (cancellable)));
}

void
commons_cli_watch_tell (double done)
{
  int percent = (int) (CLAMP (done, 0, 1) * 100);

  if (percent == watch.percent || !isatty (STDERR_FILENO) ||
      g_get_monotonic_time () - watch.start < PATIENCE)
    return;

  watch.percent = percent;
  g_printerr ("\r");
  /* Translators: how much of a picture is drawn */
  g_printerr (_("%d%% drawn"), percent);
}

void
commons_cli_watch_end (void)
{
  int caught = g_atomic_int_get (&watch.caught);

  /* Back to the beginning of the line, and nothing on it. */
  if (watch.percent >= 0)
    g_printerr ("\r\033[K");

  if (caught != 0)
    raise (caught);

  pthread_sigmask (SIG_SETMASK, &watch.before, NULL);
}
