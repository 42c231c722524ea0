/* commons-navigate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/*
 * How the keyboard goes from node to node. All ids are valid until the next
 * change of the board.
 */

/**
 * CommonsDirection:
 * @COMMONS_DIRECTION_UP: up
 * @COMMONS_DIRECTION_RIGHT: right
 * @COMMONS_DIRECTION_DOWN: down
 * @COMMONS_DIRECTION_LEFT: left
 *
 * A way an arrow key goes.
 */
typedef enum
{
  COMMONS_DIRECTION_UP,
  COMMONS_DIRECTION_RIGHT,
  COMMONS_DIRECTION_DOWN,
  COMMONS_DIRECTION_LEFT,
} CommonsDirection;

/**
 * commons_navigate_spatial:
 * @from_id: (nullable): id of a node
 * @direction: a #CommonsDirection
 *
 * Finds the nearest node that way; those straight ahead come before those at
 * an angle. Circles and zones stand where their name is.
 *
 * Returns: (transfer none) (nullable): its id, %NULL when there is none;
 *   the first node in reading order when @from_id is not on the board
 */
const char *commons_navigate_spatial (CommonsBoard     *board,
                                      const char       *from_id,
                                      CommonsDirection  direction);

/**
 * commons_navigate_reading:
 * @from_id: (nullable): id of a node
 * @forward: whether to go forward
 *
 * Finds the node before or after another in reading order.
 *
 * Returns: (transfer none) (nullable): its id, %NULL past either end; the
 *   first or last node when @from_id is not on the board
 */
const char *commons_navigate_reading (CommonsBoard     *board,
                                      const char       *from_id,
                                      gboolean          forward);

/**
 * commons_navigate_list:
 *
 * Lists the nodes in reading order: what lies in nothing, then each zone,
 * then each circle from outside in, each followed by its content; row by row
 * and from left to right.
 *
 * Returns: (transfer container) (element-type utf8): their ids
 */
GPtrArray  *commons_navigate_list    (CommonsBoard     *board);

/**
 * CommonsNavigateStep:
 * @node: (transfer none): a node
 * @parent: (transfer none) (nullable): the smallest container it lies in
 * @depth: how many containers it lies in, one in the other
 * @n_children: how many nodes lie directly in it
 *
 * One node of a board read in order.
 */
typedef struct
{
  CommonsRecord *node;
  CommonsRecord *parent;
  guint          depth;
  guint          n_children;
} CommonsNavigateStep;

/**
 * commons_navigate_walk:
 *
 * Lists the nodes in the order of commons_navigate_list(), also those folded
 * away, each with its place in the tree of circles and zones.
 *
 * Returns: (transfer full) (element-type CommonsNavigateStep): the steps; the
 *   records are those of the board and last as long as they are on it
 */
GArray     *commons_navigate_walk    (CommonsBoard     *board);

/**
 * commons_navigate_walk_shown:
 *
 * As commons_navigate_walk(), without what is folded away.
 *
 * Returns: (transfer full) (element-type CommonsNavigateStep): the steps
 */
GArray     *commons_navigate_walk_shown (CommonsBoard  *board);

/**
 * commons_navigate_first:
 *
 * Returns: (transfer none) (nullable): id of the first node in reading order
 */
const char *commons_navigate_first   (CommonsBoard     *board);

/**
 * commons_navigate_last:
 *
 * Returns: (transfer none) (nullable): id of the last node in reading order
 */
const char *commons_navigate_last    (CommonsBoard     *board);

/**
 * commons_navigate_link:
 * @node_id: id of a node
 * @from_id: (nullable): id of the link to go on from, or %NULL to begin
 * @forward: whether to go to the next link, or to the previous one
 * @position: (out) (optional): the number of the link found, from 1
 * @n_links: (out) (optional): how many links the node has
 *
 * Goes through the links of a node, those that place shows too, and begins
 * again after the last one.
 *
 * Returns: (transfer none) (nullable): id of a link, %NULL when there is none
 */
const char *commons_navigate_link    (CommonsBoard     *board,
                                      const char       *node_id,
                                      const char       *from_id,
                                      gboolean          forward,
                                      guint            *position,
                                      guint            *n_links);

G_END_DECLS
