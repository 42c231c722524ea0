/* commons-tables-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-board-view.h"
#include "commons-document.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_TABLES_DIALOG (commons_tables_dialog_get_type ())

/**
 * CommonsTablesDialog:
 *
 * Brings the boards of tables into the one that is open: first which they are,
 * then what looks alike on them, then all at once. Nothing changes before
 * that.
 *
 * Signals: `finished` (const char *message), when the board changed; the
 * dialog closes itself.
 */
G_DECLARE_FINAL_TYPE (CommonsTablesDialog, commons_tables_dialog, COMMONS, TABLES_DIALOG, AdwWindow)

/**
 * commons_tables_dialog_new:
 * @document: what the tables are brought into
 * @catalogue: names of kinds
 *
 * Makes the dialog; set what it is transient for, then present it.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *commons_tables_dialog_new  (CommonsDocument     *document,
                                       CommonsCatalogue    *catalogue);

/**
 * commons_tables_dialog_add:
 * @files: a list of #GFile
 *
 * Reads files and lists the boards in them; what cannot be read is said, and
 * the others go on.
 */
void       commons_tables_dialog_add  (CommonsTablesDialog *self,
                                       GListModel          *files);

/**
 * commons_tables_dialog_look:
 *
 * Looks for what is alike on the board as it is.
 */
void       commons_tables_dialog_look (CommonsTablesDialog *self);

G_END_DECLS
