/* test-paste.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pasting a clip as one transaction.
 */

#include "config.h"

#include "commons-arrange.h"
#include "commons-history.h"
#include "commons-tool.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "circle", "circle", { 0, 0, 360, 360 } },
  { "inner", "circle", { 120, 180, 120, 120 } },
  { "rule", "rule", { 150, 220, 60, 36 } },
  { "value", "value", { 612, 48, 204, 38 } },
};

static const SupportEdge edges[] = {
  { "e1", "embodies", "rule", "value" },
  { "e2", "applies_to", "rule", "inner" },
};

typedef struct
{
  CommonsBoard   *clip;
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clip = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  fixture->board = commons_board_new ();
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
  g_assert_finalize_object (fixture->clip);
}

static GPtrArray *
paste (Fixture *fixture)
{
  return commons_arrange_paste (fixture->editor, fixture->clip, 1000, 500, "Paste");
}

/* The nth copy of a node, by its title. */
static CommonsRecord *
find (Fixture    *fixture,
      const char *title,
      guint       nth)
{
  for (guint i = 0; i < commons_board_get_n_nodes (fixture->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (fixture->board, i);

      if (g_str_equal (commons_record_get_title (node), title) && nth-- == 0)
        return node;
    }

  g_assert_not_reached ();
}

static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = paste (fixture);
  CommonsRecord *rule = find (fixture, "rule", 0);
  CommonsRecord *inner = find (fixture, "inner", 0);
  CommonsRecord *edge = commons_board_get_edge (fixture->board, 1);
  const CommonsRect *bounds = commons_record_get_bounds (rule);
  const CommonsRect *around = commons_record_get_bounds (inner);

  /* New ids, links between the copies, and the outermost of them. */
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, 4);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 2);
  g_assert_null (commons_board_lookup (fixture->board, "rule"));
  g_assert_cmpstr (commons_record_get_link (edge), ==, "applies_to");
  g_assert_cmpstr (commons_record_get_from (edge), ==, commons_record_get_id (rule));
  g_assert_cmpstr (commons_record_get_to (edge), ==, commons_record_get_id (inner));
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, commons_record_get_id (find (fixture, "circle", 0)));
  g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, commons_record_get_id (find (fixture, "value", 0)));

  /* Where they stood among themselves. */
  g_assert_cmpint (bounds->x - around->x, ==, 30);
  g_assert_cmpint (bounds->y - around->y, ==, 40);
  g_assert_true (commons_board_get_parent (fixture->board, commons_record_get_id (rule)) == inner);
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = paste (fixture);
  CommonsRect extents;

  /* Centred but for the grid. */
  g_assert_true (commons_board_get_extents (fixture->board, &extents));
  g_assert_cmpint (extents.x % COMMONS_GRID, ==, 0);
  g_assert_cmpint (extents.y % COMMONS_GRID, ==, 0);
  g_assert_cmpint (ABS (extents.x + extents.width / 2 - 1000), <=, COMMONS_GRID);
  g_assert_cmpint (ABS (extents.y + extents.height / 2 - 500), <=, COMMONS_GRID);
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GPtrArray) ids = paste (fixture);
    }

  for (guint i = 1; i < 5; i++)
    {
      const CommonsRect *before = commons_record_get_bounds (find (fixture, "circle", i - 1));
      const CommonsRect *after = commons_record_get_bounds (find (fixture, "circle", i));

      g_assert_cmpint (after->x, ==, before->x + 2 * COMMONS_GRID);
      g_assert_cmpint (after->y, ==, before->y + 2 * COMMONS_GRID);
    }
}

static void
test_one_step (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = paste (fixture);
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  g_assert_nonnull (changes);
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, 0);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 0);
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CommonsBoard) empty = commons_board_new ();
  g_autoptr (GPtrArray) ids = commons_arrange_paste (fixture->editor, empty, 0, 0, "Paste");

  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_false (commons_history_can_undo (fixture->history));
}

/* The board itself is a clip like any other. */
static void
test_itself (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) first = paste (fixture);
  g_autoptr (GPtrArray) second = commons_arrange_paste (fixture->editor, fixture->board, 0, 0, "Paste");

  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, 8);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 4);
}

static void
test_far (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = commons_arrange_paste (fixture->editor, fixture->clip, 1e12, -1e12, "Paste");
  const CommonsRect *circle = commons_record_get_bounds (find (fixture, "circle", 0));
  const CommonsRect *value = commons_record_get_bounds (find (fixture, "value", 0));

  /* At the limit of the board, and not flattened against it. */
  g_assert_cmpint (value->x - circle->x, ==, 612);
  g_assert_cmpint (value->y - circle->y, ==, 48);
  g_assert_cmpint (value->x, <=, COMMONS_COORD_MAX);
  g_assert_cmpint (circle->y, ==, -COMMONS_COORD_MAX);
}

/* A licence of the copy is held by the copy of its holder. */
static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  static const char text[] = "{\"holder\":\"value\",\"note\":\"values\",\"rights\":[{\"resource\":\"circle\",\"right\":\"access\"}],"
                             "\"elsewhere\":[\"rule\",\"nothing\",null,2.5]}";
  g_autoptr (CommonsEditor) editor = commons_editor_new (fixture->clip);
  g_autoptr (CommonsRecord) record = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  JsonNode *fields;

  record = commons_record_with (commons_board_lookup_node (fixture->clip, "rule"), "commons/fields",
                                json_from_string (text, NULL));
  commons_editor_begin (editor, "Set", NULL);
  commons_editor_set (editor, record);
  commons_editor_commit (editor);

  ids = paste (fixture);
  fields = json_object_get_member (json_object_get_object_member (commons_record_get_object (find (fixture, "rule", 0)),
                                                                  "commons"),
                                   "fields");
  found = json_to_string (fields, FALSE);
  expected = g_strdup_printf ("{\"holder\":\"%s\",\"note\":\"values\",\"rights\":[{\"resource\":\"%s\",\"right\":\"access\"}],"
                              "\"elsewhere\":[\"%s\",\"nothing\",null,2.5]}",
                              commons_record_get_id (find (fixture, "value", 0)),
                              commons_record_get_id (find (fixture, "circle", 0)),
                              commons_record_get_id (find (fixture, "rule", 0)));
  g_assert_cmpstr (found, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/paste/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("copies", test_copies);
  ADD ("place", test_place);
  ADD ("again", test_again);
  ADD ("one-step", test_one_step);
  ADD ("nothing", test_nothing);
  ADD ("itself", test_itself);
  ADD ("far", test_far);
  ADD ("fields", test_fields);

  return g_test_run ();
}
