/* commons-legal-compare.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-legal-forms.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_LEGAL_COMPARE (commons_legal_compare_get_type ())

/**
 * CommonsLegalCompare:
 *
 * Legal structures side by side, a column each: who governs, who funds, when
 * it suits, its limits. Where the columns do not fit, they scroll.
 *
 * Signals: `use` (const char *form), `remove` (const char *form), when a
 * button of a column is pressed.
 */
G_DECLARE_FINAL_TYPE (CommonsLegalCompare, commons_legal_compare, COMMONS, LEGAL_COMPARE, GtkBox)

/**
 * commons_legal_compare_new:
 * @hint: what is shown when there is nothing to compare
 *
 * Returns: (transfer floating): an empty comparison
 */
GtkWidget *commons_legal_compare_new       (const char               *hint);

/**
 * commons_legal_compare_set_forms:
 * @forms: (element-type CommonsLegalForm): the structures, in their order
 * @answers: (array fixed-size=5): answers that tell how each fits
 * @can_use: whether one of them may be used
 *
 * Compares these.
 */
void       commons_legal_compare_set_forms (CommonsLegalCompare      *self,
                                            GPtrArray                *forms,
                                            const CommonsLegalAnswer *answers,
                                            gboolean                  can_use);

/**
 * commons_legal_fit_get_name:
 *
 * Returns: (transfer none): how a structure fits, in a word or two
 */
const char *commons_legal_fit_get_name     (CommonsLegalFit           fit);

/**
 * commons_legal_list_reasons:
 * @answers: (array fixed-size=5): an answer to each question
 * @fit: (out): how the structure fits them
 *
 * Returns: (transfer full): why, a sentence on each line; "" for no reason
 */
char       *commons_legal_list_reasons     (const CommonsLegalForm   *form,
                                            const CommonsLegalAnswer *answers,
                                            CommonsLegalFit          *fit);

G_END_DECLS
