/* commons-table-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_TABLE_MARK (commons_table_mark_get_type ())

/**
 * CommonsTableMarkWidget:
 *
 * The mark of a table of a workshop, as cards have it: its letters on its
 * colour. It says nothing to screen readers; the name stands beside it.
 */
G_DECLARE_FINAL_TYPE (CommonsTableMarkWidget, commons_table_mark, COMMONS, TABLE_MARK, GtkWidget)

/**
 * commons_table_mark_new:
 * @text: one to three characters, "" for a swatch
 * @color: index of its colour, %COMMONS_WORK_TABLE_N_COLORS for none
 *
 * Returns: (transfer floating): the mark
 */
GtkWidget *commons_table_mark_new           (const char             *text,
                                             guint                   color);

/**
 * commons_table_mark_new_for_name:
 * @board: a board
 * @name: name of a table, whether the board lists it or not
 *
 * Returns: (transfer floating): the mark
 */
GtkWidget *commons_table_mark_new_for_name  (CommonsBoard           *board,
                                             const char             *name);

/**
 * commons_table_mark_set:
 *
 * Shows other letters on another colour.
 */
void       commons_table_mark_set           (CommonsTableMarkWidget *self,
                                             const char             *text,
                                             guint                   color);

G_END_DECLS
