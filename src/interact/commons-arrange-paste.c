/* commons-arrange-paste.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a copy of one board into another.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-tool.h"

/* How far aside a clip goes when it would hide what was pasted before. */
#define STEP_ASIDE (2 * COMMONS_GRID)

/* Fields that name cards are not nested deeper than this. */
#define MAX_DEPTH 8

static guint
hash_corner (gconstpointer data)
{
  const CommonsRect *bounds = data;

  return (guint) bounds->x * 31u + (guint) bounds->y;
}

static gboolean
equal_corner (gconstpointer a,
              gconstpointer b)
{
  const CommonsRect *first = a;
  const CommonsRect *second = b;

  return first->x == second->x && first->y == second->y;
}

/* The bounds of all nodes of a board, found by their top left corner. */
static GHashTable *
collect_corners (CommonsBoard *board)
{
  GHashTable *corners = g_hash_table_new (hash_corner, equal_corner);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_hash_table_add (corners, (gpointer) commons_record_get_bounds (commons_board_get_node (board, i)));

  return corners;
}

static gboolean
hides (GHashTable   *corners,
       CommonsBoard *clip,
       int           dx,
       int           dy)
{
  for (guint i = 0; i < commons_board_get_n_nodes (clip); i++)
    {
      CommonsRect bounds = *commons_record_get_bounds (commons_board_get_node (clip, i));

      bounds.x += dx;
      bounds.y += dy;
      if (g_hash_table_contains (corners, &bounds))
        return TRUE;
    }

  return FALSE;
}

/* How far to move what begins at @start and is @size long for its centre to
 * come to @center and its beginning on the grid. */
static int
find_offset (double center,
             int    start,
             int    size)
{
  double corner = round ((center - size / 2.0) / COMMONS_GRID) * COMMONS_GRID;
  double offset = corner - start;

  /* All of it stays within the limits of a board. */
  return (int) CLAMP (offset, -COMMONS_COORD_MAX - (double) start,
                      MAX (COMMONS_COORD_MAX - (double) start - size, -COMMONS_COORD_MAX - (double) start));
}

static void
find_place (CommonsBoard *board,
            CommonsBoard *clip,
            double        cx,
            double        cy,
            int          *dx,
            int          *dy)
{
  g_autoptr (GHashTable) corners = collect_corners (board);
  CommonsRect extents;

  commons_board_get_extents (clip, &extents);
  *dx = find_offset (cx, extents.x, extents.width);
  *dy = find_offset (cy, extents.y, extents.height);

  for (guint i = 0; i < commons_board_get_n_nodes (board) && hides (corners, clip, *dx, *dy); i++)
    {
      *dx += STEP_ASIDE;
      *dy += STEP_ASIDE;
    }
}

static JsonNode *replace_ids (JsonNode   *node,
                              GHashTable *copies,
                              guint       depth);

static JsonNode *
replace_in_array (JsonArray  *array,
                  GHashTable *copies,
                  guint       depth)
{
  g_autoptr (JsonArray) copy = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, replace_ids (json_array_get_element (array, i), copies, depth));

  return json_node_init_array (json_node_alloc (), copy);
}

static JsonNode *
replace_in_object (JsonObject *object,
                   GHashTable *copies,
                   guint       depth)
{
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (copy, name, replace_ids (member, copies, depth));

  return json_node_init_object (json_node_alloc (), copy);
}

/* A copy in which the ids of cards that were pasted are those of the copies:
 * who holds a licence, which resource a right is on. */
static JsonNode *
replace_ids (JsonNode   *node,
             GHashTable *copies,
             guint       depth)
{
  const char *copy = NULL;
  JsonNode *result = NULL;

  if (depth >= MAX_DEPTH)
    return json_node_ref (node);

  if (JSON_NODE_HOLDS_ARRAY (node))
    result = replace_in_array (json_node_get_array (node), copies, depth + 1);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    result = replace_in_object (json_node_get_object (node), copies, depth + 1);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    copy = g_hash_table_lookup (copies, json_node_get_string (node));

  if (copy != NULL)
    result = json_node_init_string (json_node_alloc (), copy);

  return result != NULL ? result : json_node_ref (node);
}

JsonNode *
_commons_arrange_replace_ids (JsonNode   *node,
                              GHashTable *copies)
{
  return replace_ids (node, copies, 0);
}

static JsonNode *
find_fields (CommonsRecord *node)
{
  JsonNode *commons = json_object_get_member (commons_record_get_object (node), "commons");

  return commons != NULL && JSON_NODE_HOLDS_OBJECT (commons)
           ? json_object_get_member (json_node_get_object (commons), "fields")
           : NULL;
}

static void
add_copy (CommonsEditor *editor,
          CommonsRecord *node,
          GHashTable    *copies,
          int            dx,
          int            dy)
{
  const char *id = g_hash_table_lookup (copies, commons_record_get_id (node));
  g_autoptr (CommonsRecord) renamed = commons_record_with_id (node, id);
  g_autoptr (CommonsRecord) placed = NULL;
  g_autoptr (CommonsRecord) copy = NULL;
  CommonsRect bounds = *commons_record_get_bounds (node);
  JsonNode *fields = find_fields (node);

  bounds.x += dx;
  bounds.y += dy;
  placed = commons_record_with_bounds (renamed, &bounds);

  copy = fields != NULL ? commons_record_with (placed, "commons/fields", replace_ids (fields, copies, 0))
                        : commons_record_ref (placed);
  commons_editor_add (editor, copy);
}

/* The nodes as they are now: a board may be pasted into itself. */
static GPtrArray *
list_nodes (CommonsBoard *clip)
{
  guint n_nodes = commons_board_get_n_nodes (clip);
  GPtrArray *nodes = g_ptr_array_new_full (n_nodes, (GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (nodes, commons_record_ref (commons_board_get_node (clip, i)));

  return nodes;
}

static void
add_nodes (CommonsEditor *editor,
           GPtrArray     *nodes,
           GHashTable    *copies,
           int            dx,
           int            dy)
{
  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_insert (copies, (gpointer) commons_record_get_id (g_ptr_array_index (nodes, i)),
                         commons_record_new_id ());

  for (guint i = 0; i < nodes->len; i++)
    add_copy (editor, g_ptr_array_index (nodes, i), copies, dx, dy);
}

static void
add_edges (CommonsEditor *editor,
           CommonsBoard  *clip,
           GHashTable    *copies)
{
  guint n_edges = commons_board_get_n_edges (clip);

  for (guint i = 0; i < n_edges; i++)
    {
      CommonsRecord *edge = commons_board_get_edge (clip, i);
      const char *from = g_hash_table_lookup (copies, commons_record_get_from (edge));
      const char *to = g_hash_table_lookup (copies, commons_record_get_to (edge));
      g_autoptr (CommonsRecord) renamed = NULL;
      g_autoptr (CommonsRecord) copy = NULL;
      g_autofree char *id = NULL;

      if (from == NULL || to == NULL)
        continue;

      id = commons_record_new_id ();
      renamed = commons_record_with_id (edge, id);
      copy = commons_record_with_ends (renamed, from, to);
      commons_editor_add (editor, copy);
    }
}

static gboolean
lies_in_any (GPtrArray     *groups,
             CommonsRecord *node)
{
  for (guint i = 0; i < groups->len; i++)
    {
      CommonsRecord *group = g_ptr_array_index (groups, i);

      if (group != node && commons_board_contains (group, node))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
list_outermost (GPtrArray  *nodes,
                GHashTable *copies)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      if (commons_record_is_group (g_ptr_array_index (nodes, i)))
        g_ptr_array_add (groups, g_ptr_array_index (nodes, i));
    }

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);

      if (!lies_in_any (groups, node))
        g_ptr_array_add (ids, g_strdup (g_hash_table_lookup (copies, commons_record_get_id (node))));
    }

  return ids;
}

GPtrArray *
commons_arrange_paste (CommonsEditor *editor,
                       CommonsBoard  *clip,
                       double         cx,
                       double         cy,
                       const char    *label)
{
  g_autoptr (GHashTable) copies = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  gboolean ours;
  int dx, dy;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (clip), NULL);
  g_return_val_if_fail (isfinite (cx) && isfinite (cy), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  if (commons_board_get_n_nodes (clip) == 0)
    return g_ptr_array_new_with_free_func (g_free);

  copies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  nodes = list_nodes (clip);
  find_place (commons_editor_get_board (editor), clip, cx, cy, &dx, &dy);

  ours = _commons_arrange_begin (editor, label, NULL);
  add_nodes (editor, nodes, copies, dx, dy);
  add_edges (editor, clip, copies);
  _commons_arrange_end (editor, ours, TRUE);

  return list_outermost (nodes, copies);
}
