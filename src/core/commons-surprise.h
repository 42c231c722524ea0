/* commons-surprise.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/*
 * A zone may say which kinds of cards it expects: the list of ids at
 * commons/fields/expects. Another kind that lies directly in it is a
 * surprise: accepted, and marked mildly. Plain cards, which have no kind yet,
 * are none.
 */

/**
 * commons_surprise_expects:
 * @container: (nullable): a circle, zone or group
 * @kind: (nullable): a kind
 *
 * Returns: whether cards of that kind are no surprise there
 */
gboolean       commons_surprise_expects  (CommonsRecord    *container,
                                          const char       *kind);

/**
 * commons_surprise_get_rank:
 * @container: any node
 * @kind: a kind
 *
 * Returns: the place of a kind in the list of those a zone expects, 0 for the
 *   one it expects most; -1 when it names it nowhere, or is no zone
 */
int            commons_surprise_get_rank (CommonsRecord    *container,
                                          const char       *kind);

/**
 * commons_surprise_find:
 * @node: a node of the board
 *
 * Returns: (transfer none) (nullable): the zone @node is a surprise in
 */
CommonsRecord *commons_surprise_find     (CommonsBoard     *board,
                                          CommonsRecord    *node);

/**
 * commons_surprise_list:
 *
 * Finds all surprises. The time it takes grows with the board only when it
 * has zones that say what they expect.
 *
 * Returns: (transfer full) (element-type utf8): a set of ids of nodes that
 *   are surprises where they lie
 */
GHashTable    *commons_surprise_list     (CommonsBoard     *board);

/**
 * commons_surprise_describe:
 * @zone: a zone
 *
 * Returns: (transfer full) (nullable): the kinds a zone expects, as words in
 *   the catalogue's language; %NULL when it says nothing
 */
char          *commons_surprise_describe (CommonsCatalogue *catalogue,
                                          CommonsRecord    *zone);

G_END_DECLS
