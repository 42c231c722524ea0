/* commons-card-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-drawing.h"

G_BEGIN_DECLS

/**
 * CommonsCardSizes:
 * @icon: side of the icon
 * @gap: between the icon and the text
 * @top: least space above the text, where there is room
 * @slack: least space above and below a text
 * @pad: factor on the kind's own padding, on the left
 * @pad_end: the same on the right
 * @size: height of the letters of the title
 * @line: distance between its lines
 * @tight: distance between them when there is little room
 * @bold: whether they are bold
 * @disc: diameter of a disc around the icon
 * @disc_icon: side of the icon on it
 * @max_bar: widest bar
 * @gauge: what a gauge takes from the height of the text
 *
 * The sizes of one level of detail.
 */
typedef struct
{
  double   icon;
  double   gap;
  double   top;
  double   slack;
  double   pad;
  double   pad_end;
  double   size;
  double   line;
  double   tight;
  gboolean bold;
  double   disc;
  double   disc_icon;
  double   max_bar;
  double   gauge;
} CommonsCardSizes;

/**
 * CommonsCardFrame:
 * @kind: (nullable): the kind drawn, %NULL when not known
 * @sizes: (transfer none): the sizes it is drawn in
 * @hue: its colours
 * @box: its silhouette
 * @unit: board units in one unit of the sizes of the present detail
 * @mark: where the icon or its disc stands; no width when there is none
 * @text: the column of title, body and footer
 * @centered: whether the text stands at half the height
 *
 * How one card is divided.
 */
typedef struct
{
  const CommonsKind      *kind;
  const CommonsCardSizes *sizes;
  CommonsHue              hue;
  CommonsBox              box;
  double                  unit;
  CommonsSpan             mark;
  CommonsSpan             text;
  gboolean                centered;
} CommonsCardFrame;

/**
 * commons_card_layout_build:
 * @node: a node that is not a group
 *
 * Adds a card to a scene.
 */
void commons_card_layout_build           (const CommonsDrawing   *drawing,
                                          CommonsRecord          *node,
                                          CommonsScene           *scene);

/**
 * commons_card_layout_divide:
 * @frame: (out): how the card is divided
 */
void commons_card_layout_divide          (const CommonsDrawing   *drawing,
                                          CommonsRecord          *node,
                                          CommonsCardFrame       *frame);

/**
 * commons_card_layout_make_snug:
 *
 * Gives the text a little more room to the left, where letters are so small
 * that a word may need it.
 *
 * Returns: whether there was any to give
 */
gboolean commons_card_layout_make_snug   (const CommonsDrawing   *drawing,
                                          CommonsCardFrame       *frame);

/**
 * commons_card_layout_make_title:
 * @frame: (inout): made snug when the title needs it
 * @title: the title with its marks
 * @struck: whether a line goes through it
 *
 * Lays a title out in the room of a card. Words are kept whole where letters
 * do not shrink with the card.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *commons_card_layout_make_title
                                         (const CommonsDrawing   *drawing,
                                          CommonsCardFrame       *frame,
                                          const char             *title,
                                          gboolean                struck);

/**
 * commons_card_layout_measure_height:
 * @kind: (nullable): id of a kind
 * @width: width of the card, in board units
 * @text: title, then body after the first line break
 *
 * Returns: the height, in board units, at which nothing of the text is cut
 */
int  commons_card_layout_measure_height  (const CommonsDrawing   *drawing,
                                          const char             *kind,
                                          int                     width,
                                          const char             *text);

/**
 * commons_card_layout_add_extras:
 *
 * Adds what a silhouette has below its text: tab, pile, foot, fold, gauge,
 * hole, disc.
 */
void commons_card_layout_add_extras      (const CommonsDrawing   *drawing,
                                          const CommonsCardFrame *frame,
                                          CommonsRecord          *node,
                                          CommonsScene           *scene);

/**
 * commons_card_layout_add_badges:
 *
 * Adds the discs astride the top edge: votes and debate.
 */
void commons_card_layout_add_badges      (const CommonsDrawing   *drawing,
                                          const CommonsCardFrame *frame,
                                          CommonsRecord          *node,
                                          CommonsScene           *scene);

/**
 * commons_card_layout_has_footer:
 *
 * Returns: whether there is a status, a confidence or a side to show
 */
gboolean commons_card_layout_has_footer  (const CommonsDrawing   *drawing,
                                          CommonsRecord          *node);

/**
 * commons_card_layout_add_footer:
 * @y: top of the footer, 16 units high
 *
 * Adds status, confidence and side.
 */
void commons_card_layout_add_footer      (const CommonsDrawing   *drawing,
                                          const CommonsCardFrame *frame,
                                          CommonsRecord          *node,
                                          double                  y,
                                          CommonsScene           *scene);

G_END_DECLS
