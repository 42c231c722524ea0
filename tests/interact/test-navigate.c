/* test-navigate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-navigate.h"
#include "interact-support.h"

#define UP    COMMONS_DIRECTION_UP
#define RIGHT COMMONS_DIRECTION_RIGHT
#define DOWN  COMMONS_DIRECTION_DOWN
#define LEFT  COMMONS_DIRECTION_LEFT

/* Written in an order that helps nobody. */
static const SupportNode reading_nodes[] = {
  { "core", "circle", { 300, 400, 200, 200 } },
  { "public", "circle", { 100, 100, 600, 600 } },
  { "zone2", "zone", { 1000, 600, 400, 300 } },
  { "partners", "circle", { 800, 100, 150, 150 } },
  { "zone1", "zone", { 1000, 0, 400, 300 } },
  { "deep2", NULL, { 380, 530, 60, 30 } },
  { "deep1", NULL, { 380, 450, 60, 30 } },
  { "row2", NULL, { 200, 300, 100, 60 } },
  { "row1b", NULL, { 420, 195, 100, 60 } },
  { "row1a", NULL, { 300, 205, 100, 60 } },
  { "z1b", NULL, { 1020, 120, 100, 60 } },
  { "z1a", NULL, { 1020, 40, 100, 60 } },
  { "z2a", NULL, { 1020, 640, 100, 60 } },
  { "loose", NULL, { 0, 900, 100, 60 } },
  { "title", "project", { 0, 0, 100, 60 } },
};

#define READING_ORDER \
  "title loose zone1 z1a z1b zone2 z2a public row1a row1b row2 core deep1 deep2 partners"

static void
test_list (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (reading_nodes, G_N_ELEMENTS (reading_nodes), NULL, 0);
  g_autoptr (GPtrArray) ids = commons_navigate_list (board);
  g_autofree char *joined = support_join (ids);

  g_assert_cmpstr (joined, ==, READING_ORDER);
  g_assert_cmpstr (commons_navigate_first (board), ==, "title");
  g_assert_cmpstr (commons_navigate_last (board), ==, "partners");
}

static void
test_walk (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (reading_nodes, G_N_ELEMENTS (reading_nodes), NULL, 0);
  g_autoptr (GArray) steps = commons_navigate_walk (board);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const CommonsNavigateStep *step = &g_array_index (steps, CommonsNavigateStep, i);

      g_assert_true (step->parent == commons_board_get_parent (board, commons_record_get_id (step->node)));
      g_string_append_printf (text, "%u%s:%u ", step->depth, commons_record_get_id (step->node), step->n_children);
    }

  g_assert_cmpstr (text->str, ==,
                   "0title:0 0loose:0 0zone1:2 1z1a:0 1z1b:0 0zone2:1 1z2a:0 "
                   "0public:4 1row1a:0 1row1b:0 1row2:0 1core:2 2deep1:0 2deep2:0 0partners:0 ");
}

static void
test_reading (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (reading_nodes, G_N_ELEMENTS (reading_nodes), NULL, 0);
  g_auto (GStrv) order = g_strsplit (READING_ORDER, " ", -1);
  guint last = g_strv_length (order) - 1;

  for (guint i = 0; i <= last; i++)
    {
      g_assert_cmpstr (commons_navigate_reading (board, order[i], TRUE), ==, i < last ? order[i + 1] : NULL);
      g_assert_cmpstr (commons_navigate_reading (board, order[i], FALSE), ==, i > 0 ? order[i - 1] : NULL);
    }

  g_assert_cmpstr (commons_navigate_reading (board, NULL, TRUE), ==, order[0]);
  g_assert_cmpstr (commons_navigate_reading (board, NULL, FALSE), ==, order[last]);
  g_assert_cmpstr (commons_navigate_reading (board, "nowhere", TRUE), ==, order[0]);
}

/* Every node is met once, also when containers are alike or overlap. */
static void
test_list_is_complete (void)
{
  static const char * const kinds[] = { "circle", "zone", "group", "rule", NULL };
  SupportNode nodes[60];
  char names[G_N_ELEMENTS (nodes)][16];

  for (guint run = 0; run < 50; run++)
    {
      g_autoptr (CommonsBoard) board = NULL;
      g_autoptr (GPtrArray) ids = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
        {
          g_snprintf (names[i], sizeof names[i], "n%u", i);
          nodes[i] = (SupportNode) { names[i], kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))],
                                     { g_test_rand_int_range (0, 6) * 50, g_test_rand_int_range (0, 6) * 50,
                                       g_test_rand_int_range (1, 5) * 50, g_test_rand_int_range (1, 5) * 50 } };
        }

      board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
      ids = commons_navigate_list (board);
      for (guint i = 0; i < ids->len; i++)
        g_hash_table_add (seen, g_ptr_array_index (ids, i));

      g_assert_cmpuint (ids->len, ==, G_N_ELEMENTS (nodes));
      g_assert_cmpuint (g_hash_table_size (seen), ==, G_N_ELEMENTS (nodes));
    }
}

/* A grid of three by three, "00" at the top left, row first. */
static CommonsBoard *
make_grid (void)
{
  static SupportNode nodes[9];
  static char names[9][4];

  for (int i = 0; i < 9; i++)
    {
      g_snprintf (names[i], sizeof names[i], "%d%d", i / 3, i % 3);
      nodes[i] = (SupportNode) { names[i], NULL, { i % 3 * 240, i / 3 * 96, 204, 62 } };
    }

  return support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
}

static void
test_spatial_grid (void)
{
  static const struct
  {
    const char *from;
    const char *neighbours[4]; /* up, right, down, left */
  } cases[] = {
    { "00", { NULL, "01", "10", NULL } },
    { "01", { NULL, "02", "11", "00" } },
    { "11", { "01", "12", "21", "10" } },
    { "12", { "02", NULL, "22", "11" } },
    { "20", { "10", "21", NULL, NULL } },
    { "22", { "12", NULL, NULL, "21" } },
  };
  g_autoptr (CommonsBoard) board = make_grid ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (int direction = UP; direction <= LEFT; direction++)
        g_assert_cmpstr (commons_navigate_spatial (board, cases[i].from, direction), ==,
                         cases[i].neighbours[direction]);
    }

  g_assert_cmpstr (commons_navigate_spatial (board, NULL, DOWN), ==, "00");
  g_assert_cmpstr (commons_navigate_spatial (board, "nowhere", LEFT), ==, "00");
}

static void
test_spatial_angle (void)
{
  static const SupportNode nodes[] = {
    { "here", NULL, { 0, 0, 100, 60 } },
    { "ahead", NULL, { 400, 10, 100, 60 } },
    { "slant", NULL, { 200, 300, 100, 60 } },
    { "above", NULL, { 10, -900, 100, 60 } },
  };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  /* Straight ahead comes before nearer at an angle; what is mostly above is
   * not on the right, be its middle a little to the right. */
  g_assert_cmpstr (commons_navigate_spatial (board, "here", RIGHT), ==, "ahead");
  g_assert_cmpstr (commons_navigate_spatial (board, "here", DOWN), ==, "slant");
  g_assert_cmpstr (commons_navigate_spatial (board, "here", UP), ==, "above");
  g_assert_null (commons_navigate_spatial (board, "here", LEFT));
  g_assert_cmpstr (commons_navigate_spatial (board, "ahead", LEFT), ==, "here");
}

/* A circle is where its name is, at the top of its border. */
static void
test_spatial_circle (void)
{
  static const SupportNode nodes[] = {
    { "circle", "circle", { 0, 0, 600, 600 } },
    { "inside", NULL, { 250, 300, 100, 60 } },
    { "above", NULL, { 250, -200, 100, 60 } },
    { "zone", "zone", { 700, -200, 900, 900 } },
  };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  g_assert_cmpstr (commons_navigate_spatial (board, "inside", UP), ==, "circle");
  g_assert_cmpstr (commons_navigate_spatial (board, "circle", UP), ==, "above");
  g_assert_cmpstr (commons_navigate_spatial (board, "above", DOWN), ==, "circle");
  g_assert_cmpstr (commons_navigate_spatial (board, "circle", DOWN), ==, "inside");
  g_assert_cmpstr (commons_navigate_spatial (board, "above", RIGHT), ==, "zone");
}

static void
test_empty (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (GPtrArray) ids = commons_navigate_list (board);

  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_null (commons_navigate_first (board));
  g_assert_null (commons_navigate_last (board));
  g_assert_null (commons_navigate_spatial (board, NULL, UP));
  g_assert_null (commons_navigate_reading (board, "nowhere", TRUE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/navigate/list", test_list);
  g_test_add_func ("/navigate/walk", test_walk);
  g_test_add_func ("/navigate/list-is-complete", test_list_is_complete);
  g_test_add_func ("/navigate/reading", test_reading);
  g_test_add_func ("/navigate/spatial/grid", test_spatial_grid);
  g_test_add_func ("/navigate/spatial/angle", test_spatial_angle);
  g_test_add_func ("/navigate/spatial/circle", test_spatial_circle);
  g_test_add_func ("/navigate/empty", test_empty);

  return g_test_run ();
}
