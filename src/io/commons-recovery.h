/* commons-recovery.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-draft.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_RECOVERY (commons_recovery_get_type ())

/**
 * CommonsRecovery:
 *
 * The drafts that programs left behind, for people to open or to delete. What
 * is in here is held for this program: no other offers it.
 */
G_DECLARE_FINAL_TYPE (CommonsRecovery, commons_recovery, COMMONS, RECOVERY, GObject)

/**
 * CommonsRecovery::changed:
 *
 * Emitted when there are others, or others are offered.
 */

/**
 * CommonsRecovery::set-aside:
 * @paths: (element-type filename): names of files
 *
 * Emitted after looking, when files that are no drafts were set aside: where
 * they are now.
 */

/**
 * commons_recovery_new:
 * @folder: where drafts are kept
 *
 * Returns: (transfer full): nothing yet, see commons_recovery_look_async()
 */
CommonsRecovery *commons_recovery_new         (const char          *folder);

/**
 * commons_recovery_look_async:
 * @callback: called when it is done
 *
 * Takes up the drafts that are free by now, in a worker.
 */
void             commons_recovery_look_async  (CommonsRecovery     *self,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

/**
 * commons_recovery_look_finish:
 *
 * Returns: how many there are
 */
guint            commons_recovery_look_finish (CommonsRecovery     *self,
                                               GAsyncResult        *result);

/**
 * commons_recovery_get_drafts:
 *
 * Returns: (transfer none): the drafts, as a list of #CommonsDraft that tells
 *   when it changes; the one written last first
 */
GListModel      *commons_recovery_get_drafts  (CommonsRecovery     *self);

/**
 * commons_recovery_find:
 * @file: a file
 *
 * Returns: (transfer none) (nullable): the last draft with changes of that
 *   file, unless it was put off
 */
CommonsDraft    *commons_recovery_find        (CommonsRecovery     *self,
                                               GFile               *file);

/**
 * commons_recovery_get_offer:
 * @n_drafts: (out) (optional): how many were not put off
 *
 * Returns: (transfer none) (nullable): the last draft that was not put off
 */
CommonsDraft    *commons_recovery_get_offer   (CommonsRecovery     *self,
                                               guint               *n_drafts);

/**
 * commons_recovery_put_off:
 * @draft: (nullable): one of the drafts, %NULL for all
 *
 * Does not offer it any more, in this program; it stays for the next, and for
 * those who ask.
 */
void             commons_recovery_put_off     (CommonsRecovery     *self,
                                               CommonsDraft        *draft);

/**
 * commons_recovery_take:
 * @draft: one of the drafts
 *
 * Takes a draft out of the list: whoever holds it goes on with it.
 */
void             commons_recovery_take        (CommonsRecovery     *self,
                                               CommonsDraft        *draft);

/**
 * commons_recovery_delete:
 * @draft: one of the drafts
 *
 * Deletes a draft, since somebody said that it is not wanted.
 */
void             commons_recovery_delete      (CommonsRecovery     *self,
                                               CommonsDraft        *draft);

G_END_DECLS
