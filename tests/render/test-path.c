/* test-path.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-icons.h"
#include "commons-number.h"
#include "commons-path.h"
#include "render-fixture.h"

static void
assert_path (const char *data,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsPath) path = commons_path_parse (data, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = commons_path_to_string (path);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_commands (void)
{
  assert_path ("", "");
  assert_path ("M1 2L3,4 5 6Z", "M1 2L3 4L5 6Z");
  assert_path ("m1 2 3 4 5 6z", "M1 2L4 6L9 12Z");
  assert_path ("M1 2H5V7h-1v-2", "M1 2L5 2L5 7L4 7L4 5");
  assert_path ("M0 0c1 2 3 4 5 6s7 8 9 10", "M0 0C1 2 3 4 5 6C7 8 12 14 14 16");
  assert_path ("M0 0S3 4 5 6", "M0 0C0 0 3 4 5 6");
  assert_path ("M0 0Q3 0 3 3", "M0 0C2 0 3 1 3 3");
  assert_path ("M0 0q3 0 3 3t3 3", "M0 0C2 0 3 1 3 3C3 5 4 6 6 6");
  assert_path ("M0 0zm1 1l1 1", "M0 0ZM1 1L2 2");
}

static void
test_repeated_numbers (void)
{
  assert_path ("M.5.5-1-1", "M0.5 0.5L-1 -1");
  assert_path ("M1e1 2E-1", "M10 0.2");
}

/* Four quarters of a circle come back to where they began, at one radius. */
static void
test_arc (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsPath) path = commons_path_parse ("M10 0A10 10 0 11-10 0 10 10 0 1110 0z", &error);
  const CommonsPathCommand *commands;
  guint n_commands;

  g_assert_no_error (error);
  commands = commons_path_get_commands (path, &n_commands);
  g_assert_cmpuint (n_commands, ==, 6);

  for (guint i = 1; i < 5; i++)
    {
      g_assert_cmpint (commands[i].op, ==, COMMONS_PATH_CURVE);
      g_assert_cmpfloat_with_epsilon (hypot (commands[i].points[4], commands[i].points[5]), 10, 1e-6);
    }

  g_assert_cmpfloat_with_epsilon (commands[4].points[4], 10, 1e-6);
}

static void
test_degenerate_arc (void)
{
  assert_path ("M0 0A0 5 0 0 1 4 4", "M0 0L4 4");
  assert_path ("M3 3a5 5 0 0 1 0 0", "M3 3L3 3");
}

static void
test_bad_data (void)
{
  static const char *const bad[] = {
    "L1 1", "M", "M1", "M1 1X", "M1 1Linf 1", "M1 1Lnan 1", "M1 1L0x10 1", "M1 1A1 1 0 2 0 3 3",
    "M1 1Z1 1", "1 1", "M1 1L1e999 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (commons_path_parse (bad[i], &error));
      g_assert_error (error, COMMONS_PATH_ERROR, COMMONS_PATH_ERROR_SYNTAX);
    }
}

/* Radii that do not fit shrink together. */
static void
test_box (void)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  g_autoptr (CommonsPath) cut = commons_path_new ();
  g_autofree char *text = NULL;
  double x1, y1, x2, y2;

  commons_path_add_box (path, 0, 0, 40, 10, (double[]) { 20, 20, 20, 20 }, 0);
  g_assert_true (commons_path_get_extents (path, &x1, &y1, &x2, &y2));
  g_assert_cmpfloat (x1, ==, 0);
  g_assert_cmpfloat (y2, ==, 10);
  g_assert_cmpfloat (x2, ==, 40);

  commons_path_add_box (cut, 0, 0, 40, 20, (double[]) { 0, 0, 0, 0 }, 5);
  text = commons_path_to_string (cut);
  g_assert_cmpstr (text, ==, "M0 0L40 0L40 15L35 20L0 20L0 0Z");
}

static void
assert_number (double      value,
               const char *expected)
{
  GString *string = g_string_new (NULL);

  commons_number_append (string, value);
  g_assert_cmpstr (string->str, ==, expected);
  g_string_free (string, TRUE);
}

static void
test_numbers (void)
{
  assert_number (0, "0");
  assert_number (-0.001, "0");
  assert_number (12, "12");
  assert_number (0.5, "0.5");
  assert_number (-3.254, "-3.25");
  assert_number (1e12, "1000000000000");
}

/* Every icon the catalogue names can be drawn, inside its square. */
static void
test_icons (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");

  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);
      guint n_parts;
      const CommonsIconPart *parts = commons_icons_get (kind->look.icon, &n_parts);

      g_assert_cmpuint (n_parts, >, 0);

      for (guint j = 0; j < n_parts; j++)
        {
          double x1, y1, x2, y2;

          g_assert_true (commons_path_get_extents (parts[j].path, &x1, &y1, &x2, &y2));
          g_assert_cmpfloat (x1, >=, -1);
          g_assert_cmpfloat (y1, >=, -1);
          g_assert_cmpfloat (x2, <=, COMMONS_ICON_SIZE + 1);
          g_assert_cmpfloat (y2, <=, COMMONS_ICON_SIZE + 1);
        }

      g_assert_true (commons_icons_get (kind->look.icon, &n_parts) == parts);
    }
}

static void
test_missing_icon (void)
{
  guint n_parts = 1;

  g_test_expect_message ("commons-icons", G_LOG_LEVEL_WARNING, "*no-such-icon*");
  g_assert_null (commons_icons_get ("no-such-icon", &n_parts));
  g_test_assert_expected_messages ();
  g_assert_cmpuint (n_parts, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/commands", test_commands);
  g_test_add_func ("/path/repeated-numbers", test_repeated_numbers);
  g_test_add_func ("/path/arc", test_arc);
  g_test_add_func ("/path/degenerate-arc", test_degenerate_arc);
  g_test_add_func ("/path/bad-data", test_bad_data);
  g_test_add_func ("/path/box", test_box);
  g_test_add_func ("/path/numbers", test_numbers);
  g_test_add_func ("/icons/catalogue", test_icons);
  g_test_add_func ("/icons/missing", test_missing_icon);

  return g_test_run ();
}
