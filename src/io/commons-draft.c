/* commons-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A draft is one file, so that what it tells and what it holds cannot come
 * apart: a line of JSON, then the board as it would be saved. A second file of
 * the same name is only there to be locked. What the board began from is in a
 * third, which has its checksum in its name: the draft says which one it means,
 * also when the program ends between writing both.
 */

#define G_LOG_DOMAIN "commons-draft"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "commons-atomic-file.h"
#include "commons-draft.h"
#include "commons-file-bytes.h"
#include "commons-json-guard.h"
#include "commons-json-tree.h"
#include "commons-leftovers.h"
#include "commons-local-calls-private.h"

#define ENDING ".draft"
#define LOCK ".lock"
#define BASE ".base"
#define ASIDE "unreadable"
#define MARK "commons-draft"

/* Of the checksum, as much as tells one state of a file from all others. */
#define CHECKSUM_LENGTH 32

/* The line about a draft is short; anything longer is something else. */
#define MAX_LINE 65536

struct _CommonsDraft
{
  GObject           parent_instance;

  char             *path;
  char             *lock_path;
  int               lock;
  CommonsDraftInfo  info;
  GBytes           *base;      /* as written last, to know when there is another */
  char             *base_path; /* NULL when there is none */
};

G_DEFINE_FINAL_TYPE (CommonsDraft, commons_draft, G_TYPE_OBJECT)

static void
clear_info (CommonsDraftInfo *info)
{
  g_clear_pointer (&info->uri, g_free);
  g_clear_pointer (&info->etag, g_free);
  g_clear_pointer (&info->title, g_free);
}

static void
release (CommonsDraft *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static void
commons_draft_finalize (GObject *object)
{
  CommonsDraft *self = COMMONS_DRAFT (object);

  /* A lock nobody needs any more: its draft is gone, or never was. */
  if (self->lock >= 0 && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_unlink (self->lock_path);
  release (self);
  clear_info (&self->info);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->base_path);
  g_free (self->path);
  g_free (self->lock_path);

  G_OBJECT_CLASS (commons_draft_parent_class)->finalize (object);
}

static void
commons_draft_class_init (CommonsDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = commons_draft_finalize;
}

static void
commons_draft_init (CommonsDraft *self)
{
  self->lock = -1;
}

char *
commons_draft_get_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "commons-canvas", "drafts", NULL);
}

static CommonsDraft *
draft_for_name (const char *folder,
                const char *name)
{
  CommonsDraft *self = g_object_new (COMMONS_TYPE_DRAFT, NULL);
  g_autofree char *file = g_strconcat (name, ENDING, NULL);
  g_autofree char *lock = g_strconcat (name, LOCK, NULL);

  self->path = g_build_filename (folder, file, NULL);
  self->lock_path = g_build_filename (folder, lock, NULL);
  self->info.title = g_strdup ("");

  return self;
}

CommonsDraft *
commons_draft_new (const char *folder)
{
  g_autofree char *name = g_uuid_string_random ();

  g_return_val_if_fail (folder != NULL, NULL);

  return draft_for_name (folder, name);
}

/* The system gives a lock back when the program ends, even when it is killed. */
static gboolean
take_lock (CommonsDraft *self)
{
  if (self->lock >= 0)
    return TRUE;

  self->lock = COMMONS_RETRY (g_open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (self->lock >= 0 && COMMONS_RETRY (flock (self->lock, LOCK_EX | LOCK_NB)) == 0)
    return TRUE;

  release (self);

  return FALSE;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gint64
get_int (JsonObject *object,
         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;

  return json_node_get_int (node);
}

/* Such as FOLDER/NAME-CHECKSUM.base */
static char *
make_base_path (CommonsDraft *self,
                const char   *checksum)
{
  g_autofree char *start = g_strndup (self->path, strlen (self->path) - strlen (ENDING));

  return g_strconcat (start, "-", checksum, BASE, NULL);
}

static char *
make_checksum (GBytes *bytes)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strndup (checksum, CHECKSUM_LENGTH);
}

/* Those of earlier saves, or all of them once there is no draft. */
static void
remove_bases (CommonsDraft *self,
              const char   *keep)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *start = make_base_path (self, "");
  g_autofree char *prefix = g_path_get_basename (start);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  prefix[strlen (prefix) - strlen (BASE)] = '\0';
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, BASE) && g_strcmp0 (path, keep) != 0)
        g_unlink (path);
    }
}

static void
forget_base (CommonsDraft *self)
{
  remove_bases (self, NULL);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->base_path, g_free);
}

/* What the file held is written once, not with each change. A draft without it
 * is better than none. */
static void
write_base (CommonsDraft *self,
            GBytes       *base)
{
  if (base == self->base)
    return;

  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->base_path, g_free);
  if (base != NULL)
    {
      g_autofree char *checksum = make_checksum (base);
      g_autofree char *path = make_base_path (self, checksum);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      if (!commons_atomic_file_replace (file, base, NULL, NULL, NULL, NULL))
        return;

      self->base = g_bytes_ref (base);
      self->base_path = g_steal_pointer (&path);
    }
}

static GBytes *
make_file (CommonsDraft           *self,
           GBytes                 *board,
           const CommonsDraftInfo *info)
{
  g_autoptr(JsonObject) object = json_object_new ();
  GString *out = g_string_new (NULL);
  gsize length;
  const char *data = g_bytes_get_data (board, &length);

  json_object_set_int_member (object, MARK, 1);
  if (info->uri != NULL)
    json_object_set_string_member (object, "uri", info->uri);
  if (info->etag != NULL)
    json_object_set_string_member (object, "etag", info->etag);
  json_object_set_string_member (object, "title", info->title != NULL ? info->title : "");
  json_object_set_int_member (object, "began", info->began);
  json_object_set_int_member (object, "changes", info->n_changes);
  if (self->base != NULL)
    {
      g_autofree char *checksum = make_checksum (self->base);

      json_object_set_string_member (object, "base", checksum);
    }

  commons_json_tree_append_object (out, object, NULL);
  g_string_append_c (out, '\n');
  g_string_append_len (out, data, (gssize) length);

  return g_string_free_to_bytes (out);
}

static gboolean
make_folder (CommonsDraft  *self,
             GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  /* What people did not save yet is theirs alone. */
  if (g_mkdir_with_parents (folder, 0700) == 0 && take_lock (self))
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));

  return FALSE;
}

gboolean
commons_draft_write (CommonsDraft            *self,
                     GBytes                  *board,
                     GBytes                  *base,
                     const CommonsDraftInfo  *info,
                     GError                 **error)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gboolean other_base = base != self->base;
  CommonsDraftInfo before;

  g_return_val_if_fail (COMMONS_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (board != NULL, FALSE);
  g_return_val_if_fail (info != NULL, FALSE);

  if (!make_folder (self, error))
    return FALSE;

  write_base (self, base);
  file = g_file_new_for_path (self->path);
  bytes = make_file (self, board, info);
  if (!commons_atomic_file_replace (file, bytes, NULL, NULL, NULL, error))
    return FALSE;

  /* No draft means the others any more. */
  if (other_base)
    remove_bases (self, self->base_path);

  before = self->info;
  self->info = (CommonsDraftInfo) { g_strdup (info->uri), g_strdup (info->etag),
                                    g_strdup (info->title != NULL ? info->title : ""), info->began,
                                    g_get_real_time () / G_USEC_PER_SEC, info->n_changes };
  clear_info (&before);

  return TRUE;
}

static GBytes *
read_file (CommonsDraft  *self,
           GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  return commons_file_bytes_read (file, NULL, NULL, error);
}

static const char *
find_line_end (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL ? memchr (data, '\n', MIN (length, MAX_LINE)) : NULL;
}

GBytes *
commons_draft_read (CommonsDraft  *self,
                    GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  const char *end;
  gsize offset;

  g_return_val_if_fail (COMMONS_IS_DRAFT (self), NULL);

  bytes = read_file (self, error);
  if (bytes == NULL)
    return NULL;

  end = find_line_end (bytes);
  offset = end != NULL ? (gsize) (end + 1 - (const char *) g_bytes_get_data (bytes, NULL)) : 0;

  return g_bytes_new_from_bytes (bytes, offset, g_bytes_get_size (bytes) - offset);
}

GBytes *
commons_draft_read_base (CommonsDraft *self)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (COMMONS_IS_DRAFT (self), NULL);

  if (self->base_path == NULL)
    return NULL;

  file = g_file_new_for_path (self->base_path);
  bytes = commons_file_bytes_read (file, NULL, NULL, NULL);
  if (bytes == NULL)
    return NULL;

  /* Damaged, it would make of the whole board a change. */
  checksum = make_checksum (bytes);
  path = make_base_path (self, checksum);
  if (!g_str_equal (path, self->base_path))
    return NULL;

  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (bytes);

  return g_steal_pointer (&bytes);
}

static gint64
get_mtime (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : 0;
}

/* Nothing else in a draft names a file to read. */
static gboolean
is_checksum (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length == CHECKSUM_LENGTH && strspn (text, "0123456789abcdef") == length;
}

/* Reads what there is to tell; FALSE when it is no draft. */
static gboolean
read_info (CommonsDraft *self)
{
  g_autoptr(GBytes) bytes = read_file (self, NULL);
  const char *end = bytes != NULL ? find_line_end (bytes) : NULL;
  const char *data;
  g_autoptr(JsonNode) node = NULL;
  JsonObject *object;

  if (end == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, NULL);
  if (!commons_json_guard_check (data, (gsize) (end - data), NULL))
    return FALSE;

  node = commons_json_tree_read (data, (gsize) (end - data), NULL);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  object = json_node_get_object (node);
  clear_info (&self->info);
  self->info.uri = g_strdup (get_string (object, "uri"));
  self->info.etag = g_strdup (get_string (object, "etag"));
  self->info.title = g_strdup (get_string (object, "title"));
  if (self->info.title == NULL)
    self->info.title = g_strdup ("");
  self->info.began = get_int (object, "began");
  self->info.n_changes = (guint) CLAMP (get_int (object, "changes"), 0, G_MAXINT);
  self->info.written = get_mtime (self->path);
  if (is_checksum (get_string (object, "base")))
    self->base_path = make_base_path (self, get_string (object, "base"));

  return get_int (object, MARK) == 1;
}

const CommonsDraftInfo *
commons_draft_get_info (CommonsDraft *self)
{
  g_return_val_if_fail (COMMONS_IS_DRAFT (self), NULL);

  return &self->info;
}

const char *
commons_draft_get_path (CommonsDraft *self)
{
  g_return_val_if_fail (COMMONS_IS_DRAFT (self), NULL);

  return self->path;
}

void
commons_draft_discard (CommonsDraft *self)
{
  g_return_if_fail (COMMONS_IS_DRAFT (self));

  if (self->lock < 0)
    return;

  /* The lock goes last: who finds no draft beside it has nothing to take. */
  g_unlink (self->path);
  forget_base (self);
  g_unlink (self->lock_path);
  release (self);
  self->info.written = 0;
}

/* What could not be read keeps what it began from. */
static void
move_base (CommonsDraft *self,
           const char   *folder)
{
  g_autofree char *name = self->base_path != NULL ? g_path_get_basename (self->base_path) : NULL;
  g_autofree char *target = name != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (target != NULL)
    g_rename (self->base_path, target);
  forget_base (self);
}

char *
commons_draft_set_aside (CommonsDraft *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (COMMONS_IS_DRAFT (self), NULL);

  if (self->lock < 0)
    return NULL;

  folder = g_path_get_dirname (self->path);
  aside = g_build_filename (folder, ASIDE, NULL);
  name = g_path_get_basename (self->path);
  target = g_build_filename (aside, name, NULL);

  if (g_mkdir_with_parents (aside, 0700) != 0 || g_file_test (target, G_FILE_TEST_EXISTS) ||
      g_rename (self->path, target) != 0)
    return NULL;

  move_base (self, aside);
  g_unlink (self->lock_path);
  release (self);

  return g_steal_pointer (&target);
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const CommonsDraft *first = *(CommonsDraft *const *) a;
  const CommonsDraft *second = *(CommonsDraft *const *) b;

  if (first->info.written != second->info.written)
    return first->info.written < second->info.written ? 1 : -1;

  return strcmp (first->path, second->path);
}

static void
claim (GPtrArray  *drafts,
       GPtrArray  *unreadable,
       const char *folder,
       const char *file)
{
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (ENDING));
  g_autoptr(CommonsDraft) self = draft_for_name (folder, name);

  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR) || !take_lock (self))
    return;

  /* It may have been saved and deleted between both. */
  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    return;

  if (read_info (self))
    {
      g_ptr_array_add (drafts, g_steal_pointer (&self));
    }
  else
    {
      g_autofree char *aside = commons_draft_set_aside (self);

      g_message ("A draft could not be read and was kept as %s", aside != NULL ? aside : self->path);
      if (unreadable != NULL)
        g_ptr_array_add (unreadable, aside != NULL ? g_steal_pointer (&aside) : g_strdup (self->path));
    }
}

static gboolean
is_old (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 &&
         g_get_real_time () / G_USEC_PER_SEC - (gint64) info.st_mtime >= COMMONS_LEFTOVERS_AGE;
}

/* Of a program that was killed before its first draft was whole, a lock is
 * left, and what its file held. */
static void
sweep_lock (const char *folder,
            const char *file)
{
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (LOCK));
  g_autoptr(CommonsDraft) self = draft_for_name (folder, name);

  if (g_file_test (self->path, G_FILE_TEST_EXISTS) || !is_old (self->lock_path) || !take_lock (self))
    return;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    commons_draft_discard (self);
}

static void
sweep_locks (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, LOCK) && strlen (name) > strlen (LOCK))
        sweep_lock (folder, name);
    }
}

GPtrArray *
commons_draft_claim_all (const char *folder,
                         GPtrArray  *unreadable)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, drafts);

  commons_leftovers_sweep (folder, NULL);
  sweep_locks (folder);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ENDING) && strlen (name) > strlen (ENDING))
        claim (drafts, unreadable, folder, name);
    }

  g_ptr_array_sort (drafts, compare_drafts);

  return drafts;
}
