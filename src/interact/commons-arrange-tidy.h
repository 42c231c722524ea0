/* commons-arrange-tidy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-arrange.h"

G_BEGIN_DECLS

/*
 * Orderly places, each as one transaction, under the rules of
 * commons-arrange.h. What is done twice in a row changes nothing the second
 * time. Circles and zones go with their content, communities with what is
 * docked beside them; what is locked stays.
 */

/**
 * CommonsAlignment:
 * @COMMONS_ALIGN_LEFT: left edges
 * @COMMONS_ALIGN_CENTRE: centres, one above the other
 * @COMMONS_ALIGN_RIGHT: right edges
 * @COMMONS_ALIGN_TOP: top edges
 * @COMMONS_ALIGN_MIDDLE: centres, side by side
 * @COMMONS_ALIGN_BOTTOM: bottom edges
 *
 * What comes to lie on one line.
 */
typedef enum
{
  COMMONS_ALIGN_LEFT,
  COMMONS_ALIGN_CENTRE,
  COMMONS_ALIGN_RIGHT,
  COMMONS_ALIGN_TOP,
  COMMONS_ALIGN_MIDDLE,
  COMMONS_ALIGN_BOTTOM,
} CommonsAlignment;

/**
 * CommonsGrouping:
 * @COMMONS_GROUP_BY_KIND: by kind, in the order of the catalogue
 * @COMMONS_GROUP_BY_TAG: by the first tag, in alphabetical order
 * @COMMONS_GROUP_BY_STATUS: by status, from draft to dropped
 * @COMMONS_GROUP_BY_VOTES: by number of votes, the most first
 *
 * What the cards of a column have in common.
 */
typedef enum
{
  COMMONS_GROUP_BY_KIND,
  COMMONS_GROUP_BY_TAG,
  COMMONS_GROUP_BY_STATUS,
  COMMONS_GROUP_BY_VOTES,
} CommonsGrouping;

/**
 * commons_arrange_align:
 * @ids: (element-type utf8): ids of nodes, at least two of them apart
 * @alignment: what comes to lie on one line
 * @label: name of the undo step, translated
 *
 * Aligns nodes with the outermost of them, or with those that are locked when
 * there are any.
 *
 * Returns: whether anything moved
 */
gboolean  commons_arrange_align       (CommonsEditor    *editor,
                                       GPtrArray        *ids,
                                       CommonsAlignment  alignment,
                                       const char       *label);

/**
 * commons_arrange_distribute:
 * @ids: (element-type utf8): ids of nodes, at least three of them apart
 * @down: whether from top to bottom instead of from left to right
 * @label: name of the undo step, translated
 *
 * Makes the gaps between nodes equal, or the steps between their centres
 * where they have no room for gaps. The outermost stay.
 *
 * Returns: whether anything moved
 */
gboolean  commons_arrange_distribute  (CommonsEditor    *editor,
                                       GPtrArray        *ids,
                                       gboolean          down,
                                       const char       *label);

/**
 * commons_arrange_tidy:
 * @ids: (element-type utf8): ids of nodes, at least two of them apart
 * @label: name of the undo step, translated
 *
 * Lays nodes into a grid with gaps of 12 units, in reading order, from the
 * top left corner of where they are, with as many columns as there are nodes
 * in their longest row.
 *
 * Returns: whether anything moved
 */
gboolean  commons_arrange_tidy        (CommonsEditor    *editor,
                                       GPtrArray        *ids,
                                       const char       *label);

/**
 * commons_arrange_group_by:
 * @catalogue: the kinds, in their order
 * @ids: (element-type utf8): ids of nodes, at least two of them apart
 * @grouping: what makes a column
 * @label: name of the undo step, translated
 *
 * Lays nodes into columns, each in reading order.
 *
 * Returns: whether anything moved
 */
gboolean  commons_arrange_group_by    (CommonsEditor    *editor,
                                       CommonsCatalogue *catalogue,
                                       GPtrArray        *ids,
                                       CommonsGrouping   grouping,
                                       const char       *label);

/**
 * commons_arrange_tidy_inside:
 * @id: id of a circle, zone or group
 * @label: name of the undo step, translated
 *
 * Lays the cards that lie directly inside into rows, around the circles and
 * zones that lie there too, 12 units apart, or 6 where there is less room.
 * What is too small for its cards grows, what stands beside it makes room, and
 * what it lies in grows with it; nothing happens when it is locked. Gates stay
 * on their border.
 *
 * Returns: whether anything changed
 */
gboolean  commons_arrange_tidy_inside (CommonsEditor    *editor,
                                       const char       *id,
                                       const char       *label);

/**
 * CommonsRoomSide:
 * @COMMONS_ROOM_LEFT: to the left of the divider
 * @COMMONS_ROOM_RIGHT: to the right of it
 * @COMMONS_ROOM_ABOVE: above it
 * @COMMONS_ROOM_BELOW: below it
 *
 * The side of a divider that gives way.
 */
typedef enum
{
  COMMONS_ROOM_LEFT,
  COMMONS_ROOM_RIGHT,
  COMMONS_ROOM_ABOVE,
  COMMONS_ROOM_BELOW,
} CommonsRoomSide;

/**
 * commons_arrange_measure_room:
 * @board: a board
 * @side: the side that gives way
 * @at: where the divider is, in board units: an abscissa for left and right,
 *   an ordinate for above and below
 * @amount: how much room to make, in board units
 *
 * Finds what making room would do: cards whose centre lies beyond the divider
 * move, circles and zones that lie beyond it as a whole move too, and those
 * that straddle it grow. It takes locked ones along, since nothing changes
 * its place among the others.
 *
 * Returns: (transfer full) (element-type utf8 CommonsRect): new bounds of
 *   what changes, by id
 */
GHashTable *commons_arrange_measure_room (CommonsBoard    *board,
                                       CommonsRoomSide   side,
                                       int               at,
                                       int               amount);

/**
 * commons_arrange_get_room:
 * @node: a node
 * @side: the side that gives way
 * @at: where the divider is, in board units
 * @amount: how much room to make, in board units
 * @bounds: (out): what it becomes
 *
 * Finds what making room would do to one node, but for gates, which follow
 * their circle.
 *
 * Returns: whether it would change
 */
gboolean  commons_arrange_get_room    (CommonsRecord    *node,
                                       CommonsRoomSide   side,
                                       int               at,
                                       int               amount,
                                       CommonsRect      *bounds);

/**
 * commons_arrange_make_room:
 * @side: the side that gives way
 * @at: where the divider is, in board units
 * @amount: how much room to make, in board units; nothing happens for 0 or
 *   less, nor where something would leave the board's limits
 * @label: name of the undo step, translated
 *
 * Makes room beside a divider, as commons_arrange_measure_room() says.
 *
 * Returns: whether anything changed
 */
gboolean  commons_arrange_make_room   (CommonsEditor    *editor,
                                       CommonsRoomSide   side,
                                       int               at,
                                       int               amount,
                                       const char       *label);

G_END_DECLS
