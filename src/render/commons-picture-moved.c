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
tells_place (const char *name)
{
  return g_str_equal (name, "x") || g_str_equal (name, "y");
}

/* Both have the same members but for their place, which all cards have. What
 * only moves shares the others, but for numbers. */
static gboolean
is_same_elsewhere (CommonsRecord *before,
                   CommonsRecord *after)
{
  const CommonsRect *from = commons_record_get_bounds (before);
  const CommonsRect *to = commons_record_get_bounds (after);
  JsonObjectIter iter, other;
  const char *name, *other_name;
  JsonNode *value, *other_value;

  if (from->width != to->width || from->height != to->height ||
      json_object_get_size (commons_record_get_object (before)) != json_object_get_size (commons_record_get_object (after)))
    return FALSE;

  json_object_iter_init_ordered (&iter, commons_record_get_object (before));
  json_object_iter_init_ordered (&other, commons_record_get_object (after));
  while (json_object_iter_next_ordered (&iter, &name, &value) &&
         json_object_iter_next_ordered (&other, &other_name, &other_value))
    {
      if (!g_str_equal (name, other_name) ||
          (value != other_value && !tells_place (name) &&
           !(JSON_NODE_HOLDS_VALUE (value) && json_node_equal (value, other_value))))
        return FALSE;
    }

  return TRUE;
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
