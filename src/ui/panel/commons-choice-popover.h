/* commons-choice-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CHOICE_POPOVER (commons_choice_popover_get_type ())

/**
 * CommonsChoicePopover:
 *
 * The values of an enumeration to choose from, in a popover: a
 * #CommonsChoiceList that is filled when it is first shown, so that a form of
 * many fields costs nothing. With one value to choose it closes once it is
 * chosen; with several it stays until Escape.
 *
 * Signal: `chosen` (const char *value, gboolean on), as of #CommonsChoiceList:
 * with one value to choose, "" and %FALSE when the value is taken away.
 */
G_DECLARE_FINAL_TYPE (CommonsChoicePopover, commons_choice_popover, COMMONS, CHOICE_POPOVER, GtkPopover)

/**
 * commons_choice_popover_new:
 * @catalogue: names and sentences
 * @enumeration: id of an enumeration
 * @several: whether several values may be chosen
 *
 * Returns: (transfer floating): the popover, for a #GtkMenuButton or
 *   gtk_widget_set_parent()
 */
GtkWidget *commons_choice_popover_new        (CommonsCatalogue     *catalogue,
                                              const char           *enumeration,
                                              gboolean              several);

/**
 * commons_choice_popover_set_values:
 * @values: (nullable) (array zero-terminated=1): what is chosen
 *
 * Marks what is chosen; may be called at any time, open or not, and emits
 * nothing. Values the enumeration has not are shown and kept.
 */
void       commons_choice_popover_set_values (CommonsChoicePopover *self,
                                              const char * const   *values);

/**
 * commons_choice_popover_get_list:
 *
 * Returns: (transfer none) (nullable): the list inside, %NULL until it was
 *   first shown
 */
GtkWidget *commons_choice_popover_get_list   (CommonsChoicePopover *self);

G_END_DECLS
