/* commons-board-view-arrive.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card that is new comes to its place, so that eyes find it: an answer of a
 * guiding sheet may appear far from where it was written.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"

/* Design, 9. */
#define ARRIVAL_MS    160
#define ARRIVAL_SCALE 0.94

struct _CommonsArrival
{
  GHashTable    *ids;    /* of the one card, which is not in the tiles meanwhile */
  CommonsBitmap *bitmap;
  CommonsRect    area;   /* of the bitmap */
  AdwAnimation  *animation;
};

/* The one card that a change brings; several are a paste or a template, which
 * come at once. */
static CommonsRecord *
find_new_card (CommonsChangeSet *changes)
{
  CommonsRecord *found = NULL;

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);

      if (commons_change_get_table (change) != COMMONS_TABLE_NODES || change->before != NULL)
        continue;

      if (found != NULL || commons_record_is_group (change->after))
        return NULL;
      found = change->after;
    }

  return found;
}

static gboolean
is_in_view (CommonsBoardView  *self,
            const CommonsRect *area)
{
  CommonsRect visible;

  commons_viewport_get_visible (&self->viewport, &visible);

  return area->x < visible.x + visible.width && visible.x < area->x + area->width &&
         area->y < visible.y + visible.height && visible.y < area->y + area->height;
}

static void
arrival_value_cb (double   value,
                  gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

static void
arrival_done_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  _commons_board_view_stop_arrival (self);
}

static void
start (CommonsBoardView *self,
       CommonsArrival   *arrival)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (arrival_value_cb, self, NULL);

  commons_tile_cache_set_hidden (self->tiles, arrival->ids);
  _commons_board_view_invalidate_nodes (self, arrival->ids);
  self->arrival = arrival;

  arrival->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ARRIVAL_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (arrival->animation), ADW_EASE_OUT_QUAD);
  g_signal_connect_object (arrival->animation, "done", G_CALLBACK (arrival_done_cb), self, G_CONNECT_SWAPPED);
  adw_animation_play (arrival->animation);
}

void
_commons_board_view_arrive (CommonsBoardView *self,
                            CommonsChangeSet *changes)
{
  CommonsRecord *record = find_new_card (changes);
  CommonsPaintFilter filter = { 0 };
  double scale = self->viewport.zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  CommonsArrival *arrival;
  CommonsRect area;

  if (record == NULL || self->text_editor != NULL || _commons_board_view_is_moving (self) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  commons_picture_get_node_extents (self->picture, record, &area);
  if (!is_in_view (self, &area))
    return;

  arrival = g_new0 (CommonsArrival, 1);
  arrival->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (arrival->ids, g_strdup (commons_record_get_id (record)));
  filter.only = arrival->ids;
  arrival->area = area;
  arrival->bitmap = commons_bitmap_new (self->picture,
                                        (int) floor (area.x * scale), (int) floor (area.y * scale),
                                        (int) ceil (area.width * scale), (int) ceil (area.height * scale),
                                        scale, &filter);
  start (self, arrival);
}

void
_commons_board_view_stop_arrival (CommonsBoardView *self)
{
  CommonsArrival *arrival = g_steal_pointer (&self->arrival);

  if (arrival == NULL)
    return;

  commons_tile_cache_set_hidden (self->tiles, NULL);
  _commons_board_view_invalidate_nodes (self, arrival->ids);
  g_hash_table_unref (arrival->ids);
  g_clear_pointer (&arrival->bitmap, commons_bitmap_free);
  g_object_unref (arrival->animation);
  g_free (arrival);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_commons_board_view_snapshot_arrival (CommonsBoardView *self,
                                      GtkSnapshot      *snapshot)
{
  CommonsArrival *arrival = self->arrival;
  graphene_rect_t rect;
  double value, size;
  graphene_point_t centre;

  if (arrival == NULL || arrival->bitmap == NULL)
    return;

  value = adw_animation_get_value (arrival->animation);
  size = ARRIVAL_SCALE + (1 - ARRIVAL_SCALE) * value;
  _commons_board_view_get_rect (self, &arrival->area, 0, &rect);
  graphene_rect_get_center (&rect, &centre);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_push_opacity (snapshot, value);
  gtk_snapshot_translate (snapshot, &centre);
  gtk_snapshot_scale (snapshot, (float) size, (float) size);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-centre.x, -centre.y));
  commons_bitmap_append (arrival->bitmap, snapshot, &rect, commons_bitmap_wants_cairo (GTK_WIDGET (self)));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}
