/* commons-settings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people prefer, as the parts of the program ask for it.
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-legibility.h"
#include "commons-snap.h"

G_BEGIN_DECLS

/**
 * commons_settings_follow:
 * @settings: the settings of the application
 *
 * Makes style, large print and motion what is preferred, now and from now on,
 * in all windows. What the desktop says of them counts as far as nobody
 * prefers otherwise.
 */
void                commons_settings_follow             (GSettings   *settings);

/**
 * commons_settings_get_print:
 *
 * Returns: how much larger texts are: 1 or %COMMONS_LARGE_PRINT
 */
double              commons_settings_get_print          (GSettings   *settings);

/**
 * commons_settings_get_snapping:
 *
 * Returns: what catches a drag
 */
CommonsSnapTargets  commons_settings_get_snapping       (GSettings   *settings);

/**
 * commons_settings_get_board_language:
 *
 * Returns: (transfer none): the language new boards begin in, a tag of
 *   commons_languages_list(); that of the desktop when none is preferred, or
 *   one that is no longer there
 */
const char         *commons_settings_get_board_language (GSettings   *settings);

/**
 * commons_settings_dup_author:
 *
 * Returns: (transfer full) (nullable): the name cards and boards bear
 */
char               *commons_settings_dup_author         (GSettings   *settings);

/**
 * commons_settings_get_room:
 * @widget: what is shown there, in a window
 * @room: (out): the room, and the pixels of the screen the window is on
 */
void                commons_settings_get_room           (GSettings   *settings,
                                                         GtkWidget   *widget,
                                                         CommonsRoom *room);

G_END_DECLS
