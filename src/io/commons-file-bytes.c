/* commons-file-bytes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-file-bytes"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-file-bytes.h"
#include "commons-in-place.h"
#include "commons-json-guard.h"

#define CHUNK (256 * 1024)

static gboolean
fail_too_large (GError **error)
{
  g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE,
               _("The file is larger than %u MiB"),
               COMMONS_JSON_MAX_BYTES / (1024u * 1024u));

  return FALSE;
}

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
      fail_too_large (error);
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

/* The system says these with the path in the middle. */
static const char *
get_plain_words (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _("There is no such file");

    case G_IO_ERROR_PERMISSION_DENIED:
      return _("You are not allowed to read this file");

    case G_IO_ERROR_IS_DIRECTORY:
      return _("This is a folder, not a file");

    case G_IO_ERROR_NOT_REGULAR_FILE:
      return _("This is a device, a pipe or a socket, not a file");

    case G_IO_ERROR_TOO_MANY_LINKS:
      return _("This link leads back to itself");

    case G_IO_ERROR_NOT_DIRECTORY:
      return _("A part of the path is not a folder");

    case G_IO_ERROR_FILENAME_TOO_LONG:
      return _("No file can have a name that long");

    case G_IO_ERROR_NOT_SUPPORTED:
      return _("Files of that place cannot be read");

    default:
      return NULL;
    }
}

static void
say_plainly (GError *error)
{
  const char *words = error->domain == G_IO_ERROR ? get_plain_words (error->code) : NULL;

  if (words == NULL)
    return;

  g_free (error->message);
  error->message = g_strdup (words);
}

static int
get_kind_error (GFileType type)
{
  switch (type)
    {
    case G_FILE_TYPE_DIRECTORY:
    case G_FILE_TYPE_MOUNTABLE:
      return G_IO_ERROR_IS_DIRECTORY;

    case G_FILE_TYPE_SPECIAL:
      return G_IO_ERROR_NOT_REGULAR_FILE;

    /* Told only of a link that leads nowhere: opening it says why. */
    case G_FILE_TYPE_SYMBOLIC_LINK:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_REGULAR:
    case G_FILE_TYPE_UNKNOWN:
    default:
      return -1;
    }
}

/* Just opening a pipe waits for somebody to write to it, and a device may
 * never end, so both are looked at first. */
static gboolean
check_kind (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  int code;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;

  /* What is in a folder that may not be looked into does not tell. */
  code = get_kind_error ((GFileType) g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE));

  if (code >= 0)
    {
      g_set_error_literal (error, G_IO_ERROR, code, get_plain_words (code));
      return FALSE;
    }

  if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) > COMMONS_JSON_MAX_BYTES)
    return fail_too_large (error);

  return TRUE;
}

static GBytes *
read_file (GFile         *file,
           char         **etag,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GFileInputStream) stream = NULL;

  if (!check_kind (file, cancellable, error))
    return NULL;

  if (g_file_peek_path (file) != NULL)
    commons_in_place_mend (g_file_peek_path (file));

  stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    return NULL;

  /* Asked before reading: a change while reading must count as a conflict. */
  *etag = query_etag (stream, cancellable);

  return commons_file_bytes_read_stream (G_INPUT_STREAM (stream), cancellable, error);
}

GBytes *
commons_file_bytes_read (GFile         *file,
                         char         **etag,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autofree char *own_etag = NULL;
  g_autoptr(GError) own_error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_file (file, &own_etag, cancellable, &own_error);

  if (bytes == NULL)
    {
      say_plainly (own_error);
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  if (etag != NULL)
    *etag = g_steal_pointer (&own_etag);

  return g_steal_pointer (&bytes);
}
