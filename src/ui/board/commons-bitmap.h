/* commons-bitmap.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-picture.h"

G_BEGIN_DECLS

/**
 * CommonsBitmap:
 *
 * Pixels of part of a board, and the quickest way to put them on the screen:
 * a texture where a GPU draws, cairo where the processor does. There a
 * texture would be converted pixel by pixel at each frame (GTK 4.8), which
 * takes longer than drawing the cards again.
 */
typedef struct _CommonsBitmap CommonsBitmap;

/**
 * commons_bitmap_new:
 * @picture: what to draw
 * @x: left edge in device pixels, counted from the board's origin
 * @y: top edge in device pixels, counted from the board's origin
 * @width: width in device pixels
 * @height: height in device pixels
 * @scale: device pixels in a board unit
 * @filter: (nullable): what to draw of it
 *
 * Draws part of a board.
 *
 * Returns: (transfer full): the bitmap
 */
CommonsBitmap *commons_bitmap_new        (CommonsPicture           *picture,
                                          int                       x,
                                          int                       y,
                                          int                       width,
                                          int                       height,
                                          double                    scale,
                                          const CommonsPaintFilter *filter);
/**
 * commons_bitmap_new_for_node:
 * @node: what to draw
 * @scale_factor: device pixels in a logical pixel
 * @rect: (out): where it belongs, on whole pixels
 *
 * Draws a node once, so that it can be copied however much it takes to draw.
 *
 * Returns: (transfer full): the bitmap
 */
CommonsBitmap *commons_bitmap_new_for_node (GskRenderNode          *node,
                                            int                     scale_factor,
                                            graphene_rect_t        *rect);
void           commons_bitmap_free       (CommonsBitmap            *self);

/**
 * commons_bitmap_append:
 * @snapshot: where to
 * @rect: where in it
 * @with_cairo: whether the renderer is cairo, see commons_bitmap_wants_cairo()
 *
 * Draws the bitmap into a rectangle, scaled if need be.
 */
void           commons_bitmap_append     (CommonsBitmap            *self,
                                          GtkSnapshot              *snapshot,
                                          const graphene_rect_t    *rect,
                                          gboolean                  with_cairo);

/**
 * commons_bitmap_wants_cairo:
 * @widget: a realized widget
 *
 * Returns: whether the widget is drawn by the processor
 */
gboolean       commons_bitmap_wants_cairo (GtkWidget               *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsBitmap, commons_bitmap_free)

G_END_DECLS
