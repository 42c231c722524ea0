/* commons-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line program: works on boards without any display.
 */

#define G_LOG_DOMAIN "commons-board"

#include "config.h"

#include <locale.h>
#include <signal.h>
#include <string.h>

#include <glib/gi18n.h>

#include "commons-cli.h"
#include "commons-memory.h"

static const CommonsCliCommand commands[] = {
  { "export",
    "[--format png|svg|pdf] [--scale N | --width PX] [--theme light|dark|print] "
    "[--transparent] [--no-imprint] [-o OUT] BOARD",
    N_("Makes a picture of a board"), commons_cli_export },
  { "info", "[--json] BOARD", N_("Tells what a board holds"), commons_cli_info },
  { "new", "[--template TEMPLATE] [--language fr|en] [--title T] -o OUT",
    N_("Makes a new board"), commons_cli_new },
  { "format", "[-o OUT] BOARD", N_("Writes a board in the canonical form"), commons_cli_format },
  { "diff", "OLD NEW", N_("Tells in words what changed"), commons_cli_diff },
  { "merge", "[-o OUT] BASE OURS THEIRS", N_("Merges two copies of a board"), commons_cli_merge },
  { "thumbnail", "[-s SIZE] BOARD OUT", N_("Makes a small picture for file managers"), commons_cli_thumbnail },
};

static void
init_locale (void)
{
  const char *translations = g_getenv ("COMMONS_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Boards are files of this machine: nothing that could reach others is asked
 * for them. That nobody reads the output any more is told like any other
 * failure. */
static void
init_surroundings (void)
{
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  signal (SIGPIPE, SIG_IGN);
}

static char *
make_help (void)
{
  GString *help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n", _("Usage:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  commons-board %s %s\n      %s\n", commands[i].name,
                            commands[i].arguments, _(commands[i].summary));

  g_string_append_printf (help, "  commons-board --help | --version\n\n%s\n",
                          _("“-” as BOARD is the standard input, as OUT the standard output.\n"
                            "Exits with 0 when done, 1 when the file or the work failed, "
                            "2 when the command was not understood.\n"
                            "“commons-board COMMAND --help” tells more of a command."));

  return g_string_free (help, FALSE);
}

static CommonsCliExit
run_command (const CommonsCliCommand  *command,
             int                       argc,
             char                    **argv)
{
  g_autofree char *program = g_strdup_printf ("commons-board %s", command->name);

  g_set_prgname (program);

  return command->run (argc - 1, argv + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *help = NULL;

  commons_memory_prepare ();
  init_locale ();
  init_surroundings ();
  g_set_prgname ("commons-board");
  help = make_help ();

  if (argc < 2)
    {
      g_printerr ("%s", help);
      return COMMONS_CLI_USAGE;
    }

  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      g_print ("%s", help);
      return COMMONS_CLI_DONE;
    }

  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("commons-board %s\n", PACKAGE_VERSION);
      return COMMONS_CLI_DONE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (argv[1], commands[i].name) == 0)
        return run_command (&commands[i], argc, argv);
    }

  return commons_cli_misuse (_("“%s” is not a command"), argv[1]);
}
