/* test-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core-fixture.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Follows the changes a commit tells of, to see what is in them. */
static void
keep_changes_cb (CommonsBoard      *board,
                 CommonsChangeSet  *changes,
                 int                origin,
                 const char        *label,
                 const char        *merge_key,
                 CommonsChangeSet **kept)
{
  g_clear_pointer (kept, commons_change_set_unref);
  *kept = commons_change_set_ref (changes);
}

static void
write_text (CommonsEditor *editor,
            const char    *id,
            const char    *text)
{
  CommonsRecord *record = commons_board_lookup (commons_editor_get_board (editor), id);
  g_autoptr (CommonsRecord) changed = commons_record_with_text (record, text);

  commons_editor_set (editor, changed);
}

static void
test_begin_and_end (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);

  g_assert_true (commons_editor_get_board (editor) == board);
  g_assert_false (commons_editor_is_busy (editor));
  commons_editor_begin (editor, "One", NULL);
  g_assert_true (commons_editor_is_busy (editor));
  commons_editor_commit (editor);
  g_assert_false (commons_editor_is_busy (editor));
  commons_editor_begin (editor, "Two", NULL);
  commons_editor_rollback (editor);
  g_assert_false (commons_editor_is_busy (editor));
}

static void
test_add_places_groups_below_cards (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  static const struct
  {
    const char *id;
    const char *kind;
    const char *ids;
  } steps[] = {
    { "a", "rule", "a |" },
    { "ring", "circle", "ring a |" },
    { "b", "value", "ring a b |" },
    { "zone", "zone", "ring zone a b |" },
    { "plain", "group", "ring zone plain a b |" },
    { "c", NULL, "ring zone plain a b c |" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (CommonsRecord) record = fixture_node (steps[i].id, steps[i].kind, 0, 0, 10, 10);

      fixture_add (editor, record, NULL);
      fixture_assert_says (fixture_ids (board), steps[i].ids);
      fixture_check (board);
    }
}

/* A group that was raised above cards stays there; the next goes above it. */
static void
test_add_above_raised_group (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) zone = fixture_node ("zone", "zone", 0, 0, 10, 10);

  commons_editor_begin (editor, "Raise", NULL);
  commons_editor_reorder (editor, "ring", 1);
  commons_editor_add (editor, zone);
  commons_editor_commit (editor);

  fixture_assert_says (fixture_ids (board), "a ring zone b c | ab bc cc");
}

static void
test_add_links_on_top (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) edge = fixture_edge ("ac", "a", "c");

  fixture_add (editor, edge, NULL);

  fixture_assert_says (fixture_ids (board), "ring a b c | ab bc cc ac");
  fixture_check (board);
}

static void
test_set_is_seen_at_once (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);

  commons_editor_begin (editor, "Write", NULL);
  write_text (editor, "a", "first");
  g_assert_cmpstr (commons_record_get_text (commons_board_lookup (board, "a")), ==, "first");
  write_text (editor, "a", "second");
  g_assert_cmpstr (commons_record_get_text (commons_board_lookup (board, "a")), ==, "second");
  g_assert_true (commons_editor_commit (editor));
  fixture_check (board);
  fixture_assert_says (fixture_ids (board), "ring a b c | ab bc cc");
}

static void
test_set_of_equal_is_nothing (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  CommonsRecord *before = commons_board_lookup (board, "a");
  guint n_changed = 0;

  g_signal_connect_swapped (board, "changed", G_CALLBACK (count_cb), &n_changed);

  commons_editor_begin (editor, "Nothing", NULL);
  write_text (editor, "a", "a");
  g_assert_false (commons_editor_commit (editor));

  g_assert_true (commons_board_lookup (board, "a") == before);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_false (commons_history_can_undo (history));
}

static void
test_there_and_back_is_nothing (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  guint n_changed = 0;

  g_signal_connect_swapped (board, "changed", G_CALLBACK (count_cb), &n_changed);

  commons_editor_begin (editor, "There and back", NULL);
  write_text (editor, "a", "there");
  write_text (editor, "b", "there");
  write_text (editor, "b", "b");
  write_text (editor, "a", "a");
  g_assert_false (commons_editor_commit (editor));

  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_false (commons_history_can_undo (history));
  g_assert_false (commons_history_is_modified (history));
}

static void
test_empty_commit_is_nothing (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  guint n_changed = 0;

  g_signal_connect_swapped (board, "changed", G_CALLBACK (count_cb), &n_changed);
  commons_editor_begin (editor, "Nothing", NULL);

  g_assert_false (commons_editor_commit (editor));
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
test_commit_folds_edits (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsChangeSet) changes = NULL;

  g_signal_connect (board, "changed", G_CALLBACK (keep_changes_cb), &changes);
  commons_editor_begin (editor, "Write", NULL);
  write_text (editor, "a", "1");
  write_text (editor, "b", "2");
  write_text (editor, "a", "3");
  commons_editor_commit (editor);

  g_assert_cmpuint (commons_change_set_get_length (changes), ==, 2);
  g_assert_cmpstr (commons_record_get_text (commons_change_set_get (changes, 0)->before), ==, "a");
  g_assert_cmpstr (commons_record_get_text (commons_change_set_get (changes, 0)->after), ==, "3");
}

static void
test_remove_takes_links_along (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  g_autoptr (CommonsChangeSet) undone = NULL;
  g_autofree char *before = fixture_dump (board);

  fixture_remove (editor, "c");
  fixture_assert_says (fixture_ids (board), "ring a b | ab");
  fixture_check (board);
  g_assert_null (commons_board_get_links (board, "c"));

  undone = commons_history_undo (history);
  fixture_assert_says (fixture_dump (board), before);
  fixture_check (board);
}

static void
test_remove_circle_leaves_content (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);

  fixture_remove (editor, "ring");

  fixture_assert_says (fixture_ids (board), "a b c | ab bc cc");
}

static void
test_reorder (void)
{
  static const struct
  {
    const char *id;
    guint       position;
    const char *ids;
  } cases[] = {
    { "a", 3, "ring b c a | ab bc cc" },
    { "a", 0, "a ring b c | ab bc cc" },
    { "a", G_MAXUINT, "ring b c a | ab bc cc" },
    { "a", 1, "ring a b c | ab bc cc" },
    { "c", 1, "ring c a b | ab bc cc" },
    { "cc", 0, "ring a b c | cc ab bc" },
    { "ab", 99, "ring a b c | bc cc ab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CommonsBoard) board = fixture_board ();
      g_autoptr (CommonsEditor) editor = commons_editor_new (board);
      g_autofree char *before = fixture_ids (board);

      commons_editor_begin (editor, "Reorder", NULL);
      commons_editor_reorder (editor, cases[i].id, cases[i].position);
      g_assert_cmpint (commons_editor_commit (editor), ==, !g_str_equal (before, cases[i].ids));
      fixture_assert_says (fixture_ids (board), cases[i].ids);
      fixture_check (board);
    }
}

static void
test_set_head (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) head =
    commons_record_with_string (commons_board_get_head (board), "commons/title", "Fontaines");

  commons_editor_begin (editor, "Rename", NULL);
  commons_editor_set (editor, head);
  g_assert_true (commons_editor_commit (editor));

  g_assert_cmpstr (commons_board_get_title (board), ==, "Fontaines");
  fixture_check (board);
}

static void
test_rollback (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  g_autoptr (CommonsRecord) circle = fixture_node ("outer", "circle", -100, -100, 900, 900);
  g_autoptr (CommonsRecord) head = commons_record_with_string (commons_board_get_head (board), "commons/title", "T");
  g_autofree char *before = fixture_dump (board);
  guint n_changed = 0;

  g_signal_connect_swapped (board, "changed", G_CALLBACK (count_cb), &n_changed);

  commons_editor_begin (editor, "Much", NULL);
  commons_editor_add (editor, circle);
  commons_editor_set (editor, head);
  write_text (editor, "a", "new");
  commons_editor_reorder (editor, "outer", 3);
  commons_editor_remove (editor, "b");
  write_text (editor, "a", "newer");
  commons_editor_remove (editor, "outer");
  commons_editor_rollback (editor);

  fixture_assert_says (fixture_dump (board), before);
  fixture_check (board);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_false (commons_history_can_undo (history));
}

static void
edit_again_cb (CommonsEditor *editor)
{
  if (commons_board_lookup (commons_editor_get_board (editor), "echo") == NULL)
    {
      g_autoptr (CommonsRecord) echo = fixture_node ("echo", "rule", 0, 0, 10, 10);

      fixture_add (editor, echo, NULL);
    }
}

static void
test_listener_may_edit (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  g_autofree char *before = fixture_dump (board);

  g_signal_connect_swapped (board, "changed", G_CALLBACK (edit_again_cb), editor);
  fixture_write (editor, "a", "new", NULL);

  fixture_assert_says (fixture_ids (board), "ring a b c echo | ab bc cc");
  g_assert_false (commons_editor_is_busy (editor));

  g_signal_handlers_disconnect_by_func (board, edit_again_cb, editor);
  while (commons_history_can_undo (history))
    {
      g_autoptr (CommonsChangeSet) undone = commons_history_undo (history);

      g_assert_nonnull (undone);
    }
  fixture_assert_says (fixture_dump (board), before);
}

static void
test_set_outside_traps (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (CommonsBoard) board = fixture_board ();
      g_autoptr (CommonsEditor) editor = commons_editor_new (board);

      write_text (editor, "a", "new");
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*only be changed within a transaction*");
}

static void
test_add_outside_traps (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (CommonsBoard) board = fixture_board ();
      g_autoptr (CommonsEditor) editor = commons_editor_new (board);
      g_autoptr (CommonsRecord) record = fixture_node ("new", "rule", 0, 0, 10, 10);

      commons_editor_add (editor, record);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*only be changed within a transaction*");
}

static void
test_remove_outside_traps (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (CommonsBoard) board = fixture_board ();
      g_autoptr (CommonsEditor) editor = commons_editor_new (board);

      commons_editor_begin (editor, "Done", NULL);
      commons_editor_commit (editor);
      commons_editor_remove (editor, "a");
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*only be changed within a transaction*");
}

static void
test_nested_begin_traps (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (CommonsBoard) board = fixture_board ();
      g_autoptr (CommonsEditor) editor = commons_editor_new (board);

      commons_editor_begin (editor, "Outer", NULL);
      commons_editor_begin (editor, "Inner", NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*A transaction is under way: Outer*");
}

/* Misuse that is survived: it is told of and changes nothing. */
static void
test_refuses_misuse (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) twin = fixture_node ("a", "value", 5, 5, 10, 10);
  g_autoptr (CommonsRecord) stranger = fixture_node ("stranger", "value", 5, 5, 10, 10);
  g_autoptr (CommonsRecord) other_table = fixture_edge ("a", "b", "c");
  g_autofree char *before = fixture_dump (board);

  commons_editor_begin (editor, "Misuse", NULL);

  g_test_expect_message ("commons-editor", G_LOG_LEVEL_CRITICAL, "*commons_editor_add*");
  commons_editor_add (editor, twin);
  g_test_expect_message ("commons-editor", G_LOG_LEVEL_CRITICAL, "*commons_editor_add*");
  commons_editor_add (editor, commons_board_get_head (board));
  g_test_expect_message ("commons-editor", G_LOG_LEVEL_CRITICAL, "*commons_editor_set*");
  commons_editor_set (editor, stranger);
  g_test_expect_message ("commons-editor", G_LOG_LEVEL_CRITICAL, "*commons_editor_set*");
  commons_editor_set (editor, other_table);
  g_test_expect_message ("commons-editor", G_LOG_LEVEL_CRITICAL, "*commons_editor_remove*");
  commons_editor_remove (editor, "stranger");
  g_test_expect_message ("commons-editor", G_LOG_LEVEL_CRITICAL, "*commons_editor_remove*");
  commons_editor_remove (editor, "");
  g_test_expect_message ("commons-editor", G_LOG_LEVEL_CRITICAL, "*commons_editor_reorder*");
  commons_editor_reorder (editor, "stranger", 0);
  g_test_assert_expected_messages ();

  g_assert_false (commons_editor_commit (editor));
  fixture_assert_says (fixture_dump (board), before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editor/begin-and-end", test_begin_and_end);
  g_test_add_func ("/editor/add-places-groups-below-cards", test_add_places_groups_below_cards);
  g_test_add_func ("/editor/add-above-raised-group", test_add_above_raised_group);
  g_test_add_func ("/editor/add-links-on-top", test_add_links_on_top);
  g_test_add_func ("/editor/set-is-seen-at-once", test_set_is_seen_at_once);
  g_test_add_func ("/editor/set-of-equal-is-nothing", test_set_of_equal_is_nothing);
  g_test_add_func ("/editor/there-and-back-is-nothing", test_there_and_back_is_nothing);
  g_test_add_func ("/editor/empty-commit-is-nothing", test_empty_commit_is_nothing);
  g_test_add_func ("/editor/commit-folds-edits", test_commit_folds_edits);
  g_test_add_func ("/editor/remove-takes-links-along", test_remove_takes_links_along);
  g_test_add_func ("/editor/remove-circle-leaves-content", test_remove_circle_leaves_content);
  g_test_add_func ("/editor/reorder", test_reorder);
  g_test_add_func ("/editor/set-head", test_set_head);
  g_test_add_func ("/editor/rollback", test_rollback);
  g_test_add_func ("/editor/listener-may-edit", test_listener_may_edit);
  g_test_add_func ("/editor/set-outside-traps", test_set_outside_traps);
  g_test_add_func ("/editor/add-outside-traps", test_add_outside_traps);
  g_test_add_func ("/editor/remove-outside-traps", test_remove_outside_traps);
  g_test_add_func ("/editor/nested-begin-traps", test_nested_begin_traps);
  g_test_add_func ("/editor/refuses-misuse", test_refuses_misuse);

  return g_test_run ();
}
