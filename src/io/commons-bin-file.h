/* commons-bin-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was removed from a board, kept outside its file: a line about all of it,
 * then one line for each thing, so that damage to one hides no other.
 */

#pragma once

#include <gio/gio.h>

#include "commons-bin.h"

G_BEGIN_DECLS

/**
 * COMMONS_BIN_FILE_DAYS:
 *
 * How long things are kept, in days.
 */
#define COMMONS_BIN_FILE_DAYS 90

/**
 * COMMONS_BIN_FILE_MAX_BYTES:
 *
 * How many bytes they may take: 8 MiB. The oldest go first.
 */
#define COMMONS_BIN_FILE_MAX_BYTES (8 * 1024 * 1024)

/**
 * commons_bin_file_read:
 * @root: the folder of all boards, see commons_kept_get_default_root()
 * @file: (nullable): the file of the board
 * @added: (element-type CommonsBinItem): what was removed since, which counts
 *   more than what the file says of the same
 *
 * Blocks; may be called in any thread.
 *
 * Returns: (transfer full) (element-type CommonsBinItem): everything, the
 *   first one removed first. To be freed in the thread of the board
 */
GPtrArray *commons_bin_file_read        (const char      *root,
                                         GFile           *file,
                                         GPtrArray       *added);

/**
 * commons_bin_file_write:
 * @root: the folder of all boards
 * @file: the file of the board
 * @added: (element-type CommonsBinItem): what to add
 * @error: return location for a #GIOErrorEnum
 *
 * Adds to what is kept, whatever other programs added meanwhile, and drops
 * what is too old or too much. Blocks; may be called in any thread.
 *
 * Returns: whether it is on the disk
 */
gboolean   commons_bin_file_write       (const char      *root,
                                         GFile           *file,
                                         GPtrArray       *added,
                                         GError         **error);

/**
 * commons_bin_file_empty:
 * @root: the folder of all boards
 * @file: the file of the board
 * @error: return location for a #GIOErrorEnum
 *
 * Drops everything that was removed before now, also what other programs did
 * not write yet.
 *
 * Returns: whether it is gone
 */
gboolean   commons_bin_file_empty       (const char      *root,
                                         GFile           *file,
                                         GError         **error);

/**
 * commons_bin_file_read_record:
 * @item: an item
 *
 * Gives an item that came from a file its record, in the thread of the board.
 *
 * Returns: whether it has one now
 */
gboolean   commons_bin_file_read_record (CommonsBinItem  *item);

G_END_DECLS
