/* commons-in-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Before the first byte of a file changes, what it holds and what it shall
 * hold are in a note in the data folder of the user, which goes when the file
 * is whole again. The lock of the file tells whether its writer still runs.
 */

#define G_LOG_DOMAIN "commons-in-place"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commons-in-place.h"
#include "commons-io-error.h"
#include "commons-local-calls-private.h"
#include "commons-unfinished.h"

static gboolean
fail (const char  *path,
      int          saved_errno,
      GError     **error)
{
  g_propagate_error (error, commons_io_error_new_unwritten (path, saved_errno));

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

  if (COMMONS_RETRY (lseek (fd, 0, SEEK_SET)) < 0)
    return errno;

  result = _commons_write_all (fd, data, length, written);

  if (result != 0)
    return result;

  if (COMMONS_RETRY (ftruncate (fd, (off_t) end)) != 0)
    return errno;

  *written = G_MAXSIZE;

  return _commons_sync (fd);
}

/* The room is taken before any byte changes, so that a full disk is noticed
 * while the old bytes are all there. */
static int
reserve (int   fd,
         off_t old_length,
         off_t length)
{
  int result;

  if (length <= old_length)
    return 0;

  do
    result = posix_fallocate (fd, old_length, length - old_length);
  while (result == EINTR);

  return result == EINVAL || result == EOPNOTSUPP ? 0 : result;
}

/* Puts the bytes back that were written over. These blocks are the file's
 * own, so that asks for no room. */
static gboolean
put_back (const char *path,
          int         fd,
          const char *old,
          gsize       old_length,
          gsize       written)
{
  int result = overwrite (fd, old, MIN (written, old_length), old_length, &written);

  if (result != 0)
    g_message ("“%s” could not be put back yet: %s", path, g_strerror (result));

  return result == 0;
}

/* Nothing else may write the file at the same time, nor mend it. Returns 0 or
 * what went wrong. */
static int
read_old (int          fd,
          struct stat *info,
          char       **old)
{
  if (!_commons_try_lock (fd, NULL))
    return EBUSY;

  if (COMMONS_RETRY (fstat (fd, info)) != 0)
    return errno;

  *old = g_try_malloc ((gsize) info->st_size + 1);

  return *old != NULL ? _commons_read_all (fd, *old, (gsize) info->st_size) : ENOMEM;
}

static gboolean
write_over (const CommonsInPlace  *self,
            int                    fd,
            GError               **error)
{
  g_autofree char *old = NULL;
  g_autofree char *note = NULL;
  struct stat info;
  gsize written = 0;
  int result = read_old (fd, &info, &old);

  if (result != 0)
    return fail (self->path, result, error);

  if (!self->check (self->check_data, error))
    return FALSE;

  note = commons_unfinished_begin (self->path, info.st_ino, old, (gsize) info.st_size,
                                   self->data, self->length, error);
  if (note == NULL)
    return FALSE;

  result = reserve (fd, info.st_size, (off_t) self->length);
  if (result == 0)
    result = overwrite (fd, self->data, self->length, self->length, &written);

  /* As long as the file is neither old nor new, the note stays. */
  if (result == 0 || put_back (self->path, fd, old, (gsize) info.st_size, written))
    commons_unfinished_end (note);

  return result == 0 ? TRUE : fail (self->path, result, error);
}

gboolean
commons_in_place_write (const CommonsInPlace  *self,
                        GError               **error)
{
  gboolean done;
  int fd;

  commons_in_place_mend (self->path);
  fd = COMMONS_RETRY (open (self->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW));

  if (fd < 0)
    return fail (self->path, errno, error);

  done = write_over (self, fd, error);

  /* The bytes are on the disk or put back: closing cannot change that. */
  close (fd);

  return done;
}

/* Each byte of a file that was being written over is an old one, a new one,
 * or none yet where it had to grow. */
static gboolean
is_between (const CommonsUnfinished *unfinished,
            const char              *found,
            gsize                    length)
{
  if (length > MAX (unfinished->old_length, unfinished->new_length))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!(i < unfinished->old_length && found[i] == unfinished->old[i]) &&
          !(i < unfinished->new_length && found[i] == unfinished->new[i]) &&
          !(i >= unfinished->old_length && found[i] == '\0'))
        return FALSE;
    }

  return TRUE;
}

static gboolean
says (const char *found,
      gsize       length,
      const char *expected,
      gsize       expected_length)
{
  return length == expected_length && memcmp (found, expected, length) == 0;
}

/* Returns whether the file was between both, and is whole now. */
static gboolean
mend (const CommonsUnfinished *unfinished,
      int                      fd,
      gsize                    length,
      gboolean                *between)
{
  g_autofree char *found = g_try_malloc (length + 1);
  gsize written;

  *between = TRUE;
  if (found == NULL || _commons_read_all (fd, found, length) != 0)
    return FALSE;

  *between = !says (found, length, unfinished->old, unfinished->old_length) &&
             !says (found, length, unfinished->new, unfinished->new_length) &&
             is_between (unfinished, found, length);

  return *between &&
         overwrite (fd, unfinished->new, unfinished->new_length, unfinished->new_length, &written) == 0;
}

static void
mend_from_note (const char  *note,
                const char  *path,
                int          fd,
                struct stat *info)
{
  g_autoptr(CommonsUnfinished) unfinished = NULL;
  gboolean same_path;
  gboolean between = FALSE;

  /* Who has the lock is still writing, and read is what is there since. */
  if (!commons_unfinished_is_about (note, path, info->st_ino, &same_path) || !_commons_try_lock (fd, NULL))
    return;

  unfinished = commons_unfinished_read (note);
  if (unfinished == NULL)
    return;

  /* What is not between was finished, or is somebody else's by now; under
   * another path it may also be a file of another disk. */
  if (mend (unfinished, fd, (gsize) info->st_size, &between) || (!between && same_path))
    commons_unfinished_end (note);
}

static void
mend_from_notes (GPtrArray  *notes,
                 const char *path)
{
  int fd = COMMONS_RETRY (open (path, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  struct stat info;

  if (fd < 0)
    return;

  for (guint i = 0; i < notes->len; i++)
    {
      if (lseek (fd, 0, SEEK_SET) == 0 && fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
        mend_from_note (g_ptr_array_index (notes, i), path, fd, &info);
    }

  close (fd);
}

void
commons_in_place_mend (const char *path)
{
  g_autoptr(GPtrArray) notes = NULL;

  g_return_if_fail (path != NULL);

  notes = commons_unfinished_list ();
  if (notes->len > 0)
    mend_from_notes (notes, path);
}
