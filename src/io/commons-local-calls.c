/* commons-local-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-local-calls"

#include "config.h"

#include <sys/file.h>
#include <unistd.h>

#include <gio/gio.h>

#include "commons-local-calls-private.h"

int
_commons_write_all (int         fd,
                    const char *data,
                    gsize       length,
                    gsize      *written)
{
  *written = 0;

  while (*written < length)
    {
      gssize step = write (fd, data + *written, length - *written);

      if (step < 0 && errno == EINTR)
        continue;

      if (step < 0)
        return errno;

      *written += (gsize) step;
    }

  return 0;
}

int
_commons_read_all (int    fd,
                   char  *data,
                   gsize  length)
{
  while (length > 0)
    {
      gssize n_read = read (fd, data, length);

      if (n_read < 0 && errno == EINTR)
        continue;

      if (n_read < 0)
        return errno;

      if (n_read == 0)
        return EIO;

      data += n_read;
      length -= (gsize) n_read;
    }

  return 0;
}

int
_commons_sync (int fd)
{
  if (COMMONS_RETRY (fsync (fd)) == 0)
    return 0;

  /* Some file systems know no such thing, which is no failure. */
  return errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

gboolean
_commons_try_lock (int       fd,
                   gboolean *sure)
{
  gboolean locked = COMMONS_RETRY (flock (fd, LOCK_EX | LOCK_NB)) == 0;

  if (sure != NULL)
    *sure = locked;

  return locked || errno != EWOULDBLOCK;
}

char *
_commons_query_etag (const char  *path,
                     GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = NULL;
  const char *etag;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;

  /* Of what it may not look at GIO tells nothing, without calling it a failure. */
  etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);
  if (etag == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, g_strerror (EACCES));

  return g_strdup (etag);
}
