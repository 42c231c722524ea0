/* edit-sides.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"

G_BEGIN_DECLS

/* Makes answers of one's own of two nodes, or brings them to the community in
 * the way @value says. */
void edit_sides (CommonsEditor *editor,
                 const char    *id,
                 const char    *other,
                 gboolean       has_room,
                 guint          value);

G_END_DECLS
