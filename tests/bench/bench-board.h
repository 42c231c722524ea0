/* bench-board.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boards of any size that are the same on every run and every machine.
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * BENCH_BOARD_MAX:
 *
 * The most cards a generated board may have; more would not be read again.
 */
#define BENCH_BOARD_MAX 50000

/**
 * bench_board_new:
 * @n_cards: number of cards, at most %BENCH_BOARD_MAX
 *
 * Makes a board of @n_cards cards of five kinds and half as many links: cards
 * of 200 × 120 units with some 80 characters of French each, on a grid with
 * jitter, none overlapping; links between cards that are not far apart.
 *
 * Returns: (transfer full): the board
 */
CommonsBoard *bench_board_new   (guint n_cards);

/**
 * bench_board_write:
 * @n_cards: number of cards, at most %BENCH_BOARD_MAX
 *
 * Writes bench_board_new() as a file.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes       *bench_board_write (guint n_cards);

G_END_DECLS
