/* commons-inspect-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/*
 * What a board says already, to be offered where it may be said again. These
 * look at the whole board: ask when somebody begins to write, not on a change.
 */

/**
 * commons_inspect_list_people:
 *
 * Returns: (transfer full) (element-type utf8): the people named on the board:
 *   authors, and those of the fields for people; each once, by their letters
 */
GPtrArray *commons_inspect_list_people (CommonsBoard     *board,
                                        CommonsCatalogue *catalogue);

/**
 * commons_inspect_list_words:
 * @path: names of members separated by "/", such as "commons/tags"
 *
 * Returns: (transfer full) (element-type utf8): what cards say there, the
 *   words of lists one by one; each once, by their letters
 */
GPtrArray *commons_inspect_list_words  (CommonsBoard     *board,
                                        const char       *path);

/**
 * commons_inspect_match_words:
 * @words: (element-type utf8): words to choose from
 * @typed: what was typed
 * @max: how many to return at most
 *
 * Returns: (transfer container) (element-type utf8): the words that have
 *   @typed in them, case and accents aside, those that begin with it first;
 *   none that says the very same
 */
GPtrArray *commons_inspect_match_words (GPtrArray        *words,
                                        const char       *typed,
                                        guint             max);

G_END_DECLS
