/* commons-atomic-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has a local path is written by commons-local-file.c. The rest (shares
 * of the network that are not mounted) goes through GIO.
 */

#define G_LOG_DOMAIN "commons-atomic-file"

#include "config.h"

#include "commons-atomic-file.h"
#include "commons-local-file.h"

typedef struct
{
  GBytes *bytes;
  char   *etag;
  char   *new_etag;
} Replace;

static void
replace_free (gpointer data)
{
  Replace *self = data;

  g_bytes_unref (self->bytes);
  g_free (self->etag);
  g_free (self->new_etag);
  g_free (self);
}

/* Closing a stream of g_file_replace() puts the new file in place of the old
 * one, even when writing failed before, unless it is cancelled. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static gboolean
write_bytes (GOutputStream  *stream,
             gpointer        user_data,
             GCancellable   *cancellable,
             GError        **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (user_data, &length);

  return g_output_stream_write_all (stream, data, length, NULL, cancellable, error);
}

static gboolean
replace_remote (GFile            *file,
                CommonsFileFill   fill,
                gpointer          user_data,
                const char       *etag,
                char            **new_etag,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autoptr(GFileOutputStream) stream = NULL;

  stream = g_file_replace (file, etag, FALSE, G_FILE_CREATE_NONE, cancellable, error);

  if (stream == NULL)
    return FALSE;

  if (!fill (G_OUTPUT_STREAM (stream), user_data, cancellable, error) ||
      !g_output_stream_flush (G_OUTPUT_STREAM (stream), cancellable, error))
    {
      abandon (G_OUTPUT_STREAM (stream));
      return FALSE;
    }

  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;

  if (new_etag != NULL)
    *new_etag = g_file_output_stream_get_etag (stream);

  return TRUE;
}

gboolean
commons_atomic_file_replace (GFile         *file,
                             GBytes        *bytes,
                             const char    *etag,
                             char         **new_etag,
                             GCancellable  *cancellable,
                             GError       **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (new_etag != NULL)
    *new_etag = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  path = g_file_peek_path (file);

  if (path != NULL)
    return commons_local_file_replace (path, bytes, etag, new_etag, cancellable, error);

  return replace_remote (file, write_bytes, bytes, etag, new_etag, cancellable, error);
}

gboolean
commons_atomic_file_fill (GFile            *file,
                          CommonsFileFill   fill,
                          gpointer          user_data,
                          GCancellable     *cancellable,
                          GError          **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (fill != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  path = g_file_peek_path (file);

  if (path != NULL)
    return commons_local_file_fill (path, fill, user_data, cancellable, error);

  return replace_remote (file, fill, user_data, NULL, NULL, cancellable, error);
}

static void
replace_in_worker (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Replace *self = task_data;
  GError *error = NULL;

  if (commons_atomic_file_replace (G_FILE (source_object), self->bytes, self->etag,
                                   &self->new_etag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
commons_atomic_file_replace_async (GFile               *file,
                                   GBytes              *bytes,
                                   const char          *etag,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Replace *self;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  self = g_new0 (Replace, 1);
  self->bytes = g_bytes_ref (bytes);
  self->etag = g_strdup (etag);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_atomic_file_replace_async);
  g_task_set_task_data (task, self, replace_free);

  /* A cancellation that comes when the file is already in place must not be
   * told as one. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, replace_in_worker);
}

gboolean
commons_atomic_file_replace_finish (GFile         *file,
                                    GAsyncResult  *result,
                                    char         **new_etag,
                                    GError       **error)
{
  Replace *self;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  self = g_task_get_task_data (G_TASK (result));

  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&self->new_etag);

  return g_task_propagate_boolean (G_TASK (result), error);
}
