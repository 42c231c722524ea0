/* commons-picture-damage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the picture of a board is no longer what it was.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include "commons-picture-private.h"

typedef struct
{
  CommonsPicture *picture;
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

/* Answers to questions, which are filed in the head, are drawn nowhere; its
 * language is, and whether it is a board of ours. */
/* The tables of a workshop have their marks on cards. */
static JsonNode *
get_tables (CommonsRecord *head)
{
  JsonNode *commons = json_object_get_member (commons_record_get_object (head), "commons");

  return commons != NULL && JSON_NODE_HOLDS_OBJECT (commons)
           ? json_object_get_member (json_node_get_object (commons), "tables") : NULL;
}

gboolean
_commons_picture_changes_all (const CommonsChange *change)
{
  CommonsRecord *before = change->before, *after = change->after;

  if (commons_change_get_table (change) != COMMONS_TABLE_HEAD || before == NULL || after == NULL)
    return commons_change_get_table (change) == COMMONS_TABLE_HEAD;

  return g_strcmp0 (commons_record_get_string (before, "commons/language"),
                    commons_record_get_string (after, "commons/language")) != 0 ||
         json_object_has_member (commons_record_get_object (before), "commons") !=
         json_object_has_member (commons_record_get_object (after), "commons") ||
         get_tables (before) != get_tables (after);
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
      break;

    case COMMONS_TABLE_EDGES:
      /* The picture told of its links when it was brought up to date. */
      break;

    case COMMONS_TABLE_HEAD:
    default:
      if (_commons_picture_changes_all (change))
        add_everything (damage);
      break;
    }
}

void
commons_picture_get_damage (CommonsPicture   *self,
                            CommonsChangeSet *changes,
                            GArray           *rects)
{
  Damage damage = { self, rects };

  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (changes != NULL);
  g_return_if_fail (rects != NULL);

  /* Nobody knows any more what was drawn, and where. */
  if (self->forgot)
    add_everything (&damage);

  _commons_picture_update (self);

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    add_change (&damage, commons_change_set_get (changes, i));

  g_array_append_vals (rects, self->stale->data, self->stale->len);
  g_array_set_size (self->stale, 0);
}
