/* commons-text-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_TEXT_EDITOR (commons_text_editor_get_type ())

/**
 * CommonsTextNext:
 * @COMMONS_TEXT_NEXT_NONE: nothing, the writing is done
 * @COMMONS_TEXT_NEXT_BELOW: another card below
 * @COMMONS_TEXT_NEXT_BESIDE: another card beside, where reading goes on
 * @COMMONS_TEXT_NEXT_PREVIOUS: back to the card before
 *
 * What the key that ended the editing asks for.
 */
typedef enum
{
  COMMONS_TEXT_NEXT_NONE,
  COMMONS_TEXT_NEXT_BELOW,
  COMMONS_TEXT_NEXT_BESIDE,
  COMMONS_TEXT_NEXT_PREVIOUS,
} CommonsTextNext;

/**
 * CommonsTextEditor:
 *
 * The one text field of a board, laid over the card or link being edited. It
 * has its own undo while it is open, takes keys for bold, italic and lists,
 * and pastes plain text. Nothing is replaced while typing.
 *
 * Signals: `changed`, when something was typed; `done` (gboolean changed): Escape, Ctrl+Enter, Tab or the keyboard
 * going elsewhere ended the editing; text is never thrown away.
 */
G_DECLARE_FINAL_TYPE (CommonsTextEditor, commons_text_editor, COMMONS, TEXT_EDITOR, GtkWidget)

/**
 * commons_text_editor_new:
 * @text: what to begin with
 * @single_line: whether Enter ends the editing rather than breaking the line
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *commons_text_editor_new          (const char        *text,
                                             gboolean           single_line);

/**
 * commons_text_editor_set_placeholder:
 * @text: what to show while nothing is written
 */
void       commons_text_editor_set_placeholder (CommonsTextEditor *self,
                                                const char        *text);

/**
 * commons_text_editor_get_next:
 *
 * Returns: what the key that ended the editing asks for
 */
CommonsTextNext commons_text_editor_get_next (CommonsTextEditor *self);

/**
 * commons_text_editor_is_changed:
 *
 * Returns: whether the text is not what it was at first
 */
gboolean   commons_text_editor_is_changed   (CommonsTextEditor *self);

/**
 * commons_text_editor_set_font_size:
 * @pixels: height of the text, in logical pixels
 */
void       commons_text_editor_set_font_size (CommonsTextEditor *self,
                                              double             pixels);

/**
 * commons_text_editor_dup_text:
 *
 * Returns: (transfer full): the text, without blanks around it
 */
char      *commons_text_editor_dup_text     (CommonsTextEditor *self);

/**
 * commons_text_editor_finish:
 *
 * Ends the editing and emits `done` once.
 */
void       commons_text_editor_finish       (CommonsTextEditor *self);

/**
 * commons_text_editor_start:
 *
 * Takes the focus and selects everything.
 */
void       commons_text_editor_start        (CommonsTextEditor *self);

G_END_DECLS
