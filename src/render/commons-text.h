/* commons-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * COMMONS_TEXT_FAMILIES:
 *
 * The font of the board and what stands in for it.
 */
#define COMMONS_TEXT_FAMILIES "Cantarell,Sans"

/**
 * CommonsTextStyle:
 * @size: height of the letters, in units of the layout
 * @line: distance between lines, in units of the layout; 0 for the font's,
 *   in blocks without a width
 * @bold: whether all of it is bold
 * @struck: whether a line goes through it
 * @french: whether French rules of line breaking hold
 * @marks: whether Markdown marks for bold and italic are read
 * @balanced: whether lines are made about equally long
 *
 * How a text is laid out.
 */
typedef struct
{
  double   size;
  double   line;
  gboolean bold;
  gboolean struck;
  gboolean french;
  gboolean marks;
  gboolean balanced;
} CommonsTextStyle;

/**
 * commons_text_layout:
 * @text: what to lay out
 * @width: width of the block, in units of the layout, or -1 for no limit
 * @max_lines: most lines there may be; the last one is cut by an ellipsis
 *
 * Lays a text out without any display.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *commons_text_layout     (const char             *text,
                                      const CommonsTextStyle *style,
                                      double                  width,
                                      int                     max_lines);

/**
 * commons_text_is_cut:
 *
 * Returns: whether a layout lost its end to an ellipsis, or had to break a
 *   word
 */
gboolean     commons_text_is_cut     (PangoLayout            *layout);

/**
 * commons_text_get_height:
 *
 * Returns: the height of a layout, in its units
 */
double       commons_text_get_height (PangoLayout            *layout);

/**
 * commons_text_get_width:
 *
 * Returns: the width of the longest line of a layout, in its units
 */
double       commons_text_get_width  (PangoLayout            *layout);

G_END_DECLS
