/* commons-arrange-tick.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"

G_BEGIN_DECLS

/**
 * commons_arrange_tick:
 * @id: id of a card
 * @box: which check box of its body, from 0
 * @label: name of the undo step, translated
 *
 * Ticks a check box, or takes its tick away.
 *
 * Returns: whether there is such a box on a card that is neither locked nor
 *   hidden
 */
gboolean    commons_arrange_tick          (CommonsEditor     *editor,
                                           const char        *id,
                                           guint              box,
                                           const char        *label);

/**
 * commons_arrange_find_box:
 * @node: a card
 *
 * Returns: the first check box that is not ticked, the last one when all are,
 *   or -1 when there is none to tick
 */
int         commons_arrange_find_box      (CommonsRecord     *node);

G_END_DECLS
