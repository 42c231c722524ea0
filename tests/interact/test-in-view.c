/* test-in-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-in-view.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "ring", "circle", { 0, 0, 2000, 2000 } },
  { "zone", "zone", { 5000, 0, 2000, 2000 } },
  { "card", "rule", { -1000, 0, 100, 50 } },
};

static gboolean
sees (int x,
      int y,
      int width,
      int height)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  return commons_board_is_in_view (board, &(CommonsRect) { x, y, width, height }, NULL);
}

static void
test_cards (void)
{
  g_assert_true (sees (-1000, 0, 100, 50));
  g_assert_true (sees (-2000, -1000, 1001, 1001));
  g_assert_true (sees (-950, 20, 10, 10));
  g_assert_false (sees (-900, 0, 100, 50));
  g_assert_false (sees (-1000, 50, 100, 50));
  g_assert_false (sees (-1000000, -1000000, 100, 100));
}

/* Only what has an edge in view can be seen. */
static void
test_circles (void)
{
  g_assert_true (sees (-100, -100, 2200, 2200));
  g_assert_true (sees (-50, 900, 100, 100));
  g_assert_false (sees (900, 900, 200, 200));
  g_assert_false (sees (0, 0, 100, 100));
  g_assert_true (sees (0, 0, 400, 400));
}

static void
test_zones (void)
{
  g_assert_true (sees (4900, -100, 2200, 2200));
  g_assert_true (sees (4900, 500, 200, 200));
  g_assert_false (sees (5500, 500, 200, 200));
}

/* What was found is told, and looked at first, unless it is gone. */
static void
test_found (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  const CommonsRect all = { -1000, 0, 9000, 3000 }, nowhere = { 0, -5000, 100, 100 };
  guint found = G_N_ELEMENTS (nodes);

  g_assert_true (commons_board_is_in_view (board, &all, &found));
  g_assert_cmpuint (found, ==, 2);
  found = 0;
  g_assert_true (commons_board_is_in_view (board, &all, &found));
  g_assert_cmpuint (found, ==, 0);
  g_assert_true (commons_board_is_in_view (board, &(CommonsRect) { 4900, 500, 200, 200 }, &found));
  g_assert_cmpuint (found, ==, 1);
  g_assert_false (commons_board_is_in_view (board, &nowhere, &found));
}

static void
test_empty_board (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (NULL, 0, NULL, 0);

  g_assert_false (commons_board_is_in_view (board, &(CommonsRect) { -1000, -1000, 2000, 2000 }, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/in-view/cards", test_cards);
  g_test_add_func ("/in-view/circles", test_circles);
  g_test_add_func ("/in-view/zones", test_zones);
  g_test_add_func ("/in-view/found", test_found);
  g_test_add_func ("/in-view/empty-board", test_empty_board);

  return g_test_run ();
}
