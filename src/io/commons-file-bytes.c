/* commons-file-bytes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-file-bytes"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-file-bytes.h"
#include "commons-json-guard.h"

#define CHUNK (256 * 1024)

/* Reads one byte more than allowed at most: endless streams end too. */
GBytes *
commons_file_bytes_read_stream (GInputStream  *stream,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr(GByteArray) array = g_byte_array_new ();
  gsize n_read;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  do
    {
      guint length = array->len;

      g_byte_array_set_size (array, length + CHUNK);

      if (!g_input_stream_read_all (stream, array->data + length, CHUNK,
                                    &n_read, cancellable, error))
        return NULL;

      g_byte_array_set_size (array, length + (guint) n_read);
    }
  while (n_read == CHUNK && array->len <= COMMONS_JSON_MAX_BYTES);

  if (array->len > COMMONS_JSON_MAX_BYTES)
    {
      g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE,
                   _("The file is larger than %u MiB"),
                   COMMONS_JSON_MAX_BYTES / (1024u * 1024u));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

static char *
query_etag (GFileInputStream *stream,
            GCancellable     *cancellable)
{
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);

  if (info == NULL)
    return NULL;

  return g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE));
}

GBytes *
commons_file_bytes_read (GFile         *file,
                         char         **etag,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(GFileInputStream) stream = NULL;
  g_autofree char *own_etag = NULL;
  GBytes *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    return NULL;

  /* Asked before reading: a change while reading must count as a conflict. */
  own_etag = query_etag (stream, cancellable);
  bytes = commons_file_bytes_read_stream (G_INPUT_STREAM (stream), cancellable, error);

  if (bytes != NULL && etag != NULL)
    *etag = g_steal_pointer (&own_etag);

  return bytes;
}
