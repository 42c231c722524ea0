/* commons-inspector.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_INSPECTOR (commons_inspector_get_type ())

/**
 * CommonsInspector:
 *
 * What is selected on the board, in full and to be changed: one card, several
 * at once, a link, or the board itself when nothing is. It follows the
 * selection and the board by itself, as long as it is in view.
 */
G_DECLARE_FINAL_TYPE (CommonsInspector, commons_inspector, COMMONS, INSPECTOR, GtkWidget)

/**
 * commons_inspector_new:
 * @view: the view whose selection it shows
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *commons_inspector_new    (CommonsBoardView *view);

/**
 * commons_inspector_update:
 *
 * Shows now what it would show in a moment, after changes in a row.
 */
void       commons_inspector_update (CommonsInspector *self);

/**
 * commons_inspector_get_editor:
 * @field: id of a field, or "title", "body", "tags", "author", "notes",
 *   "confidence"
 *
 * Returns: (transfer none) (nullable): what that is written in
 */
GtkWidget *commons_inspector_get_editor
                                    (CommonsInspector *self,
                                     const char       *field);

G_END_DECLS
