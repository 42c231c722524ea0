/* commons-tables-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-clip.h"
#include "commons-file-bytes.h"
#include "commons-open-drawing.h"
#include "commons-reader.h"
#include "commons-tables-files.h"

static void
free_file (gpointer data)
{
  CommonsTableFile *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static void
read_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GPtrArray *files = data;

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      CommonsTableFile *self = g_ptr_array_index (files, i);

      self->bytes = commons_file_bytes_read (self->file, NULL, cancellable, &self->error);
    }

  g_task_return_pointer (task, g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
}

void
commons_tables_files_read_async (GListModel          *files,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GPtrArray *list;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_LIST_MODEL (files));

  list = g_ptr_array_new_with_free_func (free_file);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      CommonsTableFile *self = g_new0 (CommonsTableFile, 1);

      self->file = g_list_model_get_item (files, i);
      g_ptr_array_add (list, self);
    }

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_tables_files_read_async);
  g_task_set_task_data (task, list, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_in_worker);
}

GPtrArray *
commons_tables_files_read_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

CommonsBoard *
commons_table_file_make_board (CommonsTableFile  *self,
                               gboolean          *newer,
                               GError           **error)
{
  g_autoptr (CommonsReadReport) report = NULL;
  CommonsBoard *board;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (newer != NULL, NULL);

  *newer = FALSE;
  if (self->bytes == NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return NULL;
    }

  if (commons_open_drawing_is_one (self->file))
    return commons_clip_read_json (self->bytes, NULL, error);

  board = commons_reader_read (self->bytes, &report, error);
  *newer = board != NULL && report->newer;

  return board;
}

char *
commons_table_file_dup_name (CommonsTableFile *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  name = g_file_get_basename (self->file);

  return g_filename_display_name (name ? name : "");
}

GListModel *
commons_tables_files_make_filters (void)
{
  static const char * const suffixes[] = { "commons", "canvas", "excalidraw" };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, _("Boards and drawings"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (known, suffixes[i]);
  g_list_store_append (filters, known);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}
