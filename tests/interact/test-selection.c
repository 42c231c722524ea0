/* test-selection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-history.h"
#include "commons-selection.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "z", "zone", { 0, 0, 500, 500 } },
  { "a", "rule", { 0, 0, 200, 60 } },
  { "b", "value", { 300, 0, 200, 60 } },
  { "c", NULL, { 600, 0, 200, 60 } },
};

static const SupportEdge edges[] = {
  { "e", "embodies", "a", "b" },
};

typedef struct
{
  CommonsBoard     *board;
  CommonsSelection *selection;
  guint             n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  fixture->selection = commons_selection_new (fixture->board);
  g_signal_connect_swapped (fixture->selection, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->board);
}

/* Compares the selection and the number of signals since the last time. */
static void
assert_selection (Fixture    *fixture,
                  const char *expected,
                  guint       n_changed)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (fixture->selection);
  g_autofree char *joined = support_join (ids);

  g_assert_cmpstr (joined, ==, expected);
  g_assert_cmpuint (commons_selection_get_n (fixture->selection), ==, ids->len);
  g_assert_cmpstr (commons_selection_get_primary (fixture->selection), ==,
                   ids->len > 0 ? g_ptr_array_index (ids, ids->len - 1) : NULL);
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (commons_selection_contains (fixture->selection, g_ptr_array_index (ids, i)));

  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
  fixture->n_changed = 0;
}

static void
test_basics (Fixture       *fixture,
             gconstpointer  data)
{
  CommonsSelection *selection = fixture->selection;

  assert_selection (fixture, "", 0);
  g_assert_true (commons_selection_add (selection, "b"));
  g_assert_true (commons_selection_add (selection, "e"));
  assert_selection (fixture, "b e", 2);
  g_assert_false (commons_selection_add (selection, "e"));
  assert_selection (fixture, "b e", 0);
  g_assert_true (commons_selection_add (selection, "b"));
  assert_selection (fixture, "e b", 1);
  g_assert_true (commons_selection_toggle (selection, "e"));
  assert_selection (fixture, "b", 1);
  g_assert_true (commons_selection_toggle (selection, "a"));
  assert_selection (fixture, "b a", 1);
  g_assert_false (commons_selection_remove (selection, "c"));
  g_assert_true (commons_selection_remove (selection, commons_selection_get_primary (selection)));
  assert_selection (fixture, "b", 1);
  g_assert_false (commons_selection_set_only (selection, "b"));
  g_assert_true (commons_selection_set_only (selection, "c"));
  assert_selection (fixture, "c", 1);
  g_assert_true (commons_selection_clear (selection));
  g_assert_false (commons_selection_clear (selection));
  assert_selection (fixture, "", 1);
  g_assert_false (commons_selection_contains (selection, NULL));
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("nowhere a nowhere a b");
  g_autoptr (GPtrArray) same = support_split ("a b");

  g_assert_false (commons_selection_add (fixture->selection, "nowhere"));
  g_assert_false (commons_selection_add (fixture->selection, ""));
  g_assert_false (commons_selection_set_only (fixture->selection, "nowhere"));
  assert_selection (fixture, "", 0);

  g_assert_true (commons_selection_set_many (fixture->selection, ids));
  assert_selection (fixture, "a b", 1);
  g_assert_false (commons_selection_set_many (fixture->selection, same));
  assert_selection (fixture, "a b", 0);
}

static void
test_select_all (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) records = NULL;

  g_assert_true (commons_selection_select_all (fixture->selection));
  assert_selection (fixture, "z a b c", 1);
  g_assert_true (commons_selection_has_nodes (fixture->selection, 4));
  g_assert_false (commons_selection_has_nodes (fixture->selection, 5));

  commons_selection_set_only (fixture->selection, "e");
  commons_selection_add (fixture->selection, "c");
  g_assert_true (commons_selection_has_nodes (fixture->selection, 1));
  g_assert_false (commons_selection_has_nodes (fixture->selection, 2));
  records = commons_selection_list_nodes (fixture->selection);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_true (g_ptr_array_index (records, 0) == commons_board_lookup_node (fixture->board, "c"));
  g_assert_true (commons_selection_has_nodes (fixture->selection, 1));
  g_assert_false (commons_selection_has_nodes (fixture->selection, 2));
}

/* What leaves the board leaves the selection, with one signal; undo brings it
 * back to the board alone. */
static void
test_removal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CommonsEditor) editor = commons_editor_new (fixture->board);
  g_autoptr (CommonsHistory) history = commons_history_new (fixture->board);
  g_autoptr (CommonsChangeSet) changes = NULL;
  g_autoptr (GPtrArray) ids = support_split ("e a b c");

  commons_selection_set_many (fixture->selection, ids);
  fixture->n_changed = 0;

  commons_editor_begin (editor, "Delete", NULL);
  commons_editor_remove (editor, "a");
  commons_editor_remove (editor, "c");
  commons_editor_commit (editor);
  assert_selection (fixture, "b", 1);

  changes = commons_history_undo (history);
  assert_selection (fixture, "b", 0);
}

static void
test_set_board (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CommonsBoard) other = support_board_new (&nodes[1], 1, NULL, 0);
  g_autoptr (GPtrArray) ids = support_split ("a b");

  commons_selection_set_many (fixture->selection, ids);
  fixture->n_changed = 0;

  commons_selection_set_board (fixture->selection, other);
  g_assert_true (commons_selection_get_board (fixture->selection) == other);
  assert_selection (fixture, "a", 1);

  commons_selection_set_board (fixture->selection, NULL);
  assert_selection (fixture, "", 1);
  g_assert_false (commons_selection_add (fixture->selection, "a"));
  g_assert_false (commons_selection_select_all (fixture->selection));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/selection/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("basics", test_basics);
  ADD ("unknown", test_unknown);
  ADD ("select-all", test_select_all);
  ADD ("removal", test_removal);
  ADD ("set-board", test_set_board);
#undef ADD

  return g_test_run ();
}
