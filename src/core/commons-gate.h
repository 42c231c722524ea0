/* commons-gate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule on the border of a circle is a gate: the way in or out of it.
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * COMMONS_GATE_HEIGHT:
 *
 * Height of a gate, in board units; no other card is as low.
 */
#define COMMONS_GATE_HEIGHT 26

/**
 * COMMONS_GATE_REACH:
 *
 * How far from a border the centre of a gate may lie, in board units.
 */
#define COMMONS_GATE_REACH 18

/**
 * CommonsGateWay:
 * @COMMONS_GATE_NONE: no gate
 * @COMMONS_GATE_IN: a boundary rule: how one enters
 * @COMMONS_GATE_OUT: an exit rule: how one leaves
 *
 * What a gate is for.
 */
typedef enum
{
  COMMONS_GATE_NONE,
  COMMONS_GATE_IN,
  COMMONS_GATE_OUT,
} CommonsGateWay;

/**
 * CommonsGate:
 * @circle: (transfer none): the circle it opens
 * @way: in or out
 * @angle: where on the border it stands, in radians, clockwise from the right
 *
 * Where a rule stands as a gate; valid until the board changes.
 */
typedef struct
{
  CommonsRecord  *circle;
  CommonsGateWay  way;
  double          angle;
} CommonsGate;

/**
 * commons_gate_get_way:
 * @record: (nullable): any record
 *
 * Returns: the way a rule on entering or leaving speaks of, wherever it lies;
 *   %COMMONS_GATE_NONE for anything else
 */
CommonsGateWay  commons_gate_get_way     (CommonsRecord *record);

/**
 * commons_gate_may_be:
 * @record: (nullable): any record
 *
 * Returns: whether it becomes a gate when laid on a border: a rule on entering
 *   or leaving, or one whose type nobody has given yet
 */
gboolean        commons_gate_may_be      (CommonsRecord *record);

/**
 * commons_gate_find:
 * @record: any record of the board
 * @gate: (out): where it stands as a gate
 *
 * A rule on entering or leaving is a gate when it applies to a circle and its
 * centre lies on the border of that circle, or nearly so. This looks at the
 * links of @record alone and costs next to nothing.
 *
 * Returns: whether @record is a gate
 */
gboolean        commons_gate_find        (CommonsBoard  *board,
                                          CommonsRecord *record,
                                          CommonsGate   *gate);

/**
 * commons_gate_find_border:
 * @x: a point, in board units
 * @y: a point, in board units
 * @reach: how far the border may be, in board units
 * @angle: (out) (optional): where on the border, in radians
 *
 * Returns: (transfer none) (nullable): the circle whose border is the nearest
 */
CommonsRecord  *commons_gate_find_border (CommonsBoard  *board,
                                          double         x,
                                          double         y,
                                          double         reach,
                                          double        *angle);

/**
 * commons_gate_get_point:
 * @circle: a circle
 * @angle: where on its border, in radians
 * @x: (out): the point of the border, in board units
 * @y: (out): the point of the border, in board units
 *
 * The point lies a hair inside, so that a gate whose centre is there still
 * lies in the circle it opens once rounded to whole units.
 */
void            commons_gate_get_point   (CommonsRecord *circle,
                                          double         angle,
                                          double        *x,
                                          double        *y);

/**
 * commons_gate_get_entry:
 * @circle: a circle
 *
 * Returns: (transfer none) (nullable): the first gate one enters it by
 */
CommonsRecord  *commons_gate_get_entry   (CommonsBoard  *board,
                                          CommonsRecord *circle);

/**
 * commons_gate_is_missing:
 * @circle: any node
 * @angle: (out) (optional): a place on its border where no gate stands
 *
 * A circle lacks a way in when it says nothing of how one enters, or that it
 * is closed, and no boundary rule applies to it (question A1 of the governance
 * checks, without the ladder, which leads to a gate and is none). It is asked
 * of circles with something in them, on boards that have another circle.
 *
 * Returns: whether @circle is a circle without a way in
 */
gboolean        commons_gate_is_missing  (CommonsBoard  *board,
                                          CommonsRecord *circle,
                                          double        *angle);

G_END_DECLS
