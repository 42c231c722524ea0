/* commons-choice-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CHOICE_ROW (commons_choice_row_get_type ())

/**
 * CommonsChoiceRow:
 *
 * One value of a list to choose from: a mark, a name, a sentence.
 */
G_DECLARE_FINAL_TYPE (CommonsChoiceRow, commons_choice_row, COMMONS, CHOICE_ROW, GtkListBoxRow)

/**
 * commons_choice_row_new:
 * @several: whether it is one of several that may be chosen together
 * @value: what is chosen, "" for nothing
 * @name: its name
 * @about: (nullable): a sentence
 *
 * Returns: (transfer floating): the row
 */
GtkWidget  *commons_choice_row_new         (gboolean          several,
                                            const char       *value,
                                            const char       *name,
                                            const char       *about);

/**
 * commons_choice_row_describe:
 * @details: (nullable): what is said of it under the list
 *
 * Tells assistive technologies what is shown under the list.
 */
void        commons_choice_row_describe    (CommonsChoiceRow *self,
                                            const char       *details);

const char *commons_choice_row_get_value   (CommonsChoiceRow *self);
gboolean    commons_choice_row_get_chosen  (CommonsChoiceRow *self);
void        commons_choice_row_set_chosen  (CommonsChoiceRow *self,
                                            gboolean          chosen);

/**
 * commons_choice_row_begins:
 * @folded: what was typed, as commons_fold() gives it
 *
 * Returns: whether its name begins with it
 */
gboolean    commons_choice_row_begins      (CommonsChoiceRow *self,
                                            const char       *folded);

/**
 * commons_choice_row_matches:
 * @words: (array zero-terminated=1): as commons_fold_words() gives them
 *
 * Returns: whether its name or sentence has every word
 */
gboolean    commons_choice_row_matches     (CommonsChoiceRow   *self,
                                            const char * const *words);

G_END_DECLS
