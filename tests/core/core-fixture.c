/* core-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core-fixture.h"

JsonObject *
fixture_object (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));

  return json_object_ref (json_node_get_object (node));
}

CommonsRecord *
fixture_record (CommonsTable  table,
                const char   *json)
{
  g_autoptr (GError) error = NULL;
  CommonsRecord *record = commons_record_new (table, fixture_object (json), &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);

  return record;
}

CommonsRecord *
fixture_node (const char *id,
              const char *kind,
              int         x,
              int         y,
              int         width,
              int         height)
{
  const CommonsRect bounds = { x, y, width, height };
  gboolean plain = g_strcmp0 (kind, "group") == 0;
  gboolean group = plain || g_strcmp0 (kind, "circle") == 0 || g_strcmp0 (kind, "zone") == 0;
  g_autoptr (CommonsRecord) record = commons_record_new_card (plain ? NULL : kind, group, &bounds, id);

  return commons_record_with_id (record, id);
}

CommonsRecord *
fixture_edge (const char *id,
              const char *from,
              const char *to)
{
  g_autoptr (CommonsRecord) record = commons_record_new_link ("relates_to", from, to);

  return commons_record_with_id (record, id);
}

CommonsBoard *
fixture_board (void)
{
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'nodes':[],'edges':[]}");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  g_ptr_array_add (nodes, fixture_node ("ring", "circle", 0, 0, 400, 400));
  g_ptr_array_add (nodes, fixture_node ("a", "rule", 100, 100, 200, 60));
  g_ptr_array_add (nodes, fixture_node ("b", "value", 100, 200, 200, 60));
  g_ptr_array_add (nodes, fixture_node ("c", NULL, 1000, 0, 200, 60));
  g_ptr_array_add (edges, fixture_edge ("ab", "a", "b"));
  g_ptr_array_add (edges, fixture_edge ("bc", "b", "c"));
  g_ptr_array_add (edges, fixture_edge ("cc", "c", "c"));

  return commons_board_new_from_records (head, nodes, edges);
}

char *
fixture_say (CommonsRecord *record)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, commons_record_get_object (record));

  return g_strdelimit (json_to_string (node, FALSE), "\"", '\'');
}

char *
fixture_ids (CommonsBoard *board)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_string_append_printf (ids, "%s ", commons_record_get_id (commons_board_get_node (board, i)));
  g_string_append_c (ids, '|');
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    g_string_append_printf (ids, " %s", commons_record_get_id (commons_board_get_edge (board, i)));

  return g_string_free (ids, FALSE);
}

static void
dump_record (GString       *dump,
             CommonsRecord *record)
{
  g_autofree char *said = fixture_say (record);

  g_string_append_printf (dump, "%s\n", said);
}

char *
fixture_dump (CommonsBoard *board)
{
  GString *dump = g_string_new (NULL);

  dump_record (dump, commons_board_get_head (board));
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    dump_record (dump, commons_board_get_node (board, i));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    dump_record (dump, commons_board_get_edge (board, i));

  return g_string_free (dump, FALSE);
}

void
fixture_add (CommonsEditor *editor,
             CommonsRecord *record,
             const char    *merge_key)
{
  commons_editor_begin (editor, "Add", merge_key);
  commons_editor_add (editor, record);
  commons_editor_commit (editor);
}

void
fixture_write (CommonsEditor *editor,
               const char    *id,
               const char    *text,
               const char    *merge_key)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (CommonsRecord) changed = commons_record_with_text (commons_board_lookup (board, id), text);

  commons_editor_begin (editor, text, merge_key);
  commons_editor_set (editor, changed);
  commons_editor_commit (editor);
}

void
fixture_remove (CommonsEditor *editor,
                const char    *id)
{
  commons_editor_begin (editor, "Remove", NULL);
  commons_editor_remove (editor, id);
  commons_editor_commit (editor);
}

static void
check_record (CommonsBoard  *board,
              CommonsRecord *record,
              guint          index)
{
  const char *id = commons_record_get_id (record);
  guint position = G_MAXUINT;

  g_assert_true (commons_board_lookup (board, id) == record);
  g_assert_true (commons_board_get_position (board, id, &position));
  g_assert_cmpuint (position, ==, index);
}

/* Counts the ends of edges at a node by going through all edges. */
static guint
count_links (CommonsBoard *board,
             const char   *id)
{
  GPtrArray *links = commons_board_get_links (board, id);
  guint n_links = 0;

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i);

      if (g_str_equal (commons_record_get_from (edge), id) || g_str_equal (commons_record_get_to (edge), id))
        {
          g_assert_nonnull (links);
          g_assert_true (g_ptr_array_find (links, edge, NULL));
          n_links++;
        }
    }

  return n_links;
}

void
fixture_check (CommonsBoard *board)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      GPtrArray *links = commons_board_get_links (board, commons_record_get_id (node));

      check_record (board, node, i);
      g_assert_cmpuint (count_links (board, commons_record_get_id (node)), ==, links ? links->len : 0);
      g_assert_true (links == NULL || links->len > 0);
    }

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    check_record (board, commons_board_get_edge (board, i), i);

  g_assert_true (commons_board_lookup (board, "") == commons_board_get_head (board));
}
