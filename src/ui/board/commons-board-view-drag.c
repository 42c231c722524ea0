/* commons-board-view-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being dragged leaves the tiles and follows the hand.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"

gboolean
_commons_board_view_is_moving (CommonsBoardView *self)
{
  return self->drag_links != NULL;
}

void
_commons_board_view_snapshot_drag (CommonsBoardView *self,
                                   GtkSnapshot      *snapshot)
{
  CommonsRect area = self->drag_area;
  graphene_rect_t rect;
  double dx, dy;

  commons_tool_get_offset (self->tool, &dx, &dy);

  /* A copy has no links to what stays. */
  if (!commons_tool_is_copy (self->tool))
    _commons_board_view_append_links (self, snapshot, self->drag_links,
                                      commons_tool_get_moved (self->tool), dx, dy, FALSE);

  _commons_board_view_snapshot_places (self, snapshot);
  if (self->drag_bitmap == NULL || _commons_board_view_snapshot_lifted (self, snapshot))
    return;

  area.x += (int) dx;
  area.y += (int) dy;
  _commons_board_view_get_rect (self, &area, 0, &rect);
  commons_bitmap_append (self->drag_bitmap, snapshot, &rect, commons_bitmap_wants_cairo (GTK_WIDGET (self)));
}

void
_commons_board_view_invalidate_nodes (CommonsBoardView *self,
                                      GHashTable       *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      CommonsRecord *record = commons_board_lookup_node (self->board, id);
      GPtrArray *links = commons_board_get_links (self->board, id);
      CommonsRect rect;

      if (record == NULL)
        continue;

      commons_picture_get_node_extents (self->picture, record, &rect);
      commons_tile_cache_invalidate (self->tiles, &rect);
      for (guint i = 0; links != NULL && i < links->len; i++)
        {
          commons_picture_get_link_extents (self->picture, g_ptr_array_index (links, i), &rect);
          commons_tile_cache_invalidate (self->tiles, &rect);
        }
    }
}

/* The links between what moves and what stays follow the hand; those between
 * two moving cards are part of the picture that moves. */
static GPtrArray *
list_crossing_links (CommonsBoardView *self,
                     GHashTable       *moved)
{
  GPtrArray *crossing = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < commons_board_get_n_edges (self->board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (self->board, i);
      gboolean from = g_hash_table_contains (moved, commons_record_get_from (edge));
      gboolean to = g_hash_table_contains (moved, commons_record_get_to (edge));

      if (from != to)
        g_ptr_array_add (crossing, commons_record_ref (edge));
    }

  return crossing;
}

static gboolean
get_moved_area (CommonsBoardView *self,
                GHashTable       *moved,
                CommonsRect      *area)
{
  int left = G_MAXINT, top = G_MAXINT, right = G_MININT, bottom = G_MININT;
  CommonsRect near;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, moved);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      CommonsRecord *record = commons_board_lookup_node (self->board, id);
      CommonsRect rect;

      if (record == NULL)
        continue;
      commons_picture_get_node_extents (self->picture, record, &rect);
      left = MIN (left, rect.x);
      top = MIN (top, rect.y);
      right = MAX (right, rect.x + rect.width);
      bottom = MAX (bottom, rect.y + rect.height);
    }

  /* Half a view around what is in view: more cannot be dragged into sight
   * without a new drag. */
  commons_viewport_get_visible (&self->viewport, &near);
  left = MAX (left, near.x - near.width / 2);
  top = MAX (top, near.y - near.height / 2);
  right = MIN (right, near.x + near.width + near.width / 2);
  bottom = MIN (bottom, near.y + near.height + near.height / 2);
  *area = (CommonsRect) { left, top, right - left, bottom - top };

  return area->width > 0 && area->height > 0;
}

/* What moves leaves its place, what is copied stays; Alt may come and go. */
static void
hide_moved (CommonsBoardView *self,
            GHashTable       *moved)
{
  gboolean hides = !commons_tool_is_copy (self->tool);

  if (self->drag_hides == hides)
    return;

  self->drag_hides = !!hides;
  commons_tile_cache_set_hidden (self->tiles, hides ? moved : NULL);
  _commons_board_view_invalidate_nodes (self, moved);
}

void
_commons_board_view_begin_drag (CommonsBoardView *self)
{
  GHashTable *moved = commons_tool_get_moved (self->tool);
  CommonsPaintFilter filter = { .only = moved };
  double scale = self->viewport.zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (moved == NULL)
    return;

  /* Where room is made, another side may give way on the way. */
  if (self->drag_links != NULL && self->drag_moved != moved)
    _commons_board_view_end_drag (self);

  if (self->drag_links != NULL)
    {
      hide_moved (self, moved);
      return;
    }

  _commons_board_view_stop_landing (self);
  self->drag_moved = g_hash_table_ref (moved);

  self->drag_links = list_crossing_links (self, moved);
  if (get_moved_area (self, moved, &self->drag_area))
    self->drag_bitmap = commons_bitmap_new (self->picture,
                                            (int) floor (self->drag_area.x * scale),
                                            (int) floor (self->drag_area.y * scale),
                                            (int) ceil (self->drag_area.width * scale),
                                            (int) ceil (self->drag_area.height * scale),
                                            scale, &filter);

  hide_moved (self, moved);
}

void
_commons_board_view_end_drag (CommonsBoardView *self)
{
  _commons_board_view_end_drop (self);
  if (self->drag_links == NULL)
    return;

  self->drag_hides = FALSE;
  commons_tile_cache_set_hidden (self->tiles, NULL);
  _commons_board_view_invalidate_nodes (self, self->drag_moved);

  g_clear_pointer (&self->drag_moved, g_hash_table_unref);
  g_clear_pointer (&self->drag_links, g_ptr_array_unref);
  g_clear_pointer (&self->drag_bitmap, commons_bitmap_free);
  g_clear_pointer (&self->lifted, commons_bitmap_free);
}
