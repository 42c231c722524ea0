/* commons-leftovers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-leftovers"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-leftovers.h"
#include "commons-local-calls-private.h"

#define N_RANDOM 6

/* Whether a file is named as those that commons_local_file_replace() makes
 * beside @name. */
static gboolean
is_named_so (const char *file,
             const char *name)
{
  const char *dot = strrchr (file, '.');
  gsize length = dot != NULL ? (gsize) (dot - file) : 0;

  if (file[0] != '.' || length < 2 || strlen (dot + 1) != N_RANDOM)
    return FALSE;

  for (guint i = 1; i <= N_RANDOM; i++)
    {
      if (!g_ascii_isalnum (dot[i]))
        return FALSE;
    }

  return name == NULL || (strlen (name) == length - 1 && memcmp (file + 1, name, length - 1) == 0);
}

/* By the clock of the disk, which may be another machine's, where there is
 * something to tell it. */
static gint64
get_now (const char *folder,
         const char *name)
{
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;
  struct stat info;

  if (path != NULL && lstat (path, &info) == 0)
    return (gint64) info.st_mtime;

  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
is_left (int    fd,
         gint64 now)
{
  struct stat info;
  gboolean sure;

  return fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_nlink == 1 && info.st_uid == geteuid () &&
         (gint64) info.st_mtime + COMMONS_LEFTOVERS_AGE <= now && _commons_try_lock (fd, &sure) && sure;
}

static gboolean
sweep (const char *folder,
       const char *name,
       gint64      now)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gboolean gone;

  if (fd < 0)
    return FALSE;

  gone = is_left (fd, now) && g_unlink (path) == 0;
  close (fd);

  return gone;
}

guint
commons_leftovers_sweep (const char *folder,
                         const char *name)
{
  g_autoptr(GDir) dir = NULL;
  const char *file;
  gint64 now;
  guint n = 0;

  g_return_val_if_fail (folder != NULL, 0);

  now = get_now (folder, name);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      if (is_named_so (file, name) && sweep (folder, file, now))
        n++;
    }

  return n;
}
