/* test-tidy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-arrange-tidy.h"
#include "commons-gate.h"
#include "commons-history.h"
#include "interact-support.h"

typedef struct
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
} Fixture;

static void
set_up (Fixture           *fixture,
        const SupportNode *nodes,
        guint              n_nodes,
        const SupportEdge *edges,
        guint              n_edges)
{
  fixture->board = support_board_new (nodes, n_nodes, edges, n_edges);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

#define SET_UP(fixture, nodes) set_up (fixture, nodes, G_N_ELEMENTS (nodes), NULL, 0)

static char *
print_places (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (fixture->board); i++)
    {
      const CommonsRect *bounds = commons_record_get_bounds (commons_board_get_node (fixture->board, i));

      g_string_append_printf (text, "%s%d,%d", i > 0 ? " " : "", bounds->x, bounds->y);
    }

  return g_string_free (text, FALSE);
}

#define assert_places(fixture, expected) \
  G_STMT_START { \
    g_autofree char *places_now = print_places (fixture); \
    g_assert_cmpstr (places_now, ==, expected); \
  } G_STMT_END

/* One step to undo, which brings back every place. */
static void
assert_undoes (Fixture    *fixture,
               const char *before)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  g_assert_nonnull (changes);
  assert_places (fixture, before);
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
lock (Fixture    *fixture,
      const char *id)
{
  g_autoptr (GPtrArray) ids = support_split (id);

  g_assert_cmpuint (commons_arrange_set_locked (fixture->editor, ids, TRUE, "Lock"), ==, 1);

  /* What is tested is the next step. */
  g_object_unref (fixture->history);
  fixture->history = commons_history_new (fixture->board);
}

static const SupportNode three[] = {
  { "a", "rule", { 10, 0, 100, 60 } },
  { "b", "value", { 203, 100, 151, 80 } },
  { "c", "role", { 55, 300, 50, 41 } },
};

static void
test_align (void)
{
  static const struct
  {
    CommonsAlignment  alignment;
    const char       *expected;
  } cases[] = {
    { COMMONS_ALIGN_LEFT, "10,0 10,100 10,300" },
    { COMMONS_ALIGN_CENTRE, "131,0 106,100 156,300" },
    { COMMONS_ALIGN_RIGHT, "254,0 203,100 304,300" },
    { COMMONS_ALIGN_TOP, "10,0 203,0 55,0" },
    { COMMONS_ALIGN_MIDDLE, "10,140 203,130 55,149" },
    { COMMONS_ALIGN_BOTTOM, "10,281 203,261 55,300" },
  };
  g_autoptr (GPtrArray) ids = support_split ("a b c gone");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;

      SET_UP (&fixture, three);
      g_assert_true (commons_arrange_align (fixture.editor, ids, cases[i].alignment, "Align"));
      assert_places (&fixture, cases[i].expected);
      g_assert_cmpstr (commons_history_get_undo_label (fixture.history), ==, "Align");
      g_assert_false (commons_arrange_align (fixture.editor, ids, cases[i].alignment, "Align"));
      assert_undoes (&fixture, "10,0 203,100 55,300");
      tear_down (&fixture);
    }
}

static void
test_align_too_few (void)
{
  g_autoptr (GPtrArray) one = support_split ("a a gone");
  Fixture fixture;

  SET_UP (&fixture, three);
  g_assert_false (commons_arrange_align (fixture.editor, one, COMMONS_ALIGN_RIGHT, "Align"));
  g_assert_false (commons_editor_is_busy (fixture.editor));
  tear_down (&fixture);
}

/* A circle goes with what lies in it, chosen or not. */
static void
test_align_circle (void)
{
  static const SupportNode nodes[] = {
    { "circle", "circle", { 100, 100, 360, 360 } },
    { "in", "rule", { 200, 200, 100, 60 } },
    { "out", "rule", { 700, 40, 100, 60 } },
  };
  g_autoptr (GPtrArray) ids = support_split ("in circle out");
  g_autoptr (GPtrArray) one = support_split ("in circle");
  Fixture fixture;

  SET_UP (&fixture, nodes);
  g_assert_false (commons_arrange_align (fixture.editor, one, COMMONS_ALIGN_TOP, "Align"));
  g_assert_true (commons_arrange_align (fixture.editor, ids, COMMONS_ALIGN_TOP, "Align"));
  assert_places (&fixture, "100,40 200,140 700,40");
  tear_down (&fixture);
}

static void
test_align_locked (void)
{
  g_autoptr (GPtrArray) ids = support_split ("a b c");
  Fixture fixture;

  SET_UP (&fixture, three);
  lock (&fixture, "c");
  g_assert_true (commons_arrange_align (fixture.editor, ids, COMMONS_ALIGN_LEFT, "Align"));
  assert_places (&fixture, "55,0 55,100 55,300");
  tear_down (&fixture);
}

static void
test_distribute (void)
{
  static const SupportNode nodes[] = {
    { "c", "rule", { 500, 0, 100, 60 } },
    { "a", "rule", { 0, 0, 100, 60 } },
    { "b", "rule", { 150, 0, 51, 60 } },
    { "d", "rule", { 590, 0, 110, 60 } },
  };
  g_autoptr (GPtrArray) ids = support_split ("a b c d");
  g_autoptr (GPtrArray) two = support_split ("a b");
  Fixture fixture;

  SET_UP (&fixture, nodes);
  g_assert_false (commons_arrange_distribute (fixture.editor, two, FALSE, "Distribute"));
  g_assert_true (commons_arrange_distribute (fixture.editor, ids, FALSE, "Distribute"));
  assert_places (&fixture, "377,0 0,0 213,0 590,0");
  g_assert_false (commons_arrange_distribute (fixture.editor, ids, FALSE, "Distribute"));
  assert_undoes (&fixture, "500,0 0,0 150,0 590,0");
  tear_down (&fixture);
}

/* Without room for gaps, centres are spread. */
static void
test_distribute_tight (void)
{
  static const SupportNode nodes[] = {
    { "a", "rule", { 0, 0, 100, 100 } },
    { "b", "rule", { 7, 10, 100, 100 } },
    { "c", "rule", { 9, 60, 100, 100 } },
  };
  g_autoptr (GPtrArray) ids = support_split ("a b c");
  Fixture fixture;

  SET_UP (&fixture, nodes);
  g_assert_true (commons_arrange_distribute (fixture.editor, ids, TRUE, "Distribute"));
  assert_places (&fixture, "0,0 7,30 9,60");
  g_assert_false (commons_arrange_distribute (fixture.editor, ids, TRUE, "Distribute"));
  tear_down (&fixture);
}

static void
test_tidy (void)
{
  static const SupportNode nodes[] = {
    { "five", "rule", { 230, 210, 200, 62 } },
    { "one", "rule", { 0, 0, 200, 62 } },
    { "two", "rule", { 240, 20, 204, 90 } },
    { "four", "rule", { 7, 190, 200, 62 } },
    { "three", "rule", { 500, -10, 180, 62 } },
  };
  g_autoptr (GPtrArray) ids = support_split ("one two three four five");
  Fixture fixture;

  SET_UP (&fixture, nodes);
  g_assert_true (commons_arrange_tidy (fixture.editor, ids, "Tidy"));
  assert_places (&fixture, "212,92 0,-10 212,-10 0,92 428,-10");
  g_assert_false (commons_arrange_tidy (fixture.editor, ids, "Tidy"));
  assert_undoes (&fixture, "230,210 0,0 240,20 7,190 500,-10");
  tear_down (&fixture);
}

/* Wherever cards lie, tidying them twice is tidying them once. */
static void
test_tidy_settles (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n_nodes = (guint) g_test_rand_int_range (2, 14);
      g_autofree SupportNode *nodes = g_new0 (SupportNode, n_nodes);
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *once = NULL;
      Fixture fixture;

      for (guint i = 0; i < n_nodes; i++)
        {
          g_ptr_array_add (ids, g_strdup_printf ("n%u", i));
          nodes[i] = (SupportNode) {
            g_ptr_array_index (ids, i), "rule",
            { g_test_rand_int_range (-500, 500), g_test_rand_int_range (-500, 500),
              g_test_rand_int_range (1, 300), g_test_rand_int_range (1, 300) },
          };
        }

      set_up (&fixture, nodes, n_nodes, NULL, 0);
      commons_arrange_tidy (fixture.editor, ids, "Tidy");
      once = print_places (&fixture);
      g_assert_false (commons_arrange_tidy (fixture.editor, ids, "Tidy"));
      assert_places (&fixture, once);

      for (CommonsAlignment alignment = COMMONS_ALIGN_LEFT; alignment <= COMMONS_ALIGN_BOTTOM; alignment++)
        {
          commons_arrange_align (fixture.editor, ids, alignment, "Align");
          g_assert_false (commons_arrange_align (fixture.editor, ids, alignment, "Align"));
        }
      tear_down (&fixture);
    }
}

static void
test_group_by_kind (void)
{
  static const SupportNode nodes[] = {
    { "odd", "from-elsewhere", { 0, 0, 100, 60 } },
    { "rule1", "rule", { 200, 10, 120, 60 } },
    { "plain", NULL, { 400, 0, 100, 60 } },
    { "value", "value", { 0, 100, 140, 60 } },
    { "rule2", "rule", { 10, 200, 100, 80 } },
  };
  g_autoptr (GPtrArray) ids = support_split ("odd rule1 plain value rule2");
  Fixture fixture;

  SET_UP (&fixture, nodes);
  g_assert_true (commons_arrange_group_by (fixture.editor, commons_catalogue_get ("en"), ids, COMMONS_GROUP_BY_KIND, "Group"));
  assert_places (&fixture, "468,0 0,0 332,0 156,0 0,72");
  g_assert_false (commons_arrange_group_by (fixture.editor, commons_catalogue_get ("en"), ids, COMMONS_GROUP_BY_KIND, "Group"));
  assert_undoes (&fixture, "0,0 200,10 400,0 0,100 10,200");
  tear_down (&fixture);
}

static void
set_member (Fixture    *fixture,
            const char *id,
            const char *path,
            const char *json)
{
  g_autoptr (CommonsRecord) changed = commons_record_with (commons_board_lookup (fixture->board, id), path,
                                                           json_from_string (json, NULL));

  commons_editor_begin (fixture->editor, "Say", NULL);
  commons_editor_set (fixture->editor, changed);
  commons_editor_commit (fixture->editor);
}

static void
test_group_by_others (void)
{
  static const struct
  {
    CommonsGrouping  grouping;
    const char      *expected;
  } cases[] = {
    { COMMONS_GROUP_BY_TAG, "197,0 10,0 333,0" },
    { COMMONS_GROUP_BY_STATUS, "96,0 232,0 10,0" },
    { COMMONS_GROUP_BY_VOTES, "197,0 10,0 333,0" },
  };
  g_autoptr (GPtrArray) ids = support_split ("a b c");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;

      SET_UP (&fixture, three);
      set_member (&fixture, "a", "commons/tags", "[\"Éau\"]");
      set_member (&fixture, "b", "commons/tags", "[\"\\u0041b\"]");
      set_member (&fixture, "c", "commons/tags", "[3]");
      set_member (&fixture, "a", "commons/status", "\"agreed\"");
      set_member (&fixture, "b", "commons/status", "\"unheard\"");
      set_member (&fixture, "c", "commons/status", "\"draft\"");
      set_member (&fixture, "a", "commons/votes", "3");
      set_member (&fixture, "b", "commons/votes", "12");
      set_member (&fixture, "c", "commons/votes", "-5");
      g_assert_true (commons_arrange_group_by (fixture.editor, commons_catalogue_get ("en"), ids, cases[i].grouping, "Group"));
      assert_places (&fixture, cases[i].expected);
      tear_down (&fixture);
    }
}

static gboolean
overlap (const CommonsRect *a,
         const CommonsRect *b,
         int                gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
         a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

/* Whole inside, with all four corners of a disc, too. */
static gboolean
is_inside (CommonsRecord     *container,
           const CommonsRect *rect)
{
  const CommonsRect *area = commons_record_get_bounds (container);
  double x = area->x + area->width / 2.0, y = area->y + area->height / 2.0;

  if (g_strcmp0 (commons_record_get_kind (container), "circle") != 0)
    return rect->x >= area->x && rect->y >= area->y &&
           rect->x + rect->width <= area->x + area->width && rect->y + rect->height <= area->y + area->height;

  return hypot (MAX (x - rect->x, rect->x + rect->width - x), MAX (y - rect->y, rect->y + rect->height - y)) <= area->width / 2.0;
}

static void
assert_packed (Fixture    *fixture,
               const char *id)
{
  g_autoptr (GPtrArray) content = commons_board_get_content (fixture->board, id);

  for (guint i = 0; i < content->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (content, i);

      if (commons_record_is_group (node))
        continue;

      g_assert_true (is_inside (commons_board_lookup (fixture->board, id), commons_record_get_bounds (node)));
      for (guint j = 0; j < i; j++)
        {
          CommonsRecord *other = g_ptr_array_index (content, j);

          if (!commons_record_is_group (other))
            g_assert_false (overlap (commons_record_get_bounds (node), commons_record_get_bounds (other), 6));
        }
    }
}

static void
pack_random (const char *kind,
             int         size,
             guint       n_cards)
{
  g_autofree SupportNode *nodes = g_new0 (SupportNode, n_cards + 1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *once = NULL;
  g_autoptr (GPtrArray) content = NULL;
  Fixture fixture;

  nodes[0] = (SupportNode) { "it", kind, { -100, 200, size, size } };
  for (guint i = 0; i < n_cards; i++)
    {
      int width = g_test_rand_int_range (60, 260), height = g_test_rand_int_range (36, 150);

      g_ptr_array_add (ids, g_strdup_printf ("n%u", i));
      nodes[i + 1] = (SupportNode) {
        g_ptr_array_index (ids, i), "rule",
        { -100 + size / 2 - width / 2 + g_test_rand_int_range (-size / 4, size / 4),
          200 + size / 2 - height / 2 + g_test_rand_int_range (-size / 4, size / 4), width, height },
      };
    }

  set_up (&fixture, nodes, n_cards + 1, NULL, 0);
  commons_arrange_tidy_inside (fixture.editor, "it", "Tidy");
  content = commons_board_get_content (fixture.board, "it");
  g_assert_cmpuint (content->len, ==, n_cards);
  assert_packed (&fixture, "it");

  once = print_places (&fixture);
  g_assert_false (commons_arrange_tidy_inside (fixture.editor, "it", "Tidy"));
  assert_places (&fixture, once);
  tear_down (&fixture);
}

static void
test_inside (void)
{
  for (guint i = 0; i < 60; i++)
    {
      pack_random ("circle", g_test_rand_int_range (96, 900), (guint) g_test_rand_int_range (1, 16));
      pack_random ("zone", g_test_rand_int_range (96, 900), (guint) g_test_rand_int_range (1, 16));
      pack_random ("group", g_test_rand_int_range (96, 900), (guint) g_test_rand_int_range (1, 16));
    }
}

static void
test_inside_many (void)
{
  pack_random ("zone", 300, 2000);
}

/* What is large enough keeps its size; one step brings all back. */
static void
test_inside_zone (void)
{
  static const SupportNode nodes[] = {
    { "zone", "zone", { 0, 0, 480, 300 } },
    { "a", "rule", { 100, 100, 204, 62 } },
    { "b", "rule", { 150, 130, 204, 62 } },
    { "c", "rule", { 20, 220, 204, 62 } },
    { "out", "rule", { 700, 220, 204, 62 } },
  };
  Fixture fixture;

  SET_UP (&fixture, nodes);
  g_assert_true (commons_arrange_tidy_inside (fixture.editor, "zone", "Tidy"));
  assert_places (&fixture, "0,0 12,28 228,28 12,102 700,220");
  support_assert_rect (support_get_bounds (fixture.board, "zone"), 0, 0, 480, 300);
  assert_undoes (&fixture, "0,0 100,100 150,130 20,220 700,220");
  tear_down (&fixture);
}

/* Cards go around the circle inside, which stays with its own; what has to
 * grow makes what it lies in grow. */
static void
test_inside_nested (void)
{
  static const SupportNode nodes[] = {
    { "outer", "circle", { 0, 0, 420, 420 } },
    { "middle", "circle", { 20, 40, 370, 370 } },
    { "inner", "circle", { 100, 140, 240, 240 } },
    { "deep", "rule", { 140, 200, 150, 62 } },
    { "a", "rule", { 120, 60, 150, 62 } },
    { "b", "rule", { 130, 66, 150, 62 } },
    { "c", "rule", { 140, 72, 150, 62 } },
  };
  Fixture fixture;
  CommonsRect inner, middle, outer;
  double away;

  SET_UP (&fixture, nodes);
  g_assert_true (commons_arrange_tidy_inside (fixture.editor, "middle", "Tidy"));
  inner = *support_get_bounds (fixture.board, "inner");
  middle = *support_get_bounds (fixture.board, "middle");
  outer = *support_get_bounds (fixture.board, "outer");
  support_assert_rect (&inner, 100, 140, 240, 240);
  support_assert_rect (support_get_bounds (fixture.board, "deep"), 140, 200, 150, 62);
  g_assert_cmpint (middle.width, >, 370);
  assert_packed (&fixture, "middle");

  away = hypot (middle.x + middle.width / 2.0 - outer.x - outer.width / 2.0,
                middle.y + middle.height / 2.0 - outer.y - outer.height / 2.0);
  g_assert_cmpfloat (away + middle.width / 2.0, <=, outer.width / 2.0);
  assert_undoes (&fixture, "0,0 20,40 100,140 140,200 120,60 130,66 140,72");
  support_assert_rect (support_get_bounds (fixture.board, "outer"), 0, 0, 420, 420);
  tear_down (&fixture);
}

static void
test_inside_nothing (void)
{
  static const SupportNode nodes[] = {
    { "zone", "zone", { 0, 0, 480, 300 } },
    { "card", "rule", { 700, 100, 204, 62 } },
  };
  Fixture fixture;

  SET_UP (&fixture, nodes);
  g_assert_false (commons_arrange_tidy_inside (fixture.editor, "zone", "Tidy"));
  g_assert_false (commons_arrange_tidy_inside (fixture.editor, "card", "Tidy"));
  g_assert_false (commons_arrange_tidy_inside (fixture.editor, "gone", "Tidy"));
  g_assert_false (commons_history_can_undo (fixture.history));
  tear_down (&fixture);
}

static const SupportNode spread[] = {
  { "zone", "zone", { 0, 0, 400, 400 } },
  { "near", "rule", { 20, 100, 100, 60 } },
  { "far", "rule", { 220, 200, 100, 60 } },
  { "circle", "circle", { 600, 0, 300, 300 } },
  { "in", "rule", { 700, 120, 101, 60 } },
};

static void
test_room (void)
{
  static const struct
  {
    CommonsRoomSide  side;
    int              at;
    const char      *places;
    int              zone_width, zone_height, circle;
  } cases[] = {
    { COMMONS_ROOM_RIGHT, 150, "0,0 20,100 320,200 700,0 800,120", 500, 400, 300 },
    { COMMONS_ROOM_BELOW, 180, "0,0 20,100 220,300 550,0 700,120", 400, 500, 400 },
    { COMMONS_ROOM_BELOW, 140, "0,0 20,100 220,300 550,0 700,220", 400, 500, 400 },
    { COMMONS_ROOM_LEFT, 150, "-100,0 -80,100 220,200 600,0 700,120", 500, 400, 300 },
    { COMMONS_ROOM_ABOVE, 180, "0,-100 20,0 220,200 550,-100 700,20", 400, 500, 400 },
    { COMMONS_ROOM_ABOVE, -5, NULL, 400, 400, 300 },
    { COMMONS_ROOM_RIGHT, 500, "0,0 20,100 220,200 700,0 800,120", 400, 400, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) changes = NULL;
      Fixture fixture;

      SET_UP (&fixture, spread);
      changes = commons_arrange_measure_room (fixture.board, cases[i].side, cases[i].at, 100);
      g_assert_cmpint (commons_arrange_make_room (fixture.editor, cases[i].side, cases[i].at, 100, "Make Room"),
                       ==, g_hash_table_size (changes) > 0);
      assert_places (&fixture, cases[i].places ? cases[i].places : "0,0 20,100 220,200 600,0 700,120");
      g_assert_cmpint (support_get_bounds (fixture.board, "zone")->width, ==, cases[i].zone_width);
      g_assert_cmpint (support_get_bounds (fixture.board, "zone")->height, ==, cases[i].zone_height);
      g_assert_cmpint (support_get_bounds (fixture.board, "circle")->width, ==, cases[i].circle);
      g_assert_cmpint (support_get_bounds (fixture.board, "circle")->height, ==, cases[i].circle);
      if (cases[i].places != NULL)
        assert_undoes (&fixture, "0,0 20,100 220,200 600,0 700,120");
      tear_down (&fixture);
    }
}

static void
test_room_limits (void)
{
  Fixture fixture;

  SET_UP (&fixture, spread);
  g_assert_false (commons_arrange_make_room (fixture.editor, COMMONS_ROOM_RIGHT, 0, 0, "Make Room"));
  g_assert_false (commons_arrange_make_room (fixture.editor, COMMONS_ROOM_RIGHT, 0, -100, "Make Room"));
  g_assert_false (commons_arrange_make_room (fixture.editor, COMMONS_ROOM_RIGHT, 0, G_MAXINT, "Make Room"));
  g_assert_false (commons_arrange_make_room (fixture.editor, COMMONS_ROOM_RIGHT, 10000, 100, "Make Room"));
  assert_places (&fixture, "0,0 20,100 220,200 600,0 700,120");
  tear_down (&fixture);
}

/* What a circle holds it still holds, whatever the divider. */
static void
test_room_keeps_content (void)
{
  for (guint round = 0; round < 300; round++)
    {
      SupportNode nodes[9] = { { "circle", "circle", { 0, 0, 600, 600 } } };
      static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
      g_autoptr (GPtrArray) before = NULL;
      Fixture fixture;

      for (guint i = 1; i < G_N_ELEMENTS (nodes); i++)
        nodes[i] = (SupportNode) {
          names[i - 1], "rule",
          { g_test_rand_int_range (0, 560), g_test_rand_int_range (0, 560), 40, 40 },
        };

      SET_UP (&fixture, nodes);
      before = commons_board_get_content (fixture.board, "circle");
      for (guint i = 0; i < before->len; i++)
        before->pdata[i] = (gpointer) names[commons_record_get_id (before->pdata[i])[0] - 'a'];

      commons_arrange_make_room (fixture.editor, (CommonsRoomSide) g_test_rand_int_range (0, 4),
                                 g_test_rand_int_range (-50, 650), g_test_rand_int_range (1, 101) * 2, "Make Room");
      for (guint i = 0; i < before->len; i++)
        g_assert_true (commons_board_contains (commons_board_lookup (fixture.board, "circle"),
                                               commons_board_lookup (fixture.board, before->pdata[i])));
      tear_down (&fixture);
    }
}

/* Gates stay where they stand on their border. */
static void
test_room_gate (void)
{
  static const SupportNode nodes[] = {
    { "circle", "circle", { 0, 0, 400, 400 } },
    { "gate", "rule", { 340, 187, 120, 26 } },
  };
  static const SupportEdge edges[] = { { "edge", "applies_to", "gate", "circle" } };
  Fixture fixture;
  CommonsGate gate;

  set_up (&fixture, nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  set_member (&fixture, "gate", "commons/fields/rule_type", "\"boundary\"");
  g_assert_true (commons_gate_find (fixture.board, commons_board_lookup (fixture.board, "gate"), &gate));

  g_assert_true (commons_arrange_make_room (fixture.editor, COMMONS_ROOM_BELOW, 100, 100, "Make Room"));
  support_assert_rect (support_get_bounds (fixture.board, "circle"), -50, 0, 500, 500);
  g_assert_true (commons_gate_find (fixture.board, commons_board_lookup (fixture.board, "gate"), &gate));
  g_assert_cmpfloat (fabs (gate.angle), <, 0.02);
  tear_down (&fixture);
}

static void
test_step_order (void)
{
  static const SupportNode nodes[] = {
    { "zone", "zone", { 0, 0, 400, 400 } },
    { "a", "rule", { 0, 0, 100, 60 } },
    { "b", "rule", { 500, 0, 100, 60 } },
    { "c", "rule", { 50, 30, 100, 60 } },
    { "d", "rule", { 90, 40, 100, 60 } },
  };
  g_autoptr (GPtrArray) a = support_split ("a");
  g_autoptr (GPtrArray) b = support_split ("b");
  Fixture fixture;
  g_autofree char *forward = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *back = NULL;

  SET_UP (&fixture, nodes);
  g_assert_false (commons_arrange_step_order (fixture.editor, b, TRUE, "Bring Forward"));
  g_assert_false (commons_arrange_step_order (fixture.editor, a, FALSE, "Send Backward"));

  g_assert_true (commons_arrange_step_order (fixture.editor, a, TRUE, "Bring Forward"));
  forward = support_join_nodes (fixture.board);
  g_assert_cmpstr (forward, ==, "zone b c a d");
  g_assert_true (commons_arrange_step_order (fixture.editor, a, TRUE, "Bring Forward"));
  twice = support_join_nodes (fixture.board);
  g_assert_cmpstr (twice, ==, "zone b c d a");
  g_assert_false (commons_arrange_step_order (fixture.editor, a, TRUE, "Bring Forward"));
  g_assert_true (commons_arrange_step_order (fixture.editor, a, FALSE, "Send Backward"));
  back = support_join_nodes (fixture.board);
  g_assert_cmpstr (back, ==, "zone b c a d");
  tear_down (&fixture);
}

/* What is locked stays where it is, whatever is asked; in a circle that moves
 * it goes along. */
static void
test_locked (void)
{
  static const SupportNode nodes[] = {
    { "circle", "circle", { 0, 0, 400, 400 } },
    { "in", "rule", { 100, 100, 100, 60 } },
    { "other", "rule", { 120, 130, 100, 60 } },
  };
  g_autoptr (GPtrArray) in = support_split ("in");
  g_autoptr (GPtrArray) both = support_split ("in other");
  g_autoptr (GPtrArray) all = support_split ("circle in");
  g_autoptr (GHashTable) nothing = NULL;
  g_autoptr (GHashTable) everything = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *left = NULL;
  Fixture fixture;

  SET_UP (&fixture, nodes);
  lock (&fixture, "in");

  nothing = commons_arrange_gather (fixture.board, in);
  g_assert_cmpuint (g_hash_table_size (nothing), ==, 0);
  g_assert_false (commons_arrange_resize (fixture.editor, "in", &(CommonsRect) { 0, 0, 200, 200 }, "Resize"));
  g_assert_false (commons_arrange_to_front (fixture.editor, in, "Front"));
  g_assert_false (commons_arrange_tidy (fixture.editor, both, "Tidy"));
  g_assert_true (commons_arrange_delete (fixture.editor, both, "Delete"));
  left = support_join_nodes (fixture.board);
  g_assert_cmpstr (left, ==, "circle in");
  g_assert_true (commons_arrange_tidy_inside (fixture.editor, "circle", "Tidy") == FALSE);

  everything = commons_arrange_gather (fixture.board, all);
  joined = support_join_set (everything);
  g_assert_cmpstr (joined, ==, "circle in");

  g_assert_cmpuint (commons_arrange_set_locked (fixture.editor, all, FALSE, "Unlock"), ==, 1);
  g_assert_cmpuint (commons_arrange_set_locked (fixture.editor, all, FALSE, "Unlock"), ==, 0);
  g_assert_cmpuint (commons_arrange_set_locked (fixture.editor, all, TRUE, "Lock"), ==, 2);
  g_assert_cmpstr (commons_history_get_undo_label (fixture.history), ==, "Lock");
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tidy/align", test_align);
  g_test_add_func ("/tidy/align/too-few", test_align_too_few);
  g_test_add_func ("/tidy/align/circle", test_align_circle);
  g_test_add_func ("/tidy/align/locked", test_align_locked);
  g_test_add_func ("/tidy/distribute", test_distribute);
  g_test_add_func ("/tidy/distribute/tight", test_distribute_tight);
  g_test_add_func ("/tidy/grid", test_tidy);
  g_test_add_func ("/tidy/grid/settles", test_tidy_settles);
  g_test_add_func ("/tidy/group-by/kind", test_group_by_kind);
  g_test_add_func ("/tidy/group-by/others", test_group_by_others);
  g_test_add_func ("/tidy/inside", test_inside);
  g_test_add_func ("/tidy/inside/many", test_inside_many);
  g_test_add_func ("/tidy/inside/zone", test_inside_zone);
  g_test_add_func ("/tidy/inside/nested", test_inside_nested);
  g_test_add_func ("/tidy/inside/nothing", test_inside_nothing);
  g_test_add_func ("/tidy/room", test_room);
  g_test_add_func ("/tidy/room/limits", test_room_limits);
  g_test_add_func ("/tidy/room/keeps-content", test_room_keeps_content);
  g_test_add_func ("/tidy/room/gate", test_room_gate);
  g_test_add_func ("/tidy/step-order", test_step_order);
  g_test_add_func ("/tidy/locked", test_locked);

  return g_test_run ();
}
