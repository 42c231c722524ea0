/* commons-clip-stream.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * commons_clip_stream_read_async:
 * @stream: what another program sends
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Reads all of a stream, as long as it holds no more than boards may, without
 * blocking.
 */
void    commons_clip_stream_read_async  (GInputStream         *stream,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * commons_clip_stream_read_finish:
 * @error: return location for a #GIOErrorEnum, or %COMMONS_IO_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): what it held
 */
GBytes *commons_clip_stream_read_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
