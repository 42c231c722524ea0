/* commons-unfinished.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sys/types.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * CommonsUnfinished:
 * @old: what the file held
 * @new: what it shall hold
 *
 * What a note says that a file is being written over.
 */
typedef struct
{
  const char *old;
  gsize       old_length;
  const char *new;
  gsize       new_length;
  GBytes     *bytes;
} CommonsUnfinished;

/**
 * commons_unfinished_begin:
 * @path: path of a file
 * @inode: number of that file, which its other names share
 * @old: what the file holds
 * @new: what it shall hold
 * @error: return location for a #GIOErrorEnum
 *
 * Notes that a file is going to be written over.
 *
 * Returns: (transfer full) (nullable): path of the note, once it is safely on
 *   the disk
 */
char              *commons_unfinished_begin    (const char         *path,
                                                ino_t               inode,
                                                const char         *old,
                                                gsize               old_length,
                                                const char         *new,
                                                gsize               new_length,
                                                GError            **error);

/**
 * commons_unfinished_end:
 * @note: path of a note
 *
 * Deletes a note: the file is whole.
 */
void               commons_unfinished_end      (const char         *note);

/**
 * commons_unfinished_list:
 *
 * Returns: (transfer full) (element-type filename): paths of the notes there
 *   are, of programs that run and of those that ended in the middle
 */
GPtrArray         *commons_unfinished_list     (void);

/**
 * commons_unfinished_is_about:
 * @note: path of a note
 * @path: path of a file
 * @inode: number of that file
 * @same_path: (out): whether it was written under that path
 *
 * Returns: whether the note may be about that file; two disks may give the same
 *   number to different ones
 */
gboolean           commons_unfinished_is_about (const char         *note,
                                                const char         *path,
                                                ino_t               inode,
                                                gboolean           *same_path);

/**
 * commons_unfinished_read:
 * @note: path of a note
 *
 * Returns: (transfer full) (nullable): what it says, %NULL when it is gone or
 *   ends too early, so that the file was never begun
 */
CommonsUnfinished *commons_unfinished_read     (const char         *note);
void               commons_unfinished_free     (CommonsUnfinished  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsUnfinished, commons_unfinished_free)

G_END_DECLS
