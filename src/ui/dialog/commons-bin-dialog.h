/* commons-bin-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-advice-dialog.h"
#include "commons-bin-keeper.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_BIN_DIALOG (commons_bin_dialog_get_type ())

/**
 * CommonsBinDialog:
 *
 * What was deleted from a board, to be found again and put back.
 */
G_DECLARE_FINAL_TYPE (CommonsBinDialog, commons_bin_dialog, COMMONS, BIN_DIALOG, CommonsAdviceDialog)

/**
 * commons_bin_dialog_new:
 * @view: the board one looks at
 * @document: its document
 * @keeper: what keeps what was deleted
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_bin_dialog_new (CommonsBoardView *view,
                                   CommonsDocument  *document,
                                   CommonsBinKeeper *keeper);

G_END_DECLS
