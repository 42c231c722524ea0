/* commons-question-marks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-answers.h"
#include "commons-board-view.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_QUESTION_MARKS (commons_question_marks_get_type ())

/**
 * CommonsQuestionMarks:
 *
 * What became of a question, and how to say it: answered, not applicable and
 * why, to discuss, open again.
 */
G_DECLARE_FINAL_TYPE (CommonsQuestionMarks, commons_question_marks, COMMONS, QUESTION_MARKS, GtkWidget)

/**
 * commons_question_marks_new:
 * @view: the view of the board; it must outlive what is done here
 *
 * Returns: (transfer floating): the buttons, for no question yet
 */
GtkWidget *commons_question_marks_new    (CommonsBoardView     *view);

/**
 * commons_question_marks_update:
 * @question: (nullable): id of a question
 *
 * Shows what became of a question.
 */
void       commons_question_marks_update (CommonsQuestionMarks *self,
                                          const char           *question);

G_END_DECLS
