/* commons-question-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-answers.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_QUESTION_ROW (commons_question_row_get_type ())

/**
 * CommonsQuestionRow:
 *
 * A question of a guiding sheet in its list: its number and name, how many
 * cards answer it and what became of it; or, while it is open, the whole
 * question and what belongs to it.
 */
G_DECLARE_FINAL_TYPE (CommonsQuestionRow, commons_question_row, COMMONS, QUESTION_ROW, GtkListBoxRow)

/**
 * commons_question_row_new:
 * @question: a question; it must live as long as the row
 * @n_questions: how many its sheet has
 *
 * Returns: (transfer floating): the row, closed
 */
GtkWidget             *commons_question_row_new          (const CommonsQuestion *question,
                                                          guint                  n_questions);

const CommonsQuestion *commons_question_row_get_question (CommonsQuestionRow    *self);

/**
 * commons_question_row_update:
 * @board: a board
 *
 * Shows what a board says of the question.
 */
void                   commons_question_row_update       (CommonsQuestionRow    *self,
                                                          CommonsBoard          *board);

/**
 * commons_question_row_set_content:
 * @content: (nullable): what belongs to the open question, %NULL to close it
 *
 * Opens or closes the row.
 */
void                   commons_question_row_set_content  (CommonsQuestionRow    *self,
                                                          GtkWidget             *content);

/**
 * commons_question_row_set_target:
 * @target: whether letting go of a card would file it here
 *
 * Shows what letting go of a drag would mean.
 */
void                   commons_question_row_set_target   (CommonsQuestionRow    *self,
                                                          gboolean               target);

G_END_DECLS
