/* test-snap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-snap.h"
#include "interact-support.h"

static const CommonsRect all = { -10000, -10000, 20000, 20000 };
static const CommonsRect card = { 0, 0, 100, 60 };

typedef struct
{
  CommonsBoard   *board;
  CommonsSnapper *snapper;
} Fixture;

static CommonsSnapper *
look (CommonsBoard      *board,
      const char        *moving,
      const CommonsRect *bounds,
      gboolean           groups,
      const CommonsRect *visible)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (set, (gpointer) moving);

  return commons_snapper_new (board, set, bounds, groups, visible);
}

/* The moving card at the origin and the neighbours of the test. */
static void
set_up (Fixture           *fixture,
        const SupportNode *neighbours,
        guint              n_neighbours)
{
  g_autofree SupportNode *nodes = g_new0 (SupportNode, n_neighbours + 1);

  nodes[0] = (SupportNode) { "card", "rule", card };
  for (guint i = 0; i < n_neighbours; i++)
    nodes[i + 1] = neighbours[i];

  fixture->board = support_board_new (nodes, n_neighbours + 1, NULL, 0);
  fixture->snapper = look (fixture->board, "card", &card, FALSE, &all);
}

static void
tear_down (Fixture *fixture)
{
  commons_snapper_free (fixture->snapper);
  g_assert_finalize_object (fixture->board);
}

static void
assert_move (Fixture         *fixture,
             double           dx,
             double           dy,
             CommonsSnapAxes  axes,
             double           expected_x,
             double           expected_y)
{
  CommonsSnapAxes caught = commons_snapper_move (fixture->snapper, &card, 8, COMMONS_SNAP_X | COMMONS_SNAP_Y, FALSE, &dx, &dy);

  g_assert_cmpint (caught, ==, axes);
  g_assert_cmpfloat (dx, ==, expected_x);
  g_assert_cmpfloat (dy, ==, expected_y);
}

static char *
print_marks (CommonsSnapper  *snapper,
             CommonsRect      bounds,
             CommonsSnapAxes  axes)
{
  g_autoptr (GArray) marks = commons_snapper_mark (snapper, &bounds, axes, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const CommonsSnapMark *mark = &g_array_index (marks, CommonsSnapMark, i);

      g_string_append_printf (text, "%s%c %g: %g-%g", i > 0 ? ", " : "", "|-<^"[mark->type], mark->at, mark->from, mark->to);
    }

  return g_string_free (text, FALSE);
}

static void
assert_marks (Fixture         *fixture,
              int              x,
              int              y,
              CommonsSnapAxes  axes,
              const char      *expected)
{
  g_autofree char *text = print_marks (fixture->snapper, (CommonsRect) { x, y, card.width, card.height }, axes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_lines (void)
{
  static const SupportNode neighbours[] = { { "far", "value", { 1000, 2000, 300, 40 } } };
  static const struct
  {
    double dx, expected;
  } across[] = {
    { 992, 1000 },   /* left with left */
    { 1007, 1000 },
    { 895, 900 },    /* right with left */
    { 1204, 1200 },  /* right with right */
    { 1293, 1300 },  /* left with right */
    { 1108, 1100 },  /* centre with centre */
  };
  Fixture fixture;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));
  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    assert_move (&fixture, across[i].dx, 500, COMMONS_SNAP_X, across[i].expected, 500);

  assert_move (&fixture, 991.5, 500, COMMONS_SNAP_NONE, 991.5, 500);
  assert_move (&fixture, 500, 1985, COMMONS_SNAP_Y, 500, 1980);
  assert_move (&fixture, 500, 1987, COMMONS_SNAP_Y, 500, 1990);
  assert_move (&fixture, 1001, 1994, COMMONS_SNAP_X | COMMONS_SNAP_Y, 1000, 1990);
  tear_down (&fixture);
}

static void
test_nearest_wins (void)
{
  static const SupportNode neighbours[] = {
    { "a", "value", { 200, 1000, 500, 40 } },
    { "b", "value", { 205, 2000, 700, 40 } },
  };
  Fixture fixture;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));
  assert_move (&fixture, 201, 500, COMMONS_SNAP_X, 200, 500);
  assert_move (&fixture, 203, 500, COMMONS_SNAP_X, 205, 500);
  tear_down (&fixture);
}

/* A gap is caught half way, before and after; never over a neighbour. */
static void
test_gaps (void)
{
  static const SupportNode neighbours[] = {
    { "a", "value", { 200, 10, 110, 80 } },
    { "b", "value", { 353, 10, 110, 80 } },
  };
  Fixture fixture;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));

  /* 43 units between both. */
  assert_move (&fixture, 503, 30, COMMONS_SNAP_X | COMMONS_SNAP_Y, 506, 30);
  assert_move (&fixture, 60, 24, COMMONS_SNAP_X | COMMONS_SNAP_Y, 57, 20);
  assert_marks (&fixture, 506, 25, COMMONS_SNAP_X, "< 50: 310-353, < 55: 463-506");
  assert_marks (&fixture, 57, 25, COMMONS_SNAP_X, "< 55: 157-200, < 50: 310-353");

  /* Below them there is no row. */
  assert_move (&fixture, 503, 300, COMMONS_SNAP_NONE, 503, 300);
  tear_down (&fixture);
}

static void
test_gap_between (void)
{
  static const SupportNode neighbours[] = {
    { "a", "value", { 200, 10, 110, 80 } },
    { "b", "value", { 533, 10, 110, 80 } },
  };
  Fixture fixture;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));

  /* 223 units: what is left over is odd. */
  assert_move (&fixture, 376, 30, COMMONS_SNAP_X | COMMONS_SNAP_Y, 372, 30);
  assert_marks (&fixture, 372, 25, COMMONS_SNAP_X, "< 55: 310-372, < 55: 472-533");
  assert_marks (&fixture, 380, 25, COMMONS_SNAP_X, "");
  tear_down (&fixture);
}

static void
test_gaps_down (void)
{
  static const SupportNode neighbours[] = {
    { "a", "value", { 30, 100, 90, 50 } },
    { "b", "value", { 30, 170, 90, 50 } },
    { "c", "value", { 30, 240, 90, 50 } },
  };
  Fixture fixture;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));
  assert_move (&fixture, 10, 313, COMMONS_SNAP_Y, 10, 310);
  assert_marks (&fixture, 10, 310, COMMONS_SNAP_Y, "^ 75: 150-170, ^ 75: 220-240, ^ 70: 290-310");
  tear_down (&fixture);
}

static void
test_line_marks (void)
{
  static const SupportNode neighbours[] = {
    { "a", "value", { 300, 200, 100, 60 } },
    { "b", "value", { 300, 500, 150, 60 } },
    { "c", "value", { 700, 900, 100, 60 } },
  };
  Fixture fixture;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));
  assert_marks (&fixture, 300, 350, COMMONS_SNAP_X, "| 300: 200-560, | 400: 200-410");
  assert_marks (&fixture, 300, 350, COMMONS_SNAP_Y, "^ 350: 260-350, ^ 350: 410-500");
  assert_marks (&fixture, 301, 350, COMMONS_SNAP_X, "");
  assert_marks (&fixture, 300, 350, COMMONS_SNAP_NONE, "");
  tear_down (&fixture);
}

static void
test_axes (void)
{
  static const SupportNode neighbours[] = { { "a", "value", { 300, 200, 100, 60 } } };
  Fixture fixture;
  double dx = 301, dy = 201;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));
  g_assert_cmpint (commons_snapper_move (fixture.snapper, &card, 8, COMMONS_SNAP_Y, FALSE, &dx, &dy), ==, COMMONS_SNAP_Y);
  g_assert_cmpfloat (dx, ==, 301);
  g_assert_cmpfloat (dy, ==, 200);
  tear_down (&fixture);
}

static void
test_edges (void)
{
  static const SupportNode neighbours[] = { { "a", "value", { 300, 200, 100, 60 } } };
  Fixture fixture;
  double edge = 304;

  set_up (&fixture, neighbours, G_N_ELEMENTS (neighbours));
  g_assert_true (commons_snapper_edge (fixture.snapper, COMMONS_SNAP_X, 8, &edge));
  g_assert_cmpfloat (edge, ==, 300);
  edge = 393;
  g_assert_true (commons_snapper_edge (fixture.snapper, COMMONS_SNAP_X, 8, &edge));
  g_assert_cmpfloat (edge, ==, 400);
  edge = 265;
  g_assert_true (commons_snapper_edge (fixture.snapper, COMMONS_SNAP_Y, 8, &edge));
  g_assert_cmpfloat (edge, ==, 260);
  edge = 350;
  g_assert_false (commons_snapper_edge (fixture.snapper, COMMONS_SNAP_X, 8, &edge));
  g_assert_cmpfloat (edge, ==, 350);
  tear_down (&fixture);
}

/* Cards align with cards in view and with what they lie in, circles with
 * circles, nothing with itself but its copy. */
static void
test_neighbours (void)
{
  static const SupportNode nodes[] = {
    { "around", "zone", { -100, -150, 700, 700 } },
    { "aside", "zone", { 803, -150, 700, 700 } },
    { "card", "rule", { 0, 0, 100, 60 } },
    { "near", "rule", { 303, 200, 100, 60 } },
    { "hidden", "rule", { 2003, 300, 100, 60 } },
  };
  static const CommonsRect visible = { -200, -200, 1800, 1800 };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  g_autoptr (CommonsSnapper) cards = look (board, "card", &card, FALSE, &visible);
  g_autoptr (CommonsSnapper) zones = look (board, "aside", &nodes[1].bounds, TRUE, &visible);
  static const struct
  {
    double   edge;
    gboolean for_cards, for_zones;
  } cases[] = {
    { 303, TRUE, FALSE },
    { 600, TRUE, TRUE },
    { 803, FALSE, FALSE },
    { 2003, FALSE, FALSE },
    { 0, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double edge = cases[i].edge;

      g_assert_cmpint (commons_snapper_edge (cards, COMMONS_SNAP_X, 0, &edge), ==, cases[i].for_cards);
      g_assert_cmpint (commons_snapper_edge (zones, COMMONS_SNAP_X, 0, &edge), ==, cases[i].for_zones);
    }
}

static void
test_copies (void)
{
  Fixture fixture;
  double dx = 3, dy = 500;

  set_up (&fixture, NULL, 0);
  g_assert_cmpint (commons_snapper_move (fixture.snapper, &card, 8, COMMONS_SNAP_X, FALSE, &dx, &dy), ==, COMMONS_SNAP_NONE);
  g_assert_cmpint (commons_snapper_move (fixture.snapper, &card, 8, COMMONS_SNAP_X, TRUE, &dx, &dy), ==, COMMONS_SNAP_X);
  g_assert_cmpfloat (dx, ==, 0);
  tear_down (&fixture);
}

/* Of a crowd only the nearest count. */
static void
test_crowd (void)
{
  g_autofree SupportNode *nodes = g_new0 (SupportNode, 1001);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Fixture fixture;
  double edge = 1000;

  for (guint i = 0; i < 1000; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("n%u", i));
      nodes[i] = (SupportNode) { g_ptr_array_index (ids, i), NULL, { 1000 - (int) i, 0, 10, 10 } };
    }

  set_up (&fixture, nodes, 1000);
  g_assert_false (commons_snapper_edge (fixture.snapper, COMMONS_SNAP_X, 8, &edge));
  edge = 52;
  g_assert_true (commons_snapper_edge (fixture.snapper, COMMONS_SNAP_X, 0, &edge));
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snap/lines", test_lines);
  g_test_add_func ("/snap/nearest-wins", test_nearest_wins);
  g_test_add_func ("/snap/gaps", test_gaps);
  g_test_add_func ("/snap/gap-between", test_gap_between);
  g_test_add_func ("/snap/gaps-down", test_gaps_down);
  g_test_add_func ("/snap/line-marks", test_line_marks);
  g_test_add_func ("/snap/axes", test_axes);
  g_test_add_func ("/snap/edges", test_edges);
  g_test_add_func ("/snap/neighbours", test_neighbours);
  g_test_add_func ("/snap/copies", test_copies);
  g_test_add_func ("/snap/crowd", test_crowd);

  return g_test_run ();
}
