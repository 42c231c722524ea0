/* commons-narrow-bin.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_NARROW_BIN (commons_narrow_bin_get_type ())

/**
 * CommonsNarrowBin:
 *
 * Can be given less room than its child asks for. Before what stands in a window
 * has found its place in less room, the window may have that room already: until
 * then the child is cut off where the room ends.
 */
G_DECLARE_FINAL_TYPE (CommonsNarrowBin, commons_narrow_bin, COMMONS, NARROW_BIN, AdwBin)

/**
 * commons_narrow_bin_new:
 * @child: what stands in it
 * @width: in pixels, what it asks for at most
 *
 * Returns: a new bin
 */
GtkWidget *commons_narrow_bin_new (GtkWidget *child,
                                   int        width);

G_END_DECLS
