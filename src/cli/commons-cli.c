/* commons-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>

#include "commons-atomic-file.h"
#include "commons-cli.h"
#include "commons-file-bytes.h"

gboolean
commons_cli_parse (const GOptionEntry   *entries,
                   const char           *parameters,
                   const char           *summary,
                   int                  *argc,
                   char               ***argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new (parameters);
  g_autoptr(GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  commons_cli_misuse ("%s", error->message);

  return FALSE;
}

CommonsCliExit
commons_cli_misuse (const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("commons-board: %s\n", message);
  /* Translators: %s is a command such as “commons-board export” */
  g_printerr (_("“%s --help” tells how to use it."), g_get_prgname ());
  g_printerr ("\n");

  return COMMONS_CLI_USAGE;
}

CommonsCliExit
commons_cli_fail (const char   *name,
                  const GError *error)
{
  g_autofree char *shown = NULL;

  if (name != NULL && strcmp (name, "-") != 0)
    shown = g_filename_display_name (name);

  if (shown != NULL)
    g_printerr ("commons-board: %s: %s\n", shown, error->message);
  else
    g_printerr ("commons-board: %s\n", error->message);

  return COMMONS_CLI_FAILED;
}

static GBytes *
read_bytes (const char  *name,
            GError     **error)
{
  g_autoptr(GFile) file = NULL;

  if (strcmp (name, "-") == 0)
    {
      g_autoptr(GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      return commons_file_bytes_read_stream (stream, NULL, error);
    }

  file = g_file_new_for_commandline_arg (name);

  return commons_file_bytes_read (file, NULL, NULL, error);
}

CommonsBoard *
commons_cli_read (const char         *name,
                  CommonsReadReport **report)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_bytes (name, &error);
  CommonsBoard *board = NULL;

  if (bytes != NULL)
    board = commons_reader_read (bytes, report, &error);

  if (board == NULL)
    commons_cli_fail (name, error);

  return board;
}

void
commons_cli_print_warnings (const char        *name,
                            CommonsReadReport *report)
{
  g_autofree char *shown = g_filename_display_name (name);

  if (report->newer)
    g_printerr ("commons-board: %s: %s\n", shown,
                _("A newer version of Commons Canvas made this file"));

  for (guint i = 0; i < report->warnings->len; i++)
    g_printerr ("commons-board: %s: %s\n", shown,
                (const char *) g_ptr_array_index (report->warnings, i));
}

gboolean
commons_cli_is_stdout (const char *name)
{
  return name == NULL || strcmp (name, "-") == 0;
}

static gboolean
write_stdout (GBytes  *bytes,
              GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("Could not write to the standard output: %s"), g_strerror (errno));

  return FALSE;
}

CommonsCliExit
commons_cli_write (const char *name,
                   GBytes     *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;

  if (commons_cli_is_stdout (name))
    {
      if (!write_stdout (bytes, &error))
        return commons_cli_fail (NULL, error);
      return COMMONS_CLI_DONE;
    }

  file = g_file_new_for_commandline_arg (name);

  if (!commons_atomic_file_replace (file, bytes, NULL, NULL, NULL, &error))
    return commons_cli_fail (name, error);

  return COMMONS_CLI_DONE;
}
