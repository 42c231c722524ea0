/* commons-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A version is named by a digest of what the board said: the same is kept once,
 * and what is damaged is found out.
 */

#define G_LOG_DOMAIN "commons-versions"

#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "commons-kept.h"
#include "commons-versions-private.h"

#define ENDING ".version"
#define MARK "commons-version"
#define DIGEST_LENGTH 64

/* No person gives a name as long as this one. */
#define MAX_NAME 200

static const char *const reasons[] = { "saved", "opened", "named", "not-saved", "replaced" };

void
commons_version_free (CommonsVersion *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

/* ---- One version --------------------------------------------------------- */

static gboolean
is_id (const char *text,
       gsize       length)
{
  if (length != DIGEST_LENGTH)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]) && (text[i] < 'a' || text[i] > 'f'))
        return FALSE;
    }

  return TRUE;
}

static char *
get_path (const char *folder,
          const char *id)
{
  g_autofree char *name = g_strconcat (id, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

static CommonsVersionReason
read_reason (JsonObject *about)
{
  const char *word = commons_kept_get_string (about, "reason");

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_strcmp0 (word, reasons[i]) == 0)
        return (CommonsVersionReason) i;
    }

  return COMMONS_VERSION_SAVED;
}

static char *
dup_short (const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return g_utf8_strlen (text, -1) <= MAX_NAME ? g_strdup (text) : g_utf8_substring (text, 0, MAX_NAME);
}

static CommonsVersion *
read_version (const char *folder,
              const char *id)
{
  g_autofree char *path = get_path (folder, id);
  g_autoptr(JsonObject) about = commons_kept_read (path, NULL, NULL);
  CommonsVersion *version;
  GStatBuf info;

  if (about == NULL || commons_kept_get_int (about, MARK) != 1 || g_lstat (path, &info) != 0)
    return NULL;

  version = g_new0 (CommonsVersion, 1);
  version->id = g_strdup (id);
  version->title = dup_short (commons_kept_get_string (about, "title"));
  if (version->title == NULL)
    version->title = g_strdup ("");
  version->name = dup_short (commons_kept_get_string (about, "name"));
  version->kept = MAX (commons_kept_get_int (about, "kept"), 0);
  version->size = (guint64) info.st_size;
  version->reason = read_reason (about);

  return version;
}

static gboolean
write_version (const char            *folder,
               const CommonsVersion  *version,
               GBytes                *board,
               GError               **error)
{
  g_autofree char *path = get_path (folder, version->id);
  g_autoptr(JsonObject) about = json_object_new ();

  json_object_set_int_member (about, MARK, 1);
  json_object_set_int_member (about, "kept", version->kept);
  json_object_set_string_member (about, "reason", reasons[version->reason]);
  json_object_set_string_member (about, "title", version->title);
  if (version->name != NULL)
    json_object_set_string_member (about, "name", version->name);

  return commons_kept_write (path, about, board, error);
}

/* ---- All of a board ------------------------------------------------------ */

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  const CommonsVersion *first = *(CommonsVersion *const *) a;
  const CommonsVersion *second = *(CommonsVersion *const *) b;

  if (first->kept != second->kept)
    return first->kept < second->kept ? 1 : -1;

  return strcmp (first->id, second->id);
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_version_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = NULL;
      CommonsVersion *version;

      if (!g_str_has_suffix (name, ENDING) || !is_id (name, strlen (name) - strlen (ENDING)))
        continue;

      id = g_strndup (name, DIGEST_LENGTH);
      version = read_version (folder, id);
      if (version != NULL)
        g_ptr_array_add (versions, version);
    }
  g_ptr_array_sort (versions, compare_versions);

  return versions;
}

GPtrArray *
commons_versions_list (const char *root,
                       GFile      *file)
{
  g_autofree char *folder = commons_kept_get_folder (root, file);

  return list_folder (folder);
}

static void
drop_old_ones (const char *folder)
{
  g_autoptr(GPtrArray) versions = list_folder (folder);
  g_autoptr(GPtrArray) gone = commons_versions_choose (versions, g_get_real_time ());

  for (guint i = 0; i < gone->len; i++)
    {
      g_autofree char *path = get_path (folder, ((CommonsVersion *) g_ptr_array_index (gone, i))->id);

      g_unlink (path);
    }
}

static gboolean
keep_in_folder (const char            *folder,
                const CommonsVersion  *version,
                GBytes                *board,
                GError               **error)
{
  g_autoptr(CommonsVersion) present = read_version (folder, version->id);

  if (present != NULL && version->name == NULL &&
      (present->name != NULL || version->reason == COMMONS_VERSION_OPENED))
    return TRUE;

  if (!write_version (folder, version, board, error))
    return FALSE;
  drop_old_ones (folder);

  return TRUE;
}

/* A file that was renamed is what its last version says. One that only began
 * alike is another board. */
static gboolean
find_again (const char *root,
            GFile      *file,
            const char *id)
{
  g_autofree char *name = g_strconcat (id, ENDING, NULL);
  g_autofree char *folder = commons_kept_find_moved (root, file, name);
  g_autoptr(GPtrArray) versions = folder != NULL ? list_folder (folder) : NULL;
  const CommonsVersion *last = versions != NULL && versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;

  return last != NULL && g_str_equal (last->id, id) && commons_kept_take_over (root, file, folder);
}

gboolean
commons_versions_keep (const char            *root,
                       GFile                 *file,
                       GBytes                *board,
                       const char            *title,
                       const char            *name,
                       CommonsVersionReason   reason,
                       GError               **error)
{
  g_autoptr(CommonsVersion) version = NULL;
  g_autofree char *folder = NULL;
  gboolean done;
  int lock;

  g_return_val_if_fail (root != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (board != NULL, FALSE);

  version = g_new0 (CommonsVersion, 1);
  version->id = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, board);
  version->title = g_strdup (title != NULL ? title : "");
  version->name = dup_short (name);
  version->kept = g_get_real_time ();
  version->reason = reason;

  if (reason == COMMONS_VERSION_OPENED && find_again (root, file, version->id))
    return TRUE;

  folder = commons_kept_make_folder (root, file, error);
  if (folder == NULL)
    return FALSE;

  lock = commons_kept_lock (folder);
  done = keep_in_folder (folder, version, board, error);
  commons_kept_unlock (lock);

  return done;
}

GBytes *
commons_versions_read (const char  *root,
                       GFile       *file,
                       const char  *id,
                       GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *digest = NULL;
  g_autoptr(JsonObject) about = NULL;
  g_autoptr(GBytes) content = NULL;

  g_return_val_if_fail (id != NULL && is_id (id, strlen (id)), NULL);

  folder = commons_kept_get_folder (root, file);
  path = get_path (folder, id);
  about = commons_kept_read (path, &content, error);
  if (about == NULL)
    return NULL;

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (!g_str_equal (digest, id))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", path);
      return NULL;
    }

  return g_steal_pointer (&content);
}

gboolean
commons_versions_set_name (const char  *root,
                           GFile       *file,
                           const char  *id,
                           const char  *name,
                           GError     **error)
{
  g_autofree char *folder = commons_kept_get_folder (root, file);
  g_autoptr(CommonsVersion) version = NULL;
  g_autoptr(GBytes) board = NULL;
  gboolean done = FALSE;
  int lock = commons_kept_lock (folder);

  board = commons_versions_read (root, file, id, error);
  version = board != NULL ? read_version (folder, id) : NULL;
  if (version != NULL)
    {
      g_free (version->name);
      version->name = dup_short (name);
      done = write_version (folder, version, board, error);
    }
  commons_kept_unlock (lock);

  return done;
}

void
commons_versions_delete (const char *root,
                         GFile      *file,
                         const char *id)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (id != NULL && is_id (id, strlen (id)));

  folder = commons_kept_get_folder (root, file);
  path = get_path (folder, id);
  g_unlink (path);
}

/* ---- In a worker --------------------------------------------------------- */

typedef struct
{
  char                 *root;
  GFile                *file;
  GBytes               *board;
  char                 *title;
  char                 *name;
  CommonsVersionReason  reason;
} Work;

/* How many of these there are. */
static GMutex pending_lock;
static GCond pending_changed;
static guint n_pending;

void
_commons_versions_count_pending (int change)
{
  g_mutex_lock (&pending_lock);
  n_pending = (guint) ((int) n_pending + change);
  g_cond_broadcast (&pending_changed);
  g_mutex_unlock (&pending_lock);
}

void
commons_versions_wait (void)
{
  g_mutex_lock (&pending_lock);
  while (n_pending > 0)
    g_cond_wait (&pending_changed, &pending_lock);
  g_mutex_unlock (&pending_lock);
}

static void
work_free (gpointer data)
{
  Work *self = data;

  g_free (self->root);
  g_object_unref (self->file);
  g_bytes_unref (self->board);
  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

static void
keep_in_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (commons_versions_keep (work->root, work->file, work->board, work->title, work->name, work->reason, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  _commons_versions_count_pending (-1);
}

void
commons_versions_keep_async (const char           *root,
                             GFile                *file,
                             GBytes               *board,
                             const char           *title,
                             const char           *name,
                             CommonsVersionReason  reason,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  Work *work;

  g_return_if_fail (root != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (board != NULL);

  work = g_new0 (Work, 1);
  *work = (Work) { g_strdup (root), g_object_ref (file), g_bytes_ref (board), g_strdup (title), g_strdup (name), reason };

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, commons_versions_keep_async);
  g_task_set_task_data (task, work, work_free);
  _commons_versions_count_pending (1);
  g_task_run_in_thread (task, keep_in_worker);
}

gboolean
commons_versions_keep_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
