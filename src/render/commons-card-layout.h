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
 * @body_size: height of the letters of the body
 * @body_line: distance between its lines
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
  double   body_size;
  double   body_line;
} CommonsCardSizes;

/**
 * CommonsCardFrame:
 * @kind: (nullable): the kind drawn, %NULL when not known
 * @sizes: (transfer none): the sizes it is drawn in
 * @hue: its colours
 * @box: its silhouette
 * @icon: (nullable): name of its icon
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
  const char             *icon;
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
 * commons_card_layout_get_icon:
 * @kind: (nullable): the kind of @node
 *
 * Returns: (transfer none) (nullable): the name of the icon a card has
 */
const char *commons_card_layout_get_icon (const CommonsKind      *kind,
                                          CommonsRecord          *node);

/**
 * commons_card_layout_divide:
 * @frame: (out): how the card is divided
 */
void commons_card_layout_divide          (const CommonsDrawing   *drawing,
                                          CommonsRecord          *node,
                                          CommonsCardFrame       *frame);

/**
 * commons_card_layout_make_least:
 *
 * Makes the letters as small as they may be near by, where text would be cut.
 *
 * Returns: whether they may be smaller at this level of detail
 */
gboolean commons_card_layout_make_least  (const CommonsDrawing   *drawing,
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
 * commons_card_layout_get_letters:
 *
 * Returns: the size of the smallest letters of ordinary cards in that detail:
 *   in board units in full detail, else in pixels; 0 where there are none
 */
double commons_card_layout_get_letters   (CommonsDetail           detail);

/**
 * commons_card_layout_fit_height:
 * @before: a card
 * @after: the same card with another text or width
 *
 * Text shrinks to a least size, then its card grows; a card that was as tall
 * as its text needed shrinks again with it, and one that somebody made taller
 * keeps its height.
 *
 * Returns: the height, in board units, that @after should have
 */
int  commons_card_layout_fit_height      (const CommonsDrawing   *drawing,
                                          CommonsRecord          *before,
                                          CommonsRecord          *after);

/**
 * commons_card_layout_add_mark:
 * @text_y: top of the text beside it
 *
 * Adds the icon, on its disc where the kind has one.
 */
void commons_card_layout_add_mark        (const CommonsDrawing   *drawing,
                                          const CommonsCardFrame *frame,
                                          double                  text_y,
                                          CommonsScene           *scene);

/**
 * commons_card_layout_add_texts:
 * @frame: (inout): its sizes are those the text is drawn in
 *
 * Adds icon, title, body and footer.
 */
void commons_card_layout_add_texts       (const CommonsDrawing   *drawing,
                                          CommonsCardFrame       *frame,
                                          CommonsRecord          *node,
                                          CommonsScene           *scene);

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
 * commons_card_layout_add_hatching:
 *
 * Adds the lines across a card whose words are hidden.
 */
void commons_card_layout_add_hatching    (const CommonsDrawing   *drawing,
                                          const CommonsCardFrame *frame,
                                          CommonsScene           *scene);

/**
 * commons_card_layout_add_badges:
 *
 * Adds the discs astride the top edge: votes, debate, lock, notes, surprise.
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
