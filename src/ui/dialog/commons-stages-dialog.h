/* commons-stages-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-advice-dialog.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_STAGES_DIALOG (commons_stages_dialog_get_type ())

/**
 * CommonsStagesDialog:
 *
 * The stages in the life of a commons as a path, and for the one that is
 * looked at what it looks like, what is recommended and what can be done next.
 * It stays open while actions are added and the stage is said.
 */
G_DECLARE_FINAL_TYPE (CommonsStagesDialog, commons_stages_dialog, COMMONS, STAGES_DIALOG, CommonsAdviceDialog)

/**
 * commons_stages_dialog_new:
 * @view: the board one looks at
 * @document: its document
 * @question: (nullable): id of the guiding question the cards are filed under
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_stages_dialog_new (CommonsBoardView *view,
                                      CommonsDocument  *document,
                                      const char       *question);

G_END_DECLS
