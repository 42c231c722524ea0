/* commons-alike.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * Cards that may say the same, and what a group can do about them. Nothing is
 * deleted by any of it, and no card loses its words.
 *
 * As with commons-arrange.h, each function that changes a board is one
 * transaction, or part of the one under way.
 */

/**
 * commons_alike_list:
 * @board: a board
 *
 * Finds cards of the same kind whose titles are the same but for case, accents
 * and punctuation, or have at least half of their words in common, counting
 * words of three letters and more without a last s. That is a hint for people
 * to judge, and no more. What is hidden, set aside or already taken up in
 * another card is left out, and so are cards of one table that are like each
 * other alone, where cards come from tables. The time it takes grows little
 * faster than the board.
 *
 * Returns: (transfer full) (element-type GPtrArray): groups of two cards
 *   (CommonsRecord) or more, in the order of the board
 */
GPtrArray *commons_alike_list         (CommonsBoard     *board);

/**
 * commons_alike_propose_text:
 * @cards: (element-type CommonsRecord): cards
 *
 * Joins the words of cards: the title of the first one, then the titles of the
 * others and all bodies, each of them once.
 *
 * Returns: (transfer full): a text to go on from
 */
char      *commons_alike_propose_text (GPtrArray        *cards);

/**
 * commons_alike_merge:
 * @ids: (element-type utf8): ids of cards of one kind
 * @text: title and body of the card that joins them
 * @height: its height, in board units; 0 or less for that of the first one
 * @label: name of the undo step, translated
 *
 * Makes one card of several, near the first one: with the fields on which all
 * agree, from the tables of all, filed under the questions of all and linked
 * to all. Their links become its own, but for those that place tells; they
 * stay where they are, set aside by their status. What one person answered is
 * not set aside, but taken up.
 *
 * Returns: (transfer full) (nullable): id of the card; %NULL when the board
 *   has none of @ids
 */
char      *commons_alike_merge        (CommonsEditor    *editor,
                                       CommonsCatalogue *catalogue,
                                       GPtrArray        *ids,
                                       const char       *text,
                                       int               height,
                                       const char       *label);

/**
 * commons_alike_keep_one:
 * @ids: (element-type utf8): ids of cards
 * @kept: id of the one that stays as it is
 * @label: name of the undo step, translated
 *
 * Sets all but one aside by their status. Locked ones stay as they are.
 *
 * Returns: how many changed
 */
guint      commons_alike_keep_one     (CommonsEditor    *editor,
                                       GPtrArray        *ids,
                                       const char       *kept,
                                       const char       *label);

G_END_DECLS
