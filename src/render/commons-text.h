/* commons-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "commons-theme.h"

G_BEGIN_DECLS

/**
 * COMMONS_TEXT_FAMILIES:
 *
 * The font of the board and what stands in for it.
 */
#define COMMONS_TEXT_FAMILIES "Cantarell,Sans"

/**
 * CommonsTextMarks:
 * @COMMONS_TEXT_PLAIN: none: the text is shown as it is
 * @COMMONS_TEXT_INLINE: bold, italic and links
 * @COMMONS_TEXT_MARKDOWN: these, lists and check boxes
 *
 * Which marks of Markdown are read, see commons_markdown_parse().
 */
typedef enum
{
  COMMONS_TEXT_PLAIN,
  COMMONS_TEXT_INLINE,
  COMMONS_TEXT_MARKDOWN,
} CommonsTextMarks;

/**
 * CommonsTextStyle:
 * @size: height of the letters, in units of the layout
 * @line: distance between lines, in units of the layout; 0 for the font's,
 *   in blocks without a width
 * @bold: whether all of it is bold
 * @struck: whether a line goes through it
 * @french: whether French rules of line breaking hold
 * @marks: which marks of Markdown are read
 * @link: (nullable): colour of links; they are underlined in any case
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
  double              size;
  double              line;
  gboolean            bold;
  gboolean            struck;
  gboolean            french;
  CommonsTextMarks    marks;
  const CommonsColor *link;
  gboolean            balanced;
  gboolean            whole;
  gboolean            loose;
} CommonsTextStyle;

/**
 * commons_text_prepare:
 *
 * Begins to look for the fonts of the system, which another thread does: called
 * before a board is read, it does not have to be waited for afterwards.
 */
void         commons_text_prepare       (void);

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

/**
 * CommonsTextPart:
 * @address: (nullable): where a link leads
 * @box: which check box of the layout it is, from 0, or -1
 *
 * What stands at one place of a text besides its letters.
 */
typedef struct
{
  const char *address;
  int         box;
} CommonsTextPart;

/**
 * commons_text_pick:
 * @x: a place in the layout, in its units
 * @y: a place in the layout, in its units
 * @part: (out): what stands there; its address is valid as long as @layout
 *
 * Returns: whether there is a link or a check box
 */
gboolean     commons_text_pick       (PangoLayout            *layout,
                                      double                  x,
                                      double                  y,
                                      CommonsTextPart        *part);

/**
 * commons_text_get_n_made:
 *
 * Returns: how many texts were laid out so far
 */
guint        commons_text_get_n_made (void);

G_END_DECLS
