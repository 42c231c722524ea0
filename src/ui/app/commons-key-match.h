/* commons-key-match.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "commons-commands.h"

G_BEGIN_DECLS

/**
 * CommonsCanType:
 * @keyval: a key value
 * @user_data: what was given with the function
 *
 * Returns: whether the present layout has a key that gives @keyval when it is
 *   pressed alone
 */
typedef gboolean (*CommonsCanType) (guint    keyval,
                                    gpointer user_data);

/**
 * commons_key_match_find:
 * @keycode: hardware code of the key that was pressed, as evdev plus 8, which
 *   is what both X11 and Wayland give
 * @state: modifiers held with it
 * @can_type: (scope call): tells what the layout can type
 * @user_data: passed to @can_type
 *
 * Finds the command that stands on this key of a QWERTY keyboard, for layouts
 * that cannot type the key value of its shortcut plainly: digits, signs and
 * brackets on AZERTY and BÉPO, letters on Cyrillic or Greek. A key value that
 * the layout does type keeps its own key, so that on BÉPO the key at the place
 * of W never closes the window.
 *
 * Returns: (transfer none) (nullable): the command, %NULL when there is none
 */
const CommonsCommand *commons_key_match_find (guint            keycode,
                                              GdkModifierType  state,
                                              CommonsCanType   can_type,
                                              gpointer         user_data);

/**
 * commons_key_match_get_place:
 * @keyval: a key value
 *
 * Returns: hardware code of the key of a QWERTY keyboard that gives @keyval,
 *   alone or with Shift; 0 when none does
 */
guint                 commons_key_match_get_place (guint       keyval);

G_END_DECLS
