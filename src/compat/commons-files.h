/* commons-files.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * commons_files_open_async:
 * @parent: (nullable): the window the question belongs to
 * @title: what is asked, such as "Open a Board"
 * @filters: (nullable): a list of #GtkFileFilter, the first one chosen at
 *   first; kept as long as the question is shown
 * @multiple: whether several files may be chosen
 * @cancellable: (nullable): takes the question away
 * @callback: called when the person has answered
 * @user_data: for @callback
 *
 * Asks which files to open.
 */
void        commons_files_open_async  (GtkWindow            *parent,
                                       const char           *title,
                                       GListModel           *filters,
                                       gboolean              multiple,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/**
 * commons_files_open_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Fails with %G_IO_ERROR_CANCELLED when nothing was chosen.
 *
 * Returns: (transfer full) (nullable): a list of #GFile with one file at
 *   least, or %NULL with @error set
 */
GListModel *commons_files_open_finish (GAsyncResult         *result,
                                       GError              **error);

/**
 * commons_files_save_async:
 * @parent: (nullable): the window the question belongs to
 * @title: what is asked, such as "Save the Board"
 * @initial_folder: (nullable): the folder shown at first
 * @initial_name: (nullable): the file name proposed, with its extension
 * @filters: (nullable): a list of #GtkFileFilter, the first one chosen at
 *   first
 * @cancellable: (nullable): takes the question away
 * @callback: called when the person has answered
 * @user_data: for @callback
 *
 * Asks where to save. Whether an existing file may be replaced is part of the
 * question.
 */
void        commons_files_save_async  (GtkWindow            *parent,
                                       const char           *title,
                                       GFile                *initial_folder,
                                       const char           *initial_name,
                                       GListModel           *filters,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/**
 * commons_files_save_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Fails with %G_IO_ERROR_CANCELLED when nothing was chosen.
 *
 * Returns: (transfer full) (nullable): the file chosen, or %NULL with @error
 *   set
 */
GFile      *commons_files_save_finish (GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
