/* commons-announce.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * commons_announce:
 * @widget: the widget something happened to
 * @text: what happened, in one sentence
 *
 * Tells screen readers what happened without moving the focus. The label of
 * the window, if it has one, says it too.
 */
void commons_announce              (GtkWidget  *widget,
                                    const char *text);

/**
 * commons_announce_later:
 * @widget: the widget something happened to
 * @text: what happened, in one sentence
 *
 * As commons_announce(), once nothing else was announced in the same window for
 * a moment. Of many things that happen in a row only the last one is said, and
 * none when something better than this was said meanwhile.
 */
void commons_announce_later        (GtkWidget  *widget,
                                    const char *text);

/**
 * commons_announce_set_fallback:
 * @window: a window, or the widget its announcements come through
 * @label: (nullable): the label, inside @window, that repeats what is
 *   announced from anywhere in @window
 *
 * Where the toolkit cannot announce, screen readers follow this label.
 */
void commons_announce_set_fallback (GtkWidget  *window,
                                    GtkLabel   *label);

G_END_DECLS
