/* commons-start-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-templates.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_START_DIALOG (commons_start_dialog_get_type ())

/**
 * CommonsStartDialog:
 *
 * Asks what is known before the first card. Every question can be skipped:
 * Enter makes the board.
 *
 * Signals: `made` (#CommonsTemplate, #CommonsBoardStart, both valid during the
 * call).
 */
G_DECLARE_FINAL_TYPE (CommonsStartDialog, commons_start_dialog, COMMONS, START_DIALOG, AdwWindow)

/**
 * commons_start_dialog_new:
 * @template: the template to begin with; copied
 *
 * Returns: (transfer full): a window that asks for the name of the commons and
 *   the language of the board
 */
GtkWidget *commons_start_dialog_new         (const CommonsTemplate *template);

/**
 * commons_start_dialog_new_session:
 *
 * Returns: (transfer full): a window that asks which commons a session is
 *   about, with whom, to decide what
 */
GtkWidget *commons_start_dialog_new_session (void);

G_END_DECLS
