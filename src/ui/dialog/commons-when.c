/* commons-when.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-clock.h"
#include "commons-when.h"

static char *
format (gint64      time,
        const char *form)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  char *words = moment != NULL ? g_date_time_format (moment, form) : NULL;

  return words != NULL ? words : g_strdup (_("Some time ago"));
}

/* How many days ago, as the calendar counts them; -1 when that is long ago or
 * not yet. */
static int
count_days (gint64 time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = format (time, "%Y-%m-%d");

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GDateTime) other = g_date_time_add_days (now, -i);
      g_autofree char *other_day = g_date_time_format (other, "%Y-%m-%d");

      if (g_str_equal (day, other_day))
        return i;
    }

  return -1;
}

char *
commons_when_day (gint64 time)
{
  switch (count_days (time))
    {
    case 0:
      return g_strdup (_("Today"));
    case 1:
      return g_strdup (_("Yesterday"));
    default:
      /* Translators: the day of a version, such as “Monday 30 November 2026” */
      return format (time, _("%A %-e %B %Y"));
    }
}

char *
commons_when_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return moment != NULL ? commons_clock_format (moment) : g_strdup (_("Some time ago"));
}

char *
commons_when_both (gint64 time)
{
  /* Translators: a day within a line, such as “30 Nov” */
  g_autofree char *day = format (time, _("%-e %b"));
  g_autofree char *hour = commons_when_time (time);

  /* Translators: a day and a time, such as “30 Nov, 10:42” */
  return g_strdup_printf (C_("moment", "%s, %s"), day, hour);
}
