/* commons-merge-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_MERGE_DIALOG (commons_merge_dialog_get_type ())

/**
 * CommonsMergeDialog:
 *
 * Asks for the words of a card that joins answers. What is proposed can be
 * written over; where there is a card already its words stay unless those of
 * the answers are wanted after them.
 *
 * Signals: `written` (const char *text), when the words are agreed on; the
 * dialog closes itself.
 */
G_DECLARE_FINAL_TYPE (CommonsMergeDialog, commons_merge_dialog, COMMONS, MERGE_DIALOG, AdwWindow)

/**
 * commons_merge_dialog_new:
 * @present: (nullable): what the card says already, %NULL to make one
 * @words: the words of the answers, proposed
 * @people: whose answers they are
 *
 * Makes the dialog; set what it is transient for, then present it.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *commons_merge_dialog_new (const char *present,
                                     const char *words,
                                     const char *people);

G_END_DECLS
