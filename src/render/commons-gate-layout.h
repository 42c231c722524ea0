/* commons-gate-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gates on the borders of circles.
 */

#pragma once

#include "commons-drawing.h"
#include "commons-gate.h"

G_BEGIN_DECLS

/**
 * commons_gate_layout_get_span:
 * @node: a rule that is a gate
 * @span: (out): where it is drawn at the present detail, posts included
 *
 * A gate is as wide as its words and, like the name of a circle, keeps its
 * size on screen when the board is seen from farther; it loses its words first
 * and is a small lozenge in the end.
 */
void commons_gate_layout_get_span         (const CommonsDrawing *drawing,
                                           CommonsRecord        *node,
                                           CommonsSpan          *span);

/**
 * commons_gate_layout_build:
 * @node: a rule that is a gate
 * @way: in or out
 *
 * Adds a gate to a scene.
 */
void commons_gate_layout_build            (const CommonsDrawing *drawing,
                                           CommonsRecord        *node,
                                           CommonsGateWay        way,
                                           CommonsScene         *scene);

/**
 * commons_gate_layout_get_missing_span:
 * @circle: a circle without a way in
 * @angle: where on its border the gate would stand, in radians
 * @span: (out): where the dashed gate is drawn
 */
void commons_gate_layout_get_missing_span (const CommonsDrawing *drawing,
                                           CommonsRecord        *circle,
                                           double                angle,
                                           CommonsSpan          *span);

/**
 * commons_gate_layout_build_missing:
 *
 * Adds the dashed gate that asks how one enters a circle to a scene.
 */
void commons_gate_layout_build_missing    (const CommonsDrawing *drawing,
                                           CommonsRecord        *circle,
                                           double                angle,
                                           CommonsScene         *scene);

G_END_DECLS
