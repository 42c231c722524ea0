/* commons-bin-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-bin.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_BIN_ROW (commons_bin_row_get_type ())

/**
 * CommonsBinRow:
 *
 * One deleted card in a list: its kind and title, when it was deleted and
 * where it was, with a mark for those one wants back.
 */
G_DECLARE_FINAL_TYPE (CommonsBinRow, commons_bin_row, COMMONS, BIN_ROW, GtkListBoxRow)

/**
 * commons_bin_row_new:
 * @catalogue: where its kind is found
 * @item: a card
 *
 * Returns: (transfer floating): the row
 */
GtkWidget      *commons_bin_row_new        (CommonsCatalogue *catalogue,
                                            CommonsBinItem   *item);

/**
 * commons_bin_row_get_item:
 *
 * Returns: (transfer none): the card
 */
CommonsBinItem *commons_bin_row_get_item   (CommonsBinRow    *self);

/**
 * commons_bin_row_set_wanted:
 * @wanted: whether it is one of those one wants back
 */
void            commons_bin_row_set_wanted (CommonsBinRow    *self,
                                            gboolean          wanted);

G_END_DECLS
