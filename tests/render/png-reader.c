/* png-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "png-reader.h"

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* Annex D, a bit at a time. */
static guint32
sum_chunk (const guint8 *data,
           gsize         size)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }

  return ~sum;
}

/* RFC 1950, a byte at a time. */
static guint32
sum_bytes (GBytes *bytes)
{
  guint32 low = 1, high = 0;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      low = (low + data[i]) % 65521;
      high = (high + low) % 65521;
    }

  return high << 16 | low;
}

GBytes *
png_reader_inflate (const guint8 *data,
                    gsize         size)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (inflate));
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (stream, data, size, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static guint8
predict (int left,
         int above,
         int corner)
{
  int guess = left + above - corner;
  int a = ABS (guess - left), b = ABS (guess - above), c = ABS (guess - corner);

  return (guint8) (a <= b && a <= c ? left : b <= c ? above : corner);
}

/* The filters of 9.2. */
static void
take_rows (PngReader *self,
           GBytes    *rows)
{
  gsize stride = (gsize) self->width * self->n_bytes, size;
  const guint8 *data = g_bytes_get_data (rows, &size);

  g_assert_cmpuint (size, ==, (stride + 1) * self->height);
  self->pixels = g_malloc0 (stride * self->height);

  for (gsize y = 0; y < self->height; y++)
    {
      const guint8 *from = data + y * (stride + 1);
      guint8 *to = self->pixels + y * stride;

      g_assert_cmpuint (*from, <=, 4);
      for (gsize x = 0; x < stride; x++)
        {
          guint8 left = x >= self->n_bytes ? to[x - self->n_bytes] : 0;
          guint8 above = y > 0 ? to[x - stride] : 0;
          guint8 corner = x >= self->n_bytes && y > 0 ? to[x - stride - self->n_bytes] : 0;
          const guint8 guesses[] = { 0, left, above, (guint8) ((left + above) / 2), predict (left, above, corner) };

          to[x] = (guint8) (from[1 + x] + guesses[*from]);
        }
    }
}

static void
take_head (PngReader    *self,
           const guint8 *head)
{
  self->width = read_number (head);
  self->height = read_number (head + 4);
  g_assert_cmpuint (head[8], ==, 8);
  g_assert_true (head[9] == 2 || head[9] == 6);
  self->n_bytes = head[9] == 2 ? 3 : 4;
  g_assert_cmpmem (head + 10, 3, "\0\0\0", 3);
}

static void
take_chunks (PngReader  *self,
             GBytes     *bytes,
             GByteArray *packed)
{
  gsize length, size;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, >, 8);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);

  for (gsize at = 8; at < length; at += size + 12)
    {
      g_assert_cmpuint (length - at, >=, 12);
      size = read_number (data + at);
      g_assert_cmpuint (length - at - 12, >=, size);
      g_assert_cmphex (read_number (data + at + 8 + size), ==, sum_chunk (data + at + 4, size + 4));
      g_ptr_array_add (self->types, g_strndup ((const char *) data + at + 4, 4));

      if (at == 8)
        take_head (self, data + at + 8);
      if (memcmp (data + at + 4, "IDAT", 4) == 0)
        g_byte_array_append (packed, data + at + 8, (guint) size);
    }
}

/* The head first, the end last, pixels without anything between. */
static void
check_order (PngReader *self)
{
  guint n = self->types->len, first = n, last = 0;

  g_assert_cmpstr (g_ptr_array_index (self->types, 0), ==, "IHDR");
  g_assert_cmpstr (g_ptr_array_index (self->types, n - 1), ==, "IEND");

  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (g_ptr_array_index (self->types, i), "IDAT"))
        continue;
      first = MIN (first, i);
      last = i;
    }

  g_assert_cmpuint (first, <, n);
  for (guint i = first; i <= last; i++)
    g_assert_cmpstr (g_ptr_array_index (self->types, i), ==, "IDAT");
}

PngReader *
png_reader_new (GBytes *bytes)
{
  PngReader *self = g_new0 (PngReader, 1);
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GBytes) rows = NULL;

  self->types = g_ptr_array_new_with_free_func (g_free);
  take_chunks (self, bytes, packed);
  check_order (self);

  /* Deflate with a window of 32 KiB, and the two bytes divide by 31. */
  g_assert_cmpuint (packed->len, >, 6);
  g_assert_cmphex (packed->data[0], ==, 0x78);
  g_assert_cmpuint ((packed->data[0] << 8 | packed->data[1]) % 31, ==, 0);
  rows = png_reader_inflate (packed->data + 2, packed->len - 6);
  g_assert_cmphex (read_number (packed->data + packed->len - 4), ==, sum_bytes (rows));
  take_rows (self, rows);

  return self;
}

void
png_reader_free (PngReader *self)
{
  g_ptr_array_unref (self->types);
  g_free (self->pixels);
  g_free (self);
}
