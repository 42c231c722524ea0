/* commons-kept.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-kept"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-atomic-file.h"
#include "commons-json-guard.h"
#include "commons-json-tree.h"
#include "commons-kept.h"

#define ADDRESS "address"
#define LOCK ".lock"

/* The line that tells about a file is short; anything longer is something
 * else. */
#define MAX_LINE 65536
#define MAX_FILE (COMMONS_JSON_MAX_BYTES + MAX_LINE)

#define LOCK_TRIES 40
#define LOCK_PAUSE (G_USEC_PER_SEC / 20)

char *
commons_kept_get_default_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "commons-canvas", "boards", NULL);
}

char *
commons_kept_get_folder (const char *root,
                         GFile      *file)
{
  g_autofree char *uri = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  uri = g_file_get_uri (file);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_build_filename (root, digest, NULL);
}

/* ---- Files --------------------------------------------------------------- */

static GBytes *
make_file (JsonObject *about,
           GBytes     *content)
{
  GString *out = g_string_new (NULL);
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  commons_json_tree_append_object (out, about, NULL);
  g_string_append_c (out, '\n');
  g_string_append_len (out, data, (gssize) length);

  return g_string_free_to_bytes (out);
}

gboolean
commons_kept_write (const char  *path,
                    JsonObject  *about,
                    GBytes      *content,
                    GError     **error)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (about != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  file = g_file_new_for_path (path);
  bytes = make_file (about, content);

  return commons_atomic_file_replace (file, bytes, NULL, NULL, NULL, error);
}

/* A pipe or a device in place of the file must not be waited for, nor a link
 * followed to something that is none of our files. */
static int
open_regular (const char *path,
              gsize      *size)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  struct stat info;

  if (fd >= 0 && fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_size <= (off_t) MAX_FILE)
    {
      *size = (gsize) info.st_size;
      return fd;
    }

  if (fd >= 0)
    {
      close (fd);
      errno = EINVAL;
    }

  return -1;
}

static GBytes *
read_bytes (const char  *path,
            gsize        most,
            GError     **error)
{
  gsize size = 0, length = 0;
  int fd = open_regular (path, &size);
  char *data;

  if (fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return NULL;
    }

  size = MIN (size, most);
  data = g_malloc (size + 1);
  while (length < size)
    {
      ssize_t n = read (fd, data + length, size - length);

      if (n == 0 || (n < 0 && errno != EINTR))
        break;
      length += n > 0 ? (gsize) n : 0;
    }
  close (fd);

  return g_bytes_new_take (data, length);
}

JsonObject *
commons_kept_parse (const char *data,
                    gsize       length)
{
  g_autoptr(JsonNode) node = NULL;

  if (!commons_json_guard_check (data, length, NULL))
    return NULL;

  node = commons_json_tree_read (data, length, NULL);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

JsonObject *
commons_kept_read (const char  *path,
                   GBytes     **content,
                   GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;
  JsonObject *about = NULL;
  const char *data, *end = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = read_bytes (path, content != NULL ? MAX_FILE : MAX_LINE, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (length > 0)
    end = memchr (data, '\n', MIN (length, MAX_LINE));
  if (end != NULL)
    about = commons_kept_parse (data, (gsize) (end - data));

  if (about == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", path);
  else if (content != NULL)
    *content = g_bytes_new_from_bytes (bytes, (gsize) (end + 1 - data), length - (gsize) (end + 1 - data));

  return about;
}

const char *
commons_kept_get_string (JsonObject *object,
                         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

gint64
commons_kept_get_int (JsonObject *object,
                      const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;

  return json_node_get_int (node);
}

/* ---- Folders ------------------------------------------------------------- */

static gboolean
write_address (const char  *folder,
               GFile       *file,
               GError     **error)
{
  g_autofree char *path = g_build_filename (folder, ADDRESS, NULL);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(JsonObject) about = json_object_new ();
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);

  json_object_set_string_member (about, "uri", uri);

  return commons_kept_write (path, about, nothing, error);
}

static GFile *
read_address (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ADDRESS, NULL);
  g_autoptr(JsonObject) about = commons_kept_read (path, NULL, NULL);
  const char *uri = about != NULL ? commons_kept_get_string (about, "uri") : NULL;

  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

char *
commons_kept_make_folder (const char  *root,
                          GFile       *file,
                          GError     **error)
{
  g_autofree char *folder = commons_kept_get_folder (root, file);
  g_autofree char *address = g_build_filename (folder, ADDRESS, NULL);
  g_autoptr(GError) own_error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return NULL;
    }

  if (g_file_test (address, G_FILE_TEST_EXISTS) || write_address (folder, file, &own_error))
    return g_steal_pointer (&folder);

  /* Another program was faster, and says the same. */
  if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return g_steal_pointer (&folder);

  g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

static gboolean
is_gone (GFile *file)
{
  g_autoptr(GFile) parent = g_file_get_parent (file);

  return g_file_is_native (file) && !g_file_query_exists (file, NULL) &&
         parent != NULL && g_file_query_exists (parent, NULL);
}

/* Whether the folder is the one of a file that is gone. */
static gboolean
is_left (const char *root,
         const char *folder)
{
  g_autoptr(GFile) file = read_address (folder);
  g_autofree char *own = file != NULL ? commons_kept_get_folder (root, file) : NULL;

  return own != NULL && g_str_equal (own, folder) && is_gone (file);
}

char *
commons_kept_find_moved (const char *root,
                         GFile      *file,
                         const char *name)
{
  g_autofree char *folder = commons_kept_get_folder (root, file);
  g_autofree char *found = NULL;
  g_autoptr(GDir) dir = g_dir_open (root, 0, NULL);
  const char *other;
  guint n = 0;

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    return NULL;

  while (dir != NULL && (other = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *candidate = g_build_filename (root, other, NULL);
      g_autofree char *path = g_build_filename (candidate, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          n++;
          g_free (found);
          found = g_steal_pointer (&candidate);
        }
    }

  /* Where two boards were once the same, nobody can tell which it was. */
  return n == 1 && is_left (root, found) ? g_steal_pointer (&found) : NULL;
}

gboolean
commons_kept_take_over (const char *root,
                        GFile      *file,
                        const char *folder)
{
  g_autofree char *own = commons_kept_get_folder (root, file);

  return g_rename (folder, own) == 0 && write_address (own, file, NULL);
}

int
commons_kept_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  int lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

  for (guint i = 0; lock >= 0 && i < LOCK_TRIES && flock (lock, LOCK_EX | LOCK_NB) != 0; i++)
    g_usleep (LOCK_PAUSE);

  return lock;
}

void
commons_kept_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}
