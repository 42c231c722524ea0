/* commons-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-search"

#include "config.h"

#include <string.h>

#include "commons-fold.h"
#include "commons-markdown.h"
#include "commons-search.h"

struct _CommonsSearch
{
  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  GHashTable       *texts;  /* CommonsRecord → folded text */
  guint             n_read; /* records read ahead, nodes then edges */
};

static const CommonsField *
find_field (CommonsSearch *self,
            CommonsRecord *record,
            const char    *name)
{
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (record));

  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, name))
        return &kind->fields[i];
    }

  return NULL;
}

/* Values that are chosen are found by the name people see. */
static void
append_value (CommonsSearch      *self,
              const CommonsField *field,
              JsonNode           *value,
              GString            *text)
{
  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      JsonArray *array = json_node_get_array (value);

      for (guint i = 0; i < json_array_get_length (array); i++)
        append_value (self, field, json_array_get_element (array, i), text);
    }
  else if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    {
      const char *string = json_node_get_string (value);

      if (field != NULL && field->enumeration != NULL)
        string = commons_catalogue_get_enum_label (self->catalogue, field->enumeration, string);
      g_string_append (text, string);
      g_string_append_c (text, '\n');
    }
}

static void
append_fields (CommonsSearch *self,
               CommonsRecord *record,
               JsonObject    *fields,
               GString       *text)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, fields);
  while (json_object_iter_next (&iter, &name, &value))
    append_value (self, find_field (self, record, name), value, text);
}

static void
append_meaning (CommonsSearch *self,
                CommonsRecord *record,
                GString       *text)
{
  static const char *const names[] = { "notes", "tags", "author" };
  JsonNode *node = json_object_get_member (commons_record_get_object (record), "commons");
  JsonObject *meaning;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  meaning = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *value = json_object_get_member (meaning, names[i]);

      if (value != NULL)
        append_value (self, NULL, value, text);
    }

  node = json_object_get_member (meaning, "fields");
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    append_fields (self, record, json_node_get_object (node), text);
}

/* A card whose words are kept from the group is found by what is shown of it:
 * that it is hidden, and who wrote it. */
static char *
read_hidden (CommonsSearch *self,
             CommonsRecord *record)
{
  const char *author = commons_record_get_string (record, "commons/author");
  g_autofree char *text = g_strjoin ("\n", commons_record_get_shown_title (record), author ? author : "", NULL);

  return commons_fold (text);
}

static char *
read_record (CommonsSearch *self,
             CommonsRecord *record)
{
  g_autoptr (GString) text = NULL;

  if (commons_record_is_hidden (record))
    return read_hidden (self, record);

  text = g_string_new (commons_record_get_text (record));

  /* Files and addresses have a title and no text. */
  if (text->len == 0)
    g_string_append (text, commons_record_get_title (record));
  g_string_append_c (text, '\n');

  /* A word may have a mark inside. */
  if (commons_markdown_has_marks (commons_record_get_text (record)))
    {
      g_autofree char *plain = commons_markdown_to_plain (commons_record_get_text (record), COMMONS_MARKDOWN_TEXT);

      g_string_append (text, plain);
      g_string_append_c (text, '\n');
    }

  append_meaning (self, record, text);

  return commons_fold (text->str);
}

static const char *
get_text (CommonsSearch *self,
          CommonsRecord *record)
{
  char *text = g_hash_table_lookup (self->texts, record);

  if (text == NULL)
    {
      text = read_record (self, record);
      g_hash_table_insert (self->texts, commons_record_ref (record), text);
    }

  return text;
}

static guint
count_records (CommonsSearch *self)
{
  return commons_board_get_n_nodes (self->board) + commons_board_get_n_edges (self->board);
}

static void
board_changed_cb (CommonsSearch    *self,
                  CommonsChangeSet *changes)
{
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);

      if (change->before != NULL)
        g_hash_table_remove (self->texts, change->before);
    }

  /* A board may hold a record that equals the one a change names. */
  if (g_hash_table_size (self->texts) > 2 * count_records (self) + 64)
    g_hash_table_remove_all (self->texts);
}

CommonsSearch *
commons_search_new (CommonsBoard     *board,
                    CommonsCatalogue *catalogue)
{
  CommonsSearch *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (CommonsSearch, 1);
  self->board = g_object_ref (board);
  self->catalogue = g_object_ref (catalogue);
  self->texts = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) commons_record_unref, g_free);
  g_signal_connect_swapped (board, "changed", G_CALLBACK (board_changed_cb), self);

  return self;
}

void
commons_search_free (CommonsSearch *self)
{
  g_return_if_fail (self != NULL);

  g_signal_handlers_disconnect_by_data (self->board, self);
  g_hash_table_unref (self->texts);
  g_object_unref (self->catalogue);
  g_object_unref (self->board);
  g_free (self);
}

static CommonsRecord *
get_nth (CommonsSearch *self,
         guint          index)
{
  guint n_nodes = commons_board_get_n_nodes (self->board);

  return index < n_nodes ? commons_board_get_node (self->board, index)
                         : commons_board_get_edge (self->board, index - n_nodes);
}

gboolean
commons_search_prepare (CommonsSearch *self,
                        gint64         max_us)
{
  gint64 end = g_get_monotonic_time () + max_us;

  g_return_val_if_fail (self != NULL, FALSE);

  while (self->n_read < count_records (self) && g_get_monotonic_time () < end)
    get_text (self, get_nth (self, self->n_read++));

  return self->n_read < count_records (self);
}

static gboolean
has_words (const char         *text,
           const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
commons_search_find (CommonsSearch *self,
                     const char    *query)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (self != NULL, ids);
  g_return_val_if_fail (query != NULL, ids);

  words = commons_fold_words (query);
  if (words[0] == NULL)
    return ids;

  for (guint i = 0; i < count_records (self); i++)
    {
      CommonsRecord *record = get_nth (self, i);

      if (has_words (get_text (self, record), (const char * const *) words))
        g_ptr_array_add (ids, (gpointer) commons_record_get_id (record));
    }

  return ids;
}
