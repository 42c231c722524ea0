/* commons-clock.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_clock_has_halves:
 * @form: how a locale writes times, as strftime() does: its T_FMT
 *
 * Returns: whether its days have two halves of twelve hours
 */
gboolean commons_clock_has_halves (const char *form);

/**
 * commons_clock_format:
 * @moment: a moment
 *
 * Tells the time of the day as people read clocks where the desktop is, such as
 * “14:32” or “2:32 PM”.
 *
 * Returns: (transfer full): the time
 */
char    *commons_clock_format     (GDateTime  *moment);

G_END_DECLS
