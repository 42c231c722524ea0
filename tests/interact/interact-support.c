/* interact-support.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "interact-support.h"

static CommonsRecord *
make_record (CommonsTable  table,
             JsonObject   *object)
{
  g_autoptr (GError) error = NULL;
  CommonsRecord *record = commons_record_new (table, object, &error);

  g_assert_no_error (error);
  return record;
}

static void
set_commons (JsonObject *object,
             const char *name,
             const char *value)
{
  JsonObject *commons;

  if (value == NULL)
    return;

  commons = json_object_new ();
  json_object_set_string_member (commons, name, value);
  json_object_set_object_member (object, "commons", commons);
}

static CommonsRecord *
make_node (const SupportNode *node)
{
  JsonObject *object = json_object_new ();
  gboolean foreign = g_strcmp0 (node->kind, "group") == 0;
  gboolean group = foreign || g_strcmp0 (node->kind, "circle") == 0 || g_strcmp0 (node->kind, "zone") == 0;

  json_object_set_string_member (object, "id", node->id);
  json_object_set_string_member (object, "type", group ? "group" : "text");
  json_object_set_int_member (object, "x", node->bounds.x);
  json_object_set_int_member (object, "y", node->bounds.y);
  json_object_set_int_member (object, "width", node->bounds.width);
  json_object_set_int_member (object, "height", node->bounds.height);
  json_object_set_string_member (object, group ? "label" : "text", node->id);
  set_commons (object, "kind", foreign ? NULL : node->kind);

  return make_record (COMMONS_TABLE_NODES, object);
}

static CommonsRecord *
make_edge (const SupportEdge *edge)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", edge->id);
  json_object_set_string_member (object, "fromNode", edge->from);
  json_object_set_string_member (object, "toNode", edge->to);
  set_commons (object, "link", edge->link);

  return make_record (COMMONS_TABLE_EDGES, object);
}

CommonsBoard *
support_board_new (const SupportNode *nodes,
                   guint              n_nodes,
                   const SupportEdge *edges,
                   guint              n_edges)
{
  g_autoptr (CommonsBoard) empty = commons_board_new ();
  g_autoptr (GPtrArray) node_records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edge_records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (node_records, make_node (&nodes[i]));
  for (guint i = 0; i < n_edges; i++)
    g_ptr_array_add (edge_records, make_edge (&edges[i]));

  return commons_board_new_from_records (commons_board_get_head (empty), node_records, edge_records);
}

const CommonsRect *
support_get_bounds (CommonsBoard *board,
                    const char   *id)
{
  CommonsRecord *node = commons_board_lookup_node (board, id);

  g_assert_nonnull (node);
  return commons_record_get_bounds (node);
}

static void
append (GString    *text,
        const char *id)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, id);
}

char *
support_join (GPtrArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    append (text, g_ptr_array_index (ids, i));

  return g_string_free (text, FALSE);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (a, b);
}

char *
support_join_set (GHashTable *ids)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (ids), compare);

  for (GList *iter = keys; iter != NULL; iter = iter->next)
    append (text, iter->data);

  return g_string_free (text, FALSE);
}

char *
support_join_nodes (CommonsBoard *board)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    append (text, commons_record_get_id (commons_board_get_node (board, i)));

  return g_string_free (text, FALSE);
}

char *
support_join_edges (CommonsBoard *board)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    append (text, commons_record_get_id (commons_board_get_edge (board, i)));

  return g_string_free (text, FALSE);
}

static void
dump_record (GString       *text,
             CommonsRecord *record)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *line = NULL;

  json_node_set_object (node, commons_record_get_object (record));
  line = json_to_string (node, FALSE);
  g_string_append_printf (text, "%s\n", line);
}

char *
support_dump (CommonsBoard *board)
{
  GString *text = g_string_new (NULL);

  dump_record (text, commons_board_get_head (board));
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    dump_record (text, commons_board_get_node (board, i));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    dump_record (text, commons_board_get_edge (board, i));

  return g_string_free (text, FALSE);
}

GPtrArray *
support_split (const char *ids)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_ptr_array_add (array, g_strdup (parts[i]));
    }

  return array;
}
