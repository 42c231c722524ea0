/* commons-export-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_EXPORT_DIALOG (commons_export_dialog_get_type ())

/**
 * CommonsExportDialog:
 *
 * Asks what a picture of the board shows and how large it is, then draws it,
 * as PNG. The choices are remembered. Closes itself when the picture is
 * written; what goes wrong is told in the window, which stays open.
 */
G_DECLARE_FINAL_TYPE (CommonsExportDialog, commons_export_dialog, COMMONS, EXPORT_DIALOG, AdwWindow)

/**
 * CommonsExportDialog::exported:
 * @file: (type GFile): the picture
 *
 * Emitted when the picture was written.
 */

/**
 * CommonsExportDialog::failed:
 * @error: (type GError): what went wrong, its message in plain words
 *
 * Emitted when the picture could not be drawn or written. The dialog says so
 * too.
 */

/**
 * commons_export_dialog_new:
 * @board: the board to draw
 * @catalogue: its catalogue
 * @selection: (nullable) (element-type utf8): ids of the nodes selected, as a
 *   set; not to be changed any more
 * @view: (nullable): what is in view, in board units
 * @suggested_name: (nullable): file name proposed, with its extension
 *
 * Makes the dialog; set what it is transient for, then present it.
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *commons_export_dialog_new        (CommonsBoard        *board,
                                             CommonsCatalogue    *catalogue,
                                             GHashTable          *selection,
                                             const CommonsRect   *view,
                                             const char          *suggested_name);

/**
 * commons_export_dialog_set_folder:
 * @folder: (nullable): the folder proposed first
 */
void       commons_export_dialog_set_folder (CommonsExportDialog *self,
                                             GFile               *folder);

G_END_DECLS
