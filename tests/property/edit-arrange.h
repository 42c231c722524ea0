/* edit-arrange.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hand does with cards, as edits of the property test: each function of
 * the room “interact” that changes a board is one line of a table.
 */

#pragma once

#include "commons-editor.h"

G_BEGIN_DECLS

/* Does one thing of the table, modulo its length, in the transaction under
 * way. Cards and links are named by their place modulo how many there are. */
void edit_arrange (CommonsEditor *editor,
                   int            which,
                   int            index,
                   int            other,
                   int            value);

G_END_DECLS
