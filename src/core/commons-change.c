/* commons-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-change"

#include "config.h"

#include "commons-change.h"

struct _CommonsChangeSet
{
  grefcount  ref_count;
  GArray    *changes;
};

G_DEFINE_BOXED_TYPE (CommonsChangeSet, commons_change_set, commons_change_set_ref, commons_change_set_unref)

static void
clear_change (gpointer data)
{
  CommonsChange *change = data;

  g_clear_pointer (&change->before, commons_record_unref);
  g_clear_pointer (&change->after, commons_record_unref);
}

const char *
commons_change_get_id (const CommonsChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return commons_record_get_id (self->after ? self->after : self->before);
}

CommonsTable
commons_change_get_table (const CommonsChange *self)
{
  g_return_val_if_fail (self != NULL, COMMONS_TABLE_HEAD);

  return commons_record_get_table (self->after ? self->after : self->before);
}

CommonsChangeSet *
commons_change_set_new (void)
{
  CommonsChangeSet *self = g_new0 (CommonsChangeSet, 1);

  g_ref_count_init (&self->ref_count);
  self->changes = g_array_new (FALSE, FALSE, sizeof (CommonsChange));
  g_array_set_clear_func (self->changes, clear_change);

  return self;
}

CommonsChangeSet *
commons_change_set_ref (CommonsChangeSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);

  return self;
}

void
commons_change_set_unref (CommonsChangeSet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->changes);
  g_free (self);
}

void
commons_change_set_add (CommonsChangeSet *self,
                        CommonsRecord    *before,
                        guint             before_position,
                        CommonsRecord    *after,
                        guint             after_position)
{
  CommonsChange change = {
    .before = before ? commons_record_ref (before) : NULL,
    .after = after ? commons_record_ref (after) : NULL,
    .before_position = before_position,
    .after_position = after_position,
  };

  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL || after != NULL);

  g_array_append_val (self->changes, change);
}

guint
commons_change_set_get_length (const CommonsChangeSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes->len;
}

const CommonsChange *
commons_change_set_get (const CommonsChangeSet *self,
                        guint                   index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, CommonsChange, index);
}

CommonsChangeSet *
commons_change_set_invert (const CommonsChangeSet *self)
{
  CommonsChangeSet *inverse;

  g_return_val_if_fail (self != NULL, NULL);

  inverse = commons_change_set_new ();
  for (guint i = self->changes->len; i > 0; i--)
    {
      const CommonsChange *change = commons_change_set_get (self, i - 1);

      commons_change_set_add (inverse,
                              change->after, change->after_position,
                              change->before, change->before_position);
    }

  return inverse;
}

gboolean
commons_change_set_reverses (const CommonsChangeSet *self,
                             const CommonsChangeSet *last)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (last != NULL, FALSE);

  if (self->changes->len != last->changes->len)
    return FALSE;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const CommonsChange *back = commons_change_set_get (self, self->changes->len - 1 - i);
      const CommonsChange *done = commons_change_set_get (last, i);

      if (back->before != done->after || back->after != done->before ||
          back->before_position != done->after_position || back->after_position != done->before_position)
        return FALSE;
    }

  return TRUE;
}

/* Whether a change only replaces a record where it stands. Such changes of
 * different records may be swapped, so they can be folded. */
static gboolean
is_plain_edit (const CommonsChange *change)
{
  return change->before != NULL && change->after != NULL &&
         change->before_position == change->after_position;
}

static void
append_or_fold (CommonsChangeSet    *self,
                GHashTable          *last_edits,
                const CommonsChange *change)
{
  const char *id = commons_change_get_id (change);
  gpointer index;

  if (!is_plain_edit (change))
    {
      g_hash_table_remove_all (last_edits);
    }
  else if (g_hash_table_lookup_extended (last_edits, id, NULL, &index))
    {
      CommonsChange *last = &g_array_index (self->changes, CommonsChange, GPOINTER_TO_UINT (index));

      commons_record_unref (last->after);
      last->after = commons_record_ref (change->after);
      return;
    }
  else
    {
      g_hash_table_insert (last_edits, (gpointer) id, GUINT_TO_POINTER (self->changes->len));
    }

  commons_change_set_add (self,
                          change->before, change->before_position,
                          change->after, change->after_position);
}

CommonsChangeSet *
commons_change_set_concat (const CommonsChangeSet *self,
                           const CommonsChangeSet *next)
{
  CommonsChangeSet *all;
  g_autoptr (GHashTable) last_edits = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (next != NULL, NULL);

  all = commons_change_set_new ();
  for (guint i = 0; i < self->changes->len; i++)
    append_or_fold (all, last_edits, commons_change_set_get (self, i));
  for (guint i = 0; i < next->changes->len; i++)
    append_or_fold (all, last_edits, commons_change_set_get (next, i));

  return all;
}

gboolean
commons_change_set_is_noop (const CommonsChangeSet *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const CommonsChange *change = commons_change_set_get (self, i);

      if (!is_plain_edit (change) || !commons_record_equal (change->before, change->after))
        return FALSE;
    }

  return TRUE;
}
