/* commons-answers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"
#include "commons-sheets.h"

G_BEGIN_DECLS

/*
 * What a board answers to the questions of the guiding sheets. The file says
 * it in `commons.sheets`, by question id:
 *
 *   {"state": "answered", "reason": "…", "cards": ["id", "id"]}
 *
 * Members and questions this program does not know are kept. A file may say
 * anything there: what has the wrong type counts as not said.
 */

/**
 * CommonsAnswerState:
 * @COMMONS_ANSWER_OPEN: nothing was said of it
 * @COMMONS_ANSWER_ANSWERED: the group holds it for answered
 * @COMMONS_ANSWER_NOT_APPLICABLE: it makes no sense for this commons
 * @COMMONS_ANSWER_DISCUSS: it is to be discussed
 *
 * What became of a question.
 */
typedef enum
{
  COMMONS_ANSWER_OPEN,
  COMMONS_ANSWER_ANSWERED,
  COMMONS_ANSWER_NOT_APPLICABLE,
  COMMONS_ANSWER_DISCUSS,
} CommonsAnswerState;

CommonsAnswerState commons_answers_get_state      (CommonsBoard       *board,
                                                   const char         *question);

/**
 * commons_answers_get_reason:
 *
 * Returns: (transfer none) (nullable): why a question is in its state; valid
 *   until the board changes
 */
const char        *commons_answers_get_reason     (CommonsBoard       *board,
                                                   const char         *question);

/**
 * commons_answers_list_cards:
 *
 * Returns: (transfer container) (element-type CommonsRecord): the cards that
 *   answer a question, in order; those the board has, each once
 */
GPtrArray         *commons_answers_list_cards     (CommonsBoard       *board,
                                                   const char         *question);

/**
 * commons_answers_list_questions:
 * @card: id of a card, whether the board has it or not
 *
 * Finds the questions that a card answers, in the order of the file. The
 * index this takes is made once and kept until answers are filed elsewhere,
 * so it may be asked of every card that is drawn.
 *
 * Returns: (transfer container) (element-type utf8): ids of questions, known
 *   to the catalogue or not; valid until the board changes
 */
GPtrArray         *commons_answers_list_questions (CommonsBoard       *board,
                                                   const char         *card);

/**
 * commons_answers_count:
 * @sheet: a guiding sheet
 * @n_done: (out): how many of its questions are answered or do not apply
 * @n_started: (out): how many have cards, or are to be discussed, and are not
 *   done
 */
void               commons_answers_count          (CommonsBoard       *board,
                                                   const CommonsSheet *sheet,
                                                   guint              *n_done,
                                                   guint              *n_started);

/*
 * The functions below change the head of the board within the transaction
 * that is under way, which the caller begins and commits.
 */

/**
 * commons_answers_file:
 * @question: id of a question
 * @card: id of a card
 * @position: its place among the cards that answer the question; those past
 *   the end, such as %G_MAXUINT, are the last one
 *
 * Makes a card an answer to a question, or puts it elsewhere among its
 * answers. Ids without a card go from the list.
 */
void               commons_answers_file           (CommonsEditor      *editor,
                                                   const char         *question,
                                                   const char         *card,
                                                   guint               position);

/**
 * commons_answers_unfile:
 *
 * Makes a card no answer to a question any more. The card stays.
 */
void               commons_answers_unfile         (CommonsEditor      *editor,
                                                   const char         *question,
                                                   const char         *card);

/**
 * commons_answers_set_state:
 * @reason: (nullable): why; %NULL or "" for no reason
 *
 * Says what became of a question.
 */
void               commons_answers_set_state      (CommonsEditor      *editor,
                                                   const char         *question,
                                                   CommonsAnswerState  state,
                                                   const char         *reason);

G_END_DECLS
