/* commons-merge-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Merging what records say: objects member by member, lists of words word by
 * word.
 */

#define G_LOG_DOMAIN "commons-merge"

#include "config.h"

#include "commons-merge-private.h"
#include "commons-record-private.h"

gboolean
_commons_merge_equal (JsonNode *a,
                      JsonNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return _commons_record_nodes_equal (a, b);
}

static JsonNode *
copy_node (JsonNode *node)
{
  return node != NULL ? json_node_copy (node) : NULL;
}

void
_commons_conflict_free (CommonsConflict *self)
{
  g_free (self->id);
  g_strfreev (self->names);
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->ours, json_node_unref);
  g_clear_pointer (&self->theirs, json_node_unref);
  g_free (self);
}

CommonsConflict *
_commons_merge_note (CommonsMergePlace   *place,
                     CommonsConflictKind  kind,
                     JsonNode            *base,
                     JsonNode            *ours,
                     JsonNode            *theirs)
{
  CommonsConflict *conflict = g_new0 (CommonsConflict, 1);

  conflict->kind = kind;
  conflict->table = place->table;
  conflict->id = g_strdup (place->id);
  conflict->base = copy_node (base);
  conflict->ours = copy_node (ours);
  conflict->theirs = copy_node (theirs);

  if (place->names->len > 0)
    {
      conflict->names = g_new0 (char *, place->names->len + 1);
      for (guint i = 0; i < place->names->len; i++)
        conflict->names[i] = g_strdup (g_ptr_array_index (place->names, i));
    }

  g_ptr_array_add (place->conflicts, conflict);

  return conflict;
}

/* A list that says each word once can be merged word by word. */
static GPtrArray *
list_words (JsonNode *node)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (node == NULL)
    return g_steal_pointer (&words);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING ||
          !g_hash_table_add (seen, (gpointer) json_node_get_string (element)))
        return NULL;
      g_ptr_array_add (words, (gpointer) json_node_get_string (element));
    }

  return g_steal_pointer (&words);
}

static void
add_words (GHashTable *kept,
           GPtrArray  *words,
           GHashTable *before,
           GHashTable *elsewhere)
{
  for (guint i = 0; i < words->len; i++)
    {
      char *word = g_ptr_array_index (words, i);

      /* What was there and is missing on the other side was taken away. */
      if (!g_hash_table_contains (before, word) || g_hash_table_contains (elsewhere, word))
        g_hash_table_add (kept, word);
    }
}

static GHashTable *
make_set (GPtrArray *words)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < words->len; i++)
    g_hash_table_add (set, g_ptr_array_index (words, i));

  return set;
}

static JsonNode *
merge_words (GPtrArray *base,
             GPtrArray *ours,
             GPtrArray *theirs)
{
  g_autoptr (GHashTable) in_base = make_set (base);
  g_autoptr (GHashTable) in_ours = make_set (ours);
  g_autoptr (GHashTable) in_theirs = make_set (theirs);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = NULL;
  JsonArray *array = json_array_new ();
  JsonNode *node;

  add_words (kept, ours, in_base, in_theirs);
  add_words (kept, theirs, in_base, in_ours);
  order = _commons_merge_order (base, ours, theirs, kept);

  for (guint i = 0; i < order->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (order, i));

  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);

  return node;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
is_marks (CommonsMergePlace *place)
{
  return place->names->len == 2 && g_str_equal (g_ptr_array_index (place->names, 0), "commons") &&
         g_str_equal (g_ptr_array_index (place->names, 1), "conflicts");
}

/* Where both sides changed a value. Returns NULL when it goes. */
static JsonNode *
merge_changed (CommonsMergePlace *place,
               JsonNode          *base,
               JsonNode          *ours,
               JsonNode          *theirs)
{
  g_autoptr (GPtrArray) base_words = NULL;
  g_autoptr (GPtrArray) our_words = NULL;
  g_autoptr (GPtrArray) their_words = NULL;

  if (get_object (ours) != NULL && get_object (theirs) != NULL)
    {
      JsonObject *merged = _commons_merge_objects (place, get_object (base), get_object (ours), get_object (theirs));
      JsonNode *node = json_node_init_object (json_node_alloc (), merged);

      json_object_unref (merged);
      return node;
    }

  if (ours != NULL && theirs != NULL)
    {
      base_words = list_words (base);
      our_words = list_words (ours);
      their_words = list_words (theirs);
      if (base_words != NULL && our_words != NULL && their_words != NULL)
        return merge_words (base_words, our_words, their_words);
    }

  if (is_marks (place))
    return _commons_merge_marks (base, ours, theirs);

  _commons_merge_note (place, COMMONS_CONFLICT_MEMBER, base, ours, theirs);

  /* What one side took away and the other changed stays. */
  return json_node_ref (ours != NULL ? ours : theirs);
}

static JsonNode *
merge_value (CommonsMergePlace *place,
             JsonNode          *base,
             JsonNode          *ours,
             JsonNode          *theirs)
{
  JsonNode *taken;

  if (!_commons_merge_equal (base, ours) && !_commons_merge_equal (base, theirs) &&
      !_commons_merge_equal (ours, theirs))
    return merge_changed (place, base, ours, theirs);

  taken = _commons_merge_equal (base, ours) ? theirs : ours;

  return taken != NULL ? json_node_ref (taken) : NULL;
}

static GPtrArray *
list_names (JsonObject *object)
{
  GPtrArray *names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name;

  if (object == NULL)
    return names;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);

  return names;
}

static void
merge_members (CommonsMergePlace *place,
               GHashTable        *merged,
               GPtrArray         *names,
               JsonObject        *base,
               JsonObject        *ours,
               JsonObject        *theirs)
{
  for (guint i = 0; i < names->len; i++)
    {
      char *name = g_ptr_array_index (names, i);
      JsonNode *node;

      if (g_hash_table_contains (merged, name))
        continue;

      g_ptr_array_add (place->names, name);
      node = merge_value (place, base != NULL ? json_object_get_member (base, name) : NULL,
                          json_object_get_member (ours, name), json_object_get_member (theirs, name));
      g_ptr_array_set_size (place->names, (int) place->names->len - 1);

      if (node != NULL)
        g_hash_table_insert (merged, name, node);
    }
}

JsonObject *
_commons_merge_objects (CommonsMergePlace *place,
                        JsonObject        *base,
                        JsonObject        *ours,
                        JsonObject        *theirs)
{
  g_autoptr (GPtrArray) base_names = list_names (base);
  g_autoptr (GPtrArray) our_names = list_names (ours);
  g_autoptr (GPtrArray) their_names = list_names (theirs);
  g_autoptr (GHashTable) merged = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                         (GDestroyNotify) json_node_unref);
  g_autoptr (GPtrArray) order = NULL;
  JsonObject *object = json_object_new ();

  merge_members (place, merged, our_names, base, ours, theirs);
  merge_members (place, merged, their_names, base, ours, theirs);
  order = _commons_merge_order (base_names, our_names, their_names, merged);

  for (guint i = 0; i < order->len; i++)
    {
      char *name = g_ptr_array_index (order, i);

      json_object_set_member (object, name, json_node_ref (g_hash_table_lookup (merged, name)));
    }

  return object;
}
