/* test-theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-work-table.h"
#include "render-fixture.h"

static double
get_part (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const CommonsColor *color)
{
  return 0.2126 * get_part (color->red) + 0.7152 * get_part (color->green) + 0.0722 * get_part (color->blue);
}

static double
get_contrast (const CommonsColor *a,
              const CommonsColor *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static void
test_contrast (void)
{
  for (guint variant = COMMONS_THEME_LIGHT; variant <= COMMONS_THEME_PRINT; variant++)
    {
      for (guint high = 0; high < 2; high++)
        {
          const CommonsTheme *theme = commons_theme_get (variant, high == 1);

          for (guint i = 0; i < COMMONS_N_HUES; i++)
            {
              const CommonsHue *hue = commons_theme_get_hue (theme, commons_theme_get_hue_name (i));

              g_assert_true (hue == &theme->hues[i]);
              g_assert_cmpfloat (get_contrast (&hue->text, &hue->fill), >=, 7);
              g_assert_cmpfloat (get_contrast (&hue->accent, &hue->fill), >=, 4.5);
              g_assert_cmpfloat (get_contrast (&hue->onmid, &hue->mid), >=, 4.3);
              g_assert_cmpfloat (get_contrast (&theme->on_accent, &hue->accent), >=, 4.5);

              /* Badges in the colours of a card stand out of the halo around
               * them: either they are dark, or a dark line is around. */
              g_assert_cmpfloat (get_contrast (&hue->accent, &theme->halo), >=, 4.5);
            }

          g_assert_cmpfloat (get_contrast (&theme->plain.text, &theme->plain.fill), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->ring_text, &theme->pill), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->zone_text, &theme->board), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->link_text, &theme->label), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->selected_label_text, &theme->selected_label), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->badge_text, &theme->badge), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->mark_text, &theme->mark), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->find_text, &theme->find), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->badge, &theme->halo), >=, 7);
          g_assert_cmpfloat (get_contrast (&theme->find_text, &theme->halo), >=, 7);
        }
    }
}

static void
assert_seen (const CommonsColor *color,
             const CommonsColor *ground)
{
  g_assert_cmpfloat (get_contrast (color, ground), >=, 3);
}

/* What is written below a title is a little paler; and everything that says
 * something without words stands out of whatever it may lie on: links, the edges
 * of circles, and the rings of what is selected or has the keyboard. */
static void
test_drawings (void)
{
  for (guint variant = COMMONS_THEME_LIGHT; variant <= COMMONS_THEME_PRINT; variant++)
    {
      for (guint high = 0; high < 2; high++)
        {
          const CommonsTheme *theme = commons_theme_get (variant, high == 1);
          const CommonsColor *grounds[] = { &theme->board, &theme->ring[0], &theme->ring[1], &theme->ring[2], &theme->ring[3] };

          for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
            {
              assert_seen (&theme->link, grounds[i]);
              assert_seen (&theme->ring_line, grounds[i]);
              assert_seen (&theme->accent, grounds[i]);
              g_assert_cmpfloat (get_contrast (&theme->ring_text, grounds[i]), >=, 7);
              g_assert_cmpfloat (get_contrast (&theme->zone_text, grounds[i]), >=, 7);
            }

          assert_seen (&theme->mark_text, &theme->mark);
          for (guint i = 0; i < COMMONS_N_HUES; i++)
            {
              const CommonsHue *hue = &theme->hues[i];
              CommonsColor body = commons_color_mix (&hue->fill, &hue->text, 0.92);

              g_assert_cmpfloat (get_contrast (&body, &hue->fill), >=, 7);
            }

          {
            CommonsColor solid = commons_color_mix (&theme->board, &theme->secondary, theme->secondary.alpha);

            g_assert_cmpfloat (get_contrast (&solid, &theme->board), >=, 4.5);
          }
        }
    }
}

/* What people see who have no red or no green cones (Viénot, Brettel and
 * Mollon, 1999), in light, not in sRGB. */
static void
simulate (const CommonsColor *color,
          double              red_share,
          double              blue_shift,
          double              seen[3])
{
  double red = get_part (color->red), green = get_part (color->green), blue = get_part (color->blue);

  seen[0] = seen[1] = red_share * red + (1 - red_share) * green;
  seen[2] = MAX (blue + blue_shift * (red - green), 0);
}

static double
bend (double value)
{
  return value > 0.008856 ? cbrt (value) : 7.787 * value + 16 / 116.0;
}

/* How far two colours are apart for the eye (CIE 1976). */
static double
get_distance (const double a[3],
              const double b[3])
{
  double lab[2][3];

  for (guint i = 0; i < 2; i++)
    {
      const double *seen = i == 0 ? a : b;
      double x = bend ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
      double y = bend (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
      double z = bend ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);

      lab[i][0] = 116 * y - 16;
      lab[i][1] = 500 * (x - y);
      lab[i][2] = 200 * (y - z);
    }

  return sqrt (pow (lab[0][0] - lab[1][0], 2) + pow (lab[0][1] - lab[1][1], 2) + pow (lab[0][2] - lab[1][2], 2));
}

/* The marks of tables are read, and told apart by all eyes. */
static void
test_tables (void)
{
  static const double eyes[][2] = { { 0.11238, 0.00401 }, { 0.29275, -0.02234 } };

  G_STATIC_ASSERT (COMMONS_N_TABLES == COMMONS_WORK_TABLE_N_COLORS);

  for (guint variant = COMMONS_THEME_LIGHT; variant <= COMMONS_THEME_PRINT; variant++)
    {
      for (guint high = 0; high < 2; high++)
        {
          const CommonsTheme *theme = commons_theme_get (variant, high == 1);

          for (guint i = 0; i < COMMONS_N_TABLES; i++)
            g_assert_cmpfloat (get_contrast (&theme->tables[i], &theme->tables_text[i]), >=, 4.5);

          for (guint i = 0; high == 0 && i < G_N_ELEMENTS (eyes) * COMMONS_N_TABLES * COMMONS_N_TABLES; i++)
            {
              const double *eye = eyes[i % 2];
              guint a = i / 2 % COMMONS_N_TABLES, b = i / 2 / COMMONS_N_TABLES;
              double first[3], second[3];

              simulate (&theme->tables[a], eye[0], eye[1], first);
              simulate (&theme->tables[b], eye[0], eye[1], second);
              if (a < b)
                g_assert_cmpfloat (get_distance (first, second), >=, 15);
            }
        }
    }
}

static void
test_unknown_hue (void)
{
  const CommonsTheme *theme = commons_theme_get (COMMONS_THEME_DARK, FALSE);

  g_assert_true (commons_theme_get_hue (theme, "nothing") == commons_theme_get_hue (theme, "commons"));
  g_assert_true (commons_theme_get_hue (theme, NULL) == commons_theme_get_hue (theme, "commons"));
  g_assert_true (commons_theme_get (COMMONS_THEME_DARK, FALSE) == theme);
}

static void
test_print (void)
{
  const CommonsTheme *print = commons_theme_get (COMMONS_THEME_PRINT, FALSE);

  g_assert_cmpfloat (print->board.red, ==, 1);
  g_assert_cmpfloat (print->board.blue, ==, 1);
  g_assert_cmpfloat (print->shadow, ==, 0);
  g_assert_cmpfloat (commons_theme_get (COMMONS_THEME_DARK, FALSE)->shadow, >, 2);
}

/* Any colour another program may give leaves the text readable. */
static void
test_foreign_colors (void)
{
  static const char *const colors[] = {
    "1", "2", "3", "4", "5", "6", "#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#808080",
  };

  for (guint variant = COMMONS_THEME_LIGHT; variant <= COMMONS_THEME_PRINT; variant++)
    {
      const CommonsTheme *theme = commons_theme_get (variant, FALSE);

      for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
        {
          CommonsHue hue;

          commons_theme_make_hue (theme, colors[i], &hue);
          g_assert_cmpfloat (get_contrast (&hue.text, &hue.fill), >=, 7);
        }
    }
}

static void
test_bad_colors (void)
{
  static const char *const colors[] = { NULL, "", "0", "7", "12", "red", "#12345", "#1234567", "#12345g", "#" };
  const CommonsTheme *theme = commons_theme_get (COMMONS_THEME_LIGHT, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      CommonsHue hue;

      commons_theme_make_hue (theme, colors[i], &hue);
      g_assert_cmpmem (&hue, sizeof hue, &theme->plain, sizeof hue);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/drawings", test_drawings);
  g_test_add_func ("/theme/tables", test_tables);
  g_test_add_func ("/theme/unknown-hue", test_unknown_hue);
  g_test_add_func ("/theme/print", test_print);
  g_test_add_func ("/theme/foreign-colors", test_foreign_colors);
  g_test_add_func ("/theme/bad-colors", test_bad_colors);

  return g_test_run ();
}
