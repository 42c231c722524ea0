/* commons-answer-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-answers.h"
#include "commons-board-view.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_ANSWER_LIST (commons_answer_list_get_type ())

/**
 * CommonsAnswerList:
 *
 * The cards that answer a question, in order, and what can be done with them.
 */
G_DECLARE_FINAL_TYPE (CommonsAnswerList, commons_answer_list, COMMONS, ANSWER_LIST, GtkWidget)

/**
 * commons_answer_list_new:
 * @view: the view of the board; it must outlive what is done with the list
 *
 * Returns: (transfer floating): a list of no cards
 */
GtkWidget *commons_answer_list_new              (CommonsBoardView  *view);

/**
 * commons_answer_list_update:
 * @question: (nullable): id of a question
 *
 * Shows the cards that answer a question now. What stays keeps its place, and
 * with it the keyboard.
 */
void       commons_answer_list_update           (CommonsAnswerList *self,
                                                 const char        *question);

/**
 * commons_answer_list_update_selection:
 *
 * Shows which of the cards are selected on the board.
 */
void       commons_answer_list_update_selection (CommonsAnswerList *self);

G_END_DECLS
