/* commons-picture-moved.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards that only change their place keep their drawing: laying out their texts
 * again takes longer than painting them.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include "commons-picture-private.h"

static gboolean
is_same_elsewhere (CommonsRecord *before,
                   CommonsRecord *after)
{
  const CommonsRect *from = commons_record_get_bounds (before);
  const CommonsRect *to = commons_record_get_bounds (after);
  g_autoptr (CommonsRecord) moved = NULL;

  if (from->width != to->width || from->height != to->height)
    return FALSE;

  moved = commons_record_with_bounds (before, to);
  return commons_record_equal (moved, after);
}

static void
take_scene (CommonsNodeEntry *entry,
            CommonsNodeEntry *before)
{
  const CommonsRect *from = commons_record_get_bounds (before->record);
  const CommonsRect *to = commons_record_get_bounds (entry->record);

  if (entry->group || before->scene == NULL || before->way != COMMONS_GATE_NONE ||
      !is_same_elsewhere (before->record, entry->record))
    return;

  entry->scene = g_steal_pointer (&before->scene);
  commons_scene_translate (entry->scene, to->x - from->x, to->y - from->y);
}

void
_commons_picture_keep_moved (GHashTable *gone,
                             GPtrArray  *fresh)
{
  g_autoptr (GHashTable) before = NULL;
  GHashTableIter iter;
  gpointer value;

  if (fresh->len == 0 || g_hash_table_size (gone) == 0)
    return;

  before = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_insert (before, (gpointer) commons_record_get_id (((CommonsNodeEntry *) value)->record), value);

  for (guint i = 0; i < fresh->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (fresh, i);
      CommonsNodeEntry *old = g_hash_table_lookup (before, commons_record_get_id (entry->record));

      if (old != NULL)
        take_scene (entry, old);
    }
}
