/* commons-bin-back.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting back what was removed from a board.
 *
 * Each item knows what lay right below it when it went. That may be gone as
 * well, so things lie on one another like the branches of a tree that stands
 * on the board, or on its bottom. Of what lay on the same, the higher one went
 * later: when it went, the first was gone already.
 */

#define G_LOG_DOMAIN "commons-bin"

#include "config.h"

#include "commons-bin.h"

typedef struct
{
  GHashTable    *items; /* id → item */
  CommonsEditor *editor;
  CommonsBoard  *board;
} Back;

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      CommonsBinItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (index, item->id, item);
    }

  return index;
}

static CommonsBinItem *
find_item (const Back   *self,
           const char   *id,
           CommonsTable  table)
{
  CommonsBinItem *item = g_hash_table_lookup (self->items, id);

  return item != NULL && item->table == table ? item : NULL;
}

/* Where what is still there of all that lay below a thing ends. */
typedef struct
{
  GPtrArray  *path;     /* from the thing to what lay on the ground */
  const char *id;       /* of the ground, "" for the bottom */
  guint       position; /* right above it */
} Ground;

/* From the item to the one that lay on the ground. A file may say that two
 * items lie on one another, so that nobody ever gets there.
 *
 * Returns: NULL when it did not lie on that ground */
static GPtrArray *
list_path (const Back     *self,
           CommonsBinItem *item,
           const char     *ground)
{
  g_autoptr(GPtrArray) path = g_ptr_array_new ();
  guint most = g_hash_table_size (self->items);

  for (; item != NULL && path->len < most; item = find_item (self, item->below, item->table))
    {
      g_ptr_array_add (path, item);
      if (g_str_equal (item->below, ground))
        return g_steal_pointer (&path);
    }

  return NULL;
}

/* What was there when the other one went says nothing: that one would know it
 * as what lay below. */
static gboolean
were_gone (GPtrArray            *items,
           const CommonsBinItem *other)
{
  for (guint i = 0; i < items->len; i++)
    {
      const CommonsBinItem *item = g_ptr_array_index (items, i);

      if (item->returned != 0 && item->returned <= other->removed)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_below (const Back     *self,
          CommonsBinItem *item,
          const Ground   *ground)
{
  g_autoptr(GPtrArray) path = list_path (self, item, ground->id);
  guint i, j;

  if (path == NULL || !were_gone (path, g_ptr_array_index (ground->path, 0)))
    return FALSE;

  for (i = path->len, j = ground->path->len; i > 0 && j > 0; i--, j--)
    {
      const CommonsBinItem *a = g_ptr_array_index (path, i - 1);
      const CommonsBinItem *b = g_ptr_array_index (ground->path, j - 1);

      if (a != b)
        return a->removed < b->removed;
    }

  return FALSE;
}

static CommonsRecord *
get_record (const Back   *self,
            CommonsTable  table,
            guint         position)
{
  return table == COMMONS_TABLE_NODES ? commons_board_get_node (self->board, position)
                                      : commons_board_get_edge (self->board, position);
}

static guint
get_n_records (const Back   *self,
               CommonsTable  table)
{
  return table == COMMONS_TABLE_NODES ? commons_board_get_n_nodes (self->board)
                                      : commons_board_get_n_edges (self->board);
}

/* Returns: whether anything of what lay below is known to be there */
static gboolean
find_ground (const Back     *self,
             CommonsBinItem *item,
             Ground         *ground)
{
  guint most = g_hash_table_size (self->items);
  CommonsBinItem *other = item;

  for (guint i = 0; i < most && other != NULL; i++)
    {
      CommonsRecord *record = commons_board_lookup (self->board, other->below);
      gboolean there = record != NULL && commons_record_get_table (record) == item->table;

      if (*other->below == '\0' || there)
        {
          ground->id = other->below;
          ground->position = 0;
          if (there && commons_board_get_position (self->board, other->below, &ground->position))
            ground->position++;
          ground->path = list_path (self, item, ground->id);
          return ground->path != NULL;
        }

      other = find_item (self, other->below, item->table);
    }

  return FALSE;
}

static guint
find_position (const Back     *self,
               CommonsBinItem *item)
{
  guint n = get_n_records (self, item->table);
  Ground ground = { 0 };

  if (!find_ground (self, item, &ground))
    return MIN (item->position, n);

  for (; ground.position < n; ground.position++)
    {
      const char *id = commons_record_get_id (get_record (self, item->table, ground.position));
      CommonsBinItem *next = find_item (self, id, item->table);

      if (next == NULL || !is_below (self, next, &ground))
        break;
    }
  g_ptr_array_unref (ground.path);

  return ground.position;
}

static gboolean
put_back (const Back     *self,
          CommonsBinItem *item)
{
  guint position;

  if (item->record == NULL || commons_board_lookup (self->board, item->id) != NULL)
    return FALSE;

  if (item->table == COMMONS_TABLE_EDGES && (commons_board_lookup_node (self->board, item->from) == NULL ||
                                             commons_board_lookup_node (self->board, item->to) == NULL))
    return FALSE;

  position = find_position (self, item);
  commons_editor_add (self->editor, item->record);
  commons_editor_reorder (self->editor, item->id, position);

  return TRUE;
}

GPtrArray *
commons_bin_put_back (GPtrArray     *plan,
                      GPtrArray     *items,
                      CommonsEditor *editor)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) index = NULL;
  Back back;

  g_return_val_if_fail (plan != NULL, ids);
  g_return_val_if_fail (items != NULL, ids);
  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), ids);
  g_return_val_if_fail (commons_editor_is_busy (editor), ids);

  index = index_items (items);
  back = (Back) { index, editor, commons_editor_get_board (editor) };

  for (guint i = 0; i < plan->len; i++)
    {
      CommonsBinItem *item = g_ptr_array_index (plan, i);

      if (put_back (&back, item) && item->table == COMMONS_TABLE_NODES)
        g_ptr_array_add (ids, g_strdup (item->id));
    }

  return ids;
}

/* ---- What belongs together ----------------------------------------------- */

static gboolean
is_there (CommonsBoard *board,
          GHashTable   *chosen,
          const char   *id)
{
  return g_hash_table_contains (chosen, id) || commons_board_lookup_node (board, id) != NULL;
}

static gboolean
comes_along (CommonsBinItem *item,
             CommonsBoard   *board,
             GHashTable     *chosen)
{
  if (item->table == COMMONS_TABLE_NODES)
    return g_hash_table_contains (chosen, item->id);

  return !item->alone &&
         (g_hash_table_contains (chosen, item->from) || g_hash_table_contains (chosen, item->to)) &&
         is_there (board, chosen, item->from) && is_there (board, chosen, item->to);
}

static void
add_table (GPtrArray    *plan,
           GPtrArray    *items,
           CommonsTable  table,
           CommonsBoard *board,
           GHashTable   *chosen)
{
  for (guint i = 0; i < items->len; i++)
    {
      CommonsBinItem *item = g_ptr_array_index (items, i);

      if (item->table == table && commons_board_lookup (board, item->id) == NULL &&
          comes_along (item, board, chosen))
        g_ptr_array_add (plan, commons_bin_item_ref (item));
    }
}

GPtrArray *
commons_bin_plan (GPtrArray    *items,
                  GPtrArray    *ids,
                  CommonsBoard *board)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_bin_item_unref);
  g_autoptr(GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (items != NULL, plan);
  g_return_val_if_fail (ids != NULL, plan);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), plan);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (chosen, g_ptr_array_index (ids, i));

  add_table (plan, items, COMMONS_TABLE_NODES, board, chosen);
  add_table (plan, items, COMMONS_TABLE_EDGES, board, chosen);

  return plan;
}
