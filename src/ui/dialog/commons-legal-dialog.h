/* commons-legal-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-advice-dialog.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_LEGAL_DIALOG (commons_legal_dialog_get_type ())

/**
 * CommonsLegalDialog:
 *
 * Legal structures to compare. Five questions sort them into those that fit
 * and those that do not, with the reason; never into one answer. Using one
 * gives it to the legal card that is selected, or adds a card.
 */
G_DECLARE_FINAL_TYPE (CommonsLegalDialog, commons_legal_dialog, COMMONS, LEGAL_DIALOG, CommonsAdviceDialog)

/**
 * commons_legal_dialog_new:
 * @view: the board one looks at
 * @document: its document
 * @question: (nullable): id of the guiding question the card is filed under
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_legal_dialog_new (CommonsBoardView *view,
                                     CommonsDocument  *document,
                                     const char       *question);

G_END_DECLS
