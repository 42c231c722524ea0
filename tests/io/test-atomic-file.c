/* test-atomic-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-atomic-file.h"
#include "commons-file-bytes.h"
#include "commons-io-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("commons-atomic-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "board.commons", NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_chmod (self->folder, 0700);
  remove_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
put (const char *path,
     const char *text)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static gboolean
replace (const char  *path,
         const char  *text,
         const char  *etag,
         char       **new_etag,
         GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return commons_atomic_file_replace (file, bytes, etag, new_etag, NULL, error);
}

static mode_t
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);

  return info.st_mode & 07777;
}

static void
test_new_file (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *etag = NULL;
  mode_t mask = umask (022);

  g_assert_true (replace (self->path, "new", NULL, &etag, &error));
  g_assert_no_error (error);
  g_assert_nonnull (etag);
  assert_holds (self->path, "new");
  g_assert_cmpuint (get_mode (self->path), ==, 0644);
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  umask (mask);
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  put (self->path, "old");
  g_assert_true (replace (self->path, "", NULL, NULL, NULL));
  assert_holds (self->path, "");
}

static void
test_permissions (Fixture       *self,
                  gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      put (self->path, "old");
      g_assert_cmpint (g_chmod (self->path, modes[i]), ==, 0);
      g_assert_true (replace (self->path, "new", NULL, NULL, NULL));
      g_assert_cmpuint (get_mode (self->path), ==, modes[i]);
      assert_holds (self->path, "new");
    }
}

static void
test_owner (Fixture       *self,
            gconstpointer  data)
{
  struct stat info;

  if (geteuid () != 0)
    {
      g_test_skip ("only the administrator can give files away");
      return;
    }

  put (self->path, "old");
  g_assert_cmpint (chown (self->path, 1234, 4321), ==, 0);
  g_assert_true (replace (self->path, "new", NULL, NULL, NULL));
  g_assert_cmpint (stat (self->path, &info), ==, 0);
  g_assert_cmpuint (info.st_uid, ==, 1234);
  g_assert_cmpuint (info.st_gid, ==, 4321);
  assert_holds (self->path, "new");
}

/* Where no file can be made beside, the file itself is written; what is
 * write-protected stays so. */
static void
test_protected (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is write-protected for the administrator");
      return;
    }

  put (self->path, "old");
  g_assert_cmpint (g_chmod (self->folder, 0500), ==, 0);

  g_assert_true (replace (self->path, "new bytes", NULL, NULL, &error));
  g_assert_no_error (error);
  assert_holds (self->path, "new bytes");

  g_assert_false (replace (missing, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);

  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
  g_assert_false (replace (self->path, "newer", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_holds (self->path, "new bytes");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_symbolic_link (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *first = g_build_filename (self->folder, "first", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);

  put (self->path, "old");
  g_assert_cmpint (symlink ("board.commons", first), ==, 0);
  g_assert_cmpint (symlink (first, second), ==, 0);

  g_assert_true (replace (second, "new", NULL, NULL, NULL));
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  assert_holds (self->path, "new");
  g_assert_cmpuint (count_files (self->folder), ==, 3);
}

static void
test_dangling_link (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);

  g_assert_cmpint (symlink ("board.commons", link), ==, 0);
  g_assert_true (replace (link, "new", NULL, NULL, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (self->path, "new");
}

static void
test_link_circle (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("board.commons", self->path), ==, 0);
  g_assert_false (replace (self->path, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_hard_link (Fixture       *self,
                gconstpointer  data)
{
  static const char * const texts[] = { "longer than before", "short", "" };
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  put (self->path, "old bytes");
  g_assert_cmpint (link (self->path, other), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *etag = NULL;

      g_assert_true (replace (self->path, texts[i], NULL, &etag, NULL));
      g_assert_nonnull (etag);
      assert_holds (self->path, texts[i]);
      assert_holds (other, texts[i]);
    }

  g_assert_cmpuint (count_files (self->folder), ==, 2);
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *etag = NULL;
  g_autofree char *next = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  const guint64 long_ago = 1000000000;

  g_assert_true (replace (self->path, "one", NULL, &etag, NULL));
  g_assert_true (replace (self->path, "two", etag, &next, NULL));

  /* Somebody else's change, at another time for sure. */
  put (self->path, "three");
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, long_ago,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));

  g_assert_false (replace (self->path, "four", next, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_holds (self->path, "three");
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  g_assert_true (replace (self->path, "five", NULL, NULL, NULL));
  assert_holds (self->path, "five");
}

static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *etag = NULL;

  g_assert_true (replace (self->path, "one", NULL, &etag, NULL));
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (replace (self->path, "two", etag, NULL, NULL));
  assert_holds (self->path, "two");
}

static void
test_etag_is_that_of_gio (Fixture       *self,
                          gconstpointer  data)
{
  g_autofree char *etag = NULL;
  g_autofree char *read_etag = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_true (replace (self->path, "one", NULL, &etag, NULL));
  bytes = commons_file_bytes_read (file, &read_etag, NULL, NULL);
  g_assert_cmpstr (etag, ==, read_etag);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "one", 3);
}

static void
test_impossible (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (self->folder, "no", "such", "folder", NULL);
  g_autofree char *below = g_build_filename (self->path, "below", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL);
  g_autoptr(GError) error = NULL;

  put (self->path, "old");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  g_assert_false (replace (missing, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (replace (self->folder, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (replace (below, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (replace (pipe, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GError) error = NULL;

  put (self->path, "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (commons_atomic_file_replace (file, bytes, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (self->path, "old");
}

static void
got_result_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
test_async (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *etag = NULL;

  commons_atomic_file_replace_async (file, bytes, NULL, NULL, got_result_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (commons_atomic_file_replace_finish (file, result, &etag, &error));
  g_assert_no_error (error);
  g_assert_nonnull (etag);
  assert_holds (self->path, "new");
}

#define N_PARTS 5

/* Writes some parts, then fails or is given up. */
typedef struct
{
  guint         n_good;
  guint         n_called;
  GCancellable *cancellable;
} Filling;

static gboolean
fill_cb (GOutputStream  *stream,
         gpointer        user_data,
         GCancellable   *cancellable,
         GError        **error)
{
  Filling *self = user_data;

  self->n_called++;

  for (guint i = 0; i < N_PARTS; i++)
    {
      if (i == self->n_good && self->cancellable == NULL)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No more");
          return FALSE;
        }

      if (i == self->n_good)
        g_cancellable_cancel (self->cancellable);

      if (!g_output_stream_write_all (stream, "part ", 5, NULL, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (const char  *path,
      Filling     *filling,
      GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return commons_atomic_file_fill (file, fill_cb, filling, filling->cancellable, error);
}

/* Whether a file is new, replaced or, having two names, written over. */
static void
test_fill (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);
  Filling filling = { N_PARTS };

  g_assert_true (fill (self->path, &filling, NULL));
  assert_holds (self->path, "part part part part part ");
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  put (self->path, "old");
  g_assert_true (fill (self->path, &filling, NULL));
  assert_holds (self->path, "part part part part part ");
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  put (self->path, "old");
  g_assert_cmpint (link (self->path, other), ==, 0);
  g_assert_true (fill (self->path, &filling, NULL));
  assert_holds (other, "part part part part part ");
  g_assert_cmpuint (filling.n_called, ==, 3);
}

/* At whatever part it fails or is given up, nothing changes. */
static void
test_fill_fails (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", "board", NULL);
  Filling never = { N_PARTS };

  for (guint n = 0; n < N_PARTS * 4; n++)
    {
      g_autoptr(GCancellable) cancellable = n % 2 == 1 ? g_cancellable_new () : NULL;
      g_autoptr(GError) error = NULL;
      Filling filling = { n % N_PARTS, 0, cancellable };
      int code = cancellable != NULL ? G_IO_ERROR_CANCELLED : G_IO_ERROR_NO_SPACE;

      put (self->path, "old");
      if (n == N_PARTS * 2)
        g_assert_cmpint (link (self->path, other), ==, 0);

      g_assert_false (fill (self->path, &filling, &error));
      g_assert_true (g_error_matches (error, G_IO_ERROR, code));
      assert_holds (self->path, "old");
      g_assert_cmpuint (count_files (self->folder), ==, n < N_PARTS * 2 ? 1 : 2);
    }

  /* Where nothing can be written, nothing is made. */
  g_assert_false (fill (nowhere, &never, NULL));
  g_assert_cmpuint (never.n_called, ==, 0);
}

static void
test_endless (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr(GError) error = NULL;

  g_assert_null (commons_file_bytes_read (file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/io/atomic-file/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("new-file", test_new_file);
  add ("empty", test_empty);
  add ("permissions", test_permissions);
  add ("owner", test_owner);
  add ("protected", test_protected);
  add ("symbolic-link", test_symbolic_link);
  add ("dangling-link", test_dangling_link);
  add ("link-circle", test_link_circle);
  add ("hard-link", test_hard_link);
  add ("conflict", test_conflict);
  add ("gone", test_gone);
  add ("etag-is-that-of-gio", test_etag_is_that_of_gio);
  add ("impossible", test_impossible);
  add ("cancelled", test_cancelled);
  add ("async", test_async);
  add ("fill", test_fill);
  add ("fill-fails", test_fill_fails);
  add ("endless", test_endless);

  return g_test_run ();
}
