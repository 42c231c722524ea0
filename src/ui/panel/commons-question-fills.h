/* commons-question-fills.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view.h"
#include "commons-sheets.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_QUESTION_FILLS (commons_question_fills_get_type ())

/**
 * CommonsQuestionFills:
 *
 * What a question asks to say of cards that are there already: a field for
 * each of them, behind a line that opens.
 */
G_DECLARE_FINAL_TYPE (CommonsQuestionFills, commons_question_fills, COMMONS, QUESTION_FILLS, GtkWidget)

/**
 * commons_question_fills_new:
 * @view: the view of the board; it must outlive what is done here
 *
 * Returns: (transfer floating): the fields, of no question yet
 */
GtkWidget *commons_question_fills_new          (CommonsBoardView      *view);

/**
 * commons_question_fills_set_question:
 * @question: (nullable): a question; it must live as long as it is set
 *
 * Asks for other fields.
 */
void       commons_question_fills_set_question (CommonsQuestionFills  *self,
                                                const CommonsQuestion *question);

/**
 * commons_question_fills_update:
 *
 * Shows what the board says now. Nothing is looked up while all is closed.
 */
void       commons_question_fills_update       (CommonsQuestionFills  *self);

G_END_DECLS
