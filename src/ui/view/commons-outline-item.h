/* commons-outline-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-outline-row.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_OUTLINE_ITEM (commons_outline_item_get_type ())

/**
 * CommonsOutlineItem:
 *
 * What the outline shows of one row: where it stands in the tree, its kind,
 * its title and text, its status. A field can take the place of the text.
 *
 * Signals: `fold` (gboolean expanded), when its arrow was pressed; `gone`,
 * before it is taken apart.
 */
G_DECLARE_FINAL_TYPE (CommonsOutlineItem, commons_outline_item, COMMONS, OUTLINE_ITEM, GtkWidget)

GtkWidget         *commons_outline_item_new        (void);

/**
 * commons_outline_item_bind:
 * @row: (nullable): what to show, %NULL for nothing
 * @board: (nullable): the board of the row
 * @catalogue: (nullable): where kinds are found
 */
void               commons_outline_item_bind       (CommonsOutlineItem *self,
                                                    CommonsOutlineRow  *row,
                                                    CommonsBoard       *board,
                                                    CommonsCatalogue   *catalogue);

/**
 * commons_outline_item_update:
 *
 * Tells its links anew: they may change while the row does not.
 */
void               commons_outline_item_update     (CommonsOutlineItem *self);

/**
 * commons_outline_item_get_row:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CommonsOutlineRow *commons_outline_item_get_row    (CommonsOutlineItem *self);

/**
 * commons_outline_item_set_editor:
 * @editor: (nullable): a field to show instead of the text, %NULL for the
 *   text again
 */
void               commons_outline_item_set_editor (CommonsOutlineItem *self,
                                                    GtkWidget          *editor);

G_END_DECLS
