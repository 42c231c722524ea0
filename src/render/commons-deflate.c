/* commons-deflate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each block of a stretch has a code of its own (RFC 1951, 3.2.7). An empty
 * stored block brings a stretch to a whole byte, as a flush of zlib does.
 */

#define G_LOG_DOMAIN "commons-deflate"

#include "config.h"

#include <string.h>

#include "commons-deflate-code.h"
#include "commons-deflate.h"

#define N_LITERALS  286
#define N_DISTANCES 30
#define N_SIZES     19
#define END_OF_BLOCK 256

#define MAX_BITS      15
#define MAX_SIZE_BITS 7
#define LONGEST       258

/* What a block holds at most, and what one symbol may take of it. */
#define MAX_TOKENS      32768
#define MAX_TOKEN_BYTES 8

/* A byte, or a repetition: its length above, its distance below. */
typedef guint32 Token;

#define REPEAT_SHIFT 16

typedef struct
{
  guint8  lengths[COMMONS_DEFLATE_MAX_SYMBOLS];
  guint16 codes[COMMONS_DEFLATE_MAX_SYMBOLS];
} Code;

struct _CommonsDeflate
{
  GByteArray *packed;
  guint8     *to;        /* where the next whole byte goes */
  guint64     bits;      /* not written yet, the first one lowest */
  guint       n_bits;

  Token       tokens[MAX_TOKENS];
  guint       n_tokens;
  guint32     literals[N_LITERALS];
  guint32     distances[N_DISTANCES];
};

CommonsDeflate *
commons_deflate_new (void)
{
  return g_new0 (CommonsDeflate, 1);
}

void
commons_deflate_free (CommonsDeflate *self)
{
  g_free (self);
}

static inline guint
log_of (guint number)
{
  return (guint) g_bit_storage (number) - 1;
}

/* Symbols of lengths and distances stand for ranges, four or two for each
 * power of two; what is left goes after them as plain bits. */
static inline guint
get_length_symbol (guint  length,
                   guint *n_extra)
{
  guint value = length - 3, power;

  *n_extra = 0;
  if (length == LONGEST)
    return 285;
  if (value < 8)
    return 257 + value;

  power = log_of (value);
  *n_extra = power - 2;
  return 257 + 4 * (power - 1) + (value >> (power - 2) & 3);
}

static inline guint
get_distance_symbol (guint  distance,
                     guint *n_extra)
{
  guint value = distance - 1, power;

  *n_extra = 0;
  if (value < 4)
    return value;

  power = log_of (value);
  *n_extra = power - 1;
  return 2 * power + (value >> (power - 1) & 1);
}

static inline void
write_bits (CommonsDeflate *self,
            guint           bits,
            guint           n_bits)
{
  self->bits |= (guint64) bits << self->n_bits;
  self->n_bits += n_bits;

  if (self->n_bits >= 32)
    {
      guint32 ready = GUINT32_TO_LE ((guint32) self->bits);

      memcpy (self->to, &ready, sizeof ready);
      self->to += sizeof ready;
      self->bits >>= 32;
      self->n_bits -= 32;
    }
}

/* What is left, up to a whole byte. */
static void
write_rest (CommonsDeflate *self)
{
  for (; self->n_bits > 0; self->n_bits -= MIN (self->n_bits, 8))
    {
      *self->to++ = (guint8) self->bits;
      self->bits >>= 8;
    }
}

/* Makes room for what comes, and lets @to point there. */
static gsize
open_room (CommonsDeflate *self,
           gsize           n_bytes)
{
  gsize at = self->packed->len;

  g_byte_array_set_size (self->packed, (guint) (at + n_bytes));
  self->to = self->packed->data + at;
  return at;
}

static void
close_room (CommonsDeflate *self)
{
  g_byte_array_set_size (self->packed, (guint) (self->to - self->packed->data));
}

/* The lengths of the symbols are packed as well: zeros as runs of up to 138,
 * the others one by one. */
static guint
pack_lengths (const guint8 *lengths,
              guint         n_lengths,
              guint8       *sizes,
              guint8       *extra)
{
  guint n_sizes = 0;

  for (guint i = 0, run; i < n_lengths; i += run)
    {
      for (run = 1; lengths[i] == 0 && i + run < n_lengths && lengths[i + run] == 0 && run < 138;)
        run++;

      if (run < 3)
        run = 1;

      sizes[n_sizes] = run == 1 ? lengths[i] : run < 11 ? 17 : 18;
      extra[n_sizes++] = (guint8) (run == 1 ? 0 : run < 11 ? run - 3 : run - 11);
    }

  return n_sizes;
}

/* The codes of a block, told by the lengths of their symbols alone. */
static void
write_codes (CommonsDeflate *self,
             const Code     *literals,
             const Code     *distances)
{
  static const guint8 order[N_SIZES] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };
  guint8 lengths[N_LITERALS + N_DISTANCES], sizes[N_LITERALS + N_DISTANCES], extra[N_LITERALS + N_DISTANCES];
  guint32 counts[N_SIZES] = { 0 };
  Code code;
  guint n_sizes;

  memcpy (lengths, literals->lengths, N_LITERALS);
  memcpy (lengths + N_LITERALS, distances->lengths, N_DISTANCES);
  n_sizes = pack_lengths (lengths, sizeof lengths, sizes, extra);

  for (guint i = 0; i < n_sizes; i++)
    counts[sizes[i]]++;
  commons_deflate_code_make (counts, N_SIZES, MAX_SIZE_BITS, code.lengths, code.codes);

  write_bits (self, N_LITERALS - 257, 5);
  write_bits (self, N_DISTANCES - 1, 5);
  write_bits (self, N_SIZES - 4, 4);
  for (guint i = 0; i < N_SIZES; i++)
    write_bits (self, code.lengths[order[i]], 3);

  for (guint i = 0; i < n_sizes; i++)
    {
      write_bits (self, code.codes[sizes[i]], code.lengths[sizes[i]]);
      if (sizes[i] >= 17)
        write_bits (self, extra[i], sizes[i] == 17 ? 3 : 7);
    }
}

static inline void
write_symbol (CommonsDeflate *self,
              const Code     *code,
              guint           symbol)
{
  write_bits (self, code->codes[symbol], code->lengths[symbol]);
}

static void
write_token (CommonsDeflate *self,
             const Code     *literals,
             const Code     *distances,
             Token           token)
{
  guint length = token >> REPEAT_SHIFT, distance = (token & 0xffff) + 1, symbol, n_extra;

  if (length == 0)
    {
      write_symbol (self, literals, token);
      return;
    }

  symbol = get_length_symbol (length, &n_extra);
  write_symbol (self, literals, symbol);
  write_bits (self, (length - 3) & ((1u << n_extra) - 1), n_extra);
  symbol = get_distance_symbol (distance, &n_extra);
  write_symbol (self, distances, symbol);
  write_bits (self, (distance - 1) & ((1u << n_extra) - 1), n_extra);
}

static void
write_block (CommonsDeflate *self)
{
  Code literals, distances;

  if (self->n_tokens == 0)
    return;

  self->literals[END_OF_BLOCK] = 1;
  commons_deflate_code_make (self->literals, N_LITERALS, MAX_BITS, literals.lengths, literals.codes);
  commons_deflate_code_make (self->distances, N_DISTANCES, MAX_BITS, distances.lengths, distances.codes);

  open_room (self, 1024 + (gsize) self->n_tokens * MAX_TOKEN_BYTES);
  write_bits (self, 2 << 1, 3);
  write_codes (self, &literals, &distances);
  for (guint i = 0; i < self->n_tokens; i++)
    write_token (self, &literals, &distances, self->tokens[i]);
  write_symbol (self, &literals, END_OF_BLOCK);
  close_room (self);

  self->n_tokens = 0;
  memset (self->literals, 0, sizeof self->literals);
  memset (self->distances, 0, sizeof self->distances);
}

static inline void
add_token (CommonsDeflate *self,
           Token           token)
{
  if (self->n_tokens == MAX_TOKENS)
    write_block (self);

  self->tokens[self->n_tokens++] = token;
}

void
commons_deflate_begin (CommonsDeflate *self,
                       GByteArray     *packed)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (packed != NULL);

  self->packed = packed;
}

void
commons_deflate_add_bytes (CommonsDeflate *self,
                           const guint8   *bytes,
                           guint           n_bytes)
{
  while (n_bytes > 0)
    {
      guint n_now;

      if (self->n_tokens == MAX_TOKENS)
        write_block (self);

      n_now = MIN (n_bytes, MAX_TOKENS - self->n_tokens);
      for (guint i = 0; i < n_now; i++)
        {
          self->tokens[self->n_tokens + i] = bytes[i];
          self->literals[bytes[i]]++;
        }

      self->n_tokens += n_now;
      bytes += n_now;
      n_bytes -= n_now;
    }
}

static void
add_short_repeat (CommonsDeflate *self,
                  guint           length,
                  guint           distance)
{
  guint n_extra;

  add_token (self, length << REPEAT_SHIFT | (distance - 1));
  self->literals[get_length_symbol (length, &n_extra)]++;
  self->distances[get_distance_symbol (distance, &n_extra)]++;
}

void
commons_deflate_add_repeat (CommonsDeflate *self,
                            gsize           length,
                            guint           distance)
{
  g_return_if_fail (length >= COMMONS_DEFLATE_SHORTEST);
  g_return_if_fail (distance > 0 && distance <= COMMONS_DEFLATE_WINDOW);

  /* What is left must not be too short to be told. */
  for (; length > LONGEST + COMMONS_DEFLATE_SHORTEST; length -= LONGEST)
    add_short_repeat (self, LONGEST, distance);

  if (length > LONGEST)
    {
      add_short_repeat (self, COMMONS_DEFLATE_SHORTEST, distance);
      length -= COMMONS_DEFLATE_SHORTEST;
    }

  add_short_repeat (self, (guint) length, distance);
}

void
commons_deflate_end (CommonsDeflate *self)
{
  static const guint8 empty[] = { 0x00, 0x00, 0xff, 0xff };

  g_return_if_fail (self != NULL && self->packed != NULL);

  write_block (self);
  open_room (self, MAX_TOKEN_BYTES);
  write_bits (self, 0, 3);
  write_rest (self);
  close_room (self);

  g_byte_array_append (self->packed, empty, sizeof empty);
  self->packed = NULL;
}

void
commons_deflate_finish (GByteArray *packed)
{
  /* An empty block of fixed codes that says it is the last. */
  static const guint8 last[] = { 0x03, 0x00 };

  g_return_if_fail (packed != NULL);

  g_byte_array_append (packed, last, sizeof last);
}
