/* commons-card-picker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-catalogue.h"
#include "commons-choices.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CARD_PICKER (commons_card_picker_get_type ())

/**
 * CommonsCardPicker:
 *
 * A dialog with a list of cards, circles or links, and a field that narrows
 * it: with the keyboard alone, or with single clicks.
 */

/**
 * CommonsCardPicker::picked:
 * @id: id of the choice
 *
 * Emitted when one was chosen. The dialog stays: give it other choices, or
 * close it.
 */
G_DECLARE_FINAL_TYPE (CommonsCardPicker, commons_card_picker, COMMONS, CARD_PICKER, AdwWindow)

/**
 * commons_card_picker_new:
 * @catalogue: where the kinds of the choices are found
 *
 * Makes the dialog; give it choices, set what it is transient for, then
 * present it.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *commons_card_picker_new         (CommonsCatalogue  *catalogue);

/**
 * commons_card_picker_set_choices:
 * @title: what is asked
 * @subtitle: (nullable): what it is asked for, such as the title of a card
 * @prompt: what the field is for
 * @choices: (transfer full): what there is to choose from
 *
 * Asks a question, instead of the one before.
 */
void       commons_card_picker_set_choices (CommonsCardPicker *self,
                                            const char        *title,
                                            const char        *subtitle,
                                            const char        *prompt,
                                            CommonsChoices    *choices);

/**
 * commons_card_picker_set_kinds:
 * @kinds: (element-type CommonsKind): kinds of the catalogue
 *
 * Offers to make a new card of these kinds, too, below what is found: the
 * signal `make` (const char *kind, const char *title) is emitted with what was
 * typed as the title, which may be empty.
 */
void       commons_card_picker_set_kinds   (CommonsCardPicker *self,
                                            GPtrArray         *kinds);

G_END_DECLS
