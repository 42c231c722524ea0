/* commons-version-browser.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-version-row.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_VERSION_BROWSER (commons_version_browser_get_type ())

/**
 * CommonsVersionBrowser:
 *
 * The versions of a board by day, with small pictures. Read and drawn in
 * workers, one after the other.
 */
G_DECLARE_FINAL_TYPE (CommonsVersionBrowser, commons_version_browser, COMMONS, VERSION_BROWSER, AdwBin)

/**
 * CommonsVersionBrowser::listed:
 *
 * Emitted once it is known which versions there are.
 */

/**
 * CommonsVersionBrowser::selected:
 *
 * Emitted when another version is selected, or none.
 */

/**
 * commons_version_browser_new:
 * @root: the folder of all boards
 * @file: the file of the board
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget         *commons_version_browser_new             (const char          *root,
                                                          GFile               *file);

/**
 * commons_version_browser_get_selected:
 *
 * Returns: (transfer none) (nullable): the row that is selected
 */
CommonsVersionRow *commons_version_browser_get_selected    (CommonsVersionBrowser *self);

/**
 * commons_version_browser_get_previous:
 *
 * Returns: (transfer none) (nullable): the version before the selected one
 */
const CommonsVersion *
                   commons_version_browser_get_previous    (CommonsVersionBrowser *self);

/**
 * commons_version_browser_remove_selected:
 *
 * Takes the selected row away, and selects the one after it.
 */
void               commons_version_browser_remove_selected (CommonsVersionBrowser *self);

G_END_DECLS
