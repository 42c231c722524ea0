/* commons-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-query"

#include "config.h"

#include "commons-fold.h"
#include "commons-query.h"
#include "commons-work-table.h"

static const char *const statuses[] = { "draft", "agreed", "contested", "dropped", NULL };

struct _CommonsQuery
{
  GHashTable *wanted[COMMONS_N_FACETS]; /* sets of values */
};

CommonsQuery *
commons_query_new (void)
{
  CommonsQuery *self = g_new0 (CommonsQuery, 1);

  for (guint i = 0; i < COMMONS_N_FACETS; i++)
    self->wanted[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
commons_query_free (CommonsQuery *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < COMMONS_N_FACETS; i++)
    g_hash_table_unref (self->wanted[i]);
  g_free (self);
}

gboolean
commons_query_set (CommonsQuery *self,
                   CommonsFacet  facet,
                   const char   *value,
                   gboolean      wanted)
{
  g_return_val_if_fail (self != NULL && facet < COMMONS_N_FACETS, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return wanted ? g_hash_table_add (self->wanted[facet], g_strdup (value))
                : g_hash_table_remove (self->wanted[facet], value);
}

gboolean
commons_query_get (CommonsQuery *self,
                   CommonsFacet  facet,
                   const char   *value)
{
  g_return_val_if_fail (self != NULL && facet < COMMONS_N_FACETS, FALSE);

  return g_hash_table_contains (self->wanted[facet], value);
}

gboolean
commons_query_clear (CommonsQuery *self)
{
  gboolean changed;

  g_return_val_if_fail (self != NULL, FALSE);

  changed = !commons_query_is_empty (self);
  for (guint i = 0; i < COMMONS_N_FACETS; i++)
    g_hash_table_remove_all (self->wanted[i]);

  return changed;
}

gboolean
commons_query_is_empty (CommonsQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < COMMONS_N_FACETS; i++)
    {
      if (g_hash_table_size (self->wanted[i]) > 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_card (CommonsRecord *record)
{
  return commons_record_get_table (record) == COMMONS_TABLE_NODES && !commons_record_is_group (record);
}

static JsonArray *
get_tags (CommonsRecord *record)
{
  JsonNode *node = json_object_get_member (commons_record_get_object (record), "commons");

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  node = json_object_get_member (json_node_get_object (node), "tags");

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The values are valid as long as the record. */
static void
get_values (CommonsRecord *record,
            CommonsFacet   facet,
            GPtrArray     *values)
{
  static const char *const paths[] = { "commons/kind", NULL, "commons/status", "commons/author",
                                       "commons/fields/horizon", NULL };
  JsonArray *tags = facet == COMMONS_FACET_TAG && !commons_record_is_hidden (record) ? get_tags (record) : NULL;
  const char *value = paths[facet] ? commons_record_get_string (record, paths[facet]) : NULL;

  g_ptr_array_set_size (values, 0);
  if (facet == COMMONS_FACET_TABLE)
    commons_work_table_get_names (record, values);
  if (value != NULL && *value != '\0')
    g_ptr_array_add (values, (gpointer) value);

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      JsonNode *tag = json_array_get_element (tags, i);

      if (JSON_NODE_HOLDS_VALUE (tag) && json_node_get_value_type (tag) == G_TYPE_STRING &&
          !g_ptr_array_find_with_equal_func (values, json_node_get_string (tag), g_str_equal, NULL))
        g_ptr_array_add (values, (gpointer) json_node_get_string (tag));
    }
}

static gboolean
has_wanted (CommonsQuery  *self,
            CommonsFacet   facet,
            CommonsRecord *record,
            GPtrArray     *values)
{
  get_values (record, facet, values);
  for (guint i = 0; i < values->len; i++)
    {
      if (g_hash_table_contains (self->wanted[facet], g_ptr_array_index (values, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches (CommonsQuery  *self,
         CommonsRecord *record,
         GPtrArray     *values)
{
  for (CommonsFacet facet = 0; facet < COMMONS_N_FACETS; facet++)
    {
      if (g_hash_table_size (self->wanted[facet]) > 0 && !has_wanted (self, facet, record, values))
        return FALSE;
    }

  return TRUE;
}

gboolean
commons_query_matches (CommonsQuery  *self,
                       CommonsRecord *record)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return is_card (record) && matches (self, record, values);
}

GPtrArray *
commons_query_list (CommonsQuery  *self,
                    CommonsBoard  *board,
                    GHashTable   **others)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  GPtrArray *ids = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, ids);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), ids);

  if (others != NULL)
    *others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *record = commons_board_get_node (board, i);

      if (!is_card (record))
        continue;
      if (matches (self, record, values))
        g_ptr_array_add (ids, (gpointer) commons_record_get_id (record));
      else if (others != NULL)
        g_hash_table_add (*others, g_strdup (commons_record_get_id (record)));
    }

  return ids;
}

static void
facet_value_free (gpointer data)
{
  CommonsFacetValue *value = data;

  g_free (value->value);
  g_free (value);
}

static void
count_value (GHashTable *counts,
             GPtrArray  *list,
             const char *name)
{
  CommonsFacetValue *value = g_hash_table_lookup (counts, name);

  if (value == NULL)
    {
      value = g_new0 (CommonsFacetValue, 1);
      value->value = g_strdup (name);
      g_ptr_array_add (list, value);
      g_hash_table_insert (counts, value->value, value);
    }
  value->count++;
}

/* Where the catalogue has a value; after all others when it has not. */
static guint
get_rank (CommonsCatalogue *catalogue,
          CommonsFacet      facet,
          const char       *value)
{
  const char * const *known = NULL;

  if (facet == COMMONS_FACET_STATUS)
    known = statuses;
  else if (facet == COMMONS_FACET_HORIZON)
    known = commons_catalogue_get_enum (catalogue, "horizon");
  else if (facet == COMMONS_FACET_KIND)
    {
      for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
        {
          if (g_str_equal (commons_catalogue_get_nth_kind (catalogue, i)->id, value))
            return i;
        }
    }

  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    {
      if (g_str_equal (known[i], value))
        return i;
    }

  return G_MAXUINT;
}

typedef struct
{
  CommonsCatalogue *catalogue;
  CommonsFacet      facet;
} Order;

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const CommonsFacetValue *first = *(const CommonsFacetValue *const *) a;
  const CommonsFacetValue *second = *(const CommonsFacetValue *const *) b;
  const Order *order = user_data;
  guint first_rank = get_rank (order->catalogue, order->facet, first->value);
  guint second_rank = get_rank (order->catalogue, order->facet, second->value);
  g_autofree char *first_key = NULL, *second_key = NULL;
  int result;

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;

  first_key = commons_fold (first->value);
  second_key = commons_fold (second->value);
  result = g_strcmp0 (first_key, second_key);

  return result != 0 ? result : g_strcmp0 (first->value, second->value);
}

GPtrArray *
commons_facet_list_values (CommonsBoard     *board,
                           CommonsCatalogue *catalogue,
                           CommonsFacet      facet)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (facet_value_free);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  Order order = { catalogue, facet };

  g_return_val_if_fail (COMMONS_IS_BOARD (board), list);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), list);
  g_return_val_if_fail (facet < COMMONS_N_FACETS, list);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *record = commons_board_get_node (board, i);

      if (!is_card (record))
        continue;

      get_values (record, facet, values);
      for (guint j = 0; j < values->len; j++)
        count_value (counts, list, g_ptr_array_index (values, j));
    }

  g_ptr_array_sort_with_data (list, compare_values, &order);

  return list;
}

const char *
commons_facet_get_value_label (CommonsCatalogue *catalogue,
                               CommonsFacet      facet,
                               const char       *value)
{
  g_autofree char *key = g_strconcat ("status.", value, NULL);
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, value);
  const char *text = commons_catalogue_get_text (catalogue, key);

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), value);

  if (facet == COMMONS_FACET_KIND && kind != NULL)
    return kind->label;
  if (facet == COMMONS_FACET_STATUS && text != NULL)
    return text;
  if (facet == COMMONS_FACET_HORIZON)
    return commons_catalogue_get_enum_label (catalogue, "horizon", value);

  return value;
}
