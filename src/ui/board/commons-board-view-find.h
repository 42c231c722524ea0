/* commons-board-view-find.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view.h"
#include "commons-query.h"

G_BEGIN_DECLS

/*
 * Finding and filtering on a board. Nothing of it is part of the board.
 *
 * Signals of the view: `found-changed`, when the matches or the current one
 * are others; `filter-changed`, when other cards are kept.
 */

/**
 * commons_board_view_prepare_find:
 *
 * Begins to read the board, so that the first letters typed find at once.
 */
void          commons_board_view_prepare_find      (CommonsBoardView *self);

/**
 * commons_board_view_find:
 * @text: (nullable): what to find, %NULL to find nothing any more
 *
 * Rings every card, circle, zone and link that says all the words of @text
 * (see commons_search_find()), and goes to one of them: the current one if it
 * still matches, otherwise the first in reading order.
 */
void          commons_board_view_find              (CommonsBoardView *self,
                                                    const char       *text);

/**
 * commons_board_view_get_n_found:
 *
 * Returns: how many match
 */
guint         commons_board_view_get_n_found       (CommonsBoardView *self);

/**
 * commons_board_view_get_found_position:
 *
 * Returns: the place of the current match among all, from 1; 0 without any
 */
guint         commons_board_view_get_found_position (CommonsBoardView *self);

/**
 * commons_board_view_get_found_id:
 *
 * Returns: (transfer none) (nullable): id of the current match
 */
const char   *commons_board_view_get_found_id      (CommonsBoardView *self);

/**
 * commons_board_view_find_step:
 * @forward: whether to go to the next match rather than the previous one
 *
 * Goes to another match, round at the end, and says which.
 */
void          commons_board_view_find_step         (CommonsBoardView *self,
                                                    gboolean          forward);

/**
 * commons_board_view_end_find:
 *
 * Finds nothing any more; the current match is selected and takes the
 * keyboard.
 */
void          commons_board_view_end_find          (CommonsBoardView *self);

/**
 * commons_board_view_filter:
 * @facet: a facet
 * @value: a value of it
 * @wanted: whether cards of that value are kept
 *
 * Dims the cards that are not kept.
 */
void          commons_board_view_filter            (CommonsBoardView *self,
                                                    CommonsFacet      facet,
                                                    const char       *value,
                                                    gboolean          wanted);

/**
 * commons_board_view_clear_filter:
 *
 * Keeps all cards again.
 *
 * Returns: whether some were not
 */
gboolean      commons_board_view_clear_filter      (CommonsBoardView *self);

/**
 * commons_board_view_get_query:
 *
 * Returns: (transfer none) (nullable): what is kept; only to be read; %NULL
 *   without a board
 */
CommonsQuery *commons_board_view_get_query         (CommonsBoardView *self);

/**
 * commons_board_view_get_filtered:
 * @n_kept: (out): how many cards are kept
 * @n_cards: (out): of how many
 *
 * Returns: whether a filter is on
 */
gboolean      commons_board_view_get_filtered      (CommonsBoardView *self,
                                                    guint            *n_kept,
                                                    guint            *n_cards);

/**
 * commons_board_view_get_dimmed:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): set of the ids of
 *   the cards that the filter leaves out
 */
GHashTable   *commons_board_view_get_dimmed        (CommonsBoardView *self);

/**
 * commons_filter_describe:
 * @n_kept: how many cards a filter keeps
 * @n_cards: of how many
 *
 * Returns: (transfer full): “12 of 70 cards shown”, translated
 */
char         *commons_filter_describe              (guint             n_kept,
                                                    guint             n_cards);

/**
 * commons_board_view_list_facet:
 *
 * Returns: (transfer full) (element-type CommonsFacetValue): the values of a
 *   facet that occur on the board
 */
GPtrArray    *commons_board_view_list_facet        (CommonsBoardView *self,
                                                    CommonsFacet      facet);

/**
 * commons_board_view_select_matches:
 *
 * Selects all that match what is being found, or else all cards that the
 * filter keeps.
 *
 * Returns: how many were selected
 */
guint         commons_board_view_select_matches    (CommonsBoardView *self);

G_END_DECLS
