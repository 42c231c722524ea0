/* commons-local-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-local-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "commons-local-file.h"

#define MAX_LINKS 40

typedef struct
{
  char          *path;
  char          *folder;
  const char    *data;
  gsize          length;
  const char    *etag;
  GCancellable  *cancellable;
  struct stat    old;
  gboolean       exists;
  char          *new_etag;
  GError       **error;
} Replace;

/* Says what the system refused; always returns FALSE. */
static gboolean
fail (Replace    *self,
      int         saved_errno)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (self->error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               /* Translators: the name of a file, then what the system says */
               _("Could not write “%s”: %s"), name, g_strerror (saved_errno));

  return FALSE;
}

/* Follows symbolic links, also to what does not exist yet. */
static char *
resolve_links (const char *path)
{
  char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (resolved, NULL);
      g_autofree char *folder = NULL;
      g_autofree char *link = NULL;

      if (target == NULL)
        return resolved;

      link = g_steal_pointer (&resolved);
      folder = g_path_get_dirname (link);
      resolved = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                             : g_build_filename (folder, target, NULL);
    }

  g_free (resolved);
  return NULL;
}

static char *
query_etag (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return NULL;

  return g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE));
}

static gboolean
check_etag (Replace *self)
{
  g_autofree char *etag = NULL;

  if (self->etag == NULL)
    return TRUE;

  etag = query_etag (self->path);

  /* A file that is gone conflicts with nothing: saving brings it back. */
  if (etag == NULL || g_str_equal (etag, self->etag))
    return TRUE;

  g_set_error_literal (self->error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                       _("Another program changed this file"));

  return FALSE;
}

/* Returns 0 or what went wrong; @written counts the bytes that were written
 * all the same. */
static int
write_all (int         fd,
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

static int
read_all (int    fd,
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

static int
sync_file (int fd)
{
  if (fsync (fd) == 0)
    return 0;

  /* Some file systems know no such thing, which is no failure. */
  return errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

/* The name itself is on the disk only when the folder is. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/* Gives a new file the owner and permissions of the old one. */
static gboolean
take_over (Replace *self,
           int      fd)
{
  struct stat made;

  if (fstat (fd, &made) != 0)
    return FALSE;

  if ((made.st_uid != self->old.st_uid || made.st_gid != self->old.st_gid) &&
      fchown (fd, self->old.st_uid, self->old.st_gid) != 0)
    return FALSE;

  return fchmod (fd, self->old.st_mode & 07777) == 0;
}

/* Writes the new file and closes it. Returns 0 or what went wrong. */
static int
fill_and_close (Replace *self,
                int      fd)
{
  gsize written;
  int result = write_all (fd, self->data, self->length, &written);

  if (result == 0)
    result = sync_file (fd);

  if (close (fd) != 0 && result == 0 && errno != EINTR)
    result = errno;

  return result;
}

static gboolean
finish_beside (Replace    *self,
               const char *temporary)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;

  /* Asked once more, as late as can be. */
  if (!check_etag (self))
    return FALSE;

  /* Of the file as we wrote it, not as somebody may change it right after. */
  self->new_etag = query_etag (temporary);

  if (g_rename (temporary, self->path) != 0)
    return fail (self, errno);

  sync_folder (self->folder);

  return TRUE;
}

/* Writes a file beside and gives it the name. @possible is set to FALSE, and
 * nothing has happened, when the file itself has to be written. */
static gboolean
replace_beside (Replace  *self,
                gboolean *possible)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *temporary = g_strdup_printf ("%s/.%.200s.XXXXXX", self->folder, base);
  /* Nobody may look into it before it has the permissions of the old one. */
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, self->exists ? 0600 : 0666);
  int result;

  *possible = TRUE;

  if (fd < 0)
    {
      *possible = !(self->exists && (errno == EACCES || errno == EPERM || errno == EROFS));
      return *possible ? fail (self, errno) : FALSE;
    }

  if (self->exists && !take_over (self, fd))
    {
      *possible = FALSE;
      close (fd);
      g_unlink (temporary);
      return FALSE;
    }

  result = fill_and_close (self, fd);

  if (result == 0 ? finish_beside (self, temporary) : fail (self, result))
    return TRUE;

  g_unlink (temporary);

  return FALSE;
}

/* Writes these bytes over the beginning of the file and ends it at @end.
 * Returns 0 or what went wrong; @written tells how far the old bytes may have
 * gone, which is all the way once the end has moved. */
static int
overwrite (int         fd,
           const char *data,
           gsize       length,
           gsize       end,
           gsize      *written)
{
  int result;

  *written = 0;

  if (lseek (fd, 0, SEEK_SET) < 0)
    return errno;

  result = write_all (fd, data, length, written);

  if (result != 0)
    return result;

  if (ftruncate (fd, (off_t) end) != 0)
    return errno;

  *written = G_MAXSIZE;

  return sync_file (fd);
}

/* The room is taken before any byte changes, so that a full disk is noticed
 * while the old bytes are all there. */
static int
reserve (Replace *self,
         int      fd)
{
  int result = 0;

  if ((off_t) self->length > self->old.st_size)
    result = posix_fallocate (fd, self->old.st_size, (off_t) self->length - self->old.st_size);

  return result == EINVAL || result == EOPNOTSUPP ? 0 : result;
}

/* Puts the bytes back that were written over. These blocks are the file's
 * own, so that asks for no room. */
static void
put_back (Replace    *self,
          int         fd,
          const char *old,
          gsize       written)
{
  gsize old_length = (gsize) self->old.st_size;
  int result = overwrite (fd, old, MIN (written, old_length), old_length, &written);

  if (result != 0)
    g_warning ("“%s” could not be put back: %s", self->path, g_strerror (result));
}

static gboolean
replace_in_place (Replace *self,
                  int      fd)
{
  g_autofree char *old = NULL;
  gsize old_length = (gsize) self->old.st_size;
  gsize written = 0;
  int result;

  old = g_try_malloc (old_length + 1);
  if (old == NULL)
    return fail (self, ENOMEM);

  result = read_all (fd, old, old_length);
  if (result != 0)
    return fail (self, result);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error) ||
      !check_etag (self))
    return FALSE;

  result = reserve (self, fd);
  if (result == 0)
    result = overwrite (fd, self->data, self->length, self->length, &written);

  if (result == 0)
    {
      self->new_etag = query_etag (self->path);
      return TRUE;
    }

  put_back (self, fd, old, written);

  return fail (self, result);
}

static gboolean
open_in_place (Replace *self)
{
  int fd = open (self->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  gboolean done;

  if (fd < 0)
    return fail (self, errno);

  done = replace_in_place (self, fd);
  close (fd);

  return done;
}

static gboolean
look_at_old (Replace *self)
{
  self->exists = stat (self->path, &self->old) == 0;

  if (!self->exists)
    return errno == ENOENT ? TRUE : fail (self, errno);

  if (S_ISDIR (self->old.st_mode))
    return fail (self, EISDIR);

  if (!S_ISREG (self->old.st_mode))
    {
      g_set_error_literal (self->error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("This is not a plain file"));
      return FALSE;
    }

  /* A new file could take the name of one that is not to be written. */
  if (access (self->path, W_OK) != 0)
    return fail (self, errno);

  return TRUE;
}

static gboolean
replace_resolved (Replace *self)
{
  gboolean possible = FALSE;

  if (!look_at_old (self) || !check_etag (self))
    return FALSE;

  if (!self->exists || self->old.st_nlink == 1)
    {
      gboolean done = replace_beside (self, &possible);

      if (possible)
        return done;
    }

  return open_in_place (self);
}

/* Past a limit of file size the system kills a program, unless that signal is
 * held back; then it just refuses to write. */
static gboolean
replace_without_signal (Replace *self)
{
  const struct timespec no_time = { 0, 0 };
  sigset_t size_signal;
  sigset_t old_mask;
  gboolean done;

  sigemptyset (&size_signal);
  sigaddset (&size_signal, SIGXFSZ);
  pthread_sigmask (SIG_BLOCK, &size_signal, &old_mask);

  done = replace_resolved (self);

  if (!sigismember (&old_mask, SIGXFSZ))
    {
      while (sigtimedwait (&size_signal, NULL, &no_time) < 0 && errno == EINTR)
        continue;
    }

  pthread_sigmask (SIG_SETMASK, &old_mask, NULL);

  return done;
}

gboolean
commons_local_file_replace (const char    *path,
                            GBytes        *bytes,
                            const char    *etag,
                            char         **new_etag,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autofree char *resolved = NULL;
  g_autofree char *folder = NULL;
  Replace self = { 0 };
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  resolved = resolve_links (path);
  self.path = resolved != NULL ? resolved : (char *) path;
  self.error = error;

  if (resolved == NULL)
    return fail (&self, ELOOP);

  self.folder = folder = g_path_get_dirname (resolved);
  self.data = g_bytes_get_data (bytes, &self.length);
  self.etag = etag;
  self.cancellable = cancellable;

  done = replace_without_signal (&self);

  if (done && new_etag != NULL)
    *new_etag = g_steal_pointer (&self.new_etag);

  g_free (self.new_etag);

  return done;
}
