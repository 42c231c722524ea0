/* commons-viewport.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-types.h"

G_BEGIN_DECLS

/**
 * COMMONS_ZOOM_MIN:
 *
 * The smallest zoom: 5 %.
 */
#define COMMONS_ZOOM_MIN 0.05

/**
 * COMMONS_ZOOM_MAX:
 *
 * The greatest zoom: 800 %.
 */
#define COMMONS_ZOOM_MAX 8.0

/**
 * CommonsViewport:
 * @zoom: view pixels per board unit
 * @x: board abscissa of the view's left edge
 * @y: board ordinate of the view's top edge
 * @width: width of the view, in pixels
 * @height: height of the view, in pixels
 *
 * Which part of the board a view shows. A plain value: copy it freely. Its
 * centre never leaves the board's limits, and steps that are not finite
 * numbers change nothing.
 */
typedef struct
{
  double zoom;
  double x;
  double y;
  int    width;
  int    height;
} CommonsViewport;

/**
 * commons_viewport_init:
 *
 * Makes a view of size zero that shows the board's origin at 100 %.
 */
void     commons_viewport_init        (CommonsViewport       *self);

/**
 * commons_viewport_set_size:
 * @width: new width of the view, in pixels
 * @height: new height of the view, in pixels
 *
 * Resizes the view; the board point at its top left stays there.
 */
void     commons_viewport_set_size    (CommonsViewport       *self,
                                       int                    width,
                                       int                    height);

/**
 * commons_viewport_pan:
 * @dx: pixels to the right
 * @dy: pixels to the bottom
 *
 * Moves the board under the view, as a hand does: a positive @dx brings it to
 * the right and shows what lies on the left.
 */
void     commons_viewport_pan         (CommonsViewport       *self,
                                       double                 dx,
                                       double                 dy);

/**
 * commons_viewport_zoom_at:
 * @factor: what to multiply the zoom by; the result is clamped
 * @px: abscissa in the view, in pixels
 * @py: ordinate in the view, in pixels
 *
 * Zooms so that the board point at @px, @py stays under it.
 */
void     commons_viewport_zoom_at     (CommonsViewport       *self,
                                       double                 factor,
                                       double                 px,
                                       double                 py);

/**
 * commons_viewport_set_zoom_at:
 * @zoom: the new zoom, clamped
 * @px: abscissa in the view, in pixels
 * @py: ordinate in the view, in pixels
 *
 * Like commons_viewport_zoom_at(), to a given zoom.
 */
void     commons_viewport_set_zoom_at (CommonsViewport       *self,
                                       double                 zoom,
                                       double                 px,
                                       double                 py);

/**
 * commons_viewport_to_board:
 * @px: abscissa in the view, in pixels
 * @py: ordinate in the view, in pixels
 * @x: (out): abscissa on the board, in units
 * @y: (out): ordinate on the board, in units
 *
 * Finds the board point under a pixel.
 */
void     commons_viewport_to_board    (const CommonsViewport *self,
                                       double                 px,
                                       double                 py,
                                       double                *x,
                                       double                *y);

/**
 * commons_viewport_to_view:
 * @x: abscissa on the board, in units
 * @y: ordinate on the board, in units
 * @px: (out): abscissa in the view, in pixels
 * @py: (out): ordinate in the view, in pixels
 *
 * Finds where the view shows a board point.
 */
void     commons_viewport_to_view     (const CommonsViewport *self,
                                       double                 x,
                                       double                 y,
                                       double                *px,
                                       double                *py);

/**
 * commons_viewport_get_visible:
 * @out: (out): what the view shows, in board units
 *
 * Gives the visible part of the board, rounded outwards.
 */
void     commons_viewport_get_visible (const CommonsViewport *self,
                                       CommonsRect           *out);

/**
 * commons_viewport_fit:
 * @rect: what to show, in board units
 * @margin_px: least space around it, in pixels; less when the view is small
 * @max_zoom: greatest zoom to use, such as 1.0 to never enlarge
 *
 * Shows all of @rect in the middle of the view. Nothing happens while the
 * view has no size.
 */
void     commons_viewport_fit         (CommonsViewport       *self,
                                       const CommonsRect     *rect,
                                       int                    margin_px,
                                       double                 max_zoom);

/**
 * commons_viewport_center_on:
 * @x: abscissa on the board, in units
 * @y: ordinate on the board, in units
 *
 * Brings a board point to the middle of the view.
 */
void     commons_viewport_center_on   (CommonsViewport       *self,
                                       double                 x,
                                       double                 y);

/**
 * commons_viewport_reveal:
 * @rect: what to show, in board units
 * @margin_px: space to leave around it, in pixels
 *
 * Pans as little as needed to show @rect; when it is larger than the view,
 * until it fills the view.
 *
 * Returns: whether the view moved
 */
gboolean commons_viewport_reveal      (CommonsViewport       *self,
                                       const CommonsRect     *rect,
                                       int                    margin_px);

/**
 * commons_viewport_step_zoom:
 * @zoom: a zoom
 * @direction: positive to enlarge, negative to reduce
 *
 * Returns: the next round zoom that way, the last one when there is no more
 */
double   commons_viewport_step_zoom   (double                 zoom,
                                       int                    direction);

/**
 * commons_viewport_interpolate:
 * @from: where the camera leaves
 * @to: where it arrives
 * @t: progress, 0 to 1, with its easing applied
 * @out: (out): the view at @t, of the size of @to
 *
 * Moves a camera so that the picture slides and grows at an even pace.
 */
void     commons_viewport_interpolate (const CommonsViewport *from,
                                       const CommonsViewport *to,
                                       double                 t,
                                       CommonsViewport       *out);

G_END_DECLS
