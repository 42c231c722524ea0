/* commons-search.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsSearch:
 *
 * Finds the cards, circles, zones and links of a board by what they say. What
 * a record says is folded once (see commons_fold()) and kept until the record
 * goes, so that a search costs one reading of the folded texts.
 */
typedef struct _CommonsSearch CommonsSearch;

/**
 * commons_search_new:
 * @board: the board to search
 * @catalogue: names of the values that fields choose from
 *
 * Makes an index that reads the board when first asked, and follows it.
 *
 * Returns: (transfer full): the index
 */
CommonsSearch *commons_search_new     (CommonsBoard     *board,
                                       CommonsCatalogue *catalogue);
void           commons_search_free    (CommonsSearch    *self);

/**
 * commons_search_prepare:
 * @max_us: how long to read, in microseconds
 *
 * Reads a part of the board ahead, so that a first search on a large board is
 * as quick as the next ones.
 *
 * Returns: whether there is more to read
 */
gboolean       commons_search_prepare (CommonsSearch    *self,
                                       gint64            max_us);

/**
 * commons_search_find:
 * @query: what to find
 *
 * Finds the records that hold every word of @query, or a part of a word, in
 * their title, body, notes, tags, author, label or fields.
 *
 * Returns: (transfer container) (element-type utf8): their ids, nodes then
 *   links, each in the order of the board; empty when @query has no word.
 *   Valid until the next change of the board.
 */
GPtrArray     *commons_search_find    (CommonsSearch    *self,
                                       const char       *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsSearch, commons_search_free)

G_END_DECLS
