/* commons-text-keys.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a few keys do to the Markdown of a card while it is typed. Each is one
 * step of the field's own undo. Nothing else is ever changed in what somebody
 * types.
 */

/**
 * commons_text_keys_wrap:
 * @mark: what to put on both sides, such as "**"
 *
 * Puts marks around what is selected, or takes them away when they are there;
 * without a selection, puts them around the cursor.
 */
void     commons_text_keys_wrap       (GtkTextBuffer *buffer,
                                       const char    *mark);

/**
 * commons_text_keys_break_line:
 *
 * Breaks the line in an item of a list and begins the next item; in an item
 * that is empty, ends the list. The first line, which is the title, is never
 * an item.
 *
 * Returns: whether the cursor was in an item; nothing is done elsewhere
 */
gboolean commons_text_keys_break_line (GtkTextBuffer *buffer);

/**
 * commons_text_keys_paste:
 * @text: anything
 * @single_line: whether line breaks become blanks
 *
 * Puts plain text in place of what is selected.
 */
void     commons_text_keys_paste      (GtkTextBuffer *buffer,
                                       const char    *text,
                                       gboolean       single_line);

G_END_DECLS
