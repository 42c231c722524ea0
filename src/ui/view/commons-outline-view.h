/* commons-outline-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board-view.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_OUTLINE_VIEW (commons_outline_view_get_type ())

/**
 * CommonsOutlineView:
 *
 * The board as a tree of lines: zones and circles, the cards in them, their
 * text. It shares selection, commands and undo with the board view it stands
 * beside.
 *
 * Signals: `toast` (const char *message, gboolean undo), as of the board view.
 */
G_DECLARE_FINAL_TYPE (CommonsOutlineView, commons_outline_view, COMMONS, OUTLINE_VIEW, GtkWidget)

/**
 * commons_outline_view_new:
 * @view: the view of the same board
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *commons_outline_view_new            (CommonsBoardView   *view);

/**
 * commons_outline_view_set_document:
 * @document: (nullable): the document to show
 */
void       commons_outline_view_set_document   (CommonsOutlineView *self,
                                                CommonsDocument    *document);

/**
 * commons_outline_view_finish_editing:
 *
 * Ends the editing of a line, if any, and keeps what was written.
 */
void       commons_outline_view_finish_editing (CommonsOutlineView *self);

G_END_DECLS
