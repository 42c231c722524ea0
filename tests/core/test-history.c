/* test-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core-fixture.h"

typedef struct
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
  guint           n_modified;
  guint           n_can_undo;
  guint           n_can_redo;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->board = fixture_board ();
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
  g_signal_connect_swapped (fixture->history, "notify::modified", G_CALLBACK (count_cb), &fixture->n_modified);
  g_signal_connect_swapped (fixture->history, "notify::can-undo", G_CALLBACK (count_cb), &fixture->n_can_undo);
  g_signal_connect_swapped (fixture->history, "notify::can-redo", G_CALLBACK (count_cb), &fixture->n_can_redo);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

static void
write_text (Fixture    *fixture,
            const char *text,
            const char *merge_key)
{
  fixture_write (fixture->editor, "a", text, merge_key);
}

static gboolean
undo (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  return changes != NULL;
}

static gboolean
redo (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_redo (fixture->history);

  return changes != NULL;
}

static void
assert_text (Fixture    *fixture,
             const char *text)
{
  g_assert_cmpstr (commons_record_get_text (commons_board_lookup (fixture->board, "a")), ==, text);
}

static void
assert_modified (Fixture  *fixture,
                 gboolean  modified)
{
  gboolean property;

  g_object_get (fixture->history, "modified", &property, NULL);
  g_assert_cmpint (property, ==, modified);
  g_assert_cmpint (commons_history_is_modified (fixture->history), ==, modified);
}

static void
assert_can (Fixture  *fixture,
            gboolean  can_undo,
            gboolean  can_redo)
{
  gboolean undo_property, redo_property;

  g_object_get (fixture->history, "can-undo", &undo_property, "can-redo", &redo_property, NULL);
  g_assert_cmpint (undo_property, ==, can_undo);
  g_assert_cmpint (redo_property, ==, can_redo);
  g_assert_cmpint (commons_history_can_undo (fixture->history), ==, can_undo);
  g_assert_cmpint (commons_history_can_redo (fixture->history), ==, can_redo);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  assert_can (fixture, FALSE, FALSE);
  assert_modified (fixture, FALSE);
  g_assert_null (commons_history_get_undo_label (fixture->history));
  g_assert_null (commons_history_get_redo_label (fixture->history));
  g_assert_false (undo (fixture));
  g_assert_false (redo (fixture));
  g_assert_cmpuint (fixture->n_modified + fixture->n_can_undo + fixture->n_can_redo, ==, 0);
}

static void
test_undo_and_redo (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *start = fixture_dump (fixture->board);
  g_autofree char *end = NULL;
  g_autoptr (CommonsRecord) circle = fixture_node ("outer", "circle", -100, -100, 900, 900);

  write_text (fixture, "one", NULL);
  fixture_add (fixture->editor, circle, NULL);
  fixture_remove (fixture->editor, "b");
  end = fixture_dump (fixture->board);
  assert_can (fixture, TRUE, FALSE);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (undo (fixture));
      fixture_check (fixture->board);
    }
  assert_can (fixture, FALSE, TRUE);
  fixture_assert_says (fixture_dump (fixture->board), start);
  assert_modified (fixture, FALSE);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (redo (fixture));
      fixture_check (fixture->board);
    }
  assert_can (fixture, TRUE, FALSE);
  fixture_assert_says (fixture_dump (fixture->board), end);
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  write_text (fixture, "one", NULL);
  write_text (fixture, "two", NULL);

  g_assert_cmpstr (commons_history_get_undo_label (fixture->history), ==, "two");
  g_assert_null (commons_history_get_redo_label (fixture->history));
  undo (fixture);
  g_assert_cmpstr (commons_history_get_undo_label (fixture->history), ==, "one");
  g_assert_cmpstr (commons_history_get_redo_label (fixture->history), ==, "two");
}

static void
test_edit_drops_redo (Fixture       *fixture,
                      gconstpointer  data)
{
  write_text (fixture, "one", NULL);
  write_text (fixture, "two", NULL);
  undo (fixture);
  write_text (fixture, "other", NULL);

  assert_can (fixture, TRUE, FALSE);
  g_assert_false (redo (fixture));
  undo (fixture);
  assert_text (fixture, "one");
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  write_text (fixture, "o", "typing");
  write_text (fixture, "on", "typing");
  write_text (fixture, "one", "typing");

  assert_text (fixture, "one");
  g_assert_true (undo (fixture));
  assert_text (fixture, "a");
  g_assert_false (undo (fixture));
  g_assert_true (redo (fixture));
  assert_text (fixture, "one");
}

static void
test_merge_minds_the_key (Fixture       *fixture,
                          gconstpointer  data)
{
  write_text (fixture, "one", "first");
  write_text (fixture, "two", "second");
  write_text (fixture, "three", NULL);
  write_text (fixture, "four", NULL);

  undo (fixture);
  assert_text (fixture, "three");
  undo (fixture);
  assert_text (fixture, "two");
  undo (fixture);
  assert_text (fixture, "one");
  undo (fixture);
  assert_text (fixture, "a");
}

static void
test_merge_of_other_changes (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *start = fixture_dump (fixture->board);
  g_autoptr (CommonsRecord) new = fixture_node ("new", "rule", 0, 0, 10, 10);
  g_autoptr (CommonsRecord) link = fixture_edge ("link", "new", "a");

  fixture_add (fixture->editor, new, "key");
  fixture_add (fixture->editor, link, "key");
  fixture_write (fixture->editor, "new", "text", "key");

  g_assert_true (undo (fixture));
  fixture_assert_says (fixture_dump (fixture->board), start);
  g_assert_false (undo (fixture));
  redo (fixture);
  fixture_assert_says (fixture_ids (fixture->board), "ring a b c new | ab bc cc link");
  fixture_check (fixture->board);
}

static void
test_no_merge_while_redo_is_there (Fixture       *fixture,
                                   gconstpointer  data)
{
  write_text (fixture, "one", "typing");
  write_text (fixture, "two", "other");
  undo (fixture);
  write_text (fixture, "three", "typing");

  assert_can (fixture, TRUE, FALSE);
  undo (fixture);
  assert_text (fixture, "one");
}

/* Leaves another record on the board that says the same. */
static void
go_there_and_back (Fixture    *fixture,
                   const char *id)
{
  CommonsRecord *before = commons_board_lookup (fixture->board, id);
  g_autoptr (CommonsRecord) there = commons_record_with_text (before, "there");
  g_autoptr (CommonsRecord) back = commons_record_with_text (before, commons_record_get_text (before));

  commons_editor_begin (fixture->editor, "There and back", NULL);
  commons_editor_set (fixture->editor, there);
  commons_editor_set (fixture->editor, back);
  g_assert_false (commons_editor_commit (fixture->editor));
  g_assert_true (commons_board_lookup (fixture->board, id) == back);
}

static void
test_undo_after_nothing (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const ids[] = { "a", "ab", "cc" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *start = fixture_dump (fixture->board);

      fixture_write (fixture->editor, ids[i], "written", NULL);
      go_there_and_back (fixture, ids[i]);
      g_assert_true (undo (fixture));
      fixture_check (fixture->board);
      fixture_assert_says (fixture_dump (fixture->board), start);

      g_assert_true (redo (fixture));
      go_there_and_back (fixture, ids[i]);
      fixture_remove (fixture->editor, ids[i]);
      g_assert_true (undo (fixture));
      g_assert_true (undo (fixture));
      fixture_check (fixture->board);
      fixture_assert_says (fixture_dump (fixture->board), start);
    }
}

static void
test_barrier (Fixture       *fixture,
              gconstpointer  data)
{
  commons_history_barrier (fixture->history);
  write_text (fixture, "one", "typing");
  commons_history_barrier (fixture->history);
  write_text (fixture, "two", "typing");
  write_text (fixture, "three", "typing");

  undo (fixture);
  assert_text (fixture, "one");
  undo (fixture);
  assert_text (fixture, "a");
}

static void
test_merge_to_nothing (Fixture       *fixture,
                       gconstpointer  data)
{
  write_text (fixture, "before", NULL);
  commons_history_mark_saved (fixture->history);
  write_text (fixture, "one", "typing");
  assert_modified (fixture, TRUE);
  write_text (fixture, "before", "typing");

  assert_modified (fixture, FALSE);
  g_assert_cmpstr (commons_history_get_undo_label (fixture->history), ==, "before");
  g_assert_true (undo (fixture));
  assert_text (fixture, "a");
  g_assert_false (undo (fixture));
}

static void
test_merge_to_nothing_at_first (Fixture       *fixture,
                                gconstpointer  data)
{
  write_text (fixture, "one", "typing");
  write_text (fixture, "a", "typing");

  assert_can (fixture, FALSE, FALSE);
  assert_modified (fixture, FALSE);
  g_assert_cmpuint (fixture->n_can_undo, ==, 2);
  g_assert_cmpuint (fixture->n_modified, ==, 2);
}

static void
test_save_point (Fixture       *fixture,
                 gconstpointer  data)
{
  write_text (fixture, "one", NULL);
  assert_modified (fixture, TRUE);
  commons_history_mark_saved (fixture->history);
  assert_modified (fixture, FALSE);

  write_text (fixture, "two", NULL);
  assert_modified (fixture, TRUE);
  undo (fixture);
  assert_modified (fixture, FALSE);
  undo (fixture);
  assert_modified (fixture, TRUE);
  redo (fixture);
  assert_modified (fixture, FALSE);
  redo (fixture);
  assert_modified (fixture, TRUE);
}

static void
test_lost_save_point (Fixture       *fixture,
                      gconstpointer  data)
{
  write_text (fixture, "one", NULL);
  commons_history_mark_saved (fixture->history);
  undo (fixture);
  write_text (fixture, "other", NULL);
  assert_modified (fixture, TRUE);
  undo (fixture);
  assert_modified (fixture, TRUE);
  commons_history_mark_saved (fixture->history);
  assert_modified (fixture, FALSE);
}

/* Steps away from what was saved, in either direction; letters in a row are
 * one. */
static void
test_count_changes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 0);
  write_text (fixture, "o", "typing");
  write_text (fixture, "on", "typing");
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 1);
  write_text (fixture, "two", NULL);
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 2);

  commons_history_mark_saved (fixture->history);
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 0);
  write_text (fixture, "three", NULL);
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 1);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 1);
  undo (fixture);
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 2);

  /* What was saved cannot be reached any more. */
  write_text (fixture, "other", NULL);
  g_assert_cmpuint (commons_history_count_changes (fixture->history), ==, 1);
}

static void
test_no_merge_into_saved (Fixture       *fixture,
                          gconstpointer  data)
{
  write_text (fixture, "o", "typing");
  write_text (fixture, "on", "typing");
  commons_history_mark_saved (fixture->history);
  write_text (fixture, "one", "typing");
  assert_modified (fixture, TRUE);
  write_text (fixture, "ones", "typing");

  undo (fixture);
  assert_text (fixture, "on");
  assert_modified (fixture, FALSE);
  undo (fixture);
  assert_text (fixture, "a");
}

/* Saving takes a while, and somebody goes on writing. */
static void
test_saved_earlier_state (Fixture       *fixture,
                          gconstpointer  data)
{
  guint64 state;

  write_text (fixture, "one", NULL);
  state = commons_history_get_state (fixture->history);
  write_text (fixture, "two", NULL);
  g_assert_true (commons_history_get_state (fixture->history) != state);
  commons_history_mark_saved_state (fixture->history, state);

  assert_modified (fixture, TRUE);
  undo (fixture);
  g_assert_true (commons_history_get_state (fixture->history) == state);
  assert_modified (fixture, FALSE);
}

static void
test_saved_state_that_was_merged (Fixture       *fixture,
                                  gconstpointer  data)
{
  guint64 state;

  write_text (fixture, "one", "typing");
  state = commons_history_get_state (fixture->history);
  write_text (fixture, "two", "typing");
  commons_history_mark_saved_state (fixture->history, state);

  assert_modified (fixture, TRUE);
  undo (fixture);
  assert_modified (fixture, TRUE);
}

static void
test_mark_modified (Fixture       *fixture,
                    gconstpointer  data)
{
  commons_history_mark_modified (fixture->history);
  assert_modified (fixture, TRUE);
  write_text (fixture, "one", NULL);
  undo (fixture);
  assert_modified (fixture, TRUE);
  commons_history_mark_saved (fixture->history);
  assert_modified (fixture, FALSE);
}

static void
test_notifies (Fixture       *fixture,
               gconstpointer  data)
{
  write_text (fixture, "one", NULL);
  g_assert_cmpuint (fixture->n_modified, ==, 1);
  g_assert_cmpuint (fixture->n_can_undo, ==, 1);
  g_assert_cmpuint (fixture->n_can_redo, ==, 0);

  write_text (fixture, "two", NULL);
  g_assert_cmpuint (fixture->n_modified, ==, 1);
  g_assert_cmpuint (fixture->n_can_undo, ==, 1);

  commons_history_mark_saved (fixture->history);
  g_assert_cmpuint (fixture->n_modified, ==, 2);
  commons_history_mark_saved (fixture->history);
  g_assert_cmpuint (fixture->n_modified, ==, 2);

  undo (fixture);
  g_assert_cmpuint (fixture->n_modified, ==, 3);
  g_assert_cmpuint (fixture->n_can_redo, ==, 1);
  undo (fixture);
  g_assert_cmpuint (fixture->n_can_undo, ==, 2);
  g_assert_cmpuint (fixture->n_can_redo, ==, 1);
}

static void
test_states_differ (Fixture       *fixture,
                    gconstpointer  data)
{
  guint64 first = commons_history_get_state (fixture->history);
  guint64 second, third;

  write_text (fixture, "one", NULL);
  second = commons_history_get_state (fixture->history);
  undo (fixture);
  g_assert_true (commons_history_get_state (fixture->history) == first);
  write_text (fixture, "other", NULL);
  third = commons_history_get_state (fixture->history);

  g_assert_true (first != second && second != third && first != third);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/history/empty", test_empty);
  add ("/history/undo-and-redo", test_undo_and_redo);
  add ("/history/labels", test_labels);
  add ("/history/edit-drops-redo", test_edit_drops_redo);
  add ("/history/merge", test_merge);
  add ("/history/merge-minds-the-key", test_merge_minds_the_key);
  add ("/history/merge-of-other-changes", test_merge_of_other_changes);
  add ("/history/no-merge-while-redo-is-there", test_no_merge_while_redo_is_there);
  add ("/history/undo-after-nothing", test_undo_after_nothing);
  add ("/history/barrier", test_barrier);
  add ("/history/merge-to-nothing", test_merge_to_nothing);
  add ("/history/merge-to-nothing-at-first", test_merge_to_nothing_at_first);
  add ("/history/save-point", test_save_point);
  add ("/history/lost-save-point", test_lost_save_point);
  add ("/history/count-changes", test_count_changes);
  add ("/history/no-merge-into-saved", test_no_merge_into_saved);
  add ("/history/saved-earlier-state", test_saved_earlier_state);
  add ("/history/saved-state-that-was-merged", test_saved_state_that_was_merged);
  add ("/history/mark-modified", test_mark_modified);
  add ("/history/notifies", test_notifies);
  add ("/history/states-differ", test_states_differ);

  return g_test_run ();
}
