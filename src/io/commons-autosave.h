/* commons-autosave.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-document.h"
#include "commons-draft.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_AUTOSAVE (commons_autosave_get_type ())

/**
 * COMMONS_AUTOSAVE_DELAY:
 *
 * How long after a change the draft is written, in milliseconds, when no
 * other change follows.
 */
#define COMMONS_AUTOSAVE_DELAY 3000

/**
 * COMMONS_AUTOSAVE_MAX_DELAY:
 *
 * How long after a change the draft is written at the latest, in milliseconds.
 */
#define COMMONS_AUTOSAVE_MAX_DELAY 30000

/**
 * CommonsAutosave:
 *
 * Keeps a draft of a document as long as it has changes that are not saved.
 * Writing is done in a worker. The draft goes once the document is saved, or
 * has no changes any more.
 */
G_DECLARE_FINAL_TYPE (CommonsAutosave, commons_autosave, COMMONS, AUTOSAVE, GObject)

/**
 * CommonsAutosave::failed:
 * @message: what went wrong, in words for people
 *
 * Emitted when a draft could not be written: once, until one could again.
 */

/**
 * CommonsAutosave::mended:
 *
 * Emitted when a draft could be written after one could not.
 */

/**
 * CommonsAutosave::gather:
 *
 * Emitted before a draft is written, with a transaction under way: words that
 * are being typed and that the board does not say yet are to be written with
 * the editor of the document. The draft has them; the board does not, since all
 * is taken back at once and nobody hears of it. No handler may begin or end a
 * transaction of its own.
 *
 * Returns: whether there were any
 */

/**
 * commons_autosave_new:
 * @document: a document
 * @draft: (nullable): the draft the document was opened from
 * @folder: where drafts are kept
 *
 * Returns: (transfer full): what keeps its draft from now on
 */
CommonsAutosave *commons_autosave_new        (CommonsDocument *document,
                                              CommonsDraft    *draft,
                                              const char      *folder);

/**
 * commons_autosave_adopt:
 * @draft: a draft that the document shows since commons_document_show_draft()
 *
 * Goes on with that draft.
 */
void             commons_autosave_adopt      (CommonsAutosave *self,
                                              CommonsDraft    *draft);

/**
 * commons_autosave_touch:
 *
 * Tells that something is being typed, or is not any more, which the board does
 * not say: a draft is written as after a change.
 */
void             commons_autosave_touch      (CommonsAutosave *self);

/**
 * commons_autosave_count_changes:
 *
 * Returns: how many changes are not saved, with those before a recovery
 */
guint            commons_autosave_count_changes (CommonsAutosave *self);

/**
 * commons_autosave_get_began:
 *
 * Returns: when the first of them was made, in seconds since 1970; 0 for none
 */
gint64           commons_autosave_get_began  (CommonsAutosave *self);

/**
 * commons_autosave_set_delays:
 * @delay: see %COMMONS_AUTOSAVE_DELAY
 * @max_delay: see %COMMONS_AUTOSAVE_MAX_DELAY
 *
 * Sets how soon drafts are written, also those that wait now.
 */
void             commons_autosave_set_delays (CommonsAutosave *self,
                                              guint            delay,
                                              guint            max_delay);

/**
 * commons_autosave_flush:
 *
 * Writes the draft now, when there is anything to write, and waits for it: for
 * the moment before the program ends.
 */
void             commons_autosave_flush      (CommonsAutosave *self);

/**
 * commons_autosave_discard:
 *
 * Deletes the draft, since somebody said that the changes are not wanted.
 */
void             commons_autosave_discard    (CommonsAutosave *self);

/**
 * commons_autosave_wait:
 *
 * Waits for the drafts that are being written, of all documents, so that those
 * nobody wants any more are gone when the program ends.
 */
void             commons_autosave_wait       (void);

G_END_DECLS
