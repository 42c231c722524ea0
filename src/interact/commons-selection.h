/* commons-selection.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_SELECTION (commons_selection_get_type ())

/**
 * CommonsSelection:
 *
 * The ids of the selected nodes and edges of a board, in the order they were
 * chosen. Ids the board does not have are never in it: unknown ones are
 * ignored, and those removed from the board leave by themselves. It is not
 * part of the board and leaves no undo step.
 */
G_DECLARE_FINAL_TYPE (CommonsSelection, commons_selection, COMMONS, SELECTION, GObject)

/**
 * CommonsSelection::changed:
 *
 * Emitted once for each call that changed the selection.
 */

/**
 * commons_selection_new:
 * @board: (nullable): the board the ids are of
 *
 * Makes an empty selection.
 *
 * Returns: (transfer full): the selection
 */
CommonsSelection *commons_selection_new         (CommonsBoard     *board);

/**
 * commons_selection_set_board:
 * @board: (nullable): the board the ids are of
 *
 * Goes to another board; ids it does not have leave the selection.
 */
void              commons_selection_set_board   (CommonsSelection *self,
                                                 CommonsBoard     *board);

/**
 * commons_selection_get_board:
 *
 * Returns: (transfer none) (nullable): the board the ids are of
 */
CommonsBoard     *commons_selection_get_board   (CommonsSelection *self);

/**
 * commons_selection_get_n:
 *
 * Returns: how many nodes and edges are selected
 */
guint             commons_selection_get_n       (CommonsSelection *self);

/**
 * commons_selection_contains:
 * @id: (nullable): id of a node or edge
 *
 * Returns: whether it is selected
 */
gboolean          commons_selection_contains    (CommonsSelection *self,
                                                 const char       *id);

/**
 * commons_selection_list:
 *
 * Returns: (transfer full) (element-type utf8): a copy of the ids, first
 *   chosen first, that later changes do not touch
 */
GPtrArray        *commons_selection_list        (CommonsSelection *self);

/**
 * commons_selection_list_nodes:
 *
 * Returns: (transfer full) (element-type CommonsRecord): the selected nodes,
 *   first chosen first
 */
GPtrArray        *commons_selection_list_nodes  (CommonsSelection *self);

/**
 * commons_selection_has_nodes:
 * @n_nodes: how many
 *
 * Looks at no more nodes than it has to, however many are selected.
 *
 * Returns: whether at least that many nodes are selected
 */
gboolean          commons_selection_has_nodes   (CommonsSelection *self,
                                                 guint             n_nodes);

/**
 * commons_selection_get_primary:
 *
 * Returns: (transfer none) (nullable): the id chosen last, valid until the
 *   next change
 */
const char       *commons_selection_get_primary (CommonsSelection *self);

/**
 * commons_selection_set_only:
 * @id: (nullable): id of a node or edge
 *
 * Selects this and nothing else.
 *
 * Returns: whether the selection changed
 */
gboolean          commons_selection_set_only    (CommonsSelection *self,
                                                 const char       *id);

/**
 * commons_selection_set_many:
 * @ids: (element-type utf8): ids of nodes and edges; repeated ones count once
 *
 * Selects these and nothing else.
 *
 * Returns: whether the selection changed
 */
gboolean          commons_selection_set_many    (CommonsSelection *self,
                                                 GPtrArray        *ids);

/**
 * commons_selection_add:
 * @id: id of a node or edge
 *
 * Adds to the selection; one that is there already becomes the primary.
 *
 * Returns: whether the selection changed
 */
gboolean          commons_selection_add         (CommonsSelection *self,
                                                 const char       *id);

/**
 * commons_selection_remove:
 * @id: id of a node or edge
 *
 * Takes out of the selection.
 *
 * Returns: whether the selection changed
 */
gboolean          commons_selection_remove      (CommonsSelection *self,
                                                 const char       *id);

/**
 * commons_selection_toggle:
 * @id: id of a node or edge
 *
 * Adds to the selection, or takes out what is there already.
 *
 * Returns: whether the selection changed
 */
gboolean          commons_selection_toggle      (CommonsSelection *self,
                                                 const char       *id);

/**
 * commons_selection_clear:
 *
 * Selects nothing.
 *
 * Returns: whether the selection changed
 */
gboolean          commons_selection_clear       (CommonsSelection *self);

/**
 * commons_selection_select_all:
 *
 * Selects all nodes, bottom first; their links follow them anyway.
 *
 * Returns: whether the selection changed
 */
gboolean          commons_selection_select_all  (CommonsSelection *self);

G_END_DECLS
