/* commons-bin-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which order things lay before they were removed.
 */

#define G_LOG_DOMAIN "commons-bin"

#include "config.h"

#include "commons-bin-private.h"

static GPtrArray *
list_table (CommonsBoard *board,
            CommonsTable  table)
{
  guint n = table == COMMONS_TABLE_NODES ? commons_board_get_n_nodes (board) : commons_board_get_n_edges (board);
  GPtrArray *records = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, table == COMMONS_TABLE_NODES ? commons_board_get_node (board, i)
                                                           : commons_board_get_edge (board, i));

  return records;
}

static gboolean
stays (const CommonsChange *change)
{
  return change->before != NULL && change->after != NULL && change->before_position == change->after_position;
}

/* ---- Changes of any kind --------------------------------------------------- */

static GPtrArray *
undo_all (CommonsBoard      *board,
          CommonsChangeSet  *changes,
          CommonsTable       table,
          const char       **below)
{
  GPtrArray *records = list_table (board, table);

  for (guint i = commons_change_set_get_length (changes); i > 0; i--)
    {
      const CommonsChange *change = commons_change_set_get (changes, i - 1);

      if (commons_change_get_table (change) != table || stays (change))
        continue;

      if (change->after != NULL)
        g_ptr_array_remove_index (records, change->after_position);
      else if (change->before_position > 0)
        below[i - 1] = commons_record_get_id (g_ptr_array_index (records, change->before_position - 1));
      if (change->before != NULL)
        g_ptr_array_insert (records, (int) change->before_position, change->before);
    }

  return records;
}

/* ---- Nothing but removals -------------------------------------------------- */

/* Places that are taken, counted so that the nth of them is found without
 * going through all: each entry counts those before it down to the next
 * larger power of two in its number. */
typedef struct
{
  guint *counts; /* from 1 on */
  guint  n;
  guint  step;   /* the largest power of two there is in n */
} Places;

static void
init_places (Places *self,
             guint   n)
{
  self->counts = g_new (guint, n + 1);
  self->n = n;
  self->step = 1;
  while (self->step * 2 <= n)
    self->step *= 2;
  for (guint i = 1; i <= n; i++)
    self->counts[i] = i & -i;
}

static guint
find_nth (const Places *self,
          guint         nth)
{
  guint place = 0;

  for (guint step = self->step; step > 0; step /= 2)
    {
      if (place + step <= self->n && self->counts[place + step] <= nth)
        {
          place += step;
          nth -= self->counts[place];
        }
    }

  return place;
}

static void
free_place (Places *self,
            guint   place)
{
  for (guint i = place + 1; i <= self->n; i += i & -i)
    self->counts[i]--;
}

static guint
count_removals (CommonsChangeSet *changes,
                CommonsTable      table,
                gboolean         *others)
{
  guint n = 0;

  *others = FALSE;
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);

      if (commons_change_get_table (change) != table || stays (change))
        continue;
      if (change->after == NULL)
        n++;
      else
        *others = TRUE;
    }

  return n;
}

/* Puts the records that were removed at their places, then the others into
 * the gaps between. Thousands of cards go at once without a frame being lost. */
static GPtrArray *
undo_removals (CommonsBoard      *board,
               CommonsChangeSet  *changes,
               CommonsTable       table,
               guint              n_removals,
               const char       **below)
{
  g_autoptr(GPtrArray) now = list_table (board, table);
  guint length = commons_change_set_get_length (changes);
  guint n = now->len + n_removals;
  g_autofree guint *below_place = g_new0 (guint, length);
  GPtrArray *records = g_ptr_array_sized_new (n);
  Places places;

  g_ptr_array_set_size (records, (int) n);
  init_places (&places, n);
  for (guint i = 0; i < length; i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);
      guint place;

      if (commons_change_get_table (change) != table || change->after != NULL)
        continue;

      place = find_nth (&places, change->before_position);
      below_place[i] = change->before_position > 0 ? find_nth (&places, change->before_position - 1) + 1 : 0;
      g_ptr_array_index (records, place) = change->before;
      free_place (&places, place);
    }

  for (guint i = 0, j = 0; i < n; i++)
    {
      if (g_ptr_array_index (records, i) == NULL)
        g_ptr_array_index (records, i) = g_ptr_array_index (now, j++);
    }
  for (guint i = 0; i < length; i++)
    {
      if (below_place[i] > 0)
        below[i] = commons_record_get_id (g_ptr_array_index (records, below_place[i] - 1));
    }
  g_free (places.counts);

  return records;
}

GPtrArray *
_commons_bin_go_back (CommonsBoard      *board,
                      CommonsChangeSet  *changes,
                      CommonsTable       table,
                      const char       **below)
{
  gboolean others;
  guint n_removals = count_removals (changes, table, &others);

  if (others)
    return undo_all (board, changes, table, below);

  return undo_removals (board, changes, table, n_removals, below);
}
