/* commons-legal-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-legal-forms.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_LEGAL_LIST (commons_legal_list_get_type ())

/**
 * CommonsLegalList:
 *
 * Legal structures, sorted by how they fit the answers: those that fit, those
 * that do not, and why. Those that are compared are ticked.
 *
 * Signal: `toggled` (const char *form), when a row is pressed; its owner says
 * what is ticked then.
 */
G_DECLARE_FINAL_TYPE (CommonsLegalList, commons_legal_list, COMMONS, LEGAL_LIST, GtkBox)

/**
 * commons_legal_list_new:
 * @catalogue: what structures there are
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *commons_legal_list_new         (CommonsCatalogue         *catalogue);

/**
 * commons_legal_list_set_compared:
 * @forms: (element-type CommonsLegalForm): what is ticked
 */
void       commons_legal_list_set_compared (CommonsLegalList         *self,
                                            GPtrArray                *forms);

/**
 * commons_legal_list_judge:
 * @answers: (array fixed-size=5): an answer to each question
 * @answered: whether one of them is answered; else the list has no parts
 *
 * Sorts the structures.
 *
 * Returns: how many are not excluded
 */
guint      commons_legal_list_judge        (CommonsLegalList         *self,
                                            const CommonsLegalAnswer *answers,
                                            gboolean                  answered);

G_END_DECLS
