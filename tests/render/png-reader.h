/* png-reader.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads PNG files by the letter of the specification, and ends the test where
 * one is not as it should be. It shares nothing with what writes them.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint      width;
  guint      height;
  guint      n_bytes;  /* of a pixel: red, green, blue, and how opaque */
  guint8    *pixels;   /* rows without gaps */
  GPtrArray *types;    /* of the chunks, one after the other */
} PngReader;

PngReader *png_reader_new  (GBytes    *bytes);
void       png_reader_free (PngReader *self);

/* Puts a packed stretch of rows back into bytes. */
GBytes    *png_reader_inflate (const guint8 *data,
                               gsize         size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PngReader, png_reader_free)

G_END_DECLS
