/* commons-box-sprites.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * CommonsBoxPainter:
 *
 * Draws a box on a context, shape by shape.
 */
typedef void (*CommonsBoxPainter) (cairo_t          *cr,
                                   const CommonsBox *box);

/**
 * commons_box_sprites_paint:
 * @cr: a context in board units
 * @box: a box
 * @draw: draws it when it is first seen
 *
 * Draws a box whose look was drawn before, whatever its size and its place:
 * its corners are copied, and what is between them is filled. Only on images,
 * and only boxes whose edges fall on whole pixels and whose inside hides what
 * is under it.
 *
 * Returns: whether it was drawn
 */
gboolean commons_box_sprites_paint (cairo_t           *cr,
                                    const CommonsBox  *box,
                                    CommonsBoxPainter  draw);

G_END_DECLS
