/* commons-outline-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-navigate.h"
#include "commons-outline-model.h"

struct _CommonsOutlineModel
{
  GObject       parent_instance;

  CommonsBoard *board;
  GPtrArray    *rows;     /* CommonsOutlineRow, those listed */
  GHashTable   *places;   /* id, borrowed from the rows → position */
  GHashTable   *folded;   /* set of ids of containers */
  gboolean      active;
  gboolean      stale;    /* the board changed while nobody looked */
};

static void commons_outline_model_init_list (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CommonsOutlineModel, commons_outline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, commons_outline_model_init_list))

static GType
commons_outline_model_get_item_type (GListModel *model)
{
  return COMMONS_TYPE_OUTLINE_ROW;
}

static guint
commons_outline_model_get_n_items (GListModel *model)
{
  return COMMONS_OUTLINE_MODEL (model)->rows->len;
}

static gpointer
commons_outline_model_get_item (GListModel *model,
                                guint       position)
{
  CommonsOutlineModel *self = COMMONS_OUTLINE_MODEL (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
commons_outline_model_init_list (GListModelInterface *iface)
{
  iface->get_item_type = commons_outline_model_get_item_type;
  iface->get_n_items = commons_outline_model_get_n_items;
  iface->get_item = commons_outline_model_get_item;
}

static CommonsOutlineRow *
take_row (CommonsOutlineModel *self,
          CommonsRecord       *record)
{
  guint position = commons_outline_model_find (self, commons_record_get_id (record));

  if (position != G_MAXUINT)
    return g_object_ref (g_ptr_array_index (self->rows, position));

  return commons_outline_row_new (record);
}

/* The rows there should be now; those of nodes that were listed are reused. */
static GPtrArray *
make_rows (CommonsOutlineModel *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) steps = NULL;
  guint hidden_below = G_MAXUINT;

  if (self->board == NULL)
    return rows;

  steps = commons_navigate_walk (self->board);
  for (guint i = 0; i < steps->len; i++)
    {
      const CommonsNavigateStep *step = &g_array_index (steps, CommonsNavigateStep, i);
      gboolean folded = g_hash_table_contains (self->folded, commons_record_get_id (step->node));
      CommonsOutlineRow *row;

      if (step->depth > hidden_below)
        continue;

      hidden_below = folded ? step->depth : G_MAXUINT;
      row = take_row (self, step->node);
      commons_outline_row_update (row, step->node, step->depth, step->n_children, !folded);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static void
index_rows (CommonsOutlineModel *self)
{
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_insert (self->places, (gpointer) commons_outline_row_get_id (g_ptr_array_index (self->rows, i)),
                         GUINT_TO_POINTER (i));
}

/* Only what is between the first and the last difference is told as changed,
 * so that a list keeps its place and its focus. */
static void
refresh (CommonsOutlineModel *self)
{
  g_autoptr (GPtrArray) old = NULL;
  GPtrArray *rows;
  guint head = 0, tail = 0, shared;

  if (!self->active)
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  rows = make_rows (self);
  shared = MIN (rows->len, self->rows->len);

  while (head < shared && g_ptr_array_index (rows, head) == g_ptr_array_index (self->rows, head))
    head++;
  while (tail < shared - head &&
         g_ptr_array_index (rows, rows->len - 1 - tail) == g_ptr_array_index (self->rows, self->rows->len - 1 - tail))
    tail++;

  old = self->rows;
  self->rows = rows;
  index_rows (self);
  if (old->len - head - tail > 0 || rows->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, rows->len - head - tail);
}

static void
drop_board (CommonsOutlineModel *self)
{
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  g_hash_table_remove_all (self->folded);
}

static void
commons_outline_model_dispose (GObject *object)
{
  CommonsOutlineModel *self = COMMONS_OUTLINE_MODEL (object);

  drop_board (self);

  G_OBJECT_CLASS (commons_outline_model_parent_class)->dispose (object);
}

static void
commons_outline_model_finalize (GObject *object)
{
  CommonsOutlineModel *self = COMMONS_OUTLINE_MODEL (object);

  g_hash_table_unref (self->places);
  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (commons_outline_model_parent_class)->finalize (object);
}

static void
commons_outline_model_class_init (CommonsOutlineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_outline_model_dispose;
  object_class->finalize = commons_outline_model_finalize;
}

static void
commons_outline_model_init (CommonsOutlineModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CommonsOutlineModel *
commons_outline_model_new (void)
{
  return g_object_new (COMMONS_TYPE_OUTLINE_MODEL, NULL);
}

void
commons_outline_model_set_board (CommonsOutlineModel *self,
                                 CommonsBoard        *board)
{
  g_return_if_fail (COMMONS_IS_OUTLINE_MODEL (self));
  g_return_if_fail (board == NULL || COMMONS_IS_BOARD (board));

  if (self->board == board)
    return;

  drop_board (self);
  if (board != NULL)
    {
      self->board = g_object_ref (board);
      g_signal_connect_swapped (board, "changed", G_CALLBACK (refresh), self);
    }
  refresh (self);
}

void
commons_outline_model_set_active (CommonsOutlineModel *self,
                                  gboolean             active)
{
  g_return_if_fail (COMMONS_IS_OUTLINE_MODEL (self));

  self->active = active;
  if (active && self->stale)
    refresh (self);
}

void
commons_outline_model_set_expanded (CommonsOutlineModel *self,
                                    const char          *id,
                                    gboolean             expanded)
{
  gboolean changed;

  g_return_if_fail (COMMONS_IS_OUTLINE_MODEL (self));
  g_return_if_fail (id != NULL);

  changed = expanded ? g_hash_table_remove (self->folded, id) : g_hash_table_add (self->folded, g_strdup (id));
  if (changed)
    refresh (self);
}

CommonsOutlineRow *
commons_outline_model_show (CommonsOutlineModel *self,
                            const char          *id)
{
  gboolean changed = FALSE;
  guint position;

  g_return_val_if_fail (COMMONS_IS_OUTLINE_MODEL (self), NULL);

  if (id == NULL || self->board == NULL || commons_board_lookup_node (self->board, id) == NULL)
    return NULL;

  for (CommonsRecord *parent = commons_board_get_parent (self->board, id);
       parent != NULL;
       parent = commons_board_get_parent (self->board, commons_record_get_id (parent)))
    changed = g_hash_table_remove (self->folded, commons_record_get_id (parent)) || changed;

  if (changed)
    refresh (self);

  position = commons_outline_model_find (self, id);

  return position != G_MAXUINT ? g_ptr_array_index (self->rows, position) : NULL;
}

guint
commons_outline_model_find (CommonsOutlineModel *self,
                            const char          *id)
{
  gpointer position;

  g_return_val_if_fail (COMMONS_IS_OUTLINE_MODEL (self), G_MAXUINT);

  if (id == NULL || !g_hash_table_lookup_extended (self->places, id, NULL, &position))
    return G_MAXUINT;

  return GPOINTER_TO_UINT (position);
}

guint
commons_outline_model_get_parent (CommonsOutlineModel *self,
                                  guint                position)
{
  guint depth;

  g_return_val_if_fail (COMMONS_IS_OUTLINE_MODEL (self), G_MAXUINT);
  g_return_val_if_fail (position < self->rows->len, G_MAXUINT);

  depth = commons_outline_row_get_depth (g_ptr_array_index (self->rows, position));
  while (position > 0)
    {
      position--;
      if (commons_outline_row_get_depth (g_ptr_array_index (self->rows, position)) < depth)
        return position;
    }

  return G_MAXUINT;
}
