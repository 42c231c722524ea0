/* commons-atomic-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-local-file.h"

G_BEGIN_DECLS

/**
 * commons_atomic_file_replace:
 * @file: what to write, existing or not
 * @bytes: what it shall hold
 * @etag: (nullable): the state the file must still be in, or %NULL for any
 * @new_etag: (out) (optional) (nullable): what names its new state
 * @cancellable: (nullable): to give up
 * @error: return location for a #GIOErrorEnum;
 *   %G_IO_ERROR_WRONG_ETAG when the file is in another state than @etag, or
 *   %COMMONS_IO_ERROR_UNCONFIRMED when it holds the bytes, and @new_etag is
 *   set, but the disk may yet lose them
 *
 * Replaces what a file holds, at once and for good: whatever goes wrong, the
 * file holds either the old bytes or the new ones. Symbolic links are
 * followed, permissions, owner and hard links stay. May be called in any
 * thread; blocks.
 *
 * Returns: whether the file now holds @bytes, safely on the disk
 */
gboolean commons_atomic_file_replace        (GFile                *file,
                                             GBytes               *bytes,
                                             const char           *etag,
                                             char                **new_etag,
                                             GCancellable         *cancellable,
                                             GError              **error);

/**
 * commons_atomic_file_fill:
 * @file: what to write, existing or not
 * @fill: called once, in this thread, to make what the file shall hold
 * @user_data: given to @fill
 * @cancellable: (nullable): to give up, given to @fill as well
 * @error: return location for a #GIOErrorEnum, or an error of @fill
 *
 * Does commons_atomic_file_replace() with bytes that are too many to be held
 * in memory: they are written as they are made, and take the place of the old
 * ones when all are there.
 *
 * Returns: whether @file now holds what @fill made, safely on the disk
 */
gboolean commons_atomic_file_fill           (GFile                *file,
                                             CommonsFileFill       fill,
                                             gpointer              user_data,
                                             GCancellable         *cancellable,
                                             GError              **error);

/**
 * commons_atomic_file_replace_async:
 * @file: what to write, existing or not
 * @bytes: what it shall hold
 * @etag: (nullable): the state the file must still be in, or %NULL for any
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Does commons_atomic_file_replace() in a worker thread.
 */
void     commons_atomic_file_replace_async  (GFile                *file,
                                             GBytes               *bytes,
                                             const char           *etag,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * commons_atomic_file_replace_finish:
 * @new_etag: (out) (optional) (nullable): what names the file's new state
 * @error: as for commons_atomic_file_replace()
 *
 * Returns: whether the file now holds the bytes
 */
gboolean commons_atomic_file_replace_finish (GFile                *file,
                                             GAsyncResult         *result,
                                             char                **new_etag,
                                             GError              **error);

G_END_DECLS
