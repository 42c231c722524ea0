/* commons-preferences.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * commons_preferences_new:
 * @title: its title
 *
 * Makes a dialog of preferences that can be searched: a window of its own, or
 * one within its window where the toolkit has those.
 *
 * Returns: (transfer floating): the dialog, without a page
 */
GtkWidget *commons_preferences_new     (const char         *title);

/**
 * commons_preferences_add:
 * @dialog: one of commons_preferences_new()
 * @page: a page
 *
 * Adds a page after the others.
 */
void       commons_preferences_add     (GtkWidget          *dialog,
                                        AdwPreferencesPage *page);

/**
 * commons_preferences_present:
 * @dialog: one of commons_preferences_new()
 * @parent: the window it belongs to
 *
 * Shows the dialog. It goes when it is closed.
 */
void       commons_preferences_present (GtkWidget          *dialog,
                                        GtkWindow          *parent);

/**
 * commons_preferences_close:
 * @dialog: one of commons_preferences_new()
 */
void       commons_preferences_close   (GtkWidget          *dialog);

G_END_DECLS
