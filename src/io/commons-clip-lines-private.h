/* commons-clip-lines-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that make cards of text.
 */

#pragma once

#include "commons-clip-lines.h"

G_BEGIN_DECLS

/* An empty list of cards. */
GPtrArray       *_commons_clip_cards_new   (void);

/* Adds a card and returns it, until the next one is added. */
CommonsClipCard *_commons_clip_cards_add   (GPtrArray   *cards,
                                            guint        depth,
                                            const char  *title,
                                            const char  *body);

/* Adds a line to the body of a card. */
void             _commons_clip_card_append (CommonsClipCard *card,
                                            const char      *line);

/* Makes a text safe to split: valid UTF-8, one sort of line break, no mark
 * at its beginning. Fails when it is too long. */
char            *_commons_clip_clean_text  (const char  *text,
                                            GError     **error);

/* Fails when there are too many cards, or too much text in one. */
gboolean         _commons_clip_check_cards (GPtrArray   *cards,
                                            GError     **error);

G_END_DECLS
