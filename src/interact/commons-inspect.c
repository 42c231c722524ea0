/* commons-inspect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cards say, and writing it.
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include <string.h>

#include "commons-arrange-private.h"
#include "commons-inspect-private.h"

/* Longer than the name of any member that is asked for. */
#define MAX_NAME 64

/* A member of an object whose name is the first @length bytes of @name. This is
 * asked for every field of thousands of cards, so the name is not copied to
 * the heap. */
static JsonNode *
get_member (JsonObject *object,
            const char *name,
            gsize       length)
{
  char part[MAX_NAME];

  if (length >= sizeof part)
    return NULL;

  memcpy (part, name, length);
  part[length] = '\0';

  return json_object_get_member (object, part);
}

/* What a record says at a path, NULL when that is nothing; @broken is set when
 * something that is no object stands on the way. */
static JsonNode *
find (CommonsRecord *record,
      const char    *path,
      gboolean      *broken)
{
  JsonObject *object = commons_record_get_object (record);

  *broken = FALSE;
  for (;;)
    {
      gsize length = strcspn (path, "/");
      JsonNode *node = get_member (object, path, length);

      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        return NULL;
      if (path[length] == '\0')
        return node;
      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          *broken = TRUE;
          return NULL;
        }
      object = json_node_get_object (node);
      path += length + 1;
    }
}

JsonNode *
_commons_inspect_find (CommonsRecord *record,
                       const char    *path)
{
  gboolean broken;

  return find (record, path, &broken);
}

/* Whole numbers count as what they are worth, as 2 and 2.0 do. */
static gboolean
is_same (JsonNode *a,
         JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

CommonsInspectState
commons_inspect_get (CommonsBoard  *board,
                     GPtrArray     *ids,
                     const char    *path,
                     JsonNode     **value)
{
  JsonNode *first = NULL;
  gboolean met = FALSE;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), COMMONS_INSPECT_EMPTY);
  g_return_val_if_fail (ids != NULL, COMMONS_INSPECT_EMPTY);
  g_return_val_if_fail (path != NULL, COMMONS_INSPECT_EMPTY);

  if (value != NULL)
    *value = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (board, g_ptr_array_index (ids, i));
      JsonNode *node;

      if (record == NULL)
        continue;

      node = _commons_inspect_find (record, path);
      if (met && !is_same (first, node))
        return COMMONS_INSPECT_MIXED;
      first = node;
      met = TRUE;
    }

  if (value != NULL)
    *value = first;

  return first != NULL ? COMMONS_INSPECT_SAME : COMMONS_INSPECT_EMPTY;
}

gboolean
_commons_inspect_can_write (CommonsRecord *record,
                            const char    *path)
{
  gboolean broken;

  if (record == NULL || commons_record_is_locked (record))
    return FALSE;

  find (record, path, &broken);

  return !broken;
}

gboolean
commons_inspect_is_writable (CommonsBoard *board,
                             GPtrArray    *ids,
                             const char   *path)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  for (guint i = 0; i < ids->len; i++)
    {
      if (_commons_inspect_can_write (commons_board_lookup (board, g_ptr_array_index (ids, i)), path))
        return TRUE;
    }

  return FALSE;
}

gboolean
_commons_inspect_store (CommonsEditor *editor,
                        CommonsRecord *record,
                        const char    *path,
                        JsonNode      *value)
{
  g_autoptr (CommonsRecord) changed = NULL;

  if (is_same (_commons_inspect_find (record, path), value))
    return FALSE;

  changed = commons_record_with (record, path, value ? json_node_copy (value) : NULL);
  commons_editor_set (editor, changed);

  return TRUE;
}

gboolean
commons_inspect_set (CommonsEditor *editor,
                     GPtrArray     *ids,
                     const char    *path,
                     JsonNode      *value,
                     const char    *label,
                     const char    *merge_key)
{
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  ours = _commons_arrange_begin (editor, label, merge_key);
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (board, g_ptr_array_index (ids, i));

      if (_commons_inspect_can_write (record, path))
        did |= _commons_inspect_store (editor, record, path, value);
    }

  return _commons_arrange_end (editor, ours, did);
}

gboolean
commons_inspect_set_string (CommonsEditor *editor,
                            GPtrArray     *ids,
                            const char    *path,
                            const char    *value,
                            const char    *label,
                            const char    *merge_key)
{
  g_autoptr (JsonNode) node = NULL;

  if (value != NULL && *value != '\0')
    node = json_node_init_string (json_node_alloc (), value);

  return commons_inspect_set (editor, ids, path, node, label, merge_key);
}

char *
commons_inspect_make_key (GPtrArray  *ids,
                          const char *path)
{
  guint hash = 5381;

  g_return_val_if_fail (ids != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (ids->len == 1)
    return g_strdup_printf ("inspect %s %s", path, (const char *) g_ptr_array_index (ids, 0));

  for (guint i = 0; i < ids->len; i++)
    hash = hash * 33 + g_str_hash (g_ptr_array_index (ids, i));

  return g_strdup_printf ("inspect %s %u %x", path, ids->len, hash);
}

static gboolean
has_kind (GPtrArray  *kinds,
          const char *kind)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (kinds, i), kind))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
commons_inspect_list_kinds (CommonsBoard *board,
                            GPtrArray    *ids)
{
  GPtrArray *kinds = g_ptr_array_new ();
  const char *last = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), kinds);
  g_return_val_if_fail (ids != NULL, kinds);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      const char *kind = record ? commons_record_get_kind (record) : NULL;

      if (record == NULL || (last != NULL && g_strcmp0 (kind ? kind : "", last) == 0))
        continue;

      last = kind ? kind : "";
      if (!has_kind (kinds, last))
        g_ptr_array_add (kinds, (gpointer) last);
    }

  return kinds;
}

static const CommonsField *
find_field (const CommonsKind *kind,
            const char        *id)
{
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, id))
        return &kind->fields[i];
    }

  return NULL;
}

static gboolean
is_common (CommonsCatalogue   *catalogue,
           GPtrArray          *kinds,
           const CommonsField *field)
{
  for (guint i = 1; i < kinds->len; i++)
    {
      const CommonsKind *kind = commons_catalogue_get_kind (catalogue, g_ptr_array_index (kinds, i));
      const CommonsField *other = find_field (kind, field->id);

      if (other == NULL || other->type != field->type || g_strcmp0 (other->enumeration, field->enumeration) != 0)
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
commons_inspect_list_fields (CommonsBoard     *board,
                             CommonsCatalogue *catalogue,
                             GPtrArray        *ids)
{
  GPtrArray *fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) kinds = NULL;
  const CommonsKind *first;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), fields);

  kinds = commons_inspect_list_kinds (board, ids);
  first = kinds->len > 0 ? commons_catalogue_get_kind (catalogue, g_ptr_array_index (kinds, 0)) : NULL;
  for (guint i = 0; first != NULL && i < first->n_fields; i++)
    {
      if (is_common (catalogue, kinds, &first->fields[i]))
        g_ptr_array_add (fields, (gpointer) &first->fields[i]);
    }

  return fields;
}

static void
free_unknown (gpointer data)
{
  CommonsInspectUnknown *unknown = data;

  g_free (unknown->name);
  g_free (unknown->text);
  g_free (unknown);
}

static void
add_unknown (GPtrArray  *list,
             const char *name,
             JsonNode   *node)
{
  CommonsInspectUnknown *unknown = g_new (CommonsInspectUnknown, 1);

  *unknown = (CommonsInspectUnknown) { g_strdup (name), commons_inspect_describe (node) };
  g_ptr_array_add (list, unknown);
}

GPtrArray *
commons_inspect_list_unknown (CommonsCatalogue *catalogue,
                              CommonsRecord    *record)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_unknown);
  const CommonsKind *kind;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), list);
  g_return_val_if_fail (record != NULL, list);

  kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (record));
  node = _commons_inspect_find (record, "commons/fields");
  if (node == NULL)
    return list;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      add_unknown (list, "fields", node);
      return list;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (find_field (kind, name) == NULL)
        add_unknown (list, name, node);
    }

  return list;
}

static char *
write_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);

  return json_generator_to_data (generator, NULL);
}

char *
commons_inspect_describe (JsonNode *value)
{
  g_autoptr (GString) text = NULL;

  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    return g_utf8_make_valid (json_node_get_string (value), -1);
  if (!JSON_NODE_HOLDS_ARRAY (value))
    return write_json (value);

  text = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (value)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (value), i);
      g_autofree char *one = JSON_NODE_HOLDS_VALUE (element) ? commons_inspect_describe (element)
                                                             : write_json (element);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", one);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_line (const char *title)
{
  char *line = g_strdup (title);

  for (char *c = line; *c != '\0'; c++)
    {
      if (*c == '\n' || *c == '\r')
        *c = ' ';
    }

  return line;
}

char *
commons_inspect_replace_title (CommonsRecord *record,
                               const char    *title)
{
  const char *text, *line_end, *heading, *start;
  g_autofree char *first = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  text = commons_record_get_text (record);
  heading = commons_record_get_heading (record);
  line = make_line (title);
  line_end = text + strcspn (text, "\n");
  first = g_strndup (text, (gsize) (line_end - text));
  start = *heading != '\0' ? strstr (first, heading) : NULL;
  if (start == NULL)
    return g_strconcat (line, line_end, NULL);

  first[start - first] = '\0';
  return g_strconcat (first, line, start + strlen (heading), line_end, NULL);
}

char *
commons_inspect_replace_body (CommonsRecord *record,
                              const char    *body)
{
  const char *text;
  g_autofree char *first = NULL;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  text = commons_record_get_text (record);
  first = g_strndup (text, strcspn (text, "\n"));

  return *body != '\0' ? g_strconcat (first, "\n", body, NULL) : g_steal_pointer (&first);
}
