/* commons-key-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "commons-commands.h"

G_BEGIN_DECLS

/**
 * CommonsKeyAt:
 * @keycode: hardware code of a key, as evdev plus 8
 * @shifted: whether Shift is held with it
 * @user_data: what was given with the function
 *
 * Returns: the key value that the present layout gives there, 0 for none
 */
typedef guint (*CommonsKeyAt) (guint    keycode,
                               gboolean shifted,
                               gpointer user_data);

/**
 * commons_key_names_list:
 * @accel: one of the keys of a command
 * @key_at: (nullable) (scope call): tells what stands on the keys
 * @user_data: passed to @key_at
 *
 * Names the keys to press together, as they are written on the keyboard. A sign
 * that no key of the layout bears is found by its place, so it is called as
 * what is written there: what is Ctrl+] elsewhere is Ctrl+$ on AZERTY. Letters
 * stay Latin, which is how menus of every program call them.
 *
 * Returns: (transfer full): names, in the order of menus and help
 */
GStrv  commons_key_names_list         (const char           *accel,
                                       CommonsKeyAt          key_at,
                                       gpointer              user_data);

/**
 * commons_key_names_list_others:
 * @command: a command
 * @key_at: (nullable) (scope call): tells what stands on the keys
 * @user_data: passed to @key_at
 *
 * Names the other keys of @command that are worth knowing: not those of the
 * keypad, nor the other spellings of the same key.
 *
 * Returns: (transfer full): one string for each, such as "Ctrl+Y"
 */
GStrv  commons_key_names_list_others  (const CommonsCommand *command,
                                       CommonsKeyAt          key_at,
                                       gpointer              user_data);

G_END_DECLS
