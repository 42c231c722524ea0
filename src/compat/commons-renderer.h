/* commons-renderer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_renderer_has_card:
 * @devices: the folder of devices, `/dev`
 *
 * Returns: whether there could be a graphics card: in doubt there is one
 */
gboolean commons_renderer_has_card (const char *devices);

/**
 * commons_renderer_prepare:
 *
 * Has the toolkit draw with cairo where there is no graphics card, unless
 * `GSK_RENDERER` says otherwise: an imitation of one draws frames of a board
 * thirty times slower. And has it leave OpenGL alone where it draws with cairo:
 * opening the display would load and set up the drivers all the same, which takes
 * longer than drawing the window.
 *
 * To be called before the toolkit begins, and before there are threads: it
 * writes into the environment, as the toolkit has no other way to be told.
 */
void     commons_renderer_prepare  (void);

G_END_DECLS
