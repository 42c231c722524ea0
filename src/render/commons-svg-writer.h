/* commons-svg-writer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * commons_svg_writer_write:
 * @area: the part of the scene shown, in board units
 * @width: width of the picture, in pixels
 * @height: height of the picture, in pixels
 * @title: (nullable): what the picture is called
 * @language: (nullable): the language of its words, such as "fr"
 *
 * Writes a scene as an SVG document whose words are text: they can be found,
 * copied and read aloud. Groups carry the ids, titles and descriptions of
 * what they draw.
 *
 * Returns: (transfer full): the document, in UTF-8
 */
GBytes *commons_svg_writer_write (CommonsScene      *scene,
                                  const CommonsRect *area,
                                  double             width,
                                  double             height,
                                  const char        *title,
                                  const char        *language);

G_END_DECLS
