/* commons-pit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-navigate.h"

G_BEGIN_DECLS

/*
 * Free places on a board, where a card hides nothing and is hidden by
 * nothing. Circles and zones count as taken, but for those a place is looked
 * for in.
 */

/**
 * CommonsPitShape:
 * @COMMONS_PIT_LINE: goes on in a straight line, and begins another one beside
 *   it only when that line is far too long or leaves the circle or zone
 * @COMMONS_PIT_FAN: keeps near, and spreads to both sides
 *
 * How places follow each other.
 */
typedef enum
{
  COMMONS_PIT_LINE,
  COMMONS_PIT_FAN,
} CommonsPitShape;

/**
 * commons_pit_find_beside:
 * @from: id of a node
 * @direction: side of the node to look on
 * @shape: how places follow each other
 * @gap: least distance to other nodes, in board units
 * @right_to_left: whether the second column is left of the first one
 * @pit: (inout): has the size looked for, gets the place, both in board units
 *
 * Finds the nearest free place on one side of a node, aligned with it. It lies
 * in the same innermost circle or zone as the node; when nothing is free
 * there, it lies outside.
 *
 * Returns: whether it lies in the same innermost circle or zone, or in none
 *   like the node; %FALSE, too, when there is no such node
 */
gboolean commons_pit_find_beside (CommonsBoard     *board,
                                  const char       *from,
                                  CommonsDirection  direction,
                                  CommonsPitShape   shape,
                                  int               gap,
                                  gboolean          right_to_left,
                                  CommonsRect      *pit);

/**
 * commons_pit_find_around:
 * @except: (nullable): id of a node that counts for nothing, since it is the
 *   one to be placed
 * @gap: least distance to other nodes, in board units
 * @pit: (inout): the place looked for first; gets the nearest free one
 *
 * Finds a free place around a point. Circles and zones do not count as taken.
 * When all is taken far around, @pit stays as it is.
 *
 * Returns: whether a free place was found
 */
gboolean commons_pit_find_around (CommonsBoard     *board,
                                  const char       *except,
                                  int               gap,
                                  CommonsRect      *pit);

G_END_DECLS
