/* commons-cli.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of commons-board share.
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"
#include "commons-local-file.h"
#include "commons-reader.h"

G_BEGIN_DECLS

/**
 * CommonsCliExit:
 * @COMMONS_CLI_DONE: all was done
 * @COMMONS_CLI_FAILED: the file or the work failed
 * @COMMONS_CLI_USAGE: the command was not understood
 * @COMMONS_CLI_CONFLICTS: merged, and something is to be decided
 * @COMMONS_CLI_CANNOT_MERGE: nothing was merged; git takes what is above 128
 *   as a failure, and what is below as conflicts
 *
 * What the program tells the one who called it.
 */
typedef enum
{
  COMMONS_CLI_DONE   = 0,
  COMMONS_CLI_FAILED = 1,
  COMMONS_CLI_USAGE  = 2,

  COMMONS_CLI_CONFLICTS    = 1,
  COMMONS_CLI_CANNOT_MERGE = 129,
} CommonsCliExit;

/**
 * CommonsCliCommand:
 * @name: the word that calls it
 * @arguments: what is written after it, for the help
 * @summary: what it does, to be translated
 * @run: does it
 *
 * A command.
 */
typedef struct
{
  const char     *name;
  const char     *arguments;
  const char     *summary;
  CommonsCliExit (*run) (int    argc,
                         char **argv);
} CommonsCliCommand;

CommonsCliExit commons_cli_export      (int                 argc,
                                        char              **argv);
CommonsCliExit commons_cli_info        (int                 argc,
                                        char              **argv);
CommonsCliExit commons_cli_new         (int                 argc,
                                        char              **argv);
CommonsCliExit commons_cli_format      (int                 argc,
                                        char              **argv);
CommonsCliExit commons_cli_diff        (int                 argc,
                                        char              **argv);
CommonsCliExit commons_cli_merge       (int                 argc,
                                        char              **argv);
CommonsCliExit commons_cli_thumbnail   (int                 argc,
                                        char              **argv);

/**
 * commons_cli_parse:
 * @entries: the options of the command
 * @parameters: (nullable): what follows the options, for the help
 * @summary: what the command does, to be translated
 * @argc: (inout): number of arguments; on return of those that are no options
 * @argv: (inout): the arguments, the command itself first
 *
 * Reads the options of a command; `--help` prints them and ends the program.
 *
 * Returns: whether they were understood; if not, that was said
 */
gboolean       commons_cli_parse       (const GOptionEntry *entries,
                                        const char         *parameters,
                                        const char         *summary,
                                        int                *argc,
                                        char             ***argv);

/**
 * commons_cli_misuse:
 * @format: what was not understood, as for printf()
 *
 * Says on the standard error what is wrong with the command.
 *
 * Returns: %COMMONS_CLI_USAGE
 */
CommonsCliExit commons_cli_misuse      (const char         *format,
                                        ...) G_GNUC_PRINTF (1, 2);

/**
 * commons_cli_fail:
 * @name: (nullable): the file it is about
 * @error: what happened
 *
 * Says on the standard error what went wrong.
 *
 * Returns: %COMMONS_CLI_FAILED
 */
CommonsCliExit commons_cli_fail        (const char         *name,
                                        const GError       *error);

/**
 * commons_cli_read:
 * @name: path of a board, or "-" for the standard input
 * @report: (out): what there is to say about it
 *
 * Reads a board; when it cannot, says why.
 *
 * Returns: (transfer full) (nullable): the board
 */
CommonsBoard  *commons_cli_read        (const char         *name,
                                        CommonsReadReport **report);

/**
 * commons_cli_find_file:
 * @name: path of a file, or an address that begins with file:
 * @error: return location for an error, when it is an address of another kind
 *
 * Returns: (transfer full) (nullable): the file, which need not exist
 */
GFile         *commons_cli_find_file   (const char         *name,
                                        GError            **error);

/**
 * commons_cli_print_warnings:
 * @name: the file they are about
 * @report: what there is to say about it
 *
 * Says on the standard error what was odd in a file.
 */
void           commons_cli_print_warnings
                                       (const char         *name,
                                        CommonsReadReport  *report);

/**
 * commons_cli_write:
 * @name: (nullable): path of a file, or "-" or %NULL for the standard output
 * @bytes: what it shall hold
 *
 * Writes a file, whole or not at all; when it cannot, says why.
 *
 * Returns: how it went
 */
CommonsCliExit commons_cli_write       (const char         *name,
                                        GBytes             *bytes);

/**
 * commons_cli_fill:
 * @name: (nullable): path of a file, or "-" or %NULL for the standard output
 * @fill: makes what it shall hold
 * @user_data: given to @fill
 * @cancellable: (nullable): to give up
 * @error: return location for what went wrong
 *
 * Writes a file as it is made, whole or not at all. Of what goes to the
 * standard output, a part may be there already.
 *
 * Returns: whether all of it was written
 */
gboolean       commons_cli_fill        (const char         *name,
                                        CommonsFileFill     fill,
                                        gpointer            user_data,
                                        GCancellable       *cancellable,
                                        GError            **error);

/**
 * commons_cli_watch_begin:
 * @cancellable: what a signal to end cancels
 *
 * Lets the program clean up behind itself when it is told to end, from the
 * keyboard or by another program, until commons_cli_watch_end().
 */
void           commons_cli_watch_begin (GCancellable       *cancellable);

/**
 * commons_cli_watch_tell:
 * @done: how much is done, from 0 to 1
 *
 * Says on the standard error how far the work is, where that is a terminal and
 * the work takes long enough to be worth it.
 */
void           commons_cli_watch_tell  (double              done);

/**
 * commons_cli_watch_end:
 *
 * Takes back what commons_cli_watch_tell() said. When the program was told to
 * end, it does so now.
 */
void           commons_cli_watch_end   (void);

/**
 * commons_cli_is_stdout:
 * @name: (nullable): what was given as output
 *
 * Returns: whether the standard output is meant
 */
gboolean       commons_cli_is_stdout   (const char         *name);

G_END_DECLS
