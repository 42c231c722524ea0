/* commons-when.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When something was, in words for people, in their time zone and language.
 * Times are in microseconds since 1970.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_when_day:
 *
 * Returns: (transfer full): the day: "Today", "Yesterday" or a date
 */
char *commons_when_day  (gint64 time);

/**
 * commons_when_time:
 *
 * Returns: (transfer full): the time of the day
 */
char *commons_when_time (gint64 time);

/**
 * commons_when_both:
 *
 * Returns: (transfer full): a short date and the time of the day, to stand
 *   within a line
 */
char *commons_when_both (gint64 time);

G_END_DECLS
