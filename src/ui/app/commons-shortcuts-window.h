/* commons-shortcuts-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_SHORTCUTS_WINDOW (commons_shortcuts_window_get_type ())

/**
 * CommonsShortcutsWindow:
 *
 * The commands that have keys, by section, with a search. Made from the table
 * of commands, so that it says what the program does.
 */
G_DECLARE_FINAL_TYPE (CommonsShortcutsWindow, commons_shortcuts_window, COMMONS, SHORTCUTS_WINDOW, AdwWindow)

/**
 * commons_shortcuts_window_present:
 * @parent: (nullable): the window it belongs to; it has one at most
 *
 * Shows the keys.
 */
void commons_shortcuts_window_present (GtkWindow *parent);

G_END_DECLS
