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
 * Returns: (transfer floating): a popover that looks at the board when it opens
 */
GtkWidget *commons_filter_popover_new (CommonsBoardView *view);

G_END_DECLS
