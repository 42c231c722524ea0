/* commons-sides-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board-view.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_SIDES_VIEW (commons_sides_view_get_type ())

/**
 * CommonsSidesView:
 *
 * What each one answered and what the group holds together, side by side for
 * each question of the guiding sheets, to be projected while a group goes
 * through it. It shares selection, commands and undo with the board view it
 * stands beside.
 *
 * Signals: `toast` (const char *message, gboolean undo), as of the board view;
 * `show-card` (const char *id), when a card is to be shown on the board.
 *
 * Actions: `sides.keep`, `sides.merge`, `sides.add`, `sides.drop`,
 * `sides.take-back`, `sides.reveal`, `sides.hide` and `sides.show-card` for what
 * is selected or has the keyboard; `sides.reveal-all`; `sides.reveal-question`
 * and `sides.reveal-person` with a question or a name; `sides.merge-these` with
 * ids.
 */
G_DECLARE_FINAL_TYPE (CommonsSidesView, commons_sides_view, COMMONS, SIDES_VIEW, GtkWidget)

/**
 * commons_sides_view_new:
 * @view: the view of the same board
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *commons_sides_view_new          (CommonsBoardView *view);

/**
 * commons_sides_view_set_document:
 * @document: (nullable): the document to show
 */
void       commons_sides_view_set_document (CommonsSidesView *self,
                                            CommonsDocument  *document);

/**
 * commons_sides_view_set_low:
 * @low: whether there is little height
 *
 * Leaves out what can be counted below.
 */
void       commons_sides_view_set_low (CommonsSidesView *self,
                                       gboolean          low);

G_END_DECLS
