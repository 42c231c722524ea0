/* commons-kept.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a board outside its file, in the data folder of the person:
 * one folder for each board, named by a digest of its address. Everything in
 * it is read as if somebody hostile had written it. All of this blocks, and
 * may be called in any thread.
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * commons_kept_get_default_root:
 *
 * Returns: (transfer full): name of the folder that holds those of all boards
 */
char       *commons_kept_get_default_root (void);

/**
 * commons_kept_get_folder:
 * @root: the folder of all boards
 * @file: the file of a board
 *
 * Returns: (transfer full): name of its folder, which need not exist
 */
char       *commons_kept_get_folder       (const char  *root,
                                           GFile       *file);

/**
 * commons_kept_make_folder:
 * @root: the folder of all boards
 * @file: the file of a board
 * @error: return location for a #GIOErrorEnum
 *
 * Makes the folder of a board, with a note of its address. Others on the same
 * machine cannot look into it.
 *
 * Returns: (transfer full) (nullable): its name
 */
char       *commons_kept_make_folder      (const char  *root,
                                           GFile       *file,
                                           GError     **error);

/**
 * commons_kept_find_moved:
 * @root: the folder of all boards
 * @file: the file of a board that has no folder yet
 * @name: name of a file in the folder that is looked for
 *
 * Finds the folder a board had before it was renamed: the only one that has
 * @name, if the file it belonged to is gone while the folder that file was in
 * is still there. (A medium that is not plugged in has gone with its folder.)
 *
 * Returns: (transfer full) (nullable): its name
 */
char       *commons_kept_find_moved       (const char  *root,
                                           GFile       *file,
                                           const char  *name);

/**
 * commons_kept_take_over:
 * @root: the folder of all boards
 * @file: the file of a board that has no folder yet
 * @folder: a folder that becomes that of @file
 *
 * Returns: whether it did
 */
gboolean    commons_kept_take_over        (const char  *root,
                                           GFile       *file,
                                           const char  *folder);

/**
 * commons_kept_lock:
 * @folder: the folder of a board
 *
 * Keeps other programs and threads from changing the folder. Waits for two
 * seconds at most: files are written whole or not at all even without it.
 *
 * Returns: what to give to commons_kept_unlock()
 */
int         commons_kept_lock             (const char  *folder);
void        commons_kept_unlock           (int          lock);

/**
 * commons_kept_write:
 * @path: name of a file
 * @about: what there is to tell about it; becomes its first line
 * @content: what follows that line
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: whether the file holds both, safely on the disk
 */
gboolean    commons_kept_write            (const char  *path,
                                           JsonObject  *about,
                                           GBytes      *content,
                                           GError     **error);

/**
 * commons_kept_read:
 * @path: name of a file
 * @content: (out) (optional): what follows the first line; when not asked for,
 *   no more than that line is read
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what the first line tells
 */
JsonObject *commons_kept_read             (const char  *path,
                                           GBytes     **content,
                                           GError     **error);

/**
 * commons_kept_parse:
 * @data: (array length=length): any bytes
 * @length: how many
 *
 * Returns: (transfer full) (nullable): the object they are, if they are one
 */
JsonObject *commons_kept_parse            (const char  *data,
                                           gsize        length);

/**
 * commons_kept_get_string:
 *
 * Returns: (transfer none) (nullable): a member that is a string
 */
const char *commons_kept_get_string       (JsonObject  *object,
                                           const char  *name);

/**
 * commons_kept_get_int:
 *
 * Returns: a member that is an integer, 0 when there is none
 */
gint64      commons_kept_get_int          (JsonObject  *object,
                                           const char  *name);

G_END_DECLS
