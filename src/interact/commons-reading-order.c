/* commons-reading-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-reading-order"

#include "config.h"

#include <stdlib.h>

#include "commons-navigate.h"
#include "commons-reading-order.h"

typedef struct
{
  char               *id;
  CommonsReadingPlace place;
} Entry;

struct _CommonsReadingOrder
{
  GArray     *entries; /* Entry, in order */
  GHashTable *ranks;   /* id, of its entry → its number in the order, from 1 */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
}

/* Gives each its place among its siblings, and then tells all of them how many
 * they are. */
static void
count_siblings (CommonsReadingOrder *self,
                GArray              *steps)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL); /* parent → how many so far */

  for (guint i = 0; i < steps->len; i++)
    {
      CommonsRecord *parent = g_array_index (steps, CommonsNavigateStep, i).parent;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, parent)) + 1;

      g_array_index (self->entries, Entry, i).place.position = n;
      g_hash_table_insert (counts, parent, GUINT_TO_POINTER (n));
    }

  for (guint i = 0; i < steps->len; i++)
    {
      CommonsRecord *parent = g_array_index (steps, CommonsNavigateStep, i).parent;

      g_array_index (self->entries, Entry, i).place.size = GPOINTER_TO_UINT (g_hash_table_lookup (counts, parent));
    }
}

CommonsReadingOrder *
commons_reading_order_new (CommonsBoard *board)
{
  CommonsReadingOrder *self;
  g_autoptr (GArray) steps = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  steps = commons_navigate_walk_shown (board);
  self = g_new0 (CommonsReadingOrder, 1);
  self->entries = g_array_sized_new (FALSE, TRUE, sizeof (Entry), steps->len);
  self->ranks = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < steps->len; i++)
    {
      CommonsNavigateStep *step = &g_array_index (steps, CommonsNavigateStep, i);
      Entry entry = { g_strdup (commons_record_get_id (step->node)), { 0, 0, step->depth + 1 } };

      g_array_append_val (self->entries, entry);
      g_hash_table_insert (self->ranks, entry.id, GUINT_TO_POINTER (i + 1));
    }
  count_siblings (self, steps);

  return self;
}

void
commons_reading_order_free (CommonsReadingOrder *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->ranks);
  g_array_unref (self->entries);
  g_free (self);
}

guint
commons_reading_order_get_n (CommonsReadingOrder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

guint
commons_reading_order_get_rank (CommonsReadingOrder *self,
                                const char          *id)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (id != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, id));
}

const char *
commons_reading_order_get_nth (CommonsReadingOrder *self,
                               guint                rank)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rank >= 1 && rank <= self->entries->len ? g_array_index (self->entries, Entry, rank - 1).id : NULL;
}

gboolean
commons_reading_order_get_place (CommonsReadingOrder *self,
                                 const char          *id,
                                 CommonsReadingPlace *place)
{
  guint rank = commons_reading_order_get_rank (self, id);

  g_return_val_if_fail (place != NULL, FALSE);

  if (rank == 0)
    return FALSE;

  *place = g_array_index (self->entries, Entry, rank - 1).place;
  return TRUE;
}

static guint
get_rank (CommonsReadingOrder *self,
          CommonsRecord       *record)
{
  gboolean is_link = commons_record_get_table (record) == COMMONS_TABLE_EDGES;
  const char *id = is_link ? commons_record_get_from (record) : commons_record_get_id (record);
  guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, id));

  return rank == 0 ? G_MAXUINT : 2 * rank + (is_link ? 1 : 0);
}

typedef struct
{
  guint          rank;
  guint          index;
  CommonsRecord *record;
} Item;

static int
compare_items (const void *a,
               const void *b)
{
  const Item *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  /* Links of one node keep their order. */
  return first->index < second->index ? -1 : 1;
}

void
commons_reading_order_sort (CommonsReadingOrder *self,
                            GPtrArray           *records)
{
  g_autofree Item *items = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (records != NULL);

  /* Each rank is looked up once, however many comparisons follow. */
  items = g_new (Item, records->len);
  for (guint i = 0; i < records->len; i++)
    items[i] = (Item) { get_rank (self, g_ptr_array_index (records, i)), i, g_ptr_array_index (records, i) };

  qsort (items, records->len, sizeof *items, compare_items);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_index (records, i) = items[i].record;
}
