/* commons-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>

#include "commons-atomic-file.h"
#include "commons-cli.h"
#include "commons-document.h"
#include "commons-file-bytes.h"
#include "commons-one-line.h"

/* Names of files may hold line breaks and worse, which also come back in what
 * the system says. */
static void
print_line (const char *name,
            const char *message)
{
  g_autofree char *shown = commons_one_line (message);
  gboolean named = name != NULL && *name != '\0' && strcmp (name, "-") != 0;
  g_autofree char *place = named ? commons_one_line (name) : NULL;

  if (place != NULL)
    g_printerr ("commons-board: %s: %s\n", place, shown);
  else
    g_printerr ("commons-board: %s\n", shown);
}

/* What follows "--" are names, however they begin; the library leaves it
 * standing before a name that begins with a dash. */
static void
drop_separator (int    *argc,
                char ***argv)
{
  for (int i = 1; i < *argc; i++)
    {
      if (strcmp ((*argv)[i], "--") != 0)
        continue;

      for (int j = i; j < *argc; j++)
        (*argv)[j] = (*argv)[j + 1];
      *argc -= 1;
      return;
    }
}

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
    {
      drop_separator (argc, argv);
      return TRUE;
    }

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

  print_line (NULL, message);
  /* Translators: %s is a command such as “commons-board export” */
  g_printerr (_("“%s --help” tells how to use it."), g_get_prgname ());
  g_printerr ("\n");

  return COMMONS_CLI_USAGE;
}

CommonsCliExit
commons_cli_fail (const char   *name,
                  const GError *error)
{
  g_autofree char *words = commons_document_describe_error (error);

  print_line (name, words);

  return COMMONS_CLI_FAILED;
}

/* What another program hands over without a file, as with <(...) in a shell.
 * Nobody may write to it, so opening it must not wait.
 *
 * Returns: a descriptor, or -1 when it is no pipe */
static int
open_pipe (const char *name)
{
  struct stat status;
  int fd;

  if (stat (name, &status) != 0 || !S_ISFIFO (status.st_mode))
    return -1;

  fd = open (name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

  if (fd >= 0 && (fstat (fd, &status) != 0 || !S_ISFIFO (status.st_mode) || fcntl (fd, F_SETFL, O_RDONLY) != 0))
    {
      close (fd);
      return -1;
    }

  return fd;
}

static GBytes *
join (GByteArray *start,
      GBytes     *rest)
{
  g_byte_array_append (start, g_bytes_get_data (rest, NULL), (guint) g_bytes_get_size (rest));

  return g_byte_array_free_to_bytes (g_byte_array_ref (start));
}

/* Reading ends at once where nobody writes; streams would wait for somebody
 * who does. */
static GBytes *
read_pipe (int      fd,
           GError **error)
{
  g_autoptr(GInputStream) stream = g_unix_input_stream_new (fd, TRUE);
  g_autoptr(GByteArray) start = g_byte_array_new ();
  g_autoptr(GBytes) rest = NULL;
  guint8 first[4096];
  gssize n_read;

  do
    n_read = read (fd, first, sizeof first);
  while (n_read < 0 && errno == EINTR);

  if (n_read <= 0)
    {
      g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNKNOWN,
                           _("Nobody writes to this pipe. Start the other program first, or give a file."));
      return NULL;
    }

  g_byte_array_append (start, first, (guint) n_read);
  rest = commons_file_bytes_read_stream (stream, NULL, error);

  return rest != NULL ? join (start, rest) : NULL;
}

static GBytes *
read_stdin (GError **error)
{
  g_autoptr(GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GError) own_error = NULL;
  GBytes *bytes = commons_file_bytes_read_stream (stream, NULL, &own_error);

  if (bytes == NULL && own_error->domain == COMMONS_IO_ERROR)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else if (bytes == NULL)
    g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNKNOWN,
                         _("The standard input cannot be read. Give the name of a file instead of “-”."));

  return bytes;
}

GFile *
commons_cli_find_file (const char  *name,
                       GError     **error)
{
  g_autofree char *scheme = g_uri_parse_scheme (name);

  if (*name == '\0')
    {
      g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNKNOWN,
                           _("The name of the file is empty. Give the name of a file."));
      return NULL;
    }

  if (scheme == NULL || strstr (name, "://") == NULL)
    return g_file_new_for_path (name);

  if (g_ascii_strcasecmp (scheme, "file") == 0)
    return g_file_new_for_uri (name);

  g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNKNOWN,
                       _("Only files of this machine are read and written, nothing over a network. "
                         "Fetch it first, then give the name of the file."));

  return NULL;
}

static GBytes *
read_bytes (const char  *name,
            GError     **error)
{
  g_autoptr(GFile) file = NULL;
  int pipe;

  if (strcmp (name, "-") == 0)
    return read_stdin (error);

  pipe = open_pipe (name);
  if (pipe >= 0)
    return read_pipe (pipe, error);

  file = commons_cli_find_file (name, error);

  return file != NULL ? commons_file_bytes_read (file, NULL, NULL, error) : NULL;
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
  if (report->newer)
    print_line (name, _("A newer version of Commons Canvas made this file"));

  for (guint i = 0; i < report->warnings->len; i++)
    print_line (name, g_ptr_array_index (report->warnings, i));
}

gboolean
commons_cli_is_stdout (const char *name)
{
  return name == NULL || strcmp (name, "-") == 0;
}

static void
tell_stdout (gboolean     ended,
             const char  *reason,
             GError     **error)
{
  if (ended)
    g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNKNOWN,
                         _("The program that reads the output ended before all of it was written."));
  else
    g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNKNOWN,
                 /* Translators: %s is what the system says, such as “No space left on device” */
                 _("The standard output took only a part (%s). The board stays as it is; "
                   "name another place with -o."), reason);
}

static gboolean
write_stdout (GBytes  *bytes,
              GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  tell_stdout (errno == EPIPE, g_strerror (errno), error);

  return FALSE;
}

/* What was drawn, and whether it was given up, is told by who draws. */
static gboolean
fill_stdout (CommonsFileFill   fill,
             gpointer          user_data,
             GCancellable     *cancellable,
             GError          **error)
{
  g_autoptr(GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr(GError) own_error = NULL;

  if (fill (stream, user_data, cancellable, &own_error))
    return TRUE;

  if (own_error->domain != G_IO_ERROR || own_error->code == G_IO_ERROR_CANCELLED)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else
    tell_stdout (own_error->code == G_IO_ERROR_BROKEN_PIPE, own_error->message, error);

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

  file = commons_cli_find_file (name, &error);

  if (file == NULL || !commons_atomic_file_replace (file, bytes, NULL, NULL, NULL, &error))
    return commons_cli_fail (name, error);

  return COMMONS_CLI_DONE;
}

gboolean
commons_cli_fill (const char       *name,
                  CommonsFileFill   fill,
                  gpointer          user_data,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autoptr(GFile) file = NULL;

  if (commons_cli_is_stdout (name))
    return fill_stdout (fill, user_data, cancellable, error);

  file = commons_cli_find_file (name, error);

  return file != NULL && commons_atomic_file_fill (file, fill, user_data, cancellable, error);
}
