/* commons-draft-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts in words for people.
 */

#define G_LOG_DOMAIN "commons-draft-words"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-clock.h"
#include "commons-draft.h"

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/* As clocks and calendars are read where @now is; @day is NULL for today. */
static void
format_moment (gint64      seconds,
               GDateTime  *now,
               char      **day,
               char      **hour)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_to_timezone (utc, g_date_time_get_timezone (now))
                                            : g_date_time_ref (now);

  *hour = commons_clock_format (moment);
  /* Translators: a date, as for strftime: day, month and year */
  *day = is_same_day (moment, now) ? NULL : g_date_time_format (moment, _("%-d %B %Y"));
}

char *
commons_draft_describe (const CommonsDraftInfo *info,
                        GDateTime              *now)
{
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;
  guint n;

  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  n = MAX (info->n_changes, 1);
  format_moment (info->written, now, &day, &hour);

  /* Translators: how many changes were made, and the time of the last */
  if (day == NULL)
    return g_strdup_printf (ngettext ("%'u change from %s", "%'u changes from %s", n), n, hour);

  /* Translators: how many changes were made, then day and time of the last */
  return g_strdup_printf (ngettext ("%'u change from %s, %s", "%'u changes from %s, %s", n), n, day, hour);
}

char *
commons_draft_describe_loss (guint      n_changes,
                             gint64     began,
                             GDateTime *now)
{
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;
  guint n = MAX (n_changes, 1);

  g_return_val_if_fail (now != NULL, NULL);

  format_moment (began, now, &day, &hour);

  if (day == NULL)
    return g_strdup_printf (ngettext ("Without saving, %'u change made since %s is thrown away.",
                                      "Without saving, %'u changes made since %s are thrown away.", n), n, hour);

  /* Translators: how many changes, then day and time of the first */
  return g_strdup_printf (ngettext ("Without saving, %'u change made since %s, %s, is thrown away.",
                                    "Without saving, %'u changes made since %s, %s, are thrown away.", n),
                          n, day, hour);
}

char *
commons_draft_describe_file (const CommonsDraftInfo *info)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *base = NULL;

  g_return_val_if_fail (info != NULL, NULL);

  if (info->uri == NULL)
    return g_strdup (_("Never saved"));

  file = g_file_new_for_uri (info->uri);
  base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : info->uri);
}

static char *
make_reason (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup (_("The disk they are kept on is full: make room there."));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return g_strdup (_("Their folder cannot be written."));

  return g_strconcat (error->message, ".", NULL);
}

char *
commons_draft_describe_error (const GError *error)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  reason = make_reason (error);

  /* Translators: %s is a sentence that says why */
  return g_strdup_printf (_("Changes cannot be kept for the case that the program ends all at once. %s "
                            "Save this board often until then."), reason);
}
