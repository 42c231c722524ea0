/* commons-paste-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsPasteChoice:
 * @COMMONS_PASTE_FLAT: a card for each line
 * @COMMONS_PASTE_NESTED: a card for each line, indented ones inside those
 *   above
 * @COMMONS_PASTE_WHOLE: one card with the whole text
 *
 * What to make of a text.
 */
typedef enum
{
  COMMONS_PASTE_FLAT,
  COMMONS_PASTE_NESTED,
  COMMONS_PASTE_WHOLE,
} CommonsPasteChoice;

#define COMMONS_TYPE_PASTE_DIALOG (commons_paste_dialog_get_type ())

/**
 * CommonsPasteDialog:
 *
 * Asks what to make of a text of several lines, and shows what it would
 * become. Enter makes a card for each line.
 */
G_DECLARE_FINAL_TYPE (CommonsPasteDialog, commons_paste_dialog, COMMONS, PASTE_DIALOG, AdwWindow)

/**
 * CommonsPasteDialog::accepted:
 * @choice: a #CommonsPasteChoice
 * @kind: (nullable): id of the kind of the cards, %NULL for plain ones
 *
 * Emitted once, just before the dialog closes; not when it is given up.
 */

/**
 * commons_paste_dialog_new:
 * @text: the text
 * @cards: (element-type CommonsClipCard): what its lines propose
 * @catalogue: the kinds there are
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget  *commons_paste_dialog_new       (const char         *text,
                                            GPtrArray          *cards,
                                            CommonsCatalogue   *catalogue);

/**
 * commons_paste_dialog_get_text:
 *
 * Returns: (transfer none): the text
 */
const char *commons_paste_dialog_get_text  (CommonsPasteDialog *self);

/**
 * commons_paste_dialog_get_cards:
 *
 * Returns: (transfer none) (element-type CommonsClipCard): what its lines
 *   propose
 */
GPtrArray  *commons_paste_dialog_get_cards (CommonsPasteDialog *self);

G_END_DECLS
