/* commons-restore.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"

G_BEGIN_DECLS

/**
 * commons_restore:
 * @editor: the editor of a board
 * @version: what the board is to be like, read in the same thread
 * @label: what the user does, translated, for the undo menu
 *
 * Makes a board say what an earlier version of it said, in one step. What both
 * have stays the same thing: it is still selected, and undo brings back
 * everything that goes.
 *
 * Returns: whether anything changed
 */
gboolean commons_restore (CommonsEditor *editor,
                          CommonsBoard  *version,
                          const char    *label);

G_END_DECLS
