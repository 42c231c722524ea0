/* commons-surprise.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards of a kind that the zone they lie in does not expect.
 */

#define G_LOG_DOMAIN "commons-surprise"

#include "config.h"

#include <string.h>

#include "commons-surprise.h"

/* More would be a list to read, not a word in passing. */
#define MAX_NAMED 3

static JsonObject *
get_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* %NULL for what is no zone, and for a zone that expects nothing or anything
 * else than a list. */
static JsonArray *
get_expected (CommonsRecord *container)
{
  JsonObject *fields;
  JsonNode *list;

  if (container == NULL || g_strcmp0 (commons_record_get_kind (container), "zone") != 0)
    return NULL;

  fields = get_member (get_member (commons_record_get_object (container), "commons"), "fields");
  list = fields ? json_object_get_member (fields, "expects") : NULL;
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return NULL;

  return json_array_get_length (json_node_get_array (list)) > 0 ? json_node_get_array (list) : NULL;
}

/* %NULL for what is no text. */
static const char *
get_nth (JsonArray *list,
         guint      index)
{
  JsonNode *node = json_array_get_element (list, index);

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

int
commons_surprise_get_rank (CommonsRecord *container,
                           const char    *kind)
{
  JsonArray *list = get_expected (container);

  g_return_val_if_fail (kind != NULL, -1);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      if (g_strcmp0 (get_nth (list, i), kind) == 0)
        return (int) i;
    }

  return -1;
}

gboolean
commons_surprise_expects (CommonsRecord *container,
                          const char    *kind)
{
  return kind == NULL || get_expected (container) == NULL || commons_surprise_get_rank (container, kind) >= 0;
}

static gboolean
may_surprise (CommonsRecord *container,
              CommonsRecord *node)
{
  return !commons_record_is_group (node) && !commons_surprise_expects (container, commons_record_get_kind (node));
}

CommonsRecord *
commons_surprise_find (CommonsBoard  *board,
                       CommonsRecord *node)
{
  CommonsRecord *parent;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  parent = commons_board_get_parent (board, commons_record_get_id (node));

  return parent != NULL && may_surprise (parent, node) ? parent : NULL;
}

static void
add_surprises (CommonsBoard  *board,
               CommonsRecord *zone,
               GHashTable    *set)
{
  g_autoptr (GPtrArray) content = commons_board_get_content (board, commons_record_get_id (zone));

  for (guint i = 0; i < content->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (content, i);

      /* It may lie in something else in that zone. */
      if (may_surprise (zone, node) && commons_surprise_find (board, node) == zone)
        g_hash_table_add (set, g_strdup (commons_record_get_id (node)));
    }
}

GHashTable *
commons_surprise_list (CommonsBoard *board)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), set);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (commons_record_is_group (node) && get_expected (node) != NULL)
        add_surprises (board, node, set);
    }

  return set;
}

/* As within a sentence: with a small letter. */
static void
append_plural (GString    *text,
               const char *plural)
{
  g_autofree char *first = g_utf8_substring (plural, 0, MIN (g_utf8_strlen (plural, -1), 1));
  g_autofree char *small = g_utf8_strdown (first, -1);

  g_string_append_printf (text, "%s%s%s", text->len > 0 ? ", " : "", small, plural + strlen (first));
}

char *
commons_surprise_describe (CommonsCatalogue *catalogue,
                           CommonsRecord    *zone)
{
  JsonArray *list = get_expected (zone);
  GString *text;
  guint n = 0;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  if (list == NULL)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *id = get_nth (list, i);
      const CommonsKind *kind = commons_catalogue_get_kind (catalogue, id);

      if (id != NULL && n++ < MAX_NAMED)
        append_plural (text, kind ? kind->plural : id);
    }

  if (n > MAX_NAMED)
    g_string_append (text, "…");

  return g_string_free (text, text->len == 0);
}
