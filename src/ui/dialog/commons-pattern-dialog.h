/* commons-pattern-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-advice-dialog.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_PATTERN_DIALOG (commons_pattern_dialog_get_type ())

/**
 * CommonsPatternDialog:
 *
 * Structures of circles that many commons have, drawn as they will be, with
 * how they work and when they suit; the one that is chosen is laid on the
 * board.
 */
G_DECLARE_FINAL_TYPE (CommonsPatternDialog, commons_pattern_dialog, COMMONS, PATTERN_DIALOG, CommonsAdviceDialog)

/**
 * commons_pattern_dialog_new:
 * @view: the board one looks at
 * @document: its document
 * @question: (nullable): id of the guiding question the circles are filed
 *   under
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_pattern_dialog_new (CommonsBoardView *view,
                                       CommonsDocument  *document,
                                       const char       *question);

G_END_DECLS
