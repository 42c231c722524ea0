/* commons-draft.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-writer.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_DRAFT (commons_draft_get_type ())

/**
 * CommonsDraft:
 *
 * A copy of a board with changes that are not saved yet, kept in the data
 * folder of the user and never over the user's file. It belongs to the program
 * that holds its lock: when that one ends, however it ends, the draft is free
 * for the next to take up.
 */
G_DECLARE_FINAL_TYPE (CommonsDraft, commons_draft, COMMONS, DRAFT, GObject)

/**
 * CommonsDraftInfo:
 * @uri: (nullable): address of the file it has changes of, %NULL for a board
 *   that was never saved
 * @etag: (nullable): which version of the file
 * @title: title of the board
 * @began: when the first of the changes was made, in seconds since 1970
 * @written: when the draft was last written, in seconds since 1970
 * @n_changes: how many changes there are since the file
 *
 * What there is to tell about a draft before it is opened.
 */
typedef struct
{
  char   *uri;
  char   *etag;
  char   *title;
  gint64  began;
  gint64  written;
  guint   n_changes;
} CommonsDraftInfo;

/**
 * commons_draft_get_default_folder:
 *
 * Returns: (transfer full): name of the folder drafts are kept in
 */
char                   *commons_draft_get_default_folder (void);

/**
 * commons_draft_new:
 * @folder: where drafts are kept
 *
 * Makes a draft that has nothing yet; no file is made before it is written.
 *
 * Returns: (transfer full): the draft
 */
CommonsDraft           *commons_draft_new                (const char             *folder);

/**
 * commons_draft_claim_all:
 * @folder: where drafts are kept; it need not exist
 * @unreadable: (nullable) (element-type filename): array that gets the new
 *   names of what was set aside
 *
 * Takes up the drafts that no running program holds. What is not a draft is
 * set aside, see commons_draft_set_aside(). May be called from any thread.
 *
 * Returns: (transfer full) (element-type CommonsDraft): the drafts, the one
 *   written last first
 */
GPtrArray              *commons_draft_claim_all          (const char             *folder,
                                                          GPtrArray              *unreadable);

/**
 * commons_draft_get_info:
 *
 * Returns: (transfer none): what there is to tell about it; @written is 0 as
 *   long as there is no file
 */
const CommonsDraftInfo *commons_draft_get_info           (CommonsDraft           *self);

/**
 * commons_draft_get_path:
 *
 * Returns: (transfer none): name of its file, which may not be there yet
 */
const char             *commons_draft_get_path           (CommonsDraft           *self);

/**
 * commons_draft_write:
 * @board: what the board says
 * @base: (nullable): what the file held when the changes began; written when it
 *   is another object than last time
 * @info: what to tell about it; @written is not read
 *
 * Writes the draft whole or not at all. May be called from any thread, one
 * call at a time.
 *
 * Returns: whether it is on the disk; otherwise what was there before still is
 */
gboolean                commons_draft_write              (CommonsDraft           *self,
                                                          GBytes                 *board,
                                                          GBytes                 *base,
                                                          const CommonsDraftInfo *info,
                                                          GError                **error);

/**
 * commons_draft_read:
 *
 * Returns: (transfer full) (nullable): what the board said, as a file
 */
GBytes                 *commons_draft_read               (CommonsDraft           *self,
                                                          GError                **error);

/**
 * commons_draft_read_base:
 *
 * Returns: (transfer full) (nullable): what the file held when the changes
 *   began, %NULL when there was no file or this is not known any more
 */
GBytes                 *commons_draft_read_base          (CommonsDraft           *self);

/**
 * commons_draft_describe:
 * @info: what there is to tell about a draft
 * @now: the present
 *
 * Says how much is in a draft and how old it is, such as “14 changes from
 * 10:42”, with the day when that is not today.
 *
 * Returns: (transfer full): a few words
 */
char                   *commons_draft_describe           (const CommonsDraftInfo *info,
                                                          GDateTime              *now);

/**
 * commons_draft_describe_loss:
 * @n_changes: how many changes were not saved
 * @began: when the first of them was made, in seconds since 1970
 * @now: the present
 *
 * Returns: (transfer full): a sentence that says what goes without saving
 */
char                   *commons_draft_describe_loss      (guint                   n_changes,
                                                          gint64                  began,
                                                          GDateTime              *now);

/**
 * commons_draft_describe_file:
 * @info: what there is to tell about a draft
 *
 * Returns: (transfer full): name of the file it has changes of, or words that
 *   say there is none
 */
char                   *commons_draft_describe_file      (const CommonsDraftInfo *info);

/**
 * commons_draft_describe_error:
 * @error: why a draft could not be written
 *
 * Says for a person what happened, what is at risk and what to do about it.
 *
 * Returns: (transfer full): two or three sentences
 */
char                   *commons_draft_describe_error     (const GError           *error);

/**
 * commons_draft_discard:
 *
 * Deletes the draft: once its changes are saved, or somebody said that they
 * are not wanted.
 */
void                    commons_draft_discard            (CommonsDraft           *self);

/**
 * commons_draft_set_aside:
 *
 * Moves the draft to a folder of what could not be read, where it is not
 * offered any more and nothing deletes it.
 *
 * Returns: (transfer full) (nullable): its new name, %NULL when it could not
 *   be moved and stays
 */
char                   *commons_draft_set_aside          (CommonsDraft           *self);

G_END_DECLS
