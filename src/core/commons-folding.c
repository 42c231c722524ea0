/* commons-folding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-folding"

#include "config.h"

#include "commons-folding.h"

/* A folded group is as large as an ordinary card. */
#define FOLDED_WIDTH  204
#define FOLDED_HEIGHT 48

static gboolean
get_boolean (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

gboolean
commons_folding_is_folded (CommonsRecord *record)
{
  JsonNode *commons;

  if (record == NULL || !commons_record_is_group (record))
    return FALSE;

  commons = json_object_get_member (commons_record_get_object (record), "commons");

  return commons != NULL && JSON_NODE_HOLDS_OBJECT (commons) && get_boolean (json_node_get_object (commons), "folded");
}

void
commons_folding_get_bounds (CommonsRecord *group,
                         CommonsRect   *bounds)
{
  const CommonsRect *full;

  g_return_if_fail (group != NULL);
  g_return_if_fail (bounds != NULL);

  full = commons_record_get_bounds (group);
  *bounds = (CommonsRect) { full->x, full->y, FOLDED_WIDTH, FOLDED_HEIGHT };

  if (g_strcmp0 (commons_record_get_kind (group), "circle") == 0)
    {
      bounds->x += (full->width - FOLDED_WIDTH) / 2;
      bounds->y += (full->height - FOLDED_HEIGHT) / 2;
    }
}

static gint64
get_area (CommonsRecord *group)
{
  const CommonsRect *bounds = commons_record_get_bounds (group);

  return (gint64) bounds->width * bounds->height;
}

/* The largest first, so that the outermost one has its content. */
static int
compare_area (gconstpointer a,
              gconstpointer b)
{
  gint64 difference = get_area (*(CommonsRecord *const *) b) - get_area (*(CommonsRecord *const *) a);

  return (difference > 0) - (difference < 0);
}

GHashTable *
commons_folding_list_hidden (CommonsBoard *board)
{
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();
  GHashTable *hidden;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (commons_folding_is_folded (node))
        g_ptr_array_add (folded, node);
    }

  if (folded->len == 0)
    return NULL;

  g_ptr_array_sort (folded, compare_area);
  hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < folded->len; i++)
    {
      const char *id = commons_record_get_id (g_ptr_array_index (folded, i));
      g_autoptr (GPtrArray) content = NULL;

      if (g_hash_table_contains (hidden, id))
        continue;

      content = commons_board_get_content (board, id);
      for (guint j = 0; j < content->len; j++)
        {
          const char *node = commons_record_get_id (g_ptr_array_index (content, j));

          if (!g_hash_table_contains (hidden, node))
            g_hash_table_insert (hidden, g_strdup (node), g_strdup (id));
        }
    }

  return hidden;
}

guint
commons_folding_count (CommonsBoard *board,
                    GHashTable   *hidden,
                    const char   *id)
{
  GHashTableIter iter;
  gpointer node, group;
  guint n = 0;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), 0);
  g_return_val_if_fail (id != NULL, 0);

  if (hidden == NULL)
    return 0;

  g_hash_table_iter_init (&iter, hidden);
  while (g_hash_table_iter_next (&iter, &node, &group))
    {
      CommonsRecord *record = g_str_equal (group, id) ? commons_board_lookup_node (board, node) : NULL;

      if (record != NULL && !commons_record_is_group (record))
        n++;
    }

  return n;
}
