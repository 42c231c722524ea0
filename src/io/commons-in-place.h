/* commons-in-place.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CommonsInPlace:
 * @path: path of a plain file, not a symbolic link
 * @data: what it shall hold
 * @length: how many bytes
 * @check: (nullable): asked when all is ready and nothing has happened yet
 * @check_data: for @check
 *
 * A file that is to be written itself, and not replaced.
 */
typedef struct
{
  const char   *path;
  const char   *data;
  gsize         length;
  gboolean    (*check) (gpointer   check_data,
                        GError   **error);
  gpointer      check_data;
} CommonsInPlace;

/**
 * commons_in_place_write:
 * @error: return location for a #GIOErrorEnum
 *
 * Writes bytes over what a file holds and puts the old ones back when that
 * fails. When the program ends in the middle, the next commons_in_place_mend()
 * of the file makes it whole.
 *
 * Returns: whether the file holds the new bytes, safely on the disk
 */
gboolean commons_in_place_write (const CommonsInPlace  *self,
                                 GError               **error);

/**
 * commons_in_place_mend:
 * @path: path of a file, which need not exist
 *
 * Makes a file whole that a program was writing over when it ended. Nothing
 * happens to any other file. May be called in any thread; blocks.
 */
void     commons_in_place_mend  (const char            *path);

G_END_DECLS
