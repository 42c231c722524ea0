/* commons-legal-questions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-legal-forms.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_LEGAL_QUESTIONS (commons_legal_questions_get_type ())

/**
 * CommonsLegalQuestions:
 *
 * What is asked to tell which legal structures fit: yes, no or not known. The
 * questions stand beside each other, or in rows where there is less room.
 *
 * Signal: `answered`, when an answer was given.
 */
G_DECLARE_FINAL_TYPE (CommonsLegalQuestions, commons_legal_questions, COMMONS, LEGAL_QUESTIONS, GtkWidget)

/**
 * commons_legal_questions_new:
 * @catalogue: words of the questions
 *
 * Returns: (transfer floating): the questions, none of them answered
 */
GtkWidget                *commons_legal_questions_new         (CommonsCatalogue      *catalogue);

/**
 * commons_legal_questions_get_answers:
 *
 * Returns: (transfer none) (array fixed-size=5): an answer to each question
 */
const CommonsLegalAnswer *commons_legal_questions_get_answers (CommonsLegalQuestions *self);

/**
 * commons_legal_questions_is_answered:
 *
 * Returns: whether one of them is answered
 */
gboolean                  commons_legal_questions_is_answered (CommonsLegalQuestions *self);

G_END_DECLS
