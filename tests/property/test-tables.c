/* test-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boards of any kind, brought together: nothing any of them says is missing,
 * ids are unique, links hold, and undo gives the same bytes.
 */

#include "config.h"

#include <string.h>

#include "commons-alike.h"
#include "commons-history.h"
#include "commons-tables.h"
#include "commons-writer.h"

#define N_ROUNDS 150

static const char *const kinds[] = { "value", "rule", "community", "motivation", "resource", "strange", NULL };
static const char *const containers[] = { "circle", "zone", NULL };
static const char *const links[] = { "applies_to", "derives_from", "embodies", "nested_in", "strange", NULL };
static const char *const titles[] = { "Water", "Free access to water", "free accesses to water", "", "Core", "Core", "Été" };

static char *
write_board (CommonsBoard *board)
{
  g_autoptr (GBytes) bytes = commons_writer_write (board);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Small numbers, so that boards have ids in common. */
static char *
make_id (GRand *random)
{
  return g_strdup_printf ("%d", g_rand_int_range (random, 0, 40));
}

static CommonsRecord *
decorate (GRand         *random,
          CommonsRecord *node,
          guint          serial)
{
  g_autofree char *word = g_strdup_printf ("note %u", serial);
  g_autofree char *other = make_id (random);
  g_autoptr (CommonsRecord) noted = g_rand_boolean (random) ? commons_record_with_string (node, "commons/notes", word)
                                                            : commons_record_ref (node);
  g_autoptr (CommonsRecord) filled = g_rand_boolean (random) ? commons_record_with_string (noted, "commons/fields/holder", other)
                                                             : commons_record_ref (noted);
  g_autoptr (CommonsRecord) foreign = commons_record_with_string (filled, "x-own/word", word);
  g_autoptr (CommonsRecord) hidden = commons_record_with_flag (foreign, "commons/hidden", g_rand_int_range (random, 0, 8) == 0);
  g_autoptr (CommonsRecord) table = g_rand_int_range (random, 0, 6) == 0
                                      ? commons_record_with_string (hidden, "commons/table", "Old") : commons_record_ref (hidden);

  return commons_record_with_flag (table, "commons/locked", g_rand_int_range (random, 0, 6) == 0);
}

static CommonsRecord *
make_node (GRand *random,
           guint  serial)
{
  gboolean group = g_rand_int_range (random, 0, 4) == 0;
  int size = group ? g_rand_int_range (random, 60, 900) : 62;
  const CommonsRect bounds = {
    g_rand_int_range (random, -1000, 1000), g_rand_int_range (random, -1000, 1000), group ? size : 204, size,
  };
  const char *title = titles[g_rand_int_range (random, 0, G_N_ELEMENTS (titles))];
  g_autofree char *text = group ? g_strdup (title) : g_strdup_printf ("%s\nbody %u", title, serial);
  g_autofree char *id = make_id (random);
  const char *kind = group ? containers[g_rand_int_range (random, 0, G_N_ELEMENTS (containers))]
                           : kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (CommonsRecord) node = commons_record_new_card (kind, group, &bounds, text);
  g_autoptr (CommonsRecord) named = commons_record_with_id (node, id);

  return decorate (random, named, serial);
}

static void
answer (GRand         *random,
        CommonsEditor *editor,
        guint          serial)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autofree char *json = g_strdup_printf ("{\"def%d\":{\"state\":\"%s\",\"reason\":\"reason %u\",\"cards\":[\"%d\",\"%d\"],\"x-own\":\"more %u\"}}",
                                           g_rand_int_range (random, 1, 4), g_rand_boolean (random) ? "answered" : "discuss",
                                           serial, g_rand_int_range (random, 0, 40), g_rand_int_range (random, 0, 40), serial);
  g_autoptr (CommonsRecord) head = commons_record_with (commons_board_get_head (board), "commons/sheets",
                                                        json_from_string (json, NULL));

  commons_editor_set (editor, head);
}

static CommonsBoard *
make_board (GRand *random,
            guint *serial)
{
  CommonsBoard *board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  guint n_nodes = (guint) g_rand_int_range (random, 0, 30);

  commons_editor_begin (editor, "Make", NULL);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autoptr (CommonsRecord) node = make_node (random, (*serial)++);

      if (commons_board_lookup (board, commons_record_get_id (node)) == NULL)
        commons_editor_add (editor, node);
    }

  for (guint i = 0; i < n_nodes && commons_board_get_n_nodes (board) > 0; i++)
    {
      guint n = commons_board_get_n_nodes (board);
      const char *from = commons_record_get_id (commons_board_get_node (board, (guint) g_rand_int_range (random, 0, (gint32) n)));
      const char *to = commons_record_get_id (commons_board_get_node (board, (guint) g_rand_int_range (random, 0, (gint32) n)));
      g_autofree char *id = g_strdup_printf ("e%d", g_rand_int_range (random, 0, 40));
      g_autofree char *label = g_strdup_printf ("label %u", (*serial)++);
      g_autoptr (CommonsRecord) edge = commons_record_new_link (links[g_rand_int_range (random, 0, G_N_ELEMENTS (links))], from, to);
      g_autoptr (CommonsRecord) named = commons_record_with_id (edge, id);
      g_autoptr (CommonsRecord) said = commons_record_with_text (named, label);

      if (commons_board_lookup (board, id) == NULL && !g_str_equal (from, to))
        commons_editor_add (editor, said);
    }
  answer (random, editor, (*serial)++);
  commons_editor_commit (editor);

  return board;
}

static void
collect_words (JsonNode   *node,
               const char *name,
               GHashTable *words)
{
  static const char *const no_words[] = { "id", "type", "fromNode", "toNode", "cards", "holder", "state", "kind", "link",
                                          "table", "tables", "mark", "color", "status", "format" };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (no_words); i++)
    {
      if (g_str_equal (no_words[i], name))
        return;
    }

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *member;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &member, &value))
        collect_words (value, member, words);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        collect_words (json_array_get_element (json_node_get_array (node), i), name, words);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_auto (GStrv) lines = g_strsplit (json_node_get_string (node), "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        g_hash_table_add (words, g_strdup (lines[i]));
    }
}

/* Every line any of them says stands somewhere in the result. */
static void
assert_said (CommonsBoard *table,
             const char   *result)
{
  g_autofree char *text = write_board (table);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  const char *word;

  collect_words (root, NULL, words);
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, (gpointer *) &word, NULL))
    {
      if (strstr (result, word) == NULL)
        g_error ("“%s” is missing", word);
    }
}

static void
assert_sound (CommonsBoard *board)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_assert_true (g_hash_table_add (ids, (gpointer) commons_record_get_id (commons_board_get_node (board, i))));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) commons_record_get_id (edge)));
      g_assert_nonnull (commons_board_lookup_node (board, commons_record_get_from (edge)));
      g_assert_nonnull (commons_board_lookup_node (board, commons_record_get_to (edge)));
    }
}

static void
choose (GRand         *random,
        CommonsTables *tables)
{
  GPtrArray *groups = commons_tables_get_groups (tables);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);
      g_autofree char *text = commons_alike_propose_text (group);
      CommonsTablesChoice choice = (CommonsTablesChoice) g_rand_int_range (random, 0, 3);

      commons_tables_choose (tables, i, choice, commons_record_get_id (g_ptr_array_index (group, 0)), text, 0);
    }
}

static void
try_once (guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint serial = 0, n_tables = (guint) g_rand_int_range (random, 0, 5);
  g_autoptr (CommonsBoard) board = make_board (random, &serial);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  g_autoptr (CommonsTables) tables = commons_tables_new (board, commons_catalogue_get ("en"));
  g_autoptr (GPtrArray) boards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *before = write_board (board);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (CommonsChangeSet) back = NULL;
  g_autoptr (CommonsChangeSet) forth = NULL;

  for (guint i = 0; i < n_tables; i++)
    {
      g_ptr_array_add (boards, make_board (random, &serial));
      commons_tables_add (tables, g_ptr_array_index (boards, i), "Table", "table.commons");
    }

  choose (random, tables);
  if (!commons_tables_apply (tables, editor, "Merge Tables"))
    return;

  after = write_board (board);
  assert_sound (board);
  for (guint i = 0; i < n_tables; i++)
    assert_said (g_ptr_array_index (boards, i), after);

  back = commons_history_undo (history);
  g_assert_nonnull (back);
  undone = write_board (board);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (commons_history_can_undo (history));
  assert_said (board, after);
  forth = commons_history_redo (history);
  g_assert_nonnull (forth);
  redone = write_board (board);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_random (void)
{
  guint first = (guint) g_test_rand_int_range (0, G_MAXINT32);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_test_message ("seed %u", first + i);
      try_once (first + i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/random", test_random);

  return g_test_run ();
}
