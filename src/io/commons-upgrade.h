/* commons-upgrade.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CommonsUpgradeStep:
 * @root: the whole file, in some format
 * @error: return location for a #CommonsIoError
 *
 * Brings a file from one format to the next. What it does not know it leaves
 * as it is.
 *
 * Returns: whether the file could be brought there
 */
typedef gboolean (*CommonsUpgradeStep) (JsonObject  *root,
                                        GError     **error);

/**
 * commons_upgrade_run:
 * @root: the whole file, not sealed
 * @format: the format it is in, from 1
 * @error: return location for a #CommonsIoError
 *
 * Brings a file, one step after another, to the format of this program. A
 * file that is in that format or a newer one stays as it is.
 *
 * Returns: whether the file is now readable
 */
gboolean commons_upgrade_run (JsonObject  *root,
                              gint64       format,
                              GError     **error);

G_END_DECLS
