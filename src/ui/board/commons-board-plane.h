/* commons-board-plane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-card-widget.h"
#include "commons-selection.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_BOARD_PLANE (commons_board_plane_get_type ())

/**
 * CommonsBoardPlane:
 *
 * Holds a card widget for each node near the part of the board in view, in
 * board units; the view places and scales the plane as a whole.
 */
G_DECLARE_FINAL_TYPE (CommonsBoardPlane, commons_board_plane, COMMONS, BOARD_PLANE, GtkWidget)

GtkWidget         *commons_board_plane_new        (void);

/**
 * commons_board_plane_set_board:
 * @board: (nullable): the board whose nodes to hold
 * @catalogue: names kinds in the board's language
 * @selection: tells which nodes are selected
 *
 * Starts over with another board.
 */
void               commons_board_plane_set_board  (CommonsBoardPlane *self,
                                                   CommonsBoard      *board,
                                                   CommonsCatalogue  *catalogue,
                                                   CommonsSelection  *selection);

/**
 * commons_board_plane_set_hidden:
 * @hidden: (nullable) (element-type utf8 utf8): set of ids of nodes that are
 *   not there for now; kept by reference
 *
 * Leaves nodes out; commons_board_plane_update() drops and makes widgets.
 */
void               commons_board_plane_set_hidden (CommonsBoardPlane *self,
                                                   GHashTable        *hidden);

/**
 * commons_board_plane_update:
 * @area: the part of the board to hold widgets for, in board units
 *
 * Makes the widgets that are missing and drops those far away, except the
 * focused and selected ones, and those read shortly before and after: so
 * assistive technologies, which only know of what has a widget, can go on
 * reading from card to card to the end of the board.
 */
void               commons_board_plane_update     (CommonsBoardPlane *self,
                                                   const CommonsRect *area);

/**
 * commons_board_plane_changed:
 * @changes: what changed on the board
 *
 * Brings the widgets of changed nodes up to date.
 */
void               commons_board_plane_changed    (CommonsBoardPlane *self,
                                                   CommonsChangeSet  *changes);

/**
 * commons_board_plane_update_selected:
 *
 * Tells every widget whether its node is selected.
 */
void               commons_board_plane_update_selected (CommonsBoardPlane *self);

/**
 * commons_board_plane_is_dimmed:
 *
 * Returns: whether a filter leaves the node @id out
 */
gboolean           commons_board_plane_is_dimmed (CommonsBoardPlane *self,
                                                  const char        *id);

/**
 * commons_board_plane_set_dimmed:
 * @dimmed: (nullable) (element-type utf8): set of ids of nodes that a filter
 *   leaves out; kept by reference
 *
 * Tells assistive technologies which nodes are drawn pale.
 */
void               commons_board_plane_set_dimmed (CommonsBoardPlane *self,
                                                   GHashTable        *dimmed);

/**
 * commons_board_plane_get_card:
 * @id: id of a node
 * @make: whether to make it when it is not there
 *
 * Returns: (transfer none) (nullable): the widget of that node
 */
CommonsCardWidget *commons_board_plane_get_card   (CommonsBoardPlane *self,
                                                   const char        *id,
                                                   gboolean           make);

/**
 * commons_board_plane_get_focused:
 *
 * Returns: (transfer none) (nullable): id of the node that has the focus
 */
const char        *commons_board_plane_get_focused (CommonsBoardPlane *self);

/**
 * commons_board_plane_get_n_cards:
 *
 * Returns: how many nodes have a widget
 */
guint              commons_board_plane_get_n_cards (CommonsBoardPlane *self);

G_END_DECLS
