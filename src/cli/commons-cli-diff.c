/* commons-cli-diff.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli-diff"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-cli.h"
#include "commons-one-line.h"
#include "commons-words.h"

/* git calls a program that compares with seven words: the path, then file,
 * hash and mode of the old and the new version. */
#define N_GIT_WORDS 7

/* The words have a line for each member; within these there is no line break. */
static void
append_words (GString    *out,
              const char *words)
{
  g_auto(GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = commons_one_line (lines[i]);

      g_string_append_printf (out, "%s\n", line);
    }
}

static CommonsCliExit
print_differences (CommonsBoard *before,
                   CommonsBoard *after)
{
  CommonsCatalogue *catalogue = commons_catalogue_get (NULL);
  g_autoptr(GPtrArray) differences = commons_differences_list (before, after);
  GString *out = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *words = commons_words_for_difference (catalogue, before, after,
                                                             g_ptr_array_index (differences, i));

      append_words (out, words);
    }

  if (differences->len == 0)
    g_string_append_printf (out, "%s\n", _("Both boards say the same."));

  bytes = g_string_free_to_bytes (out);

  return commons_cli_write (NULL, bytes);
}

/* A version that is not there yet, or no more, is an empty file to git. */
static CommonsBoard *
read_board (const char *name,
            gboolean    may_be_nothing)
{
  g_autoptr(CommonsReadReport) report = NULL;

  if (may_be_nothing && strcmp (name, "/dev/null") == 0)
    return commons_board_new ();

  return commons_cli_read (name, &report);
}

static CommonsCliExit
compare (const char *before_name,
         const char *after_name,
         gboolean    for_git)
{
  g_autoptr(CommonsBoard) before = read_board (before_name, for_git);
  g_autoptr(CommonsBoard) after = before != NULL ? read_board (after_name, for_git) : NULL;

  if (before == NULL || after == NULL)
    return COMMONS_CLI_FAILED;

  return print_differences (before, after);
}

CommonsCliExit
commons_cli_diff (int    argc,
                  char **argv)
{
  const GOptionEntry entries[] = {
    { NULL }
  };

  if (!commons_cli_parse (entries, "OLD NEW", N_("Tells in words what changed from one board to another."),
                          &argc, &argv))
    return COMMONS_CLI_USAGE;

  if (argc == N_GIT_WORDS + 1)
    {
      g_print ("%s\n", argv[1]);
      return compare (argv[2], argv[5], TRUE);
    }

  if (argc != 3)
    return commons_cli_misuse (_("Give two boards"));

  return compare (argv[1], argv[2], FALSE);
}
