/* commons-sheet-switcher.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board.h"
#include "commons-sheets.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_SHEET_SWITCHER (commons_sheet_switcher_get_type ())

/**
 * CommonsSheetSwitcher:
 *
 * A toggle for each guiding sheet, with how far the board has come with it.
 */

/**
 * CommonsSheetSwitcher::chosen:
 * @index: index of the sheet
 *
 * Emitted when somebody chose another sheet.
 */
G_DECLARE_FINAL_TYPE (CommonsSheetSwitcher, commons_sheet_switcher, COMMONS, SHEET_SWITCHER, GtkWidget)

GtkWidget *commons_sheet_switcher_new           (void);

/**
 * commons_sheet_switcher_set_catalogue:
 * @catalogue: (nullable): where the sheets are found
 *
 * Shows the sheets of a catalogue, in its language.
 */
void       commons_sheet_switcher_set_catalogue (CommonsSheetSwitcher *self,
                                                 CommonsCatalogue     *catalogue);

/**
 * commons_sheet_switcher_set_sheet:
 * @index: index of a sheet
 *
 * Shows which sheet is open, without `chosen`.
 */
void       commons_sheet_switcher_set_sheet     (CommonsSheetSwitcher *self,
                                                 guint                 index);

/**
 * commons_sheet_switcher_update:
 * @board: what is counted
 *
 * Shows how far a board has come.
 */
void       commons_sheet_switcher_update        (CommonsSheetSwitcher *self,
                                                 CommonsBoard         *board);

G_END_DECLS
