/* commons-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-board"

#include "config.h"

#include "commons-board-private.h"

struct _CommonsBoard
{
  GObject        parent_instance;

  CommonsRecord *head;
  GPtrArray     *nodes;
  GPtrArray     *edges;
  GHashTable    *by_id;  /* id, borrowed from the record → record */
  GHashTable    *links;  /* id of a node → GPtrArray of borrowed edges */
  GPtrArray     *groups; /* borrowed, in their order; NULL after one changed */
  guint          n_lookups;
};

G_DEFINE_FINAL_TYPE (CommonsBoard, commons_board, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
get_table (CommonsBoard *self,
           CommonsTable  table)
{
  return table == COMMONS_TABLE_NODES ? self->nodes : self->edges;
}

static void
link_end (CommonsBoard  *self,
          const char    *id,
          CommonsRecord *edge)
{
  GPtrArray *links = g_hash_table_lookup (self->links, id);

  if (links == NULL)
    {
      links = g_ptr_array_new ();
      g_hash_table_insert (self->links, g_strdup (id), links);
    }

  g_ptr_array_add (links, edge);
}

static void
unlink_end (CommonsBoard  *self,
            const char    *id,
            CommonsRecord *edge)
{
  GPtrArray *links = g_hash_table_lookup (self->links, id);

  g_ptr_array_remove (links, edge);
  if (links->len == 0)
    g_hash_table_remove (self->links, id);
}

/* Cards come and go all the time, groups seldom. */
static void
forget_groups (CommonsBoard  *self,
               CommonsRecord *record)
{
  if (commons_record_is_group (record))
    g_clear_pointer (&self->groups, g_ptr_array_unref);
}

static void
index_record (CommonsBoard  *self,
              CommonsRecord *record)
{
  forget_groups (self, record);
  g_hash_table_insert (self->by_id, (gpointer) commons_record_get_id (record), record);

  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    {
      const char *from = commons_record_get_from (record);
      const char *to = commons_record_get_to (record);

      link_end (self, from, record);
      if (!g_str_equal (from, to))
        link_end (self, to, record);
    }
}

static void
unindex_record (CommonsBoard  *self,
                CommonsRecord *record)
{
  forget_groups (self, record);
  g_hash_table_remove (self->by_id, commons_record_get_id (record));

  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    {
      const char *from = commons_record_get_from (record);
      const char *to = commons_record_get_to (record);

      unlink_end (self, from, record);
      if (!g_str_equal (from, to))
        unlink_end (self, to, record);
    }
}

static void
commons_board_finalize (GObject *object)
{
  CommonsBoard *self = COMMONS_BOARD (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->edges, g_ptr_array_unref);
  g_clear_pointer (&self->head, commons_record_unref);

  G_OBJECT_CLASS (commons_board_parent_class)->finalize (object);
}

static void
commons_board_class_init (CommonsBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = commons_board_finalize;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4,
                  COMMONS_TYPE_CHANGE_SET, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
commons_board_init (CommonsBoard *self)
{
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  self->edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static CommonsRecord *
new_head (void)
{
  JsonObject *object = json_object_new ();
  JsonObject *commons = json_object_new ();

  json_object_set_int_member (commons, "format", COMMONS_FORMAT);
  json_object_set_object_member (object, "commons", commons);
  json_object_set_array_member (object, "nodes", json_array_new ());
  json_object_set_array_member (object, "edges", json_array_new ());

  return commons_record_new (COMMONS_TABLE_HEAD, object, NULL);
}

CommonsBoard *
commons_board_new (void)
{
  g_autoptr (CommonsRecord) head = new_head ();

  return commons_board_new_from_records (head, NULL, NULL);
}

static void
adopt_records (CommonsBoard *self,
               GPtrArray    *table,
               GPtrArray    *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CommonsRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (table, commons_record_ref (record));
      index_record (self, record);
    }
}

CommonsBoard *
commons_board_new_from_records (CommonsRecord *head,
                                GPtrArray     *nodes,
                                GPtrArray     *edges)
{
  CommonsBoard *self;

  g_return_val_if_fail (head != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_BOARD, NULL);
  self->head = commons_record_ref (head);
  index_record (self, head);
  adopt_records (self, self->nodes, nodes);
  adopt_records (self, self->edges, edges);

  return self;
}

CommonsRecord *
commons_board_get_head (CommonsBoard *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);

  return self->head;
}

const char *
commons_board_get_title (CommonsBoard *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);

  return commons_record_get_title (self->head);
}

const char *
commons_board_get_language (CommonsBoard *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);

  return commons_record_get_string (self->head, "commons/language");
}

CommonsRecord *
commons_board_lookup (CommonsBoard *self,
                      const char   *id)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self->n_lookups++;
  return g_hash_table_lookup (self->by_id, id);
}

guint
commons_board_get_n_lookups (CommonsBoard *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), 0);

  return self->n_lookups;
}

CommonsRecord *
commons_board_lookup_node (CommonsBoard *self,
                           const char   *id)
{
  CommonsRecord *record = commons_board_lookup (self, id);

  return record && commons_record_get_table (record) == COMMONS_TABLE_NODES ? record : NULL;
}

guint
commons_board_get_n_nodes (CommonsBoard *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), 0);

  return self->nodes->len;
}

CommonsRecord *
commons_board_get_node (CommonsBoard *self,
                        guint         index)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);
  g_return_val_if_fail (index < self->nodes->len, NULL);

  return g_ptr_array_index (self->nodes, index);
}

GPtrArray *
commons_board_get_groups (CommonsBoard *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);

  if (self->groups != NULL)
    return self->groups;

  self->groups = g_ptr_array_new ();
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (commons_record_is_group (g_ptr_array_index (self->nodes, i)))
        g_ptr_array_add (self->groups, g_ptr_array_index (self->nodes, i));
    }

  return self->groups;
}

guint
commons_board_get_n_edges (CommonsBoard *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), 0);

  return self->edges->len;
}

CommonsRecord *
commons_board_get_edge (CommonsBoard *self,
                        guint         index)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);
  g_return_val_if_fail (index < self->edges->len, NULL);

  return g_ptr_array_index (self->edges, index);
}

gboolean
commons_board_get_position (CommonsBoard *self,
                            const char   *id,
                            guint        *position)
{
  CommonsRecord *record;

  g_return_val_if_fail (COMMONS_IS_BOARD (self), FALSE);

  record = commons_board_lookup (self, id);
  if (record == NULL || record == self->head)
    return FALSE;

  return g_ptr_array_find (get_table (self, commons_record_get_table (record)), record, position);
}

GPtrArray *
commons_board_get_links (CommonsBoard *self,
                         const char   *id)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->links, id);
}

static void
replace_head (CommonsBoard        *self,
              const CommonsChange *change)
{
  unindex_record (self, self->head);
  commons_record_unref (self->head);
  self->head = commons_record_ref (change->after);
  index_record (self, self->head);
}

void
_commons_board_apply (CommonsBoard        *self,
                      const CommonsChange *change)
{
  GPtrArray *table;

  g_assert (COMMONS_IS_BOARD (self));

  if (commons_change_get_table (change) == COMMONS_TABLE_HEAD)
    {
      replace_head (self, change);
      return;
    }

  table = get_table (self, commons_change_get_table (change));

  /* What stands there may be another record that says the same as the one
   * before: changes that cancel each other out are not kept. */
  if (change->before != NULL)
    {
      CommonsRecord *present = g_ptr_array_index (table, change->before_position);

      g_assert (g_str_equal (commons_record_get_id (present), commons_record_get_id (change->before)));
      unindex_record (self, present);
    }

  if (change->before != NULL && change->after != NULL && change->before_position == change->after_position)
    {
      commons_record_unref (g_ptr_array_index (table, change->before_position));
      g_ptr_array_index (table, change->before_position) = commons_record_ref (change->after);
    }
  else
    {
      if (change->before != NULL)
        g_ptr_array_remove_index (table, change->before_position);
      if (change->after != NULL)
        g_ptr_array_insert (table, change->after_position, commons_record_ref (change->after));
    }

  if (change->after != NULL)
    index_record (self, change->after);
}

void
_commons_board_notify (CommonsBoard     *self,
                       CommonsChangeSet *changes,
                       CommonsOrigin     origin,
                       const char       *label,
                       const char       *merge_key)
{
  g_assert (COMMONS_IS_BOARD (self));

  g_signal_emit (self, signals[CHANGED], 0, changes, (int) origin, label, merge_key);
}
