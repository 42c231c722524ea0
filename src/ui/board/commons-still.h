/* commons-still.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_STILL (commons_still_get_type ())

/**
 * CommonsStill:
 *
 * Keeps the picture of a tool that stands over the board. Where the processor
 * draws, all that lies over what moves is drawn again in each frame; the
 * letters, icons and rounded corners of tools then take as long as the board
 * itself, which is a copy of pixels. So are tools here, until they change.
 *
 * It fills what it stands in, its child stands in it as that wishes, and what
 * is beside the child is left to the pointer.
 */
G_DECLARE_FINAL_TYPE (CommonsStill, commons_still, COMMONS, STILL, AdwBin)

/**
 * commons_still_new:
 * @child: the tool
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *commons_still_new       (GtkWidget    *child);

/**
 * commons_still_get_n_drawn:
 *
 * Returns: how often the child was drawn since the beginning, for tests
 */
guint      commons_still_get_n_drawn (CommonsStill *self);

G_END_DECLS
