/* test-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <langinfo.h>
#include <locale.h>

#include "commons-clock.h"
#include "core-fixture.h"

static char *
format (int hour,
        int minute)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (2026, 11, 30, hour, minute, 5);

  return commons_clock_format (moment);
}

/* As the C library writes times in these places. */
static void
test_halves (void)
{
  static const char *const whole[] = { "%H:%M:%S", "%T", "%H.%M.%S", "%k:%M:%S", "" };
  static const char *const halves[] = { "%r", "%I:%M:%S %p", "%p %I:%M:%S", "%P%l:%M:%S" };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    g_assert_false (commons_clock_has_halves (whole[i]));
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    g_assert_true (commons_clock_has_halves (halves[i]));
}

static void
test_whole_days (void)
{
  setlocale (LC_TIME, "C");
  fixture_assert_says (format (14, 32), "14:32");
  fixture_assert_says (format (0, 5), "00:05");
}

/* Where this machine has such a locale. */
static void
test_half_days (void)
{
  static const char *const names[] = { "en_US.UTF-8", "en_US.utf8" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (setlocale (LC_TIME, names[i]) == NULL || !commons_clock_has_halves (nl_langinfo (T_FMT)))
        continue;

      fixture_assert_says (format (14, 32), "2:32 PM");
      fixture_assert_says (format (0, 5), "12:05 AM");
      setlocale (LC_TIME, "C");
      return;
    }

  setlocale (LC_TIME, "C");
  g_test_skip ("no locale counts to twelve here");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/halves", test_halves);
  g_test_add_func ("/clock/whole-days", test_whole_days);
  g_test_add_func ("/clock/half-days", test_half_days);

  return g_test_run ();
}
