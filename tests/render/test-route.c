/* test-route.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-route.h"
#include "render-fixture.h"

static CommonsRouteEnd
card (double x,
      double y)
{
  return (CommonsRouteEnd) { .bounds = { x, y, 200, 60 } };
}

static CommonsRouteEnd
disc (double x,
      double y,
      double radius)
{
  return (CommonsRouteEnd) {
    .bounds = { x - radius, y - radius, 2 * radius, 2 * radius },
    .round = TRUE,
    .name = { x - 50, y - radius - 12, 100, 24 },
  };
}

static void
assert_ends (const CommonsRouteEnd *from,
             const CommonsRouteEnd *to,
             double                 x1,
             double                 y1,
             double                 x2,
             double                 y2)
{
  CommonsRoute route;

  commons_route_find (from, to, &route);
  g_assert_cmpfloat_with_epsilon (route.x[0], x1, 0.01);
  g_assert_cmpfloat_with_epsilon (route.y[0], y1, 0.01);
  g_assert_cmpfloat_with_epsilon (route.x[3], x2, 0.01);
  g_assert_cmpfloat_with_epsilon (route.y[3], y2, 0.01);
}

/* From the middle of a side to that of the side that faces it. */
static void
test_cards (void)
{
  CommonsRouteEnd middle = card (0, 0), right = card (400, 0), left = card (-400, 10);
  CommonsRouteEnd below = card (0, 300), above = card (20, -300);

  assert_ends (&middle, &right, 203, 30, 396, 30);
  assert_ends (&middle, &left, -3, 30, -196, 40);
  assert_ends (&middle, &below, 100, 63, 100, 296);
  assert_ends (&middle, &above, 100, -3, 120, -236);
}

static void
test_sides (void)
{
  CommonsRouteEnd from = card (0, 0), to = card (400, 0);

  from.side = 't';
  to.side = 'b';
  assert_ends (&from, &to, 100, -3, 500, 64);
}

/* A disc is met at its border, not at the square around it. */
static void
test_disc (void)
{
  CommonsRouteEnd from = card (-600, 570), to = disc (100, 0, 300);
  CommonsRoute route;

  commons_route_find (&from, &to, &route);
  g_assert_cmpfloat_with_epsilon (hypot (route.x[3] - 100, route.y[3]), 304, 0.01);
  g_assert_cmpfloat (route.x[3], <, 0);
  g_assert_cmpfloat (route.y[3], >, 0);

  commons_route_find (&to, &from, &route);
  g_assert_cmpfloat_with_epsilon (hypot (route.x[0] - 100, route.y[0]), 303, 0.01);
}

/* From a card inside a disc the name is the nearest of it. */
static void
test_name (void)
{
  CommonsRouteEnd outer = disc (0, 0, 300), low = card (-100, 0);
  CommonsRouteEnd large = disc (0, 0, 400), beside = { .bounds = { 80, -395, 100, 40 } };

  assert_ends (&low, &outer, 0, -3, 0, -284);
  outer.name.x = -40;
  assert_ends (&low, &outer, 0, -3, 0, -284);

  outer.name.x = -200;
  assert_ends (&low, &outer, 0, -3, -112, -284);
  assert_ends (&large, &beside, 53, -400, 76, -375);
}

/* Between nested discs both ends are on borders, and the link runs in the
 * crescent between them. */
static void
test_nested (void)
{
  CommonsRouteEnd outer = disc (0, 0, 300), inner = disc (0, 100, 190);
  CommonsRoute route;

  commons_route_find (&outer, &inner, &route);
  g_assert_cmpfloat_with_epsilon (hypot (route.x[0], route.y[0]), 297, 0.01);
  g_assert_cmpfloat_with_epsilon (hypot (route.x[3], route.y[3] - 100), 194, 0.01);
  g_assert_cmpfloat (route.x[0], >, 0);
  g_assert_cmpfloat (route.y[0], <, 0);

  commons_route_find (&inner, &outer, &route);
  g_assert_cmpfloat_with_epsilon (hypot (route.x[3], route.y[3]), 296, 0.01);
}

/* Whatever the places, even on top of each other or without size, the way is
 * made of numbers. */
static void
test_degenerate (void)
{
  CommonsRouteEnd ends[] = {
    card (0, 0), { .bounds = { 0, 0, 0, 0 } }, disc (0, 0, 0), disc (0, 0, 300), disc (100, 30, 10),
    card (1e6, -1e6),
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          CommonsRoute route;

          commons_route_find (&ends[i], &ends[j], &route);

          for (guint k = 0; k < 4; k++)
            g_assert_true (isfinite (route.x[k]) && isfinite (route.y[k]));
        }
    }
}

/* A card in the way is gone around; one that only stands near is not. */
static void
test_around_a_card (void)
{
  CommonsRouteEnd from = card (0, 0), to = card (600, 0);
  CommonsSpan between = { 320, 10, 120, 50 }, beside = { 320, 90, 120, 50 };
  CommonsRoute plain, route;

  commons_route_find (&from, &to, &plain);
  g_assert_cmpuint (commons_route_count_crossings (&plain, &between, 1), ==, 1);
  g_assert_cmpuint (commons_route_count_crossings (&plain, &beside, 1), ==, 0);

  g_assert_cmpuint (commons_route_find_around (&from, &to, &beside, 1, &route), ==, 0);
  g_assert_cmpmem (&route, sizeof route, &plain, sizeof plain);

  g_assert_cmpuint (commons_route_find_around (&from, &to, &between, 1, &route), ==, 0);
  g_assert_cmpuint (commons_route_count_crossings (&route, &between, 1), ==, 0);
}

/* Neighbours of the card a link leaves may take its best side. */
static void
test_around_a_neighbour (void)
{
  CommonsRouteEnd from = card (0, 0), to = card (0, 400);
  CommonsSpan below = { 0, 64, 200, 60 };
  CommonsRoute route;

  g_assert_cmpuint (commons_route_find_around (&from, &to, &below, 1, &route), ==, 0);
}

/* Behind a wall there is no small detour: the plain way is the clearest. */
static void
test_no_way_around (void)
{
  CommonsRouteEnd from = card (0, 0), to = card (600, 0);
  CommonsSpan wall = { 380, -2000, 40, 4000 };
  CommonsRoute plain, route;

  commons_route_find (&from, &to, &plain);
  g_assert_cmpuint (commons_route_find_around (&from, &to, &wall, 1, &route), ==, 1);
  g_assert_cmpmem (&route, sizeof route, &plain, sizeof plain);
}

/* Sides that somebody asked for are kept, and no detour is long, nor runs
 * through what it joins. */
static void
test_detours_are_small (void)
{
  for (guint i = 0; i < 400; i++)
    {
      CommonsRouteEnd from = card (0, 0);
      CommonsRouteEnd to = i % 3 == 0 ? disc (g_test_rand_double_range (-900, 900), 900, g_test_rand_double_range (50, 700))
                                      : card (g_test_rand_double_range (-900, 900), g_test_rand_double_range (200, 900));
      CommonsSpan obstacles[12], reach;
      CommonsRoute plain, route;
      guint before, after;

      if (i % 5 == 0)
        from.side = 'l';

      for (guint j = 0; j < G_N_ELEMENTS (obstacles); j++)
        obstacles[j] = (CommonsSpan) { g_test_rand_double_range (-900, 900), g_test_rand_double_range (-400, 900), 200, 60 };

      commons_route_find (&from, &to, &plain);
      before = commons_route_count_crossings (&plain, obstacles, G_N_ELEMENTS (obstacles));
      after = commons_route_find_around (&from, &to, obstacles, G_N_ELEMENTS (obstacles), &route);
      g_assert_cmpuint (after, ==, commons_route_count_crossings (&route, obstacles, G_N_ELEMENTS (obstacles)));
      g_assert_cmpuint (after, <=, before);
      if (from.side != '\0')
        g_assert_cmpfloat_with_epsilon (route.x[0], plain.x[0], 0.01);

      commons_route_get_span (&plain, &reach);
      for (guint j = 0; j < 4; j++)
        {
          double left = MIN (reach.x, from.bounds.x), top = MIN (reach.y, from.bounds.y);
          double right = MAX (reach.x + reach.width, from.bounds.x + from.bounds.width);
          double bottom = MAX (reach.y + reach.height, from.bounds.y + from.bounds.height);

          if (!to.round)
            {
              left = MIN (left, to.bounds.x);
              top = MIN (top, to.bounds.y);
              right = MAX (right, to.bounds.x + to.bounds.width);
              bottom = MAX (bottom, to.bounds.y + to.bounds.height);
            }

          g_assert_cmpfloat (route.x[j], >=, left - COMMONS_ROUTE_DETOUR);
          g_assert_cmpfloat (route.x[j], <=, right + COMMONS_ROUTE_DETOUR);
          g_assert_cmpfloat (route.y[j], >=, top - COMMONS_ROUTE_DETOUR);
          g_assert_cmpfloat (route.y[j], <=, bottom + COMMONS_ROUTE_DETOUR);
        }
    }
}

static void
test_distance (void)
{
  CommonsRouteEnd from = card (0, 0), to = card (400, 0);
  CommonsRoute route;

  commons_route_find (&from, &to, &route);
  g_assert_cmpfloat_with_epsilon (commons_route_get_distance (&route, 300, 30), 0, 0.01);
  g_assert_cmpfloat_with_epsilon (commons_route_get_distance (&route, 300, 35), 5, 0.01);
  g_assert_cmpfloat_with_epsilon (commons_route_get_distance (&route, 400, 30), 4, 0.01);
}

/* The empty corner of the rectangle around a long link is told apart. */
static void
test_touches (void)
{
  CommonsRouteEnd from = card (0, 0), to = card (4000, 4000);
  CommonsRoute route;
  CommonsSpan span, corner = { 300, 3500, 400, 400 };
  double x, y;

  commons_route_find (&from, &to, &route);
  commons_route_get_span (&route, &span);
  g_assert_cmpfloat (span.x, <, corner.x);
  g_assert_cmpfloat (span.y + span.height, >, corner.y);
  g_assert_false (commons_route_touches (&route, &corner, 8));

  for (double t = 0; t <= 1; t += 0.01)
    {
      commons_route_get_point (&route, t, &x, &y);
      g_assert_true (commons_route_touches (&route, &(CommonsSpan) { x - 1, y - 1, 2, 2 }, 0));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/route/around-a-card", test_around_a_card);
  g_test_add_func ("/route/around-a-neighbour", test_around_a_neighbour);
  g_test_add_func ("/route/no-way-around", test_no_way_around);
  g_test_add_func ("/route/small-detours", test_detours_are_small);
  g_test_add_func ("/route/cards", test_cards);
  g_test_add_func ("/route/sides", test_sides);
  g_test_add_func ("/route/disc", test_disc);
  g_test_add_func ("/route/name", test_name);
  g_test_add_func ("/route/nested", test_nested);
  g_test_add_func ("/route/degenerate", test_degenerate);
  g_test_add_func ("/route/distance", test_distance);
  g_test_add_func ("/route/touches", test_touches);

  return g_test_run ();
}
