/* commons-choice-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CHOICE_LIST (commons_choice_list_get_type ())

/**
 * CommonsChoiceList:
 *
 * The values of an enumeration to choose from, each with its name and, when
 * the catalogue has it, a sentence (text "enum.ENUMERATION.VALUE.about"). What
 * a value is good for ("….good_for") and what to take care of ("….caution")
 * stand under the list for the row that has the keyboard or the pointer, so
 * that nothing moves beneath the pointer. More than eight values are searched
 * by typing, fewer are reached by their first letters.
 *
 * Signal: `chosen` (const char *value, gboolean on), when somebody chose. With
 * one value to choose, @on is %FALSE and @value "" for the row that takes the
 * value away; with several, each row is turned on and off. The marks follow
 * by themselves.
 */
G_DECLARE_FINAL_TYPE (CommonsChoiceList, commons_choice_list, COMMONS, CHOICE_LIST, GtkBox)

/**
 * commons_choice_list_new:
 * @catalogue: names and sentences
 * @enumeration: id of an enumeration; one the catalogue does not know has no
 *   values but those that are set
 * @several: whether several values may be chosen
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *commons_choice_list_new         (CommonsCatalogue    *catalogue,
                                            const char          *enumeration,
                                            gboolean             several);

/**
 * commons_choice_list_set_values:
 * @values: (nullable) (array zero-terminated=1): what is chosen
 *
 * Marks what is chosen, which emits nothing. A value the enumeration has not,
 * as files may have, gets a row of its own that says so.
 */
void       commons_choice_list_set_values  (CommonsChoiceList   *self,
                                            const char * const  *values);

/**
 * commons_choice_list_start:
 *
 * Makes the list ready for the next choice: nothing is searched, and the
 * keyboard is on what is chosen, or on the first row.
 */
void       commons_choice_list_start       (CommonsChoiceList   *self);

G_END_DECLS
