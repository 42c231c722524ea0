/* commons-cairo-painter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * commons_cairo_painter_paint:
 * @cr: a context in board units
 *
 * Draws a scene, on screen, in an image or on a page alike. Text stays text
 * where the surface knows text.
 */
void commons_cairo_painter_paint (CommonsScene *scene,
                                  cairo_t      *cr);

G_END_DECLS
