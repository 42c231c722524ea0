/* commons-arrange-room.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making room: all that lies beyond a divider gives way by the same amount,
 * and what lies on both sides of it grows by as much. A disc that grows so
 * still holds what it held: no point of it comes nearer to its border.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-arrange-tidy.h"
#include "commons-gate.h"

/* One axis, seen in the direction that gives way: larger is further on. */
typedef struct
{
  gboolean down;
  gboolean back;
  int      at;
  int      amount;
} Divider;

static Divider
make_divider (CommonsRoomSide side,
              int             at,
              int             amount)
{
  gboolean back = side == COMMONS_ROOM_LEFT || side == COMMONS_ROOM_ABOVE;

  return (Divider) { side == COMMONS_ROOM_ABOVE || side == COMMONS_ROOM_BELOW, back, back ? -at : at, amount };
}

static void
get_span (const Divider     *divider,
          const CommonsRect *bounds,
          int               *from,
          int               *to)
{
  int start = divider->down ? bounds->y : bounds->x;
  int size = divider->down ? bounds->height : bounds->width;

  *from = divider->back ? -(start + size) : start;
  *to = *from + size;
}

static void
push (const Divider *divider,
      CommonsRect   *bounds)
{
  int step = divider->back ? -divider->amount : divider->amount;

  bounds->x += divider->down ? 0 : step;
  bounds->y += divider->down ? step : 0;
}

static void
stretch (const Divider *divider,
         CommonsRecord *node,
         CommonsRect   *bounds)
{
  gboolean circle = g_strcmp0 (commons_record_get_kind (node), "circle") == 0;

  bounds->width += circle || !divider->down ? divider->amount : 0;
  bounds->height += circle || divider->down ? divider->amount : 0;

  if (divider->back && divider->down)
    bounds->y -= divider->amount;
  else if (divider->back)
    bounds->x -= divider->amount;

  /* A circle grows to both sides across. */
  if (circle && divider->down)
    bounds->x -= divider->amount / 2;
  else if (circle)
    bounds->y -= divider->amount / 2;
}

static gboolean
measure (const Divider *divider,
         CommonsRecord *node,
         CommonsRect   *bounds)
{
  gboolean group = commons_record_is_group (node);
  int from, to;

  *bounds = *commons_record_get_bounds (node);
  get_span (divider, bounds, &from, &to);

  if (group ? from >= divider->at : (gint64) from + to >= 2 * (gint64) divider->at)
    push (divider, bounds);
  else if (group && to > divider->at)
    stretch (divider, node, bounds);
  else
    return FALSE;

  return TRUE;
}

gboolean
commons_arrange_get_room (CommonsRecord   *node,
                          CommonsRoomSide  side,
                          int              at,
                          int              amount,
                          CommonsRect     *bounds)
{
  Divider divider = make_divider (side, at, amount);

  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  return measure (&divider, node, bounds);
}

/* A gate stays on its border, where it stood on it. */
static void
follow_border (CommonsBoard  *board,
               CommonsRecord *node,
               GHashTable    *changes)
{
  const char *id = commons_record_get_id (node);
  CommonsRect bounds = *commons_record_get_bounds (node);
  g_autoptr (CommonsRecord) circle = NULL;
  const CommonsRect *border;
  CommonsGate gate;
  double x, y;

  if (!commons_gate_find (board, node, &gate))
    return;

  border = g_hash_table_lookup (changes, commons_record_get_id (gate.circle));
  if (border == NULL)
    {
      g_hash_table_remove (changes, id);
      return;
    }

  circle = commons_record_with_bounds (gate.circle, border);
  commons_gate_get_point (circle, gate.angle, &x, &y);
  bounds.x = (int) round (x - bounds.width / 2.0);
  bounds.y = (int) round (y - bounds.height / 2.0);
  g_hash_table_insert (changes, g_strdup (id), g_memdup2 (&bounds, sizeof bounds));
}

GHashTable *
commons_arrange_measure_room (CommonsBoard    *board,
                              CommonsRoomSide  side,
                              int              at,
                              int              amount)
{
  GHashTable *changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Divider divider = make_divider (side, at, amount);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), changes);

  for (guint i = 0; amount > 0 && i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRect bounds;

      if (measure (&divider, node, &bounds))
        g_hash_table_insert (changes, g_strdup (commons_record_get_id (node)), g_memdup2 (&bounds, sizeof bounds));
    }

  for (guint i = 0; g_hash_table_size (changes) > 0 && i < commons_board_get_n_nodes (board); i++)
    follow_border (board, commons_board_get_node (board, i), changes);

  return changes;
}

static gboolean
is_within_limits (GHashTable *changes)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const CommonsRect *bounds = value;

      if (ABS (bounds->x) > COMMONS_COORD_MAX || ABS (bounds->y) > COMMONS_COORD_MAX ||
          bounds->width > COMMONS_COORD_MAX || bounds->height > COMMONS_COORD_MAX)
        return FALSE;
    }

  return TRUE;
}

gboolean
commons_arrange_make_room (CommonsEditor   *editor,
                           CommonsRoomSide  side,
                           int              at,
                           int              amount,
                           const char      *label)
{
  g_autoptr (GHashTable) changes = NULL;
  CommonsBoard *board;
  GHashTableIter iter;
  gpointer id, value;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  amount = MIN (amount, COMMONS_COORD_MAX);
  changes = commons_arrange_measure_room (board, side, at, amount);
  if (g_hash_table_size (changes) == 0 || !is_within_limits (changes))
    return FALSE;

  ours = _commons_arrange_begin (editor, label, NULL);
  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      g_autoptr (CommonsRecord) changed = commons_record_with_bounds (commons_board_lookup_node (board, id), value);

      commons_editor_set (editor, changed);
    }

  return _commons_arrange_end (editor, ours, TRUE);
}
