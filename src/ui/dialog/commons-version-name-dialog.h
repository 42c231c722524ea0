/* commons-version-name-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_VERSION_NAME_DIALOG (commons_version_name_dialog_get_type ())

/**
 * CommonsVersionNameDialog:
 *
 * Asks for the name of a version.
 */
G_DECLARE_FINAL_TYPE (CommonsVersionNameDialog, commons_version_name_dialog, COMMONS, VERSION_NAME_DIALOG, AdwWindow)

/**
 * CommonsVersionNameDialog::named:
 * @name: the name, "" for none
 *
 * Emitted when there is an answer; the window closes by itself.
 */

/**
 * commons_version_name_dialog_new:
 * @name: (nullable): the name it has; %NULL for a version that is to be kept
 *   now, which must get one
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
GtkWidget *commons_version_name_dialog_new (const char *name);

G_END_DECLS
