/* commons-merge-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conflicts as the file keeps them: in the record they are about, as a list
 * of objects that say where (`at`, names that lead to the member) and what
 * both sides made of it (`ours`, `theirs`; left out when it was taken away), or
 * which side removed the record (`removed`).
 */

#define G_LOG_DOMAIN "commons-merge"

#include "config.h"

#include "commons-merge-private.h"

#define PATH "commons/conflicts"

static void
set_value (JsonObject *object,
           const char *name,
           JsonNode   *value)
{
  if (value != NULL)
    json_object_set_member (object, name, json_node_copy (value));
}

static JsonObject *
conflict_to_json (const CommonsConflict *conflict)
{
  JsonObject *object = json_object_new ();
  JsonArray *names = json_array_new ();

  if (conflict->kind != COMMONS_CONFLICT_MEMBER)
    {
      json_object_set_string_member (object, "removed",
                                     conflict->kind == COMMONS_CONFLICT_REMOVED_OURS ? "ours" : "theirs");
      json_array_unref (names);
      return object;
    }

  for (guint i = 0; conflict->names[i] != NULL; i++)
    json_array_add_string_element (names, conflict->names[i]);
  json_object_set_array_member (object, "at", names);
  set_value (object, "ours", conflict->ours);
  set_value (object, "theirs", conflict->theirs);

  return object;
}

static JsonArray *
get_marks (CommonsRecord *record)
{
  JsonNode *node = json_object_get_member (commons_record_get_object (record), "commons");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node), "conflicts");
  else
    node = NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static CommonsRecord *
with_marks (CommonsRecord *record,
            JsonArray     *marks)
{
  JsonNode *node = NULL;

  if (json_array_get_length (marks) > 0)
    node = json_node_init_array (json_node_alloc (), marks);

  return commons_record_with (record, PATH, node);
}

static void
add_marks (JsonArray *marks,
           JsonArray *more,
           JsonNode  *but)
{
  for (guint i = 0; more != NULL && i < json_array_get_length (more); i++)
    {
      JsonNode *mark = json_array_get_element (more, i);

      if (but == NULL || !_commons_merge_equal (mark, but))
        json_array_add_element (marks, json_node_copy (mark));
    }
}

CommonsRecord *
_commons_merge_mark (CommonsRecord *record,
                     GPtrArray     *conflicts)
{
  g_autoptr (JsonArray) marks = json_array_new ();

  add_marks (marks, get_marks (record), NULL);
  for (guint i = 0; i < conflicts->len; i++)
    json_array_add_object_element (marks, conflict_to_json (g_ptr_array_index (conflicts, i)));

  return with_marks (record, marks);
}

static gboolean
has_mark (JsonNode *marks,
          JsonNode *mark)
{
  JsonArray *array = marks != NULL && JSON_NODE_HOLDS_ARRAY (marks) ? json_node_get_array (marks) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      if (_commons_merge_equal (json_array_get_element (array, i), mark))
        return TRUE;
    }

  return FALSE;
}

static void
keep_open (JsonArray *merged,
           JsonNode  *marks,
           JsonNode  *base,
           JsonNode  *other,
           gboolean   skip_known)
{
  JsonArray *array = marks != NULL && JSON_NODE_HOLDS_ARRAY (marks) ? json_node_get_array (marks) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *mark = json_array_get_element (array, i);
      gboolean in_other = has_mark (other, mark);

      if ((has_mark (base, mark) && !in_other) || (skip_known && in_other))
        continue;
      json_array_add_element (merged, json_node_copy (mark));
    }
}

JsonNode *
_commons_merge_marks (JsonNode *base,
                      JsonNode *ours,
                      JsonNode *theirs)
{
  g_autoptr (JsonArray) merged = json_array_new ();

  keep_open (merged, ours, base, theirs, FALSE);
  keep_open (merged, theirs, base, ours, TRUE);

  return json_array_get_length (merged) > 0 ? json_node_init_array (json_node_alloc (), merged) : NULL;
}

static char **
read_names (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "at");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *name = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (name) || json_node_get_value_type (name) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (names, json_node_get_string (name));
    }

  return g_strv_builder_end (names);
}

static gboolean
read_kind (JsonObject          *object,
           CommonsConflictKind *kind)
{
  JsonNode *node = json_object_get_member (object, "removed");
  const char *side;

  *kind = COMMONS_CONFLICT_MEMBER;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;

  side = json_node_get_string (node);
  *kind = g_str_equal (side, "ours") ? COMMONS_CONFLICT_REMOVED_OURS : COMMONS_CONFLICT_REMOVED_THEIRS;

  return g_str_equal (side, "ours") || g_str_equal (side, "theirs");
}

static CommonsConflict *
read_conflict (CommonsRecord *record,
               JsonNode      *mark)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (mark) ? json_node_get_object (mark) : NULL;
  g_auto (GStrv) names = NULL;
  CommonsConflictKind kind;
  CommonsConflict *conflict;

  if (object == NULL || !read_kind (object, &kind))
    return NULL;
  if (kind == COMMONS_CONFLICT_MEMBER && (names = read_names (object)) == NULL)
    return NULL;

  conflict = g_new0 (CommonsConflict, 1);
  conflict->kind = kind;
  conflict->table = commons_record_get_table (record);
  conflict->id = g_strdup (commons_record_get_id (record));
  conflict->names = g_steal_pointer (&names);
  if (json_object_has_member (object, "ours"))
    conflict->ours = json_node_copy (json_object_get_member (object, "ours"));
  if (json_object_has_member (object, "theirs"))
    conflict->theirs = json_node_copy (json_object_get_member (object, "theirs"));

  return conflict;
}

static void
list_conflicts (GPtrArray     *conflicts,
                CommonsRecord *record)
{
  JsonArray *marks = get_marks (record);

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      CommonsConflict *conflict = read_conflict (record, json_array_get_element (marks, i));

      if (conflict != NULL)
        g_ptr_array_add (conflicts, conflict);
    }
}

GPtrArray *
commons_conflicts_list (CommonsBoard *board)
{
  GPtrArray *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) _commons_conflict_free);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), conflicts);

  list_conflicts (conflicts, commons_board_get_head (board));
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    list_conflicts (conflicts, commons_board_get_node (board, i));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    list_conflicts (conflicts, commons_board_get_edge (board, i));

  return conflicts;
}

CommonsRecord *
_commons_merge_unmark (CommonsRecord         *record,
                       const CommonsConflict *conflict)
{
  g_autoptr (JsonNode) mark = json_node_alloc ();
  g_autoptr (JsonArray) marks = json_array_new ();
  JsonArray *present = get_marks (record);
  JsonObject *object = conflict_to_json (conflict);
  guint n_before = present != NULL ? json_array_get_length (present) : 0;

  json_node_init_object (mark, object);
  json_object_unref (object);
  add_marks (marks, present, mark);

  return json_array_get_length (marks) < n_before ? with_marks (record, marks) : NULL;
}
