/* commons-inspect-items.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of words that cards have: each card keeps its own, whatever the others
 * of the selection have.
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-inspect-private.h"

/* Words and numbers are items; anything else in a list stays where it is. */
static char *
get_item (JsonNode *element)
{
  return JSON_NODE_HOLDS_VALUE (element) ? commons_inspect_describe (element) : NULL;
}

static void
free_item (gpointer data)
{
  CommonsInspectItem *item = data;

  g_free (item->value);
  g_free (item);
}

static void
count_item (GPtrArray  *items,
            GHashTable *known,
            GHashTable *mine,
            char       *value)
{
  CommonsInspectItem *item = g_hash_table_lookup (known, value);

  if (item == NULL)
    {
      item = g_new0 (CommonsInspectItem, 1);
      item->value = g_strdup (value);
      g_ptr_array_add (items, item);
      g_hash_table_insert (known, item->value, item);
    }

  /* A list that has a value twice has it. */
  if (g_hash_table_add (mine, item->value))
    item->count++;
}

GPtrArray *
commons_inspect_list_items (CommonsBoard *board,
                            GPtrArray    *ids,
                            const char   *path)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) mine = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), items);
  g_return_val_if_fail (ids != NULL, items);
  g_return_val_if_fail (path != NULL, items);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (board, g_ptr_array_index (ids, i));
      JsonNode *node = record ? _commons_inspect_find (record, path) : NULL;
      JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      g_hash_table_remove_all (mine);
      for (guint j = 0; array != NULL && j < json_array_get_length (array); j++)
        {
          g_autofree char *value = get_item (json_array_get_element (array, j));

          if (value != NULL)
            count_item (items, known, mine, value);
        }
    }

  return items;
}

/* The list without the item, and whether it had it. */
static JsonArray *
copy_without (JsonArray  *array,
              const char *item,
              gboolean   *had)
{
  JsonArray *copy = json_array_new ();

  *had = FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *value = get_item (element);

      if (g_strcmp0 (value, item) == 0)
        *had = TRUE;
      else
        json_array_add_element (copy, json_node_copy (element));
    }

  return copy;
}

static gboolean
change (CommonsEditor *editor,
        CommonsRecord *record,
        const char    *path,
        const char    *item,
        gboolean       wanted)
{
  JsonNode *node = _commons_inspect_find (record, path);
  g_autoptr (JsonArray) list = NULL;
  g_autoptr (JsonNode) value = NULL;
  gboolean had;

  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  list = copy_without (node ? json_node_get_array (node) : NULL, item, &had);
  if (had == !!wanted)
    return FALSE;

  if (wanted)
    json_array_add_string_element (list, item);
  if (json_array_get_length (list) > 0)
    value = json_node_init_array (json_node_alloc (), list);

  return _commons_inspect_store (editor, record, path, value);
}

gboolean
commons_inspect_set_item (CommonsEditor *editor,
                          GPtrArray     *ids,
                          const char    *path,
                          const char    *item,
                          gboolean       wanted,
                          const char    *label)
{
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (item != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  ours = _commons_arrange_begin (editor, label, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (board, g_ptr_array_index (ids, i));

      if (_commons_inspect_can_write (record, path))
        did |= change (editor, record, path, item, wanted);
    }

  return _commons_arrange_end (editor, ours, did);
}
