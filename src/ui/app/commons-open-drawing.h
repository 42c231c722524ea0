/* commons-open-drawing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-document.h"

G_BEGIN_DECLS

/**
 * commons_open_drawing_is_one:
 * @file: a file
 *
 * Returns: whether its name says that it is a drawing of another program,
 *   which is read and never written
 */
gboolean         commons_open_drawing_is_one (GFile                *file);

/**
 * commons_open_drawing_async:
 * @file: a drawing
 * @callback: called when it is done
 *
 * Makes a new document of a drawing: unsaved, named like the file, and without
 * any way back to it. Taking back the first step leaves an empty board.
 */
void             commons_open_drawing_async  (GFile                *file,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/**
 * commons_open_drawing_finish:
 * @n_skipped: (out): how many drawn things have no counterpart here
 * @error: return location for a #CommonsIoError or #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the document
 */
CommonsDocument *commons_open_drawing_finish (GAsyncResult         *result,
                                              guint                *n_skipped,
                                              GError              **error);

G_END_DECLS
