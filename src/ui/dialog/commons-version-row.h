/* commons-version-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-versions.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_VERSION_ROW (commons_version_row_get_type ())

/**
 * CommonsVersionRow:
 *
 * One version in a list: a small picture, the time, its name or why it was
 * kept.
 */
G_DECLARE_FINAL_TYPE (CommonsVersionRow, commons_version_row, COMMONS, VERSION_ROW, GtkListBoxRow)

/**
 * commons_version_row_new:
 * @version: (transfer full): what there is to tell
 *
 * Returns: (transfer floating): the row
 */
GtkWidget            *commons_version_row_new         (CommonsVersion    *version);

/**
 * commons_version_row_get_version:
 *
 * Returns: (transfer none): what there is to tell
 */
const CommonsVersion *commons_version_row_get_version (CommonsVersionRow *self);

/**
 * commons_version_row_set_name:
 * @name: (nullable): its name from now on
 */
void                  commons_version_row_set_name    (CommonsVersionRow *self,
                                                       const char        *name);

/**
 * commons_version_row_get_picture:
 *
 * Returns: (transfer none): the place of the picture, a #CommonsStartPicture
 */
GtkWidget            *commons_version_row_get_picture (CommonsVersionRow *self);

/**
 * commons_version_describe_reason:
 *
 * Returns: (transfer none): why a version was kept, in words
 */
const char           *commons_version_describe_reason (CommonsVersionReason reason);

G_END_DECLS
