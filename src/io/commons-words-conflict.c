/* commons-words-conflict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both sides of what is to be decided, in full.
 */

#define G_LOG_DOMAIN "commons-words"

#include "config.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "commons-words-private.h"

char *
commons_words_for_subject (CommonsCatalogue      *catalogue,
                           CommonsBoard          *board,
                           const CommonsConflict *conflict)
{
  CommonsWords words = { catalogue, NULL, TRUE };

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (conflict != NULL, NULL);

  if (conflict->kind != COMMONS_CONFLICT_MEMBER)
    return g_strdup (_("changed on one side, deleted on the other"));

  words.record = commons_board_lookup (board, conflict->id);

  return _commons_words_name_member (&words, conflict->names);
}

static gboolean
is_place (const CommonsConflict *conflict)
{
  return conflict->table == COMMONS_TABLE_NODES && conflict->names[1] == NULL &&
         g_str_equal (conflict->names[0], "x");
}

static gboolean
read_place (JsonNode    *value,
            CommonsRect *bounds)
{
  JsonObject *object = value != NULL && JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;

  if (object == NULL)
    return FALSE;

  bounds->x = (int) CLAMP (json_object_get_int_member_with_default (object, "x", 0),
                           -COMMONS_COORD_MAX, COMMONS_COORD_MAX);
  bounds->y = (int) CLAMP (json_object_get_int_member_with_default (object, "y", 0),
                           -COMMONS_COORD_MAX, COMMONS_COORD_MAX);

  return TRUE;
}

/* The smallest circle or zone a card of that place would lie in. */
static CommonsRecord *
find_container (CommonsBoard  *board,
                CommonsRecord *moved)
{
  CommonsRecord *best = NULL;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (commons_record_is_group (node) &&
          g_strcmp0 (commons_record_get_id (node), commons_record_get_id (moved)) != 0 &&
          commons_board_contains (node, moved) &&
          (best == NULL || commons_record_get_bounds (node)->width < commons_record_get_bounds (best)->width))
        best = node;
    }

  return best;
}

/* Where theirs lies, seen from ours; the greater distance counts. */
static const char *
get_direction (const CommonsRect *from,
               const CommonsRect *to)
{
  int dx = to->x - from->x;
  int dy = to->y - from->y;

  if (abs (dx) >= abs (dy))
    return dx < 0 ? _("further left") : _("further right");

  return dy < 0 ? _("further up") : _("further down");
}

static char *
say_place (const CommonsWords    *words,
           CommonsBoard          *board,
           const CommonsConflict *conflict,
           gboolean               theirs)
{
  CommonsRect place, other;
  g_autoptr (CommonsRecord) moved = NULL;
  CommonsRecord *container;
  g_autofree char *name = NULL;
  const char *direction;

  if (words->record == NULL || !read_place (theirs ? conflict->theirs : conflict->ours, &place) ||
      !read_place (theirs ? conflict->ours : conflict->theirs, &other))
    return g_strdup (_("another place"));

  place.width = commons_record_get_bounds (words->record)->width;
  place.height = commons_record_get_bounds (words->record)->height;
  moved = commons_record_with_bounds (words->record, &place);
  container = find_container (board, moved);
  direction = get_direction (&other, &place);
  if (container == NULL)
    return g_strdup (direction);

  name = commons_words_for_record (words->catalogue, board, container);

  /* Translators: a place: “further left, in Circle “Hosts””; the second is a circle or zone */
  return g_strdup_printf (_("%s, in %s"), direction, name);
}

static char *
say_removed (gboolean removed,
             gboolean theirs)
{
  if (removed)
    return g_strdup (theirs ? _("They deleted it.") : _("We deleted it."));

  return g_strdup (theirs ? _("They changed it. It is kept until you decide.")
                          : _("We changed it. It is kept until you decide."));
}

char *
commons_words_for_side (CommonsCatalogue      *catalogue,
                        CommonsBoard          *board,
                        const CommonsConflict *conflict,
                        gboolean               theirs)
{
  CommonsWords words = { catalogue, NULL, TRUE };

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (conflict != NULL, NULL);

  if (conflict->kind != COMMONS_CONFLICT_MEMBER)
    return say_removed (conflict->kind == (theirs ? COMMONS_CONFLICT_REMOVED_THEIRS : COMMONS_CONFLICT_REMOVED_OURS),
                        theirs);

  words.record = commons_board_lookup (board, conflict->id);
  if (is_place (conflict))
    return say_place (&words, board, conflict, theirs);

  if (words.record != NULL && commons_record_is_hidden (words.record))
    return g_strdup (_("hidden"));

  return _commons_words_say_value (&words, conflict->names, theirs ? conflict->theirs : conflict->ours);
}
