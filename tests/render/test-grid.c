/* test-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-grid.h"

static gboolean
touch (const CommonsRect *a,
       const CommonsRect *b)
{
  return a->x <= b->x + b->width && a->x + a->width >= b->x && a->y <= b->y + b->height && a->y + a->height >= b->y;
}

static CommonsRect
make_rect (int most)
{
  return (CommonsRect) {
    g_test_rand_int_range (-20000, 20000), g_test_rand_int_range (-20000, 20000),
    g_test_rand_int_range (0, most), g_test_rand_int_range (0, most),
  };
}

/* Each rectangle that touches, once, and no other: large ones and large areas
 * too, and places left of and above the origin. */
static void
test_query (void)
{
  g_autoptr (CommonsGrid) grid = commons_grid_new ();
  CommonsRect rects[500];

  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    {
      rects[i] = make_rect (i % 50 == 0 ? 30000 : 600);
      commons_grid_add (grid, &rects[i]);
    }

  for (guint i = 0; i < 200; i++)
    {
      CommonsRect area = make_rect (i % 10 == 0 ? 50000 : 2000);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
      guint times[G_N_ELEMENTS (rects)] = { 0 };

      commons_grid_query (grid, &area, found);
      for (guint j = 0; j < found->len; j++)
        times[g_array_index (found, guint, j)]++;
      for (guint j = 0; j < G_N_ELEMENTS (rects); j++)
        g_assert_cmpuint (times[j], ==, touch (&rects[j], &area) ? 1 : 0);
    }
}

static void
test_limits (void)
{
  g_autoptr (CommonsGrid) grid = commons_grid_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  const CommonsRect corner = { COMMONS_COORD_MAX, -COMMONS_COORD_MAX, COMMONS_COORD_MAX, COMMONS_COORD_MAX };
  const CommonsRect all = { -COMMONS_COORD_MAX, -COMMONS_COORD_MAX, 3 * COMMONS_COORD_MAX, 3 * COMMONS_COORD_MAX };

  commons_grid_query (grid, &all, found);
  g_assert_cmpuint (found->len, ==, 0);

  commons_grid_add (grid, &corner);
  commons_grid_query (grid, &all, found);
  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid/query", test_query);
  g_test_add_func ("/grid/limits", test_limits);

  return g_test_run ();
}
