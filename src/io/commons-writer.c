/* commons-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-writer"

#include "config.h"

#include "commons-json-string.h"
#include "commons-json-tree.h"
#include "commons-reader-private.h"
#include "commons-writer.h"

struct _CommonsSnapshot
{
  CommonsRecord      *head;
  GPtrArray          *nodes;
  GPtrArray          *edges;
  CommonsJsonNumbers *numbers;
};

typedef struct
{
  const CommonsSnapshot *snapshot;
  GString               *out;
  gboolean               first;
} Writer;

static void
begin_member (Writer     *self,
              const char *name)
{
  g_string_append (self->out, self->first ? "\n\t" : ",\n\t");
  self->first = FALSE;

  commons_json_string_append (self->out, name);
  g_string_append_c (self->out, ':');
}

static void
write_table (Writer     *self,
             const char *name,
             GPtrArray  *records)
{
  begin_member (self, name);
  g_string_append_c (self->out, '[');

  for (guint i = 0; i < records->len; i++)
    {
      CommonsRecord *record = g_ptr_array_index (records, i);

      g_string_append (self->out, i > 0 ? ",\n\t\t" : "\n\t\t");
      commons_json_tree_append_object (self->out, commons_record_get_object (record),
                                       self->snapshot->numbers);
    }

  g_string_append (self->out, records->len > 0 ? "\n\t]" : "]");
}

/* A head that got its first words from the user may not tell its format. */
static void
write_commons (Writer     *self,
               JsonObject *commons)
{
  begin_member (self, "commons");

  if (commons == NULL || !json_object_has_member (commons, "format"))
    {
      gboolean alone = commons == NULL || json_object_get_size (commons) == 0;

      g_string_append_printf (self->out, "{\"format\":%d%s", COMMONS_FORMAT, alone ? "}" : ",");
      if (!alone)
        {
          g_autoptr(GString) rest = g_string_new (NULL);

          commons_json_tree_append_object (rest, commons, self->snapshot->numbers);
          g_string_append (self->out, rest->str + 1);
        }
    }
  else
    {
      commons_json_tree_append_object (self->out, commons, self->snapshot->numbers);
    }
}

static void
write_member (Writer     *self,
              const char *name,
              JsonNode   *node)
{
  if (g_str_equal (name, "nodes"))
    {
      write_table (self, name, self->snapshot->nodes);
    }
  else if (g_str_equal (name, "edges"))
    {
      write_table (self, name, self->snapshot->edges);
    }
  else if (g_str_equal (name, "commons") && JSON_NODE_HOLDS_OBJECT (node))
    {
      write_commons (self, json_node_get_object (node));
    }
  else
    {
      begin_member (self, name);
      commons_json_tree_append (self->out, node, self->snapshot->numbers);
    }
}

static gboolean
has_meaning (CommonsRecord *record)
{
  return json_object_has_member (commons_record_get_object (record), "commons");
}

/* Whether any card or link means something to this program. */
static gboolean
any_has_meaning (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (has_meaning (g_ptr_array_index (records, i)))
        return TRUE;
    }

  return FALSE;
}

static void
write_missing (Writer             *self,
               JsonObject         *head,
               CommonsWriterFlags  flags)
{
  if (!json_object_has_member (head, "commons") &&
      ((flags & COMMONS_WRITER_HEAD) != 0 || any_has_meaning (self->snapshot->nodes) ||
       any_has_meaning (self->snapshot->edges)))
    write_commons (self, NULL);

  if (!json_object_has_member (head, "nodes"))
    write_member (self, "nodes", NULL);

  if (!json_object_has_member (head, "edges"))
    write_member (self, "edges", NULL);
}

static GPtrArray *
copy_table (CommonsBoard  *board,
            guint          n_records,
            CommonsRecord *(*get_record) (CommonsBoard *, guint))
{
  GPtrArray *records = g_ptr_array_new_full (n_records, (GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (records, commons_record_ref (get_record (board, i)));

  return records;
}

CommonsSnapshot *
commons_snapshot_new (CommonsBoard *board)
{
  CommonsSnapshot *self;
  CommonsJsonNumbers *numbers;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  numbers = _commons_reader_get_numbers (board);

  self = g_new0 (CommonsSnapshot, 1);
  self->head = commons_record_ref (commons_board_get_head (board));
  self->nodes = copy_table (board, commons_board_get_n_nodes (board), commons_board_get_node);
  self->edges = copy_table (board, commons_board_get_n_edges (board), commons_board_get_edge);
  self->numbers = numbers != NULL ? commons_json_numbers_ref (numbers) : NULL;

  return self;
}

void
commons_snapshot_free (CommonsSnapshot *self)
{
  g_return_if_fail (self != NULL);

  commons_record_unref (self->head);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_clear_pointer (&self->numbers, commons_json_numbers_unref);
  g_free (self);
}

GBytes *
commons_snapshot_write (const CommonsSnapshot *snapshot,
                        CommonsWriterFlags     flags)
{
  Writer self = { snapshot, g_string_new ("{"), TRUE };
  JsonObject *head;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_val_if_fail (snapshot != NULL, NULL);

  head = commons_record_get_object (snapshot->head);
  json_object_iter_init_ordered (&iter, head);

  while (json_object_iter_next_ordered (&iter, &name, &node))
    write_member (&self, name, node);

  write_missing (&self, head, flags);
  g_string_append (self.out, "\n}\n");

  return g_string_free_to_bytes (self.out);
}

GBytes *
commons_writer_write_full (CommonsBoard       *board,
                           CommonsWriterFlags  flags)
{
  g_autoptr(CommonsSnapshot) snapshot = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  snapshot = commons_snapshot_new (board);

  return commons_snapshot_write (snapshot, flags);
}

GBytes *
commons_writer_write (CommonsBoard *board)
{
  return commons_writer_write_full (board, COMMONS_WRITER_FLAGS_NONE);
}

CommonsWriterFlags
commons_writer_get_flags_for_name (const char *name)
{
  if (name != NULL && g_str_has_suffix (name, ".commons"))
    return COMMONS_WRITER_HEAD;

  return COMMONS_WRITER_FLAGS_NONE;
}
