/* commons-version-keeper.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-document.h"
#include "commons-versions.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_VERSION_KEEPER (commons_version_keeper_get_type ())

/**
 * CommonsVersionKeeper:
 *
 * Keeps a version of a document whenever it is saved, and of what its file
 * held when it was opened, so that the state before the first save is not
 * lost. Writing is done in workers.
 */
G_DECLARE_FINAL_TYPE (CommonsVersionKeeper, commons_version_keeper, COMMONS, VERSION_KEEPER, GObject)

/**
 * commons_version_keeper_new:
 * @document: a document
 * @root: the folder of all boards, see commons_kept_get_default_root()
 *
 * Returns: (transfer full): what follows @document from now on
 */
CommonsVersionKeeper *commons_version_keeper_new      (CommonsDocument      *document,
                                                       const char           *root);

/**
 * commons_version_keeper_set_patience:
 * @milliseconds: a time
 *
 * Lets what a file held when it was opened wait so long, but not until the
 * next version: opening comes first. Without this it is kept at once.
 */
void                  commons_version_keeper_set_patience
                                                      (CommonsVersionKeeper *self,
                                                       guint                 milliseconds);

/**
 * commons_version_keeper_flush:
 *
 * Begins to keep what waits.
 */
void                  commons_version_keeper_flush    (CommonsVersionKeeper *self);

/**
 * commons_version_keeper_get_file:
 *
 * Returns: (transfer none) (nullable): the file versions are kept of, %NULL as
 *   long as the board has none
 */
GFile                *commons_version_keeper_get_file (CommonsVersionKeeper *self);
const char           *commons_version_keeper_get_root (CommonsVersionKeeper *self);

/**
 * commons_version_keeper_keep_async:
 * @name: (nullable): a name for it
 * @reason: why it is kept
 * @callback: (nullable): called when it is done
 *
 * Keeps the board as it is now, without touching its file. It must have one.
 */
void                  commons_version_keeper_keep_async
                                                      (CommonsVersionKeeper *self,
                                                       const char           *name,
                                                       CommonsVersionReason  reason,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/**
 * commons_version_keeper_keep_finish:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: whether it is on the disk
 */
gboolean              commons_version_keeper_keep_finish
                                                      (CommonsVersionKeeper *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
