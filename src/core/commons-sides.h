/* commons-sides.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-answers.h"

G_BEGIN_DECLS

/*
 * I and We, the two sides of each sheet of the Commons Model Canvas (inno³):
 * what each person or stakeholder answers alone, and what the community holds
 * together. A card says whose it is with `commons.side`, "i" or "we"; one of
 * a person names that person in `commons.author` and may keep its words to
 * itself for a while with `commons.hidden`. Where a card of the community
 * came from is told by links "derives_from" to the answers it took up. What
 * became of each answer is worked out from that, and stored nowhere.
 */

/**
 * COMMONS_LINK_DERIVES:
 *
 * The type of the links that lead from a card of the community to those it
 * came from.
 */
#define COMMONS_LINK_DERIVES "derives_from"

/**
 * CommonsSide:
 * @COMMONS_SIDE_NONE: the card does not say
 * @COMMONS_SIDE_I: one person's, or one stakeholder's
 * @COMMONS_SIDE_WE: the community's
 *
 * Whose a card is.
 */
typedef enum
{
  COMMONS_SIDE_NONE,
  COMMONS_SIDE_I,
  COMMONS_SIDE_WE,
} CommonsSide;

/**
 * CommonsOutcome:
 * @COMMONS_OUTCOME_OPEN: nobody decided yet
 * @COMMONS_OUTCOME_KEPT: a card of the community came from it alone
 * @COMMONS_OUTCOME_MERGED: a card of the community came from it and others
 * @COMMONS_OUTCOME_DROPPED: it was set aside
 *
 * What became of an answer of one's own.
 */
typedef enum
{
  COMMONS_OUTCOME_OPEN,
  COMMONS_OUTCOME_KEPT,
  COMMONS_OUTCOME_MERGED,
  COMMONS_OUTCOME_DROPPED,
  COMMONS_N_OUTCOMES,
} CommonsOutcome;

/**
 * CommonsOwnAnswer:
 * @card: a card of one person
 * @author: who wrote it, without spaces around; "" when nobody is named
 * @outcome: what became of it
 * @shared: (element-type CommonsRecord): the cards of the community that came
 *   from it, dropped ones left out
 * @n_others: with how many other answers it was merged
 *
 * One answer of one's own.
 */
typedef struct
{
  CommonsRecord  *card;
  const char     *author;
  CommonsOutcome  outcome;
  GPtrArray      *shared;
  guint           n_others;
} CommonsOwnAnswer;

/**
 * CommonsSharedAnswer:
 * @card: a card of the community
 * @sources: (element-type CommonsOwnAnswer): the answers it came from
 *
 * One answer of the community.
 */
typedef struct
{
  CommonsRecord *card;
  GPtrArray     *sources;
} CommonsSharedAnswer;

/**
 * CommonsSidesTopic:
 * @question: (nullable): id of a question, known to the catalogue or not;
 *   %NULL for what answers none
 * @own: (element-type CommonsOwnAnswer): answers of persons, those of one
 *   person together, persons by their letters and unnamed ones last
 * @shared: (element-type CommonsSharedAnswer): answers of the community
 *
 * Both sides of one question.
 */
typedef struct
{
  const char *question;
  GPtrArray  *own;
  GPtrArray  *shared;
} CommonsSidesTopic;

/**
 * CommonsSidesFilter:
 * @author: (nullable): only answers of that person, "" for unnamed ones
 * @sheet: (nullable): only questions of the sheet of that id
 * @outcomes: bit n is set when answers with outcome n are wanted; 0 for all
 *
 * Which answers of one's own to keep in sight.
 */
typedef struct
{
  const char *author;
  const char *sheet;
  guint       outcomes;
} CommonsSidesFilter;

/**
 * CommonsSidesCount:
 * @n_answers: answers of one's own, each once however many questions it answers
 * @n_people: people who are named
 * @n_hidden: answers whose words are still kept from the group
 * @n_outcomes: answers by #CommonsOutcome
 *
 * What a comparison amounts to.
 */
typedef struct
{
  guint n_answers;
  guint n_people;
  guint n_hidden;
  guint n_outcomes[COMMONS_N_OUTCOMES];
} CommonsSidesCount;

/**
 * CommonsSides:
 *
 * Both sides of a board as they were when it was made; it keeps the cards it
 * names.
 */
typedef struct _CommonsSides CommonsSides;

/**
 * commons_side_get:
 * @card: a node
 *
 * Returns: whose it is
 */
CommonsSide       commons_side_get                (const CommonsRecord      *card);

/**
 * commons_sides_new:
 * @board: a board
 * @catalogue: gives the order of the questions
 *
 * Reads both sides of a board: each question that has an answer of a person
 * or of the community, in the order of the sheets, then questions the
 * catalogue does not know, then what answers no question. Beside such answers
 * stand the cards filed there that say no side; they belong to all. What
 * capture made of a question for later, a card of kind "question", does not.
 * The time it takes grows with the nodes, and with the links of those cards.
 *
 * Returns: (transfer full): the two sides
 */
CommonsSides     *commons_sides_new               (CommonsBoard             *board,
                                                   CommonsCatalogue         *catalogue);
void              commons_sides_free              (CommonsSides             *self);

guint             commons_sides_get_n_topics      (CommonsSides             *self);
const CommonsSidesTopic *
                  commons_sides_get_topic         (CommonsSides             *self,
                                                   guint                     index);

/**
 * commons_sides_find:
 * @id: id of a card
 *
 * Returns: (transfer none) (nullable): the answer of one's own that this card
 *   is
 */
const CommonsOwnAnswer *
                  commons_sides_find              (CommonsSides             *self,
                                                   const char               *id);

/**
 * commons_sides_list_authors:
 *
 * Returns: (transfer container) (element-type utf8): who answered, by their
 *   letters, "" last when some answers name nobody; valid as long as @self
 */
GPtrArray        *commons_sides_list_authors      (CommonsSides             *self);

/**
 * commons_sides_has_sheet:
 * @topic: a topic of a board
 * @sheet: (nullable): id of a sheet, %NULL for any
 *
 * Returns: whether the sheet asks that question
 */
gboolean          commons_sides_has_sheet         (CommonsCatalogue         *catalogue,
                                                   const CommonsSidesTopic  *topic,
                                                   const char               *sheet);

/**
 * commons_sides_filter_accepts:
 * @filter: (nullable): a filter, %NULL for all
 * @answer: an answer of one's own
 *
 * Returns: whether person and outcome are wanted
 */
gboolean          commons_sides_filter_accepts    (const CommonsSidesFilter *filter,
                                                   const CommonsOwnAnswer   *answer);

/**
 * commons_sides_list:
 * @filter: (nullable): which answers, %NULL for all
 *
 * Returns: (transfer container) (element-type CommonsOwnAnswer): the answers of
 *   one's own that are wanted, each once; valid as long as @self
 */
GPtrArray        *commons_sides_list              (CommonsSides             *self,
                                                   const CommonsSidesFilter *filter);

/**
 * commons_sides_count:
 * @filter: (nullable): which answers to count, %NULL for all
 * @count: (out): how many there are
 */
void              commons_sides_count             (CommonsSides             *self,
                                                   const CommonsSidesFilter *filter,
                                                   CommonsSidesCount        *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsSides, commons_sides_free)

G_END_DECLS
