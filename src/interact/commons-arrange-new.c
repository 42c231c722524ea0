/* commons-arrange-new.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What brings new nodes and links to a board.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-card-new.h"
#include "commons-tool.h"

/* How far aside a new card goes when another one has its place. */
#define STEP_ASIDE (2 * COMMONS_GRID)

static void
choose_size (const CommonsKind *kind,
             int               *width,
             int               *height)
{
  gboolean circle = kind != NULL && g_str_equal (kind->id, "circle");
  int usual_width, usual_height;

  commons_card_get_usual_size (kind, &usual_width, &usual_height);

  if (*width <= 0)
    *width = usual_width;
  if (*height <= 0)
    *height = circle ? *width : usual_height;

  if (circle)
    *width = *height = MAX (*width, *height);
}

static int
snap_corner (double center,
             int    size)
{
  double corner = round ((center - size / 2.0) / COMMONS_GRID) * COMMONS_GRID;

  return (int) CLAMP (corner, -COMMONS_COORD_MAX, COMMONS_COORD_MAX);
}

static gboolean
is_corner_taken (CommonsBoard      *board,
                 const CommonsRect *bounds)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      const CommonsRect *other = commons_record_get_bounds (commons_board_get_node (board, i));

      if (other->x == bounds->x && other->y == bounds->y)
        return TRUE;
    }

  return FALSE;
}

static void
step_aside (CommonsBoard *board,
            CommonsRect  *bounds)
{
  guint n_nodes = commons_board_get_n_nodes (board);

  for (guint i = 0; i < n_nodes && is_corner_taken (board, bounds); i++)
    {
      bounds->x = MIN (bounds->x + STEP_ASIDE, COMMONS_COORD_MAX);
      bounds->y = MIN (bounds->y + STEP_ASIDE, COMMONS_COORD_MAX);
    }
}

CommonsRecord *
_commons_arrange_sign (CommonsEditor *editor,
                       CommonsRecord *card)
{
  const char *author = commons_editor_get_author (editor);
  CommonsRecord *signed_card;

  if (author == NULL || commons_record_is_group (card))
    return card;

  signed_card = commons_record_with_string (card, "commons/author", author);
  commons_record_unref (card);

  return signed_card;
}

char *
commons_arrange_create (CommonsEditor     *editor,
                        const CommonsKind *kind,
                        double             cx,
                        double             cy,
                        int                width,
                        int                height,
                        const char        *text,
                        const char        *label)
{
  g_autoptr (CommonsRecord) card = NULL;
  CommonsRect bounds;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (isfinite (cx) && isfinite (cy), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  choose_size (kind, &width, &height);
  bounds = (CommonsRect) { snap_corner (cx, width), snap_corner (cy, height), width, height };
  step_aside (commons_editor_get_board (editor), &bounds);

  if (text == NULL)
    text = kind != NULL && kind->new_title != NULL ? kind->new_title : "";

  card = _commons_arrange_sign (editor, commons_card_new (kind, &bounds, text));
  ours = _commons_arrange_begin (editor, label, NULL);
  commons_editor_add (editor, card);
  _commons_arrange_end (editor, ours, TRUE);

  return g_strdup (commons_record_get_id (card));
}

static gboolean
is_linked (CommonsBoard *board,
           const char   *link,
           const char   *from,
           const char   *to)
{
  GPtrArray *edges = commons_board_get_links (board, from);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);

      if (g_strcmp0 (commons_record_get_link (edge), link) == 0 &&
          g_str_equal (commons_record_get_from (edge), from) &&
          g_str_equal (commons_record_get_to (edge), to))
        return TRUE;
    }

  return FALSE;
}

char *
commons_arrange_connect (CommonsEditor *editor,
                         const char    *link,
                         const char    *from,
                         const char    *to,
                         const char    *label)
{
  g_autoptr (CommonsRecord) edge = NULL;
  CommonsBoard *board;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  board = commons_editor_get_board (editor);
  if (g_str_equal (from, to) ||
      commons_board_lookup_node (board, from) == NULL ||
      commons_board_lookup_node (board, to) == NULL ||
      is_linked (board, link, from, to))
    return NULL;

  edge = commons_record_new_link (link, from, to);
  ours = _commons_arrange_begin (editor, label, NULL);
  commons_editor_add (editor, edge);
  _commons_arrange_end (editor, ours, TRUE);

  return g_strdup (commons_record_get_id (edge));
}

/* Returns the id of each copy by the id it was copied from. */
static GHashTable *
copy_nodes (CommonsEditor *editor,
            GHashTable    *set,
            int            dx,
            int            dy)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  GHashTable *copies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_hash_table_contains (set, commons_record_get_id (node)))
        g_ptr_array_add (nodes, node);
    }

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);
      CommonsRect bounds = *commons_record_get_bounds (node);
      g_autofree char *id = commons_record_new_id ();
      g_autoptr (CommonsRecord) renamed = commons_record_with_id (node, id);
      g_autoptr (CommonsRecord) copy = NULL;

      bounds.x += dx;
      bounds.y += dy;
      copy = commons_record_with_bounds (renamed, &bounds);
      commons_editor_add (editor, copy);
      g_hash_table_insert (copies, (gpointer) commons_record_get_id (node), g_steal_pointer (&id));
    }

  return copies;
}

static void
copy_links (CommonsEditor *editor,
            GHashTable    *copies)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  guint n_edges = commons_board_get_n_edges (board);

  for (guint i = 0; i < n_edges; i++)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i);
      const char *from = g_hash_table_lookup (copies, commons_record_get_from (edge));
      const char *to = g_hash_table_lookup (copies, commons_record_get_to (edge));
      g_autofree char *id = NULL;
      g_autoptr (CommonsRecord) renamed = NULL;
      g_autoptr (CommonsRecord) copy = NULL;

      if (from == NULL || to == NULL)
        continue;

      id = commons_record_new_id ();
      renamed = commons_record_with_id (edge, id);
      copy = commons_record_with_ends (renamed, from, to);
      commons_editor_add (editor, copy);
    }
}

GPtrArray *
commons_arrange_duplicate (CommonsEditor *editor,
                           GPtrArray     *ids,
                           int            dx,
                           int            dy,
                           const char    *label)
{
  GPtrArray *result = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (GHashTable) copies = NULL;
  CommonsBoard *board;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), result);
  g_return_val_if_fail (ids != NULL, result);
  g_return_val_if_fail (label != NULL, result);

  board = commons_editor_get_board (editor);
  set = _commons_arrange_collect (board, ids);
  if (g_hash_table_size (set) == 0)
    return result;

  _commons_arrange_limit (board, set, &dx, &dy);
  ours = _commons_arrange_begin (editor, label, NULL);
  copies = copy_nodes (editor, set, dx, dy);
  copy_links (editor, copies);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *copy = g_hash_table_lookup (copies, g_ptr_array_index (ids, i));

      if (copy != NULL)
        g_ptr_array_add (result, g_strdup (copy));
    }

  /* A copy is there to be moved. */
  commons_arrange_set_locked (editor, result, FALSE, label);
  _commons_arrange_end (editor, ours, TRUE);

  return result;
}
