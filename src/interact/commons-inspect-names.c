/* commons-inspect-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include <string.h>

#include "commons-fold.h"
#include "commons-inspect-names.h"
#include "commons-inspect-private.h"

/* The one list among the fields that names people. */
#define HOLDERS "holders"

static void
add_word (GHashTable *words,
          JsonNode   *node)
{
  g_autofree char *word = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return;

  word = g_strstrip (g_utf8_make_valid (json_node_get_string (node), -1));
  if (*word != '\0')
    g_hash_table_add (words, g_steal_pointer (&word));
}

static void
add_words (GHashTable    *words,
           CommonsRecord *record,
           const char    *path)
{
  JsonNode *node = _commons_inspect_find (record, path);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        add_word (words, json_array_get_element (json_node_get_array (node), i));
    }
  else if (node != NULL)
    {
      add_word (words, node);
    }
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sort_words (GHashTable *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (list, word);
    }
  g_ptr_array_sort (list, compare_words);

  return list;
}

GPtrArray *
commons_inspect_list_words (CommonsBoard *board,
                            const char   *path)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), g_ptr_array_new ());
  g_return_val_if_fail (path != NULL, g_ptr_array_new ());

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    add_words (words, commons_board_get_node (board, i), path);

  return sort_words (words);
}

static void
add_people (GHashTable        *words,
            CommonsRecord     *record,
            const CommonsKind *kind)
{
  add_words (words, record, "commons/author");
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      const CommonsField *field = &kind->fields[i];
      g_autofree char *path = NULL;

      if (field->type != COMMONS_FIELD_PERSON && !g_str_equal (field->id, HOLDERS))
        continue;

      path = g_strconcat ("commons/fields/", field->id, NULL);
      add_words (words, record, path);
    }
}

GPtrArray *
commons_inspect_list_people (CommonsBoard     *board,
                             CommonsCatalogue *catalogue)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), g_ptr_array_new ());
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), g_ptr_array_new ());

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      add_people (words, node, commons_catalogue_get_kind (catalogue, commons_record_get_kind (node)));
    }

  return sort_words (words);
}

GPtrArray *
commons_inspect_match_words (GPtrArray  *words,
                             const char *typed,
                             guint       max)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = NULL;

  g_return_val_if_fail (words != NULL, found);
  g_return_val_if_fail (typed != NULL, found);

  folded = commons_fold (typed);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < words->len && found->len < max; i++)
        {
          const char *word = g_ptr_array_index (words, i);
          g_autofree char *other = commons_fold (word);
          const char *at = strstr (other, folded);

          if (at != NULL && (at == other) == (pass == 0) && !g_str_equal (word, typed))
            g_ptr_array_add (found, (gpointer) word);
        }
    }

  return found;
}
