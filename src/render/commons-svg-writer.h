/* commons-svg-writer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * CommonsSvgWords:
 * @title: (nullable): what the picture is called
 * @language: (nullable): the language of its words, such as "fr"
 * @author: (nullable): who made it
 * @rights: (nullable): what one may do with it
 * @address: (nullable): where its licence can be read
 * @source: (nullable): what it was made after
 *
 * What a picture says of itself to programs and to those who do not see it.
 */
typedef struct
{
  const char *title;
  const char *language;
  const char *author;
  const char *rights;
  const char *address;
  const char *source;
} CommonsSvgWords;

/**
 * commons_svg_writer_write:
 * @area: the part of the scene shown, in board units
 * @foot: (nullable): what is drawn under @area
 * @foot_height: how high that is, in board units
 * @width: width of the picture, in pixels
 * @height: height of the picture, in pixels
 * @words: what it says of itself
 *
 * Writes a scene as an SVG document whose words are text: they can be found,
 * copied and read aloud. Groups carry the ids, titles and descriptions of
 * what they draw.
 *
 * Returns: (transfer full): the document, in UTF-8
 */
GBytes *commons_svg_writer_write (CommonsScene          *scene,
                                  const CommonsRect     *area,
                                  CommonsScene          *foot,
                                  int                    foot_height,
                                  double                 width,
                                  double                 height,
                                  const CommonsSvgWords *words);

G_END_DECLS
