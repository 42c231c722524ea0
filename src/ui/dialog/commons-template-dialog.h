/* commons-template-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-board.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_TEMPLATE_DIALOG (commons_template_dialog_get_type ())

/**
 * CommonsTemplateDialog:
 *
 * Keeps a board as a template: asks for its name, what it is for, and what of
 * the board goes into it.
 *
 * Signals: `saved` (name of the template) and `failed` (words).
 */
G_DECLARE_FINAL_TYPE (CommonsTemplateDialog, commons_template_dialog, COMMONS, TEMPLATE_DIALOG, AdwWindow)

/**
 * commons_template_dialog_new:
 * @board: the board; kept as it is when the answer is given
 * @title: the name proposed
 *
 * Returns: (transfer full): the window
 */
GtkWidget *commons_template_dialog_new (CommonsBoard *board,
                                        const char   *title);

G_END_DECLS
