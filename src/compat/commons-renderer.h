/* commons-renderer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

G_BEGIN_DECLS

/**
 * commons_renderer_prepare:
 *
 * Has the toolkit leave OpenGL alone where `GSK_RENDERER` says that it draws
 * with cairo, as the help advises where there is no graphics card: opening the
 * display would load and set up the drivers all the same, which takes longer
 * than drawing the window.
 *
 * To be called before the toolkit begins, and before there are threads: it
 * writes into the environment, as the toolkit has no other way to be told.
 */
void commons_renderer_prepare (void);

G_END_DECLS
