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
 * @whole: whether words stay on one line; one that is wider than the block
 *   is then cut by an ellipsis, where it would be broken otherwise
 * @loose: whether compounds may break at their hyphens and middle dots,
 *   however short they are
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
  gboolean whole;
  gboolean loose;
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
 * commons_text_measure_words:
 * @length: (out) (optional): how wide all words are together, without the
 *   spaces between them
 *
 * Returns: the least width, in units of the layout, at which no word of a
 *   text has to be broken or cut
 */
double       commons_text_measure_words
                                     (const char             *text,
                                      const CommonsTextStyle *style,
                                      double                 *length);

/**
 * commons_text_is_cut:
 *
 * Returns: whether a layout lost some of its text to an ellipsis, or had to
 *   break a word
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
