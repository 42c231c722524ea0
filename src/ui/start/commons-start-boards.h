/* commons-start-boards.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_START_BOARDS (commons_start_boards_get_type ())

/**
 * CommonsStartBoards:
 *
 * A list of boards to open, each with its picture: those that were open
 * lately, with how far their sheets are, or the worked examples.
 *
 * Signals: `open` (uri).
 */
G_DECLARE_FINAL_TYPE (CommonsStartBoards, commons_start_boards, COMMONS, START_BOARDS, GtkBox)

/**
 * commons_start_boards_new_recent:
 *
 * Returns: (transfer full): a list of the boards that were open lately; it
 *   follows what is opened and closed
 */
GtkWidget *commons_start_boards_new_recent   (void);

/**
 * commons_start_boards_new_examples:
 *
 * Returns: (transfer full): a list of the worked examples, in the language of
 *   the desktop
 */
GtkWidget *commons_start_boards_new_examples (void);

/**
 * commons_start_boards_filter:
 * @words: (array zero-terminated=1): folded words
 *
 * Shows only the boards that hold all these words.
 *
 * Returns: how many are shown
 */
guint      commons_start_boards_filter       (CommonsStartBoards  *self,
                                              const char * const  *words);

/**
 * commons_start_boards_focus:
 *
 * Gives the keyboard to the first board that is shown.
 *
 * Returns: whether there is one
 */
gboolean   commons_start_boards_focus        (CommonsStartBoards  *self);

/**
 * commons_start_words_match:
 * @words: (array zero-terminated=1): folded words
 * @text: what is looked through
 *
 * Returns: whether @text holds all the words, no matter in which letters
 */
gboolean   commons_start_words_match         (const char * const  *words,
                                              const char          *text);

G_END_DECLS
