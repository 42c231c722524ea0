/* commons-version-changes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * CommonsVersionChanges:
 * @n_added: how many cards and links are new
 * @n_removed: how many are gone
 * @n_changed: how many say something else
 * @words: what changed, see commons_words_for_difference(): one string for
 *   each, no more than a person reads
 * @n_more: how many more there are
 *
 * What changed from one board to another.
 */
typedef struct
{
  guint   n_added;
  guint   n_removed;
  guint   n_changed;
  char  **words;
  guint   n_more;
} CommonsVersionChanges;

/**
 * commons_version_changes_free:
 *
 * Frees what changed.
 */
void                   commons_version_changes_free   (CommonsVersionChanges  *self);

/**
 * commons_version_changes_async:
 * @before: (nullable): a board as a file, %NULL for an empty one
 * @after: (nullable): what became of it, as a file
 * @board: (nullable): what became of it, where @after is %NULL
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Finds out in a worker what changed, in the language of the interface.
 */
void                   commons_version_changes_async  (GBytes                 *before,
                                                       GBytes                 *after,
                                                       CommonsBoard           *board,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);

/**
 * commons_version_changes_finish:
 * @error: return location for a #CommonsIoError when one of both is no board
 *
 * Returns: (transfer full) (nullable): what changed
 */
CommonsVersionChanges *commons_version_changes_finish (GAsyncResult           *result,
                                                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsVersionChanges, commons_version_changes_free)

G_END_DECLS
