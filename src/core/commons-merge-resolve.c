/* commons-merge-resolve.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deciding what two sides do not agree on.
 */

#define G_LOG_DOMAIN "commons-merge"

#include "config.h"

#include "commons-merge-private.h"
#include "commons-record-private.h"

/* The object with a member given a value, or without it. Names can hold any
 * character, so a path will not do. */
static JsonObject *
object_with (JsonObject  *object,
             char       **names,
             JsonNode    *value)
{
  JsonObject *copy = object != NULL ? _commons_record_copy_object (object) : json_object_new ();
  JsonNode *member;

  if (names[1] != NULL)
    {
      member = json_object_get_member (copy, names[0]);
      json_object_set_object_member (copy, names[0],
                                     object_with (member != NULL && JSON_NODE_HOLDS_OBJECT (member)
                                                    ? json_node_get_object (member) : NULL,
                                                  names + 1, value));
    }
  else if (value != NULL)
    {
      json_object_set_member (copy, names[0], json_node_copy (value));
    }
  else
    {
      json_object_remove_member (copy, names[0]);
    }

  return copy;
}

static gboolean
read_coordinate (JsonNode   *value,
                 const char *name,
                 int        *coordinate)
{
  JsonNode *node = JSON_NODE_HOLDS_OBJECT (value) ? json_object_get_member (json_node_get_object (value), name) : NULL;
  gint64 read;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  read = json_node_get_int (node);
  *coordinate = (int) CLAMP (read, -COMMONS_COORD_MAX, COMMONS_COORD_MAX);

  return TRUE;
}

/* A place is one value, known by the name of its first member. */
static CommonsRecord *
with_place (const CommonsConflict *self,
            CommonsRecord         *record,
            JsonNode              *value)
{
  CommonsRect bounds;

  if (self->table != COMMONS_TABLE_NODES || value == NULL || self->names[1] != NULL ||
      !g_str_equal (self->names[0], "x"))
    return NULL;

  bounds = *commons_record_get_bounds (record);
  if (!read_coordinate (value, "x", &bounds.x) || !read_coordinate (value, "y", &bounds.y))
    return NULL;

  return commons_record_with_bounds (record, &bounds);
}

/* Members no record can do without, or that name it, stay as they are. */
CommonsRecord *
_commons_merge_with_value (const CommonsConflict *self,
                           CommonsRecord         *record,
                           JsonNode              *value)
{
  CommonsRecord *changed = with_place (self, record, value);

  if (changed != NULL)
    return changed;

  if (!g_str_equal (self->names[0], "id"))
    changed = commons_record_new (self->table, object_with (record->object, self->names, value), NULL);

  return changed != NULL ? changed : commons_record_ref (record);
}

gboolean
commons_conflict_decide (const CommonsConflict *self,
                         CommonsEditor         *editor,
                         gboolean               theirs)
{
  CommonsRecord *record;
  g_autoptr (CommonsRecord) open = NULL;
  g_autoptr (CommonsRecord) decided = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (commons_editor_is_busy (editor), FALSE);

  record = commons_board_lookup (commons_editor_get_board (editor), self->id);
  if (record == NULL || commons_record_get_table (record) != self->table)
    return FALSE;

  open = _commons_merge_unmark (record, self);
  if (open == NULL)
    return FALSE;

  if (self->kind == (theirs ? COMMONS_CONFLICT_REMOVED_THEIRS : COMMONS_CONFLICT_REMOVED_OURS) &&
      self->table != COMMONS_TABLE_HEAD)
    {
      commons_editor_remove (editor, self->id);
      return TRUE;
    }

  decided = self->kind == COMMONS_CONFLICT_MEMBER
    ? _commons_merge_with_value (self, open, theirs ? self->theirs : self->ours)
    : commons_record_ref (open);
  commons_editor_set (editor, decided);

  return TRUE;
}
