/* test-tick.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-arrange-tick.h"
#include "commons-history.h"
#include "interact-support.h"

#define TEXT "- [ ] no box\nTwo steps\n- [ ] one\n- [x] two"

static const SupportNode nodes[] = {
  { "zone", "zone", { 0, 0, 400, 400 } },
  { "card", "action", { 0, 0, 204, 62 } },
};

typedef struct
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (CommonsRecord) card = NULL;

  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
  card = commons_record_with_text (commons_board_lookup_node (fixture->board, "card"), data);
  commons_editor_begin (fixture->editor, "Test", NULL);
  commons_editor_set (fixture->editor, card);
  commons_editor_commit (fixture->editor);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->editor);
  g_clear_object (&fixture->board);
}

static const char *
get_text (Fixture *fixture)
{
  return commons_record_get_text (commons_board_lookup_node (fixture->board, "card"));
}

/* Boxes are those of the body; each tick is one step. */
static void
test_tick (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CommonsChangeSet) undone = NULL;

  g_assert_true (commons_arrange_tick (fixture->editor, "card", 0, "Tick"));
  g_assert_cmpstr (get_text (fixture), ==, "- [ ] no box\nTwo steps\n- [x] one\n- [x] two");
  g_assert_true (commons_arrange_tick (fixture->editor, "card", 1, "Tick"));
  g_assert_cmpstr (get_text (fixture), ==, "- [ ] no box\nTwo steps\n- [x] one\n- [ ] two");
  undone = commons_history_undo (fixture->history);
  g_assert_cmpstr (get_text (fixture), ==, "- [ ] no box\nTwo steps\n- [x] one\n- [x] two");

  g_assert_false (commons_arrange_tick (fixture->editor, "card", 2, "Tick"));
  g_assert_false (commons_arrange_tick (fixture->editor, "zone", 0, "Tick"));
  g_assert_false (commons_arrange_tick (fixture->editor, "nowhere", 0, "Tick"));
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (commons_arrange_find_box (commons_board_lookup_node (fixture->board, "card")), ==, 0);
  commons_arrange_tick (fixture->editor, "card", 0, "Tick");
  g_assert_cmpint (commons_arrange_find_box (commons_board_lookup_node (fixture->board, "card")), ==, 1);
  g_assert_cmpint (commons_arrange_find_box (commons_board_lookup_node (fixture->board, "zone")), ==, -1);
}

/* What is locked or hidden keeps its boxes as they are. */
static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const members[] = { "commons/locked", "commons/hidden" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      CommonsRecord *card = commons_board_lookup_node (fixture->board, "card");
      g_autoptr (CommonsRecord) kept = commons_record_with (card, members[i], json_node_init_boolean (json_node_alloc (), TRUE));
      g_autoptr (CommonsChangeSet) undone = NULL;

      commons_editor_begin (fixture->editor, "Test", NULL);
      commons_editor_set (fixture->editor, kept);
      commons_editor_commit (fixture->editor);
      g_assert_false (commons_arrange_tick (fixture->editor, "card", 0, "Tick"));
      g_assert_cmpint (commons_arrange_find_box (kept), ==, -1);
      g_assert_cmpstr (get_text (fixture), ==, TEXT);
      undone = commons_history_undo (fixture->history);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tick/tick", Fixture, TEXT, set_up, test_tick, tear_down);

  g_test_add ("/tick/find", Fixture, TEXT, set_up, test_find, tear_down);
  g_test_add ("/tick/refusals", Fixture, TEXT, set_up, test_refusals, tear_down);

  return g_test_run ();
}
