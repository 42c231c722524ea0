/* commons-notes-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-editor.h"
#include "commons-history.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_NOTES_DIALOG (commons_notes_dialog_get_type ())

/**
 * CommonsNotesDialog:
 *
 * The notes of a card, apart from its text: its member `commons.notes`. What
 * is typed is on the board at once; all that was typed until the dialog is
 * closed is one undo step.
 */
G_DECLARE_FINAL_TYPE (CommonsNotesDialog, commons_notes_dialog, COMMONS, NOTES_DIALOG, AdwWindow)

/**
 * commons_notes_dialog_new:
 * @editor: the editor of the board
 * @history: the history of the board
 * @id: id of a node of the board
 * @editable: whether the notes may be changed
 *
 * Makes the dialog; set what it is transient for, then present it.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *commons_notes_dialog_new (CommonsEditor  *editor,
                                     CommonsHistory *history,
                                     const char     *id,
                                     gboolean        editable);

G_END_DECLS
