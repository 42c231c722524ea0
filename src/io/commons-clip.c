/* commons-clip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is copied from a board and pasted into one.
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-clip-private.h"
#include "commons-json-guard.h"
#include "commons-json-tree.h"
#include "commons-reader-private.h"
#include "commons-writer.h"

CommonsBoard *
_commons_clip_new_board (GPtrArray *nodes,
                         GPtrArray *edges)
{
  g_autoptr (CommonsBoard) empty = commons_board_new ();

  return commons_board_new_from_records (commons_board_get_head (empty), nodes, edges);
}

/* The nodes of @ids and what lies in them. Ids belong to the board. */
static GHashTable *
collect (CommonsBoard *board,
         GPtrArray    *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (node != NULL)
        g_hash_table_add (set, (gpointer) commons_record_get_id (node));
    }

  /* Of a whole board there is no more to find. */
  for (guint i = 0; i < ids->len && g_hash_table_size (set) < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      g_autoptr (GPtrArray) content = NULL;

      if (node == NULL || !commons_record_is_group (node))
        continue;

      content = commons_board_get_content (board, commons_record_get_id (node));
      for (guint j = 0; j < content->len; j++)
        g_hash_table_add (set, (gpointer) commons_record_get_id (g_ptr_array_index (content, j)));
    }

  return set;
}

CommonsBoard *
commons_clip_take (CommonsBoard *board,
                   GPtrArray    *ids)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  g_autoptr (GHashTable) set = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  set = collect (board, ids);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_hash_table_contains (set, commons_record_get_id (node)))
        g_ptr_array_add (nodes, node);
    }

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i);

      if (g_hash_table_contains (set, commons_record_get_from (edge)) &&
          g_hash_table_contains (set, commons_record_get_to (edge)))
        g_ptr_array_add (edges, edge);
    }

  return _commons_clip_new_board (nodes, edges);
}

GBytes *
commons_clip_write (CommonsBoard *clip)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (clip), NULL);

  return commons_writer_write_full (clip, COMMONS_WRITER_HEAD);
}

/* A board names a type and a place with its first card; other JSON that has
 * “nodes” by chance does not. An empty board is one when it says so. */
static gboolean
is_board (JsonObject *root)
{
  JsonNode *member = json_object_get_member (root, "nodes");
  JsonNode *first;

  if (json_object_has_member (root, "commons"))
    return TRUE;

  if (member == NULL || !JSON_NODE_HOLDS_ARRAY (member) ||
      json_array_get_length (json_node_get_array (member)) == 0)
    return FALSE;

  first = json_array_get_element (json_node_get_array (member), 0);

  return JSON_NODE_HOLDS_OBJECT (first) &&
         json_object_has_member (json_node_get_object (first), "type") &&
         json_object_has_member (json_node_get_object (first), "x");
}

static CommonsBoard *
read_board (GBytes             *bytes,
            JsonNode           *root,
            CommonsJsonNumbers *numbers,
            GError            **error)
{
  g_autoptr (CommonsBoard) board = _commons_reader_read_tree (bytes, root, numbers, NULL, error);

  if (board != NULL && commons_board_get_n_nodes (board) > COMMONS_CLIP_MAX_NODES)
    {
      g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_LIMIT,
                   _("There are more than %d cards"), COMMONS_CLIP_MAX_NODES);
      return NULL;
    }

  return g_steal_pointer (&board);
}

CommonsBoard *
commons_clip_read_json (GBytes  *bytes,
                        guint   *n_skipped,
                        GError **error)
{
  g_autoptr (CommonsJsonNumbers) numbers = commons_json_numbers_new ();
  g_autoptr (JsonNode) root = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (n_skipped != NULL)
    *n_skipped = 0;

  data = g_bytes_get_data (bytes, &length);
  if (!commons_json_guard_check (data, length, error))
    return NULL;

  root = commons_json_tree_read (data, length, numbers);

  if (JSON_NODE_HOLDS_OBJECT (root) && _commons_clip_is_excalidraw (json_node_get_object (root)))
    return _commons_clip_read_excalidraw (json_node_get_object (root), n_skipped, error);

  if (JSON_NODE_HOLDS_OBJECT (root) && is_board (json_node_get_object (root)))
    return read_board (bytes, root, numbers, error);

  g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNKNOWN,
                       _("This is neither a board nor a drawing"));
  return NULL;
}
