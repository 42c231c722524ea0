/* commons-tables-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the board of a table has in common with the board it comes into: the
 * circles, zones and locked cards of a template, and cards nobody touched.
 */

#define G_LOG_DOMAIN "commons-tables"

#include "config.h"

#include "commons-fold.h"
#include "commons-tables-private.h"
#include "commons-work-table.h"

typedef struct
{
  CommonsTables *self;
  TablesEntry   *entry;
  GHashTable    *titles; /* kind and title → GPtrArray of nodes of the plan */
  GHashTable    *used;   /* ids of nodes of the plan that have been found */
} Matching;

/* What stands on a board before anybody writes. */
static gboolean
is_ground (CommonsRecord *node)
{
  return commons_record_is_group (node) || commons_record_is_locked (node);
}

static gboolean
is_same_sort (CommonsRecord *a,
              CommonsRecord *b)
{
  return g_strcmp0 (commons_record_get_kind (a), commons_record_get_kind (b)) == 0 &&
         g_str_equal (commons_record_get_node_type (a), commons_record_get_node_type (b));
}

static char *
make_key (CommonsRecord *node)
{
  const char *kind = commons_record_get_kind (node);
  g_autofree char *title = commons_fold (commons_record_get_title (node));

  return g_strjoin ("\n", commons_record_get_node_type (node), kind ? kind : "", title, NULL);
}

static void
note_titles (Matching *matching)
{
  CommonsBoard *plan = matching->self->plan;

  for (guint i = 0; i < commons_board_get_n_nodes (plan); i++)
    {
      CommonsRecord *node = commons_board_get_node (plan, i);
      g_autofree char *key = NULL;
      GPtrArray *nodes;

      if (!is_ground (node) || *commons_record_get_title (node) == '\0')
        continue;

      key = make_key (node);
      nodes = g_hash_table_lookup (matching->titles, key);
      if (nodes == NULL)
        {
          nodes = g_ptr_array_new ();
          g_hash_table_insert (matching->titles, g_steal_pointer (&key), nodes);
        }
      g_ptr_array_add (nodes, node);
    }
}

static void
note_common (Matching      *matching,
             CommonsRecord *node,
             CommonsRecord *found)
{
  const char *id = commons_record_get_id (node), *here = commons_record_get_id (found);

  g_hash_table_insert (matching->entry->ids, g_strdup (id), g_strdup (here));
  g_hash_table_add (matching->entry->common, g_strdup (id));
  g_hash_table_add (matching->used, (gpointer) here);
}

static gboolean
is_free (Matching      *matching,
         CommonsRecord *found)
{
  return !g_hash_table_contains (matching->used, commons_record_get_id (found));
}

static void
match_id (Matching      *matching,
          CommonsRecord *node)
{
  CommonsRecord *found = commons_board_lookup_node (matching->self->plan, commons_record_get_id (node));

  if (found != NULL && is_ground (found) && is_same_sort (node, found) && is_free (matching, found))
    note_common (matching, node, found);
}

static void
match_title (Matching      *matching,
             CommonsRecord *node)
{
  g_autofree char *key = make_key (node);
  GPtrArray *nodes = g_hash_table_lookup (matching->titles, key);

  if (g_hash_table_contains (matching->entry->common, commons_record_get_id (node)))
    return;

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      CommonsRecord *found = g_ptr_array_index (nodes, i);

      if (is_free (matching, found))
        {
          note_common (matching, node, found);
          return;
        }
    }
}

/* A card without what may differ although nobody touched its words. */
static CommonsRecord *
make_bare (CommonsRecord     *card,
           const CommonsRect *bounds)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (CommonsRecord) placed = commons_record_with_bounds (card, bounds);
  g_autoptr (CommonsRecord) free = commons_record_with_flag (placed, "commons/locked", FALSE);

  return commons_record_with_work_tables (free, none);
}

static gboolean
is_untouched (CommonsRecord *node,
              CommonsRecord *found)
{
  const CommonsRect *bounds = commons_record_get_bounds (found);
  g_autoptr (CommonsRecord) a = make_bare (node, bounds);
  g_autoptr (CommonsRecord) b = make_bare (found, bounds);

  return commons_record_equal (a, b);
}

/* The same place says the same: both lie in what is one thing, or in none. */
static gboolean
is_in_same (Matching      *matching,
            CommonsRecord *node,
            CommonsRecord *found)
{
  CommonsRecord *theirs = commons_board_get_parent (matching->entry->board, commons_record_get_id (node));
  CommonsRecord *ours = commons_board_get_parent (matching->self->plan, commons_record_get_id (found));
  const char *here = theirs ? g_hash_table_lookup (matching->entry->ids, commons_record_get_id (theirs)) : NULL;

  if (theirs == NULL || ours == NULL)
    return theirs == NULL && ours == NULL;

  return g_strcmp0 (here, commons_record_get_id (ours)) == 0;
}

static void
match_card (Matching      *matching,
            CommonsRecord *node)
{
  CommonsRecord *found = commons_board_lookup_node (matching->self->plan, commons_record_get_id (node));

  if (found != NULL && !commons_record_is_group (found) && is_free (matching, found) &&
      !g_hash_table_contains (matching->entry->common, commons_record_get_id (node)) &&
      is_untouched (node, found) && is_in_same (matching, node, found))
    note_common (matching, node, found);
}

/* The id it has, where nothing else has it; the same as in an earlier plan. */
static void
give_id (Matching      *matching,
         CommonsRecord *record,
         GHashTable    *given)
{
  TablesEntry *entry = matching->entry;
  const char *id = commons_record_get_id (record);
  const char *made = g_hash_table_lookup (entry->made, id);
  g_autofree char *here = g_strdup (made ? made : id);

  if (g_hash_table_contains (entry->ids, id))
    return;

  if (commons_board_lookup (matching->self->plan, here) != NULL || g_hash_table_contains (given, here))
    {
      g_free (here);
      here = commons_record_new_id ();
    }

  g_hash_table_insert (entry->made, g_strdup (id), g_strdup (here));
  g_hash_table_insert (entry->ids, g_strdup (id), here);
  g_hash_table_add (given, g_steal_pointer (&here));
}

static void
give_ids (Matching *matching)
{
  CommonsBoard *board = matching->entry->board;
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    give_id (matching, commons_board_get_node (board, i), given);
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    give_id (matching, commons_board_get_edge (board, i), given);
}

void
_commons_tables_match (CommonsTables *self,
                       TablesEntry   *entry)
{
  static void (*const passes[]) (Matching *, CommonsRecord *) = { match_id, match_title, match_card };
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  Matching matching = { self, entry, titles, used };

  note_titles (&matching);
  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    {
      for (guint i = 0; i < commons_board_get_n_nodes (entry->board); i++)
        {
          CommonsRecord *node = commons_board_get_node (entry->board, i);

          if (is_ground (node) || passes[pass] == match_card)
            passes[pass] (&matching, node);
        }
    }

  give_ids (&matching);
}
