/* commons-question-about.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-choices.h"
#include "commons-selection.h"
#include "commons-sheets.h"

G_BEGIN_DECLS

/**
 * commons_question_find_about:
 * @question: a question that is being answered
 * @kind: the kind of card an answer is about
 * @picked: (nullable): id of the card somebody picked
 *
 * Finds what the next answer is about: the card that was picked, else the one
 * selected on the board if it is of that kind, else the first one that no
 * answer to the question has a link with, else the last one.
 *
 * Returns: (transfer none) (nullable): the card; %NULL when the board has none
 *   of that kind
 */
CommonsRecord  *commons_question_find_about (CommonsBoard          *board,
                                             CommonsSelection      *selection,
                                             const CommonsQuestion *question,
                                             const char            *kind,
                                             const char            *picked);

/**
 * commons_question_list_about:
 * @kind: a kind of card
 *
 * Returns: (transfer full): the cards of that kind, to choose from
 */
CommonsChoices *commons_question_list_about (CommonsBoard          *board,
                                             const char            *kind);

G_END_DECLS
