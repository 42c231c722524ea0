/* commons-about.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * commons_about_present:
 * @parent: (nullable): the window it belongs to
 *
 * Shows what the program is, who made it and under which licences.
 */
void commons_about_present (GtkWindow *parent);

G_END_DECLS
