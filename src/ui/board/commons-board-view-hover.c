/* commons-board-view-hover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card under the pointer rises a little. One that a filter made pale is
 * shown as it is while it is pointed at or has the keyboard.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"
#include "commons-drawing.h"

#define FADE_MS 120

/* Seen from farther away nothing casts a shadow. */
#define SHADOW_MIN_ZOOM 0.38

/* A shadow that falls down by @y and is @blur wide. */
typedef struct
{
  float y;
  float blur;
  float alpha;
} Shadow;

static const Shadow shadows[] = { { 2, 4, 0.12f }, { 4, 12, 0.14f } };

static void
set_rise_cb (double   value,
             gpointer user_data)
{
  CommonsBoardView *self = user_data;

  self->rise = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_commons_board_view_init_hover (CommonsBoardView *self)
{
  self->rising = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MS,
                                          adw_callback_animation_target_new (set_rise_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->rising), ADW_EASE_OUT_CUBIC);
}

void
_commons_board_view_dispose_hover (CommonsBoardView *self)
{
  if (self->rising != NULL)
    adw_animation_reset (self->rising);

  g_clear_object (&self->rising);
  g_clear_pointer (&self->fallen, g_free);
}

/* What was pointed at falls while what is pointed at now rises. */
void
_commons_board_view_set_hovered (CommonsBoardView *self,
                                 const char       *id)
{
  if (g_strcmp0 (id, self->hovered) == 0)
    return;

  g_free (self->fallen);
  self->fallen = g_steal_pointer (&self->hovered);
  self->hovered = g_strdup (id);
  adw_animation_play (self->rising);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static CommonsRecord *
find_card (CommonsBoardView *self,
           const char       *id)
{
  CommonsRecord *record = id ? commons_board_lookup_node (self->board, id) : NULL;

  return record == NULL || commons_record_is_group (record) ? NULL : record;
}

static void
append_shadow (CommonsBoardView *self,
               GtkSnapshot      *snapshot,
               CommonsRecord    *record,
               double            strength)
{
  const CommonsTheme *theme = commons_picture_get_theme (self->picture);
  GskRoundedRect outline;
  CommonsRect bounds;

  /* What was dropped lies flat. */
  if (record == NULL || strength <= 0 || commons_drawing_get_opacity (record) < 1)
    return;

  commons_picture_get_node_rect (self->picture, record, &bounds);
  _commons_board_view_get_silhouette (self, record, &bounds, 0, &outline);

  for (guint i = 0; i < G_N_ELEMENTS (shadows); i++)
    {
      const GdkRGBA color = { 0, 0, 0, (float) MIN (shadows[i].alpha * theme->shadow * strength, 1) };

      gtk_snapshot_append_outset_shadow (snapshot, &outline, &color, 0, shadows[i].y, 0, shadows[i].blur);
    }
}

/* A pale card is drawn once more over the tiles, as it would be without a
 * filter. */
static void
append_plain (CommonsBoardView *self,
              GtkSnapshot      *snapshot,
              const char       *id)
{
  CommonsRecord *record = find_card (self, id);
  g_autoptr (GHashTable) only = NULL;
  CommonsPaintFilter filter = { 0 };
  CommonsRect extents;
  graphene_rect_t rect;
  cairo_t *cr;

  if (record == NULL || !commons_board_plane_is_dimmed (self->plane, id))
    return;

  only = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (only, (gpointer) id);
  filter.only = only;
  commons_picture_get_node_extents (self->picture, record, &extents);
  _commons_board_view_get_rect (self, &extents, 0, &rect);

  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  cairo_translate (cr, -self->viewport.x, -self->viewport.y);
  commons_picture_paint (self->picture, cr, &extents, &filter);
  cairo_destroy (cr);
}

void
_commons_board_view_snapshot_hover (CommonsBoardView *self,
                                    GtkSnapshot      *snapshot)
{
  const CommonsTheme *theme = commons_picture_get_theme (self->picture);
  const char *focused = commons_board_plane_get_focused (self->plane);

  if (_commons_board_view_is_moving (self))
    return;

  if (theme->shadow > 0 && self->viewport.zoom >= SHADOW_MIN_ZOOM)
    {
      append_shadow (self, snapshot, find_card (self, self->fallen), 1 - self->rise);
      append_shadow (self, snapshot, find_card (self, self->hovered), self->rise);
    }

  append_plain (self, snapshot, self->hovered);

  if (g_strcmp0 (focused, self->hovered) != 0)
    append_plain (self, snapshot, focused);
}
