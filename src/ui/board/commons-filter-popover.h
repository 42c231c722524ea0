/* commons-filter-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view-find.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_FILTER_POPOVER (commons_filter_popover_get_type ())

/**
 * CommonsFilterPopover:
 *
 * Chips for what the cards of a board can be told apart by: their kinds, tags,
 * statuses, authors and horizons, as far as they occur. Pressing one keeps the
 * cards of that value in sight at once.
 */
G_DECLARE_FINAL_TYPE (CommonsFilterPopover, commons_filter_popover, COMMONS, FILTER_POPOVER, GtkPopover)

/**
 * commons_filter_popover_new:
 * @view: the board to filter; lives as long as the popover
 *
 * Returns: (transfer floating): an empty popover
 */
GtkWidget *commons_filter_popover_new    (CommonsBoardView     *view);

/**
 * commons_filter_popover_update:
 *
 * Looks at the board again. To be called before the popover opens, so that the
 * first chip takes the keyboard.
 */
void       commons_filter_popover_update (CommonsFilterPopover *self);

G_END_DECLS
