/* commons-reading-order.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * CommonsReadingOrder:
 *
 * The reading order of a board at one moment (see commons_navigate_list()),
 * kept to sort lists often. It does not follow the board.
 */
typedef struct _CommonsReadingOrder CommonsReadingOrder;

/**
 * CommonsReadingPlace:
 * @position: the place of a node among what lies directly in the same thing,
 *   from 1
 * @size: how many lie directly in it
 * @level: 1 for what lies in nothing, 2 for what lies in that, and so on
 */
typedef struct
{
  guint position;
  guint size;
  guint level;
} CommonsReadingPlace;

/**
 * commons_reading_order_new:
 * @board: a board
 *
 * Returns: (transfer full): the order its nodes and links are read in now
 */
CommonsReadingOrder *commons_reading_order_new  (CommonsBoard        *board);
void                 commons_reading_order_free (CommonsReadingOrder *self);

/**
 * commons_reading_order_get_n:
 *
 * Returns: how many nodes are read; those folded away are not
 */
guint                commons_reading_order_get_n (CommonsReadingOrder *self);

/**
 * commons_reading_order_get_rank:
 * @id: an id
 *
 * Returns: as which node of all it is read, from 1; 0 when it is not
 */
guint                commons_reading_order_get_rank (CommonsReadingOrder *self,
                                                     const char          *id);

/**
 * commons_reading_order_get_nth:
 * @rank: a number
 *
 * Returns: (transfer none) (nullable): id of the node that is read as that
 *   one, from 1
 */
const char          *commons_reading_order_get_nth (CommonsReadingOrder *self,
                                                    guint                rank);

/**
 * commons_reading_order_get_place:
 * @id: an id
 * @place: (out): where it is among its siblings
 *
 * Returns: whether the node is read
 */
gboolean             commons_reading_order_get_place (CommonsReadingOrder *self,
                                                      const char          *id,
                                                      CommonsReadingPlace *place);

/**
 * commons_reading_order_sort:
 * @records: (element-type CommonsRecord): nodes and links of the board
 *
 * Puts records in the order they are read in: links after the node they
 * leave, and records the board did not have at the end.
 */
void                 commons_reading_order_sort (CommonsReadingOrder *self,
                                                 GPtrArray           *records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsReadingOrder, commons_reading_order_free)

G_END_DECLS
