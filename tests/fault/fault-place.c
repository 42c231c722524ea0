/* fault-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-file-bytes.h"
#include "fault-place.h"
#include "faults.h"

#define MODE 0640
#define PRIVATE_MODE 0600

/* An owner nobody has, for a test that may give files away. */
#define STRANGER 54321

const char fault_short[] = "{\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n";
const char fault_long[] =
  "{\n\t\"commons\":{\"format\":1,\"title\":\"More bytes than before, so that the file must grow\"},\n"
  "\t\"nodes\":[\n\t\t{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":200,\"height\":60,\"text\":\"A\"}\n\t],\n"
  "\t\"edges\":[]\n}\n";

const char *const fault_place_names[] = {
  "new file", "file", "private file", "symbolic link", "hard link", "read-only folder",
};

const char *
fault_root (void)
{
  static char *root = NULL;

  if (root == NULL)
    {
      g_autofree char *data = NULL;

      root = g_dir_make_tmp ("commons-fault-XXXXXX", NULL);
      g_assert_nonnull (root);
      data = g_build_filename (root, "data", NULL);
      g_assert_true (g_setenv ("XDG_DATA_HOME", data, TRUE));
    }

  return root;
}

static void
remove_below (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_below (path);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

void
fault_root_remove (void)
{
  remove_below (fault_root ());
  g_assert_cmpint (g_rmdir (fault_root ()), ==, 0);
}

static void
make_file (FaultPlace *self,
           const char *path)
{
  g_assert_true (g_file_set_contents (path, self->old, -1, NULL));
  g_assert_cmpint (g_chmod (path, self->kind == FAULT_PLACE_PRIVATE ? PRIVATE_MODE : MODE), ==, 0);
  if (self->kind == FAULT_PLACE_PRIVATE && geteuid () == 0)
    g_assert_cmpint (chown (path, STRANGER, STRANGER), ==, 0);
}

void
fault_place_init (FaultPlace     *self,
                  FaultPlaceKind  kind,
                  const char     *old)
{
  g_autofree char *elsewhere = NULL;

  remove_below (fault_root ());
  self->kind = kind;
  self->root = g_strdup (fault_root ());
  self->folder = g_build_filename (self->root, "boards", NULL);
  self->path = g_build_filename (self->folder, "board.commons", NULL);
  elsewhere = g_build_filename (self->root, "elsewhere", NULL);
  self->other = g_build_filename (elsewhere, "other.commons", NULL);
  self->old = kind != FAULT_PLACE_NEW ? old : NULL;
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);

  if (kind != FAULT_PLACE_NEW)
    make_file (self, kind == FAULT_PLACE_SYMLINK ? self->other : self->path);
  if (kind == FAULT_PLACE_SYMLINK)
    g_assert_cmpint (symlink ("../elsewhere/other.commons", self->path), ==, 0);
  if (kind == FAULT_PLACE_HARD_LINK)
    g_assert_cmpint (link (self->path, self->other), ==, 0);
  faults_protect (kind == FAULT_PLACE_PROTECTED ? self->folder : NULL);
}

void
fault_place_clear (FaultPlace *self)
{
  faults_protect (NULL);
  g_clear_pointer (&self->root, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->other, g_free);
}

char *
fault_place_read (FaultPlace *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!g_file_query_exists (file, NULL))
    return NULL;

  bytes = commons_file_bytes_read (file, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
fault_place_assert_kept (FaultPlace *self)
{
  struct stat info;
  struct stat other;

  if (self->kind == FAULT_PLACE_NEW)
    return;

  g_assert_cmpint (stat (self->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, self->kind == FAULT_PLACE_PRIVATE ? PRIVATE_MODE : MODE);
  if (self->kind == FAULT_PLACE_PRIVATE && geteuid () == 0)
    g_assert_cmpuint (info.st_uid, ==, STRANGER);

  if (self->kind == FAULT_PLACE_SYMLINK)
    g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  if (self->kind != FAULT_PLACE_SYMLINK && self->kind != FAULT_PLACE_HARD_LINK)
    return;

  g_assert_cmpint (stat (self->other, &other), ==, 0);
  g_assert_cmpuint (other.st_ino, ==, info.st_ino);
}

static guint
count_below (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_below (path);
      else if (!g_str_equal (name, "board.commons") && !g_str_equal (name, "other.commons"))
        n++;
    }

  return n;
}

guint
fault_place_count_others (FaultPlace *self)
{
  return count_below (self->root);
}
