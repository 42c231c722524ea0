/* commons-fold.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_fold:
 * @text: a text in UTF-8
 *
 * Makes a text that can be compared with what people type in a hurry: case
 * and accents are gone, ligatures are spelled out (œ is oe, æ is ae, ß is
 * ss), apostrophes, quotation marks, hyphens and the mid dots of inclusive
 * writing are those of the keyboard (', ", -, .), and every run of spaces,
 * unbreakable ones too, is one space. Line breaks stay. Folding twice gives
 * the same as folding once.
 *
 * Returns: (transfer full): the folded text
 */
char  *commons_fold       (const char *text);

/**
 * commons_fold_words:
 * @text: what people typed
 *
 * Folds a text and splits it at its spaces.
 *
 * Returns: (transfer full) (array zero-terminated=1): its words, none empty
 */
char **commons_fold_words (const char *text);

/**
 * commons_fold_plain:
 * @text: a text in UTF-8
 *
 * Folds a text and keeps its letters and digits only, with one space between
 * its words: what two titles may say alike.
 *
 * Returns: (transfer full): the words of the text
 */
char  *commons_fold_plain (const char *text);

G_END_DECLS
