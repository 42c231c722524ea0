/* commons-png-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-png-text"

#include "config.h"

#include <string.h>

#include "commons-png-text.h"

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_SIZE 8

/* Length and type before the content of a chunk, its sum after it. */
#define CHUNK_HEAD 8
#define CHUNK_SUM  4

/* The sum of ISO 3309 over type and content, as annex D of the specification
 * has it; a few hundred bytes need no table. */
static guint32
compute_sum (const guint8 *data,
             gsize         size)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      sum ^= data[i];

      for (guint bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }

  return sum ^ 0xffffffff;
}

static guint32
read_number (const guint8 *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint32 ordered = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &ordered, sizeof ordered);
}

static GByteArray *
make_chunk (const char *keyword,
            const char *text)
{
  /* The end of the keyword, not packed, no language, no translated keyword. */
  static const guint8 plain[] = { 0, 0, 0, 0, 0 };
  GByteArray *chunk = g_byte_array_new ();
  gsize size = strlen (keyword) + sizeof plain + strlen (text);

  append_number (chunk, (guint32) size);
  g_byte_array_append (chunk, (const guint8 *) "iTXt", 4);
  g_byte_array_append (chunk, (const guint8 *) keyword, (guint) strlen (keyword));
  g_byte_array_append (chunk, plain, sizeof plain);
  g_byte_array_append (chunk, (const guint8 *) text, (guint) strlen (text));
  append_number (chunk, compute_sum (chunk->data + 4, size + 4));

  return chunk;
}

/* Returns where the header and the words after it end, or 0. */
static gsize
find_end_of_words (const GByteArray *png)
{
  gsize at = SIGNATURE_SIZE, end = 0;

  if (png->len < SIGNATURE_SIZE || memcmp (png->data, SIGNATURE, SIGNATURE_SIZE) != 0)
    return 0;

  while (at + CHUNK_HEAD + CHUNK_SUM <= png->len)
    {
      const char *type = (const char *) png->data + at + 4;
      gsize size = read_number (png->data + at);

      if (size > png->len - at - CHUNK_HEAD - CHUNK_SUM ||
          (memcmp (type, "IHDR", 4) != 0 && memcmp (type, "iTXt", 4) != 0))
        break;

      at += CHUNK_HEAD + size + CHUNK_SUM;
      end = at;
    }

  return end;
}

void
commons_png_text_insert (GByteArray *png,
                         const char *keyword,
                         const char *text)
{
  g_autoptr (GByteArray) chunk = NULL;
  gsize at, rest;

  g_return_if_fail (png != NULL);
  g_return_if_fail (keyword != NULL);

  at = find_end_of_words (png);
  if (text == NULL || at == 0)
    return;

  chunk = make_chunk (keyword, text);
  rest = png->len - at;
  g_byte_array_set_size (png, png->len + chunk->len);
  memmove (png->data + at + chunk->len, png->data + at, rest);
  memcpy (png->data + at, chunk->data, chunk->len);
}
