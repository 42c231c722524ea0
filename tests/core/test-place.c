/* test-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core-fixture.h"

/* Whether a container of @kind at (0, 0, @width, @height) contains a card of
 * 20 × 10 units around the point. */
static gboolean
contains_card (const char *kind,
               int         width,
               int         height,
               int         x,
               int         y)
{
  g_autoptr (CommonsRecord) container = fixture_node ("container", kind, 0, 0, width, height);
  g_autoptr (CommonsRecord) card = fixture_node ("card", "rule", x - 10, y - 5, 20, 10);

  return commons_board_contains (container, card);
}

static void
test_circle_is_a_disc (void)
{
  g_assert_true (contains_card ("circle", 200, 200, 100, 100));
  g_assert_true (contains_card ("circle", 200, 200, 0, 100));
  g_assert_true (contains_card ("circle", 200, 200, 100, 200));
  g_assert_true (contains_card ("circle", 200, 200, 160, 180));
  g_assert_false (contains_card ("circle", 200, 200, 161, 180));
  g_assert_false (contains_card ("circle", 200, 200, 10, 10));
  g_assert_false (contains_card ("circle", 200, 200, 190, 190));
  g_assert_false (contains_card ("circle", 200, 200, 201, 100));
  g_assert_false (contains_card ("circle", 200, 200, 100, -1));
}

static void
test_circle_in_oblong_bounds (void)
{
  g_assert_true (contains_card ("circle", 400, 200, 200, 100));
  g_assert_true (contains_card ("circle", 400, 200, 100, 100));
  g_assert_false (contains_card ("circle", 400, 200, 99, 100));
  g_assert_false (contains_card ("circle", 200, 400, 100, 50));
  g_assert_true (contains_card ("circle", 200, 400, 100, 300));
}

static void
test_zone_is_a_rectangle (void)
{
  static const char *const kinds[] = { "zone", "group" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (contains_card (kinds[i], 200, 100, 100, 50));
      g_assert_true (contains_card (kinds[i], 200, 100, 0, 0));
      g_assert_true (contains_card (kinds[i], 200, 100, 200, 100));
      g_assert_false (contains_card (kinds[i], 200, 100, 201, 50));
      g_assert_false (contains_card (kinds[i], 200, 100, 100, -1));
    }
}

static void
test_centre_decides (void)
{
  g_autoptr (CommonsRecord) zone = fixture_node ("zone", "zone", 0, 0, 100, 100);
  g_autoptr (CommonsRecord) wide = fixture_node ("wide", "rule", -450, 0, 1000, 20);
  g_autoptr (CommonsRecord) beside = fixture_node ("beside", "rule", 99, 0, 5, 5);

  g_assert_true (commons_board_contains (zone, wide));
  g_assert_false (commons_board_contains (zone, beside));
}

static void
test_cards_contain_nothing (void)
{
  g_autoptr (CommonsRecord) card = fixture_node ("card", "rule", 0, 0, 1000, 1000);
  g_autoptr (CommonsRecord) small = fixture_node ("small", "rule", 10, 10, 10, 10);

  g_assert_false (commons_board_contains (card, small));
  g_assert_false (commons_board_contains (card, card));
}

static void
test_larger_group_contains_smaller (void)
{
  g_autoptr (CommonsRecord) large = fixture_node ("large", "circle", 0, 0, 400, 400);
  g_autoptr (CommonsRecord) small = fixture_node ("small", "circle", 100, 100, 200, 200);
  g_autoptr (CommonsRecord) twin = fixture_node ("twin", "circle", 0, 0, 400, 400);

  g_assert_true (commons_board_contains (large, small));
  g_assert_false (commons_board_contains (small, large));
  g_assert_false (commons_board_contains (large, twin));
  g_assert_false (commons_board_contains (twin, large));
  g_assert_false (commons_board_contains (large, large));
}

/* The areas do not fit 32 bits. */
static void
test_largest_groups (void)
{
  const int sizes[] = { 10, 50000, 65536, COMMONS_COORD_MAX - 1, COMMONS_COORD_MAX };

  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (CommonsRecord) large = fixture_node ("large", "zone", 0, 0, sizes[i], sizes[i]);
      g_autoptr (CommonsRecord) less = fixture_node ("less", "zone", 0, 0, sizes[i - 1], sizes[i - 1]);

      g_assert_true (commons_board_contains (large, less));
      g_assert_false (commons_board_contains (less, large));
    }
}

/* A zone around two nested circles that share a centre, a card in each, one
 * out of the circles in the corner of the zone, and one out of all. */
static CommonsBoard *
nested_board (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  static const struct
  {
    const char  *id;
    const char  *kind;
    CommonsRect  bounds;
  } nodes[] = {
    { "inner", "circle", { 150, 150, 100, 100 } },
    { "zone", "zone", { 0, 0, 400, 400 } },
    { "outer", "circle", { 50, 50, 300, 300 } },
    { "heart", "rule", { 190, 190, 20, 20 } },
    { "rim", "rule", { 90, 190, 20, 20 } },
    { "corner", "rule", { 0, 0, 20, 20 } },
    { "away", "rule", { 900, 900, 20, 20 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      const CommonsRect *bounds = &nodes[i].bounds;
      g_autoptr (CommonsRecord) node = fixture_node (nodes[i].id, nodes[i].kind, bounds->x, bounds->y,
                                                     bounds->width, bounds->height);

      fixture_add (editor, node, NULL);
    }

  return g_steal_pointer (&board);
}

static void
test_parent_is_the_smallest (void)
{
  g_autoptr (CommonsBoard) board = nested_board ();

  g_assert_true (commons_board_get_parent (board, "heart") == commons_board_lookup (board, "inner"));
  g_assert_true (commons_board_get_parent (board, "rim") == commons_board_lookup (board, "outer"));
  g_assert_true (commons_board_get_parent (board, "corner") == commons_board_lookup (board, "zone"));
  g_assert_true (commons_board_get_parent (board, "inner") == commons_board_lookup (board, "outer"));
  g_assert_true (commons_board_get_parent (board, "outer") == commons_board_lookup (board, "zone"));
  g_assert_null (commons_board_get_parent (board, "zone"));
  g_assert_null (commons_board_get_parent (board, "away"));
  g_assert_null (commons_board_get_parent (board, "none"));
}

static void
assert_content (CommonsBoard *board,
                const char   *id,
                const char   *expected)
{
  g_autoptr (GPtrArray) content = commons_board_get_content (board, id);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < content->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? " " : "", commons_record_get_id (g_ptr_array_index (content, i)));

  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_content_at_any_depth (void)
{
  g_autoptr (CommonsBoard) board = nested_board ();

  assert_content (board, "zone", "inner outer heart rim corner");
  assert_content (board, "outer", "inner heart rim");
  assert_content (board, "inner", "heart");
  assert_content (board, "heart", "");
  assert_content (board, "none", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place/circle-is-a-disc", test_circle_is_a_disc);
  g_test_add_func ("/place/circle-in-oblong-bounds", test_circle_in_oblong_bounds);
  g_test_add_func ("/place/zone-is-a-rectangle", test_zone_is_a_rectangle);
  g_test_add_func ("/place/centre-decides", test_centre_decides);
  g_test_add_func ("/place/cards-contain-nothing", test_cards_contain_nothing);
  g_test_add_func ("/place/larger-group-contains-smaller", test_larger_group_contains_smaller);
  g_test_add_func ("/place/largest-groups", test_largest_groups);
  g_test_add_func ("/place/parent-is-the-smallest", test_parent_is_the_smallest);
  g_test_add_func ("/place/content-at-any-depth", test_content_at_any_depth);

  return g_test_run ();
}
