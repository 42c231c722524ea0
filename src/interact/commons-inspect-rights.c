/* commons-inspect-rights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-inspect-private.h"
#include "commons-inspect-rights.h"

#define RIGHTS_PATH "commons/fields/rights"
#define RESOURCE "resource"
#define RIGHT "right"

GPtrArray *
commons_rights_list_resources (CommonsBoard *board)
{
  GPtrArray *resources = g_ptr_array_new ();

  g_return_val_if_fail (COMMONS_IS_BOARD (board), resources);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (node), RESOURCE) == 0)
        g_ptr_array_add (resources, node);
    }

  return resources;
}

static const char *
get_word (JsonNode   *pair,
          const char *member)
{
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (pair))
    return NULL;

  node = json_object_get_member (json_node_get_object (pair), member);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
is_pair (JsonNode   *pair,
         const char *resource,
         const char *right)
{
  return g_strcmp0 (get_word (pair, RESOURCE), resource) == 0 && g_strcmp0 (get_word (pair, RIGHT), right) == 0;
}

static JsonArray *
get_list (JsonNode *value)
{
  return value != NULL && JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;
}

static gboolean
has (CommonsRecord *record,
     const char    *resource,
     const char    *right)
{
  JsonArray *list = get_list (_commons_inspect_find (record, RIGHTS_PATH));

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      if (is_pair (json_array_get_element (list, i), resource, right))
        return TRUE;
    }

  return FALSE;
}

guint
commons_rights_count (CommonsBoard *board,
                      GPtrArray    *ids,
                      const char   *resource,
                      const char   *right)
{
  guint n = 0;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), 0);
  g_return_val_if_fail (ids != NULL, 0);
  g_return_val_if_fail (resource != NULL && right != NULL, 0);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (record != NULL && has (record, resource, right))
        n++;
    }

  return n;
}

static JsonNode *
make_pair (const char *resource,
           const char *right)
{
  JsonObject *pair = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_string_member (pair, RESOURCE, resource);
  json_object_set_string_member (pair, RIGHT, right);
  json_node_init_object (node, pair);
  json_object_unref (pair);

  return node;
}

/* New rights stand with those over the same resource. */
static JsonArray *
copy_with (JsonArray  *list,
           const char *resource,
           const char *right)
{
  JsonArray *copy = json_array_new ();
  guint length = list ? json_array_get_length (list) : 0;
  guint after = length;

  for (guint i = 0; i < length; i++)
    {
      if (g_strcmp0 (get_word (json_array_get_element (list, i), RESOURCE), resource) == 0)
        after = i;
    }

  for (guint i = 0; i < length; i++)
    {
      json_array_add_element (copy, json_node_copy (json_array_get_element (list, i)));
      if (i == after)
        json_array_add_element (copy, make_pair (resource, right));
    }
  if (after == length)
    json_array_add_element (copy, make_pair (resource, right));

  return copy;
}

static JsonArray *
copy_without (JsonArray  *list,
              const char *resource,
              const char *right)
{
  JsonArray *copy = json_array_new ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *pair = json_array_get_element (list, i);

      if (!is_pair (pair, resource, right))
        json_array_add_element (copy, json_node_copy (pair));
    }

  return copy;
}

static gboolean
change (CommonsEditor *editor,
        CommonsRecord *record,
        const char    *resource,
        const char    *right,
        gboolean       wanted)
{
  JsonNode *node = _commons_inspect_find (record, RIGHTS_PATH);
  g_autoptr (JsonArray) list = NULL;
  g_autoptr (JsonNode) value = NULL;

  if ((node != NULL && !JSON_NODE_HOLDS_ARRAY (node)) || has (record, resource, right) == !!wanted)
    return FALSE;

  list = wanted ? copy_with (get_list (node), resource, right) : copy_without (get_list (node), resource, right);
  if (json_array_get_length (list) > 0)
    value = json_node_init_array (json_node_alloc (), list);

  return _commons_inspect_store (editor, record, RIGHTS_PATH, value);
}

gboolean
commons_rights_set (CommonsEditor *editor,
                    GPtrArray     *ids,
                    const char    *resource,
                    const char    *right,
                    gboolean       wanted,
                    const char    *label)
{
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (resource != NULL && right != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  ours = _commons_arrange_begin (editor, label, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (_commons_inspect_can_write (record, RIGHTS_PATH))
        did |= change (editor, record, resource, right, wanted);
    }

  return _commons_arrange_end (editor, ours, did);
}

void
commons_rights_measure (JsonNode *value,
                        guint    *n_rights,
                        guint    *n_resources)
{
  JsonArray *list = get_list (value);
  g_autoptr (GHashTable) resources = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (n_rights != NULL && n_resources != NULL);

  *n_rights = 0;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      const char *resource = get_word (json_array_get_element (list, i), RESOURCE);

      if (resource == NULL || get_word (json_array_get_element (list, i), RIGHT) == NULL)
        continue;

      g_hash_table_add (resources, (gpointer) resource);
      (*n_rights)++;
    }
  *n_resources = g_hash_table_size (resources);
}
