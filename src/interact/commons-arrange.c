/* commons-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <string.h>

#include "commons-arrange-private.h"

/* A motivation or a reward this near a community goes along with it. */
#define DOCK_GAP 12

gboolean
_commons_arrange_begin (CommonsEditor *editor,
                        const char    *label,
                        const char    *merge_key)
{
  if (commons_editor_is_busy (editor))
    return FALSE;

  commons_editor_begin (editor, label, merge_key);
  return TRUE;
}

gboolean
_commons_arrange_end (CommonsEditor *editor,
                      gboolean       ours,
                      gboolean       did)
{
  return ours ? commons_editor_commit (editor) : did;
}

GHashTable *
_commons_arrange_collect (CommonsBoard *board,
                          GPtrArray    *ids)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (GPtrArray) content = NULL;

      if (commons_board_lookup_node (board, id) == NULL)
        continue;

      g_hash_table_add (set, g_strdup (id));
      content = commons_board_get_content (board, id);
      for (guint j = 0; j < content->len; j++)
        g_hash_table_add (set, g_strdup (commons_record_get_id (g_ptr_array_index (content, j))));
    }

  return set;
}

static gboolean
is_kind (CommonsRecord *node,
         const char    *kind)
{
  return g_strcmp0 (commons_record_get_kind (node), kind) == 0;
}

/* Distance between two ranges, negative when they overlap. */
static int
range_gap (int a,
           int a_size,
           int b,
           int b_size)
{
  return MAX (b - (a + a_size), a - (b + b_size));
}

static gboolean
is_docked (CommonsRecord *community,
           CommonsRecord *node)
{
  const CommonsRect *a = commons_record_get_bounds (community);
  const CommonsRect *b = commons_record_get_bounds (node);
  int across = range_gap (a->x, a->width, b->x, b->width);
  int down = range_gap (a->y, a->height, b->y, b->height);

  return MAX (across, down) <= DOCK_GAP && MIN (across, down) < 0;
}

static void
add_docked (CommonsBoard *board,
            GHashTable   *set)
{
  g_autoptr (GPtrArray) communities = g_ptr_array_new ();
  g_autoptr (GPtrArray) bubbles = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      gboolean moves = g_hash_table_contains (set, commons_record_get_id (node));

      if (moves && is_kind (node, "community"))
        g_ptr_array_add (communities, node);
      else if (!moves && (is_kind (node, "motivation") || is_kind (node, "reward")))
        g_ptr_array_add (bubbles, node);
    }

  for (guint i = 0; i < bubbles->len; i++)
    {
      CommonsRecord *bubble = g_ptr_array_index (bubbles, i);

      for (guint j = 0; j < communities->len; j++)
        {
          if (is_docked (g_ptr_array_index (communities, j), bubble))
            g_hash_table_add (set, g_strdup (commons_record_get_id (bubble)));
        }
    }
}

GHashTable *
commons_arrange_gather (CommonsBoard *board,
                        GPtrArray    *ids)
{
  GHashTable *set;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  set = _commons_arrange_collect (board, ids);
  add_docked (board, set);

  return set;
}

static int
limit_offset (int offset,
              int least,
              int most)
{
  return (int) CLAMP ((gint64) offset, -COMMONS_COORD_MAX - (gint64) least, COMMONS_COORD_MAX - (gint64) most);
}

void
_commons_arrange_limit (CommonsBoard *board,
                        GHashTable   *ids,
                        int          *dx,
                        int          *dy)
{
  CommonsRect least = { COMMONS_COORD_MAX, COMMONS_COORD_MAX, 0, 0 };
  CommonsRect most = { -COMMONS_COORD_MAX, -COMMONS_COORD_MAX, 0, 0 };

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);

      if (!g_hash_table_contains (ids, commons_record_get_id (node)))
        continue;

      least = (CommonsRect) { MIN (least.x, bounds->x), MIN (least.y, bounds->y), 0, 0 };
      most = (CommonsRect) { MAX (most.x, bounds->x), MAX (most.y, bounds->y), 0, 0 };
    }

  if (least.x <= most.x)
    {
      *dx = limit_offset (*dx, least.x, most.x);
      *dy = limit_offset (*dy, least.y, most.y);
    }
}

gboolean
commons_arrange_move (CommonsEditor *editor,
                      GHashTable    *ids,
                      int            dx,
                      int            dy,
                      const char    *label,
                      const char    *merge_key)
{
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  _commons_arrange_limit (board, ids, &dx, &dy);
  if (dx == 0 && dy == 0)
    return FALSE;

  ours = _commons_arrange_begin (editor, label, merge_key);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRect bounds = *commons_record_get_bounds (node);
      g_autoptr (CommonsRecord) moved = NULL;

      if (!g_hash_table_contains (ids, commons_record_get_id (node)))
        continue;

      bounds.x += dx;
      bounds.y += dy;
      moved = commons_record_with_bounds (node, &bounds);
      commons_editor_set (editor, moved);
      did = TRUE;
    }

  return _commons_arrange_end (editor, ours, did);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (a, b);
}

char *
_commons_arrange_make_nudge_key (GHashTable *ids)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (ids), compare_ids);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);

  for (GList *iter = sorted; iter != NULL; iter = iter->next)
    g_checksum_update (checksum, iter->data, strlen (iter->data) + 1);

  return g_strconcat ("nudge ", g_checksum_get_string (checksum), NULL);
}

gboolean
commons_arrange_nudge (CommonsEditor *editor,
                       GHashTable    *ids,
                       int            dx,
                       int            dy,
                       const char    *label)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (ids != NULL, FALSE);

  key = _commons_arrange_make_nudge_key (ids);

  return commons_arrange_move (editor, ids, dx, dy, label, key);
}

gboolean
commons_arrange_resize (CommonsEditor     *editor,
                        const char        *id,
                        const CommonsRect *bounds,
                        const char        *label)
{
  g_autoptr (CommonsRecord) before = NULL;
  g_autoptr (CommonsRecord) resized = NULL;
  g_autoptr (GPtrArray) gates = NULL;
  CommonsRecord *node;
  gboolean ours, did;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  node = commons_board_lookup_node (commons_editor_get_board (editor), id);
  if (node == NULL)
    return FALSE;

  before = commons_record_ref (node);
  gates = _commons_arrange_list_gates (commons_editor_get_board (editor), node);
  resized = commons_record_with_bounds (node, bounds);
  did = !commons_record_equal (node, resized);
  ours = _commons_arrange_begin (editor, label, NULL);
  commons_editor_set (editor, resized);
  did = _commons_arrange_follow_border (editor, gates, before, id) || did;

  return _commons_arrange_end (editor, ours, did);
}

/* The ids, and those of what lies in the circles and zones among them. */
static GPtrArray *
list_with_content (CommonsBoard *board,
                   GPtrArray    *ids)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) content = commons_board_get_content (board, g_ptr_array_index (ids, i));

      g_ptr_array_add (all, g_strdup (g_ptr_array_index (ids, i)));
      for (guint j = 0; j < content->len; j++)
        g_ptr_array_add (all, g_strdup (commons_record_get_id (g_ptr_array_index (content, j))));
    }

  return all;
}

gboolean
commons_arrange_delete (CommonsEditor *editor,
                        GPtrArray     *ids,
                        const char    *label)
{
  g_autoptr (GPtrArray) all = NULL;
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  all = list_with_content (board, ids);
  ours = _commons_arrange_begin (editor, label, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const char *id = g_ptr_array_index (all, i);
      CommonsRecord *record = commons_board_lookup (board, id);

      /* An edge may have gone with its node just before. */
      if (record == NULL || commons_record_get_table (record) == COMMONS_TABLE_HEAD)
        continue;

      commons_editor_remove (editor, id);
      did = TRUE;
    }

  return _commons_arrange_end (editor, ours, did);
}
