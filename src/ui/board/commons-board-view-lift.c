/* commons-board-view-lift.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card that is dragged is lifted from the board, and lands on it again.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"

#define LIFT_SCALE 0.03
#define LIFT_TILT  1.2
#define LANDING_MS 180

/* Below this zoom cards have no shadow. */
#define SHADOW_MIN_ZOOM 0.38

#define N_SHADOW_STEPS 6

/* More places left would be a thicket. */
#define MAX_PLACES 40

struct _CommonsLanding
{
  CommonsBitmap *bitmap;
  CommonsRect    area;   /* of the bitmap, when the card is in its place */
  CommonsRect    before; /* of the card, before the drag */
  CommonsRect    now;    /* of the card, where it lands */
  double         dx, dy; /* how far it has to go */
};

static const GdkRGBA place = { 0.54f, 0.54f, 0.60f, 1.0f };

/* The one card that is dragged; several stay flat. */
static CommonsRecord *
get_lifted (CommonsBoardView *self)
{
  GHashTableIter iter;
  gpointer id;
  CommonsRecord *record;

  if (self->drag_moved == NULL || g_hash_table_size (self->drag_moved) != 1 ||
      commons_tool_get_state (self->tool) == COMMONS_TOOL_MAKING_ROOM)
    return NULL;

  g_hash_table_iter_init (&iter, self->drag_moved);
  g_hash_table_iter_next (&iter, &id, NULL);
  record = commons_board_lookup_node (self->board, id);

  return record != NULL && !commons_record_is_group (record) ? record : NULL;
}

static void
get_moved (CommonsBoardView *self,
           CommonsRecord    *record,
           CommonsRect      *bounds)
{
  double dx, dy;

  commons_tool_get_offset (self->tool, &dx, &dy);
  *bounds = *commons_record_get_bounds (record);
  bounds->x += (int) dx;
  bounds->y += (int) dy;
}

static void
lift (CommonsBoardView  *self,
      GtkSnapshot       *snapshot,
      const CommonsRect *bounds,
      double             height)
{
  double x, y;

  commons_viewport_to_view (&self->viewport, bounds->x + bounds->width / 2.0, bounds->y + bounds->height / 2.0, &x, &y);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_rotate (snapshot, (float) (LIFT_TILT * height));
  gtk_snapshot_scale (snapshot, (float) (1 + LIFT_SCALE * height), (float) (1 + LIFT_SCALE * height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -x, (float) -y));
}

gboolean
_commons_board_view_push_lift (CommonsBoardView *self,
                               GtkSnapshot      *snapshot)
{
  CommonsRecord *record = get_lifted (self);
  CommonsRect bounds;

  if (record == NULL)
    return FALSE;

  get_moved (self, record, &bounds);
  gtk_snapshot_save (snapshot);
  lift (self, snapshot, &bounds, 1);

  return TRUE;
}

/* Without a GPU, the toolkit blurs slowly, and not well where it is turned. A
 * shadow of steps looks the same to who moves it. */
static void
append_stepped_shadow (GtkSnapshot          *snapshot,
                       const GskRoundedRect *outline,
                       float                 alpha,
                       float                 dy,
                       float                 blur)
{
  const GdkRGBA color = { 0, 0, 0, alpha / N_SHADOW_STEPS };

  for (guint i = 0; i < N_SHADOW_STEPS; i++)
    gtk_snapshot_append_outset_shadow (snapshot, outline, &color, 0, dy,
                                       blur * ((float) i / (N_SHADOW_STEPS - 1) - 0.5f), 0);
}

/* The shadow of the design for what is dragged. */
static void
append_shadow (CommonsBoardView  *self,
               GtkSnapshot       *snapshot,
               CommonsRecord     *record,
               const CommonsRect *bounds)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  float strength = adw_style_manager_get_dark (style) ? 2.5f : 1.0f;
  GskRoundedRect outline;

  if (adw_style_manager_get_high_contrast (style) || self->viewport.zoom < SHADOW_MIN_ZOOM)
    return;

  _commons_board_view_get_silhouette (self, record, bounds, 0, &outline);
  if (commons_bitmap_wants_cairo (GTK_WIDGET (self)))
    {
      append_stepped_shadow (snapshot, &outline, 0.22f * strength, 12, 28);
      append_stepped_shadow (snapshot, &outline, 0.14f * strength, 4, 8);
      return;
    }

  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.22f * strength }, 0, 12, 0, 28);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.14f * strength }, 0, 4, 0, 8);
}

static void
append_lifted (CommonsBoardView  *self,
               GtkSnapshot       *snapshot,
               CommonsRecord     *record,
               const CommonsRect *bounds)
{
  const CommonsRect *before = commons_record_get_bounds (record);
  CommonsRect area = self->drag_area;
  graphene_rect_t rect;

  area.x += bounds->x - before->x;
  area.y += bounds->y - before->y;
  _commons_board_view_get_rect (self, &area, 0, &rect);

  gtk_snapshot_save (snapshot);
  lift (self, snapshot, bounds, 1);
  append_shadow (self, snapshot, record, bounds);
  commons_bitmap_append (self->drag_bitmap, snapshot, &rect, commons_bitmap_wants_cairo (GTK_WIDGET (self)));
  gtk_snapshot_restore (snapshot);
}

/* The card and its shadow as they are until it lands, beside the corner where
 * the card would be if it were not lifted. */
static void
ensure_lifted (CommonsBoardView  *self,
               CommonsRecord     *record,
               const CommonsRect *bounds,
               graphene_point_t  *corner)
{
  GtkSnapshot *snapshot;
  g_autoptr (GskRenderNode) node = NULL;

  if (self->lifted != NULL && self->lifted_zoom == self->viewport.zoom)
    return;

  snapshot = gtk_snapshot_new ();
  append_lifted (self, snapshot, record, bounds);
  node = gtk_snapshot_free_to_node (snapshot);

  g_clear_pointer (&self->lifted, commons_bitmap_free);
  self->lifted = commons_bitmap_new_for_node (node, gtk_widget_get_scale_factor (GTK_WIDGET (self)), &self->lifted_area);
  self->lifted_zoom = self->viewport.zoom;
  graphene_rect_offset (&self->lifted_area, -corner->x, -corner->y);
}

/* Without a GPU, turning a card and its shadow takes longer than the rest of a
 * frame: it is done once for a drag. Returns whether a card is lifted. */
gboolean
_commons_board_view_snapshot_lifted (CommonsBoardView *self,
                                     GtkSnapshot      *snapshot)
{
  CommonsRecord *record = get_lifted (self);
  graphene_rect_t rect;
  graphene_point_t corner;
  CommonsRect bounds;

  if (record == NULL)
    return FALSE;

  get_moved (self, record, &bounds);
  if (!commons_bitmap_wants_cairo (GTK_WIDGET (self)))
    {
      append_lifted (self, snapshot, record, &bounds);
      return TRUE;
    }

  _commons_board_view_get_rect (self, &bounds, 0, &rect);
  graphene_point_init (&corner, roundf (rect.origin.x), roundf (rect.origin.y));
  ensure_lifted (self, record, &bounds, &corner);
  graphene_rect_offset_r (&self->lifted_area, corner.x, corner.y, &rect);
  commons_bitmap_append (self->lifted, snapshot, &rect, TRUE);

  return TRUE;
}

/* Where what is dragged comes from, and goes back to. */
void
_commons_board_view_snapshot_places (CommonsBoardView *self,
                                     GtkSnapshot      *snapshot)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  GskRoundedRect outline;

  if (commons_tool_get_state (self->tool) != COMMONS_TOOL_MOVING || commons_tool_is_copy (self->tool))
    return;

  for (guint i = 0; i < MIN (nodes->len, MAX_PLACES); i++)
    {
      CommonsRecord *record = g_ptr_array_index (nodes, i);
      CommonsRect bounds;

      if (!g_hash_table_contains (self->drag_moved, commons_record_get_id (record)))
        continue;

      commons_picture_get_node_rect (self->picture, record, &bounds);
      _commons_board_view_get_silhouette (self, record, &bounds, 0, &outline);
      _commons_board_view_append_dashed (snapshot, &outline, 1.5, &place);
    }
}

void
_commons_landing_free (CommonsLanding *self)
{
  g_clear_pointer (&self->bitmap, commons_bitmap_free);
  g_free (self);
}

CommonsLanding *
_commons_board_view_prepare_landing (CommonsBoardView *self)
{
  CommonsRecord *record = get_lifted (self);
  CommonsLanding *landing;

  if (record == NULL || self->drag_bitmap == NULL)
    return NULL;

  landing = g_new0 (CommonsLanding, 1);
  landing->bitmap = g_steal_pointer (&self->drag_bitmap);
  landing->area = self->drag_area;
  landing->before = *commons_record_get_bounds (record);

  return landing;
}

void
_commons_board_view_stop_landing (CommonsBoardView *self)
{
  _commons_board_view_stop_arrival (self);
  if (self->landing == NULL)
    return;

  g_clear_pointer (&self->landing, _commons_landing_free);
  g_clear_object (&self->landing_animation);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
landing_value_cb (double   value,
                  gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

static void
landing_done_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  _commons_board_view_stop_landing (self);
}

void
_commons_board_view_land (CommonsBoardView *self,
                          CommonsLanding   *landing,
                          const char       *id,
                          int               dx,
                          int               dy)
{
  CommonsRecord *record = id ? commons_board_lookup_node (self->board, id) : NULL;
  AdwAnimationTarget *target;

  _commons_board_view_stop_landing (self);
  if (landing == NULL)
    return;

  landing->now = record ? *commons_record_get_bounds (record) : landing->before;

  /* What looks otherwise now, as a gate does, is where it is at once. */
  if (record == NULL || landing->now.width != landing->before.width || landing->now.height != landing->before.height)
    {
      _commons_landing_free (landing);
      return;
    }

  landing->area.x += landing->now.x - landing->before.x;
  landing->area.y += landing->now.y - landing->before.y;
  landing->dx = landing->before.x + dx - landing->now.x;
  landing->dy = landing->before.y + dy - landing->now.y;
  self->landing = landing;

  target = adw_callback_animation_target_new (landing_value_cb, self, NULL);
  self->landing_animation = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, LANDING_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->landing_animation), ADW_EASE_OUT_CUBIC);
  g_signal_connect_object (self->landing_animation, "done", G_CALLBACK (landing_done_cb), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->landing_animation);
}

/* The card lands on itself: it is in its place already, below. */
void
_commons_board_view_snapshot_landing (CommonsBoardView *self,
                                      GtkSnapshot      *snapshot)
{
  CommonsLanding *landing = self->landing;
  CommonsRect bounds, area;
  graphene_rect_t rect;
  double height;

  if (landing == NULL)
    return;

  height = adw_animation_get_value (self->landing_animation);
  bounds = landing->now;
  area = landing->area;
  bounds.x += (int) round (landing->dx * height);
  bounds.y += (int) round (landing->dy * height);
  area.x += (int) round (landing->dx * height);
  area.y += (int) round (landing->dy * height);

  gtk_snapshot_save (snapshot);
  lift (self, snapshot, &bounds, height);
  _commons_board_view_get_rect (self, &area, 0, &rect);
  commons_bitmap_append (landing->bitmap, snapshot, &rect, commons_bitmap_wants_cairo (GTK_WIDGET (self)));
  gtk_snapshot_restore (snapshot);
}
