/* commons-deflate-code.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * COMMONS_DEFLATE_MAX_SYMBOLS:
 *
 * The most symbols a code may have.
 */
#define COMMONS_DEFLATE_MAX_SYMBOLS 288

/**
 * commons_deflate_code_make:
 * @counts: how often each symbol occurs
 * @n_symbols: number of symbols, from 2 to %COMMONS_DEFLATE_MAX_SYMBOLS
 * @max_length: the most bits a symbol may have, at most 15
 * @lengths: (out caller-allocates): the bits of each symbol, 0 for those that
 *   do not occur
 * @codes: (out caller-allocates): the code of each symbol, its first bit lowest
 *
 * Makes the prefix code of RFC 1951, 3.2.2, that takes the fewest bits. It has
 * two symbols at least, whether they occur or not.
 */
void commons_deflate_code_make (const guint32 *counts,
                                guint          n_symbols,
                                guint          max_length,
                                guint8        *lengths,
                                guint16       *codes);

G_END_DECLS
