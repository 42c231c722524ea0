/* commons-board.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-change.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_BOARD (commons_board_get_type ())

/**
 * CommonsBoard:
 *
 * The records of one board, in drawing order and by id. Only #CommonsEditor
 * and #CommonsHistory change it.
 */
G_DECLARE_FINAL_TYPE (CommonsBoard, commons_board, COMMONS, BOARD, GObject)

/**
 * CommonsOrigin:
 * @COMMONS_ORIGIN_EDIT: a transaction of the editor
 * @COMMONS_ORIGIN_UNDO: the history went back
 * @COMMONS_ORIGIN_REDO: the history went forward again
 *
 * Where a change set came from.
 */
typedef enum
{
  COMMONS_ORIGIN_EDIT,
  COMMONS_ORIGIN_UNDO,
  COMMONS_ORIGIN_REDO,
} CommonsOrigin;

/**
 * CommonsBoard::changed:
 * @changes: (type CommonsChangeSet): what changed, never empty
 * @origin: a #CommonsOrigin
 * @label: (nullable): what the user did, for the undo menu
 * @merge_key: (nullable): steps in a row with the same key are one undo step
 *
 * Emitted once for each commit, undo and redo.
 */

/**
 * commons_board_new:
 *
 * Makes an empty board: a head of the current format and nothing else.
 *
 * Returns: (transfer full): the board
 */
CommonsBoard  *commons_board_new           (void);

/**
 * commons_board_new_from_records:
 * @head: the head record
 * @nodes: (element-type CommonsRecord): nodes, bottom first; ids unique
 * @edges: (element-type CommonsRecord): edges; ids unique among all records
 *
 * Makes a board that holds these records.
 *
 * Returns: (transfer full): the board
 */
CommonsBoard  *commons_board_new_from_records
                                           (CommonsRecord *head,
                                            GPtrArray     *nodes,
                                            GPtrArray     *edges);

/**
 * commons_board_get_head:
 *
 * The head holds every top-level member of the file; its `nodes` and `edges`
 * are empty arrays that only mark the place of these members.
 *
 * Returns: (transfer none): the head record
 */
CommonsRecord *commons_board_get_head      (CommonsBoard  *self);

/**
 * commons_board_get_title:
 *
 * Returns: (transfer none): the board's title, "" when it has none
 */
const char    *commons_board_get_title     (CommonsBoard  *self);

/**
 * commons_board_get_language:
 *
 * Returns: (transfer none) (nullable): the language its content is written
 *   in, such as "fr", or %NULL when the file does not say
 */
const char    *commons_board_get_language  (CommonsBoard  *self);

/**
 * commons_board_lookup:
 *
 * Returns: (transfer none) (nullable): the record of that id, head included
 */
CommonsRecord *commons_board_lookup        (CommonsBoard  *self,
                                            const char    *id);

/**
 * commons_board_lookup_node:
 *
 * Returns: (transfer none) (nullable): the node of that id
 */
CommonsRecord *commons_board_lookup_node   (CommonsBoard  *self,
                                            const char    *id);

/**
 * commons_board_get_n_lookups:
 *
 * Returns: how often a record was looked up so far
 */
guint          commons_board_get_n_lookups (CommonsBoard  *self);

guint          commons_board_get_n_nodes   (CommonsBoard  *self);
CommonsRecord *commons_board_get_node      (CommonsBoard  *self,
                                            guint          index);

/**
 * commons_board_get_groups:
 *
 * Returns: (transfer none) (element-type CommonsRecord): the nodes that are
 *   groups, in their order; valid until the board changes
 */
GPtrArray     *commons_board_get_groups    (CommonsBoard  *self);

guint          commons_board_get_n_edges   (CommonsBoard  *self);
CommonsRecord *commons_board_get_edge      (CommonsBoard  *self,
                                            guint          index);

/**
 * commons_board_get_position:
 * @position: (out): its index in its table
 *
 * Returns: whether the board has a record of that id
 */
gboolean       commons_board_get_position  (CommonsBoard  *self,
                                            const char    *id,
                                            guint         *position);

/**
 * commons_board_get_links:
 * @id: id of a node
 *
 * Returns: (transfer none) (nullable) (element-type CommonsRecord): the edges
 *   that leave or reach the node, %NULL when there are none; valid until the
 *   next change
 */
GPtrArray     *commons_board_get_links     (CommonsBoard  *self,
                                            const char    *id);

/**
 * commons_board_get_extents:
 * @extents: (out): smallest rectangle around all nodes, in board units
 *
 * Returns: whether there is any node
 */
gboolean       commons_board_get_extents   (CommonsBoard  *self,
                                            CommonsRect   *extents);

/**
 * commons_board_contains:
 * @container: a circle, zone or other group
 * @node: another node
 *
 * A circle contains what has its centre inside the disc drawn for it, a zone
 * or group what has its centre inside its rectangle. A group is contained only in a
 * larger one.
 *
 * Returns: whether @node lies inside @container
 */
gboolean       commons_board_contains      (CommonsRecord *container,
                                            CommonsRecord *node);

/**
 * commons_board_get_content:
 * @id: id of a circle, zone or group
 *
 * Returns: (transfer container) (element-type CommonsRecord): the nodes that
 *   lie inside, at any depth, bottom first; empty when it is none of these
 */
GPtrArray     *commons_board_get_content   (CommonsBoard  *self,
                                            const char    *id);

/**
 * commons_board_get_parent:
 * @id: id of a node
 *
 * Returns: (transfer none) (nullable): the smallest circle, zone or group the
 *   node lies in
 */
CommonsRecord *commons_board_get_parent    (CommonsBoard  *self,
                                            const char    *id);

G_END_DECLS
