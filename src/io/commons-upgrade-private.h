/* commons-upgrade-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-upgrade.h"

G_BEGIN_DECLS

/* Runs the steps of a table whose first entry leads from format 1 to 2; after
 * the last one the file is in format @n_steps + 1. */
gboolean _commons_upgrade_run_steps (JsonObject                *root,
                                     gint64                     format,
                                     const CommonsUpgradeStep  *steps,
                                     guint                      n_steps,
                                     GError                   **error);

G_END_DECLS
