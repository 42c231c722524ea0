/* commons-page-shapes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "commons-theme.h"

G_BEGIN_DECLS

/**
 * CommonsPageShapeFunc:
 * @cr: what to draw with
 * @shape: a shape
 *
 * Draws a shape at 0, 0.
 */
typedef void (*CommonsPageShapeFunc) (cairo_t       *cr,
                                      gconstpointer  shape);

/**
 * commons_page_shapes_begin:
 * @cr: what to draw on an empty page with
 * @ground: the colour of the page, opaque
 * @width: that of the page, as @cr counts
 * @height: that of the page
 *
 * Paints the ground of a page, and keeps the shapes that are drawn on it.
 */
void     commons_page_shapes_begin    (cairo_t              *cr,
                                       const CommonsColor   *ground,
                                       double                width,
                                       double                height);

/**
 * commons_page_shapes_are_kept:
 * @cr: what to draw with
 *
 * Returns: whether what is drawn goes straight onto a page that keeps shapes
 */
gboolean commons_page_shapes_are_kept (cairo_t              *cr);

/**
 * commons_page_shapes_paint:
 * @cr: what to draw with
 * @key: (transfer none): tells the look of the shape from those of all others
 * @shape: the shape
 * @draw: draws it, in opaque colours only
 * @x: where it goes
 * @y: where it goes
 * @width: how far it reaches
 * @height: how far it reaches
 *
 * Draws a shape that was drawn on the page before by naming it: what all cards
 * of a kind have in common is then described once, not for each of them.
 * Readers of the page would have to draw what is see-through aside first.
 *
 * Returns: whether it was drawn; if not, the page does not keep shapes, or it
 *   did not have this one yet
 */
gboolean commons_page_shapes_paint    (cairo_t              *cr,
                                       GBytes               *key,
                                       gconstpointer         shape,
                                       CommonsPageShapeFunc  draw,
                                       double                x,
                                       double                y,
                                       double                width,
                                       double                height);

G_END_DECLS
