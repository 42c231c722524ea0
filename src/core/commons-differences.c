/* commons-differences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two boards do not say alike.
 */

#define G_LOG_DOMAIN "commons-differences"

#include "config.h"

#include "commons-differences.h"

static void
member_difference_free (CommonsMemberDifference *self)
{
  g_strfreev (self->names);
  g_clear_pointer (&self->before, json_node_unref);
  g_clear_pointer (&self->after, json_node_unref);
  g_free (self);
}

static void
difference_free (CommonsDifference *self)
{
  g_clear_pointer (&self->before, commons_record_unref);
  g_clear_pointer (&self->after, commons_record_unref);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static CommonsDifference *
difference_new (CommonsRecord *before,
                CommonsRecord *after)
{
  CommonsDifference *self = g_new0 (CommonsDifference, 1);

  self->before = before != NULL ? commons_record_ref (before) : NULL;
  self->after = after != NULL ? commons_record_ref (after) : NULL;
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) member_difference_free);

  return self;
}

static void compare_objects (GPtrArray  *members,
                             GPtrArray  *names,
                             JsonObject *before,
                             JsonObject *after);

static void
add_member (GPtrArray *members,
            GPtrArray *names,
            JsonNode  *before,
            JsonNode  *after)
{
  CommonsMemberDifference *member = g_new0 (CommonsMemberDifference, 1);

  member->names = g_new0 (char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    member->names[i] = g_strdup (g_ptr_array_index (names, i));
  member->before = before != NULL ? json_node_copy (before) : NULL;
  member->after = after != NULL ? json_node_copy (after) : NULL;

  g_ptr_array_add (members, member);
}

static gboolean
is_object (JsonNode *node)
{
  return node == NULL || JSON_NODE_HOLDS_OBJECT (node);
}

static void
compare_values (GPtrArray *members,
                GPtrArray *names,
                JsonNode  *before,
                JsonNode  *after)
{
  if (before == after)
    return;

  if (is_object (before) && is_object (after))
    compare_objects (members, names, before != NULL ? json_node_get_object (before) : NULL,
                     after != NULL ? json_node_get_object (after) : NULL);
  else if (before == NULL || after == NULL || !json_node_equal (before, after))
    add_member (members, names, before, after);
}

static void
compare_members (GPtrArray  *members,
                 GPtrArray  *names,
                 JsonObject *walked,
                 JsonObject *before,
                 JsonObject *after)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, walked);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      /* What both have was compared when the first was walked. */
      if (walked == after && before != NULL && json_object_has_member (before, name))
        continue;

      g_ptr_array_add (names, (gpointer) name);
      compare_values (members, names, before != NULL ? json_object_get_member (before, name) : NULL,
                      after != NULL ? json_object_get_member (after, name) : NULL);
      g_ptr_array_set_size (names, (int) names->len - 1);
    }
}

static void
compare_objects (GPtrArray  *members,
                 GPtrArray  *names,
                 JsonObject *before,
                 JsonObject *after)
{
  if (before != NULL)
    compare_members (members, names, before, before, after);
  if (after != NULL && after != before)
    compare_members (members, names, after, before, after);
}

static void
compare_records (GPtrArray     *differences,
                 CommonsRecord *before,
                 CommonsRecord *after)
{
  CommonsDifference *difference;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (before == after || (before != NULL && commons_record_equal (before, after)))
    return;

  difference = difference_new (before, after);
  if (before != NULL)
    compare_objects (difference->members, names, commons_record_get_object (before),
                     commons_record_get_object (after));

  /* Members in another order say the same. */
  if (before != NULL && difference->members->len == 0)
    difference_free (difference);
  else
    g_ptr_array_add (differences, difference);
}

static CommonsRecord *
find (CommonsBoard  *board,
      CommonsRecord *record)
{
  CommonsRecord *found = commons_board_lookup (board, commons_record_get_id (record));

  return found != NULL && commons_record_get_table (found) == commons_record_get_table (record) ? found : NULL;
}

static void
compare_tables (GPtrArray     *differences,
                CommonsBoard  *before,
                CommonsBoard  *after,
                guint          (*get_n) (CommonsBoard *),
                CommonsRecord *(*get) (CommonsBoard *, guint))
{
  for (guint i = 0; i < get_n (after); i++)
    compare_records (differences, find (before, get (after, i)), get (after, i));

  for (guint i = 0; i < get_n (before); i++)
    {
      CommonsRecord *record = get (before, i);

      if (find (after, record) == NULL)
        g_ptr_array_add (differences, difference_new (record, NULL));
    }
}

GPtrArray *
commons_differences_list (CommonsBoard *before,
                          CommonsBoard *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);

  g_return_val_if_fail (COMMONS_IS_BOARD (before), differences);
  g_return_val_if_fail (COMMONS_IS_BOARD (after), differences);

  compare_records (differences, commons_board_get_head (before), commons_board_get_head (after));
  compare_tables (differences, before, after, commons_board_get_n_nodes, commons_board_get_node);
  compare_tables (differences, before, after, commons_board_get_n_edges, commons_board_get_edge);

  return differences;
}
