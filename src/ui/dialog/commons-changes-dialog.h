/* commons-changes-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-advice-dialog.h"
#include "commons-take-up.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CHANGES_DIALOG (commons_changes_dialog_get_type ())

/**
 * CommonsChangesDialog:
 *
 * What two sides changed on a board: both sides of each thing that is to be
 * decided, with a choice, and what was taken over from elsewhere. It stays open
 * beside the board, where the card that is looked at is shown.
 */
G_DECLARE_FINAL_TYPE (CommonsChangesDialog, commons_changes_dialog, COMMONS, CHANGES_DIALOG, CommonsAdviceDialog)

/**
 * commons_changes_dialog_new:
 * @view: the board one looks at
 * @document: its document
 * @taken: (nullable): what was taken over last, as long as it was
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_changes_dialog_new (CommonsBoardView    *view,
                                       CommonsDocument     *document,
                                       const CommonsTakeUp *taken);

G_END_DECLS
