/* commons-columns.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_COLUMNS (commons_columns_get_type ())

/**
 * CommonsColumns:
 *
 * Lays children out in as many columns as there is width for, each going into
 * the column that is shortest so far: what is read in parts, in any order.
 */
G_DECLARE_FINAL_TYPE (CommonsColumns, commons_columns, COMMONS, COLUMNS, GtkLayoutManager)

/**
 * commons_columns_new:
 * @spacing: between columns, and between what stands in one, in pixels
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *commons_columns_new      (int             spacing);

/**
 * commons_columns_set_width:
 * @width: what a column has at least, where there is more than one
 */
void              commons_columns_set_width (CommonsColumns *self,
                                             int             width);

G_END_DECLS
