/* commons-json-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-json-keys"

#include "config.h"

#include <string.h>

#include "commons-json-keys.h"
#include "commons-json-string.h"

#define N_SLOTS_AT_FIRST 16

typedef struct
{
  const char *raw;
  gsize       length;
  guint64     hash;
  guint       round;
} Slot;

struct _CommonsJsonKeys
{
  Slot    *slots;
  guint    n_slots;
  guint    n_used;
  guint    round;
  guint64  seed;
  GString *scratch;
};

CommonsJsonKeys *
commons_json_keys_new (void)
{
  CommonsJsonKeys *self = g_new0 (CommonsJsonKeys, 1);

  self->n_slots = N_SLOTS_AT_FIRST;
  self->slots = g_new0 (Slot, self->n_slots);
  self->round = 1;
  self->scratch = g_string_new (NULL);

  /* A file cannot be made so that its names collide when nobody knows where
   * hashing starts. */
  self->seed = ((guint64) g_random_int () << 32) | g_random_int ();

  return self;
}

void
commons_json_keys_free (CommonsJsonKeys *self)
{
  g_string_free (self->scratch, TRUE);
  g_free (self->slots);
  g_free (self);
}

void
commons_json_keys_clear (CommonsJsonKeys *self)
{
  g_return_if_fail (self != NULL);

  self->round++;
  self->n_used = 0;
}

static guint64
hash_bytes (guint64     hash,
            const char *bytes,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash ^ (hash >> 29);
}

static guint64
hash_key (CommonsJsonKeys *self,
          const char      *raw,
          gsize            length)
{
  if (memchr (raw, '\\', length) == NULL)
    return hash_bytes (self->seed, raw, length);

  commons_json_string_decode (self->scratch, raw, length);
  return hash_bytes (self->seed, self->scratch->str, self->scratch->len);
}

static gboolean
same_key (const Slot *a,
          const Slot *b)
{
  g_autoptr(GString) first = NULL;
  g_autoptr(GString) second = NULL;

  if (a->hash != b->hash)
    return FALSE;

  if (a->length == b->length && memcmp (a->raw, b->raw, a->length) == 0)
    return TRUE;

  first = g_string_new (NULL);
  second = g_string_new (NULL);
  commons_json_string_decode (first, a->raw, a->length);
  commons_json_string_decode (second, b->raw, b->length);

  return g_string_equal (first, second);
}

/* Finds the slot @wanted is in, or the free one where it belongs. */
static Slot *
find_slot (CommonsJsonKeys *self,
           const Slot      *wanted)
{
  guint mask = self->n_slots - 1;
  guint i = (guint) wanted->hash & mask;

  while (self->slots[i].round == self->round && !same_key (&self->slots[i], wanted))
    i = (i + 1) & mask;

  return &self->slots[i];
}

static void
grow (CommonsJsonKeys *self)
{
  g_autofree Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);

  for (guint i = 0; i < n_old; i++)
    {
      if (old[i].round == self->round)
        *find_slot (self, &old[i]) = old[i];
    }
}

gboolean
commons_json_keys_add (CommonsJsonKeys *self,
                       const char      *raw,
                       gsize            length)
{
  Slot wanted = { raw, length, 0, 0 };
  Slot *slot;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (raw != NULL, FALSE);

  wanted.hash = hash_key (self, raw, length);
  wanted.round = self->round;
  slot = find_slot (self, &wanted);

  if (slot->round == self->round)
    return FALSE;

  *slot = wanted;
  self->n_used++;

  if (self->n_used * 2 > self->n_slots)
    grow (self);

  return TRUE;
}
