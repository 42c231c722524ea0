/* commons-document-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-document-load"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-document-private.h"
#include "commons-file-bytes.h"
#include "commons-memory.h"
#include "commons-reader-private.h"

/* How many a byte of a file takes, as part of a board. */
#define MEMORY_OF_A_BYTE 12

typedef struct
{
  GFile             *file;
  char              *etag;
  gboolean           write_protected;

  /* What was read, by the worker, and is the document’s when it is done. */
  GBytes            *bytes;
  CommonsBoard      *board;
  CommonsReadReport *report;
} Load;

static void
load_free (gpointer data)
{
  Load *self = data;

  g_object_unref (self->file);
  g_free (self->etag);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->board);
  g_clear_pointer (&self->report, commons_read_report_free);
  g_free (self);
}

static gboolean
is_write_protected (GFile        *file,
                    GCancellable *cancellable)
{
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE,
                            cancellable, NULL);

  return info != NULL &&
         g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE) &&
         !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

/* Objects of the JSON library must not be shared by threads. They may be made in
 * one and used in another, which is what happens here: the worker keeps nothing
 * of the board, and nobody else has it before it is done. Meanwhile the window
 * is drawn. */
static void
read_in_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Load *load = task_data;
  GError *error = NULL;

  load->bytes = commons_file_bytes_read (load->file, &load->etag, cancellable, &error);
  if (load->bytes != NULL)
    {
      commons_memory_expect (g_bytes_get_size (load->bytes) * MEMORY_OF_A_BYTE);
      load->board = commons_reader_read (load->bytes, &load->report, &error);
    }

  if (load->board == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  load->write_protected = is_write_protected (load->file, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
take_board (CommonsDocument *self,
            Load            *load)
{
  _commons_document_take_error (self, NULL);
  _commons_document_set_board (self, load->board);
  _commons_document_set_saved (self, load->bytes);
  _commons_document_set_file (self, load->file, load->etag);
  _commons_document_set_read_only (self, load->report->newer, load->write_protected);
  _commons_document_set_warnings (self, load->report->warnings);

  /* The worker may be the last to drop its task: by then the board is not
   * its own any more. */
  g_clear_object (&load->board);
}

/* The file is remembered along with the error, so that it is known which one
 * must not be written over. A document that has another file stays with it,
 * and giving up changes nothing. */
static void
take_failure (CommonsDocument *self,
              GFile           *file,
              const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      (self->file != NULL && self->error == NULL && !g_file_equal (self->file, file)))
    return;

  _commons_document_take_error (self, g_error_copy (error));
  _commons_document_set_file (self, file, NULL);
}

static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CommonsDocument) self = g_object_ref (g_task_get_source_object (task));
  Load *load = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean done;

  g_object_freeze_notify (G_OBJECT (self));

  done = g_task_propagate_boolean (G_TASK (result), &error);

  if (done)
    take_board (self, load);
  else
    take_failure (self, load->file, error);

  _commons_document_set_busy (self, FALSE, FALSE);
  g_object_thaw_notify (G_OBJECT (self));

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
commons_document_load_async (CommonsDocument     *self,
                             GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) worker = NULL;
  Load *load;

  g_return_if_fail (COMMONS_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_document_load_async);

  /* The task ends after the document changed: then it is too late to give up. */
  g_task_set_check_cancellable (task, FALSE);

  if (commons_document_get_busy (self))
    {
      g_task_return_new_error (task, COMMONS_IO_ERROR, COMMONS_IO_ERROR_BUSY,
                               _("This board is already being read or saved"));
      return;
    }

  _commons_document_set_busy (self, TRUE, FALSE);

  load = g_new0 (Load, 1);
  load->file = g_object_ref (file);

  /* A worker may be the last to drop its task, so that one must not hold the
   * document. */
  worker = g_task_new (NULL, cancellable, read_cb, g_steal_pointer (&task));
  g_task_set_source_tag (worker, read_in_worker);
  g_task_set_task_data (worker, load, load_free);
  g_task_run_in_thread (worker, read_in_worker);
}

gboolean
commons_document_load_finish (CommonsDocument  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
