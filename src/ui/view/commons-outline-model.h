/* commons-outline-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"
#include "commons-outline-row.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_OUTLINE_MODEL (commons_outline_model_get_type ())

/**
 * CommonsOutlineModel:
 *
 * The nodes of a board as a list of #CommonsOutlineRow, in reading order:
 * zones and circles, each followed by what lies in it unless it is folded.
 * Follows the board; a row stays the same object while its node is shown.
 */
G_DECLARE_FINAL_TYPE (CommonsOutlineModel, commons_outline_model, COMMONS, OUTLINE_MODEL, GObject)

CommonsOutlineModel *commons_outline_model_new          (void);

/**
 * commons_outline_model_set_board:
 * @board: (nullable): the board to list
 *
 * Lists another board, all of it unfolded.
 */
void                 commons_outline_model_set_board    (CommonsOutlineModel *self,
                                                         CommonsBoard        *board);

/**
 * commons_outline_model_set_active:
 * @active: whether somebody looks
 *
 * A model nobody looks at does not follow its board, and catches up later.
 */
void                 commons_outline_model_set_active   (CommonsOutlineModel *self,
                                                         gboolean             active);

/**
 * commons_outline_model_set_expanded:
 * @id: id of a container
 * @expanded: whether what lies in it is listed
 */
void                 commons_outline_model_set_expanded (CommonsOutlineModel *self,
                                                         const char          *id,
                                                         gboolean             expanded);

/**
 * commons_outline_model_show:
 * @id: id of a node
 *
 * Unfolds all it lies in.
 *
 * Returns: (transfer none) (nullable): its row, %NULL when it is no node of
 *   the board
 */
CommonsOutlineRow   *commons_outline_model_show         (CommonsOutlineModel *self,
                                                         const char          *id);

/**
 * commons_outline_model_find:
 * @id: id of a node
 *
 * Returns: the position of its row, %G_MAXUINT when it is not listed
 */
guint                commons_outline_model_find         (CommonsOutlineModel *self,
                                                         const char          *id);

/**
 * commons_outline_model_get_parent:
 * @position: position of a row
 *
 * Returns: the position of the container it lies in, %G_MAXUINT for none
 */
guint                commons_outline_model_get_parent   (CommonsOutlineModel *self,
                                                         guint                position);

G_END_DECLS
