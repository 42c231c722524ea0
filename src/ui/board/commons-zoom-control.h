/* commons-zoom-control.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_ZOOM_CONTROL (commons_zoom_control_get_type ())

/**
 * CommonsZoomControl:
 *
 * The pill that shows the zoom of the board and changes it. It works through
 * the actions board.zoom-out, board.zoom-in, board.zoom-100, board.zoom-fit,
 * board.zoom-selection and board.zoom-readable of the widgets it stands in.
 *
 * Signal: `menu-closed`, when its menu was closed and the keyboard may go back
 * to the board.
 */
G_DECLARE_FINAL_TYPE (CommonsZoomControl, commons_zoom_control, COMMONS, ZOOM_CONTROL, GtkWidget)

/**
 * commons_zoom_control_new:
 *
 * Returns: (transfer floating): the widget, showing 100 %
 */
GtkWidget *commons_zoom_control_new      (void);

/**
 * commons_zoom_control_set_zoom:
 * @zoom: the zoom shown; 1 is 100 %
 */
void       commons_zoom_control_set_zoom (CommonsZoomControl *self,
                                          double              zoom);

/**
 * commons_zoom_control_set_warning:
 * @warning: (nullable): what is wrong with the zoom, in one sentence without
 *   its full stop; %NULL when nothing is
 *
 * Marks the zoom shown, for the eye, the pointer and screen readers.
 */
void       commons_zoom_control_set_warning (CommonsZoomControl *self,
                                          const char         *warning);

/**
 * commons_zoom_control_get_zoom:
 *
 * Returns: the zoom shown; 1 is 100 %
 */
double     commons_zoom_control_get_zoom (CommonsZoomControl *self);

/**
 * commons_zoom_describe:
 * @zoom: a zoom; 1 is 100 %
 *
 * Returns: (transfer full): what screen readers say of it
 */
char      *commons_zoom_describe         (double              zoom);

G_END_DECLS
