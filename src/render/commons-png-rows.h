/* commons-png-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CommonsPngRows:
 *
 * Packs rows of pixels for a PNG file, a band of rows at a time. Bands may be
 * packed by several packers in threads of their own.
 */
typedef struct _CommonsPngRows CommonsPngRows;

/**
 * CommonsPngSum:
 * @sum: the sum of RFC 1950 over the bytes
 * @length: number of bytes
 *
 * What a file says of its bytes before they were packed.
 */
typedef struct
{
  guint32 sum;
  guint64 length;
} CommonsPngSum;

/**
 * COMMONS_PNG_SUM_INIT:
 *
 * The sum of no bytes.
 */
#define COMMONS_PNG_SUM_INIT { 1, 0 }

/**
 * commons_png_rows_new:
 * @width: pixels in a row
 * @alpha: whether pixels are see-through
 *
 * Returns: (transfer full): a packer
 */
CommonsPngRows *commons_png_rows_new  (guint           width,
                                       gboolean        alpha);
void            commons_png_rows_free (CommonsPngRows *self);

/**
 * commons_png_rows_pack:
 * @pixels: rows of pixels as cairo keeps them
 * @stride: bytes from one row to the next
 * @n_rows: rows of the band
 * @packed: what the band becomes is appended to it
 * @sum: (out): of the band
 *
 * Packs a band, whatever stands above it.
 */
void            commons_png_rows_pack (CommonsPngRows *self,
                                       const guint8   *pixels,
                                       gsize           stride,
                                       guint           n_rows,
                                       GByteArray     *packed,
                                       CommonsPngSum  *sum);

/**
 * commons_png_sum_add:
 * @next: the sum of the bytes that follow
 *
 * Adds the sum of bytes that follow those of @self.
 */
void            commons_png_sum_add   (CommonsPngSum       *self,
                                       const CommonsPngSum *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsPngRows, commons_png_rows_free)

G_END_DECLS
