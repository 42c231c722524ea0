/* commons-local-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CommonsFileFill:
 * @stream: what to write to; not to be closed
 * @user_data: what the caller gave
 * @cancellable: (nullable): to give up
 * @error: return location for what went wrong
 *
 * Makes what a file shall hold.
 *
 * Returns: whether all of it was written
 */
typedef gboolean (*CommonsFileFill) (GOutputStream  *stream,
                                     gpointer        user_data,
                                     GCancellable   *cancellable,
                                     GError        **error);

/**
 * commons_local_file_replace:
 * @path: path of a file, existing or not
 * @bytes: what it shall hold
 * @etag: (nullable): the state the file must still be in, or %NULL for any
 * @new_etag: (out) (optional) (nullable): what names its new state
 * @cancellable: (nullable): to give up
 * @error: return location for the errors of commons_atomic_file_replace()
 *
 * Does commons_atomic_file_replace() for a file with a path. The bytes go to a
 * new file beside it, which then takes its name. Where that would lose
 * something (other names of the same file, its owner) or the folder allows no
 * new file, the file itself is written, and put back when that fails; see
 * commons_in_place_write().
 *
 * Returns: whether the file now holds @bytes, safely on the disk
 */
gboolean commons_local_file_replace (const char    *path,
                                     GBytes        *bytes,
                                     const char    *etag,
                                     char         **new_etag,
                                     GCancellable  *cancellable,
                                     GError       **error);

/**
 * commons_local_file_fill:
 * @path: path of a file, existing or not
 * @fill: called once, in this thread, to make what the file shall hold
 * @user_data: given to @fill
 * @cancellable: (nullable): to give up, given to @fill as well
 * @error: return location for a #GIOErrorEnum, or an error of @fill
 *
 * Does commons_atomic_file_fill() for a file with a path, as
 * commons_local_file_replace() does its work. Where the file itself has to be
 * written, the bytes are collected in memory before.
 *
 * Returns: whether the file now holds what @fill made, safely on the disk
 */
gboolean commons_local_file_fill    (const char       *path,
                                     CommonsFileFill   fill,
                                     gpointer          user_data,
                                     GCancellable     *cancellable,
                                     GError          **error);

G_END_DECLS
