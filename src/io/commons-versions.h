/* commons-versions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The last good versions of a board, kept outside its file in the data folder
 * of the person (see commons-kept.h). A version is one file: a line that tells
 * about it, then the board as it was saved. What was saved twice is kept once.
 *
 * Versions get fewer as they get older: all of the last hour are kept, then
 * the last one of each hour for a day, of each day for 30 days, of each week
 * after that, and the very first one. Boards that were closed without saving
 * stay for 30 days. What has a name stays until somebody deletes it. All in
 * all a board has no more than COMMONS_VERSIONS_MAX versions without a name
 * and COMMONS_VERSIONS_MAX_BYTES of them; the oldest go first.
 */

/**
 * COMMONS_VERSIONS_MAX:
 *
 * How many versions without a name are kept of a board.
 */
#define COMMONS_VERSIONS_MAX 300

/**
 * COMMONS_VERSIONS_MAX_BYTES:
 *
 * How many bytes the versions of a board may take: 64 MiB.
 */
#define COMMONS_VERSIONS_MAX_BYTES (64 * 1024 * 1024)

/**
 * CommonsVersionReason:
 * @COMMONS_VERSION_SAVED: somebody saved it
 * @COMMONS_VERSION_OPENED: the file held it when it was opened
 * @COMMONS_VERSION_NAMED: somebody gave it a name
 * @COMMONS_VERSION_NOT_SAVED: somebody closed it without saving
 * @COMMONS_VERSION_REPLACED: another version was restored in its place
 *
 * Why a version was kept.
 */
typedef enum
{
  COMMONS_VERSION_SAVED,
  COMMONS_VERSION_OPENED,
  COMMONS_VERSION_NAMED,
  COMMONS_VERSION_NOT_SAVED,
  COMMONS_VERSION_REPLACED,
} CommonsVersionReason;

/**
 * CommonsVersion:
 * @id: a digest of what the board said; names the version
 * @title: title of the board
 * @name: (nullable): the name somebody gave it
 * @kept: when it was kept, in microseconds since 1970
 * @size: how many bytes it takes
 * @reason: why it was kept
 *
 * What there is to tell about a version.
 */
typedef struct
{
  char                 *id;
  char                 *title;
  char                 *name;
  gint64                kept;
  guint64               size;
  CommonsVersionReason  reason;
} CommonsVersion;

/**
 * commons_version_free:
 *
 * Frees what there is to tell about a version.
 */
void       commons_version_free       (CommonsVersion        *self);

/**
 * commons_versions_keep:
 * @root: the folder of all boards, see commons_kept_get_default_root()
 * @file: the file of the board
 * @board: what the board says, as a file
 * @title: title of the board
 * @name: (nullable): a name for it
 * @reason: why it is kept
 * @error: return location for a #GIOErrorEnum
 *
 * Keeps a version, and drops those that are not needed any more. What is there
 * already stays as it is when the file is only opened, or when it has a name;
 * else it counts from now. Blocks; may be called in any thread.
 *
 * Returns: whether it is on the disk
 */
gboolean   commons_versions_keep      (const char            *root,
                                       GFile                 *file,
                                       GBytes                *board,
                                       const char            *title,
                                       const char            *name,
                                       CommonsVersionReason   reason,
                                       GError               **error);

/**
 * commons_versions_keep_async:
 * @callback: (nullable): called when it is done
 *
 * Does commons_versions_keep() in a worker.
 */
void       commons_versions_keep_async
                                      (const char            *root,
                                       GFile                 *file,
                                       GBytes                *board,
                                       const char            *title,
                                       const char            *name,
                                       CommonsVersionReason   reason,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data);

/**
 * commons_versions_keep_finish:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: whether the version is on the disk
 */
gboolean   commons_versions_keep_finish
                                      (GAsyncResult          *result,
                                       GError               **error);

/**
 * commons_versions_wait:
 *
 * Waits for what workers are keeping: the program ends.
 */
void       commons_versions_wait      (void);

/**
 * commons_versions_list:
 * @root: the folder of all boards
 * @file: the file of the board
 *
 * Lists what is there: what cannot be read is left out and hides nothing else.
 * Blocks; may be called in any thread.
 *
 * Returns: (transfer full) (element-type CommonsVersion): the versions, the
 *   last one first
 */
GPtrArray *commons_versions_list      (const char            *root,
                                       GFile                 *file);

/**
 * commons_versions_read:
 * @id: id of a version
 * @error: return location for a #GIOErrorEnum; %G_IO_ERROR_INVALID_DATA when
 *   it is not what was kept
 *
 * Blocks; may be called in any thread.
 *
 * Returns: (transfer full) (nullable): what the board said, as a file
 */
GBytes    *commons_versions_read      (const char            *root,
                                       GFile                 *file,
                                       const char            *id,
                                       GError               **error);

/**
 * commons_versions_set_name:
 * @id: id of a version
 * @name: (nullable): its name from now on, %NULL for none
 * @error: return location for a #GIOErrorEnum
 *
 * Blocks; may be called in any thread.
 *
 * Returns: whether it has that name
 */
gboolean   commons_versions_set_name  (const char            *root,
                                       GFile                 *file,
                                       const char            *id,
                                       const char            *name,
                                       GError               **error);

/**
 * commons_versions_delete:
 * @id: id of a version
 *
 * Deletes a version for good.
 */
void       commons_versions_delete    (const char            *root,
                                       GFile                 *file,
                                       const char            *id);

/**
 * commons_versions_choose:
 * @versions: (element-type CommonsVersion): versions, the last one first
 * @now: the time, in microseconds since 1970
 *
 * Chooses what is not needed any more, as it is said above.
 *
 * Returns: (transfer container) (element-type CommonsVersion): those to drop
 */
GPtrArray *commons_versions_choose    (GPtrArray             *versions,
                                       gint64                 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsVersion, commons_version_free)

G_END_DECLS
