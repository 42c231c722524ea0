/* commons-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-json-guard.h"
#include "commons-json-tree.h"
#include "commons-reader-private.h"
#include "commons-upgrade.h"

/* More warnings of one sort than a person would read are only counted. */
#define MAX_WARNINGS 20

typedef struct
{
  const char         *data;
  gsize               length;
  CommonsJsonNumbers *numbers;
  CommonsReadReport  *report;
  JsonObject         *root;
  GPtrArray          *nodes;
  GPtrArray          *edges;
  GHashTable         *node_ids;
  GHashTable         *ids;
  guint               n_renamed;
  guint               n_loose;
  GError            **error;
} Reader;

void
commons_read_report_free (CommonsReadReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->warnings);
  g_free (self);
}

static CommonsReadReport *
report_new (void)
{
  CommonsReadReport *report = g_new0 (CommonsReadReport, 1);

  report->warnings = g_ptr_array_new_with_free_func (g_free);

  return report;
}

/* Says what is wrong with a top-level member or one of its items; always
 * returns FALSE. */
static gboolean
fail (Reader     *self,
      const char *member,
      int         item,
      const char *message)
{
  guint line;
  guint column;

  commons_json_tree_locate (self->data, self->length, member, item, &line, &column);
  g_set_error (self->error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_FORMAT,
               /* Translators: where in a file, then what is wrong there */
               _("Line %u, column %ld: %s"), line, (glong) column, message);

  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) &&
         (json_node_get_value_type (node) == G_TYPE_INT64 ||
          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

/* Returns what is wrong with the members of an object that must be texts when
 * they are there, or NULL. */
static char *
check_strings (JsonObject         *object,
               const char * const *names)
{
  for (; *names != NULL; names++)
    {
      JsonNode *node = json_object_get_member (object, *names);

      if (node != NULL && !is_string (node))
        /* Translators: %s is a name in the file, such as “label” */
        return g_strdup_printf (_("“%s” must be a text in quotes"), *names);
    }

  return NULL;
}

/* Our own member, the same in nodes and edges. */
static char *
check_meaning (JsonObject *object)
{
  static const char * const strings[] = { "kind", "link", "status", NULL };
  JsonNode *node = json_object_get_member (object, "commons");
  JsonNode *fields;

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup_printf (_("“%s” must be an object in braces"), "commons");

  fields = json_object_get_member (json_node_get_object (node), "fields");

  if (fields != NULL && !JSON_NODE_HOLDS_OBJECT (fields))
    return g_strdup_printf (_("“%s” must be an object in braces"), "fields");

  return check_strings (json_node_get_object (node), strings);
}

static char *
check_id (JsonObject *object)
{
  JsonNode *id = json_object_get_member (object, "id");

  if (id == NULL || !is_string (id) || *json_node_get_string (id) == '\0')
    return g_strdup (_("“id” is missing or not a text in quotes"));

  return NULL;
}

static char *
check_node (JsonObject *object)
{
  static const char * const strings[] = { "text", "label", "file", "url", NULL };
  static const char * const numbers[] = { "x", "y", "width", "height" };
  JsonNode *type = json_object_get_member (object, "type");
  char *message = check_id (object);

  if (message != NULL)
    return message;

  if (type == NULL || !is_string (type))
    return g_strdup (_("“type” is missing or not a text in quotes"));

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      JsonNode *number = json_object_get_member (object, numbers[i]);

      if (number == NULL || !is_number (number))
        return g_strdup_printf (_("“%s” is missing or not a number"), numbers[i]);
    }

  message = check_strings (object, strings);

  return message != NULL ? message : check_meaning (object);
}

static char *
check_edge (JsonObject *object)
{
  static const char * const strings[] = { "fromNode", "toNode", "label", NULL };
  char *message = check_id (object);

  if (message == NULL)
    message = check_strings (object, strings);

  return message != NULL ? message : check_meaning (object);
}

static const char *
get_member_name (CommonsTable table)
{
  return table == COMMONS_TABLE_NODES ? "nodes" : "edges";
}

static gboolean
fail_item (Reader       *self,
           CommonsTable  table,
           guint         item,
           const char   *message)
{
  g_autofree char *full = NULL;

  if (table == COMMONS_TABLE_NODES)
    /* Translators: %u counts the cards of a file, %s says what is wrong with one */
    full = g_strdup_printf (_("in card %u of “nodes”, %s"), item + 1, message);
  else
    /* Translators: %u counts the links of a file, %s says what is wrong with one */
    full = g_strdup_printf (_("in link %u of “edges”, %s"), item + 1, message);

  return fail (self, get_member_name (table), (int) item, full);
}

/* Two records of one id: both are kept, and the second gets a name of its
 * own. What refers to that id means the first. */
static CommonsRecord *
rename_record (Reader        *self,
               CommonsRecord *record)
{
  CommonsRecord *renamed;

  if (self->n_renamed++ < MAX_WARNINGS)
    g_ptr_array_add (self->report->warnings,
                     /* Translators: %s is the id of a card or link of a file */
                     g_strdup_printf (_("The id “%s” stood twice; the second one got a new id"),
                                      commons_record_get_id (record)));

  do
    {
      g_autofree char *id = commons_record_new_id ();

      renamed = commons_record_with_id (record, id);

      if (!g_hash_table_contains (self->ids, id))
        break;

      commons_record_unref (renamed);
    }
  while (TRUE);

  commons_record_unref (record);

  return renamed;
}

static gboolean
read_record (Reader       *self,
             CommonsTable  table,
             guint         item,
             JsonNode     *node,
             GPtrArray    *records)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  CommonsRecord *record;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    message = g_strdup (_("an object in braces was expected"));
  else if (table == COMMONS_TABLE_NODES)
    message = check_node (json_node_get_object (node));
  else
    message = check_edge (json_node_get_object (node));

  if (message != NULL)
    return fail_item (self, table, item, message);

  record = commons_record_new (table, json_object_ref (json_node_get_object (node)), &error);

  if (record == NULL)
    return fail_item (self, table, item, error->message);

  if (g_hash_table_contains (self->ids, commons_record_get_id (record)))
    record = rename_record (self, record);

  g_hash_table_add (self->ids, (gpointer) commons_record_get_id (record));
  if (table == COMMONS_TABLE_NODES)
    g_hash_table_add (self->node_ids, (gpointer) commons_record_get_id (record));

  g_ptr_array_add (records, record);

  return TRUE;
}

/* Reads a table and leaves an empty one in its place, which marks where the
 * writer puts it back. */
static gboolean
read_table (Reader       *self,
            CommonsTable  table,
            GPtrArray    *records)
{
  const char *member = get_member_name (table);
  JsonNode *node = json_object_get_member (self->root, member);
  g_autoptr(JsonArray) array = NULL;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      /* Translators: %s is a name in the file, such as “nodes” */
      g_autofree char *message = g_strdup_printf (_("“%s” must be a list in brackets"), member);

      return fail (self, member, -1, message);
    }

  array = json_node_dup_array (node);
  json_object_set_array_member (self->root, member, json_array_new ());

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_record (self, table, i, json_array_get_element (array, i), records))
        return FALSE;
    }

  return TRUE;
}

static void
check_ends (Reader        *self,
            CommonsRecord *edge)
{
  if (g_hash_table_contains (self->node_ids, commons_record_get_from (edge)) &&
      g_hash_table_contains (self->node_ids, commons_record_get_to (edge)))
    return;

  if (self->n_loose++ < MAX_WARNINGS)
    g_ptr_array_add (self->report->warnings,
                     /* Translators: %s is the id of a link of a file */
                     g_strdup_printf (_("The link “%s” has an end that is on no card; "
                                        "it is kept but cannot be shown"),
                                      commons_record_get_id (edge)));
}

static void
count_rest (Reader *self,
            guint   n_found)
{
  if (n_found > MAX_WARNINGS)
    g_ptr_array_add (self->report->warnings,
                     /* Translators: ends a list of warnings of which only the first are told */
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "…and %'u more of the same kind",
                                                   "…and %'u more of the same kind",
                                                   n_found - MAX_WARNINGS),
                                      n_found - MAX_WARNINGS));
}

static gboolean
read_format (Reader *self)
{
  JsonNode *commons = json_object_get_member (self->root, "commons");
  JsonNode *format;
  gint64 number = 1;

  self->report->foreign = commons == NULL;

  if (commons == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (commons))
    return fail (self, "commons", -1, _("“commons” must be an object in braces"));

  format = json_object_get_member (json_node_get_object (commons), "format");

  if (format != NULL)
    {
      if (!is_number (format) || json_node_get_value_type (format) != G_TYPE_INT64 ||
          json_node_get_int (format) < 1)
        return fail (self, "commons", -1, _("“format” must be a whole number from 1"));

      number = json_node_get_int (format);
    }

  self->report->newer = number > COMMONS_FORMAT;

  return commons_upgrade_run (self->root, number, self->error);
}

static void
take_numbers (CommonsBoard       *board,
              CommonsJsonNumbers *numbers)
{
  g_object_set_data_full (G_OBJECT (board), "commons-json-numbers", numbers,
                          (GDestroyNotify) commons_json_numbers_unref);
}

static CommonsBoard *
make_board (Reader *self)
{
  g_autoptr(CommonsRecord) head = NULL;
  CommonsBoard *board;

  head = commons_record_new (COMMONS_TABLE_HEAD, json_object_ref (self->root), self->error);

  if (head == NULL)
    return NULL;

  board = commons_board_new_from_records (head, self->nodes, self->edges);
  take_numbers (board, commons_json_numbers_ref (self->numbers));

  return board;
}

static CommonsBoard *
read_root (Reader   *self,
           JsonNode *root)
{
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (self, NULL, -1, _("a board must be an object in braces"));
      return NULL;
    }

  self->root = json_node_get_object (root);

  if (!read_format (self) ||
      !read_table (self, COMMONS_TABLE_NODES, self->nodes) ||
      !read_table (self, COMMONS_TABLE_EDGES, self->edges))
    return NULL;

  count_rest (self, self->n_renamed);

  for (guint i = 0; i < self->edges->len; i++)
    check_ends (self, g_ptr_array_index (self->edges, i));

  count_rest (self, self->n_loose);

  return make_board (self);
}

CommonsBoard *
_commons_reader_read_tree (GBytes             *bytes,
                           JsonNode           *root,
                           CommonsJsonNumbers *numbers,
                           CommonsReadReport **report,
                           GError            **error)
{
  g_autoptr(CommonsReadReport) own_report = report_new ();
  g_autoptr(GPtrArray) nodes = NULL;
  g_autoptr(GPtrArray) edges = NULL;
  g_autoptr(GHashTable) node_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = { 0 };
  CommonsBoard *board;

  nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  self.data = g_bytes_get_data (bytes, &self.length);
  self.numbers = numbers;
  self.report = own_report;
  self.nodes = nodes;
  self.edges = edges;
  self.node_ids = node_ids;
  self.ids = ids;
  self.error = error;

  board = read_root (&self, root);

  if (board != NULL && report != NULL)
    *report = g_steal_pointer (&own_report);

  return board;
}

CommonsBoard *
_commons_reader_read_guarded (GBytes             *bytes,
                              CommonsReadReport **report,
                              GError            **error)
{
  g_autoptr(CommonsJsonNumbers) numbers = commons_json_numbers_new ();
  g_autoptr(JsonNode) root = NULL;
  const char *data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  root = commons_json_tree_read (data, length, numbers);

  return _commons_reader_read_tree (bytes, root, numbers, report, error);
}

CommonsBoard *
commons_reader_read (GBytes             *bytes,
                     CommonsReadReport **report,
                     GError            **error)
{
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);

  if (!commons_json_guard_check (data, length, error))
    return NULL;

  return _commons_reader_read_guarded (bytes, report, error);
}

CommonsJsonNumbers *
_commons_reader_get_numbers (CommonsBoard *board)
{
  return g_object_get_data (G_OBJECT (board), "commons-json-numbers");
}

void
commons_reader_merge_spellings (CommonsBoard *merged,
                                CommonsBoard *base,
                                CommonsBoard *ours,
                                CommonsBoard *theirs)
{
  g_return_if_fail (COMMONS_IS_BOARD (merged));

  take_numbers (merged, commons_json_numbers_merge (base != NULL ? _commons_reader_get_numbers (base) : NULL,
                                                    _commons_reader_get_numbers (ours),
                                                    _commons_reader_get_numbers (theirs)));
}
