/* commons-palette.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"
#include "commons-drag-load.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_PALETTE (commons_palette_get_type ())

/**
 * CommonsPalette:
 *
 * The floating bar of the kinds of cards offered first. A tile is clicked, to
 * place a card afterwards, or dragged to where the card is wanted; a drag
 * offers a %COMMONS_TYPE_KIND_DRAG with %GDK_ACTION_COPY. Its last tile opens
 * a list of all kinds.
 */
G_DECLARE_FINAL_TYPE (CommonsPalette, commons_palette, COMMONS, PALETTE, GtkWidget)

/**
 * CommonsPalette::picked:
 * @kind: id of the kind
 * @n_press: 0 when picked with the keyboard or by a screen reader, 1 for a
 *   click, 2 for the second click of a double click
 *
 * Emitted when a kind was picked. What is armed does not change by itself.
 */

/**
 * commons_palette_new:
 *
 * Returns: (transfer floating): the widget, without tiles
 */
GtkWidget  *commons_palette_new           (void);

/**
 * commons_palette_set_catalogue:
 * @catalogue: (nullable): where kinds and their names come from
 */
void        commons_palette_set_catalogue (CommonsPalette   *self,
                                           CommonsCatalogue *catalogue);

/**
 * commons_palette_set_compact:
 * @compact: whether to be an upright bar of smaller tiles without words
 */
void        commons_palette_set_compact   (CommonsPalette   *self,
                                           gboolean          compact);

gboolean    commons_palette_get_compact   (CommonsPalette   *self);

/**
 * commons_palette_set_room:
 * @length: the most it may take along the bar, in pixels
 *
 * Hides the tiles that have no room; the list of all kinds has theirs.
 */
void              commons_palette_set_room       (CommonsPalette        *self,
                                                  int                    length);

/**
 * commons_palette_set_armed:
 * @kind: (nullable): id of the kind that the next click on the board places;
 *   one without a tile of its own lights the last tile
 */
void        commons_palette_set_armed     (CommonsPalette   *self,
                                           const char       *kind);

/**
 * commons_palette_get_armed:
 *
 * Returns: (transfer none) (nullable): the kind armed
 */
const char *commons_palette_get_armed     (CommonsPalette   *self);

/**
 * commons_palette_open_picker:
 *
 * Opens the list of all kinds.
 */
void        commons_palette_open_picker   (CommonsPalette   *self);

G_END_DECLS
