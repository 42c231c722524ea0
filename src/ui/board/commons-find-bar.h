/* commons-find-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view-find.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_FIND_BAR (commons_find_bar_get_type ())

/**
 * CommonsFindBar:
 *
 * Floats over a corner of the board: an entry for what to find, how many
 * there are, and a button for the filter. While a filter is on, a line below
 * says so, with the bar or without.
 *
 * Signals: `toggled`, when it opens or closes.
 */
G_DECLARE_FINAL_TYPE (CommonsFindBar, commons_find_bar, COMMONS, FIND_BAR, GtkWidget)

/**
 * commons_find_bar_new:
 * @view: the board to look through; lives as long as the bar
 *
 * Returns: (transfer floating): a closed bar
 */
GtkWidget *commons_find_bar_new         (CommonsBoardView *view);

/**
 * commons_find_bar_open:
 *
 * Shows the bar and puts the keyboard into its entry, whose text is selected.
 */
void       commons_find_bar_open        (CommonsFindBar   *self);

/**
 * commons_find_bar_open_filter:
 *
 * Shows the chips of the filter.
 */
void       commons_find_bar_open_filter (CommonsFindBar   *self);

/**
 * commons_find_bar_close:
 *
 * Hides the bar; the current match is selected and takes the keyboard.
 */
void       commons_find_bar_close       (CommonsFindBar   *self);

/**
 * commons_find_bar_step:
 * @forward: whether to go to the next match rather than the previous one
 *
 * Goes to another match; a closed bar opens.
 */
void       commons_find_bar_step        (CommonsFindBar   *self,
                                         gboolean          forward);

/**
 * commons_find_bar_is_open:
 *
 * Returns: whether the entry is shown
 */
gboolean   commons_find_bar_is_open     (CommonsFindBar   *self);

G_END_DECLS
