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
 * commons_reading_order_new:
 * @board: a board
 *
 * Returns: (transfer full): the order its nodes and links are read in now
 */
CommonsReadingOrder *commons_reading_order_new  (CommonsBoard        *board);
void                 commons_reading_order_free (CommonsReadingOrder *self);

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
