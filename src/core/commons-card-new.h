/* commons-card-new.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-record.h"

G_BEGIN_DECLS

/**
 * commons_card_get_usual_size:
 * @kind: (nullable): a kind of the catalogue, %NULL for a plain card
 * @width: (out): its usual width, in board units
 * @height: (out): its usual height, in board units
 *
 * Tells how large a new card, circle or zone is.
 */
void           commons_card_get_usual_size (const CommonsKind *kind,
                                            int               *width,
                                            int               *height);

/**
 * commons_card_new:
 * @kind: (nullable): a kind of the catalogue, %NULL for a plain card
 * @bounds: place and size, in board units
 * @text: title, then body after the first line break
 *
 * Makes a node of a kind with a new random id and the colour other programs
 * show it in.
 *
 * Returns: (transfer full): the record
 */
CommonsRecord *commons_card_new            (const CommonsKind *kind,
                                            const CommonsRect *bounds,
                                            const char        *text);

G_END_DECLS
