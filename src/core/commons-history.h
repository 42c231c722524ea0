/* commons-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_HISTORY (commons_history_get_type ())

/**
 * CommonsHistory:
 *
 * Undo and redo of what the editor did, without limit.
 *
 * Properties: `can-undo`, `can-redo` and `modified` (whether the board
 * differs from what was last saved), all boolean and notified.
 */
G_DECLARE_FINAL_TYPE (CommonsHistory, commons_history, COMMONS, HISTORY, GObject)

CommonsHistory *commons_history_new            (CommonsBoard   *board);
gboolean        commons_history_can_undo       (CommonsHistory *self);
gboolean        commons_history_can_redo       (CommonsHistory *self);

/**
 * commons_history_undo:
 *
 * Takes the last step back; nothing happens when there is none.
 *
 * Returns: (transfer full) (nullable): what was applied
 */
CommonsChangeSet *commons_history_undo         (CommonsHistory *self);
CommonsChangeSet *commons_history_redo         (CommonsHistory *self);

/**
 * commons_history_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const char     *commons_history_get_undo_label (CommonsHistory *self);
const char     *commons_history_get_redo_label (CommonsHistory *self);

/**
 * commons_history_barrier:
 *
 * Ends merging: the next step is an undo step of its own, whatever its key.
 */
void            commons_history_barrier        (CommonsHistory *self);

/**
 * commons_history_mark_saved:
 *
 * Remembers the present state as the saved one.
 */
void            commons_history_mark_saved     (CommonsHistory *self);

/**
 * commons_history_get_state:
 *
 * Returns: a number that names the present state; it comes back with undo and
 *   redo
 */
guint64         commons_history_get_state      (CommonsHistory *self);

/**
 * commons_history_mark_saved_state:
 * @state: a number commons_history_get_state() gave when saving began
 *
 * Remembers an earlier state as the saved one.
 */
void            commons_history_mark_saved_state (CommonsHistory *self,
                                                  guint64         state);

/**
 * commons_history_is_modified:
 *
 * Returns: whether the board differs from what was last saved
 */
gboolean        commons_history_is_modified    (CommonsHistory *self);

/**
 * commons_history_count_changes:
 *
 * Returns: how many steps lie between what was last saved and the present; all
 *   that can be undone when the saved state is not known
 */
guint           commons_history_count_changes  (CommonsHistory *self);

/**
 * commons_history_mark_modified:
 *
 * Forgets the saved state: the board counts as modified until the next save.
 */
void            commons_history_mark_modified  (CommonsHistory *self);

G_END_DECLS
