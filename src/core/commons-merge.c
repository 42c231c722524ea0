/* commons-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which records the result of a merge has.
 */

#define G_LOG_DOMAIN "commons-merge"

#include "config.h"

#include <stdlib.h>

#include "commons-merge-private.h"
#include "commons-record-private.h"

struct _CommonsMerge
{
  CommonsRecord *head;
  GPtrArray     *nodes;     /* bottom first */
  GPtrArray     *edges;
  GPtrArray     *conflicts;
};

/* One table of the three boards while it is merged. */
typedef struct
{
  CommonsTable  table;
  GPtrArray    *order[3];   /* ids, of base, ours and theirs */
  GHashTable   *records[3]; /* by id, borrowed */
  GHashTable   *touched[2]; /* nodes that links made or changed by us, by them, hang on */
  GHashTable   *returned;   /* nodes that stay though one side removed them */
  GHashTable   *kept;       /* id → record, owned */
} Table;

enum { BASE, OURS, THEIRS };

static void
table_init (Table         *self,
            CommonsTable   table,
            CommonsBoard **boards)
{
  gboolean nodes = table == COMMONS_TABLE_NODES;

  self->table = table;
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < 3; i++)
    {
      guint n = nodes ? commons_board_get_n_nodes (boards[i]) : commons_board_get_n_edges (boards[i]);

      self->order[i] = g_ptr_array_new ();
      self->records[i] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint j = 0; j < n; j++)
        {
          CommonsRecord *record = nodes ? commons_board_get_node (boards[i], j)
                                        : commons_board_get_edge (boards[i], j);

          g_ptr_array_add (self->order[i], (gpointer) commons_record_get_id (record));
          g_hash_table_insert (self->records[i], (gpointer) commons_record_get_id (record), record);
        }
    }
}

static void
table_clear (Table *self)
{
  for (guint i = 0; i < 3; i++)
    {
      g_ptr_array_unref (self->order[i]);
      g_hash_table_unref (self->records[i]);
    }
  g_hash_table_unref (self->kept);
}

static gboolean
same (CommonsRecord *a,
      CommonsRecord *b)
{
  return a == b || (a != NULL && b != NULL && commons_record_equal (a, b));
}

static JsonNode *
place_to_json (const CommonsRect *bounds)
{
  JsonObject *object = json_object_new ();
  JsonNode *node;

  json_object_set_int_member (object, "x", bounds->x);
  json_object_set_int_member (object, "y", bounds->y);
  json_object_set_int_member (object, "width", bounds->width);
  json_object_set_int_member (object, "height", bounds->height);
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);

  return node;
}

static void
note_place (CommonsMergePlace *place,
            CommonsRecord     *base,
            CommonsRecord     *ours,
            CommonsRecord     *theirs)
{
  g_autoptr (JsonNode) was = place_to_json (commons_record_get_bounds (base));
  g_autoptr (JsonNode) our = place_to_json (commons_record_get_bounds (ours));
  g_autoptr (JsonNode) their = place_to_json (commons_record_get_bounds (theirs));

  g_ptr_array_add (place->names, (gpointer) "x");
  _commons_merge_note (place, COMMONS_CONFLICT_MEMBER, was, our, their);
  g_ptr_array_set_size (place->names, 0);
}

/* Place is one thing and size another: a card moved here and made wider there
 * is both. That both nudged a card, or a circle grew on both sides, is nothing
 * to decide; that a card went to two places is. */
static CommonsRect
merge_bounds (CommonsMergePlace *place,
              CommonsRecord     *base,
              CommonsRecord     *ours,
              CommonsRecord     *theirs)
{
  const CommonsRect *was = commons_record_get_bounds (base != NULL ? base : ours);
  const CommonsRect *our = commons_record_get_bounds (ours);
  const CommonsRect *their = commons_record_get_bounds (theirs);
  gboolean we_moved = our->x != was->x || our->y != was->y;
  gboolean they_moved = their->x != was->x || their->y != was->y;
  gboolean we_sized = our->width != was->width || our->height != was->height;
  CommonsRect merged = *our;

  if (!we_moved)
    {
      merged.x = their->x;
      merged.y = their->y;
    }
  else if (base != NULL && they_moved && !commons_record_is_group (ours) &&
           (abs (our->x - their->x) > our->width || abs (our->y - their->y) > our->height))
    {
      note_place (place, base, ours, theirs);
    }

  if (!we_sized)
    {
      merged.width = their->width;
      merged.height = their->height;
    }

  return merged;
}

static JsonObject *
object_at (CommonsRecord     *record,
           const CommonsRect *bounds)
{
  JsonObject *object = _commons_record_copy_object (record->object);

  if (bounds != NULL)
    _commons_record_set_bounds (object, bounds);

  return object;
}

static CommonsRecord *
merge_records (CommonsMerge  *self,
               CommonsTable   table,
               CommonsRecord *base,
               CommonsRecord *ours,
               CommonsRecord *theirs)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  CommonsMergePlace place = { table, commons_record_get_id (ours), names, self->conflicts };
  g_autoptr (JsonObject) our = NULL;
  g_autoptr (JsonObject) their = NULL;
  CommonsRect bounds;
  gboolean placed = table == COMMONS_TABLE_NODES;

  if (placed)
    bounds = merge_bounds (&place, base, ours, theirs);
  our = object_at (ours, placed ? &bounds : NULL);
  their = object_at (theirs, placed ? &bounds : NULL);

  return _commons_record_new_valid (table, _commons_merge_objects (&place, base != NULL ? base->object : NULL,
                                                                   our, their));
}

/* Of a record that one side has and the other has not. */
static CommonsRecord *
keep_or_remove (CommonsMerge  *self,
                Table         *table,
                CommonsRecord *base,
                CommonsRecord *left,
                guint          side)
{
  const char *id = commons_record_get_id (left);
  gboolean is_node = table->table == COMMONS_TABLE_NODES;
  gboolean touched = is_node && g_hash_table_contains (table->touched[side - OURS], id);
  CommonsMergePlace place = { table->table, id, NULL, self->conflicts };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (base == NULL)
    return left;

  if (same (base, left) && !touched)
    {
      /* A link that went with a card comes back with it. */
      return !is_node && (g_hash_table_contains (table->returned, commons_record_get_from (left)) ||
                          g_hash_table_contains (table->returned, commons_record_get_to (left))) ? left : NULL;
    }

  place.names = names;
  _commons_merge_note (&place, side == OURS ? COMMONS_CONFLICT_REMOVED_THEIRS : COMMONS_CONFLICT_REMOVED_OURS,
                       NULL, NULL, NULL);
  if (is_node)
    g_hash_table_add (table->returned, (gpointer) id);

  return left;
}

static CommonsRecord *
decide (CommonsMerge *self,
        Table        *table,
        const char   *id)
{
  CommonsRecord *base = g_hash_table_lookup (table->records[BASE], id);
  CommonsRecord *ours = g_hash_table_lookup (table->records[OURS], id);
  CommonsRecord *theirs = g_hash_table_lookup (table->records[THEIRS], id);
  CommonsRecord *left;

  if (ours != NULL && theirs != NULL)
    {
      if (same (ours, theirs) || same (base, theirs))
        return commons_record_ref (ours);
      if (same (base, ours))
        return commons_record_ref (theirs);
      return merge_records (self, table->table, base, ours, theirs);
    }

  left = ours != NULL ? keep_or_remove (self, table, base, ours, OURS)
                      : keep_or_remove (self, table, base, theirs, THEIRS);

  return left != NULL ? commons_record_ref (left) : NULL;
}

static void
decide_all (CommonsMerge *self,
            Table        *table,
            guint         side)
{
  for (guint i = 0; i < table->order[side]->len; i++)
    {
      const char *id = g_ptr_array_index (table->order[side], i);
      CommonsRecord *record;

      if (side == THEIRS && g_hash_table_contains (table->records[OURS], id))
        continue;

      record = decide (self, table, id);
      if (record != NULL)
        g_hash_table_insert (table->kept, (gpointer) id, record);
    }
}

/* The nodes that a side made or changed links of: removing one of them on the
 * other side would take these links away unseen. */
static GHashTable *
find_touched (Table *edges,
              guint  side)
{
  GHashTable *touched = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edges->order[side]->len; i++)
    {
      const char *id = g_ptr_array_index (edges->order[side], i);
      CommonsRecord *record = g_hash_table_lookup (edges->records[side], id);

      if (same (g_hash_table_lookup (edges->records[BASE], id), record))
        continue;
      g_hash_table_add (touched, (gpointer) commons_record_get_from (record));
      g_hash_table_add (touched, (gpointer) commons_record_get_to (record));
    }

  return touched;
}

static char *
describe_link (CommonsRecord *record)
{
  return g_strjoin ("\n", commons_record_get_link (record) != NULL ? commons_record_get_link (record) : "",
                    commons_record_get_from (record), commons_record_get_to (record), NULL);
}

static gboolean
differ_by_id (CommonsRecord *a,
              CommonsRecord *b)
{
  g_autoptr (CommonsRecord) renamed = commons_record_with_id (a, commons_record_get_id (b));

  return commons_record_equal (renamed, b);
}

/* Place makes links by itself, so both sides often made the same one. The same
 * of both stays whichever side merges. */
static void
drop_doubles (Table *edges)
{
  g_autoptr (GHashTable) ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint side = OURS; side <= THEIRS; side++)
    {
      guint other = side == OURS ? THEIRS : OURS;

      for (guint i = 0; i < edges->order[side]->len; i++)
        {
          const char *id = g_ptr_array_index (edges->order[side], i);
          CommonsRecord *record = g_hash_table_lookup (edges->kept, id);
          CommonsRecord *twin;
          g_autofree char *key = NULL;

          if (record == NULL || g_hash_table_contains (edges->records[BASE], id) ||
              g_hash_table_contains (edges->records[other], id))
            continue;

          key = describe_link (record);
          twin = g_hash_table_lookup (ours, key);
          if (side == OURS)
            g_hash_table_insert (ours, g_steal_pointer (&key), record);
          else if (twin != NULL && differ_by_id (twin, record))
            {
              gboolean first = g_strcmp0 (commons_record_get_id (twin), id) < 0;

              g_hash_table_remove (ours, key);
              g_hash_table_remove (edges->kept, first ? id : commons_record_get_id (twin));
            }
        }
    }
}

static GPtrArray *
list_result (Table      *table,
             GHashTable *taken)
{
  g_autoptr (GPtrArray) order = _commons_merge_order (table->order[BASE], table->order[OURS], table->order[THEIRS],
                                                      table->kept);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < order->len; i++)
    {
      CommonsRecord *record = commons_record_ref (g_hash_table_lookup (table->kept, g_ptr_array_index (order, i)));

      /* A card of one side and a link of the other can have one id. */
      if (taken != NULL && g_hash_table_contains (taken, commons_record_get_id (record)))
        {
          g_autofree char *id = commons_record_new_id ();
          CommonsRecord *renamed = commons_record_with_id (record, id);

          commons_record_unref (record);
          record = renamed;
        }
      g_ptr_array_add (records, record);
    }

  return records;
}

static void
merge_tables (CommonsMerge  *self,
              CommonsBoard **boards)
{
  Table nodes = { 0 };
  Table edges = { 0 };
  g_autoptr (GHashTable) ours = NULL;
  g_autoptr (GHashTable) theirs = NULL;
  g_autoptr (GHashTable) returned = g_hash_table_new (g_str_hash, g_str_equal);

  table_init (&nodes, COMMONS_TABLE_NODES, boards);
  table_init (&edges, COMMONS_TABLE_EDGES, boards);
  ours = find_touched (&edges, OURS);
  theirs = find_touched (&edges, THEIRS);

  nodes.touched[0] = edges.touched[0] = ours;
  nodes.touched[1] = edges.touched[1] = theirs;
  nodes.returned = edges.returned = returned;

  decide_all (self, &nodes, OURS);
  decide_all (self, &nodes, THEIRS);
  decide_all (self, &edges, OURS);
  decide_all (self, &edges, THEIRS);
  drop_doubles (&edges);

  self->nodes = list_result (&nodes, NULL);
  self->edges = list_result (&edges, nodes.kept);
  table_clear (&nodes);
  table_clear (&edges);
}

static void
mark (gpointer   *place,
      GHashTable *by_id)
{
  CommonsRecord *record = *place;
  GPtrArray *conflicts = g_hash_table_lookup (by_id, commons_record_get_id (record));

  if (conflicts == NULL)
    return;

  *place = _commons_merge_mark (record, conflicts);
  commons_record_unref (record);
}

/* Conflicts of one record, in the order of the record they are about. */
static void
mark_all (CommonsMerge *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                        (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *tables[] = { self->nodes, self->edges };

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      CommonsConflict *conflict = g_ptr_array_index (self->conflicts, i);
      GPtrArray *list = g_hash_table_lookup (by_id, conflict->id);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (by_id, conflict->id, list);
        }
      g_ptr_array_add (list, conflict);
    }

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      for (guint j = 0; j < tables[i]->len; j++)
        mark (&g_ptr_array_index (tables[i], j), by_id);
    }
  mark ((gpointer *) &self->head, by_id);
}

CommonsMerge *
commons_merge_new (CommonsBoard *base,
                   CommonsBoard *ours,
                   CommonsBoard *theirs)
{
  CommonsBoard *boards[] = { base, ours, theirs };
  CommonsRecord *heads[3];
  CommonsMerge *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (base), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (ours), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (theirs), NULL);

  self = g_new0 (CommonsMerge, 1);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) _commons_conflict_free);

  for (guint i = 0; i < 3; i++)
    heads[i] = commons_board_get_head (boards[i]);
  if (same (heads[OURS], heads[THEIRS]) || same (heads[BASE], heads[THEIRS]))
    self->head = commons_record_ref (heads[OURS]);
  else if (same (heads[BASE], heads[OURS]))
    self->head = commons_record_ref (heads[THEIRS]);
  else
    self->head = merge_records (self, COMMONS_TABLE_HEAD, heads[BASE], heads[OURS], heads[THEIRS]);

  merge_tables (self, boards);
  mark_all (self);

  return self;
}

void
commons_merge_free (CommonsMerge *self)
{
  g_return_if_fail (self != NULL);

  commons_record_unref (self->head);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

guint
commons_merge_get_n_conflicts (CommonsMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->conflicts->len;
}

const CommonsConflict *
commons_merge_get_conflict (CommonsMerge *self,
                            guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->conflicts->len, NULL);

  return g_ptr_array_index (self->conflicts, index);
}

CommonsBoard *
commons_merge_make_board (CommonsMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return commons_board_new_from_records (self->head, self->nodes, self->edges);
}

static GHashTable *
make_ids (GPtrArray *records)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (ids, (gpointer) commons_record_get_id (g_ptr_array_index (records, i)));

  return ids;
}

static void
remove_others (CommonsEditor *editor,
               GPtrArray     *records,
               guint          (*get_n) (CommonsBoard *),
               CommonsRecord *(*get) (CommonsBoard *, guint))
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (GHashTable) ids = make_ids (records);

  for (guint i = get_n (board); i > 0; i--)
    {
      const char *id = commons_record_get_id (get (board, i - 1));

      if (!g_hash_table_contains (ids, id))
        commons_editor_remove (editor, id);
    }
}

static void
put_in_order (CommonsEditor *editor,
              GPtrArray     *records,
              CommonsRecord *(*get) (CommonsBoard *, guint))
{
  CommonsBoard *board = commons_editor_get_board (editor);

  for (guint i = 0; i < records->len; i++)
    {
      CommonsRecord *record = g_ptr_array_index (records, i);
      const char *id = commons_record_get_id (record);

      if (commons_board_lookup (board, id) == NULL)
        commons_editor_add (editor, record);
      else
        commons_editor_set (editor, record);
    }

  for (guint i = 0; i < records->len; i++)
    {
      const char *id = commons_record_get_id (g_ptr_array_index (records, i));

      if (g_strcmp0 (commons_record_get_id (get (board, i)), id) != 0)
        commons_editor_reorder (editor, id, i);
    }
}

void
commons_merge_apply (CommonsMerge  *self,
                     CommonsEditor *editor)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (COMMONS_IS_EDITOR (editor));
  g_return_if_fail (commons_editor_is_busy (editor));

  remove_others (editor, self->edges, commons_board_get_n_edges, commons_board_get_edge);
  remove_others (editor, self->nodes, commons_board_get_n_nodes, commons_board_get_node);
  commons_editor_set (editor, self->head);
  put_in_order (editor, self->nodes, commons_board_get_node);
  put_in_order (editor, self->edges, commons_board_get_edge);
}
