/* commons-suggestions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CommonsSuggest:
 * @entry: the entry
 * @typed: what was typed, not empty
 * @max: how many to return at most
 *
 * Returns: (transfer container) (nullable) (element-type utf8): words that may
 *   be meant
 */
typedef GPtrArray *(*CommonsSuggest) (GtkWidget  *entry,
                                      const char *typed,
                                      guint       max,
                                      gpointer    user_data);

/**
 * commons_suggestions_attach:
 * @entry: a #GtkEntry
 * @suggest: gives the words
 * @user_data: (closure): must live as long as the entry
 *
 * Offers words below an entry while somebody types: Down and Up walk through
 * them, Enter takes the one that is marked, Escape sends them away.
 */
void commons_suggestions_attach (GtkWidget      *entry,
                                 CommonsSuggest  suggest,
                                 gpointer        user_data);

G_END_DECLS
