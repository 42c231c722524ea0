/* commons-entry-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * commons_entry_row_new:
 * @title: what to write in it
 *
 * Older releases of libadwaita do not tell screen readers that the title of the
 * row is the name of the field in it, which has the keyboard.
 *
 * Returns: (transfer floating): an #AdwEntryRow
 */
GtkWidget *commons_entry_row_new (const char *title);

G_END_DECLS
