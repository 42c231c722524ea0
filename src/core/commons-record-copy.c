/* commons-record-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparing records, and making copies that differ in one thing.
 */

#define G_LOG_DOMAIN "commons-record"

#include "config.h"

#include <string.h>

#include "commons-record-private.h"

static JsonNode *
string_node (const char *value)
{
  return json_node_init_string (json_node_alloc (), value);
}

static JsonNode *
int_node (gint64 value)
{
  return json_node_init_int (json_node_alloc (), value);
}

static gboolean
objects_equal (JsonObject *a,
               JsonObject *b)
{
  JsonObjectIter iter_a, iter_b;
  const char *name_a, *name_b;
  JsonNode *node_a, *node_b;

  if (a == b)
    return TRUE;

  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;

  json_object_iter_init_ordered (&iter_a, a);
  json_object_iter_init_ordered (&iter_b, b);
  while (json_object_iter_next_ordered (&iter_a, &name_a, &node_a) &&
         json_object_iter_next_ordered (&iter_b, &name_b, &node_b))
    {
      if (!g_str_equal (name_a, name_b) || !_commons_record_nodes_equal (node_a, node_b))
        return FALSE;
    }

  return TRUE;
}

static gboolean
arrays_equal (JsonArray *a,
              JsonArray *b)
{
  if (json_array_get_length (a) != json_array_get_length (b))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (a); i++)
    {
      if (!_commons_record_nodes_equal (json_array_get_element (a, i), json_array_get_element (b, i)))
        return FALSE;
    }

  return TRUE;
}

gboolean
_commons_record_nodes_equal (JsonNode *a,
                             JsonNode *b)
{
  if (a == b)
    return TRUE;

  if (json_node_get_node_type (a) != json_node_get_node_type (b))
    return FALSE;

  if (JSON_NODE_HOLDS_OBJECT (a))
    return objects_equal (json_node_get_object (a), json_node_get_object (b));

  if (JSON_NODE_HOLDS_ARRAY (a))
    return arrays_equal (json_node_get_array (a), json_node_get_array (b));

  return json_node_equal (a, b);
}

gboolean
commons_record_equal (const CommonsRecord *a,
                      const CommonsRecord *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a == b || (a->table == b->table && objects_equal (a->object, b->object));
}

/* Returns NULL when the object would be empty by a removal. */
static JsonObject *
object_with (JsonObject *object,
             const char *path,
             JsonNode   *value)
{
  const char *slash = strchr (path, '/');
  g_autofree char *name = slash ? g_strndup (path, slash - path) : g_strdup (path);
  JsonObject *copy = object ? _commons_record_copy_object (object) : json_object_new ();

  if (slash != NULL)
    {
      JsonNode *old = json_object_get_member (copy, name);
      JsonObject *child = old && JSON_NODE_HOLDS_OBJECT (old) ? json_node_get_object (old) : NULL;
      JsonObject *changed = object_with (child, slash + 1, value);

      if (changed != NULL)
        {
          value = json_node_init_object (json_node_alloc (), changed);
          json_object_unref (changed);
        }
      else
        {
          value = NULL;
        }
    }

  if (value != NULL)
    json_object_set_member (copy, name, value);
  else
    json_object_remove_member (copy, name);

  if (value == NULL && json_object_get_size (copy) == 0)
    g_clear_pointer (&copy, json_object_unref);

  return copy;
}

CommonsRecord *
commons_record_with (CommonsRecord *self,
                     const char    *path,
                     JsonNode      *value)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path != NULL && *path != '\0', NULL);

  /* Else what stands on the way, such as a string where an object is
   * expected, would go. */
  if (value == NULL && _commons_record_find_node (self->object, path) == NULL)
    return commons_record_ref (self);

  object = object_with (self->object, path, value);

  return _commons_record_new_valid (self->table, object ? object : json_object_new ());
}

CommonsRecord *
commons_record_with_string (CommonsRecord *self,
                            const char    *path,
                            const char    *value)
{
  return commons_record_with (self, path, value ? string_node (value) : NULL);
}

CommonsRecord *
commons_record_with_int (CommonsRecord *self,
                         const char    *path,
                         gint64         value)
{
  return commons_record_with (self, path, int_node (value));
}

CommonsRecord *
commons_record_with_bounds (CommonsRecord     *self,
                            const CommonsRect *bounds)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->table == COMMONS_TABLE_NODES, NULL);
  g_return_val_if_fail (bounds != NULL, NULL);

  object = _commons_record_copy_object (self->object);
  _commons_record_set_bounds (object, bounds);

  return _commons_record_new_valid (self->table, object);
}

CommonsRecord *
commons_record_with_text (CommonsRecord *self,
                          const char    *text)
{
  const char *name = "text";

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (self->table == COMMONS_TABLE_EDGES || commons_record_is_group (self))
    name = "label";

  return commons_record_with_string (self, name, text);
}

CommonsRecord *
commons_record_with_id (CommonsRecord *self,
                        const char    *id)
{
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  return commons_record_with_string (self, "id", id);
}

CommonsRecord *
commons_record_with_ends (CommonsRecord *self,
                          const char    *from,
                          const char    *to)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->table == COMMONS_TABLE_EDGES, NULL);
  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (to != NULL, NULL);

  object = _commons_record_copy_object (self->object);
  json_object_set_member (object, "fromNode", string_node (from));
  json_object_set_member (object, "toNode", string_node (to));

  return _commons_record_new_valid (self->table, object);
}
