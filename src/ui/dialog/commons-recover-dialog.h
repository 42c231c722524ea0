/* commons-recover-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-recovery.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_RECOVER_DIALOG (commons_recover_dialog_get_type ())

/**
 * CommonsRecoverDialog:
 *
 * Lists the work that was not saved, to open or to delete. What is neither
 * stays for another time.
 *
 * Signals: `open` (CommonsDraft *draft), when somebody wants to go on with one.
 */
G_DECLARE_FINAL_TYPE (CommonsRecoverDialog, commons_recover_dialog, COMMONS, RECOVER_DIALOG, AdwWindow)

GtkWidget *commons_recover_dialog_new (CommonsRecovery *recovery);

G_END_DECLS
