/* test-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core-fixture.h"

typedef struct
{
  guint          n_changed;
  guint          n_changes;
  CommonsOrigin  origin;
  char          *label;
  char          *merge_key;
  char          *ids; /* of the board while the signal was emitted */
} Heard;

static void
heard_clear (Heard *heard)
{
  g_clear_pointer (&heard->label, g_free);
  g_clear_pointer (&heard->merge_key, g_free);
  g_clear_pointer (&heard->ids, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heard, heard_clear)

static void
changed_cb (CommonsBoard     *board,
            CommonsChangeSet *changes,
            int               origin,
            const char       *label,
            const char       *merge_key,
            Heard            *heard)
{
  heard_clear (heard);
  heard->n_changed++;
  heard->n_changes = commons_change_set_get_length (changes);
  heard->origin = origin;
  heard->label = g_strdup (label);
  heard->merge_key = g_strdup (merge_key);
  heard->ids = fixture_ids (board);
}

static void
assert_links (CommonsBoard *board,
              const char   *id,
              const char   *expected)
{
  GPtrArray *links = commons_board_get_links (board, id);
  GString *said = g_string_new (NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? " " : "", commons_record_get_id (g_ptr_array_index (links, i)));

  g_assert_cmpstr (said->str, ==, expected);
  g_string_free (said, TRUE);
}

static void
test_new_is_empty (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  CommonsRect extents;

  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 0);
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 0);
  g_assert_cmpstr (commons_board_get_title (board), ==, "");
  g_assert_null (commons_board_get_language (board));
  g_assert_false (commons_board_get_extents (board, &extents));
  fixture_assert_says (fixture_say (commons_board_get_head (board)), "{'commons':{'format':1},'nodes':[],'edges':[]}");
}

static void
test_head (void)
{
  g_autoptr (CommonsRecord) head =
    fixture_record (COMMONS_TABLE_HEAD, "{'commons':{'format':1,'title':'Fontaines','language':'fr'}}");
  g_autoptr (CommonsBoard) board = commons_board_new_from_records (head, NULL, NULL);
  guint position;

  g_assert_true (commons_board_get_head (board) == head);
  g_assert_cmpstr (commons_board_get_title (board), ==, "Fontaines");
  g_assert_cmpstr (commons_board_get_language (board), ==, "fr");
  g_assert_true (commons_board_lookup (board, "") == head);
  g_assert_null (commons_board_lookup_node (board, ""));
  g_assert_false (commons_board_get_position (board, "", &position));
}

static void
test_lookup (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  guint position = G_MAXUINT;

  fixture_check (board);
  fixture_assert_says (fixture_ids (board), "ring a b c | ab bc cc");

  g_assert_true (commons_board_lookup (board, "b") == commons_board_get_node (board, 2));
  g_assert_true (commons_board_lookup_node (board, "b") == commons_board_get_node (board, 2));
  g_assert_true (commons_board_lookup (board, "bc") == commons_board_get_edge (board, 1));
  g_assert_null (commons_board_lookup_node (board, "bc"));
  g_assert_null (commons_board_lookup (board, "none"));

  g_assert_true (commons_board_get_position (board, "c", &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_true (commons_board_get_position (board, "cc", &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (commons_board_get_position (board, "none", &position));
}

static void
test_links (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();

  assert_links (board, "a", "ab");
  assert_links (board, "b", "ab bc");
  assert_links (board, "c", "bc cc");
  g_assert_null (commons_board_get_links (board, "ring"));
  g_assert_null (commons_board_get_links (board, "none"));
}

static void
test_links_follow_changes (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) turned = commons_record_with_ends (commons_board_lookup (board, "ab"), "ring", "c");
  g_autoptr (CommonsRecord) loop = fixture_edge ("loop", "a", "a");

  commons_editor_begin (editor, "Turn", NULL);
  commons_editor_set (editor, turned);
  commons_editor_add (editor, loop);
  commons_editor_commit (editor);

  fixture_check (board);
  assert_links (board, "ring", "ab");
  assert_links (board, "a", "loop");
  assert_links (board, "b", "bc");
  assert_links (board, "c", "bc cc ab");

  fixture_remove (editor, "loop");
  fixture_check (board);
  g_assert_null (commons_board_get_links (board, "a"));
}

/* A file may hold a link to a card that is not there. */
static void
test_dangling_links (void)
{
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{}");
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (CommonsEditor) editor = NULL;
  g_autoptr (CommonsRecord) late = fixture_node ("late", "rule", 0, 0, 10, 10);

  g_ptr_array_add (edges, fixture_edge ("e", "late", "never"));
  g_ptr_array_add (edges, fixture_record (COMMONS_TABLE_EDGES, "{'id':'half','toNode':'late'}"));
  board = commons_board_new_from_records (head, NULL, edges);
  editor = commons_editor_new (board);

  assert_links (board, "late", "e half");
  assert_links (board, "never", "e");

  fixture_add (editor, late, NULL);
  fixture_remove (editor, "late");
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 0);
  g_assert_null (commons_board_get_links (board, "never"));
}

static void
test_extents (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) far =
    fixture_node ("far", "rule", -COMMONS_COORD_MAX, COMMONS_COORD_MAX, COMMONS_COORD_MAX, COMMONS_COORD_MAX);
  CommonsRect extents;

  g_assert_true (commons_board_get_extents (board, &extents));
  g_assert_cmpint (extents.x, ==, 0);
  g_assert_cmpint (extents.y, ==, 0);
  g_assert_cmpint (extents.width, ==, 1200);
  g_assert_cmpint (extents.height, ==, 400);

  fixture_add (editor, far, NULL);
  g_assert_true (commons_board_get_extents (board, &extents));
  g_assert_cmpint (extents.x, ==, -COMMONS_COORD_MAX);
  g_assert_cmpint (extents.y, ==, 0);
  g_assert_cmpint (extents.width, ==, COMMONS_COORD_MAX + 1200);
  g_assert_cmpint (extents.height, ==, 2 * COMMONS_COORD_MAX);
}

static void
test_one_signal_a_commit (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) new = fixture_node ("new", "rule", 0, 0, 10, 10);
  g_autoptr (CommonsRecord) head = commons_record_with_string (commons_board_get_head (board), "commons/title", "T");
  g_auto (Heard) heard = { 0 };

  g_signal_connect (board, "changed", G_CALLBACK (changed_cb), &heard);

  commons_editor_begin (editor, "Many things", "key");
  commons_editor_set (editor, head);
  commons_editor_add (editor, new);
  commons_editor_remove (editor, "c");
  commons_editor_reorder (editor, "new", 0);
  g_assert_cmpuint (heard.n_changed, ==, 0);
  g_assert_true (commons_editor_commit (editor));

  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpuint (heard.n_changes, ==, 6);
  g_assert_cmpint (heard.origin, ==, COMMONS_ORIGIN_EDIT);
  g_assert_cmpstr (heard.label, ==, "Many things");
  g_assert_cmpstr (heard.merge_key, ==, "key");
  g_assert_cmpstr (heard.ids, ==, "new ring a b | ab");
  g_assert_cmpstr (commons_board_get_title (board), ==, "T");
}

static void
test_signals_of_history (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  g_autoptr (CommonsChangeSet) undone = NULL;
  g_autoptr (CommonsChangeSet) redone = NULL;
  g_auto (Heard) heard = { 0 };

  fixture_remove (editor, "b");
  g_signal_connect (board, "changed", G_CALLBACK (changed_cb), &heard);

  undone = commons_history_undo (history);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpuint (heard.n_changes, ==, commons_change_set_get_length (undone));
  g_assert_cmpint (heard.origin, ==, COMMONS_ORIGIN_UNDO);
  g_assert_cmpstr (heard.label, ==, "Remove");
  g_assert_null (heard.merge_key);
  g_assert_cmpstr (heard.ids, ==, "ring a b c | ab bc cc");

  redone = commons_history_redo (history);
  g_assert_cmpuint (heard.n_changed, ==, 2);
  g_assert_cmpint (heard.origin, ==, COMMONS_ORIGIN_REDO);
  g_assert_cmpstr (heard.ids, ==, "ring a c | cc");
  g_assert_nonnull (redone);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/new-is-empty", test_new_is_empty);
  g_test_add_func ("/board/head", test_head);
  g_test_add_func ("/board/lookup", test_lookup);
  g_test_add_func ("/board/links", test_links);
  g_test_add_func ("/board/links-follow-changes", test_links_follow_changes);
  g_test_add_func ("/board/dangling-links", test_dangling_links);
  g_test_add_func ("/board/extents", test_extents);
  g_test_add_func ("/board/one-signal-a-commit", test_one_signal_a_commit);
  g_test_add_func ("/board/signals-of-history", test_signals_of_history);

  return g_test_run ();
}
