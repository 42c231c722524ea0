/* commons-preferences-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * commons_preferences_dialog_present:
 * @parent: the window it is asked from
 *
 * Shows what can be preferred; a dialog that is open already comes to the
 * front, or to @parent. Every change counts at once, in all windows.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *commons_preferences_dialog_present (GtkWindow *parent);

G_END_DECLS
