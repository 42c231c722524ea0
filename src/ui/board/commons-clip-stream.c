/* commons-clip-stream.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-clip-stream.h"
#include "commons-io-error.h"
#include "commons-json-guard.h"

#define CHUNK (256 * 1024)

static void read_next (GTask        *task,
                       GInputStream *stream);

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GByteArray *array = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (task, error);
    }
  else if (g_bytes_get_size (chunk) == 0)
    {
      g_task_return_pointer (task, g_byte_array_free_to_bytes (g_byte_array_ref (array)), (GDestroyNotify) g_bytes_unref);
    }
  else if (array->len + g_bytes_get_size (chunk) > COMMONS_JSON_MAX_BYTES)
    {
      g_task_return_new_error (task, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE,
                               _("This is larger than %u MiB"), COMMONS_JSON_MAX_BYTES / (1024u * 1024u));
    }
  else
    {
      g_byte_array_append (array, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
      read_next (g_steal_pointer (&task), G_INPUT_STREAM (source));
    }
}

/* Takes the task over. */
static void
read_next (GTask        *task,
           GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_read, task);
}

void
commons_clip_stream_read_async (GInputStream        *stream,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (G_IS_INPUT_STREAM (stream));

  task = g_task_new (stream, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_clip_stream_read_async);
  g_task_set_task_data (task, g_byte_array_new (), (GDestroyNotify) g_byte_array_unref);
  read_next (task, stream);
}

GBytes *
commons_clip_stream_read_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
