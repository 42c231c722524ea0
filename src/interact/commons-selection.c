/* commons-selection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-selection"

#include "config.h"

#include "commons-selection.h"

struct _CommonsSelection
{
  GObject       parent_instance;

  CommonsBoard *board;
  gulong        board_handler;
  GPtrArray    *ids; /* owned strings, first chosen first */
  GHashTable   *set; /* the same strings, borrowed */
};

G_DEFINE_FINAL_TYPE (CommonsSelection, commons_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (CommonsSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_selectable (CommonsSelection *self,
               const char       *id)
{
  CommonsRecord *record;

  if (self->board == NULL || id == NULL)
    return FALSE;

  record = commons_board_lookup (self->board, id);

  return record != NULL && commons_record_get_table (record) != COMMONS_TABLE_HEAD;
}

static void
append (CommonsSelection *self,
        const char       *id)
{
  char *copy = g_strdup (id);

  g_ptr_array_add (self->ids, copy);
  g_hash_table_add (self->set, copy);
}

static void
take_out (CommonsSelection *self,
          const char       *id)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index))
    {
      g_hash_table_remove (self->set, id);
      g_ptr_array_remove_index (self->ids, index);
    }
}

static gboolean
drop_missing (CommonsSelection *self)
{
  guint before = self->ids->len;

  for (guint i = before; i > 0; i--)
    {
      const char *id = g_ptr_array_index (self->ids, i - 1);

      if (!is_selectable (self, id))
        {
          g_hash_table_remove (self->set, id);
          g_ptr_array_remove_index (self->ids, i - 1);
        }
    }

  return self->ids->len != before;
}

static void
board_changed_cb (CommonsSelection *self)
{
  if (drop_missing (self))
    emit_changed (self);
}

static void
leave_board (CommonsSelection *self)
{
  if (self->board != NULL)
    g_clear_signal_handler (&self->board_handler, self->board);
  g_clear_object (&self->board);
}

static void
commons_selection_dispose (GObject *object)
{
  leave_board (COMMONS_SELECTION (object));

  G_OBJECT_CLASS (commons_selection_parent_class)->dispose (object);
}

static void
commons_selection_finalize (GObject *object)
{
  CommonsSelection *self = COMMONS_SELECTION (object);

  g_clear_pointer (&self->set, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_selection_parent_class)->finalize (object);
}

static void
commons_selection_class_init (CommonsSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_selection_dispose;
  object_class->finalize = commons_selection_finalize;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
commons_selection_init (CommonsSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->set = g_hash_table_new (g_str_hash, g_str_equal);
}

CommonsSelection *
commons_selection_new (CommonsBoard *board)
{
  CommonsSelection *self = g_object_new (COMMONS_TYPE_SELECTION, NULL);

  commons_selection_set_board (self, board);

  return self;
}

void
commons_selection_set_board (CommonsSelection *self,
                             CommonsBoard     *board)
{
  g_return_if_fail (COMMONS_IS_SELECTION (self));
  g_return_if_fail (board == NULL || COMMONS_IS_BOARD (board));

  if (board == self->board)
    return;

  leave_board (self);
  if (board != NULL)
    {
      self->board = g_object_ref (board);
      self->board_handler = g_signal_connect_swapped (board, "changed", G_CALLBACK (board_changed_cb), self);
    }

  if (drop_missing (self))
    emit_changed (self);
}

CommonsBoard *
commons_selection_get_board (CommonsSelection *self)
{
  g_return_val_if_fail (COMMONS_IS_SELECTION (self), NULL);

  return self->board;
}

guint
commons_selection_get_n (CommonsSelection *self)
{
  g_return_val_if_fail (COMMONS_IS_SELECTION (self), 0);

  return self->ids->len;
}

gboolean
commons_selection_contains (CommonsSelection *self,
                            const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_SELECTION (self), FALSE);

  return id != NULL && g_hash_table_contains (self->set, id);
}

GPtrArray *
commons_selection_list (CommonsSelection *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (COMMONS_IS_SELECTION (self), copy);

  for (guint i = 0; i < self->ids->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (self->ids, i)));

  return copy;
}

GPtrArray *
commons_selection_list_nodes (CommonsSelection *self)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  g_return_val_if_fail (COMMONS_IS_SELECTION (self), nodes);

  for (guint i = 0; i < self->ids->len; i++)
    {
      /* Within a transaction the board may have lost a node already. */
      CommonsRecord *node = commons_board_lookup_node (self->board, g_ptr_array_index (self->ids, i));

      if (node != NULL)
        g_ptr_array_add (nodes, commons_record_ref (node));
    }

  return nodes;
}

gboolean
commons_selection_has_nodes (CommonsSelection *self,
                             guint             n_nodes)
{
  guint n_found = 0;

  g_return_val_if_fail (COMMONS_IS_SELECTION (self), FALSE);

  for (guint i = 0; i < self->ids->len && n_found < n_nodes; i++)
    n_found += commons_board_lookup_node (self->board, g_ptr_array_index (self->ids, i)) != NULL;

  return n_found >= n_nodes;
}

const char *
commons_selection_get_primary (CommonsSelection *self)
{
  g_return_val_if_fail (COMMONS_IS_SELECTION (self), NULL);

  return self->ids->len > 0 ? g_ptr_array_index (self->ids, self->ids->len - 1) : NULL;
}

gboolean
commons_selection_set_only (CommonsSelection *self,
                            const char       *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (id != NULL)
    g_ptr_array_add (ids, (gpointer) id);

  return commons_selection_set_many (self, ids);
}

static gboolean
lists_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

gboolean
commons_selection_set_many (CommonsSelection *self,
                            GPtrArray        *ids)
{
  g_autoptr (GPtrArray) old_ids = NULL;
  g_autoptr (GHashTable) old_set = NULL;

  g_return_val_if_fail (COMMONS_IS_SELECTION (self), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  old_ids = g_steal_pointer (&self->ids);
  old_set = g_steal_pointer (&self->set);
  commons_selection_init (self);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (is_selectable (self, id) && !g_hash_table_contains (self->set, id))
        append (self, id);
    }

  if (lists_equal (old_ids, self->ids))
    return FALSE;

  emit_changed (self);
  return TRUE;
}

gboolean
commons_selection_add (CommonsSelection *self,
                       const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_SELECTION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!is_selectable (self, id) || g_strcmp0 (commons_selection_get_primary (self), id) == 0)
    return FALSE;

  if (commons_selection_contains (self, id))
    {
      g_autofree char *kept = g_strdup (id);

      take_out (self, kept);
      append (self, kept);
    }
  else
    {
      append (self, id);
    }

  emit_changed (self);
  return TRUE;
}

gboolean
commons_selection_remove (CommonsSelection *self,
                          const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_SELECTION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!commons_selection_contains (self, id))
    return FALSE;

  take_out (self, id);
  emit_changed (self);
  return TRUE;
}

gboolean
commons_selection_toggle (CommonsSelection *self,
                          const char       *id)
{
  if (commons_selection_contains (self, id))
    return commons_selection_remove (self, id);

  return commons_selection_add (self, id);
}

gboolean
commons_selection_clear (CommonsSelection *self)
{
  return commons_selection_set_only (self, NULL);
}

gboolean
commons_selection_select_all (CommonsSelection *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_return_val_if_fail (COMMONS_IS_SELECTION (self), FALSE);

  for (guint i = 0; self->board != NULL && i < commons_board_get_n_nodes (self->board); i++)
    g_ptr_array_add (ids, (gpointer) commons_record_get_id (commons_board_get_node (self->board, i)));

  return commons_selection_set_many (self, ids);
}
