/* commons-capture-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-capture.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CAPTURE_ENTRY (commons_capture_entry_get_type ())

/**
 * CommonsCaptureEntry:
 *
 * Where answers to a question are written: Enter captures, Shift and Enter
 * begin a line. It asks what an answer becomes where there are several ways,
 * what it is about where that has to be known, and who says it.
 */

/**
 * CommonsCaptureEntry::entered:
 * @texts: (array zero-terminated=1): the answers
 *
 * Emitted when answers were written. What was written stays until
 * commons_capture_entry_set_text().
 */

/**
 * CommonsCaptureEntry::pick-about:
 *
 * Emitted when somebody wants to say what the answer is about.
 */

/**
 * CommonsCaptureEntry::changed:
 *
 * Emitted when something was typed.
 */

/**
 * CommonsCaptureEntry::capture-changed:
 *
 * Emitted when another way to answer was chosen.
 */
G_DECLARE_FINAL_TYPE (CommonsCaptureEntry, commons_capture_entry, COMMONS, CAPTURE_ENTRY, GtkWidget)

GtkWidget          *commons_capture_entry_new          (void);

/**
 * commons_capture_entry_set_question:
 * @question: (nullable): the question; it must live as long as it is set
 *
 * Asks for answers to another question, the usual way to answer first.
 */
void                commons_capture_entry_set_question (CommonsCaptureEntry   *self,
                                                        const CommonsQuestion *question);

/**
 * commons_capture_entry_set_about:
 * @title: (nullable): what the answer is about, %NULL when there is nothing
 *   yet that it could be about
 * @wanted: whether that has to be known at all
 */
void                commons_capture_entry_set_about    (CommonsCaptureEntry   *self,
                                                        const char            *title,
                                                        gboolean               wanted);

/**
 * commons_capture_entry_set_text:
 * @text: (nullable): what was written and not yet entered
 */
void                commons_capture_entry_set_text     (CommonsCaptureEntry   *self,
                                                        const char            *text);

/**
 * commons_capture_entry_dup_text:
 *
 * Returns: (transfer full): what was written and not yet entered
 */
char               *commons_capture_entry_dup_text     (CommonsCaptureEntry   *self);

/**
 * commons_capture_entry_get_capture:
 *
 * Returns: index of the way to answer
 */
guint               commons_capture_entry_get_capture  (CommonsCaptureEntry   *self);

CommonsCaptureMode  commons_capture_entry_get_mode     (CommonsCaptureEntry   *self);

/**
 * commons_capture_entry_set_mode:
 * @mode: who answers
 */
void                commons_capture_entry_set_mode     (CommonsCaptureEntry   *self,
                                                        CommonsCaptureMode     mode);

/**
 * commons_capture_entry_get_author:
 *
 * Returns: (transfer none) (nullable): who speaks, when one person does
 */
const char         *commons_capture_entry_get_author   (CommonsCaptureEntry   *self);

/**
 * commons_capture_entry_enter:
 *
 * Enters what was written, as Enter does.
 */
void                commons_capture_entry_enter        (CommonsCaptureEntry   *self);

G_END_DECLS
