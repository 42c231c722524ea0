/* commons-snap.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * COMMONS_SNAP_REACH:
 *
 * How near an edge has to be to be caught, in pixels on the screen: what
 * tldraw and Excalidraw use.
 */
#define COMMONS_SNAP_REACH 8

/**
 * CommonsSnapMarkType:
 * @COMMONS_SNAP_LINE_DOWN: a vertical line: what it crosses is aligned
 * @COMMONS_SNAP_LINE_ACROSS: a horizontal line: what it crosses is aligned
 * @COMMONS_SNAP_GAP_ACROSS: a gap between neighbours side by side, equal to
 *   the other marked gaps
 * @COMMONS_SNAP_GAP_DOWN: a gap between neighbours one below the other, equal
 *   to the other marked gaps
 *
 * What a mark tells.
 */
typedef enum
{
  COMMONS_SNAP_LINE_DOWN,
  COMMONS_SNAP_LINE_ACROSS,
  COMMONS_SNAP_GAP_ACROSS,
  COMMONS_SNAP_GAP_DOWN,
} CommonsSnapMarkType;

/**
 * CommonsSnapMark:
 * @type: what it tells
 * @at: abscissa of what goes down, ordinate of what goes across
 * @from: where it begins along its direction
 * @to: where it ends along its direction
 *
 * Something to draw, in board units, that shows what has been caught.
 */
typedef struct
{
  CommonsSnapMarkType type;
  double              at;
  double              from;
  double              to;
} CommonsSnapMark;

/**
 * CommonsSnapAxes:
 * @COMMONS_SNAP_NONE: neither
 * @COMMONS_SNAP_X: to the left and right
 * @COMMONS_SNAP_Y: up and down
 *
 * The directions something may be caught in, or was.
 */
typedef enum /*< flags >*/
{
  COMMONS_SNAP_NONE = 0,
  COMMONS_SNAP_X    = 1 << 0,
  COMMONS_SNAP_Y    = 1 << 1,
} CommonsSnapAxes;

/**
 * CommonsSnapTargets:
 * @COMMONS_SNAP_TO_NOTHING: nothing catches what is dragged
 * @COMMONS_SNAP_TO_CARDS: edges, centres and gaps of neighbours do
 * @COMMONS_SNAP_TO_GRID: the grid does, where no neighbour is near
 *
 * What may catch a drag, as people prefer it.
 */
typedef enum /*< flags >*/
{
  COMMONS_SNAP_TO_NOTHING = 0,
  COMMONS_SNAP_TO_CARDS   = 1 << 0,
  COMMONS_SNAP_TO_GRID    = 1 << 1,
} CommonsSnapTargets;

/**
 * CommonsSnapper:
 *
 * The neighbours that what is dragged may align with. They are gathered once,
 * at the beginning of a drag, so that a motion costs as little as they are.
 */
typedef struct _CommonsSnapper CommonsSnapper;

/**
 * commons_snapper_new:
 * @board: a board; only read now
 * @moving: (nullable) (element-type utf8): set of the ids of what moves
 * @bounds: where what moves is, in board units
 * @groups: whether what moves is a circle or zone: it aligns with those, and
 *   anything else with cards and the circle or zone it lies in
 * @visible: what the view shows, in board units
 *
 * Gathers the neighbours in view, the nearest ones when there are many.
 *
 * Returns: (transfer full): the snapper
 */
CommonsSnapper  *commons_snapper_new   (CommonsBoard      *board,
                                        GHashTable        *moving,
                                        const CommonsRect *bounds,
                                        gboolean           groups,
                                        const CommonsRect *visible);
void             commons_snapper_free  (CommonsSnapper    *self);

/**
 * commons_snapper_move:
 * @bounds: where what moves was, in board units
 * @reach: how near an edge has to be, in board units
 * @axes: the directions it may be caught in
 * @copying: whether it leaves itself behind, as a neighbour to align with
 * @dx: (inout): how far it moves to the right; changed where it is caught
 * @dy: (inout): how far it moves down; changed where it is caught
 *
 * Catches edges and centres at those of neighbours, and places where gaps
 * among neighbours become equal; of several the nearest.
 *
 * Returns: the directions it was caught in
 */
CommonsSnapAxes  commons_snapper_move  (CommonsSnapper    *self,
                                        const CommonsRect *bounds,
                                        double             reach,
                                        CommonsSnapAxes    axes,
                                        gboolean           copying,
                                        double            *dx,
                                        double            *dy);

/**
 * commons_snapper_edge:
 * @axis: %COMMONS_SNAP_X for a left or right edge, %COMMONS_SNAP_Y for a top
 *   or bottom one
 * @reach: how near another edge has to be, in board units
 * @edge: (inout): where the edge is; changed when it is caught
 *
 * Catches an edge that is dragged, alone, at edges of neighbours.
 *
 * Returns: whether it was caught
 */
gboolean         commons_snapper_edge  (CommonsSnapper    *self,
                                        CommonsSnapAxes    axis,
                                        double             reach,
                                        double            *edge);

/**
 * commons_snapper_mark:
 * @bounds: where what moves has come to; without a width or a height for an
 *   edge that is dragged alone
 * @axes: the directions it was caught in
 * @copying: as for commons_snapper_move()
 *
 * Finds what to draw: the lines that @bounds is aligned along, and the equal
 * gaps it stands between.
 *
 * Returns: (transfer full) (element-type CommonsSnapMark): the marks
 */
GArray          *commons_snapper_mark  (CommonsSnapper    *self,
                                        const CommonsRect *bounds,
                                        CommonsSnapAxes    axes,
                                        gboolean           copying);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsSnapper, commons_snapper_free)

G_END_DECLS
