/* commons-local-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-local-file"

/* For renameat2(). */
#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "commons-in-place.h"
#include "commons-io-error.h"
#include "commons-leftovers.h"
#include "commons-local-calls-private.h"
#include "commons-local-file.h"

#define MAX_LINKS 40

/* A name may not get longer than file systems take. */
#define NAME_FORMAT "%.200s"

/* What went wrong is told already. */
#define TOLD -1

/* Either the bytes are there, or @fill makes them. */
typedef struct
{
  char            *path;
  char            *folder;
  int              folder_fd;
  const char      *data;
  gsize            length;
  CommonsFileFill  fill;
  gpointer         user_data;
  const char      *etag;
  GCancellable    *cancellable;
  struct stat      old;
  gboolean         exists;
  char            *new_etag;
  GError         **error;
} Replace;

/* Says what the system refused; always returns FALSE. */
static gboolean
fail (Replace    *self,
      int         saved_errno)
{
  g_propagate_error (self->error, commons_io_error_new_unwritten (self->path, saved_errno));

  return FALSE;
}

/* Follows symbolic links, also to what does not exist yet. NULL, with errno
 * set, when they cannot be followed: a link must not become a file. */
static char *
resolve_links (const char *path)
{
  g_autofree char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      char target[PATH_MAX];
      int length = COMMONS_RETRY (readlink (resolved, target, sizeof target - 1));
      g_autofree char *folder = NULL;
      g_autofree char *link = NULL;

      if (length < 0)
        return errno == EINVAL || errno == ENOENT || errno == ENOTDIR ? g_steal_pointer (&resolved) : NULL;

      target[length] = '\0';
      link = g_steal_pointer (&resolved);
      folder = g_path_get_dirname (link);
      resolved = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }

  errno = ELOOP;

  return NULL;
}

static gboolean
check_etag (Replace *self)
{
  g_autofree char *etag = NULL;
  g_autoptr(GError) error = NULL;

  if (self->etag == NULL)
    return TRUE;

  etag = _commons_query_etag (self->path, &error);

  /* A file that is gone conflicts with nothing: saving brings it back. One
   * that cannot be asked may be in any state. */
  if (g_strcmp0 (etag, self->etag) == 0 || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  if (error != NULL)
    g_propagate_error (self->error, g_steal_pointer (&error));
  else
    g_set_error_literal (self->error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                         _("Another program changed this file"));

  return FALSE;
}

/* Gives a new file the owner and permissions of the old one. */
static gboolean
take_over (Replace *self,
           int      fd)
{
  struct stat made;

  if (COMMONS_RETRY (fstat (fd, &made)) != 0)
    return FALSE;

  if ((made.st_uid != self->old.st_uid || made.st_gid != self->old.st_gid) &&
      COMMONS_RETRY (fchown (fd, self->old.st_uid, self->old.st_gid)) != 0)
    return FALSE;

  return COMMONS_RETRY (fchmod (fd, self->old.st_mode & 07777)) == 0;
}

/* Lets the bytes be made straight into the file. Returns 0 or TOLD. */
static int
make_bytes (Replace *self,
            int      fd)
{
  g_autoptr(GOutputStream) stream = g_unix_output_stream_new (fd, FALSE);

  return self->fill (stream, self->user_data, self->cancellable, self->error) ? 0 : TOLD;
}

/* Writes the new file and closes it. Returns 0 or what went wrong. */
static int
fill_and_close (Replace *self,
                int      fd)
{
  gsize written;
  int result = self->fill != NULL ? make_bytes (self, fd)
                                  : _commons_write_all (fd, self->data, self->length, &written);

  if (result == 0)
    result = _commons_sync (fd);

  if (close (fd) != 0 && result == 0 && errno != EINTR)
    result = errno;

  return result;
}

static gboolean
prepare_beside (Replace    *self,
                const char *temporary)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;

  /* Asked once more, as late as can be. */
  if (!check_etag (self))
    return FALSE;

  /* Of the file as we wrote it, not as somebody may change it right after.
   * Without it the next save could not tell whether somebody did. */
  self->new_etag = _commons_query_etag (temporary, self->error);

  return self->new_etag != NULL;
}

/* The name itself is on the disk only when the folder is. The file then holds
 * the new bytes, but that may not last. */
static gboolean
confirm (Replace *self)
{
  g_autofree char *name = NULL;

  if (self->folder_fd < 0 || _commons_sync (self->folder_fd) == 0)
    return TRUE;

  name = g_filename_display_name (self->path);
  g_set_error (self->error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNCONFIRMED,
               /* Translators: the name of a file */
               _("“%s” was written, but the disk does not confirm that it will stay"), name);

  return FALSE;
}

/* Where there was no file, one that came meanwhile is somebody else's. Some
 * file systems cannot tell. */
static int
give_name (Replace    *self,
           const char *temporary)
{
  if (!self->exists)
    {
      if (COMMONS_RETRY (renameat2 (AT_FDCWD, temporary, AT_FDCWD, self->path, RENAME_NOREPLACE)) == 0)
        return 0;

      if (errno != EINVAL && errno != ENOSYS)
        return errno;
    }

  return COMMONS_RETRY (g_rename (temporary, self->path)) == 0 ? 0 : errno;
}

/* What programs left that were killed while they saved this file. */
static void
sweep (Replace *self)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = g_strdup_printf (NAME_FORMAT, base);

  commons_leftovers_sweep (self->folder, name);
}

static gboolean
fill_beside (Replace    *self,
             const char *temporary,
             int         fd)
{
  int result = fill_and_close (self, fd);

  if (result == 0)
    result = prepare_beside (self, temporary) ? give_name (self, temporary) : TOLD;

  if (result == 0)
    {
      sweep (self);
      return confirm (self);
    }

  COMMONS_RETRY (g_unlink (temporary));
  g_clear_pointer (&self->new_etag, g_free);

  return result == TOLD ? FALSE : fail (self, result);
}

/* Makes a new file beside. Nobody may look into it before it has the
 * permissions of the old one. */
static int
make_beside (Replace  *self,
             char    **temporary)
{
  g_autofree char *base = g_path_get_basename (self->path);
  int fd;

  do
    {
      g_free (*temporary);
      *temporary = g_strdup_printf ("%s/." NAME_FORMAT ".XXXXXX", self->folder, base);
      fd = g_mkstemp_full (*temporary, O_WRONLY | O_CLOEXEC, self->exists ? 0600 : 0666);
    }
  while (fd < 0 && errno == EINTR);

  /* So that nobody takes it for one that was left behind. */
  if (fd >= 0)
    _commons_try_lock (fd, NULL);

  return fd;
}

/* Writes a file beside and gives it the name. @possible is set to FALSE, and
 * nothing has happened, when the file itself has to be written. */
static gboolean
replace_beside (Replace  *self,
                gboolean *possible)
{
  g_autofree char *temporary = NULL;
  int fd = make_beside (self, &temporary);

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
      COMMONS_RETRY (g_unlink (temporary));
      return FALSE;
    }

  return fill_beside (self, temporary, fd);
}

static gboolean
check_in_place (gpointer   data,
                GError   **error)
{
  Replace *self = data;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, self->error) && check_etag (self);
}

/* A file that is written over must not wait for its bytes half-way. */
static GBytes *
collect_bytes (Replace *self)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!self->fill (stream, self->user_data, self->cancellable, self->error) ||
      !g_output_stream_close (stream, NULL, self->error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
replace_in_place (Replace *self)
{
  g_autoptr(GBytes) made = self->fill != NULL ? collect_bytes (self) : NULL;
  CommonsInPlace in_place = { self->path, self->data, self->length, check_in_place, self };

  if (made != NULL)
    in_place.data = g_bytes_get_data (made, &in_place.length);
  else if (self->fill != NULL)
    return FALSE;

  if (!commons_in_place_write (&in_place, self->error))
    return FALSE;

  /* What cannot be asked has no name yet: the next save then looks closer. */
  self->new_etag = _commons_query_etag (self->path, NULL);
  if (self->new_etag == NULL)
    self->new_etag = g_strdup ("");

  return TRUE;
}

static gboolean
look_at_old (Replace *self)
{
  self->exists = COMMONS_RETRY (lstat (self->path, &self->old)) == 0;

  if (!self->exists)
    return errno == ENOENT ? TRUE : fail (self, errno);

  /* Links were followed: this one has just been made. */
  if (S_ISLNK (self->old.st_mode))
    return fail (self, EBUSY);

  if (S_ISDIR (self->old.st_mode))
    return fail (self, EISDIR);

  if (!S_ISREG (self->old.st_mode))
    {
      g_set_error_literal (self->error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("This is not a plain file"));
      return FALSE;
    }

  /* A new file could take the name of one that is not to be written. */
  if (COMMONS_RETRY (access (self->path, W_OK)) != 0)
    return fail (self, errno);

  return TRUE;
}

/* The folder is opened before anything happens, for what it is needed after.
 * One that may be written but not read cannot be asked. */
static gboolean
open_folder (Replace *self)
{
  self->folder_fd = COMMONS_RETRY (open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

  return self->folder_fd >= 0 || errno == EACCES || errno == EPERM ? TRUE : fail (self, errno);
}

static gboolean
try_beside (Replace  *self,
            gboolean *possible)
{
  gboolean done;

  *possible = TRUE;
  if (!open_folder (self))
    return FALSE;

  done = replace_beside (self, possible);
  if (self->folder_fd >= 0)
    close (self->folder_fd);

  return done;
}

static gboolean
replace_resolved (Replace *self)
{
  gboolean possible = FALSE;

  if (!look_at_old (self) || !check_etag (self))
    return FALSE;

  if (!self->exists || self->old.st_nlink == 1)
    {
      gboolean done = try_beside (self, &possible);

      if (possible)
        return done;
    }

  return replace_in_place (self);
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

/* Where @self says what, @path says where to. */
static gboolean
replace (Replace    *self,
         const char *path)
{
  g_autofree char *resolved = resolve_links (path);
  g_autofree char *folder = NULL;

  self->path = resolved != NULL ? resolved : (char *) path;
  if (resolved == NULL)
    return fail (self, errno);

  self->folder = folder = g_path_get_dirname (resolved);

  return replace_without_signal (self);
}

gboolean
commons_local_file_replace (const char    *path,
                            GBytes        *bytes,
                            const char    *etag,
                            char         **new_etag,
                            GCancellable  *cancellable,
                            GError       **error)
{
  Replace self = { .etag = etag, .cancellable = cancellable, .error = error };
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  self.data = g_bytes_get_data (bytes, &self.length);
  done = replace (&self, path);

  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&self.new_etag);

  g_free (self.new_etag);

  return done;
}

gboolean
commons_local_file_fill (const char       *path,
                         CommonsFileFill   fill,
                         gpointer          user_data,
                         GCancellable     *cancellable,
                         GError          **error)
{
  Replace self = { .fill = fill, .user_data = user_data, .cancellable = cancellable, .error = error };
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (fill != NULL, FALSE);

  done = replace (&self, path);
  g_free (self.new_etag);

  return done;
}
