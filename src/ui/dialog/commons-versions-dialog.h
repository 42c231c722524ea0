/* commons-versions-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-advice-dialog.h"
#include "commons-version-keeper.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_VERSIONS_DIALOG (commons_versions_dialog_get_type ())

/**
 * CommonsVersionsDialog:
 *
 * The versions of a board: what they look like and what changed, to be named,
 * opened as a copy or restored.
 */
G_DECLARE_FINAL_TYPE (CommonsVersionsDialog, commons_versions_dialog, COMMONS, VERSIONS_DIALOG, CommonsAdviceDialog)

/**
 * CommonsVersionsDialog::open-copy:
 * @board: a #CommonsBoard that nothing else edits
 *
 * Emitted when a version is to be opened in a window of its own.
 */

/**
 * commons_versions_dialog_new:
 * @view: the board one looks at
 * @document: its document
 * @keeper: what keeps its versions
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_versions_dialog_new (CommonsBoardView     *view,
                                        CommonsDocument      *document,
                                        CommonsVersionKeeper *keeper);

G_END_DECLS
