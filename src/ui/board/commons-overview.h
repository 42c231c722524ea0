/* commons-overview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view-find.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_OVERVIEW (commons_overview_get_type ())

/**
 * CommonsOverview:
 *
 * The whole board at the size of a thumb, and a frame around what is in view.
 * A click or a drag goes there, arrow keys move the view. The picture is drawn
 * in slices while nothing else is to be done, and again some time after a
 * change; moving the view only moves the frame.
 */
G_DECLARE_FINAL_TYPE (CommonsOverview, commons_overview, COMMONS, OVERVIEW, GtkWidget)

/**
 * commons_overview_new:
 * @view: the view to show and to move; lives as long as the overview
 *
 * Returns: (transfer floating): an overview, which draws nothing until it is
 *   shown
 */
GtkWidget *commons_overview_new       (CommonsBoardView *view);

/**
 * commons_overview_set_board:
 * @board: (nullable): the board of the view
 *
 * Shows another board.
 */
void       commons_overview_set_board (CommonsOverview  *self,
                                       CommonsBoard     *board);

/**
 * commons_overview_is_ready:
 *
 * Returns: whether the picture shows the board as it is now
 */
gboolean   commons_overview_is_ready  (CommonsOverview  *self);

G_END_DECLS
