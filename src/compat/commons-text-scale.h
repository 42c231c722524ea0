/* commons-text-scale.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * commons_text_scale:
 * @widget: a widget
 *
 * What is laid out by the width of the window has to know how much of it the
 * letters take.
 *
 * Returns: how large the desktop wants letters to be; 1 is as usual, 2 twice
 *   as large
 */
double commons_text_scale (GtkWidget *widget);

G_END_DECLS
