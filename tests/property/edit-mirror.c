/* edit-mirror.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edit-mirror.h"

struct _EditMirror
{
  CommonsBoard  *board;
  CommonsRecord *head;
  GPtrArray     *nodes;
  GPtrArray     *edges;
  char          *fault; /* the first one in what the signal told */
  guint          n_heard;
  guint          n_edits;
};

static void
find_fault (EditMirror *self,
            const char *fault,
            const char *id)
{
  if (self->fault == NULL)
    self->fault = g_strdup_printf ("the signal %s: %s", fault, id);
}

/* Takes a record away from its table, which must have it there. */
static void
take (EditMirror    *self,
      GPtrArray     *table,
      CommonsRecord *record,
      guint          position)
{
  const char *id = commons_record_get_id (record);

  if (position >= table->len || !commons_record_equal (g_ptr_array_index (table, position), record))
    find_fault (self, "takes what is not there", id);
  else
    g_ptr_array_remove_index (table, position);
}

static void
put (EditMirror    *self,
     GPtrArray     *table,
     CommonsRecord *record,
     guint          position)
{
  if (position > table->len)
    find_fault (self, "puts beyond the end", commons_record_get_id (record));
  else
    g_ptr_array_insert (table, (int) position, commons_record_ref (record));
}

static void
follow (EditMirror          *self,
        const CommonsChange *change)
{
  GPtrArray *table = self->edges;

  if (commons_change_get_table (change) == COMMONS_TABLE_HEAD)
    {
      if (!commons_record_equal (self->head, change->before))
        find_fault (self, "takes another head", "");
      commons_record_unref (self->head);
      self->head = commons_record_ref (change->after);
      return;
    }

  if (commons_change_get_table (change) == COMMONS_TABLE_NODES)
    table = self->nodes;
  if (change->before != NULL)
    take (self, table, change->before, change->before_position);
  if (change->after != NULL)
    put (self, table, change->after, change->after_position);
}

static void
changed_cb (EditMirror       *self,
            CommonsChangeSet *changes,
            int               origin)
{
  self->n_heard++;
  if (origin == COMMONS_ORIGIN_EDIT)
    self->n_edits++;
  if (commons_change_set_get_length (changes) == 0)
    find_fault (self, "tells of nothing", "");

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    follow (self, commons_change_set_get (changes, i));
}

EditMirror *
edit_mirror_new (CommonsBoard *board)
{
  EditMirror *self = g_new0 (EditMirror, 1);

  self->board = g_object_ref (board);
  self->head = commons_record_ref (commons_board_get_head (board));
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  self->edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (self->nodes, commons_record_ref (commons_board_get_node (board, i)));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    g_ptr_array_add (self->edges, commons_record_ref (commons_board_get_edge (board, i)));

  g_signal_connect_swapped (board, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

void
edit_mirror_free (EditMirror *self)
{
  g_signal_handlers_disconnect_by_data (self->board, self);
  g_object_unref (self->board);
  commons_record_unref (self->head);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_free (self->fault);
  g_free (self);
}

guint
edit_mirror_get_n_heard (EditMirror *self)
{
  return self->n_heard;
}

guint
edit_mirror_get_n_edits (EditMirror *self)
{
  return self->n_edits;
}

static char *
compare_table (EditMirror    *self,
               GPtrArray     *table,
               guint          n_records,
               CommonsRecord *(*get_record) (CommonsBoard *, guint))
{
  if (table->len != n_records)
    return g_strdup_printf ("the signal told of %u records, the board has %u", table->len, n_records);

  for (guint i = 0; i < n_records; i++)
    {
      CommonsRecord *record = get_record (self->board, i);

      if (!commons_record_equal (g_ptr_array_index (table, i), record))
        return g_strdup_printf ("the signal told otherwise of %s at %u", commons_record_get_id (record), i);
    }

  return NULL;
}

char *
edit_mirror_compare (EditMirror *self)
{
  char *fault = g_strdup (self->fault);

  if (fault == NULL && !commons_record_equal (self->head, commons_board_get_head (self->board)))
    fault = g_strdup ("the signal told otherwise of the head");
  if (fault == NULL)
    fault = compare_table (self, self->nodes, commons_board_get_n_nodes (self->board), commons_board_get_node);
  if (fault == NULL)
    fault = compare_table (self, self->edges, commons_board_get_n_edges (self->board), commons_board_get_edge);

  return fault;
}

void
edit_mirror_break (EditMirror *self)
{
  find_fault (self, "was made to lie", "");
}
