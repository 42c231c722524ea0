/* commons-drawing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every layout must know to draw its part of a board.
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-record.h"
#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * CommonsDetail:
 * @COMMONS_DETAIL_FULL: everything, scaled with the zoom
 * @COMMONS_DETAIL_TITLE: titles, at a constant size on screen
 * @COMMONS_DETAIL_SMALL: titles in small letters, small badges
 * @COMMONS_DETAIL_SHAPE: silhouettes and icons
 * @COMMONS_DETAIL_FAR: silhouettes alone
 *
 * How much is drawn, by how near the board is seen.
 */
typedef enum
{
  COMMONS_DETAIL_FULL,
  COMMONS_DETAIL_TITLE,
  COMMONS_DETAIL_SMALL,
  COMMONS_DETAIL_SHAPE,
  COMMONS_DETAIL_FAR,
} CommonsDetail;

/**
 * COMMONS_DETAIL_FULL_ZOOM:
 *
 * The zoom from which on cards are drawn in full.
 */
#define COMMONS_DETAIL_FULL_ZOOM 0.88

/**
 * CommonsDrawing:
 * @catalogue: kinds and words
 * @theme: colours
 * @detail: how much is drawn
 * @pixel: board units in one pixel of the screen, never less than 1: the
 *   measure of what keeps its size on screen
 * @french: whether the board's content is in French
 * @foreign: whether the board was made by another program
 * @surprises: (nullable) (element-type utf8): set of ids of nodes that stand
 *   where nobody expects them, marked mildly
 * @board: (nullable): the board, which lists the tables its cards come from
 * @labels: layouts of short texts already made
 *
 * What every layout must know.
 */
typedef struct
{
  CommonsCatalogue   *catalogue;
  const CommonsTheme *theme;
  CommonsDetail       detail;
  double              pixel;
  gboolean            french;
  gboolean            foreign;
  GHashTable         *surprises;
  CommonsBoard       *board;
  GHashTable         *labels;
} CommonsDrawing;

/**
 * CommonsSpan:
 *
 * A rectangle between board units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} CommonsSpan;

/**
 * commons_detail_from_zoom:
 * @zoom: pixels in one board unit, or 0 for full detail
 * @current: the detail drawn now; it is kept until @zoom is well below it
 *
 * Returns: the detail for cards of ordinary height at that zoom
 */
CommonsDetail  commons_detail_from_zoom     (double                zoom,
                                             CommonsDetail         current);

/**
 * commons_drawing_new_labels:
 *
 * Returns: (transfer full): an empty table for @labels of #CommonsDrawing
 */
GHashTable    *commons_drawing_new_labels   (void);

/**
 * commons_drawing_get_label:
 * @text: a short text, shown on one line
 * @size: height of its letters
 * @max_width: width at which it is cut by an ellipsis, or -1
 *
 * Returns: (transfer none): its layout, kept by the drawing's table
 */
PangoLayout   *commons_drawing_get_label    (const CommonsDrawing *self,
                                             const char           *text,
                                             double                size,
                                             gboolean              bold,
                                             double                max_width);

/**
 * commons_drawing_get_hue:
 * @hue: (out): the colours of a node
 *
 * Gives the hue of the node's kind, or the one nearest to its own colour when
 * the kind is not known.
 */
void           commons_drawing_get_hue      (const CommonsDrawing *self,
                                             CommonsRecord        *node,
                                             CommonsHue           *hue);

/**
 * CommonsTableMark:
 * @text: (transfer full): one to three characters
 * @fill: colour of the mark
 * @ink: colour of the characters
 *
 * The mark of a table of a workshop.
 */
typedef struct
{
  char         *text;
  CommonsColor  fill;
  CommonsColor  ink;
} CommonsTableMark;

/**
 * commons_drawing_get_table:
 * @name: name of a table, whether the board lists it or not
 * @mark: (out): its mark, whose text the caller frees
 */
void           commons_drawing_get_table    (const CommonsDrawing *self,
                                             const char           *name,
                                             CommonsTableMark     *mark);

/**
 * commons_drawing_describe:
 *
 * Returns: (transfer full): kind, status and tables of a record in words
 */
char          *commons_drawing_describe     (const CommonsDrawing *self,
                                             CommonsRecord        *record);

/**
 * commons_drawing_get_status_label:
 *
 * Returns: (transfer none) (nullable): the status of a record in words, %NULL
 *   when it has none or one that is not known
 */
const char    *commons_drawing_get_status_label
                                            (const CommonsDrawing *self,
                                             CommonsRecord        *record);

/**
 * commons_drawing_get_opacity:
 *
 * Returns: how opaque a record is drawn: what was dropped is kept, paler
 */
double         commons_drawing_get_opacity  (CommonsRecord        *record);

/**
 * commons_drawing_is_draft:
 *
 * Returns: whether a record is a draft
 */
gboolean       commons_drawing_is_draft     (CommonsRecord        *record);

G_END_DECLS
