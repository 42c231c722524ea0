/* commons-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-clock"

#include "config.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-clock.h"

gboolean
commons_clock_has_halves (const char *form)
{
  g_return_val_if_fail (form != NULL, FALSE);

  /* %r is a time with its half, however the locale writes that. */
  return strstr (form, "%r") != NULL || strstr (form, "%p") != NULL || strstr (form, "%P") != NULL;
}

char *
commons_clock_format (GDateTime *moment)
{
  const char *form;

  g_return_val_if_fail (moment != NULL, NULL);

  if (commons_clock_has_halves (nl_langinfo (T_FMT)))
    /* Translators: a time of the day in places where its hours are counted to twelve, as for strftime */
    form = _("%-I:%M %p");
  else
    /* Translators: a time of the day, such as “10:42” */
    form = _("%H:%M");

  return g_date_time_format (moment, form);
}
