/* commons-reading-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-reading-order"

#include "config.h"

#include <stdlib.h>

#include "commons-navigate.h"
#include "commons-reading-order.h"

struct _CommonsReadingOrder
{
  GHashTable *ranks; /* id of a node → its place, from 1 */
};

CommonsReadingOrder *
commons_reading_order_new (CommonsBoard *board)
{
  CommonsReadingOrder *self;
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  self = g_new0 (CommonsReadingOrder, 1);
  self->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids = commons_navigate_list (board);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (self->ranks, g_strdup (g_ptr_array_index (ids, i)), GUINT_TO_POINTER (i + 1));

  return self;
}

void
commons_reading_order_free (CommonsReadingOrder *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->ranks);
  g_free (self);
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
