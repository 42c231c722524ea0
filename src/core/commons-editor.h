/* commons-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_EDITOR (commons_editor_get_type ())

/**
 * CommonsEditor:
 *
 * The only mutator of a board. Every change happens between
 * commons_editor_begin() and commons_editor_commit(); changing a board
 * outside a transaction is a programming error. Within one the board already
 * shows the changes; others hear of them once, at commit.
 */
G_DECLARE_FINAL_TYPE (CommonsEditor, commons_editor, COMMONS, EDITOR, GObject)

CommonsEditor *commons_editor_new         (CommonsBoard  *board);
CommonsBoard  *commons_editor_get_board   (CommonsEditor *self);

/**
 * commons_editor_set_author:
 * @author: (nullable): name of who writes from now on; %NULL or "" for nobody
 *   in particular
 *
 * Tells who writes. The editor itself signs nothing: what makes a card of
 * somebody’s words does.
 */
void           commons_editor_set_author  (CommonsEditor *self,
                                           const char    *author);

/**
 * commons_editor_get_author:
 *
 * Returns: (transfer none) (nullable): name of who writes, never ""
 */
const char    *commons_editor_get_author  (CommonsEditor *self);

/**
 * commons_editor_begin:
 * @label: what the user does, translated, for the undo menu
 * @merge_key: (nullable): transactions in a row with the same key become one
 *   undo step
 *
 * Begins a transaction. They do not nest.
 */
void           commons_editor_begin       (CommonsEditor *self,
                                           const char    *label,
                                           const char    *merge_key);

/**
 * commons_editor_add:
 * @record: a node or edge whose id the board does not have
 *
 * Adds a record: groups above the other groups and below the cards, the rest
 * on top.
 */
void           commons_editor_add         (CommonsEditor *self,
                                           CommonsRecord *record);

/**
 * commons_editor_set:
 * @record: what a record of the same id becomes
 *
 * Replaces a record; nothing happens when both say the same.
 */
void           commons_editor_set         (CommonsEditor *self,
                                           CommonsRecord *record);

/**
 * commons_editor_remove:
 * @id: id of a node or edge
 *
 * Removes a record, and with a node the edges that touch it.
 */
void           commons_editor_remove      (CommonsEditor *self,
                                           const char    *id);

/**
 * commons_editor_reorder:
 * @id: id of a node or edge
 * @position: its new index in its table; clamped
 *
 * Moves a record in drawing order.
 */
void           commons_editor_reorder     (CommonsEditor *self,
                                           const char    *id,
                                           guint          position);

/**
 * commons_editor_commit:
 *
 * Ends the transaction and tells the board's listeners. A transaction that
 * changed nothing tells nobody and leaves no undo step.
 *
 * Returns: whether anything changed
 */
gboolean       commons_editor_commit      (CommonsEditor *self);

/**
 * commons_editor_rollback:
 *
 * Ends the transaction and takes back all it did.
 */
void           commons_editor_rollback    (CommonsEditor *self);

/**
 * commons_editor_is_busy:
 *
 * Returns: whether a transaction is under way
 */
gboolean       commons_editor_is_busy     (CommonsEditor *self);

G_END_DECLS
