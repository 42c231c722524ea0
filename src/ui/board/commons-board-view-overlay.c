/* commons-board-view-overlay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn over the board: rings, dots, handles, the rubber band, links
 * being made.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"
#include "commons-folding.h"
#include "commons-gate.h"
#include "commons-place.h"

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
add_reached (CommonsBoardView *self,
             const char       *id,
             GPtrArray        *reached)
{
  CommonsRecord *node = commons_board_lookup_node (self->board, id);

  if (node != NULL && commons_place_is_disc (node) && !g_ptr_array_find (reached, node, NULL))
    g_ptr_array_add (reached, node);
}

/* Of a circle, only the links that are drawn: those of all that lies in it
 * would be a thicket. */
static void
add_lit_links (CommonsBoardView *self,
               CommonsRecord    *record,
               GPtrArray        *lit,
               GPtrArray        *reached)
{
  const char *id = commons_record_get_id (record);
  GPtrArray *links = commons_board_get_links (self->board, id);
  gboolean group = commons_record_is_group (record);

  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    {
      add_reached (self, commons_record_get_from (record), reached);
      add_reached (self, commons_record_get_to (record), reached);
      g_ptr_array_add (lit, record);
    }

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);
      gboolean leaves = g_str_equal (commons_record_get_from (edge), id);

      if (group && !commons_picture_lights_link (self->picture, edge))
        continue;

      g_ptr_array_add (lit, edge);
      add_reached (self, leaves ? commons_record_get_to (edge) : commons_record_get_from (edge), reached);
    }
}

static void
add_hole (CommonsBoardView *self,
          cairo_t          *cr,
          CommonsRecord    *record,
          gboolean          name)
{
  CommonsRect rect;
  graphene_rect_t hole;

  if (name)
    commons_picture_get_text_rect (self->picture, record, &rect);
  else
    commons_picture_get_node_rect (self->picture, record, &rect);

  _commons_board_view_get_rect (self, &rect, 1, &hole);
  cairo_rectangle (cr, hole.origin.x, hole.origin.y, hole.size.width, hole.size.height);
}

/* The border of a circle lights up behind its name and its gates. */
static void
snapshot_reached (CommonsBoardView *self,
                  GtkSnapshot      *snapshot,
                  CommonsRecord    *circle)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width, (float) self->viewport.height);
  GPtrArray *links = commons_board_get_links (self->board, commons_record_get_id (circle));
  double x, y, radius = commons_picture_get_disc (circle, &x, &y) * self->viewport.zoom;
  cairo_t *cr;

  commons_viewport_to_view (&self->viewport, x, y, &x, &y);
  if (commons_folding_is_folded (circle) ||
      !graphene_rect_intersection (&all, &GRAPHENE_RECT_INIT ((float) (x - radius - 2), (float) (y - radius - 2),
                                                              (float) (2 * radius + 4), (float) (2 * radius + 4)), &all))
    return;

  graphene_rect_round_extents (&all, &all);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, all.origin.x, all.origin.y, all.size.width, all.size.height);
  add_hole (self, cr, circle, TRUE);
  cairo_clip (cr);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *rule = commons_board_lookup_node (self->board, commons_record_get_from (g_ptr_array_index (links, i)));
      CommonsGate gate;

      if (rule == NULL || !commons_gate_find (self->board, rule, &gate) || gate.circle != circle)
        continue;

      cairo_rectangle (cr, all.origin.x, all.origin.y, all.size.width, all.size.height);
      add_hole (self, cr, rule, FALSE);
      cairo_clip (cr);
    }

  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Selecting a card lights its links and names them, and the circles they
 * reach. */
static void
snapshot_lit_links (CommonsBoardView *self,
                    GtkSnapshot      *snapshot)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) lit = g_ptr_array_new ();
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  if (commons_selection_get_n (self->selection) > MAX_LIT || _commons_board_view_is_moving (self))
    return;

  ids = commons_selection_list (self->selection);
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (self->board, g_ptr_array_index (ids, i));

      if (record != NULL)
        add_lit_links (self, record, lit, reached);
    }

  for (guint i = 0; i < reached->len; i++)
    snapshot_reached (self, snapshot, g_ptr_array_index (reached, i));

  _commons_board_view_append_links (self, snapshot, lit, NULL, 0, 0, TRUE);
}

/* The name of a circle stands on its border: rings go behind it. */
static void
snapshot_name (CommonsBoardView *self,
               GtkSnapshot      *snapshot,
               CommonsRecord    *record)
{
  g_autoptr (GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsPaintFilter filter = { .only = only };
  graphene_rect_t rect;
  GskRoundedRect pill;
  CommonsRect name;
  cairo_t *cr;

  commons_picture_get_text_rect (self->picture, record, &name);
  _commons_board_view_get_rect (self, &name, 0, &rect);
  gsk_rounded_rect_init_from_rect (&pill, &rect, rect.size.height / 2);
  g_hash_table_add (only, (gpointer) commons_record_get_id (record));

  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  cr = _commons_board_view_begin_cairo (self, snapshot, &name);
  if (cr != NULL)
    {
      commons_picture_paint (self->picture, cr, &name, &filter);
      cairo_destroy (cr);
    }
  gtk_snapshot_pop (snapshot);
}

static gboolean
has_name_on_border (CommonsRecord *record)
{
  return commons_record_is_group (record) && g_strcmp0 (commons_record_get_kind (record), "circle") == 0 &&
         *commons_record_get_title (record) != '\0';
}

/* What moves is a picture of its own, and many circles would cost a frame. */
static void
snapshot_names (CommonsBoardView *self,
                GtkSnapshot      *snapshot)
{
  g_autoptr (GPtrArray) nodes = NULL;
  const char *focused = commons_board_plane_get_focused (self->plane);
  CommonsRecord *record = focused ? commons_board_lookup_node (self->board, focused) : NULL;

  if (commons_selection_has_nodes (self->selection, MAX_LIT + 1) || commons_tool_get_state (self->tool) > COMMONS_TOOL_PRESSED)
    return;

  nodes = commons_selection_list_nodes (self->selection);
  for (guint i = 0; i < nodes->len; i++)
    {
      if (has_name_on_border (g_ptr_array_index (nodes, i)))
        snapshot_name (self, snapshot, g_ptr_array_index (nodes, i));
    }
  if (record != NULL && has_name_on_border (record) && !commons_selection_contains (self->selection, focused))
    snapshot_name (self, snapshot, record);
}

/* What rings may be seen of: the part of the board that is in view, and where
 * what moves by (@dx, @dy) into view comes from. */
static void
get_ringed_area (CommonsBoardView *self,
                 double            dx,
                 double            dy,
                 CommonsRect      *area)
{
  const CommonsViewport *viewport = &self->viewport;
  double margin = (RING_GAP + RING_WIDTH) / viewport->zoom;

  area->x = (int) floor (viewport->x - margin - MAX (dx, 0));
  area->y = (int) floor (viewport->y - margin - MAX (dy, 0));
  area->width = (int) ceil (viewport->width / viewport->zoom + 2 * margin + fabs (dx)) + 1;
  area->height = (int) ceil (viewport->height / viewport->zoom + 2 * margin + fabs (dy)) + 1;
}

/* What is selected, or of much that is only what is in view: rings around all
 * of a large board would cost a frame what the board itself does not. */
static GPtrArray *
list_ringed (CommonsBoardView *self,
             double            dx,
             double            dy)
{
  GPtrArray *nodes;
  CommonsRect area;

  if (commons_selection_get_n (self->selection) <= MAX_LIT)
    return commons_selection_list_nodes (self->selection);

  get_ringed_area (self, dx, dy, &area);
  nodes = commons_picture_list_nodes (self->picture, &area);
  for (guint i = nodes->len; i > 0; i--)
    {
      if (!commons_selection_contains (self->selection, commons_record_get_id (g_ptr_array_index (nodes, i - 1))))
        g_ptr_array_remove_index (nodes, i - 1);
    }

  return nodes;
}

static void
snapshot_rings (CommonsBoardView *self,
                GtkSnapshot      *snapshot)
{
  g_autoptr (GPtrArray) nodes = NULL;
  const char *focused = commons_board_plane_get_focused (self->plane);
  GHashTable *moved = _commons_board_view_is_moving (self) ? commons_tool_get_moved (self->tool) : NULL;
  const char *resized = commons_tool_get_state (self->tool) == COMMONS_TOOL_RESIZING
                          ? commons_tool_get_target (self->tool) : NULL;
  double dx = 0, dy = 0;
  GskRoundedRect outline;

  if (moved != NULL)
    commons_tool_get_offset (self->tool, &dx, &dy);

  nodes = list_ringed (self, dx, dy);
  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *record = g_ptr_array_index (nodes, i);
      gboolean moves = moved != NULL && g_hash_table_contains (moved, commons_record_get_id (record));
      gboolean lifted = moves && _commons_board_view_push_lift (self, snapshot);
      CommonsRect bounds;

      commons_picture_get_node_rect (self->picture, record, &bounds);
      if (moves)
        {
          bounds.x += (int) dx;
          bounds.y += (int) dy;
        }
      if (g_strcmp0 (resized, commons_record_get_id (record)) == 0)
        commons_tool_get_resize (self->tool, &bounds);

      _commons_board_view_get_silhouette (self, record, &bounds, RING_GAP + RING_WIDTH, &outline);
      _commons_board_view_append_outline (snapshot, &outline, RING_WIDTH, &accent);
      if (lifted)
        gtk_snapshot_restore (snapshot);
    }

  if (focused != NULL && moved == NULL && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    {
      CommonsRecord *record = commons_board_lookup_node (self->board, focused);

      if (record != NULL)
        {
          CommonsRect bounds;

          commons_picture_get_node_rect (self->picture, record, &bounds);
          _commons_board_view_get_silhouette (self, record, &bounds,
                          FOCUS_GAP + 2 * RING_WIDTH, &outline);
          _commons_board_view_append_dashed (snapshot, &outline, RING_WIDTH, &accent);
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
  _commons_board_view_append_outline (snapshot, &disc, 1.5, &accent);
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

  if (commons_folding_is_folded (record) || !_commons_board_view_shows_dots (self, record) ||
      commons_record_is_locked (record))
    return;

  _commons_board_view_get_rect (self, commons_record_get_bounds (record), 0, &rect);
  for (int corner = 0; corner < 4; corner++)
    {
      float x = rect.origin.x + (corner == 1 || corner == 2 ? rect.size.width : 0);
      float y = rect.origin.y + (corner >= 2 ? rect.size.height : 0);
      graphene_rect_t square = GRAPHENE_RECT_INIT (x - HANDLE_SIDE / 2.0f, y - HANDLE_SIDE / 2.0f, HANDLE_SIDE, HANDLE_SIDE);
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &square, 1);
      gtk_snapshot_append_color (snapshot, &white, &square);
      _commons_board_view_append_outline (snapshot, &outline, 1.5, &accent);
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

  _commons_board_view_get_rect (self, &band, 0, &rect);
  gtk_snapshot_append_color (snapshot, &accent_wash, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  _commons_board_view_append_outline (snapshot, &outline, 1, &accent);
}

static void
snapshot_connection (CommonsBoardView *self,
                     GtkSnapshot      *snapshot)
{
  g_autofree char *words = NULL;
  const char *from, *to;
  CommonsRecord *record, *target;
  double x, y, from_x, from_y;
  graphene_rect_t rect;
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
      CommonsRect bounds;

      commons_picture_get_node_rect (self->picture, target, &bounds);
      _commons_board_view_get_silhouette (self, target, &bounds, RING_GAP + 3, &outline);
      _commons_board_view_append_outline (snapshot, &outline, 3, &accent);
    }

  _commons_board_view_get_dot (self, record, side, &from_x, &from_y);
  commons_viewport_to_view (&self->viewport, x, y, &x, &y);

  graphene_rect_init (&rect, (float) MIN (x, from_x), (float) MIN (y, from_y),
                      (float) fabs (x - from_x), (float) fabs (y - from_y));
  graphene_rect_inset (&rect, -2, -2);
  graphene_rect_round_extents (&rect, &rect);
  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, from_x, from_y);
  cairo_line_to (cr, x, y);
  cairo_stroke (cr);
  cairo_destroy (cr);
  append_disc (snapshot, x, y, 4, &accent);

  words = _commons_board_view_describe_connection (self, from, to);
  _commons_board_view_snapshot_pill (self, snapshot, words);
}

void
_commons_board_view_snapshot_overlays (CommonsBoardView *self,
                                       GtkSnapshot      *snapshot)
{
  const char *primary = commons_selection_get_primary (self->selection);
  CommonsRecord *selected = primary ? commons_board_lookup_node (self->board, primary) : NULL;
  CommonsRecord *hovered = self->hovered ? commons_board_lookup_node (self->board, self->hovered) : NULL;

  snapshot_lit_links (self, snapshot);
  _commons_board_view_snapshot_found (self, snapshot);
  _commons_board_view_snapshot_room (self, snapshot);
  _commons_board_view_snapshot_guides (self, snapshot);
  snapshot_rings (self, snapshot);
  snapshot_names (self, snapshot);
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
