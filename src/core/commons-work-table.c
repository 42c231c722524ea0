/* commons-work-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-work-table"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-enumerate.h"
#include "commons-record-private.h"
#include "commons-work-table.h"

#define TABLE  "commons/table"
#define TABLES "commons/tables"

/* More letters of a name than that are no short mark. */
#define MAX_LETTERS 3

/* The first ones are the most unlike. */
static const char *const colors[COMMONS_WORK_TABLE_N_COLORS] = {
  "indigo", "sand", "teal", "rose", "green", "cyan", "wine", "olive", "purple",
};

/* What the head of a board lists, as long as it is the same list. */
typedef struct
{
  JsonNode  *node;   /* nullable */
  GPtrArray *tables; /* CommonsWorkTable, owned */
} Index;

static void
free_table (gpointer data)
{
  CommonsWorkTable *table = data;

  g_free (table->name);
  g_free (table->mark);
  g_free (table->source);
  g_free (table);
}

static void
free_index (gpointer data)
{
  Index *index = data;

  g_clear_pointer (&index->node, json_node_unref);
  g_ptr_array_unref (index->tables);
  g_free (index);
}

const char *
commons_work_table_get_color_name (guint index)
{
  g_return_val_if_fail (index < COMMONS_WORK_TABLE_N_COLORS, NULL);

  return colors[index];
}

guint
commons_work_table_find_color (const char *name)
{
  guint index = 0;

  while (index < COMMONS_WORK_TABLE_N_COLORS && g_strcmp0 (colors[index], name) != 0)
    index++;

  return index;
}

/* The number at the end of a name, without zeros before it. */
static char *
find_number (const char *name)
{
  gsize length = strlen (name), start = length;

  while (start > 0 && g_ascii_isdigit (name[start - 1]))
    start--;
  while (start + 1 < length && name[start] == '0')
    start++;

  return start < length && length - start <= MAX_LETTERS ? g_strdup (name + start) : NULL;
}

/* The first letters of a name, the first one in upper case. */
static char *
take_letters (const char *name,
              guint       n_letters)
{
  g_autoptr (GString) mark = g_string_new (NULL);

  for (guint taken = 0; *name != '\0' && taken < n_letters; name = g_utf8_next_char (name))
    {
      gunichar letter = g_utf8_get_char (name);

      if (!g_unichar_isalnum (letter))
        continue;
      g_string_append_unichar (mark, taken == 0 ? g_unichar_toupper (letter) : letter);
      taken++;
    }

  return g_string_free (g_steal_pointer (&mark), FALSE);
}

static gboolean
is_free (GHashTable *taken,
         const char *mark)
{
  return *mark != '\0' && (taken == NULL || !g_hash_table_contains (taken, mark));
}

char *
commons_work_table_make_mark (const char *name,
                              GHashTable *taken)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  number = find_number (name);
  if (number != NULL && is_free (taken, number))
    return g_steal_pointer (&number);

  for (guint n_letters = 1; n_letters <= MAX_LETTERS; n_letters++)
    {
      g_autofree char *mark = take_letters (name, n_letters);

      if (is_free (taken, mark))
        return g_steal_pointer (&mark);
    }

  for (guint i = 1;; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u", i);

      if (is_free (taken, mark))
        return g_steal_pointer (&mark);
    }
}

static const char *
get_string (JsonObject *entry,
            const char *name)
{
  JsonNode *node = json_object_get_member (entry, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static void
read_table (Index      *index,
            JsonObject *entry,
            GHashTable *names,
            GHashTable *marks)
{
  const char *name = get_string (entry, "name"), *mark = get_string (entry, "mark");
  const char *source = get_string (entry, "source");
  CommonsWorkTable *table;

  if (name == NULL || *name == '\0' || g_hash_table_contains (names, name))
    return;

  table = g_new0 (CommonsWorkTable, 1);
  table->name = g_strdup (name);
  table->mark = mark != NULL && *mark != '\0' && g_utf8_strlen (mark, -1) <= MAX_LETTERS
                  ? g_strdup (mark) : commons_work_table_make_mark (name, marks);
  table->color = commons_work_table_find_color (get_string (entry, "color"));
  table->source = g_strdup (source ? source : "");
  g_ptr_array_add (index->tables, table);
  g_hash_table_add (names, table->name);
  g_hash_table_add (marks, table->mark);
}

static Index *
make_index (JsonNode *node)
{
  Index *index = g_new0 (Index, 1);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *entries = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  index->node = node ? json_node_ref (node) : NULL;
  index->tables = g_ptr_array_new_with_free_func (free_table);
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonNode *entry = json_array_get_element (entries, i);

      if (JSON_NODE_HOLDS_OBJECT (entry))
        read_table (index, json_node_get_object (entry), names, marks);
    }

  return index;
}

static JsonNode *
get_list (CommonsBoard *board)
{
  return _commons_record_find_node (commons_record_get_object (commons_board_get_head (board)), TABLES);
}

/* Records are immutable: as long as the list is the same one, so is what it
 * says. */
static Index *
get_index (CommonsBoard *board)
{
  static GQuark quark;
  JsonNode *node = get_list (board);
  Index *index;

  if (quark == 0)
    quark = g_quark_from_static_string ("commons-work-table-index");

  index = g_object_get_qdata (G_OBJECT (board), quark);
  if (index == NULL || index->node != node)
    {
      index = make_index (node);
      g_object_set_qdata_full (G_OBJECT (board), quark, index, free_index);
    }

  return index;
}

GPtrArray *
commons_work_table_list (CommonsBoard *board)
{
  GPtrArray *tables = g_ptr_array_new ();
  Index *index;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), tables);

  index = get_index (board);
  for (guint i = 0; i < index->tables->len; i++)
    g_ptr_array_add (tables, g_ptr_array_index (index->tables, i));

  return tables;
}

const CommonsWorkTable *
commons_work_table_lookup (CommonsBoard *board,
                           const char   *name)
{
  Index *index;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  index = get_index (board);
  for (guint i = 0; i < index->tables->len; i++)
    {
      const CommonsWorkTable *table = g_ptr_array_index (index->tables, i);

      if (g_str_equal (table->name, name))
        return table;
    }

  return NULL;
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  if (name != NULL && *name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

void
commons_work_table_get_names (CommonsRecord *node,
                              GPtrArray     *names)
{
  JsonNode *list;

  g_return_if_fail (node != NULL);
  g_return_if_fail (names != NULL);

  g_ptr_array_set_size (names, 0);
  add_name (names, commons_record_get_string (node, TABLE));

  list = _commons_record_find_node (commons_record_get_object (node), TABLES);
  for (guint i = 0; list != NULL && JSON_NODE_HOLDS_ARRAY (list) && i < json_array_get_length (json_node_get_array (list)); i++)
    {
      JsonNode *name = json_array_get_element (json_node_get_array (list), i);

      if (JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING)
        add_name (names, json_node_get_string (name));
    }
}

char *
commons_work_table_describe (CommonsRecord *node)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  commons_work_table_get_names (node, names);
  if (names->len == 0)
    return NULL;

  list = commons_enumerate (names);

  if (names->len == 1)
    /* Translators: where a card comes from after the boards of a workshop were merged; %s is the name of a table. */
    return g_strdup_printf (_("from table %s"), list);

  /* Translators: %s is a list of names of tables. */
  return g_strdup_printf (_("from tables %s"), list);
}

void
commons_work_table_add (CommonsEditor *editor,
                        JsonObject    *entry)
{
  CommonsBoard *board;
  JsonNode *old;
  g_autoptr (JsonArray) list = json_array_new ();
  g_autoptr (CommonsRecord) head = NULL;

  g_return_if_fail (COMMONS_IS_EDITOR (editor) && commons_editor_is_busy (editor));
  g_return_if_fail (entry != NULL && json_object_has_member (entry, "name"));

  board = commons_editor_get_board (editor);
  old = get_list (board);
  for (guint i = 0; old != NULL && JSON_NODE_HOLDS_ARRAY (old) && i < json_array_get_length (json_node_get_array (old)); i++)
    json_array_add_element (list, json_node_ref (json_array_get_element (json_node_get_array (old), i)));
  json_array_add_object_element (list, json_object_ref (entry));

  head = commons_record_with (commons_board_get_head (board), TABLES, json_node_init_array (json_node_alloc (), list));
  commons_editor_set (editor, head);
}

CommonsRecord *
commons_record_with_work_tables (CommonsRecord *self,
                                 GPtrArray     *names)
{
  g_autoptr (CommonsRecord) single = NULL;
  g_autoptr (CommonsRecord) bare = NULL;
  g_autoptr (JsonArray) list = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  bare = commons_record_with (self, TABLES, NULL);
  single = commons_record_with_string (bare, TABLE, names->len == 1 ? g_ptr_array_index (names, 0) : NULL);
  if (names->len < 2)
    return g_steal_pointer (&single);

  list = json_array_sized_new (names->len);
  for (guint i = 0; i < names->len; i++)
    json_array_add_string_element (list, g_ptr_array_index (names, i));

  return commons_record_with (single, TABLES, json_node_init_array (json_node_alloc (), list));
}
