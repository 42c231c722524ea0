/* commons-risks-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-advice-dialog.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_RISKS_DIALOG (commons_risks_dialog_get_type ())

/**
 * CommonsRisksDialog:
 *
 * Risks that many commons know, with what shows them early; those that are
 * ticked are added to the board.
 */
G_DECLARE_FINAL_TYPE (CommonsRisksDialog, commons_risks_dialog, COMMONS, RISKS_DIALOG, CommonsAdviceDialog)

/**
 * commons_risks_dialog_new:
 * @view: the board one looks at
 * @document: its document
 * @question: (nullable): id of the guiding question the cards are filed under
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_risks_dialog_new (CommonsBoardView *view,
                                     CommonsDocument  *document,
                                     const char       *question);

G_END_DECLS
