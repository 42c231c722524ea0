/* commons-version-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-board.h"
#include "commons-versions.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_VERSION_VIEW (commons_version_view_get_type ())

/**
 * CommonsVersionView:
 *
 * One version of a board: a picture, when and why it was kept, and in words
 * what changed since then, or what it changed itself. All of it is read, drawn
 * and compared in workers.
 */
G_DECLARE_FINAL_TYPE (CommonsVersionView, commons_version_view, COMMONS, VERSION_VIEW, AdwBin)

/**
 * CommonsVersionView::read:
 *
 * Emitted when commons_version_view_get_bytes() has something else to give.
 */

/**
 * commons_version_view_new:
 * @root: the folder of all boards
 * @file: the file of the board
 * @board: the board as it is
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *commons_version_view_new       (const char           *root,
                                           GFile                *file,
                                           CommonsBoard         *board);

/**
 * commons_version_view_show:
 * @version: what to show
 * @previous: (nullable): the version before it
 */
void       commons_version_view_show      (CommonsVersionView   *self,
                                           const CommonsVersion *version,
                                           const CommonsVersion *previous);

/**
 * commons_version_view_get_bytes:
 *
 * Returns: (transfer none) (nullable): what the board said, as a file; %NULL
 *   as long as it is being read, and when it cannot be
 */
GBytes    *commons_version_view_get_bytes (CommonsVersionView   *self);

G_END_DECLS
