/* commons-merge-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In what order things stand that came from two sides.
 */

#define G_LOG_DOMAIN "commons-merge"

#include "config.h"

#include "commons-merge-private.h"

static GHashTable *
make_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));

  return set;
}

/* Whether what two orders share stands in the same order in both. */
static gboolean
agree (GPtrArray *a,
       GPtrArray *b)
{
  g_autoptr (GHashTable) in_a = make_set (a);
  g_autoptr (GHashTable) in_b = make_set (b);
  guint j = 0;

  for (guint i = 0; i < a->len; i++)
    {
      if (!g_hash_table_contains (in_b, g_ptr_array_index (a, i)))
        continue;
      while (!g_hash_table_contains (in_a, g_ptr_array_index (b, j)))
        j++;
      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, j++)))
        return FALSE;
    }

  return TRUE;
}

/* What only the second order has goes where it stood: after what was before
 * it there. */
static void
insert_missing (GQueue     *order,
                GHashTable *links,
                GPtrArray  *second,
                GHashTable *kept)
{
  GList *previous = NULL;

  for (guint i = 0; i < second->len; i++)
    {
      char *id = g_ptr_array_index (second, i);
      GList *link = g_hash_table_lookup (links, id);

      if (link == NULL && g_hash_table_contains (kept, id))
        {
          if (previous != NULL)
            g_queue_insert_after (order, previous, id);
          else
            g_queue_push_head (order, id);
          link = previous != NULL ? previous->next : order->head;
          g_hash_table_insert (links, id, link);
        }

      previous = link != NULL ? link : previous;
    }
}

GPtrArray *
_commons_merge_order (GPtrArray  *base,
                      GPtrArray  *ours,
                      GPtrArray  *theirs,
                      GHashTable *kept)
{
  gboolean ours_first = !agree (base, ours);
  GPtrArray *first = ours_first ? ours : theirs;
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);
  GQueue order = G_QUEUE_INIT;
  GPtrArray *result = g_ptr_array_new ();

  for (guint i = 0; i < first->len; i++)
    {
      char *id = g_ptr_array_index (first, i);

      if (!g_hash_table_contains (kept, id))
        continue;
      g_queue_push_tail (&order, id);
      g_hash_table_insert (links, id, order.tail);
    }

  insert_missing (&order, links, ours_first ? theirs : ours, kept);

  for (GList *item = order.head; item != NULL; item = item->next)
    g_ptr_array_add (result, item->data);
  g_queue_clear (&order);

  return result;
}
