/* commons-png-chunk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-png-chunk"

#include "config.h"

#include <string.h>

#include "commons-png-chunk.h"

/* Of IHDR: colours as they are, with and without opacity. */
#define COLOUR_RGB  2
#define COLOUR_RGBA 6

/* Tables for four bytes at a time. */
#define N_TABLES 4

typedef guint32 SumTable[256];

/* The sum of ISO 3309, as annex D of the specification has it. */
static const SumTable *
get_tables (void)
{
  static SumTable tables[N_TABLES];
  static gsize made = 0;

  if (!g_once_init_enter (&made))
    return (const SumTable *) tables;

  for (guint i = 0; i < 256; i++)
    {
      guint32 sum = i;

      for (guint bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
      tables[0][i] = sum;
    }

  for (guint i = 0; i < 256; i++)
    {
      for (guint j = 1; j < N_TABLES; j++)
        tables[j][i] = (tables[j - 1][i] >> 8) ^ tables[0][tables[j - 1][i] & 0xff];
    }

  g_once_init_leave (&made, 1);
  return (const SumTable *) tables;
}

static guint32
add_to_sum (guint32       sum,
            const guint8 *data,
            gsize         size)
{
  const SumTable *tables = get_tables ();

  for (; size >= 4; data += 4, size -= 4)
    {
      guint32 four;

      memcpy (&four, data, sizeof four);
      sum ^= GUINT32_FROM_LE (four);
      sum = tables[3][sum & 0xff] ^ tables[2][sum >> 8 & 0xff] ^
            tables[1][sum >> 16 & 0xff] ^ tables[0][sum >> 24];
    }

  for (; size > 0; data++, size--)
    sum = (sum >> 8) ^ tables[0][(sum ^ *data) & 0xff];

  return sum;
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint32 ordered = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &ordered, sizeof ordered);
}

void
commons_png_chunk_append (GByteArray   *png,
                          const char   *type,
                          const guint8 *data,
                          guint         size)
{
  guint32 sum = 0xffffffff;

  g_return_if_fail (png != NULL);
  g_return_if_fail (type != NULL && strlen (type) == 4);
  g_return_if_fail (data != NULL || size == 0);

  append_number (png, size);
  g_byte_array_append (png, (const guint8 *) type, 4);
  if (size > 0)
    g_byte_array_append (png, data, size);

  sum = add_to_sum (sum, (const guint8 *) type, 4);
  sum = add_to_sum (sum, data, size);
  append_number (png, sum ^ 0xffffffff);
}

void
commons_png_chunk_append_header (GByteArray *png,
                                 guint       width,
                                 guint       height,
                                 gboolean    alpha)
{
  /* Eight bits, colour; deflate, filters of each row, rows in their order. */
  const guint8 looks[] = { 8, alpha ? COLOUR_RGBA : COLOUR_RGB, 0, 0, 0 };
  g_autoptr (GByteArray) header = g_byte_array_new ();

  append_number (header, width);
  append_number (header, height);
  g_byte_array_append (header, looks, sizeof looks);
  commons_png_chunk_append (png, "IHDR", header->data, header->len);
}

void
commons_png_chunk_append_text (GByteArray *png,
                               const char *keyword,
                               const char *text)
{
  /* The end of the keyword, not packed, no language, no translated keyword. */
  static const guint8 plain[] = { 0, 0, 0, 0, 0 };
  g_autoptr (GByteArray) words = NULL;

  g_return_if_fail (keyword != NULL);

  if (text == NULL)
    return;

  words = g_byte_array_new ();
  g_byte_array_append (words, (const guint8 *) keyword, (guint) strlen (keyword));
  g_byte_array_append (words, plain, sizeof plain);
  g_byte_array_append (words, (const guint8 *) text, (guint) strlen (text));
  commons_png_chunk_append (png, "iTXt", words->data, words->len);
}
