/* commons-conflict-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"
#include "commons-merge.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CONFLICT_ROW (commons_conflict_row_get_type ())

/**
 * CommonsConflictChoice:
 * @COMMONS_CONFLICT_OURS: as on this board
 * @COMMONS_CONFLICT_THEIRS: as in the other copy
 * @COMMONS_CONFLICT_BOTH: both texts
 *
 * How something is decided.
 */
typedef enum
{
  COMMONS_CONFLICT_OURS,
  COMMONS_CONFLICT_THEIRS,
  COMMONS_CONFLICT_BOTH,
} CommonsConflictChoice;

/**
 * CommonsConflictRow:
 *
 * Something both sides changed: which card and what of it, what each side made
 * of it, and buttons to choose.
 *
 * Signals: `chosen` (#CommonsConflictChoice as int); `looked-at`, when it is
 * gone to or somebody asks to see it on the board.
 */
G_DECLARE_FINAL_TYPE (CommonsConflictRow, commons_conflict_row, COMMONS, CONFLICT_ROW, GtkBox)

/**
 * commons_conflict_row_new:
 * @catalogue: what names things
 * @board: the board it is open in
 * @conflict: (transfer none): what is to be decided, valid as long as the row
 * @can_write: whether it can be decided
 *
 * Returns: (transfer floating): the row
 */
GtkWidget             *commons_conflict_row_new          (CommonsCatalogue      *catalogue,
                                                          CommonsBoard          *board,
                                                          const CommonsConflict *conflict,
                                                          gboolean               can_write);

const CommonsConflict *commons_conflict_row_get_conflict (CommonsConflictRow    *self);

/**
 * commons_conflict_row_set_narrow:
 * @narrow: whether both sides stand one below the other
 *
 * Fits the row into a narrow window.
 */
void                   commons_conflict_row_set_narrow   (CommonsConflictRow    *self,
                                                          gboolean               narrow);

/**
 * commons_conflict_row_focus:
 *
 * Gives the keyboard to its first button.
 */
void                   commons_conflict_row_focus        (CommonsConflictRow    *self);

G_END_DECLS
