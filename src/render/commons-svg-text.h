/* commons-svg-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * commons_svg_append_escaped:
 * @text: (nullable): any UTF-8
 * @length: bytes of @text, or -1 when it ends with a NUL
 *
 * Appends @text as XML character data, without what XML 1.0 has no place for.
 */
void commons_svg_append_escaped   (GString               *svg,
                                   const char            *text,
                                   gssize                 length);

/**
 * commons_svg_append_attribute:
 *
 * Appends a space and NAME="VALUE", the value rounded to hundredths.
 */
void commons_svg_append_attribute (GString               *svg,
                                   const char            *name,
                                   double                 value);

/**
 * commons_svg_append_color:
 * @name: "fill" or "stroke"
 *
 * Appends a colour, "none" when it is transparent.
 */
void commons_svg_append_color     (GString               *svg,
                                   const char            *name,
                                   const CommonsColor    *color);

/**
 * commons_svg_append_text:
 *
 * Appends a block as one `text` element, whose content is the text as it was
 * written, with a `tspan` for each line.
 */
void commons_svg_append_text      (GString               *svg,
                                   const CommonsTextItem *item);

G_END_DECLS
