/* commons-bars.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * commons_bars_get:
 * @side: 0 top, 1 right, 2 bottom, 3 left
 * @bar: (out): a box without border, as large as the bar
 *
 * Returns: whether @box has a bar on that side
 */
gboolean commons_bars_get (const CommonsBox *box,
                           guint             side,
                           CommonsBox       *bar);

G_END_DECLS
