/* commons-clip-content.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-clip-content.h"
#include "commons-clip.h"
#include "commons-export-job.h"

/* Pictures in messages and slides are seldom larger, in pixels. */
#define MAX_SIDE 4096

#define PNG_TYPE "image/png"

struct _CommonsClipContent
{
  GdkContentProvider  parent_instance;

  CommonsBoard       *clip;
  CommonsCatalogue   *catalogue;
};

G_DEFINE_FINAL_TYPE (CommonsClipContent, commons_clip_content, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
commons_clip_content_ref_formats (GdkContentProvider *provider)
{
  static const char *types[] = { COMMONS_CLIP_TYPE, "text/plain;charset=utf-8", "text/plain", PNG_TYPE };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes the task over; the bytes live as long as it does. */
static void
write_bytes (GTask  *task,
             GBytes *bytes)
{
  GOutputStream *stream = g_task_get_task_data (task);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  g_object_set_data_full (G_OBJECT (task), "commons-clip-bytes", bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (stream, data, size, g_task_get_priority (task), g_task_get_cancellable (task),
                                   on_written, task);
}

static void
on_drawn (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *picture = commons_export_job_draw_finish (result, &error);

  if (picture != NULL)
    write_bytes (g_steal_pointer (&task), picture);
  else
    g_task_return_error (task, error);
}

static void
commons_clip_content_write_mime_type_async (GdkContentProvider  *provider,
                                            const char          *mime_type,
                                            GOutputStream       *stream,
                                            int                  io_priority,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data)
{
  CommonsClipContent *self = COMMONS_CLIP_CONTENT (provider);
  const CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG };
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, user_data);

  g_task_set_source_tag (task, commons_clip_content_write_mime_type_async);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);

  if (g_str_equal (mime_type, COMMONS_CLIP_TYPE))
    {
      write_bytes (g_steal_pointer (&task), commons_clip_write (self->clip));
    }
  else if (g_str_has_prefix (mime_type, "text/plain"))
    {
      char *text = commons_clip_write_text (self->clip);

      write_bytes (g_steal_pointer (&task), g_bytes_new_take (text, strlen (text)));
    }
  else if (g_str_equal (mime_type, PNG_TYPE))
    {
      commons_export_job_draw_async (self->clip, self->catalogue, &options, MAX_SIDE, cancellable,
                                     on_drawn, g_steal_pointer (&task));
    }
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No “%s” here", mime_type);
    }
}

static gboolean
commons_clip_content_write_mime_type_finish (GdkContentProvider  *provider,
                                             GAsyncResult        *result,
                                             GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
commons_clip_content_finalize (GObject *object)
{
  CommonsClipContent *self = COMMONS_CLIP_CONTENT (object);

  g_clear_object (&self->clip);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_clip_content_parent_class)->finalize (object);
}

static void
commons_clip_content_class_init (CommonsClipContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  object_class->finalize = commons_clip_content_finalize;
  provider_class->ref_formats = commons_clip_content_ref_formats;
  provider_class->write_mime_type_async = commons_clip_content_write_mime_type_async;
  provider_class->write_mime_type_finish = commons_clip_content_write_mime_type_finish;
}

static void
commons_clip_content_init (CommonsClipContent *self)
{
}

GdkContentProvider *
commons_clip_content_new (CommonsBoard     *clip,
                          CommonsCatalogue *catalogue)
{
  CommonsClipContent *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (clip), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_CLIP_CONTENT, NULL);
  self->clip = g_object_ref (clip);
  self->catalogue = g_object_ref (catalogue);

  return GDK_CONTENT_PROVIDER (self);
}
