/* commons-sprites.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-drawing.h"

G_BEGIN_DECLS

/**
 * CommonsSprites:
 *
 * Pictures of silhouettes seen from far. A board at that distance shows
 * thousands of cards of few kinds and sizes: each is drawn once.
 */
typedef struct _CommonsSprites CommonsSprites;

CommonsSprites *commons_sprites_new   (void);
void            commons_sprites_free  (CommonsSprites       *self);

/**
 * commons_sprites_clear:
 *
 * Forgets all pictures, after a change of theme, zoom or catalogue.
 */
void            commons_sprites_clear (CommonsSprites       *self);

/**
 * commons_sprites_paint:
 * @cr: a context in board units
 * @node: a node that is not a group, drawn without text
 * @opacity: how opaque it is painted
 *
 * Paints a silhouette at the nearest whole pixel.
 *
 * Returns: whether it was painted; if not, @cr is not an image, is turned or
 *   the card is too large
 */
gboolean        commons_sprites_paint (CommonsSprites       *self,
                                       cairo_t              *cr,
                                       const CommonsDrawing *drawing,
                                       CommonsRecord        *node,
                                       double                opacity);

G_END_DECLS
