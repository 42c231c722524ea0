/* commons-board-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the editor and the history alone: the two that may change a board.
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/* Applies one change without telling anybody. Its records must match what the
 * board holds. */
void _commons_board_apply (CommonsBoard        *self,
                           const CommonsChange *change);

/* Tells that @changes were applied. */
void _commons_board_notify (CommonsBoard     *self,
                            CommonsChangeSet *changes,
                            CommonsOrigin     origin,
                            const char       *label,
                            const char       *merge_key);

G_END_DECLS
