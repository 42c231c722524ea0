/* test-viewport.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-viewport.h"

#define EPSILON 1e-6

static CommonsViewport
make_view (double zoom,
           double x,
           double y)
{
  CommonsViewport view;

  commons_viewport_init (&view);
  commons_viewport_set_size (&view, 800, 600);
  view.zoom = zoom;
  view.x = x;
  view.y = y;

  return view;
}

static void
assert_view (const CommonsViewport *view,
             double                 zoom,
             double                 x,
             double                 y)
{
  g_assert_cmpfloat_with_epsilon (view->zoom, zoom, EPSILON);
  g_assert_cmpfloat_with_epsilon (view->x, x, EPSILON);
  g_assert_cmpfloat_with_epsilon (view->y, y, EPSILON);
}

static void
test_init (void)
{
  CommonsViewport view;

  commons_viewport_init (&view);
  assert_view (&view, 1, 0, 0);
  g_assert_cmpint (view.width, ==, 0);
  g_assert_cmpint (view.height, ==, 0);

  commons_viewport_set_size (&view, -5, 40);
  g_assert_cmpint (view.width, ==, 0);
  g_assert_cmpint (view.height, ==, 40);
}

static void
test_resize_keeps_corner (void)
{
  CommonsViewport view = make_view (2, 30, -40);

  commons_viewport_set_size (&view, 1024, 500);
  assert_view (&view, 2, 30, -40);
  g_assert_cmpint (view.width, ==, 1024);
}

static void
test_pan (void)
{
  CommonsViewport view = make_view (2, 0, 0);

  commons_viewport_pan (&view, 10, -30);
  assert_view (&view, 2, -5, 15);
  commons_viewport_pan (&view, -10, 30);
  assert_view (&view, 2, 0, 0);
}

static void
test_pan_stays_on_board (void)
{
  CommonsViewport view = make_view (1, 0, 0);

  commons_viewport_pan (&view, -1e12, 1e12);
  assert_view (&view, 1, COMMONS_COORD_MAX - 400, -COMMONS_COORD_MAX - 300);
  commons_viewport_pan (&view, 1e12, -1e12);
  assert_view (&view, 1, -COMMONS_COORD_MAX - 400, COMMONS_COORD_MAX - 300);
}

static void
test_not_finite (void)
{
  const double bad[] = { NAN, INFINITY, -INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      CommonsViewport view = make_view (1.5, 10, 20);

      commons_viewport_pan (&view, bad[i], 0);
      commons_viewport_pan (&view, 0, bad[i]);
      commons_viewport_zoom_at (&view, bad[i], 0, 0);
      commons_viewport_set_zoom_at (&view, bad[i], 0, 0);
      commons_viewport_set_zoom_at (&view, 2, bad[i], 0);
      commons_viewport_center_on (&view, bad[i], 0);
      assert_view (&view, 1.5, 10, 20);
    }
}

static void
test_round_trip (void)
{
  const double zooms[] = { COMMONS_ZOOM_MIN, 0.38, 1, 1.37, COMMONS_ZOOM_MAX };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      CommonsViewport view = make_view (zooms[i], -123.25, 456.5);
      double x, y, px, py;

      commons_viewport_to_board (&view, 640, 17, &x, &y);
      commons_viewport_to_view (&view, x, y, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, 640, EPSILON);
      g_assert_cmpfloat_with_epsilon (py, 17, EPSILON);
    }
}

static void
test_zoom_keeps_point (void)
{
  const double factors[] = { 0.01, 0.5, 1.1, 3, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      CommonsViewport view = make_view (1, 100, 50);
      double before_x, before_y, after_x, after_y;

      commons_viewport_to_board (&view, 333, 222, &before_x, &before_y);
      commons_viewport_zoom_at (&view, factors[i], 333, 222);
      commons_viewport_to_board (&view, 333, 222, &after_x, &after_y);

      g_assert_cmpfloat_with_epsilon (before_x, after_x, EPSILON);
      g_assert_cmpfloat_with_epsilon (before_y, after_y, EPSILON);
      g_assert_cmpfloat (view.zoom, ==, CLAMP (factors[i], COMMONS_ZOOM_MIN, COMMONS_ZOOM_MAX));
    }
}

static void
test_zoom_in_and_out (void)
{
  CommonsViewport view = make_view (1, 0, 0);

  for (guint i = 0; i < 7; i++)
    commons_viewport_zoom_at (&view, 1.3, 200, 100);
  for (guint i = 0; i < 7; i++)
    commons_viewport_zoom_at (&view, 1 / 1.3, 200, 100);

  assert_view (&view, 1, 0, 0);
}

static void
test_visible (void)
{
  CommonsViewport view = make_view (3, -10.2, 5.7);
  CommonsRect visible;

  commons_viewport_get_visible (&view, &visible);
  g_assert_cmpint (visible.x, ==, -11);
  g_assert_cmpint (visible.y, ==, 5);
  g_assert_cmpint (visible.x + visible.width, ==, (int) ceil (-10.2 + 800 / 3.0));
  g_assert_cmpint (visible.y + visible.height, ==, (int) ceil (5.7 + 600 / 3.0));
}

static void
test_fit (void)
{
  static const struct
  {
    CommonsRect rect;
    int         margin;
    double      max_zoom;
    double      zoom;
  } cases[] = {
    { { 0, 0, 1600, 100 }, 0, 1, 0.5 },
    { { -500, 20, 100, 1000 }, 50, 1, 0.5 },
    { { 10, 10, 100, 100 }, 0, 1, 1 },
    { { 10, 10, 100, 100 }, 0, 8, 6 },
    { { 10, 10, 100, 100 }, 0, 4, 4 },
    { { 10, 10, 0, 0 }, 10, 2, 2 },
    { { 0, 0, 1000000, 10 }, 0, 1, COMMONS_ZOOM_MIN },
    { { 0, 0, 800, 600 }, 10000, 1, 0.5 },
    { { 0, 0, 800, 600 }, -100, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CommonsViewport view = make_view (1, 0, 0);
      double px, py;

      commons_viewport_fit (&view, &cases[i].rect, cases[i].margin, cases[i].max_zoom);
      g_assert_cmpfloat_with_epsilon (view.zoom, cases[i].zoom, EPSILON);

      commons_viewport_to_view (&view,
                                cases[i].rect.x + cases[i].rect.width / 2.0,
                                cases[i].rect.y + cases[i].rect.height / 2.0, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, 400, EPSILON);
      g_assert_cmpfloat_with_epsilon (py, 300, EPSILON);
    }
}

static void
test_fit_without_size (void)
{
  CommonsViewport view;

  commons_viewport_init (&view);
  commons_viewport_fit (&view, &(CommonsRect) { 50, 50, 10, 10 }, 10, 1);
  assert_view (&view, 1, 0, 0);
}

static void
test_reveal (void)
{
  /* The view shows 0…400 × 0…300 at 200 %. */
  static const struct
  {
    CommonsRect rect;
    int         margin;
    gboolean    moved;
    double      x;
    double      y;
  } cases[] = {
    { { 10, 10, 50, 50 }, 0, FALSE, 0, 0 },
    { { 10, 10, 50, 50 }, 20, FALSE, 0, 0 },
    { { 10, 10, 50, 50 }, 40, TRUE, -10, -10 },
    { { -30, 100, 50, 50 }, 0, TRUE, -30, 0 },
    { { 380, 280, 50, 50 }, 0, TRUE, 30, 30 },
    { { 380, 280, 50, 50 }, 10, TRUE, 35, 35 },
    { { -200, 0, 1000, 100 }, 0, FALSE, 0, 0 },
    { { 100, 0, 1000, 100 }, 0, TRUE, 100, 0 },
    { { -2000, 0, 1000, 100 }, 0, TRUE, -1400, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CommonsViewport view = make_view (2, 0, 0);

      g_assert_cmpint (commons_viewport_reveal (&view, &cases[i].rect, cases[i].margin), ==, cases[i].moved);
      assert_view (&view, 2, cases[i].x, cases[i].y);
      g_assert_false (commons_viewport_reveal (&view, &cases[i].rect, cases[i].margin));
    }
}

static void
test_steps (void)
{
  static const struct
  {
    double zoom;
    int    direction;
    double expected;
  } cases[] = {
    { 1, 1, 1.25 }, { 1, -1, 0.75 }, { 0.9, 1, 1 }, { 0.9, -1, 0.75 },
    { 0.38, 1, 0.5 }, { 0.99999, 1, 1.25 }, { 1.00001, -1, 0.75 },
    { 8, 1, 8 }, { 6, 1, 8 }, { 0.05, -1, 0.05 }, { 0.07, -1, 0.05 },
    { 100, 1, 8 }, { 100, -1, 8 }, { 1e-9, -1, 0.05 }, { 1e-9, 1, 0.05 },
    { 1.1, 0, 1.1 }, { NAN, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (commons_viewport_step_zoom (cases[i].zoom, cases[i].direction),
                                    cases[i].expected, EPSILON);
}

static void
test_steps_there_and_back (void)
{
  double zoom = COMMONS_ZOOM_MIN;
  guint up = 0, down = 0;

  for (; zoom < COMMONS_ZOOM_MAX; up++)
    zoom = commons_viewport_step_zoom (zoom, 1);
  for (; zoom > COMMONS_ZOOM_MIN; down++)
    zoom = commons_viewport_step_zoom (zoom, -1);

  g_assert_cmpuint (up, ==, 13);
  g_assert_cmpuint (down, ==, 13);
}

static void
test_interpolate_ends (void)
{
  CommonsViewport from = make_view (0.5, -100, 30);
  CommonsViewport to = make_view (2, 4000, 50);
  CommonsViewport out;

  commons_viewport_interpolate (&from, &to, 0, &out);
  assert_view (&out, from.zoom, from.x, from.y);
  commons_viewport_interpolate (&from, &to, -3, &out);
  assert_view (&out, from.zoom, from.x, from.y);
  commons_viewport_interpolate (&from, &to, 1, &out);
  g_assert_cmpfloat (out.x, ==, to.x);
  commons_viewport_interpolate (&from, &to, NAN, &out);
  g_assert_cmpfloat (out.x, ==, to.x);
}

/* Both the zoom and the way, in pixels, go at an even pace. */
static void
test_interpolate_pace (void)
{
  CommonsViewport from = make_view (0.25, 0, 0);
  CommonsViewport to = make_view (4, 3000, 1000);
  CommonsViewport last, out;
  double first_step = 0;

  commons_viewport_interpolate (&from, &to, 0, &last);
  for (guint i = 1; i <= 10; i++)
    {
      double px, py;

      commons_viewport_interpolate (&from, &to, i / 10.0, &out);
      g_assert_cmpfloat_with_epsilon (out.zoom / last.zoom, pow (16, 0.1), EPSILON);

      commons_viewport_to_view (&out, last.x + 400 / last.zoom, last.y + 300 / last.zoom, &px, &py);
      if (i == 1)
        first_step = 400 - px;
      g_assert_cmpfloat (first_step, >, 0);
      g_assert_cmpfloat_with_epsilon (400 - px, first_step, 1e-3);
      last = out;
    }
}

static void
test_interpolate_slide (void)
{
  CommonsViewport from = make_view (1, 0, 0);
  CommonsViewport to = make_view (1, 1000, -200);
  CommonsViewport out;

  commons_viewport_interpolate (&from, &to, 0.25, &out);
  assert_view (&out, 1, 250, -50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport/init", test_init);
  g_test_add_func ("/viewport/resize-keeps-corner", test_resize_keeps_corner);
  g_test_add_func ("/viewport/pan", test_pan);
  g_test_add_func ("/viewport/pan-stays-on-board", test_pan_stays_on_board);
  g_test_add_func ("/viewport/not-finite", test_not_finite);
  g_test_add_func ("/viewport/round-trip", test_round_trip);
  g_test_add_func ("/viewport/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/viewport/zoom-in-and-out", test_zoom_in_and_out);
  g_test_add_func ("/viewport/visible", test_visible);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/fit-without-size", test_fit_without_size);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/steps", test_steps);
  g_test_add_func ("/viewport/steps-there-and-back", test_steps_there_and_back);
  g_test_add_func ("/viewport/interpolate-ends", test_interpolate_ends);
  g_test_add_func ("/viewport/interpolate-pace", test_interpolate_pace);
  g_test_add_func ("/viewport/interpolate-slide", test_interpolate_slide);

  return g_test_run ();
}
