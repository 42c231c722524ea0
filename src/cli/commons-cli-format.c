/* commons-cli-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli-format"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-cli.h"
#include "commons-io-error.h"
#include "commons-writer.h"

static CommonsCliExit
rewrite (const char *name,
         const char *out)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) board = commons_cli_read (name, &report);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (board == NULL)
    return COMMONS_CLI_FAILED;

  if (report->newer)
    {
      g_set_error_literal (&error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                           _("A newer version of Commons Canvas made this file, "
                             "whose form this version does not know"));
      return commons_cli_fail (name, error);
    }

  commons_cli_print_warnings (name, report);
  bytes = commons_writer_write_full (board, commons_writer_get_flags_for_name (out));

  return commons_cli_write (out, bytes);
}

CommonsCliExit
commons_cli_format (int    argc,
                    char **argv)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
      N_("The file to write, “-” for the standard output (the default)"), "OUT" },
    { NULL }
  };

  if (!commons_cli_parse (entries, "BOARD",
                          N_("Reads a board and writes it in the canonical form: "
                             "one card or link a line."),
                          &argc, &argv))
    return COMMONS_CLI_USAGE;

  if (argc != 2)
    return commons_cli_misuse (_("Give one board"));

  return rewrite (argv[1], out);
}
