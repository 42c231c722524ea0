/* test-gates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-arrange.h"
#include "commons-gate.h"
#include "commons-history.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "circle", "circle", { 0, 0, 400, 400 } },
  { "inner", "circle", { 100, 190, 200, 200 } },
  { "rule", "rule", { 300, 170, 204, 62 } },
  { "stray", "rule", { 700, 100, 204, 62 } },
  { "value", "value", { 300, 170, 204, 62 } },
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
  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

static GHashTable *
make_set (const char *ids)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) array = support_split (ids);

  for (guint i = 0; i < array->len; i++)
    g_hash_table_add (set, g_strdup (g_ptr_array_index (array, i)));

  return set;
}

/* Moves a card as a drop does: the move and what it means are one step. */
static void
drop (Fixture    *fixture,
      const char *ids,
      int         dx,
      int         dy)
{
  g_autoptr (GHashTable) set = make_set (ids);

  commons_editor_begin (fixture->editor, "Move", NULL);
  commons_arrange_move (fixture->editor, set, dx, dy, "Move", NULL);
  commons_arrange_settle_gates (fixture->editor, commons_catalogue_get ("en"), set);
  commons_editor_commit (fixture->editor);
}

static void
assert_gate (Fixture    *fixture,
             const char *id,
             const char *circle)
{
  CommonsGate gate;

  g_assert_true (commons_gate_find (fixture->board, commons_board_lookup_node (fixture->board, id), &gate));
  g_assert_cmpstr (commons_record_get_id (gate.circle), ==, circle);
  g_assert_true (commons_board_contains (gate.circle, commons_board_lookup_node (fixture->board, id)));
  g_assert_cmpint (support_get_bounds (fixture->board, id)->height, ==, COMMONS_GATE_HEIGHT);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  g_assert_nonnull (changes);
}

static void
test_rule_becomes_a_gate (Fixture       *fixture,
                          gconstpointer  data)
{
  CommonsRecord *rule;

  drop (fixture, "rule", 6, 3);
  assert_gate (fixture, "rule", "circle");
  rule = commons_board_lookup_node (fixture->board, "rule");
  g_assert_cmpstr (commons_record_get_string (rule, "commons/fields/rule_type"), ==, "boundary");
  g_assert_cmpint (commons_record_get_bounds (rule)->width, ==, commons_arrange_measure_gate ("rule"));
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 1);

  undo (fixture);
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 300, 170, 204, 62);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 0);
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_gate_slides_and_stays (Fixture       *fixture,
                            gconstpointer  data)
{
  CommonsRect bounds;

  drop (fixture, "rule", 6, 3);
  bounds = *support_get_bounds (fixture->board, "rule");

  /* Nothing creeps when nothing moves. */
  for (guint i = 0; i < 5; i++)
    drop (fixture, "rule", 0, 0);
  support_assert_rect (support_get_bounds (fixture->board, "rule"), bounds.x, bounds.y, bounds.width, bounds.height);

  drop (fixture, "rule", -3, 40);
  assert_gate (fixture, "rule", "circle");
  g_assert_cmpint (support_get_bounds (fixture->board, "rule")->y, >, bounds.y + 30);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 1);
}

/* Wherever it is let go, a gate lies in the circle it opens, whatever its
 * width. */
static void
test_gate_is_inside (Fixture       *fixture,
                     gconstpointer  data)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *title = g_strnfill ((gsize) g_test_rand_int_range (1, 30), 'n');
      g_autoptr (CommonsRecord) named = commons_record_with_text (commons_board_lookup_node (fixture->board, "rule"), title);
      g_autoptr (CommonsRecord) placed = NULL;
      double angle = g_test_rand_double_range (-4, 4), away = g_test_rand_double_range (190, 210);
      CommonsRect bounds = { (int) (200 + cos (angle) * away) - 102, (int) (200 + sin (angle) * away) - 31, 204, 62 };

      placed = commons_record_with_bounds (named, &bounds);
      commons_editor_begin (fixture->editor, "Place", NULL);
      commons_editor_set (fixture->editor, placed);
      commons_editor_commit (fixture->editor);
      drop (fixture, "rule", 0, 0);
      if (hypot (bounds.x + 102 - 200.0, bounds.y + 31 - 290.0) < 70 || hypot (bounds.x + 102 - 200.0, bounds.y + 31 - 290.0) > 130)
        assert_gate (fixture, "rule", "circle");
    }
}

static void
test_gate_leaves_as_a_card (Fixture       *fixture,
                            gconstpointer  data)
{
  const CommonsRect *bounds;

  drop (fixture, "rule", 6, 3);
  drop (fixture, "rule", 200, 0);
  bounds = support_get_bounds (fixture->board, "rule");
  g_assert_cmpint (bounds->width, ==, 204);
  g_assert_cmpint (bounds->height, ==, 62);
}

static void
test_others_are_left_alone (Fixture       *fixture,
                            gconstpointer  data)
{
  drop (fixture, "value stray", 6, 3);
  support_assert_rect (support_get_bounds (fixture->board, "value"), 306, 173, 204, 62);
  support_assert_rect (support_get_bounds (fixture->board, "stray"), 706, 103, 204, 62);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 0);
}

/* A gate goes with its circle, and stays one. */
static void
test_gate_goes_with_its_circle (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("circle");
  g_autoptr (GHashTable) moved = NULL;

  drop (fixture, "rule", 6, 3);
  moved = commons_arrange_gather (fixture->board, ids);
  g_assert_true (g_hash_table_contains (moved, "rule"));
  drop (fixture, "circle rule", 1000, 17);
  assert_gate (fixture, "rule", "circle");
}

static void
test_gate_follows_the_border (Fixture       *fixture,
                              gconstpointer  data)
{
  const CommonsRect larger = { -100, -100, 600, 600 };

  drop (fixture, "rule", 6, 3);
  g_assert_true (commons_arrange_resize (fixture->editor, "circle", &larger, "Resize"));
  assert_gate (fixture, "rule", "circle");
  undo (fixture);
  assert_gate (fixture, "rule", "circle");
}

static void
test_gate_is_made_on_a_border (Fixture       *fixture,
                               gconstpointer  data)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  g_autofree char *id = commons_arrange_create_gate (fixture->editor, catalogue, "inner", -0.4, "New Rule");

  assert_gate (fixture, id, "inner");
  g_assert_null (commons_arrange_create_gate (fixture->editor, catalogue, "rule", 0, "New Rule"));
  g_assert_null (commons_arrange_create_gate (fixture->editor, catalogue, "nothing", 0, "New Rule"));
  undo (fixture);
  g_assert_null (commons_board_lookup_node (fixture->board, id));
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_gates_are_as_wide_as_they_say (void)
{
  g_assert_cmpint (commons_arrange_measure_gate (""), <, commons_arrange_measure_gate ("Ouvert à toutes et tous"));
  g_assert_cmpint (commons_arrange_measure_gate ("iiiiiiiiiiii"), <, commons_arrange_measure_gate ("mmmmmmmmmmmm"));
  g_assert_cmpint (commons_arrange_measure_gate ("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"), <=, 260);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/gates/become", test_rule_becomes_a_gate);
  ADD ("/gates/slide", test_gate_slides_and_stays);
  ADD ("/gates/inside", test_gate_is_inside);
  ADD ("/gates/leave", test_gate_leaves_as_a_card);
  ADD ("/gates/others", test_others_are_left_alone);
  ADD ("/gates/with-their-circle", test_gate_goes_with_its_circle);
  ADD ("/gates/follow-the-border", test_gate_follows_the_border);
  ADD ("/gates/make", test_gate_is_made_on_a_border);
#undef ADD
  g_test_add_func ("/gates/width", test_gates_are_as_wide_as_they_say);

  return g_test_run ();
}
