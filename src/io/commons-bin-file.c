/* commons-bin-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-bin-file"

#include "config.h"

#include <string.h>

#include "commons-bin-file.h"
#include "commons-json-tree.h"
#include "commons-kept.h"

#define NAME "deleted"
#define MARK "commons-bin"

/* What is larger was not written here. */
#define MAX_READ (2 * COMMONS_BIN_FILE_MAX_BYTES)

/* ---- One thing ----------------------------------------------------------- */

static char *
write_item (CommonsBinItem *item)
{
  g_autoptr(JsonObject) about = NULL;
  GString *out;

  if (item->record == NULL)
    return g_strdup (item->source);

  about = json_object_new ();
  json_object_set_string_member (about, "table", item->table == COMMONS_TABLE_NODES ? "nodes" : "edges");
  json_object_set_int_member (about, "removed", item->removed);
  json_object_set_string_member (about, "below", item->below);
  json_object_set_int_member (about, "position", item->position);
  json_object_set_int_member (about, "alone", item->alone ? 1 : 0);
  if (item->place != NULL)
    json_object_set_string_member (about, "place", item->place);

  /* The record is put in as text: others count its references too. */
  out = g_string_new (NULL);
  commons_json_tree_append_object (out, about, NULL);
  g_string_truncate (out, out->len - 1);
  g_string_append (out, ",\"record\":");
  commons_json_tree_append_object (out, commons_record_get_object (item->record), NULL);
  g_string_append_c (out, '}');

  return g_string_free (out, FALSE);
}

static CommonsRecord *
parse_record (JsonObject *about)
{
  CommonsTable table = g_strcmp0 (commons_kept_get_string (about, "table"), "edges") == 0 ? COMMONS_TABLE_EDGES
                                                                                          : COMMONS_TABLE_NODES;
  JsonNode *node = json_object_get_member (about, "record");

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return commons_record_new (table, json_node_dup_object (node), NULL);
}

static CommonsBinItem *
parse_item (const char *line,
            gsize       length)
{
  g_autoptr(JsonObject) about = commons_kept_parse (line, length);
  g_autoptr(CommonsRecord) record = about != NULL ? parse_record (about) : NULL;
  const char *below;
  CommonsBinItem *item;

  if (record == NULL || *commons_record_get_id (record) == '\0')
    return NULL;

  item = commons_bin_item_new (record);
  item->source = g_strndup (line, length);
  item->removed = commons_kept_get_int (about, "removed");
  item->position = (guint) CLAMP (commons_kept_get_int (about, "position"), 0, G_MAXINT);
  item->place = g_strdup (commons_kept_get_string (about, "place"));
  item->alone = commons_kept_get_int (about, "alone") == 1;
  below = commons_kept_get_string (about, "below");
  if (below != NULL)
    {
      g_free (item->below);
      item->below = g_strdup (below);
    }

  /* This thread made the record, so it ends here. */
  g_clear_pointer (&item->record, commons_record_unref);

  return item;
}

gboolean
commons_bin_file_read_record (CommonsBinItem *item)
{
  g_autoptr(JsonObject) about = NULL;

  g_return_val_if_fail (item != NULL, FALSE);

  if (item->record == NULL && item->source != NULL)
    {
      about = commons_kept_parse (item->source, strlen (item->source));
      item->record = about != NULL ? parse_record (about) : NULL;
    }

  return item->record != NULL;
}

/* ---- All of it ----------------------------------------------------------- */

static GHashTable *
make_items (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) commons_bin_item_unref);
}

static void
take_item (GHashTable     *items,
           CommonsBinItem *item,
           gint64          emptied)
{
  CommonsBinItem *present = g_hash_table_lookup (items, item->id);

  if (item->removed <= emptied || (present != NULL && present->removed > item->removed))
    {
      commons_bin_item_unref (item);
      return;
    }

  g_hash_table_replace (items, item->id, item);
}

static void
parse_lines (GHashTable *items,
             GBytes     *bytes,
             gint64      emptied)
{
  gsize left;
  const char *line = g_bytes_get_data (bytes, &left);

  while (left > 0 && left <= MAX_READ)
    {
      const char *end = memchr (line, '\n', left);
      gsize length = end != NULL ? (gsize) (end - line) : left;
      CommonsBinItem *item = length > 0 ? parse_item (line, length) : NULL;

      if (item != NULL)
        take_item (items, item, emptied);
      length += end != NULL ? 1 : 0;
      line += length;
      left -= length;
    }
}

static char *
get_path (const char *root,
          GFile      *file)
{
  g_autofree char *folder = commons_kept_get_folder (root, file);

  return g_build_filename (folder, NAME, NULL);
}

static GHashTable *
read_items (const char *root,
            GFile      *file,
            GPtrArray  *added,
            gint64     *emptied)
{
  GHashTable *items = make_items ();
  g_autofree char *path = file != NULL ? get_path (root, file) : NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(JsonObject) about = path != NULL ? commons_kept_read (path, &content, NULL) : NULL;

  *emptied = 0;
  if (about != NULL && commons_kept_get_int (about, MARK) == 1)
    {
      *emptied = commons_kept_get_int (about, "emptied");
      parse_lines (items, content, *emptied);
    }

  for (guint i = 0; i < added->len; i++)
    take_item (items, commons_bin_item_ref (g_ptr_array_index (added, i)), *emptied);

  return items;
}

static int
compare_removed (gconstpointer a,
                 gconstpointer b)
{
  const CommonsBinItem *first = *(CommonsBinItem *const *) a;
  const CommonsBinItem *second = *(CommonsBinItem *const *) b;

  return first->removed < second->removed ? -1 : first->removed > second->removed;
}

static GPtrArray *
sort_items (GHashTable *items)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_bin_item_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (sorted, commons_bin_item_ref (item));
  g_ptr_array_sort (sorted, compare_removed);

  return sorted;
}

GPtrArray *
commons_bin_file_read (const char *root,
                       GFile      *file,
                       GPtrArray  *added)
{
  g_autoptr(GHashTable) items = NULL;
  gint64 emptied;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (added != NULL, NULL);

  items = read_items (root, file, added, &emptied);

  return sort_items (items);
}

/* The last ones first, as long as there is room. */
static GBytes *
write_items (GPtrArray *items)
{
  gint64 oldest = g_get_real_time () - COMMONS_BIN_FILE_DAYS * G_TIME_SPAN_DAY;
  GString *out = g_string_new (NULL);
  guint n[] = { 0, 0 };

  for (guint i = items->len; i > 0; i--)
    {
      CommonsBinItem *item = g_ptr_array_index (items, i - 1);
      gboolean is_link = item->table == COMMONS_TABLE_EDGES;
      g_autofree char *line = NULL;

      if (item->removed < oldest || ++n[is_link] > (is_link ? 2 : 1) * COMMONS_BIN_MAX)
        continue;

      line = write_item (item);
      if (out->len + strlen (line) + 1 > COMMONS_BIN_FILE_MAX_BYTES)
        break;
      g_string_append (out, line);
      g_string_append_c (out, '\n');
    }

  return g_string_free_to_bytes (out);
}

static gboolean
write_all (const char  *path,
           GPtrArray   *items,
           gint64       emptied,
           GError     **error)
{
  g_autoptr(JsonObject) about = json_object_new ();
  g_autoptr(GBytes) bytes = write_items (items);

  json_object_set_int_member (about, MARK, 1);
  json_object_set_int_member (about, "emptied", emptied);

  return commons_kept_write (path, about, bytes, error);
}

gboolean
commons_bin_file_write (const char  *root,
                        GFile       *file,
                        GPtrArray   *added,
                        GError     **error)
{
  g_autofree char *folder = commons_kept_make_folder (root, file, error);
  g_autofree char *path = NULL;
  g_autoptr(GHashTable) items = NULL;
  g_autoptr(GPtrArray) sorted = NULL;
  gint64 emptied;
  gboolean done;
  int lock;

  if (folder == NULL)
    return FALSE;

  lock = commons_kept_lock (folder);
  path = g_build_filename (folder, NAME, NULL);
  items = read_items (root, file, added, &emptied);
  sorted = sort_items (items);
  done = write_all (path, sorted, emptied, error);
  commons_kept_unlock (lock);

  return done;
}

gboolean
commons_bin_file_empty (const char  *root,
                        GFile       *file,
                        GError     **error)
{
  g_autofree char *folder = commons_kept_make_folder (root, file, error);
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  gboolean done;
  int lock;

  if (folder == NULL)
    return FALSE;

  lock = commons_kept_lock (folder);
  path = g_build_filename (folder, NAME, NULL);
  done = write_all (path, nothing, g_get_real_time (), error);
  commons_kept_unlock (lock);

  return done;
}
