/* commons-bin-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-bin.h"

G_BEGIN_DECLS

/* Goes back from how a table stands now to how it stood before a change, and
 * notes for each change that removed a record the id of what lay right below
 * it then, NULL for nothing. The ids are those of records of the board or of
 * the changes.
 *
 * Returns: (transfer container): the records as they stood */
GPtrArray *_commons_bin_go_back (CommonsBoard      *board,
                                 CommonsChangeSet  *changes,
                                 CommonsTable       table,
                                 const char       **below);

G_END_DECLS
