/* test-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-arrange.h"
#include "commons-history.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "zone", "zone", { 600, 0, 480, 300 } },
  { "circle", "circle", { 0, 0, 360, 360 } },
  { "inner", "circle", { 120, 180, 120, 120 } },
  { "people", "community", { 96, 60, 120, 60 } },
  { "why", "motivation", { 220, 60, 100, 60 } },
  { "far", "motivation", { 233, 130, 100, 60 } },
  { "rule", "rule", { 150, 220, 60, 36 } },
  { "value", "value", { 620, 40, 204, 38 } },
};

static const SupportEdge edges[] = {
  { "e1", "felt_by", "why", "people" },
  { "e2", "embodies", "rule", "value" },
  { "e3", "applies_to", "rule", "inner" },
};

typedef struct
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
  guint           n_changed;
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
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
  g_signal_connect_swapped (fixture->board, "changed", G_CALLBACK (changed_cb), fixture);
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

static void
undo (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  g_assert_nonnull (changes);
}

static void
assert_nodes (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *joined = support_join_nodes (fixture->board);

  g_assert_cmpstr (joined, ==, expected);
}

#define ALL_NODES "zone circle inner people why far rule value"

static void
assert_edges (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *joined = support_join_edges (fixture->board);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_gather (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const cases[][2] = {
    { "rule", "rule" },
    { "circle", "circle far inner people rule why" },
    { "inner rule", "inner rule" },
    { "zone", "value zone" },
    { "people", "people why" },
    { "why", "why" },
    { "e1 nowhere rule", "rule" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) ids = support_split (cases[i][0]);
      g_autoptr (GHashTable) set = commons_arrange_gather (fixture->board, ids);
      g_autofree char *joined = support_join_set (set);

      g_assert_cmpstr (joined, ==, cases[i][1]);
    }
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GHashTable) ids = make_set ("rule value nowhere e1");

  g_assert_true (commons_arrange_move (fixture->editor, ids, 24, -12, "Move", NULL));
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 174, 208, 60, 36);
  support_assert_rect (support_get_bounds (fixture->board, "value"), 644, 28, 204, 38);
  support_assert_rect (support_get_bounds (fixture->board, "people"), 96, 60, 120, 60);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (commons_history_get_undo_label (fixture->history), ==, "Move");
  assert_nodes (fixture, ALL_NODES);

  undo (fixture);
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 150, 220, 60, 36);
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_move_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GHashTable) none = make_set ("nowhere");
  g_autoptr (GHashTable) one = make_set ("rule");

  g_assert_false (commons_arrange_move (fixture->editor, none, 24, 0, "Move", NULL));
  g_assert_false (commons_arrange_move (fixture->editor, one, 0, 0, "Move", NULL));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_false (commons_editor_is_busy (fixture->editor));
}

/* At the edge of the board the nodes stop together. */
static void
test_move_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GHashTable) ids = make_set ("rule value");

  g_assert_true (commons_arrange_move (fixture->editor, ids, G_MAXINT, G_MININT, "Move", NULL));
  support_assert_rect (support_get_bounds (fixture->board, "value"),
                       COMMONS_COORD_MAX, -COMMONS_COORD_MAX, 204, 38);
  support_assert_rect (support_get_bounds (fixture->board, "rule"),
                       COMMONS_COORD_MAX - 470, -COMMONS_COORD_MAX + 180, 60, 36);
  g_assert_false (commons_arrange_move (fixture->editor, ids, 12, -12, "Move", NULL));
}

static void
test_nudge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GHashTable) both = make_set ("rule value");
  g_autoptr (GHashTable) same = make_set ("value rule");
  g_autoptr (GHashTable) one = make_set ("rule");

  g_assert_true (commons_arrange_nudge (fixture->editor, both, 1, 0, "Nudge"));
  g_assert_true (commons_arrange_nudge (fixture->editor, same, 1, 0, "Nudge"));
  g_assert_true (commons_arrange_nudge (fixture->editor, both, 0, 12, "Nudge"));
  g_assert_true (commons_arrange_nudge (fixture->editor, one, 5, 0, "Nudge"));
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 157, 232, 60, 36);

  undo (fixture);
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 152, 232, 60, 36);
  undo (fixture);
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 150, 220, 60, 36);
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_resize (Fixture       *fixture,
             gconstpointer  data)
{
  CommonsRect bounds = { 144, 216, 132, 60 };

  g_assert_true (commons_arrange_resize (fixture->editor, "rule", &bounds, "Resize"));
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 144, 216, 132, 60);
  g_assert_false (commons_arrange_resize (fixture->editor, "rule", &bounds, "Resize"));
  g_assert_false (commons_arrange_resize (fixture->editor, "nowhere", &bounds, "Resize"));
  g_assert_false (commons_arrange_resize (fixture->editor, "e1", &bounds, "Resize"));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("rule e2 nowhere e1");

  g_assert_true (commons_arrange_delete (fixture->editor, ids, "Delete"));
  assert_nodes (fixture, "zone circle inner people why far value");
  assert_edges (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  undo (fixture);
  assert_nodes (fixture, ALL_NODES);
  assert_edges (fixture, "e1 e2 e3");
}

static void
test_delete_container (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) one = support_split ("inner");
  g_autoptr (GPtrArray) with_content = support_split ("circle people");
  g_autoptr (GPtrArray) none = support_split ("nowhere");

  g_assert_true (commons_arrange_delete (fixture->editor, one, "Delete"));
  assert_nodes (fixture, "zone circle people why far value");
  assert_edges (fixture, "e1");
  g_assert_true (commons_arrange_delete (fixture->editor, with_content, "Delete"));
  assert_nodes (fixture, "zone value");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  undo (fixture);
  undo (fixture);
  assert_nodes (fixture, ALL_NODES);
  assert_edges (fixture, "e1 e2 e3");
  g_ptr_array_add (none, g_strdup (""));
  g_assert_false (commons_arrange_delete (fixture->editor, none, "Delete"));
}

/* Finds what was copied from @id: the record that says the same. */
static CommonsRecord *
find_copy (Fixture    *fixture,
           const char *id,
           int         dx,
           int         dy)
{
  const CommonsRect *bounds = support_get_bounds (fixture->board, id);

  for (guint i = 0; i < commons_board_get_n_nodes (fixture->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (fixture->board, i);
      const CommonsRect *other = commons_record_get_bounds (node);

      if (g_str_equal (commons_record_get_title (node), id) &&
          !g_str_equal (commons_record_get_id (node), id) &&
          other->x == bounds->x + dx && other->y == bounds->y + dy &&
          other->width == bounds->width && other->height == bounds->height)
        return node;
    }

  return NULL;
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("value rule e2 nowhere");
  g_autoptr (GPtrArray) copies = commons_arrange_duplicate (fixture->editor, ids, 24, 36, "Duplicate");
  CommonsRecord *edge;

  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, 10);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 4);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  g_assert_cmpstr (g_ptr_array_index (copies, 0), ==,
                   commons_record_get_id (find_copy (fixture, "value", 24, 36)));
  g_assert_cmpstr (g_ptr_array_index (copies, 1), ==,
                   commons_record_get_id (find_copy (fixture, "rule", 24, 36)));

  edge = commons_board_get_edge (fixture->board, 3);
  g_assert_cmpstr (commons_record_get_link (edge), ==, "embodies");
  g_assert_cmpstr (commons_record_get_from (edge), ==, g_ptr_array_index (copies, 1));
  g_assert_cmpstr (commons_record_get_to (edge), ==, g_ptr_array_index (copies, 0));

  undo (fixture);
  assert_nodes (fixture, ALL_NODES);
  assert_edges (fixture, "e1 e2 e3");
}

static void
test_duplicate_circle (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("circle");
  g_autoptr (GPtrArray) copies = commons_arrange_duplicate (fixture->editor, ids, 0, 400, "Duplicate");
  g_autoptr (GPtrArray) content = NULL;
  guint outer, inner;

  g_assert_cmpuint (copies->len, ==, 1);
  content = commons_board_get_content (fixture->board, g_ptr_array_index (copies, 0));
  g_assert_cmpuint (content->len, ==, 5);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 5);

  /* The file wants containers first, the outer before the inner. */
  commons_board_get_position (fixture->board, g_ptr_array_index (copies, 0), &outer);
  commons_board_get_position (fixture->board,
                              commons_record_get_id (find_copy (fixture, "inner", 0, 400)), &inner);
  g_assert_cmpuint (outer, ==, 3);
  g_assert_cmpuint (inner, ==, 4);
}

static void
test_duplicate_nothing (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("e1 nowhere");
  g_autoptr (GPtrArray) copies = commons_arrange_duplicate (fixture->editor, ids, 24, 36, "Duplicate");

  g_assert_cmpuint (copies->len, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
assert_created (Fixture           *fixture,
                const char        *kind_id,
                int                width,
                int                height,
                const char        *text,
                const CommonsRect *expected)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, kind_id);
  g_autofree char *id = commons_arrange_create (fixture->editor, kind, 2000, 2000, width, height, text, "New");
  CommonsRecord *node = commons_board_lookup_node (fixture->board, id);

  g_assert_nonnull (node);
  support_assert_rect (commons_record_get_bounds (node),
                       expected->x, expected->y, expected->width, expected->height);
  g_assert_cmpstr (commons_record_get_kind (node), ==, kind_id);
  g_assert_cmpint (commons_record_is_group (node), ==, kind != NULL && kind->group);
  g_assert_cmpstr (commons_record_get_color (node), ==, kind ? kind->color : NULL);
  g_assert_cmpstr (commons_record_get_text (node), ==, text ? text : kind ? kind->new_title : "");
  undo (fixture);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  assert_created (fixture, "rule", 0, 0, NULL, &(CommonsRect) { 1896, 1968, 204, 62 });
  assert_created (fixture, "rule", 150, 80, "Two\nlines", &(CommonsRect) { 1920, 1956, 150, 80 });
  assert_created (fixture, NULL, 0, 0, NULL, &(CommonsRect) { 1896, 1968, 204, 62 });
  assert_created (fixture, "circle", 0, 0, NULL, &(CommonsRect) { 1824, 1824, 360, 360 });
  assert_created (fixture, "circle", 240, 300, "Round", &(CommonsRect) { 1848, 1848, 300, 300 });
  assert_created (fixture, "zone", 0, 0, NULL, &(CommonsRect) { 1764, 1848, 480, 300 });
}

static void
assert_member_order (JsonObject         *object,
                     const char * const *names)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint i = 0;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    g_assert_cmpstr (name, ==, names[i++]);
  g_assert_null (names[i]);
}

/* New cards stand in the file as in its canonical form. */
static void
test_create_order (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const names[] = {
    "id", "type", "x", "y", "width", "height", "text", "color", "commons", NULL,
  };
  const CommonsKind *kind = commons_catalogue_get_kind (commons_catalogue_get ("fr"), "rule");
  g_autofree char *id = commons_arrange_create (fixture->editor, kind, 0, 0, 0, 0, "Règle", "New");

  g_assert_nonnull (kind->color);
  assert_member_order (commons_record_get_object (commons_board_lookup (fixture->board, id)), names);
}

static void
test_create_aside (Fixture       *fixture,
                   gconstpointer  data)
{
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *id = commons_arrange_create (fixture->editor, NULL, 2000, 2000, 0, 0, "Same", "New");

      support_assert_rect (support_get_bounds (fixture->board, id), 1896 + 24 * i, 1968 + 24 * i, 204, 62);
    }
}

static void
test_create_limit (Fixture       *fixture,
                   gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = commons_arrange_create (fixture->editor, NULL, 1e300, -1e300, 0, 0, "Far", "New");

      g_assert_cmpint (support_get_bounds (fixture->board, id)->x, ==, COMMONS_COORD_MAX);
    }
}

static void
test_connect (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *id = commons_arrange_connect (fixture->editor, "enforced_by", "rule", "circle", "Link");
  g_autofree char *plain = commons_arrange_connect (fixture->editor, NULL, "rule", "circle", "Link");
  g_autofree char *back = commons_arrange_connect (fixture->editor, "embodies", "value", "rule", "Link");
  CommonsRecord *edge = commons_board_lookup (fixture->board, id);

  g_assert_cmpstr (commons_record_get_link (edge), ==, "enforced_by");
  g_assert_cmpstr (commons_record_get_from (edge), ==, "rule");
  g_assert_cmpstr (commons_record_get_to (edge), ==, "circle");
  g_assert_nonnull (plain);
  g_assert_nonnull (back);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static void
test_connect_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const cases[][3] = {
    { "embodies", "rule", "value" },
    { "embodies", "rule", "rule" },
    { "embodies", "nowhere", "value" },
    { "embodies", "rule", "nowhere" },
    { "embodies", "rule", "e1" },
    { "embodies", "", "rule" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (commons_arrange_connect (fixture->editor, cases[i][0], cases[i][1], cases[i][2], "Link"));

  g_assert_cmpuint (fixture->n_changed, ==, 0);
  assert_edges (fixture, "e1 e2 e3");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    gboolean    front;
    const char *ids;
    const char *expected;
  } cases[] = {
    { TRUE, "why", "zone circle inner people far rule value why" },
    { TRUE, "rule people", "zone circle inner why far value people rule" },
    { FALSE, "rule", "zone circle inner rule people why far value" },
    { FALSE, "value far", "zone circle inner far value people why rule" },
    { TRUE, "zone", "circle inner zone people why far rule value" },
    { FALSE, "circle", "circle zone inner people why far rule value" },
    { FALSE, "inner", "zone circle inner people why far rule value" },
    { TRUE, "value", "zone circle inner people why far rule value" },
    { TRUE, "inner", "zone circle inner people why far rule value" },
    { TRUE, "nowhere e1", "zone circle inner people why far rule value" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) ids = support_split (cases[i].ids);
      gboolean changes = !g_str_equal (cases[i].expected, ALL_NODES);
      gboolean changed;

      if (cases[i].front)
        changed = commons_arrange_to_front (fixture->editor, ids, "Front");
      else
        changed = commons_arrange_to_back (fixture->editor, ids, "Back");

      assert_nodes (fixture, cases[i].expected);
      g_assert_cmpint (changed, ==, changes);
      if (changes)
        undo (fixture);
      assert_nodes (fixture, ALL_NODES);
    }
}

/* A circle takes the circles in it along, and never goes above its content. */
static void
test_order_nested (void)
{
  static const SupportNode order[] = {
    { "low", NULL, { 5000, 0, 60, 60 } },
    { "outer", "circle", { 0, 0, 600, 600 } },
    { "inner", "circle", { 200, 200, 200, 200 } },
    { "x", "circle", { 2000, 0, 100, 100 } },
    { "y", "group", { 3000, 0, 100, 100 } },
    { "card", NULL, { 280, 280, 60, 60 } },
  };
  g_autoptr (CommonsBoard) board = support_board_new (order, G_N_ELEMENTS (order), NULL, 0);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (GPtrArray) outer = support_split ("outer");
  g_autoptr (GPtrArray) y = support_split ("y");
  g_autofree char *front = NULL;
  g_autofree char *back = NULL;

  g_assert_true (commons_arrange_to_front (editor, outer, "Front"));
  front = support_join_nodes (board);
  g_assert_cmpstr (front, ==, "low x y outer inner card");

  g_assert_true (commons_arrange_to_back (editor, y, "Back"));
  back = support_join_nodes (board);
  g_assert_cmpstr (back, ==, "y low x outer inner card");
}

/* Several of these make one step when the caller began it. */
static void
test_one_step (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GHashTable) ids = make_set ("rule");
  g_autofree char *card = NULL;
  g_autofree char *edge = NULL;

  commons_editor_begin (fixture->editor, "Linked card", NULL);
  card = commons_arrange_create (fixture->editor, NULL, 900, 900, 0, 0, "New", "New");
  edge = commons_arrange_connect (fixture->editor, "relates_to", "rule", card, "Link");
  g_assert_nonnull (edge);
  g_assert_true (commons_arrange_move (fixture->editor, ids, 12, 0, "Move", "key"));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  commons_editor_commit (fixture->editor);

  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (commons_history_get_undo_label (fixture->history), ==, "Linked card");
  undo (fixture);
  assert_nodes (fixture, ALL_NODES);
  assert_edges (fixture, "e1 e2 e3");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/arrange/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("gather", test_gather);
  ADD ("move/several", test_move);
  ADD ("move/nothing", test_move_nothing);
  ADD ("move/limit", test_move_limit);
  ADD ("nudge", test_nudge);
  ADD ("resize", test_resize);
  ADD ("delete/several", test_delete);
  ADD ("delete/container", test_delete_container);
  ADD ("duplicate/several", test_duplicate);
  ADD ("duplicate/circle", test_duplicate_circle);
  ADD ("duplicate/nothing", test_duplicate_nothing);
  ADD ("create/kinds", test_create);
  ADD ("create/member-order", test_create_order);
  ADD ("create/aside", test_create_aside);
  ADD ("create/limit", test_create_limit);
  ADD ("connect/done", test_connect);
  ADD ("connect/refused", test_connect_refused);
  ADD ("order/table", test_order);
  g_test_add_func ("/arrange/order/nested", test_order_nested);
  ADD ("one-step", test_one_step);
#undef ADD

  return g_test_run ();
}
