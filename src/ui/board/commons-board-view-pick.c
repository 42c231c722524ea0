/* commons-board-view-pick.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies under the pointer.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"
#include "commons-folding.h"

/* Distances in pixels of the screen. Fingers need 44 pixels to hit. */
#define DOT_REACH 9
#define DOT_GAP 8
#define HANDLE_REACH 7
#define BORDER_REACH 6
#define LINK_REACH 6
#define TOUCH_REACH 22
#define TOUCH_BORDER_REACH 12

/* Below this zoom dots would hide the card. */
#define DOTS_MIN_ZOOM 0.3

/* A finger reaches further, but never so far that nothing is left of the card
 * to take it by. */
static double
get_reach (CommonsBoardView *self,
           CommonsRecord    *record,
           double            reach)
{
  const CommonsRect *bounds = commons_record_get_bounds (record);
  double size = MIN (bounds->width, bounds->height) * self->viewport.zoom;

  return self->touched ? CLAMP (size / 3, reach, TOUCH_REACH) : reach;
}

gboolean
_commons_board_view_shows_dots (CommonsBoardView *self,
                                CommonsRecord    *record)
{
  const char *id = commons_record_get_id (record);
  CommonsToolState state = commons_tool_get_state (self->tool);

  if (self->viewport.zoom < DOTS_MIN_ZOOM || !_commons_board_view_is_editable (self) ||
      (state != COMMONS_TOOL_IDLE && state != COMMONS_TOOL_PRESSED))
    return FALSE;

  return g_strcmp0 (self->hovered, id) == 0 ||
         (commons_selection_get_n (self->selection) == 1 && commons_selection_contains (self->selection, id));
}

/* The name of a circle stands where its upper dot would be, and is what one
 * points at to rename it: the dot goes above. */
static void
avoid_name (CommonsBoardView *self,
            CommonsRecord    *record,
            double           *x,
            double           *y)
{
  CommonsRect name;
  double left, top, right, bottom;

  commons_picture_get_text_rect (self->picture, record, &name);
  commons_viewport_to_view (&self->viewport, name.x, name.y, &left, &top);
  commons_viewport_to_view (&self->viewport, name.x + name.width, name.y + name.height, &right, &bottom);

  if (*x >= left - DOT_REACH && *x <= right + DOT_REACH && *y >= top - DOT_REACH && *y <= bottom + DOT_REACH)
    *y = top - DOT_GAP;
}

void
_commons_board_view_get_dot (CommonsBoardView *self,
                             CommonsRecord    *record,
                             int               side,
                             double           *x,
                             double           *y)
{
  static const double dx[] = { 0, 1, 0, -1 };
  static const double dy[] = { -1, 0, 1, 0 };
  CommonsRect bounds;
  double half_width, half_height;

  commons_picture_get_node_rect (self->picture, record, &bounds);
  half_width = bounds.width / 2.0;
  half_height = bounds.height / 2.0;

  if (g_strcmp0 (commons_record_get_kind (record), "circle") == 0 && !commons_folding_is_folded (record))
    half_width = half_height = MIN (half_width, half_height);

  commons_viewport_to_view (&self->viewport,
                            bounds.x + bounds.width / 2.0 + dx[side] * half_width,
                            bounds.y + bounds.height / 2.0 + dy[side] * half_height,
                            x, y);
  if (side == 0 && commons_record_is_group (record) && !commons_folding_is_folded (record))
    avoid_name (self, record, x, y);
}

static gboolean
pick_dot (CommonsBoardView *self,
          CommonsRecord    *record,
          double            x,
          double            y,
          CommonsHit       *hit)
{
  if (record == NULL || !_commons_board_view_shows_dots (self, record))
    return FALSE;

  for (int side = 0; side < 4; side++)
    {
      double dot_x, dot_y;

      _commons_board_view_get_dot (self, record, side, &dot_x, &dot_y);
      if (hypot (x - dot_x, y - dot_y) > get_reach (self, record, DOT_REACH))
        continue;

      *hit = (CommonsHit) { COMMONS_HIT_DOT, commons_record_get_id (record), side };
      return TRUE;
    }

  return FALSE;
}

static gboolean
pick_handle (CommonsBoardView *self,
             double            x,
             double            y,
             CommonsHit       *hit)
{
  const char *id = commons_selection_get_primary (self->selection);
  CommonsRecord *record = id ? commons_board_lookup_node (self->board, id) : NULL;
  const CommonsRect *bounds;
  double reach;

  if (record == NULL || commons_selection_get_n (self->selection) != 1 ||
      commons_folding_is_folded (record) || !_commons_board_view_shows_dots (self, record))
    return FALSE;

  bounds = commons_record_get_bounds (record);
  reach = get_reach (self, record, HANDLE_REACH);
  for (int corner = 0; corner < 4; corner++)
    {
      gboolean right = corner == 1 || corner == 2;
      gboolean bottom = corner >= 2;
      double corner_x, corner_y;

      commons_viewport_to_view (&self->viewport,
                                bounds->x + (right ? bounds->width : 0),
                                bounds->y + (bottom ? bounds->height : 0),
                                &corner_x, &corner_y);
      if (fabs (x - corner_x) > reach || fabs (y - corner_y) > reach)
        continue;

      *hit = (CommonsHit) { COMMONS_HIT_HANDLE, id, corner };
      return TRUE;
    }

  return FALSE;
}

static gboolean
rect_contains (const CommonsRect *rect,
               double             x,
               double             y,
               double             margin)
{
  return x >= rect->x - margin && x <= rect->x + rect->width + margin &&
         y >= rect->y - margin && y <= rect->y + rect->height + margin;
}

/* Circles and zones are hit on their border and name; inside they are ground
 * to draw a rubber band on, unless they are selected already. */
static gboolean
hits_group (CommonsBoardView *self,
            CommonsRecord    *record,
            double            x,
            double            y)
{
  const CommonsRect *bounds = commons_record_get_bounds (record);
  const char *kind = commons_record_get_kind (record);
  double reach = (self->touched ? TOUCH_BORDER_REACH : BORDER_REACH) / self->viewport.zoom;
  gboolean is_selected = commons_selection_contains (self->selection, commons_record_get_id (record));
  CommonsRect name;

  commons_picture_get_text_rect (self->picture, record, &name);
  if (rect_contains (&name, x, y, reach))
    return TRUE;
  if (commons_folding_is_folded (record))
    return FALSE;

  if (g_strcmp0 (kind, "circle") == 0)
    {
      double radius = MIN (bounds->width, bounds->height) / 2.0;
      double distance = hypot (x - bounds->x - bounds->width / 2.0, y - bounds->y - bounds->height / 2.0);

      return is_selected ? distance <= radius + reach : fabs (distance - radius) <= reach;
    }

  if (!rect_contains (bounds, x, y, reach))
    return FALSE;

  /* A zone has no border, a group from elsewhere has one. */
  return is_selected || (g_strcmp0 (kind, "zone") != 0 && !rect_contains (bounds, x, y, -reach));
}

static CommonsRecord *
pick_group (CommonsBoardView *self,
            double            x,
            double            y)
{
  GHashTable *hidden = commons_picture_get_hidden (self->picture);

  for (guint i = commons_board_get_n_nodes (self->board); i > 0; i--)
    {
      CommonsRecord *record = commons_board_get_node (self->board, i - 1);

      if (commons_record_is_group (record) &&
          (hidden == NULL || !g_hash_table_contains (hidden, commons_record_get_id (record))) &&
          hits_group (self, record, x, y))
        return record;
    }

  return NULL;
}

/* Cards lie above circles, whatever the order in the file. */
static CommonsRecord *
pick_node (CommonsBoardView *self,
           double            x,
           double            y)
{
  CommonsRecord *card = commons_picture_pick_card (self->picture, x, y);

  return card != NULL ? card : pick_group (self, x, y);
}

void
_commons_board_view_pick (CommonsBoardView *self,
                          double            x,
                          double            y,
                          CommonsHit       *hit)
{
  double board_x, board_y;
  CommonsRecord *node, *link;

  *hit = (CommonsHit) { COMMONS_HIT_EMPTY, NULL, 0 };
  if (self->board == NULL)
    return;

  if (self->hovered != NULL &&
      pick_dot (self, commons_board_lookup_node (self->board, self->hovered), x, y, hit))
    return;

  if (commons_selection_get_primary (self->selection) != NULL &&
      (pick_dot (self, commons_board_lookup_node (self->board, commons_selection_get_primary (self->selection)), x, y, hit) ||
       pick_handle (self, x, y, hit)))
    return;

  commons_viewport_to_board (&self->viewport, x, y, &board_x, &board_y);
  node = pick_node (self, board_x, board_y);

  /* Links lie below cards and above circles. */
  if (node == NULL || commons_record_is_group (node))
    {
      link = commons_picture_pick_link (self->picture, board_x, board_y, (self->touched ? TOUCH_BORDER_REACH : LINK_REACH) / self->viewport.zoom);
      if (link != NULL)
        {
          *hit = (CommonsHit) { COMMONS_HIT_LINK, commons_record_get_id (link), 0 };
          return;
        }
    }

  if (node != NULL)
    *hit = (CommonsHit) { COMMONS_HIT_NODE, commons_record_get_id (node), 0 };
}
