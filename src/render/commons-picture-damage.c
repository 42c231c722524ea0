/* commons-picture-damage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the picture of a board is no longer what it was.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include "commons-picture-private.h"

/* @before maps ids of changed nodes to their first record, %NULL for those
 * that were added. */
typedef struct
{
  CommonsPicture *picture;
  GHashTable     *before;
  GArray         *rects;
} Damage;

static void
add_rect (Damage            *damage,
          const CommonsRect *rect)
{
  if (rect->width > 0 && rect->height > 0)
    g_array_append_vals (damage->rects, rect, 1);
}

static void
add_everything (Damage *damage)
{
  CommonsRect all = { -2 * COMMONS_COORD_MAX, -2 * COMMONS_COORD_MAX, 4 * COMMONS_COORD_MAX, 4 * COMMONS_COORD_MAX };

  add_rect (damage, &all);
}

static void
add_node (Damage        *damage,
          CommonsRecord *node)
{
  CommonsRect extents;

  if (node == NULL)
    return;

  _commons_picture_measure_node (damage->picture, node, &extents);
  add_rect (damage, &extents);
}

/* A circle gives what lies in it its depth, and with it its colour. */
static void
add_content (Damage        *damage,
             CommonsRecord *container)
{
  CommonsBoard *board = damage->picture->board;

  if (container == NULL || !commons_record_is_group (container))
    return;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (commons_record_is_group (node) && commons_board_contains (container, node))
        add_node (damage, node);
    }
}

static CommonsRecord *
get_node_before (Damage     *damage,
                 const char *id)
{
  gpointer record = NULL;

  if (g_hash_table_lookup_extended (damage->before, id, NULL, &record))
    return record;

  return commons_board_lookup_node (damage->picture->board, id);
}

static void
add_link (Damage        *damage,
          CommonsRecord *edge,
          gboolean       before)
{
  CommonsBoard *board = damage->picture->board;
  const char *from, *to;
  CommonsLinkEnds ends = { 0 };
  CommonsRect extents;

  if (edge == NULL)
    return;

  from = commons_record_get_from (edge);
  to = commons_record_get_to (edge);
  ends.from = before ? get_node_before (damage, from) : commons_board_lookup_node (board, from);
  ends.to = before ? get_node_before (damage, to) : commons_board_lookup_node (board, to);
  _commons_picture_measure_link (damage->picture, edge, &ends, &extents);
  add_rect (damage, &extents);
}

static void
add_links_of (Damage     *damage,
              const char *id)
{
  GPtrArray *links = commons_board_get_links (damage->picture->board, id);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      add_link (damage, g_ptr_array_index (links, i), TRUE);
      add_link (damage, g_ptr_array_index (links, i), FALSE);
    }
}

static void
collect_before (Damage           *damage,
                CommonsChangeSet *changes)
{
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);
      const char *id = commons_change_get_id (change);

      if (commons_change_get_table (change) == COMMONS_TABLE_NODES &&
          !g_hash_table_contains (damage->before, id))
        g_hash_table_insert (damage->before, (gpointer) id, change->before);
    }
}

static void
add_change (Damage              *damage,
            const CommonsChange *change)
{
  switch (commons_change_get_table (change))
    {
    case COMMONS_TABLE_NODES:
      add_node (damage, change->before);
      add_node (damage, change->after);
      add_content (damage, change->before);
      add_content (damage, change->after);
      add_links_of (damage, commons_change_get_id (change));
      break;

    case COMMONS_TABLE_EDGES:
      add_link (damage, change->before, TRUE);
      add_link (damage, change->after, FALSE);
      break;

    case COMMONS_TABLE_HEAD:
    default:
      add_everything (damage);
      break;
    }
}

void
commons_picture_get_damage (CommonsPicture   *self,
                            CommonsChangeSet *changes,
                            GArray           *rects)
{
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  Damage damage = { self, before, rects };

  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (changes != NULL);
  g_return_if_fail (rects != NULL);

  _commons_picture_update (self);
  collect_before (&damage, changes);

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    add_change (&damage, commons_change_set_get (changes, i));

  g_array_append_vals (rects, self->stale->data, self->stale->len);
  g_array_set_size (self->stale, 0);
}
