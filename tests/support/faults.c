/* faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A symbol of the program comes before that of any library, the C library and
 * the sanitizers among them. What has two names where files may be large is
 * there under both, so this file must not ask for one of them.
 */

#undef _FILE_OFFSET_BITS
#undef _TIME_BITS
#undef _FORTIFY_SOURCE
#define _GNU_SOURCE
#define _LARGEFILE64_SOURCE

#include "config.h"

#undef _FILE_OFFSET_BITS

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include "faults.h"

#define MAX_FILES 1024

static struct
{
  char        folder[PATH_MAX];
  char        protected[PATH_MAX];
  Fault       fault;
  int         code;
  gint        countdown;
  gint        n_calls;
  gint        offset;        /* of the clock, in milliseconds */
  const char *hit;
  char        hit_path[PATH_MAX];
  gboolean    short_now;
  int         broken;        /* file whose next call fails, -1 for none */
  FaultsHook  hook;
} faults = { .broken = -1 };

static _Thread_local gboolean quiet;

/* What each open file below the folder is. */
static char *files[MAX_FILES];

#define REAL(type, name, ...) \
  ((type (*) (__VA_ARGS__)) find (&real_ ## name, #name))

static gpointer
find (gpointer   *real,
      const char *name)
{
  if (*real == NULL)
    *real = dlsym (RTLD_NEXT, name);
  if (*real == NULL)
    {
      errno = ENOSYS;
      _exit (99);
    }

  return *real;
}

void
faults_arm (const char *folder,
            Fault       fault,
            guint       call,
            int         code)
{
  g_strlcpy (faults.folder, folder, sizeof faults.folder);
  faults.code = code;
  faults.hit = NULL;
  faults.short_now = FALSE;
  faults.broken = -1;
  g_atomic_int_set (&faults.n_calls, 0);
  g_atomic_int_set (&faults.countdown, (gint) call);
  faults.fault = fault;
}

guint
faults_disarm (void)
{
  faults.fault = FAULT_NONE;
  faults.folder[0] = '\0';
  faults.broken = -1;

  return (guint) g_atomic_int_get (&faults.n_calls);
}

const char *
faults_get_hit (void)
{
  return faults.hit;
}

const char *
faults_get_path (void)
{
  return faults.hit_path;
}

void
faults_protect (const char *folder)
{
  g_strlcpy (faults.protected, folder != NULL ? folder : "", sizeof faults.protected);
}

void
faults_set_hook (FaultsHook hook)
{
  faults.hook = hook;
}

void
faults_set_quiet (gboolean value)
{
  quiet = value;
}

void
faults_advance (guint milliseconds)
{
  g_atomic_int_add (&faults.offset, (gint) milliseconds);
}

static gboolean
counts (const char *path)
{
  gsize length = strlen (faults.folder);

  return length > 0 && path != NULL && strncmp (path, faults.folder, length) == 0 &&
         (path[length] == '/' || path[length] == '\0');
}

static const char *
path_of (int fd)
{
  return fd >= 0 && fd < MAX_FILES ? files[fd] : NULL;
}

static G_NORETURN void
end (void)
{
  kill (getpid (), SIGKILL);
  while (TRUE)
    pause ();
}

/* Whether the call that asks is the one. */
static gboolean
is_hit (const char *name,
        const char *path)
{
  gint left;

  if (quiet || !counts (path))
    return FALSE;

  if (faults.hook != NULL && faults.hook (name, path))
    return TRUE;
  g_atomic_int_inc (&faults.n_calls);

  if (faults.fault == FAULT_NONE)
    return FALSE;

  left = g_atomic_int_add (&faults.countdown, -1);
  if (left > 0 || (left < 0 && faults.fault != FAULT_GONE))
    return FALSE;
  if (left < 0)
    return TRUE;

  faults.hit = name;
  g_strlcpy (faults.hit_path, path, sizeof faults.hit_path);

  return TRUE;
}

static gboolean
is_protected (const char *name,
              const char *path)
{
  gsize length = strlen (faults.protected);

  return length > 0 && counts (path) && strncmp (path, faults.protected, length) == 0 &&
         path[length] == '/' && strchr (path + length + 1, '/') == NULL &&
         (strcmp (name, "create") == 0 || strcmp (name, "unlink") == 0 || g_str_has_prefix (name, "rename"));
}

static gboolean
fails (const char *name,
       const char *path)
{
  if (is_protected (name, path))
    {
      errno = EACCES;
      return TRUE;
    }

  if (!is_hit (name, path) || faults.fault == FAULT_SHORT)
    return FALSE;

  if (faults.fault == FAULT_KILL)
    end ();

  errno = faults.code;

  return TRUE;
}

void
faults_pass (const char *name,
             const char *path)
{
  fails (name, path);
}

/* How many of the bytes of a call on a file may pass; -1 when it fails. */
static gssize
let_pass (const char *name,
          int         fd,
          gsize       length)
{
  const char *path = path_of (fd);

  if (path != NULL && faults.broken == fd)
    {
      faults.broken = -1;
      errno = faults.code;
      return -1;
    }

  if (!is_hit (name, path))
    return (gssize) length;

  if (faults.fault == FAULT_SHORT)
    return length > 0 ? 1 : 0;

  errno = faults.code;
  if (faults.fault == FAULT_FAIL || faults.fault == FAULT_GONE || strcmp (name, "write") != 0 || length < 2)
    {
      if (faults.fault == FAULT_KILL)
        end ();
      return -1;
    }

  if (faults.fault == FAULT_HALF)
    faults.broken = fd;

  return (gssize) (length / 2);
}

static int
remember (int         fd,
          const char *path)
{
  if (fd >= 0 && fd < MAX_FILES && counts (path))
    {
      g_free (files[fd]);
      files[fd] = g_strdup (path);
    }

  return fd;
}

/* Calls with a path. */
#define WITH_PATH(type, name, failed, declared, given)                   \
  extern type name declared;                                             \
  type name declared                                                     \
  {                                                                      \
    static gpointer real_ ## name;                                       \
    if (fails (#name, path))                                             \
      return failed;                                                     \
    return ((type (*) declared) find (&real_ ## name, #name)) given;     \
  }

/* Calls on an open file. */
#define WITH_FD(type, name, failed, declared, given)                     \
  extern type name declared;                                             \
  type name declared                                                     \
  {                                                                      \
    static gpointer real_ ## name;                                       \
    if (fails (#name, path_of (fd)))                                     \
      return failed;                                                     \
    return ((type (*) declared) find (&real_ ## name, #name)) given;     \
  }

#define OPEN(name)                                                       \
  extern int name (const char *path, int flags, ...);                    \
  int name (const char *path, int flags, ...)                            \
  {                                                                      \
    static gpointer real_ ## name;                                       \
    mode_t mode = 0;                                                     \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)                            \
      {                                                                  \
        va_list list;                                                    \
        va_start (list, flags);                                          \
        mode = va_arg (list, mode_t);                                    \
        va_end (list);                                                   \
      }                                                                  \
    if (fails ((flags & O_CREAT) != 0 ? "create" : "open", path))        \
      return -1;                                                         \
    return remember (((int (*) (const char *, int, ...)) find (&real_ ## name, #name)) (path, flags, mode), path); \
  }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wredundant-decls"
#pragma GCC diagnostic ignored "-Wnonnull-compare"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#pragma GCC diagnostic ignored "-Wmissing-declarations"

OPEN (open)
OPEN (open64)

WITH_PATH (int, stat, -1, (const char *path, struct stat *info), (path, info))
WITH_PATH (int, stat64, -1, (const char *path, struct stat64 *info), (path, info))
WITH_PATH (int, lstat, -1, (const char *path, struct stat *info), (path, info))
WITH_PATH (int, lstat64, -1, (const char *path, struct stat64 *info), (path, info))
WITH_PATH (int, fstatat, -1, (int fd, const char *path, struct stat *info, int flags), (fd, path, info, flags))
WITH_PATH (int, fstatat64, -1, (int fd, const char *path, struct stat64 *info, int flags), (fd, path, info, flags))
WITH_PATH (int, access, -1, (const char *path, int mode), (path, mode))
WITH_PATH (int, unlink, -1, (const char *path), (path))
WITH_PATH (int, chmod, -1, (const char *path, mode_t mode), (path, mode))
WITH_PATH (int, mkdir, -1, (const char *path, mode_t mode), (path, mode))
WITH_PATH (int, rename, -1, (const char *path, const char *to), (path, to))
WITH_PATH (int, renameat2, -1, (int fd, const char *path, int to_fd, const char *to, unsigned int flags), (fd, path, to_fd, to, flags))
WITH_PATH (int, link, -1, (const char *path, const char *to), (path, to))
WITH_PATH (int, symlink, -1, (const char *target, const char *path), (target, path))
WITH_PATH (ssize_t, readlink, -1, (const char *path, char *data, size_t length), (path, data, length))
WITH_PATH (ssize_t, getxattr, -1, (const char *path, const char *name, void *data, size_t length), (path, name, data, length))
WITH_PATH (ssize_t, lgetxattr, -1, (const char *path, const char *name, void *data, size_t length), (path, name, data, length))
WITH_PATH (int, statvfs, -1, (const char *path, struct statvfs *info), (path, info))
WITH_PATH (int, statvfs64, -1, (const char *path, struct statvfs64 *info), (path, info))
WITH_PATH (DIR *, opendir, NULL, (const char *path), (path))

WITH_FD (int, fstat, -1, (int fd, struct stat *info), (fd, info))
WITH_FD (int, fstat64, -1, (int fd, struct stat64 *info), (fd, info))
WITH_FD (int, fchmod, -1, (int fd, mode_t mode), (fd, mode))
WITH_FD (int, fchown, -1, (int fd, uid_t uid, gid_t gid), (fd, uid, gid))
WITH_FD (int, ftruncate, -1, (int fd, off_t length), (fd, length))
WITH_FD (int, ftruncate64, -1, (int fd, off64_t length), (fd, length))
WITH_FD (off_t, lseek, -1, (int fd, off_t offset, int whence), (fd, offset, whence))
WITH_FD (off64_t, lseek64, -1, (int fd, off64_t offset, int whence), (fd, offset, whence))
WITH_FD (int, fallocate, -1, (int fd, int mode, off_t offset, off_t length), (fd, mode, offset, length))
WITH_FD (int, fallocate64, -1, (int fd, int mode, off64_t offset, off64_t length), (fd, mode, offset, length))
WITH_FD (int, posix_fallocate, faults.code, (int fd, off_t offset, off_t length), (fd, offset, length))
WITH_FD (int, posix_fallocate64, faults.code, (int fd, off64_t offset, off64_t length), (fd, offset, length))
WITH_FD (int, flock, -1, (int fd, int operation), (fd, operation))
WITH_FD (ssize_t, fgetxattr, -1, (int fd, const char *name, void *data, size_t length), (fd, name, data, length))

/* GIO asks for an open file in this way too, with an empty path. */
int
statx (int                    fd,
       const char *restrict   path,
       int                    flags,
       unsigned int           mask,
       struct statx *restrict info)
{
  static gpointer real_statx;

  if (fails ("statx", path != NULL && *path != '\0' ? path : path_of (fd)))
    return -1;

  return REAL (int, statx, int, const char *, int, unsigned int, struct statx *) (fd, path, flags, mask, info);
}

/* No test takes the power away, so that nothing has to wait for disks. */
int
fsync (int fd)
{
  return fails ("fsync", path_of (fd)) ? -1 : 0;
}

int
fdatasync (int fd)
{
  return fails ("fdatasync", path_of (fd)) ? -1 : 0;
}

/* A file that could not be closed is closed all the same. */
int
close (int fd)
{
  static gpointer real_close;
  gboolean failed = fails ("close", path_of (fd));
  int result;

  if (fd >= 0 && fd < MAX_FILES)
    g_clear_pointer (&files[fd], g_free);

  result = REAL (int, close, int) (fd);
  if (failed)
    errno = faults.code;

  return failed ? -1 : result;
}

ssize_t
read (int     fd,
      void   *data,
      size_t  length)
{
  static gpointer real_read;
  gssize passed = let_pass ("read", fd, length);

  return passed < 0 ? -1 : REAL (ssize_t, read, int, void *, size_t) (fd, data, (gsize) passed);
}

ssize_t
write (int         fd,
       const void *data,
       size_t      length)
{
  static gpointer real_write;
  gssize passed = let_pass ("write", fd, length);
  ssize_t result;

  if (passed < 0)
    return -1;

  result = REAL (ssize_t, write, int, const void *, size_t) (fd, data, (gsize) passed);
  if (faults.fault == FAULT_KILL && passed < (gssize) length)
    end ();

  return result;
}

/* What compilers put in place of read() where they know the size. */
ssize_t
__read_chk (int     fd,
            void   *data,
            size_t  length,
            size_t  size)
{
  return read (fd, data, MIN (length, size));
}

/* Time spans as the test wants them, for what waits seconds. */
int
clock_gettime (clockid_t        id,
               struct timespec *time)
{
  static gpointer real_clock_gettime;
  int result = REAL (int, clock_gettime, clockid_t, struct timespec *) (id, time);
  gint64 offset = g_atomic_int_get (&faults.offset);

  if (result != 0 || id != CLOCK_MONOTONIC || offset == 0)
    return result;

  time->tv_sec += (time_t) (offset / 1000);
  time->tv_nsec += (long) (offset % 1000) * 1000000;
  if (time->tv_nsec >= 1000000000)
    {
      time->tv_sec++;
      time->tv_nsec -= 1000000000;
    }

  return 0;
}

#pragma GCC diagnostic pop
