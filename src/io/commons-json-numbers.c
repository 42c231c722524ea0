/* commons-json-numbers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-json-numbers"

#include "config.h"

#include <string.h>

#include "commons-json-numbers.h"

/* Beyond that many different values, digits are all that is kept. */
#define MAX_SPELLINGS 100000

struct _CommonsJsonNumbers
{
  GHashTable *spellings;
};

static guint
hash_bits (gconstpointer key)
{
  static gsize seed;
  guint64 bits = *(const guint64 *) key;

  /* Numbers chosen to collide would make reading slow, so nobody knows where
   * hashing starts. */
  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () | 1u);

  bits ^= seed;
  bits = (bits ^ (bits >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  bits ^= seed << 7;
  bits = (bits ^ (bits >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return (guint) (bits ^ (bits >> 33));
}

static guint64
get_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);

  return bits;
}

CommonsJsonNumbers *
commons_json_numbers_new (void)
{
  CommonsJsonNumbers *self = g_atomic_rc_box_new0 (CommonsJsonNumbers);

  self->spellings = g_hash_table_new_full (hash_bits, g_int64_equal, g_free, g_free);

  return self;
}

CommonsJsonNumbers *
commons_json_numbers_ref (CommonsJsonNumbers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
free_spellings (gpointer data)
{
  CommonsJsonNumbers *self = data;

  g_hash_table_unref (self->spellings);
}

void
commons_json_numbers_unref (CommonsJsonNumbers *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, free_spellings);
}

void
commons_json_numbers_remember (CommonsJsonNumbers *self,
                               double              value,
                               const char         *spelling)
{
  guint64 bits = get_bits (value);
  const char *known;

  g_return_if_fail (self != NULL);
  g_return_if_fail (spelling != NULL);

  known = g_hash_table_lookup (self->spellings, &bits);

  if (known != NULL && strlen (known) <= strlen (spelling))
    return;

  if (known == NULL && g_hash_table_size (self->spellings) >= MAX_SPELLINGS)
    return;

  g_hash_table_replace (self->spellings,
                        g_memdup2 (&bits, sizeof bits),
                        g_strdup (spelling));
}

static const char *
look_up (CommonsJsonNumbers *self,
         gconstpointer       bits)
{
  return self != NULL ? g_hash_table_lookup (self->spellings, bits) : NULL;
}

static void
take_spellings (CommonsJsonNumbers *self,
                CommonsJsonNumbers *from)
{
  GHashTableIter iter;
  gpointer bits;
  gpointer spelling;

  if (from == NULL)
    return;

  g_hash_table_iter_init (&iter, from->spellings);

  while (g_hash_table_iter_next (&iter, &bits, &spelling))
    g_hash_table_replace (self->spellings, g_memdup2 (bits, sizeof (guint64)), g_strdup (spelling));
}

CommonsJsonNumbers *
commons_json_numbers_merge (CommonsJsonNumbers *base,
                            CommonsJsonNumbers *ours,
                            CommonsJsonNumbers *theirs)
{
  CommonsJsonNumbers *self = commons_json_numbers_new ();
  GHashTableIter iter;
  gpointer bits;
  gpointer spelling;

  take_spellings (self, theirs);

  if (ours == NULL)
    return self;

  g_hash_table_iter_init (&iter, ours->spellings);

  while (g_hash_table_iter_next (&iter, &bits, &spelling))
    {
      if (look_up (self, bits) == NULL || g_strcmp0 (look_up (base, bits), spelling) != 0)
        g_hash_table_replace (self->spellings, g_memdup2 (bits, sizeof (guint64)), g_strdup (spelling));
    }

  return self;
}

/* Moves "1.5e+20" to "1.5e20" and "1e-07" to "1e-7". */
static void
append_exponent (GString    *out,
                 const char *digits)
{
  const char *exponent = strchr (digits, 'e');
  const char *p = exponent + 1;

  g_string_append_len (out, digits, exponent + 1 - digits);

  if (*p == '-')
    g_string_append_c (out, '-');

  if (*p == '-' || *p == '+')
    p++;

  while (p[0] == '0' && p[1] != '\0')
    p++;

  g_string_append (out, p);
}

void
commons_json_numbers_append (CommonsJsonNumbers *self,
                             GString            *out,
                             double              value)
{
  static const char * const formats[] = { "%.15g", "%.16g", "%.17g" };
  guint64 bits = get_bits (value);
  const char *known = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (out != NULL);

  if (self != NULL)
    known = g_hash_table_lookup (self->spellings, &bits);

  if (known != NULL)
    {
      g_string_append (out, known);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  if (strchr (buffer, 'e') != NULL)
    append_exponent (out, buffer);
  else
    g_string_append_printf (out, strchr (buffer, '.') != NULL ? "%s" : "%s.0", buffer);
}
