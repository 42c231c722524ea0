/* test-legibility.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-card-layout.h"
#include "commons-legibility.h"
#include "commons-picture.h"
#include "render-fixture.h"

static const CommonsRoom usual = { 8, 2, 1920 };

/* 24 pixels can be read 8 metres away, as the rule says, and nothing less. */
static void
test_rule (void)
{
  static const struct
  {
    CommonsRoom room;
    double      size;
  } cases[] = {
    { { 8, 2, 1920 }, 23.96 },
    { { 4, 2, 1920 }, 11.98 },   /* half as far, half as large */
    { { 8, 4, 1920 }, 11.98 },   /* on an image twice as wide, too */
    { { 8, 2, 3840 }, 47.92 },   /* pixels half as wide */
    { { 20, 3, 1280 }, 26.62 },
    { { 1, 0.6, 1920 }, 9.98 },  /* a screen on a desk */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double size = commons_legibility_get_size (&cases[i].room);

      g_assert_cmpfloat_with_epsilon (size, cases[i].size, 0.01);
      g_assert_cmpfloat_with_epsilon (commons_legibility_get_distance (&cases[i].room, size),
                                      cases[i].room.distance, 1e-9);
    }

  g_assert_cmpfloat_with_epsilon (commons_legibility_get_distance (&usual, 24), 8.01, 0.01);
}

/* The capital covers the angle: from the definition, not from the formula. */
static void
test_angle (void)
{
  double metres_per_pixel = usual.width / usual.pixels;
  double capital = commons_legibility_get_size (&usual) * COMMONS_LEGIBILITY_CAPITAL * metres_per_pixel;
  double minutes = atan2 (capital, usual.distance) * 180 / G_PI * 60;

  g_assert_cmpfloat_with_epsilon (minutes, 7.4, 1e-9);
}

static void
test_zoom (void)
{
  double zoom = commons_legibility_get_zoom (&usual, 1);
  const CommonsRoom desk = { 0.6, 0.6, 1920 };
  const CommonsRoom near_by = { 4, 2, 1920 };

  /* Bodies and footers have 12 units. */
  g_assert_cmpfloat_with_epsilon (zoom, 23.96 / 12, 0.001);
  g_assert_true (commons_legibility_is_readable (&usual, zoom, 1));
  g_assert_true (commons_legibility_is_readable (&usual, zoom * 1.5, 1));
  g_assert_false (commons_legibility_is_readable (&usual, zoom * 0.999, 1));
  g_assert_false (commons_legibility_is_readable (&usual, 1, 1));

  /* Near enough, all that is drawn can be read, but bodies have to be drawn. */
  g_assert_cmpfloat (commons_legibility_get_zoom (&desk, 1), ==, COMMONS_DETAIL_FULL_ZOOM);
  g_assert_cmpfloat (commons_legibility_get_zoom (&desk, COMMONS_LARGE_PRINT), ==,
                     COMMONS_DETAIL_FULL_ZOOM * COMMONS_LARGE_PRINT);

  /* Titles of 12.5 pixels can be read where bodies are not drawn; those of
   * 10.5 pixels cannot, unless they are large, and silhouettes say nothing. */
  g_assert_true (commons_legibility_is_readable (&near_by, 0.7, 1));
  g_assert_false (commons_legibility_is_readable (&near_by, 0.5, 1));
  g_assert_true (commons_legibility_is_readable (&near_by, 0.5, COMMONS_LARGE_PRINT));
  g_assert_false (commons_legibility_is_readable (&near_by, 0.2, COMMONS_LARGE_PRINT));
  g_assert_cmpfloat (commons_legibility_get_letters (0.1, 1), ==, 0);
}

/* The smallest letters of a dump, in board units. */
static double
find_least (const char *dump)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  double least = G_MAXDOUBLE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *scale = strstr (lines[i], " scale=");
      const char *size = strstr (lines[i], " size=");

      if (strstr (lines[i], "text at=") != NULL && scale != NULL && size != NULL)
        least = MIN (least, g_ascii_strtod (scale + 7, NULL) * g_ascii_strtod (size + 6, NULL));
    }

  return least == G_MAXDOUBLE ? 0 : least;
}

/* What is told of letters is what is drawn: a card as crowded as it can be,
 * and none smaller than its least text. */
static void
test_drawn (void)
{
  static const double zooms[] = { 3, 2, 1.2, 1, 0.75, 0.5, 0.25, 0.1 };
  static const double prints[] = { 1, COMMONS_LARGE_PRINT };
  const CommonsRect area = { -100, -100, 500, 500 };
  g_autoptr (CommonsBoard) board =
    fixture_board ("{'nodes':[{'id':'a','type':'text','x':0,'y':0,'width':204,'height':76,'text':"
                   "'Un premier relevé\\nreçoit une réponse sous deux jours, ou un mot qui dit pourquoi il faut "
                   "attendre davantage','commons':{'kind':'rule','status':'agreed','confidence':2}}],'edges':[]}");
  g_autoptr (CommonsPicture) picture = commons_picture_new (board, commons_catalogue_get ("fr"),
                                                            commons_theme_get (COMMONS_THEME_LIGHT, FALSE));

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (prints); j++)
        {
          g_autoptr (CommonsScene) scene = NULL;
          g_autofree char *dump = NULL;
          double told = commons_legibility_get_letters (zooms[i], prints[j]);

          commons_picture_set_zoom (picture, 0.01);
          commons_picture_set_zoom (picture, zooms[i] / prints[j]);
          scene = commons_picture_build_scene (picture, &area, NULL);
          dump = commons_scene_dump (scene);
          g_test_message ("zoom %g, print %g: told %g, drawn %g", zooms[i], prints[j], told, find_least (dump) * zooms[i]);
          g_assert_cmpfloat (find_least (dump) * zooms[i], >=, told - 0.05);
          g_assert_true ((find_least (dump) > 0) == (told > 0));

          /* Not far below it either: a rule too strict helps nobody. */
          g_assert_cmpfloat (find_least (dump) * zooms[i], <=, told * 1.06);
        }
    }
}

/* Large print is the same board drawn as from farther away: nothing of it
 * changes, and its titles are a quarter larger on the screen. */
static void
test_large_print (void)
{
  g_assert_cmpfloat_with_epsilon (commons_legibility_get_letters (0.7, COMMONS_LARGE_PRINT) * 12.5 / 10.5,
                                  commons_legibility_get_letters (0.7, 1) * COMMONS_LARGE_PRINT, 1e-9);
  g_assert_cmpfloat_with_epsilon (commons_legibility_get_letters (0.8, COMMONS_LARGE_PRINT),
                                  commons_legibility_get_letters (0.8, 1) * COMMONS_LARGE_PRINT, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legibility/rule", test_rule);
  g_test_add_func ("/legibility/angle", test_angle);
  g_test_add_func ("/legibility/zoom", test_zoom);
  g_test_add_func ("/legibility/drawn", test_drawn);
  g_test_add_func ("/legibility/large-print", test_large_print);

  return g_test_run ();
}
