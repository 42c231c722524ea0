/* edit-inspect.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/* Writes into one or two cards what the inspector can write, in the
 * transaction under way. */
void edit_inspect (CommonsEditor    *editor,
                   CommonsCatalogue *catalogue,
                   const char       *id,
                   const char       *other,
                   guint             value);

G_END_DECLS
