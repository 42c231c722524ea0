/* commons-png-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of boards are mostly of one colour, and what is not is mostly as
 * the row above. So each row is told by what differs from the one above (the
 * filter “Up” of the specification), and most of that is zeros, which are found
 * eight pixels at a time and cost next to nothing after that. Among the rest,
 * letters repeat: pixels that follow each other are looked for further left.
 * The first row of a band stands for itself: bands are drawn in any order.
 */

#define G_LOG_DOMAIN "commons-png-rows"

#include "config.h"

#include <string.h>

#include "commons-deflate.h"
#include "commons-png-rows.h"

#define FILTER_NONE 0
#define FILTER_UP   2

/* The largest prime below 2^16 (RFC 1950, 8.2). */
#define SUM_BASE 65521

#define HASH_BITS 12
#define MAX_PLAIN 1024

/* Pixels that are looked at together. */
#define TOGETHER 8

struct _CommonsPngRows
{
  CommonsDeflate *deflate;
  guint           width;
  gboolean        alpha;
  guint           n_bytes;   /* of a pixel */
  guint32        *straight[2];
  guint32        *nothing;   /* a row of zeros */
  guint32        *rest;      /* of one row: what differs from that above */
  guint32         seen[1 << HASH_BITS];
  guint8          plain[MAX_PLAIN];  /* bytes that are told as they are */
  guint           n_plain;

  /* Both halves of the sum, brought down after each row. */
  guint64         low;
  guint64         high;
};

CommonsPngRows *
commons_png_rows_new (guint    width,
                      gboolean alpha)
{
  CommonsPngRows *self = g_new0 (CommonsPngRows, 1);

  self->deflate = commons_deflate_new ();
  self->width = width;
  self->alpha = alpha;
  self->n_bytes = alpha ? 4 : 3;

  self->rest = g_new0 (guint32, width + TOGETHER);
  self->nothing = g_new0 (guint32, width);
  for (guint i = 0; alpha && i < 2; i++)
    self->straight[i] = g_new0 (guint32, width);

  return self;
}

void
commons_png_rows_free (CommonsPngRows *self)
{
  g_return_if_fail (self != NULL);

  commons_deflate_free (self->deflate);
  g_free (self->rest);
  g_free (self->nothing);
  g_free (self->straight[0]);
  g_free (self->straight[1]);
  g_free (self);
}

/* Pixels are kept multiplied by how opaque they are; files want them plain. */
static inline guint32
get_straight (guint32 pixel)
{
  guint32 alpha = pixel >> 24;

  if (alpha == 0xff || pixel == 0)
    return pixel;

  if (alpha == 0)
    return 0;

  return alpha << 24 |
         (((pixel >> 16 & 0xff) * 255 + alpha / 2) / alpha & 0xff) << 16 |
         (((pixel >> 8 & 0xff) * 255 + alpha / 2) / alpha & 0xff) << 8 |
         (((pixel & 0xff) * 255 + alpha / 2) / alpha & 0xff);
}

static const guint32 *
take_row (CommonsPngRows *self,
          const guint8   *pixels,
          guint           turn)
{
  const guint32 *row = (const guint32 *) (const void *) pixels;
  guint32 *straight = self->straight[turn % 2];

  if (!self->alpha)
    return row;

  for (guint i = 0; i < self->width; i++)
    straight[i] = get_straight (row[i]);

  return straight;
}

/* The difference of each byte, none borrowing from the next. */
static inline guint64
subtract (guint64 a,
          guint64 b)
{
  const guint64 top = 0x8080808080808080;

  return ((a | top) - (b & ~top)) ^ ((a ^ ~b) & top);
}

static inline guint64
read_two (const guint32 *pixels)
{
  guint64 two;

  memcpy (&two, pixels, sizeof two);
  return two;
}

/* Takes two pixels from those under them. */
static inline void
subtract_two (guint32       *rest,
              const guint32 *above,
              const guint32 *row,
              guint64        mask)
{
  guint64 a = read_two (row), b = read_two (above), difference = a == b ? 0 : subtract (a & mask, b & mask);

  memcpy (rest, &difference, sizeof difference);
}

/* Whether eight pixels are those above them. */
static inline gboolean
are_same (const guint32 *above,
          const guint32 *row)
{
  return ((read_two (above) ^ read_two (row)) | (read_two (above + 2) ^ read_two (row + 2)) |
          (read_two (above + 4) ^ read_two (row + 4)) | (read_two (above + 6) ^ read_two (row + 6))) == 0;
}

static void
find_rest (CommonsPngRows *self,
           const guint32  *above,
           const guint32  *row)
{
  guint64 mask = self->alpha ? G_MAXUINT64 : 0x00ffffff00ffffff;
  guint i;

  for (i = 0; i + TOGETHER <= self->width; i += TOGETHER)
    {
      if (are_same (above + i, row + i))
        memset (self->rest + i, 0, TOGETHER * sizeof *row);
      else
        for (guint j = i; j < i + TOGETHER; j += 2)
          subtract_two (self->rest + j, above + j, row + j, mask);
    }

  for (; i + 2 <= self->width; i += 2)
    subtract_two (self->rest + i, above + i, row + i, mask);

  if (i < self->width)
    self->rest[i] = (guint32) (subtract (row[i] & mask, above[i] & mask) & (guint32) mask);

  /* Ends every run. */
  self->rest[self->width] = 1;
}

/* Returns where the zeros that begin at @i end. */
static inline guint
skip_zeros (const CommonsPngRows *self,
            guint                 i)
{
  const guint32 *rest = self->rest;

  while ((read_two (rest + i) | read_two (rest + i + 2) | read_two (rest + i + 4) | read_two (rest + i + 6)) == 0)
    i += TOGETHER;

  while (rest[i] == 0)
    i++;

  return i;
}

static void
flush (CommonsPngRows *self)
{
  commons_deflate_add_bytes (self->deflate, self->plain, self->n_plain);
  self->n_plain = 0;
}

static void
add_zeros (CommonsPngRows *self,
           guint           n_pixels)
{
  static const guint8 zeros[4 * 2] = { 0 };
  gsize n_bytes = (gsize) n_pixels * self->n_bytes;

  self->high += self->low * n_bytes;

  if (n_bytes <= COMMONS_DEFLATE_SHORTEST)
    {
      flush (self);
      commons_deflate_add_bytes (self->deflate, zeros, (guint) n_bytes);
      return;
    }

  flush (self);
  commons_deflate_add_bytes (self->deflate, zeros, 1);
  commons_deflate_add_repeat (self->deflate, n_bytes - 1, 1);
}

static inline void
sum_bytes (CommonsPngRows *self,
           guint32         pixel)
{
  guint64 low = self->low, high = self->high;

  high += low += pixel >> 16 & 0xff;
  high += low += pixel >> 8 & 0xff;
  high += low += pixel & 0xff;
  if (self->alpha)
    high += low += pixel >> 24;

  self->low = low;
  self->high = high;
}

static inline void
add_pixel (CommonsPngRows *self,
           guint32         pixel)
{
  guint8 *plain = self->plain + self->n_plain;

  plain[0] = (guint8) (pixel >> 16);
  plain[1] = (guint8) (pixel >> 8);
  plain[2] = (guint8) pixel;
  plain[3] = (guint8) (pixel >> 24);
  self->n_plain += self->n_bytes;

  if (self->n_plain > MAX_PLAIN - 4)
    flush (self);
}

/* Returns how many pixels from @i on stand in this row already, and where. A
 * place remembered from another row is as good as any: what counts is what
 * stands there now. */
static guint
find_repeat (CommonsPngRows *self,
             guint           i,
             guint          *where)
{
  const guint32 *rest = self->rest;
  guint hash = (rest[i] * 0x9e3779b1u ^ rest[i + 1] * 0x85ebca6bu) >> (32 - HASH_BITS);
  guint from = self->seen[hash], n = 0;

  self->seen[hash] = i;
  *where = from;

  if (from >= i || (i - from) * self->n_bytes > COMMONS_DEFLATE_WINDOW)
    return 0;

  while (i + n < self->width && rest[from + n] == rest[i + n])
    n++;

  return n;
}

static void
pack_row (CommonsPngRows *self,
          guint8          filter)
{
  guint i = 0;

  commons_deflate_add_bytes (self->deflate, &filter, 1);
  self->high += self->low += filter;

  while (i < self->width)
    {
      guint end, from;

      if (self->rest[i] == 0)
        {
          end = MIN (skip_zeros (self, i), self->width);
          add_zeros (self, end - i);
          i = end;
          continue;
        }

      end = i + find_repeat (self, i, &from);

      if (end >= i + 2)
        {
          flush (self);
          commons_deflate_add_repeat (self->deflate, (gsize) (end - i) * self->n_bytes, (i - from) * self->n_bytes);
          while (i < end)
            sum_bytes (self, self->rest[i++]);
        }
      else
        {
          sum_bytes (self, self->rest[i]);
          add_pixel (self, self->rest[i++]);
        }
    }

  flush (self);
  self->low %= SUM_BASE;
  self->high %= SUM_BASE;
}

void
commons_png_rows_pack (CommonsPngRows *self,
                       const guint8   *pixels,
                       gsize           stride,
                       guint           n_rows,
                       GByteArray     *packed,
                       CommonsPngSum  *sum)
{
  const guint32 *above;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pixels != NULL);
  g_return_if_fail (packed != NULL);
  g_return_if_fail (sum != NULL);

  self->low = 1;
  self->high = 0;
  commons_deflate_begin (self->deflate, packed);
  above = self->nothing;

  for (guint i = 0; i < n_rows; i++)
    {
      const guint32 *row = take_row (self, pixels + i * stride, i);

      find_rest (self, above, row);
      pack_row (self, i == 0 ? FILTER_NONE : FILTER_UP);
      above = row;
    }

  commons_deflate_end (self->deflate);
  sum->sum = (guint32) (self->high << 16 | self->low);
  sum->length = (guint64) n_rows * (1 + (guint64) self->width * self->n_bytes);
}

void
commons_png_sum_add (CommonsPngSum       *self,
                     const CommonsPngSum *next)
{
  guint64 low, high;

  g_return_if_fail (self != NULL);
  g_return_if_fail (next != NULL);

  low = (self->sum & 0xffff) + (next->sum & 0xffff) + SUM_BASE - 1;
  high = (self->sum >> 16) + (next->sum >> 16) +
         next->length % SUM_BASE * ((self->sum & 0xffff) + SUM_BASE - 1);
  self->sum = (guint32) ((high % SUM_BASE) << 16 | low % SUM_BASE);
  self->length += next->length;
}
