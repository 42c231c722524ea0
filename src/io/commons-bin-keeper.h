/* commons-bin-keeper.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-bin.h"
#include "commons-document.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_BIN_KEEPER (commons_bin_keeper_get_type ())

/**
 * COMMONS_BIN_KEEPER_DELAY:
 *
 * How long after a change what was removed is written, in milliseconds, when
 * no other change follows.
 */
#define COMMONS_BIN_KEEPER_DELAY 3000

/**
 * COMMONS_BIN_KEEPER_MAX_DELAY:
 *
 * How long after a change it is written at the latest, in milliseconds.
 */
#define COMMONS_BIN_KEEPER_MAX_DELAY 30000

/**
 * CommonsBinKeeper:
 *
 * Keeps what is removed from the board of a document, outside its file. For a
 * board without a file it is kept in memory, until it has one. Reading and
 * writing is done in workers.
 */
G_DECLARE_FINAL_TYPE (CommonsBinKeeper, commons_bin_keeper, COMMONS, BIN_KEEPER, GObject)

/**
 * commons_bin_keeper_new:
 * @document: a document
 * @root: the folder of all boards, see commons_kept_get_default_root()
 *
 * Returns: (transfer full): what follows @document from now on
 */
CommonsBinKeeper *commons_bin_keeper_new          (CommonsDocument      *document,
                                                   const char           *root);

/**
 * commons_bin_keeper_set_delays:
 * @delay: see %COMMONS_BIN_KEEPER_DELAY
 * @max_delay: see %COMMONS_BIN_KEEPER_MAX_DELAY
 */
void              commons_bin_keeper_set_delays   (CommonsBinKeeper     *self,
                                                   guint                 delay,
                                                   guint                 max_delay);

/**
 * commons_bin_keeper_flush:
 *
 * Writes what is not written yet and waits for it: for the moment before the
 * window closes.
 */
void              commons_bin_keeper_flush        (CommonsBinKeeper     *self);

/**
 * commons_bin_keeper_list_async:
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Lists everything that is kept, with what was put back since; read in a
 * worker.
 */
void              commons_bin_keeper_list_async   (CommonsBinKeeper     *self,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/**
 * commons_bin_keeper_list_finish:
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type CommonsBinItem): the
 *   things, the first one removed first
 */
GPtrArray        *commons_bin_keeper_list_finish  (CommonsBinKeeper     *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/**
 * commons_bin_keeper_empty:
 * @error: return location for a #GIOErrorEnum
 *
 * Deletes everything that is kept, for good.
 *
 * Returns: whether it is gone
 */
gboolean          commons_bin_keeper_empty        (CommonsBinKeeper     *self,
                                                   GError              **error);

G_END_DECLS
