/* commons-cli-thumbnail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small pictures file managers show. They ask for them unseen, of any file
 * that is called like a board: whatever it is, this ends soon.
 */

#define G_LOG_DOMAIN "commons-cli-thumbnail"

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commons-cli.h"
#include "commons-export.h"

#define DEFAULT_SIZE 256
#define MIN_SIZE 16
#define MAX_SIZE 2048

/* What is larger is not read in passing. */
#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_CARDS 20000

/* Seconds of work after which the picture is given up, and seconds after which
 * nobody waits for it any more, as where the machine has other things to do. */
#define MAX_WORK 20
#define MAX_WAIT 180

static char *slow_message;

/* Nothing but what may be done while anything is interrupted; what cannot be
 * said is not. */
static void
too_slow (int number)
{
  if (write (STDERR_FILENO, slow_message, strlen (slow_message)) < 0)
    _exit (COMMONS_CLI_FAILED);

  _exit (COMMONS_CLI_FAILED);
}

static void
limit_time (void)
{
  const struct itimerval work = { .it_value = { .tv_sec = MAX_WORK } };
  struct sigaction action = { .sa_handler = too_slow };

  slow_message = g_strdup_printf ("commons-board: %s\n", _("This board takes too long to draw"));

  sigemptyset (&action.sa_mask);
  sigaction (SIGALRM, &action, NULL);
  sigaction (SIGPROF, &action, NULL);
  setitimer (ITIMER_PROF, &work, NULL);
  alarm (MAX_WAIT);
}

/* Pipes and devices would be waited for, folders read in vain. */
static gboolean
check_file (const char  *name,
            GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return FALSE;

  if (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a file"));
  else if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) > MAX_BYTES)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("This board is too large for a thumbnail"));
  else
    return TRUE;

  return FALSE;
}

/* So that the longer side is that many pixels. */
static gboolean
fit (CommonsBoard         *board,
     CommonsCatalogue     *catalogue,
     int                   size,
     CommonsExportOptions *options,
     GError              **error)
{
  /* A drawing may be of any size, so that it can be measured. */
  const CommonsExportOptions drawing = { .format = COMMONS_EXPORT_SVG };
  int width, height;

  if (!commons_export_measure (board, catalogue, &drawing, &width, &height, NULL, error))
    return FALSE;

  options->scale = (double) size / MAX (width, height);

  return TRUE;
}

static GBytes *
draw (CommonsBoard  *board,
      int            size,
      GError       **error)
{
  CommonsCatalogue *catalogue = commons_catalogue_get (commons_board_get_language (board));
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG };

  if (commons_board_get_n_nodes (board) > MAX_CARDS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("This board is too large for a thumbnail"));
      return NULL;
    }

  if (!fit (board, catalogue, size, &options, error))
    return NULL;

  return commons_export_render (board, catalogue, &options, error);
}

static CommonsCliExit
make_thumbnail (const char *input,
                const char *output,
                int         size)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) board = NULL;
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GError) error = NULL;

  if (!check_file (input, &error))
    return commons_cli_fail (input, error);

  board = commons_cli_read (input, &report);
  if (board == NULL)
    return COMMONS_CLI_FAILED;

  png = draw (board, size, &error);
  if (png == NULL)
    return commons_cli_fail (input, error);

  return commons_cli_write (output, png);
}

CommonsCliExit
commons_cli_thumbnail (int    argc,
                       char **argv)
{
  int size = DEFAULT_SIZE;
  const GOptionEntry entries[] = {
    { "size", 's', 0, G_OPTION_ARG_INT, &size,
      N_("Pixels of the longer side, from 16 to 2048 (256 by default)"), "SIZE" },
    { NULL }
  };

  if (!commons_cli_parse (entries, "BOARD OUT",
                          N_("Makes a small picture of a board, for file managers."), &argc, &argv))
    return COMMONS_CLI_USAGE;

  if (size < MIN_SIZE || size > MAX_SIZE)
    return commons_cli_misuse (_("The size must be a number of pixels, from %d to %d"), MIN_SIZE, MAX_SIZE);

  if (argc != 3)
    return commons_cli_misuse (_("Give a board, and where to write its picture"));

  limit_time ();

  return make_thumbnail (argv[1], argv[2], size);
}
