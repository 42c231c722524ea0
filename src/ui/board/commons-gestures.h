/* commons-gestures.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_GESTURES (commons_gestures_get_type ())

/**
 * CommonsGestures:
 *
 * A layer over the board that says what hands can do on it, as large as there
 * is room for. A click anywhere, or Escape, is enough to be done with it.
 *
 * Signals: `closed`, when somebody has read it; whoever shows it hides it.
 */
G_DECLARE_FINAL_TYPE (CommonsGestures, commons_gestures, COMMONS, GESTURES, GtkWidget)

/**
 * commons_gestures_new:
 * @wheel_zooms: whether the wheel of a mouse zooms instead of moving the board
 *
 * Returns: (transfer floating): the layer
 */
GtkWidget *commons_gestures_new (gboolean wheel_zooms);

G_END_DECLS
