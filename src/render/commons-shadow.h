/* commons-shadow.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * commons_shadow_get:
 * @index: number of the layer, from 0
 * @layer: (out): a box without border, to be painted under @box
 *
 * Translucent outlines laid over each other stand for a blur: nothing has to
 * be computed while painting.
 *
 * Returns: whether the shadow of @box has that layer
 */
gboolean commons_shadow_get (const CommonsBox *box,
                             guint             index,
                             CommonsBox       *layer);

G_END_DECLS
