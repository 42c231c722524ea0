/* commons-open-question.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view.h"
#include "commons-sheets.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_OPEN_QUESTION (commons_open_question_get_type ())

/**
 * CommonsOpenQuestion:
 *
 * All that belongs to the open question of a sheet: its example, what helps,
 * the cards that answer it, where answers are written, and what became of it.
 * There is one in a window, which goes from question to question.
 */
G_DECLARE_FINAL_TYPE (CommonsOpenQuestion, commons_open_question, COMMONS, OPEN_QUESTION, GtkWidget)

/**
 * commons_open_question_new:
 * @view: the view of the board; it must outlive what is done here
 *
 * Returns: (transfer floating): what belongs to no question yet
 */
GtkWidget             *commons_open_question_new              (CommonsBoardView      *view);

/**
 * commons_open_question_set_question:
 * @question: (nullable): a question; it must live as long as it is set
 *
 * Opens another question. What was written and not entered for the one before
 * waits there.
 */
void                   commons_open_question_set_question     (CommonsOpenQuestion   *self,
                                                               const CommonsQuestion *question);

const CommonsQuestion *commons_open_question_get_question     (CommonsOpenQuestion   *self);

/**
 * commons_open_question_update:
 *
 * Shows what the board says of the question now.
 */
void                   commons_open_question_update           (CommonsOpenQuestion   *self);

/**
 * commons_open_question_update_selection:
 *
 * Shows which of its cards are selected on the board.
 */
void                   commons_open_question_update_selection (CommonsOpenQuestion   *self);

/**
 * commons_open_question_commit:
 *
 * Enters all that was written and not entered, before a window closes.
 */
void                   commons_open_question_commit           (CommonsOpenQuestion   *self);

/**
 * commons_open_question_forget:
 *
 * Forgets what was written for another board.
 */
void                   commons_open_question_forget           (CommonsOpenQuestion   *self);

G_END_DECLS
