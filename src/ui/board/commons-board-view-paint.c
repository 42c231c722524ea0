/* commons-board-view-paint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tiles show the board; everything that follows the hand is drawn over them.
 */

#include "config.h"

#include "commons-board-view-private.h"

static gboolean
draw_again_cb (gpointer user_data)
{
  gtk_widget_queue_draw (user_data);

  return G_SOURCE_REMOVE;
}

void
_commons_board_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (widget);
  gboolean complete;

  if (self->tiles == NULL)
    return;

  commons_tile_cache_set_hints (self->tiles, _commons_board_view_is_editable (self));
  complete = commons_tile_cache_snapshot (self->tiles, snapshot, &self->viewport,
                                          self->zooming, commons_bitmap_wants_cairo (widget));
  self->sharp = complete && !self->zooming;
  if (!complete)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, draw_again_cb, g_object_ref (self), g_object_unref);

  _commons_board_view_snapshot_hover (self, snapshot);
  _commons_board_view_snapshot_target (self, snapshot);
  if (_commons_board_view_is_moving (self))
    _commons_board_view_snapshot_drag (self, snapshot);
  _commons_board_view_snapshot_landing (self, snapshot);
  _commons_board_view_snapshot_arrival (self, snapshot);
  _commons_board_view_snapshot_overlays (self, snapshot);

  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->plane), snapshot);
  if (self->text_editor != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->text_editor), snapshot);
  _commons_board_view_snapshot_pill (self, snapshot, self->drop_words);
}
