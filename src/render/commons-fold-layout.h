/* commons-fold-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Circles and zones that are closed over what lies in them.
 */

#pragma once

#include "commons-drawing.h"

G_BEGIN_DECLS

/**
 * commons_fold_layout_build:
 * @group: a folded circle, zone or group
 * @n_hidden: how many cards lie in it
 *
 * Adds a folded group to a scene: as large as a card, with its name and how
 * many cards it holds.
 */
void commons_fold_layout_build (const CommonsDrawing *drawing,
                                CommonsRecord        *group,
                                guint                 n_hidden,
                                CommonsScene         *scene);

G_END_DECLS
