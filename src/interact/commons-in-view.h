/* commons-in-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * commons_board_is_in_view:
 * @board: a board
 * @visible: the part of it that is looked at, in board units
 * @found: (inout) (nullable): the number of a node that is looked at first, and
 *   of the one that was found; any number will do
 *
 * Tells whether there is anything to hold on to. Inside of a circle or a zone
 * whose edge is nowhere near, there is not. Stops at the first node found.
 *
 * Returns: whether a card, or the edge of a circle or zone, is in @visible
 */
gboolean commons_board_is_in_view (CommonsBoard      *board,
                                   const CommonsRect *visible,
                                   guint             *found);

G_END_DECLS
