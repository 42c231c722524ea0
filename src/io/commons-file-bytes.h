/* commons-file-bytes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * commons_file_bytes_read:
 * @file: a file, local or not
 * @etag: (out) (optional) (nullable): what names this state of the file, or
 *   %NULL when the place it is in has no such thing
 * @cancellable: (nullable): to give up
 * @error: return location for a #GIOErrorEnum, or %COMMONS_IO_ERROR_TOO_LARGE
 *
 * Reads a whole file, as long as it is no larger than boards may be. Folders,
 * devices, pipes and sockets are refused unread. Errors that people meet are
 * told in plain words without a path. May be called in any thread; blocks.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *commons_file_bytes_read        (GFile         *file,
                                        char         **etag,
                                        GCancellable  *cancellable,
                                        GError       **error);

/**
 * commons_file_bytes_read_stream:
 * @stream: where to read until the end
 * @cancellable: (nullable): to give up
 * @error: return location for a #GIOErrorEnum, or %COMMONS_IO_ERROR_TOO_LARGE
 *
 * Reads a whole stream, as long as it holds no more than boards may.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *commons_file_bytes_read_stream (GInputStream  *stream,
                                        GCancellable  *cancellable,
                                        GError       **error);

G_END_DECLS
