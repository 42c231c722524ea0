/* commons-merge-both.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping what both sides wrote.
 */

#define G_LOG_DOMAIN "commons-merge"

#include "config.h"

#include <string.h>

#include "commons-merge-private.h"

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
is_text_field (const CommonsConflict *self,
               CommonsBoard          *board,
               CommonsCatalogue      *catalogue)
{
  CommonsRecord *record = commons_board_lookup (board, self->id);
  const CommonsKind *kind;

  if (record == NULL || self->names[2] == NULL || self->names[3] != NULL)
    return FALSE;

  kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (record));
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, self->names[2]))
        return kind->fields[i].type == COMMONS_FIELD_TEXT ||
               (kind->fields[i].type == COMMONS_FIELD_STRING && kind->fields[i].enumeration == NULL);
    }

  return FALSE;
}

gboolean
commons_conflict_has_both (const CommonsConflict *self,
                           CommonsBoard          *board,
                           CommonsCatalogue      *catalogue)
{
  static const char * const texts[] = { "text", "label", NULL };
  static const char * const own_texts[] = { "title", "description", "notes", NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);

  if (self->kind != COMMONS_CONFLICT_MEMBER || get_string (self->ours) == NULL || get_string (self->theirs) == NULL)
    return FALSE;
  if (self->names[1] == NULL)
    return g_strv_contains (texts, self->names[0]);
  if (!g_str_equal (self->names[0], "commons"))
    return FALSE;
  if (g_str_equal (self->names[1], "fields"))
    return is_text_field (self, board, catalogue);

  return self->names[2] == NULL && g_strv_contains (own_texts, self->names[1]);
}

/* Names stand in one line. */
static gboolean
has_one_line (const CommonsConflict *self)
{
  const char *name = self->names[0];

  for (guint i = 0; self->names[i] != NULL; i++)
    name = self->names[i];

  return g_str_equal (name, "label") || g_str_equal (name, "title") ||
         (self->names[1] != NULL && strchr (get_string (self->ours), '\n') == NULL &&
          strchr (get_string (self->theirs), '\n') == NULL && !g_str_equal (name, "notes") &&
          !g_str_equal (name, "description"));
}

static char *
join_lines (const char *ours,
            const char *theirs)
{
  g_auto (GStrv) our_lines = g_strsplit (ours, "\n", -1);
  g_auto (GStrv) their_lines = g_strsplit (theirs, "\n", -1);
  g_autoptr (GString) joined = g_string_new (ours);

  for (guint i = 0; their_lines[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char * const *) our_lines, their_lines[i]))
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n" : "", their_lines[i]);
    }

  return g_strdup (joined->str);
}

static JsonNode *
join (const CommonsConflict *self)
{
  const char *ours = get_string (self->ours);
  const char *theirs = get_string (self->theirs);
  g_autofree char *joined = has_one_line (self) ? g_strjoin (" / ", ours, theirs, NULL) : join_lines (ours, theirs);

  return json_node_init_string (json_node_alloc (), joined);
}

gboolean
commons_conflict_keep_both (const CommonsConflict *self,
                            CommonsEditor         *editor)
{
  CommonsRecord *record;
  g_autoptr (CommonsRecord) open = NULL;
  g_autoptr (CommonsRecord) decided = NULL;
  g_autoptr (JsonNode) both = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (commons_editor_is_busy (editor), FALSE);
  g_return_val_if_fail (get_string (self->ours) != NULL && get_string (self->theirs) != NULL, FALSE);

  record = commons_board_lookup (commons_editor_get_board (editor), self->id);
  if (record == NULL || commons_record_get_table (record) != self->table)
    return FALSE;

  open = _commons_merge_unmark (record, self);
  if (open == NULL)
    return FALSE;

  both = join (self);
  decided = _commons_merge_with_value (self, open, both);
  commons_editor_set (editor, decided);

  return TRUE;
}
