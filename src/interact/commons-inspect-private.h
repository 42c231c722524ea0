/* commons-inspect-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that inspect cards.
 */

#pragma once

#include "commons-inspect.h"

G_BEGIN_DECLS

/* What a record says at a path, borrowed; NULL for nothing and for null. */
JsonNode *_commons_inspect_find      (CommonsRecord *record,
                                      const char    *path);

/* Whether a record, which may be NULL, can be written to at a path. */
gboolean  _commons_inspect_can_write (CommonsRecord *record,
                                      const char    *path);

/* Writes a copy of a value, inside a transaction; whether that changes it. */
gboolean  _commons_inspect_store     (CommonsEditor *editor,
                                      CommonsRecord *record,
                                      const char    *path,
                                      JsonNode      *value);

G_END_DECLS
