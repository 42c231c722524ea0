/* commons-arrange-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn above what. Circles and zones stay below the cards and below
 * what lies in them, or they would hide it.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-private.h"

static guint
get_index (CommonsBoard  *board,
           CommonsRecord *node)
{
  guint index = 0;

  commons_board_get_position (board, commons_record_get_id (node), &index);

  return index;
}

/* Positions count in the table without the node, as for a node taken out and
 * put in again. */
static guint
get_front (CommonsBoard  *board,
           CommonsRecord *node)
{
  guint current = get_index (board, node);
  guint front = current;
  guint position = 0;

  if (!commons_record_is_group (node))
    return commons_board_get_n_nodes (board) - 1;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *other = commons_board_get_node (board, i);

      if (other == node)
        continue;
      if (!commons_record_is_group (other) && commons_board_contains (node, other))
        break;
      if (commons_record_is_group (other))
        front = MAX (current, position + 1);
      position++;
    }

  return front;
}

static guint
get_back (CommonsBoard  *board,
          CommonsRecord *node)
{
  guint current = get_index (board, node);
  gboolean group = commons_record_is_group (node);
  guint back = 0;

  for (guint i = 0; i < current; i++)
    {
      CommonsRecord *other = commons_board_get_node (board, i);

      if (group ? commons_board_contains (other, node) : commons_record_is_group (other))
        back = i + 1;
    }

  return back;
}

/* The nodes of @ids in drawing order; with the circles and zones in them when
 * these would be hidden otherwise. */
static GPtrArray *
list_nodes (CommonsBoard *board,
            GPtrArray    *ids,
            gboolean      with_inner)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) free_ids = _commons_arrange_list_free (board, ids);
  g_autoptr (GHashTable) content = _commons_arrange_collect (board, free_ids);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < free_ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (free_ids, i));

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const char *id = commons_record_get_id (node);
      gboolean inner = with_inner && commons_record_is_group (node) && g_hash_table_contains (content, id);

      if (inner || g_hash_table_contains (set, id))
        g_ptr_array_add (nodes, commons_record_ref (node));
    }

  return nodes;
}

static gboolean
reorder (CommonsEditor *editor,
         CommonsRecord *node,
         guint          position)
{
  gboolean changes = position != get_index (commons_editor_get_board (editor), node);

  commons_editor_reorder (editor, commons_record_get_id (node), position);

  return changes;
}

gboolean
commons_arrange_to_front (CommonsEditor *editor,
                          GPtrArray     *ids,
                          const char    *label)
{
  g_autoptr (GPtrArray) nodes = NULL;
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  nodes = list_nodes (board, ids, TRUE);
  ours = _commons_arrange_begin (editor, label, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);

      did |= reorder (editor, node, get_front (board, node));
    }

  return _commons_arrange_end (editor, ours, did);
}

gboolean
commons_arrange_to_back (CommonsEditor *editor,
                         GPtrArray     *ids,
                         const char    *label)
{
  g_autoptr (GPtrArray) nodes = NULL;
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  nodes = list_nodes (board, ids, FALSE);
  ours = _commons_arrange_begin (editor, label, NULL);

  for (guint i = nodes->len; i > 0; i--)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i - 1);

      did |= reorder (editor, node, get_back (board, node));
    }

  return _commons_arrange_end (editor, ours, did);
}

static gboolean
overlaps (CommonsRecord *a,
          CommonsRecord *b)
{
  const CommonsRect *first = commons_record_get_bounds (a), *second = commons_record_get_bounds (b);

  return first->x < second->x + second->width && second->x < first->x + first->width &&
         first->y < second->y + second->height && second->y < first->y + first->height;
}

/* One step is as far as one can see: past the next one that overlaps. */
static guint
find_step (CommonsBoard  *board,
           CommonsRecord *node,
           gboolean       forward)
{
  guint current = get_index (board, node);
  guint end = forward ? get_front (board, node) : get_back (board, node);

  for (guint i = current; i != end;)
    {
      CommonsRecord *other;

      i = forward ? i + 1 : i - 1;
      other = commons_board_get_node (board, i);
      if (commons_record_is_group (other) == commons_record_is_group (node) && overlaps (node, other))
        return i;
    }

  return current;
}

gboolean
commons_arrange_step_order (CommonsEditor *editor,
                            GPtrArray     *ids,
                            gboolean       forward,
                            const char    *label)
{
  g_autoptr (GPtrArray) nodes = NULL;
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  nodes = list_nodes (board, ids, forward);
  ours = _commons_arrange_begin (editor, label, NULL);

  /* The one that leads makes way for those that follow. */
  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, forward ? nodes->len - 1 - i : i);

      did |= reorder (editor, node, find_step (board, node, forward));
    }

  return _commons_arrange_end (editor, ours, did);
}
