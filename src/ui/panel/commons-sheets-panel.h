/* commons-sheets-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view.h"
#include "commons-sheets.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_SHEETS_PANEL (commons_sheets_panel_get_type ())

/**
 * CommonsSheetsPanel:
 *
 * The guiding sheets beside a board: what each asks, how far the board has
 * come, and one question open to be answered. Questions speak the language of
 * the board, buttons that of the program.
 */
G_DECLARE_FINAL_TYPE (CommonsSheetsPanel, commons_sheets_panel, COMMONS, SHEETS_PANEL, GtkWidget)

/**
 * commons_sheets_panel_new:
 * @view: the view whose board it is about; it must outlive what is done here
 *
 * Makes the panel. It follows the view to other boards. With the focus it
 * gives the keyboard to where answers are written.
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget             *commons_sheets_panel_new          (CommonsBoardView   *view);

/**
 * commons_sheets_panel_open:
 * @question: id of a question
 *
 * Opens a question, and the sheet that asks it.
 *
 * Returns: whether there is such a question
 */
gboolean               commons_sheets_panel_open         (CommonsSheetsPanel *self,
                                                          const char         *question);

/**
 * commons_sheets_panel_get_open:
 *
 * Returns: (transfer none) (nullable): the open question
 */
const CommonsQuestion *commons_sheets_panel_get_open     (CommonsSheetsPanel *self);

/**
 * commons_sheets_panel_step:
 * @step: 1 for the next question, -1 for the one before
 *
 * Opens a question near by, over the ends of sheets, and gives it the
 * keyboard.
 */
void                   commons_sheets_panel_step         (CommonsSheetsPanel *self,
                                                          int                 step);

/**
 * commons_sheets_panel_commit:
 *
 * Enters what was written and not entered, before a window closes.
 */
void                   commons_sheets_panel_commit       (CommonsSheetsPanel *self);

/**
 * commons_sheets_panel_file:
 * @question: id of a question
 * @ids: (element-type utf8): ids of cards
 *
 * Makes cards answers to a question, in one undo step, and tells so.
 *
 * Returns: whether it could
 */
gboolean               commons_sheets_panel_file         (CommonsSheetsPanel *self,
                                                          const char         *question,
                                                          GPtrArray          *ids);

/**
 * commons_sheets_panel_hover:
 * @x: abscissa in the panel, in pixels
 * @y: ordinate in the panel, in pixels
 *
 * Shows the question that a card let go there would be filed under.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char            *commons_sheets_panel_hover        (CommonsSheetsPanel *self,
                                                          double              x,
                                                          double              y);

/**
 * commons_sheets_panel_drop:
 * @ids: (nullable) (element-type utf8): ids of cards, %NULL when a drag was
 *   given up
 *
 * Files cards under the question that was shown last, if there was one. Nothing
 * is dragged over the panel any more.
 */
void                   commons_sheets_panel_drop         (CommonsSheetsPanel *self,
                                                          GPtrArray          *ids);

G_END_DECLS
