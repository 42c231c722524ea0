/* commons-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <string.h>

#include "commons-arrange-private.h"
#include "commons-place.h"

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

/* The nodes of @set that others dock at. */
static GPtrArray *
list_hosts (CommonsBoard     *board,
            CommonsCatalogue *catalogue,
            GHashTable       *set)
{
  GPtrArray *hosts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      CommonsRecord *node = commons_board_lookup_node (board, id);
      const CommonsKind *kind = node ? commons_catalogue_get_kind (catalogue, commons_record_get_kind (node)) : NULL;

      if (kind != NULL && kind->hosts)
        g_ptr_array_add (hosts, node);
    }

  return hosts;
}

static gboolean
is_docked_at (CommonsCatalogue *catalogue,
              CommonsRecord    *node,
              GPtrArray        *hosts)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  for (guint i = 0; i < hosts->len; i++)
    {
      CommonsRecord *host = g_ptr_array_index (hosts, i);

      if (commons_place_is_docked (bounds, commons_record_get_bounds (host)) &&
          commons_place_may_dock (catalogue, commons_record_get_kind (node), commons_record_get_kind (host)))
        return TRUE;
    }

  return FALSE;
}

/* Adds what is docked at what moves. Returns whether there was any. */
static gboolean
add_docked (CommonsBoard *board,
            GHashTable   *set)
{
  CommonsCatalogue *catalogue = commons_catalogue_get (NULL);
  g_autoptr (GPtrArray) hosts = list_hosts (board, catalogue, set);
  gboolean did = FALSE;

  for (guint i = 0; hosts->len > 0 && i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (is_docked_at (catalogue, node, hosts) && !commons_record_is_locked (node) &&
          g_hash_table_add (set, g_strdup (commons_record_get_id (node))))
        did = TRUE;
    }

  return did;
}

GPtrArray *
_commons_arrange_list_free (CommonsBoard *board,
                            GPtrArray    *ids)
{
  GPtrArray *free_ids = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (board, g_ptr_array_index (ids, i));

      if (record != NULL && !commons_record_is_locked (record))
        g_ptr_array_add (free_ids, g_ptr_array_index (ids, i));
    }

  return free_ids;
}

GHashTable *
commons_arrange_gather (CommonsBoard *board,
                        GPtrArray    *ids)
{
  g_autoptr (GPtrArray) free_ids = NULL;
  GHashTable *set;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  free_ids = _commons_arrange_list_free (board, ids);
  set = _commons_arrange_collect (board, free_ids);

  /* A reward may be docked at a motivation that is docked at a community. */
  while (add_docked (board, set))
    continue;

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
  if (node == NULL || commons_record_is_locked (node))
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
      if (record == NULL || commons_record_get_table (record) == COMMONS_TABLE_HEAD ||
          commons_record_is_locked (record))
        continue;

      commons_editor_remove (editor, id);
      did = TRUE;
    }

  return _commons_arrange_end (editor, ours, did);
}
