/* commons-bitmap-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-bitmap.h"

G_BEGIN_DECLS

/**
 * commons_bitmap_slice:
 * @x: pixels from the left
 * @y: pixels from the top
 * @width: pixels, within the bitmap
 * @height: pixels, within the bitmap
 *
 * Returns: (transfer full): a part of the bitmap, which shares its pixels
 */
CommonsBitmap *commons_bitmap_slice (CommonsBitmap *self,
                                     int            x,
                                     int            y,
                                     int            width,
                                     int            height);

G_END_DECLS
