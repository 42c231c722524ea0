/* commons-board-view-paint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tiles show the board; everything that follows the hand is drawn over them:
 * what is being dragged, rings, dots, the rubber band, links being made.
 */

#define G_LOG_DOMAIN "commons-board-view"

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"

#define RING_WIDTH 2.5
#define RING_GAP 2
#define FOCUS_GAP 4
#define DOT_RADIUS 5
#define HANDLE_SIDE 8

/* With more cards selected than that, their links would be a thicket. */
#define MAX_LIT 40

static const GdkRGBA accent = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 1.0f };
static const GdkRGBA accent_wash = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 0.12f };
static const GdkRGBA white = { 1.0f, 1.0f, 1.0f, 1.0f };

static void
get_view_rect (CommonsBoardView  *self,
               const CommonsRect *rect,
               double             gap,
               graphene_rect_t   *out)
{
  double x, y;

  commons_viewport_to_view (&self->viewport, rect->x, rect->y, &x, &y);
  graphene_rect_init (out, (float) (x - gap), (float) (y - gap),
                      (float) (rect->width * self->viewport.zoom + 2 * gap),
                      (float) (rect->height * self->viewport.zoom + 2 * gap));
}

/* The silhouette of a node on the screen, widened by a gap. */
static void
get_silhouette (CommonsBoardView  *self,
                CommonsRecord     *record,
                const CommonsRect *bounds,
                double             gap,
                GskRoundedRect    *out)
{
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (record));
  CommonsRect square = *bounds;
  graphene_rect_t rect;
  graphene_size_t corners[4];

  if (kind != NULL && kind->look.extra == COMMONS_EXTRA_CIRCLE)
    {
      int side = MIN (bounds->width, bounds->height);

      square = (CommonsRect) { bounds->x + (bounds->width - side) / 2, bounds->y + (bounds->height - side) / 2, side, side };
    }

  get_view_rect (self, &square, gap, &rect);
  for (guint i = 0; i < 4; i++)
    {
      int radius = kind ? kind->look.radii[i] : 6;
      double size = radius == COMMONS_RADIUS_ROUND ? rect.size.height / 2 : radius * self->viewport.zoom + gap;

      if (kind != NULL && kind->look.extra == COMMONS_EXTRA_CIRCLE)
        size = rect.size.height / 2;
      size = MIN (size, MIN (rect.size.width, rect.size.height) / 2);
      graphene_size_init (&corners[i], (float) size, (float) size);
    }

  gsk_rounded_rect_init (out, &rect, &corners[0], &corners[1], &corners[2], &corners[3]);
}

static void
append_outline (GtkSnapshot          *snapshot,
                const GskRoundedRect *outline,
                double                width,
                const GdkRGBA        *color)
{
  const float widths[4] = { (float) width, (float) width, (float) width, (float) width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_append_border (snapshot, outline, widths, colors);
}

static void
append_dashed (GtkSnapshot          *snapshot,
               const GskRoundedRect *outline,
               double                width,
               const GdkRGBA        *color)
{
  const double dashes[] = { 6, 4 };
  const graphene_rect_t *rect = &outline->bounds;
  double inset = width / 2;
  double x1 = rect->origin.x + inset, y1 = rect->origin.y + inset;
  double x2 = rect->origin.x + rect->size.width - inset, y2 = rect->origin.y + rect->size.height - inset;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);

  cairo_new_sub_path (cr);
  for (guint i = 0; i < 4; i++)
    {
      double radius = MAX (outline->corner[i].width - inset, 0);
      double x = i == 0 || i == 3 ? x1 + radius : x2 - radius;
      double y = i < 2 ? y1 + radius : y2 - radius;

      cairo_arc (cr, x, y, radius, G_PI + i * G_PI_2, G_PI + (i + 1) * G_PI_2);
    }
  cairo_close_path (cr);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static cairo_t *
begin_cairo (CommonsBoardView *self,
             GtkSnapshot      *snapshot)
{
  const CommonsViewport *viewport = &self->viewport;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height));

  cairo_scale (cr, viewport->zoom, viewport->zoom);
  cairo_translate (cr, -viewport->x, -viewport->y);

  return cr;
}

static gboolean
is_moving (CommonsBoardView *self)
{
  return self->drag_links != NULL;
}

static void
snapshot_drag (CommonsBoardView *self,
               GtkSnapshot      *snapshot)
{
  CommonsRect area = self->drag_area;
  graphene_rect_t rect;
  double dx, dy;

  commons_tool_get_offset (self->tool, &dx, &dy);

  /* A copy has no links to what stays. */
  if (self->drag_links->len > 0 && !commons_tool_is_copy (self->tool))
    {
      cairo_t *cr = begin_cairo (self, snapshot);

      commons_picture_paint_links (self->picture, cr, self->drag_links,
                                   commons_tool_get_moved (self->tool), dx, dy, FALSE);
      cairo_destroy (cr);
    }

  if (self->drag_bitmap == NULL)
    return;

  area.x += (int) dx;
  area.y += (int) dy;
  get_view_rect (self, &area, 0, &rect);
  commons_bitmap_append (self->drag_bitmap, snapshot, &rect, commons_bitmap_wants_cairo (GTK_WIDGET (self)));
}

/* Selecting a card lights its links and names them. */
static void
snapshot_lit_links (CommonsBoardView *self,
                    GtkSnapshot      *snapshot)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (GPtrArray) lit = g_ptr_array_new ();
  cairo_t *cr;

  if (ids->len > MAX_LIT || is_moving (self))
    return;

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (self->board, g_ptr_array_index (ids, i));
      GPtrArray *links = record ? commons_board_get_links (self->board, g_ptr_array_index (ids, i)) : NULL;

      if (record != NULL && commons_record_get_table (record) == COMMONS_TABLE_EDGES)
        g_ptr_array_add (lit, record);
      for (guint j = 0; links != NULL && j < links->len; j++)
        g_ptr_array_add (lit, g_ptr_array_index (links, j));
    }

  if (lit->len == 0)
    return;

  cr = begin_cairo (self, snapshot);
  commons_picture_paint_links (self->picture, cr, lit, NULL, 0, 0, TRUE);
  cairo_destroy (cr);
}

static void
snapshot_rings (CommonsBoardView *self,
                GtkSnapshot      *snapshot)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  const char *focused = commons_board_plane_get_focused (self->plane);
  GHashTable *moved = is_moving (self) ? commons_tool_get_moved (self->tool) : NULL;
  const char *resized = commons_tool_get_state (self->tool) == COMMONS_TOOL_RESIZING
                          ? commons_tool_get_target (self->tool) : NULL;
  double dx = 0, dy = 0;
  GskRoundedRect outline;

  if (moved != NULL)
    commons_tool_get_offset (self->tool, &dx, &dy);

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *record = g_ptr_array_index (nodes, i);
      CommonsRect bounds = *commons_record_get_bounds (record);

      if (moved != NULL && g_hash_table_contains (moved, commons_record_get_id (record)))
        {
          bounds.x += (int) dx;
          bounds.y += (int) dy;
        }
      if (g_strcmp0 (resized, commons_record_get_id (record)) == 0)
        commons_tool_get_resize (self->tool, &bounds);

      get_silhouette (self, record, &bounds, RING_GAP + RING_WIDTH, &outline);
      append_outline (snapshot, &outline, RING_WIDTH, &accent);
    }

  if (focused != NULL && moved == NULL && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    {
      CommonsRecord *record = commons_board_lookup_node (self->board, focused);

      if (record != NULL)
        {
          get_silhouette (self, record, commons_record_get_bounds (record),
                          FOCUS_GAP + 2 * RING_WIDTH, &outline);
          append_dashed (snapshot, &outline, RING_WIDTH, &accent);
        }
    }
}

static void
append_disc (GtkSnapshot   *snapshot,
             double         x,
             double         y,
             double         radius,
             const GdkRGBA *fill)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc,
                                   &GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius),
                                                        (float) (2 * radius), (float) (2 * radius)),
                                   (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, fill, &disc.bounds);
  gtk_snapshot_pop (snapshot);
  append_outline (snapshot, &disc, 1.5, &accent);
}

static void
snapshot_dots (CommonsBoardView *self,
               GtkSnapshot      *snapshot,
               CommonsRecord    *record)
{
  if (record == NULL || !_commons_board_view_shows_dots (self, record))
    return;

  for (int side = 0; side < 4; side++)
    {
      double x, y;

      _commons_board_view_get_dot (self, record, side, &x, &y);
      append_disc (snapshot, x, y, DOT_RADIUS, &white);
    }
}

static void
snapshot_handles (CommonsBoardView *self,
                  GtkSnapshot      *snapshot,
                  CommonsRecord    *record)
{
  graphene_rect_t rect;

  if (!_commons_board_view_shows_dots (self, record))
    return;

  get_view_rect (self, commons_record_get_bounds (record), 0, &rect);
  for (int corner = 0; corner < 4; corner++)
    {
      float x = rect.origin.x + (corner == 1 || corner == 2 ? rect.size.width : 0);
      float y = rect.origin.y + (corner >= 2 ? rect.size.height : 0);
      graphene_rect_t square = GRAPHENE_RECT_INIT (x - HANDLE_SIDE / 2.0f, y - HANDLE_SIDE / 2.0f, HANDLE_SIDE, HANDLE_SIDE);
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &square, 1);
      gtk_snapshot_append_color (snapshot, &white, &square);
      append_outline (snapshot, &outline, 1.5, &accent);
    }
}

static void
snapshot_band (CommonsBoardView *self,
               GtkSnapshot      *snapshot)
{
  CommonsRect band;
  graphene_rect_t rect;
  GskRoundedRect outline;

  if (!commons_tool_get_band (self->tool, &band))
    return;

  get_view_rect (self, &band, 0, &rect);
  gtk_snapshot_append_color (snapshot, &accent_wash, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  append_outline (snapshot, &outline, 1, &accent);
}

static void
snapshot_connection (CommonsBoardView *self,
                     GtkSnapshot      *snapshot)
{
  const char *from, *to;
  CommonsRecord *record, *target;
  double x, y, from_x, from_y;
  int side;
  cairo_t *cr;

  if (commons_tool_get_state (self->tool) != COMMONS_TOOL_CONNECTING ||
      !commons_tool_get_connection (self->tool, &from, &side, &x, &y, &to))
    return;

  record = commons_board_lookup_node (self->board, from);
  if (record == NULL)
    return;

  target = to ? commons_board_lookup_node (self->board, to) : NULL;
  if (target != NULL)
    {
      GskRoundedRect outline;

      get_silhouette (self, target, commons_record_get_bounds (target), RING_GAP + 3, &outline);
      append_outline (snapshot, &outline, 3, &accent);
    }

  _commons_board_view_get_dot (self, record, side, &from_x, &from_y);
  commons_viewport_to_view (&self->viewport, x, y, &x, &y);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width, (float) self->viewport.height));
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, from_x, from_y);
  cairo_line_to (cr, x, y);
  cairo_stroke (cr);
  cairo_destroy (cr);
  append_disc (snapshot, x, y, 4, &accent);
}

static void
snapshot_overlays (CommonsBoardView *self,
                   GtkSnapshot      *snapshot)
{
  const char *primary = commons_selection_get_primary (self->selection);
  CommonsRecord *selected = primary ? commons_board_lookup_node (self->board, primary) : NULL;
  CommonsRecord *hovered = self->hovered ? commons_board_lookup_node (self->board, self->hovered) : NULL;

  snapshot_lit_links (self, snapshot);
  snapshot_rings (self, snapshot);
  snapshot_band (self, snapshot);
  snapshot_connection (self, snapshot);
  snapshot_dots (self, snapshot, hovered);

  if (selected != NULL && commons_selection_get_n (self->selection) == 1)
    {
      if (selected != hovered)
        snapshot_dots (self, snapshot, selected);
      snapshot_handles (self, snapshot, selected);
    }
}

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

  complete = commons_tile_cache_snapshot (self->tiles, snapshot, &self->viewport,
                                          self->zooming, commons_bitmap_wants_cairo (widget));
  if (!complete)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, draw_again_cb, g_object_ref (self), g_object_unref);

  if (is_moving (self))
    snapshot_drag (self, snapshot);
  snapshot_overlays (self, snapshot);

  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->plane), snapshot);
  if (self->text_editor != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->text_editor), snapshot);
}

static void
invalidate_moved (CommonsBoardView *self,
                  GHashTable       *moved)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, moved);
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
  invalidate_moved (self, moved);
}

void
_commons_board_view_begin_drag (CommonsBoardView *self)
{
  GHashTable *moved = commons_tool_get_moved (self->tool);
  CommonsPaintFilter filter = { .only = moved };
  double scale = self->viewport.zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (moved == NULL)
    return;

  if (self->drag_links != NULL)
    {
      hide_moved (self, moved);
      return;
    }

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
  GHashTable *moved;

  if (self->drag_links == NULL)
    return;

  moved = commons_tool_get_moved (self->tool);
  self->drag_hides = FALSE;
  commons_tile_cache_set_hidden (self->tiles, NULL);
  if (moved != NULL)
    invalidate_moved (self, moved);

  g_clear_pointer (&self->drag_links, g_ptr_array_unref);
  g_clear_pointer (&self->drag_bitmap, commons_bitmap_free);
}
