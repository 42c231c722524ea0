/* commons-pane-edge.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_PANE_EDGE (commons_pane_edge_get_type ())

/* How near the pointer has to come, in pixels. */
#define COMMONS_PANE_EDGE_WIDTH 9

/**
 * CommonsPaneEdge:
 *
 * The edge of a pane towards the content: dragging it makes the pane wider, as
 * do the arrow keys while it has the keyboard. Two clicks, or Backspace, give
 * the pane its usual width again.
 *
 * Signals: `wanted`, with the width that is wanted, 0 for the usual one.
 */
G_DECLARE_FINAL_TYPE (CommonsPaneEdge, commons_pane_edge, COMMONS, PANE_EDGE, GtkWidget)

/**
 * commons_pane_edge_new:
 * @pane: the side the pane stands on
 *
 * Returns: (transfer floating): the edge
 */
GtkWidget *commons_pane_edge_new       (GtkPackType      pane);

/**
 * commons_pane_edge_set_width:
 * @width: what the pane is wide
 * @min: at least
 * @max: at most
 *
 * Says where the edge is.
 */
void       commons_pane_edge_set_width (CommonsPaneEdge *self,
                                        int              width,
                                        int              min,
                                        int              max);

G_END_DECLS
