/* test-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes each call to the system that a save does fail once, one after the
 * other: the file holds the old bytes or the new ones, never anything else.
 */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-atomic-file.h"

typedef enum
{
  FAULT_NONE,
  FAULT_FAIL,   /* the call fails, a write in the middle of its bytes */
  FAULT_CUT,    /* the power goes */
} Fault;

static struct
{
  Fault fault;
  int   code;
  guint countdown;
  gboolean fired;
  gboolean half_written;
  gsize largest_write;
  guint interrupt_every;
  guint n_calls;
} faults;

int     __real_close (int fd);
int     __real_fchmod (int fd, mode_t mode);
int     __real_fchown (int fd, uid_t uid, gid_t gid);
int     __real_fsync (int fd);
int     __real_ftruncate64 (int fd, off_t length);
int     __real_g_mkstemp_full (char *path, int flags, int mode);
off_t   __real_lseek64 (int fd, off_t offset, int whence);
int     __real_posix_fallocate64 (int fd, off_t offset, off_t length);
ssize_t __real_read (int fd, void *data, size_t length);
int     __real_rename (const char *from, const char *to);
ssize_t __real_write (int fd, const void *data, size_t length);

int     __wrap_close (int fd);
int     __wrap_fchmod (int fd, mode_t mode);
int     __wrap_fchown (int fd, uid_t uid, gid_t gid);
int     __wrap_fsync (int fd);
int     __wrap_ftruncate64 (int fd, off_t length);
int     __wrap_g_mkstemp_full (char *path, int flags, int mode);
off_t   __wrap_lseek64 (int fd, off_t offset, int whence);
int     __wrap_posix_fallocate64 (int fd, off_t offset, off_t length);
ssize_t __wrap_read (int fd, void *data, size_t length);
int     __wrap_rename (const char *from, const char *to);
ssize_t __wrap_write (int fd, const void *data, size_t length);

/* Whether the call that asks must fail now. */
static gboolean
must_fail (void)
{
  faults.n_calls++;

  if (faults.fault == FAULT_NONE || faults.fired || faults.countdown-- > 0)
    return FALSE;

  if (faults.fault == FAULT_CUT)
    _exit (9);

  faults.fired = TRUE;
  errno = faults.code;

  return TRUE;
}

int
__wrap_close (int fd)
{
  gboolean failed = must_fail ();
  int result = __real_close (fd);

  if (failed)
    errno = faults.code;

  return failed ? -1 : result;
}

int
__wrap_fchmod (int    fd,
               mode_t mode)
{
  return must_fail () ? -1 : __real_fchmod (fd, mode);
}

int
__wrap_fchown (int   fd,
               uid_t uid,
               gid_t gid)
{
  return must_fail () ? -1 : __real_fchown (fd, uid, gid);
}

int
__wrap_fsync (int fd)
{
  return must_fail () ? -1 : __real_fsync (fd);
}

int
__wrap_ftruncate64 (int   fd,
                    off_t length)
{
  return must_fail () ? -1 : __real_ftruncate64 (fd, length);
}

int
__wrap_g_mkstemp_full (char *path,
                       int   flags,
                       int   mode)
{
  return must_fail () ? -1 : __real_g_mkstemp_full (path, flags, mode);
}

int
__wrap_rename (const char *from,
               const char *to)
{
  return must_fail () ? -1 : __real_rename (from, to);
}

off_t
__wrap_lseek64 (int   fd,
                off_t offset,
                int   whence)
{
  return must_fail () ? -1 : __real_lseek64 (fd, offset, whence);
}

int
__wrap_posix_fallocate64 (int   fd,
                          off_t offset,
                          off_t length)
{
  return must_fail () ? faults.code : __real_posix_fallocate64 (fd, offset, length);
}

ssize_t
__wrap_read (int     fd,
             void   *data,
             size_t  length)
{
  return must_fail () ? -1 : __real_read (fd, data, length);
}

/* A write that fails lets half of its bytes through first, as a disk that
 * becomes full does. */
ssize_t
__wrap_write (int         fd,
              const void *data,
              size_t      length)
{
  if (faults.half_written)
    {
      faults.half_written = FALSE;
      errno = faults.code;
      return -1;
    }

  if (faults.interrupt_every > 0 && faults.n_calls % faults.interrupt_every == 0)
    {
      faults.n_calls++;
      errno = EINTR;
      return -1;
    }

  if (must_fail ())
    {
      if (length < 2)
        return -1;
      faults.half_written = TRUE;
      length /= 2;
    }

  if (faults.largest_write > 0)
    length = MIN (length, faults.largest_write);

  return __real_write (fd, data, length);
}

static const char old_text[] = "the old bytes, which were saved before and are good";

typedef struct
{
  char       *folder;
  char       *path;
  char       *other;
  const char *text;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  text)
{
  self->folder = g_dir_make_tmp ("commons-fault-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "board.commons", NULL);
  self->other = g_build_filename (self->folder, "other.commons", NULL);
  self->text = text;
}

static void
clear_folder (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  text)
{
  clear_folder (self);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->other);
  g_free (self->path);
  g_free (self->folder);
}

static void
prepare (Fixture  *self,
         gboolean  hard_link)
{
  clear_folder (self);
  g_assert_true (g_file_set_contents (self->path, old_text, -1, NULL));
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);

  if (hard_link)
    g_assert_cmpint (link (self->path, self->other), ==, 0);
}

static gboolean
replace (Fixture  *self,
         GError  **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static (self->text, strlen (self->text));

  return commons_atomic_file_replace (file, bytes, NULL, NULL, NULL, error);
}

static guint
count_files (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *found = NULL;
  struct stat info;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
}

/* Returns whether there was such a call to fail. */
static gboolean
fail_at (Fixture  *self,
         guint     call,
         int       code,
         gboolean  hard_link)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  prepare (self, hard_link);

  memset (&faults, 0, sizeof faults);
  faults.fault = FAULT_FAIL;
  faults.code = code;
  faults.countdown = call;
  done = replace (self, &error);
  faults.fault = FAULT_NONE;
  faults.half_written = FALSE;

  g_assert_cmpint (done, ==, error == NULL);
  assert_holds (self->path, done ? self->text : old_text);
  if (hard_link)
    assert_holds (self->other, done ? self->text : old_text);
  g_assert_cmpuint (count_files (self), ==, hard_link ? 2 : 1);

  return faults.fired;
}

static void
check_each_call (Fixture  *self,
                 gboolean  hard_link)
{
  static const int codes[] = { ENOSPC, EIO, EDQUOT, EPERM };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint call = 0;

      while (fail_at (self, call, codes[i], hard_link))
        call++;

      g_assert_cmpuint (call, >=, 5);
    }
}

static void
test_fail (Fixture       *self,
           gconstpointer  text)
{
  check_each_call (self, FALSE);
}

static void
test_fail_hard_link (Fixture       *self,
                     gconstpointer  text)
{
  check_each_call (self, TRUE);
}

/* The power goes before each call: after that the file is whole. */
static void
test_cut (Fixture       *self,
          gconstpointer  text)
{
  int status;
  guint call = 0;
  guint n_old = 0;

  do
    {
      g_autofree char *found = NULL;
      pid_t child;

      prepare (self, FALSE);
      child = fork ();

      if (child == 0)
        {
          memset (&faults, 0, sizeof faults);
          faults.fault = FAULT_CUT;
          faults.countdown = call;
          _exit (replace (self, NULL) ? 0 : 1);
        }

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status));
      g_assert_true (g_file_get_contents (self->path, &found, NULL, NULL));

      if (strcmp (found, old_text) == 0)
        n_old++;
      else
        g_assert_cmpstr (found, ==, self->text);

      call++;
    }
  while (WEXITSTATUS (status) == 9);

  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_cmpuint (n_old, >=, 5);
  g_assert_cmpuint (n_old, <, call);
}

/* A system that takes few bytes at a time and is often interrupted. */
static void
test_slow (Fixture       *self,
           gconstpointer  text)
{
  for (guint link = 0; link <= 1; link++)
    {
      g_autoptr(GError) error = NULL;

      prepare (self, link == 1);
      memset (&faults, 0, sizeof faults);
      faults.largest_write = 7;
      faults.interrupt_every = 3;
      g_assert_true (replace (self, &error));
      g_assert_no_error (error);
      memset (&faults, 0, sizeof faults);
      assert_holds (self->path, self->text);
    }
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  static const char * const texts[] = {
    "short",
    "the new bytes, of which there are more than there were before, so that the file must grow",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fault/calls/%s/%s", name, i == 0 ? "short" : "long");

      g_test_add (path, Fixture, texts[i], set_up, test, tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("fail", test_fail);
  add ("fail-hard-link", test_fail_hard_link);
  add ("cut", test_cut);
  add ("slow", test_slow);

  return g_test_run ();
}
