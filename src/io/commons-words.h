/* commons-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What boards hold and what changed in them, in words for people: in the
 * language of the interface, with the names of the catalogue that is given.
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-differences.h"
#include "commons-merge.h"

G_BEGIN_DECLS

/**
 * commons_words_for_record:
 * @board: the board it is in
 *
 * Names a record: 'Rule “Answer within two days”', or for a link both its
 * ends. A card that is hidden is not named by its text.
 *
 * Returns: (transfer full): the words
 */
char *commons_words_for_record     (CommonsCatalogue        *catalogue,
                                    CommonsBoard            *board,
                                    CommonsRecord           *record);

/**
 * commons_words_for_difference:
 * @before: the board before
 * @after: the board after
 *
 * Tells what became of a record: a line that begins with "+", "−" or "~", and
 * one more, indented, for each member that says something else.
 *
 * Returns: (transfer full): the words, without a line break at the end
 */
char *commons_words_for_difference (CommonsCatalogue        *catalogue,
                                    CommonsBoard            *before,
                                    CommonsBoard            *after,
                                    const CommonsDifference *difference);

/**
 * commons_words_for_conflict:
 * @board: the board it is open in
 *
 * Tells what is to be decided: the record, the member and what both sides made
 * of it.
 *
 * Returns: (transfer full): the words, in one line
 */
char *commons_words_for_conflict   (CommonsCatalogue        *catalogue,
                                    CommonsBoard            *board,
                                    const CommonsConflict   *conflict);

/**
 * commons_words_for_subject:
 * @board: the board it is open in
 *
 * Names what of a record is to be decided: a member, or whether it stays.
 *
 * Returns: (transfer full): a few words
 */
char *commons_words_for_subject    (CommonsCatalogue        *catalogue,
                                    CommonsBoard            *board,
                                    const CommonsConflict   *conflict);

/**
 * commons_words_for_side:
 * @board: the board it is open in
 * @theirs: whether to tell of theirs, or ours
 *
 * Tells in full what one side made of it. What a hidden card says is not told.
 *
 * Returns: (transfer full): the words, of one line or more
 */
char *commons_words_for_side       (CommonsCatalogue        *catalogue,
                                    CommonsBoard            *board,
                                    const CommonsConflict   *conflict,
                                    gboolean                 theirs);

G_END_DECLS
