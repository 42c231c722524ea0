/* commons-tables-files.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * CommonsTableFile:
 * @file: the file
 * @bytes: (nullable): what it holds
 * @error: (nullable): why it could not be read
 *
 * The board of a table before it is read.
 */
typedef struct
{
  GFile  *file;
  GBytes *bytes;
  GError *error;
} CommonsTableFile;

/**
 * commons_tables_files_read_async:
 * @files: a list of #GFile
 * @cancellable: (nullable): to give up
 * @callback: called when all are read
 *
 * Reads files one after the other, in a worker.
 */
void          commons_tables_files_read_async  (GListModel          *files,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

/**
 * commons_tables_files_read_finish:
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type CommonsTableFile): the
 *   files in their order, those that could not be read included
 */
GPtrArray    *commons_tables_files_read_finish (GAsyncResult        *result,
                                                GError             **error);

/**
 * commons_table_file_make_board:
 * @newer: (out): whether a newer version of the program wrote it
 * @error: return location for a #CommonsIoError or #GIOErrorEnum
 *
 * Reads the board of a file: our own, any JSON Canvas, or a drawing of
 * Excalidraw. Belongs to the main thread.
 *
 * Returns: (transfer full) (nullable): the board
 */
CommonsBoard *commons_table_file_make_board    (CommonsTableFile    *self,
                                                gboolean            *newer,
                                                GError             **error);

/**
 * commons_table_file_dup_name:
 *
 * Returns: (transfer full): the name of the file, as it is shown
 */
char         *commons_table_file_dup_name      (CommonsTableFile    *self);

/**
 * commons_tables_files_make_filters:
 *
 * Returns: (transfer full): a list of #GtkFileFilter, for a file chooser
 */
GListModel   *commons_tables_files_make_filters (void);

G_END_DECLS
