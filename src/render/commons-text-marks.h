/* commons-text-marks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "commons-path.h"

G_BEGIN_DECLS

/**
 * commons_text_get_address:
 * @iter: stands at a part of a laid out text
 *
 * Returns: (transfer none) (nullable): where the link leads that the part is
 */
const char *commons_text_get_address  (PangoAttrIterator *iter);

/**
 * commons_text_is_box:
 * @iter: stands at a part of a laid out text
 * @ticked: (out) (optional): whether the box is ticked
 *
 * Returns: whether the part is a check box
 */
gboolean    commons_text_is_box       (PangoAttrIterator *iter,
                                       gboolean          *ticked);

/**
 * commons_text_add_box:
 * @path: receives the outline of a check box
 * @tick: receives its tick
 * @x: left edge
 * @baseline: where the letters beside it stand
 * @size: how large these are
 *
 * Draws a check box as outlines, so that no font is needed for it.
 */
void        commons_text_add_box      (CommonsPath       *path,
                                       CommonsPath       *tick,
                                       double             x,
                                       double             baseline,
                                       double             size);

/**
 * commons_text_get_box_line:
 * @size: how large the letters beside a check box are
 *
 * Returns: how wide its line is; that of the tick is half as much again
 */
double      commons_text_get_box_line (double             size);

/**
 * commons_text_get_baseline:
 * @index: a byte of the text of @layout
 *
 * Returns: how far below the top of @layout the letters stand at @index, in
 *   its units
 */
double      commons_text_get_baseline (PangoLayout       *layout,
                                       int                index);

/**
 * CommonsTextLink:
 * @address: where the link leads; valid as long as its layout
 * @x: left edge, in units of the layout
 * @y: top edge
 * @width: width
 * @height: height
 *
 * One line of one link.
 */
typedef struct
{
  const char *address;
  double      x;
  double      y;
  double      width;
  double      height;
} CommonsTextLink;

/**
 * commons_text_list_links:
 *
 * Returns: (transfer full) (element-type CommonsTextLink): the links that
 *   show, one element for each of their lines
 */
GArray     *commons_text_list_links   (PangoLayout       *layout);

G_END_DECLS
