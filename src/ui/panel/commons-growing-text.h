/* commons-growing-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_GROWING_TEXT (commons_growing_text_get_type ())

/**
 * CommonsGrowingText:
 *
 * A field for a text of several lines, as high as its text: what it is in may
 * scroll. Tab leaves it, and Enter does too when it is for one line.
 *
 * Signals: `changed`, when somebody wrote in it or its text was set; `left`,
 * when the focus went elsewhere; `done`, after Enter in one for one line.
 */
G_DECLARE_FINAL_TYPE (CommonsGrowingText, commons_growing_text, COMMONS, GROWING_TEXT, GtkWidget)

/**
 * commons_growing_text_new:
 * @label: its name for assistive technologies
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *commons_growing_text_new             (const char         *label);

/**
 * commons_growing_text_set_text:
 * @text: what it is to say
 *
 * Shows another text, if it is another one; that cannot be undone with its own
 * undo.
 */
void       commons_growing_text_set_text        (CommonsGrowingText *self,
                                                 const char         *text);

/**
 * commons_growing_text_dup_text:
 *
 * Returns: (transfer full): its text
 */
char      *commons_growing_text_dup_text        (CommonsGrowingText *self);

/**
 * commons_growing_text_set_placeholder:
 * @placeholder: what it says while it is empty
 */
void       commons_growing_text_set_placeholder (CommonsGrowingText *self,
                                                 const char         *placeholder);

/**
 * commons_growing_text_set_editable:
 * @editable: whether somebody may write in it
 */
void       commons_growing_text_set_editable    (CommonsGrowingText *self,
                                                 gboolean            editable);

/**
 * commons_growing_text_set_single:
 * @single: whether it is for one line, however often that is broken
 */
void       commons_growing_text_set_single      (CommonsGrowingText *self,
                                                 gboolean            single);

/**
 * commons_growing_text_get_view:
 *
 * Returns: (transfer none): the text view inside, a #GtkTextView
 */
GtkWidget *commons_growing_text_get_view        (CommonsGrowingText *self);

G_END_DECLS
