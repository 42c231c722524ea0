/* commons-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was removed from a board; putting it back is in commons-bin-back.c.
 */

#define G_LOG_DOMAIN "commons-bin"

#include "config.h"

#include "commons-bin-private.h"

struct _CommonsBin
{
  GObject       parent_instance;

  CommonsBoard *board;
  GHashTable   *items;   /* id, borrowed from the item → item */
  gint64        last;    /* when something was removed last */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CommonsBin, commons_bin, G_TYPE_OBJECT)

/* ---- Items --------------------------------------------------------------- */

CommonsBinItem *
commons_bin_item_new (CommonsRecord *record)
{
  CommonsBinItem *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_atomic_rc_box_new0 (CommonsBinItem);
  self->record = commons_record_ref (record);
  self->id = g_strdup (commons_record_get_id (record));
  self->table = commons_record_get_table (record);
  self->kind = g_strdup (commons_record_get_kind (record));
  self->title = g_strdup (commons_record_get_shown_title (record));
  self->text = g_strdup (commons_record_get_shown_body (record));
  self->from = g_strdup (commons_record_get_from (record));
  self->to = g_strdup (commons_record_get_to (record));
  self->below = g_strdup ("");

  return self;
}

CommonsBinItem *
commons_bin_item_ref (CommonsBinItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_item (gpointer data)
{
  CommonsBinItem *self = data;

  g_clear_pointer (&self->record, commons_record_unref);
  g_free (self->id);
  g_free (self->source);
  g_free (self->kind);
  g_free (self->title);
  g_free (self->text);
  g_free (self->from);
  g_free (self->to);
  g_free (self->place);
  g_free (self->below);
}

void
commons_bin_item_unref (CommonsBinItem *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_item);
}

/* ---- What a change removed ----------------------------------------------- */

static gboolean
is_removal (const CommonsChange *change)
{
  return change->after == NULL;
}

static GPtrArray *
list_groups (GPtrArray *nodes)
{
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      if (commons_record_is_group (g_ptr_array_index (nodes, i)))
        g_ptr_array_add (groups, g_ptr_array_index (nodes, i));
    }

  return groups;
}

/* The smallest circle or zone around it, as commons_board_get_parent() finds
 * it on a board. */
static const char *
name_place (GPtrArray     *groups,
            CommonsRecord *node)
{
  CommonsRecord *place = NULL;
  gint64 smallest = G_MAXINT64;

  for (guint i = 0; i < groups->len; i++)
    {
      CommonsRecord *group = g_ptr_array_index (groups, i);
      const CommonsRect *bounds = commons_record_get_bounds (group);
      gint64 area = (gint64) bounds->width * bounds->height;

      if (area < smallest && commons_board_contains (group, node))
        {
          place = group;
          smallest = area;
        }
    }

  return place != NULL ? commons_record_get_shown_title (place) : NULL;
}

/* Later than all before, also after the clock went back. */
static gint64
get_time (CommonsBin *self)
{
  self->last = MAX (self->last + 1, g_get_real_time ());

  return self->last;
}

static void
add_removals (CommonsBin       *self,
              CommonsChangeSet *changes,
              const char      **below,
              GPtrArray        *groups)
{
  g_autoptr(GHashTable) cards = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);

      if (is_removal (change) && commons_change_get_table (change) == COMMONS_TABLE_NODES)
        g_hash_table_add (cards, (gpointer) commons_change_get_id (change));
    }

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);
      CommonsBinItem *item;

      /* What was removed and added again in one step did not go. */
      if (!is_removal (change) || commons_board_lookup (self->board, commons_change_get_id (change)) != NULL)
        continue;

      item = commons_bin_item_new (change->before);
      item->position = change->before_position;
      if (below[i] != NULL)
        {
          g_free (item->below);
          item->below = g_strdup (below[i]);
        }
      if (item->table == COMMONS_TABLE_NODES)
        item->place = g_strdup (name_place (groups, change->before));
      else
        item->alone = !g_hash_table_contains (cards, item->from) && !g_hash_table_contains (cards, item->to);
      item->removed = get_time (self);
      g_hash_table_replace (self->items, item->id, item);
    }
}

static int
compare_removed (gconstpointer a,
                 gconstpointer b)
{
  const CommonsBinItem *first = *(CommonsBinItem *const *) a;
  const CommonsBinItem *second = *(CommonsBinItem *const *) b;

  return first->removed < second->removed ? -1 : first->removed > second->removed;
}

static void
forget_oldest (CommonsBin *self)
{
  g_autoptr(GPtrArray) items = NULL;
  guint n[] = { 0, 0 };

  if (g_hash_table_size (self->items) <= COMMONS_BIN_MAX)
    return;

  items = commons_bin_list (self);
  for (guint i = items->len; i > 0; i--)
    {
      CommonsBinItem *item = g_ptr_array_index (items, i - 1);
      gboolean is_link = item->table == COMMONS_TABLE_EDGES;

      if (++n[is_link] > (is_link ? 2 : 1) * COMMONS_BIN_MAX)
        g_hash_table_remove (self->items, item->id);
    }
}

static gboolean
removes_anything (CommonsChangeSet *changes)
{
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      if (is_removal (commons_change_set_get (changes, i)))
        return TRUE;
    }

  return FALSE;
}

static void
note_returns (CommonsBin       *self,
              CommonsChangeSet *changes)
{
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);
      CommonsBinItem *item;

      if (change->before != NULL)
        continue;

      item = g_hash_table_lookup (self->items, commons_change_get_id (change));
      if (item != NULL)
        item->returned = get_time (self);
    }
}

static void
board_changed_cb (CommonsBin       *self,
                  CommonsChangeSet *changes)
{
  g_autoptr(GPtrArray) nodes = NULL;
  g_autoptr(GPtrArray) edges = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autofree const char **below = NULL;

  g_assert (COMMONS_IS_BIN (self));

  if (g_hash_table_size (self->items) > 0)
    note_returns (self, changes);
  if (!removes_anything (changes))
    return;

  below = g_new0 (const char *, commons_change_set_get_length (changes));
  nodes = _commons_bin_go_back (self->board, changes, COMMONS_TABLE_NODES, below);
  edges = _commons_bin_go_back (self->board, changes, COMMONS_TABLE_EDGES, below);
  groups = list_groups (nodes);
  add_removals (self, changes, below, groups);
  forget_oldest (self);

  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- The bin ------------------------------------------------------------- */

static void
commons_bin_dispose (GObject *object)
{
  CommonsBin *self = COMMONS_BIN (object);

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  g_clear_pointer (&self->items, g_hash_table_unref);

  G_OBJECT_CLASS (commons_bin_parent_class)->dispose (object);
}

static void
commons_bin_class_init (CommonsBinClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_bin_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_bin_init (CommonsBin *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) commons_bin_item_unref);
}

CommonsBin *
commons_bin_new (CommonsBoard *board)
{
  CommonsBin *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  self = g_object_new (COMMONS_TYPE_BIN, NULL);
  self->board = g_object_ref (board);
  g_signal_connect_object (board, "changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

GPtrArray *
commons_bin_list (CommonsBin *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_bin_item_unref);
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (COMMONS_IS_BIN (self), items);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, commons_bin_item_ref (item));
  g_ptr_array_sort (items, compare_removed);

  return items;
}

void
commons_bin_empty (CommonsBin *self)
{
  g_return_if_fail (COMMONS_IS_BIN (self));

  g_hash_table_remove_all (self->items);
}
