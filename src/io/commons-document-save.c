/* commons-document-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-document-save"

#include "config.h"

#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "commons-atomic-file.h"
#include "commons-document-private.h"
#include "commons-writer.h"

typedef struct
{
  GFile              *file;
  guint64             state;
  gboolean            overwrite;

  /* What the worker writes, as it was when the save began. */
  CommonsSnapshot    *snapshot;
  CommonsWriterFlags  flags;
  char               *etag;
  GBytes             *bytes;    /* what it wrote */
  char               *new_etag; /* what names the file's state since */
} Save;

static void start_save (CommonsDocument *self,
                        GTask           *task);

static void
save_free (gpointer data)
{
  Save *self = data;

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->etag);
  g_free (self->new_etag);
  g_free (self);
}

/* A file may have several names: through a symbolic link, for one. */
static gboolean
is_own_file (CommonsDocument *self,
             GFile           *file)
{
  const char *own_path;
  const char *path;
  struct stat own;
  struct stat other;

  if (self->file == NULL || g_file_equal (self->file, file))
    return self->file != NULL;

  own_path = g_file_peek_path (self->file);
  path = g_file_peek_path (file);

  return own_path != NULL && path != NULL &&
         stat (own_path, &own) == 0 && stat (path, &other) == 0 &&
         own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}

/* Tells whether the file may be written; nothing is ever put over one that
 * could not be read or that this version does not fully understand. */
static gboolean
check_file (CommonsDocument  *self,
            GFile            *file,
            GError          **error)
{
  if (!is_own_file (self, file))
    return TRUE;

  if (self->error != NULL)
    g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                         _("The file could not be read, so it is not written over. "
                           "Save under another name."));
  else if (self->newer)
    g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                         _("A newer version of Commons Canvas made this file, so it is not "
                           "written over. Save under another name."));
  else if (self->write_protected)
    g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                         _("The file is write-protected. Save under another name."));
  else
    return TRUE;

  return FALSE;
}

/* Writing thousands of cards takes longer than a frame, so it is done here
 * too. */
static void
write_in_worker (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Save *save = task_data;
  GError *error = NULL;

  save->bytes = commons_snapshot_write (save->snapshot, save->flags);
  if (commons_atomic_file_replace (save->file, save->bytes, save->etag, &save->new_etag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_saved (CommonsDocument *self,
            Save            *save)
{
  _commons_document_take_error (self, NULL);
  _commons_document_set_saved (self, save->bytes);
  _commons_document_set_file (self, save->file, save->new_etag);
  _commons_document_set_read_only (self, self->newer, FALSE);
  commons_history_mark_saved_state (self->history, save->state);
}

/* The file says what we wrote, so that nobody else changed it; but it is to be
 * saved again. */
static void
take_unconfirmed (CommonsDocument *self,
                  Save            *save)
{
  if (!is_own_file (self, save->file))
    return;

  _commons_document_set_saved (self, save->bytes);
  _commons_document_set_file (self, self->file, save->new_etag);
  commons_history_mark_modified (self->history);
}

static void
start_next (CommonsDocument *self)
{
  g_autoptr(GTask) next = g_queue_pop_head (&self->waiting);

  if (next != NULL)
    start_save (self, next);
  else
    _commons_document_set_busy (self, FALSE, FALSE);
}

static GError *
as_conflict (GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return error;

  g_error_free (error);

  return g_error_new_literal (COMMONS_IO_ERROR, COMMONS_IO_ERROR_CONFLICT,
                              _("Another program changed this file"));
}

static void
written_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CommonsDocument) self = g_object_ref (g_task_get_source_object (task));
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;

  /* Objects of a record that nobody else has any more are let go of here, where
   * json-glib is used. */
  g_clear_pointer (&save->snapshot, commons_snapshot_free);
  g_object_freeze_notify (G_OBJECT (self));

  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_saved (self, save);
  else if (g_error_matches (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNCONFIRMED))
    take_unconfirmed (self, save);

  start_next (self);
  g_object_thaw_notify (G_OBJECT (self));

  if (error == NULL)
    {
      _commons_document_tell_saved (self);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, as_conflict (error));
    }
}

/* Fails a task that found nothing to do and goes on with the next. */
static void
refuse (CommonsDocument *self,
        GTask           *task,
        GError          *error)
{
  start_next (self);
  g_task_return_error (task, error);
}

static void
start_save (CommonsDocument *self,
            GTask           *task)
{
  Save *save = g_task_get_task_data (task);
  g_autoptr(GTask) work = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;

  _commons_document_set_busy (self, FALSE, TRUE);

  if (save->file == NULL && self->file == NULL)
    {
      refuse (self, task, g_error_new_literal (COMMONS_IO_ERROR, COMMONS_IO_ERROR_NO_FILE,
                                               _("This board has no file yet")));
      return;
    }

  if (save->file == NULL)
    save->file = g_object_ref (self->file);

  if (!check_file (self, save->file, &error))
    {
      refuse (self, task, error);
      return;
    }

  if (!save->overwrite && is_own_file (self, save->file))
    save->etag = g_strdup (self->etag);

  name = g_file_get_basename (save->file);
  save->flags = commons_writer_get_flags_for_name (name);
  save->state = commons_history_get_state (self->history);
  save->snapshot = commons_snapshot_new (self->board);

  /* Without the document: a worker lets go of its task when it likes, and the
   * document must not end there. */
  work = g_task_new (NULL, g_task_get_cancellable (task), written_cb, g_object_ref (task));
  g_task_set_source_tag (work, start_save);
  g_task_set_task_data (work, save, NULL);
  g_task_set_check_cancellable (work, FALSE);
  g_task_run_in_thread (work, write_in_worker);
}

void
commons_document_save_async (CommonsDocument     *self,
                             GFile               *file,
                             gboolean             overwrite,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Save *save;

  g_return_if_fail (COMMONS_IS_DOCUMENT (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  save = g_new0 (Save, 1);
  save->file = file != NULL ? g_object_ref (file) : NULL;
  save->overwrite = overwrite;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_document_save_async);
  g_task_set_task_data (task, save, save_free);

  /* What is on the disk is saved, even when somebody gave up meanwhile. */
  g_task_set_check_cancellable (task, FALSE);

  if (self->loading)
    g_task_return_new_error (task, COMMONS_IO_ERROR, COMMONS_IO_ERROR_BUSY,
                             _("This board is still being read"));
  else if (self->saving)
    g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  else
    start_save (self, task);
}

gboolean
commons_document_save_finish (CommonsDocument  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
