/* commons-outline-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "commons-record.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_OUTLINE_ROW (commons_outline_row_get_type ())

/**
 * CommonsOutlineRow:
 *
 * One node of a board as a row of the outline. It stays the same object for
 * as long as the node is shown, and emits `changed` when what it shows is
 * another than before.
 */
G_DECLARE_FINAL_TYPE (CommonsOutlineRow, commons_outline_row, COMMONS, OUTLINE_ROW, GObject)

/**
 * commons_outline_row_new:
 * @record: a node
 *
 * Returns: (transfer full): its row
 */
CommonsOutlineRow *commons_outline_row_new          (CommonsRecord     *record);

/**
 * commons_outline_row_update:
 * @record: the node as it is now
 * @depth: how many containers it lies in
 * @n_children: how many nodes lie directly in it
 * @expanded: whether they are shown below it
 *
 * Returns: whether anything is another than before
 */
gboolean           commons_outline_row_update       (CommonsOutlineRow *self,
                                                     CommonsRecord     *record,
                                                     guint              depth,
                                                     guint              n_children,
                                                     gboolean           expanded);

/**
 * commons_outline_row_get_record:
 *
 * Returns: (transfer none): the node
 */
CommonsRecord     *commons_outline_row_get_record   (CommonsOutlineRow *self);

const char        *commons_outline_row_get_id       (CommonsOutlineRow *self);
guint              commons_outline_row_get_depth    (CommonsOutlineRow *self);
guint              commons_outline_row_get_n_children (CommonsOutlineRow *self);
gboolean           commons_outline_row_get_expanded (CommonsOutlineRow *self);

G_END_DECLS
