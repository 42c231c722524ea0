/* commons-change-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/*
 * What changed on a board, in one short sentence for whoever hears it instead
 * of seeing it.
 */

/**
 * commons_change_words:
 * @changes: what a transaction changed
 * @board: the board as it is after it
 * @catalogue: names kinds and links
 *
 * Says which cards came, went or moved, and which links; not what was written
 * or chosen, which whoever does it hears already.
 *
 * Returns: (transfer full) (nullable): the sentence, %NULL when there is
 *   nothing to say
 */
char *commons_change_words         (CommonsChangeSet *changes,
                                    CommonsBoard     *board,
                                    CommonsCatalogue *catalogue);

/**
 * commons_change_words_for_step:
 * @changes: what going back or forward in the history changed
 * @label: what that step was called when it was done
 * @origin: which of both it was
 * @board: the board as it is after it
 * @catalogue: names kinds
 *
 * Returns: (transfer full): such as “Undo: Move, 3 cards”
 */
char *commons_change_words_for_step (CommonsChangeSet *changes,
                                     const char       *label,
                                     CommonsOrigin     origin,
                                     CommonsBoard     *board,
                                     CommonsCatalogue *catalogue);

G_END_DECLS
