/* commons-cli-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli-merge"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-cli.h"
#include "commons-file-bytes.h"
#include "commons-one-line.h"
#include "commons-words.h"
#include "commons-writer.h"

/* git gives an empty file when two copies have no version in common. */
static gboolean
is_empty (const char *name)
{
  g_autoptr(GFile) file = commons_cli_find_file (name, NULL);
  g_autoptr(GFileInfo) info = NULL;

  if (file != NULL)
    info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                              G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL &&
         g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE) == G_FILE_TYPE_REGULAR &&
         g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) == 0;
}

static CommonsBoard *
read_board (const char *name)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) board = commons_cli_read (name, &report);
  g_autoptr(GError) error = NULL;

  if (board == NULL || !report->newer)
    return g_steal_pointer (&board);

  g_set_error_literal (&error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                       _("A newer version of Commons Canvas made this file, "
                         "whose form this version does not know"));
  commons_cli_fail (name, error);

  return NULL;
}

static void
tell_conflicts (CommonsBoard *merged,
                GPtrArray    *conflicts)
{
  CommonsCatalogue *catalogue = commons_catalogue_get (NULL);

  g_printerr (ngettext ("%'u thing was changed on both sides. Ours is kept, theirs is written beside it: "
                        "open the board to decide.",
                        "%'u things were changed on both sides. Ours are kept, theirs are written beside them: "
                        "open the board to decide.", conflicts->len), conflicts->len);
  g_printerr ("\n");

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *words = commons_words_for_conflict (catalogue, merged, g_ptr_array_index (conflicts, i));
      g_autofree char *line = commons_one_line (words);

      g_printerr ("  %s\n", line);
    }
}

static CommonsCliExit
merge (const char *base_name,
       const char *our_name,
       const char *their_name,
       const char *out)
{
  g_autoptr(CommonsBoard) base = is_empty (base_name) ? commons_board_new () : read_board (base_name);
  g_autoptr(CommonsBoard) ours = base != NULL ? read_board (our_name) : NULL;
  g_autoptr(CommonsBoard) theirs = ours != NULL ? read_board (their_name) : NULL;
  g_autoptr(CommonsMerge) result = NULL;
  g_autoptr(CommonsBoard) merged = NULL;
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (theirs == NULL)
    return COMMONS_CLI_CANNOT_MERGE;

  result = commons_merge_new (base, ours, theirs);
  merged = commons_merge_make_board (result);
  commons_reader_merge_spellings (merged, base, ours, theirs);
  bytes = commons_writer_write_full (merged, commons_writer_get_flags_for_name (out != NULL ? out : our_name));

  if (commons_cli_write (out, bytes) != COMMONS_CLI_DONE)
    return COMMONS_CLI_CANNOT_MERGE;

  conflicts = commons_conflicts_list (merged);
  if (conflicts->len == 0)
    return COMMONS_CLI_DONE;

  tell_conflicts (merged, conflicts);

  return COMMONS_CLI_CONFLICTS;
}

CommonsCliExit
commons_cli_merge (int    argc,
                   char **argv)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
      N_("The file to write, “-” for the standard output (the default)"), "OUT" },
    { NULL }
  };

  if (!commons_cli_parse (entries, "BASE OURS THEIRS",
                          N_("Merges two copies of a board that came from the same one. "
                             "Exits with 0 when all could be merged, 1 when both sides changed the same "
                             "(ours is kept, theirs is written beside it), 129 when nothing was merged."),
                          &argc, &argv))
    return COMMONS_CLI_CANNOT_MERGE;

  if (argc != 4)
    {
      commons_cli_misuse (_("Give three boards"));
      return COMMONS_CLI_CANNOT_MERGE;
    }

  return merge (argv[1], argv[2], argv[3], out);
}
