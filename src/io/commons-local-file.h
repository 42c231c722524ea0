/* commons-local-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

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

G_END_DECLS
