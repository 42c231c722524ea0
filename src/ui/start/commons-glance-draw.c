/* commons-glance-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-glance-private.h"
#include "commons-picture.h"

/* Pictures are drawn as the board looks at this zoom at least, so that names,
 * which keep their size on screen, do not hide the cards. In the smallest ones
 * only the colours of cards tell anything. */
#define MIN_ZOOM       0.42
#define MIN_ZOOM_SMALL 0.2
#define SMALL_WIDTH    120

/* Sample cards: a title that is a stroke, as letters look from far. */
#define SAMPLE_WORDS  "———————"
#define SAMPLE_WIDTH  252
#define SAMPLE_HEIGHT 72
#define SAMPLE_GAP    24
#define SAMPLE_TOP    60
#define MAX_SAMPLES   4

static void
choose_area (CommonsPicture          *picture,
             const CommonsGlanceWish *wish,
             CommonsRect             *area,
             double                  *zoom)
{
  CommonsRect whole = { -wish->width / 2, -wish->height / 2, wish->width, wish->height };
  double x, y;

  /* Nothing but the ground, as it is at full size. */
  *zoom = 1;
  if (commons_picture_get_extents (picture, &whole))
    *zoom = MIN ((double) wish->width / MAX (whole.width, 1), (double) wish->height / MAX (whole.height, 1));

  x = whole.x + whole.width / 2.0 - wish->width / *zoom / 2;
  y = whole.y + whole.height / 2.0 - wish->height / *zoom / 2;
  *area = (CommonsRect) {
    (int) floor (x), (int) floor (y),
    (int) ceil (wish->width / *zoom) + 1, (int) ceil (wish->height / *zoom) + 1,
  };
}

static GdkTexture *
take_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
}

GdkTexture *
_commons_glance_draw (CommonsBoard            *board,
                      CommonsCatalogue        *catalogue,
                      const CommonsGlanceWish *wish)
{
  g_autoptr (CommonsPicture) picture =
    commons_picture_new (board, catalogue, commons_theme_get (wish->theme, wish->high_contrast));
  const CommonsPaintFilter filter = { .background = TRUE, .dots = commons_board_get_n_nodes (board) == 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, wish->width * wish->scale,
                                                         wish->height * wish->scale);
  cairo_t *cr = cairo_create (surface);
  GdkTexture *texture = NULL;
  CommonsRect area;
  double zoom;

  choose_area (picture, wish, &area, &zoom);
  commons_picture_set_zoom (picture, MAX (zoom, wish->width <= SMALL_WIDTH ? MIN_ZOOM_SMALL : MIN_ZOOM));
  cairo_scale (cr, zoom * wish->scale, zoom * wish->scale);
  cairo_translate (cr, -area.x, -area.y);
  commons_picture_paint (picture, cr, &area, &filter);

  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    texture = take_surface (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return texture;
}

/* ---- Templates as they will be used ---------------------------------------- */

static gboolean
touches (GPtrArray         *nodes,
         const CommonsRect *rect)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);
      const CommonsRect *other = commons_record_get_bounds (node);

      if (!commons_record_is_group (node) && rect->x < other->x + other->width && other->x < rect->x + rect->width &&
          rect->y < other->y + other->height && other->y < rect->y + rect->height)
        return TRUE;
    }

  return FALSE;
}

static void
add_sample (GPtrArray  *nodes,
            const char *kind,
            int         x,
            int         y,
            int         width)
{
  const CommonsRect bounds = { x, y, width, SAMPLE_HEIGHT };

  if (!touches (nodes, &bounds))
    g_ptr_array_add (nodes, commons_record_new_card (kind, FALSE, &bounds, SAMPLE_WORDS));
}

/* Kinds a zone is for, most of all; questions and the commons itself are
 * everywhere. */
static GPtrArray *
list_kinds (CommonsRecord *zone)
{
  GPtrArray *kinds = g_ptr_array_new ();
  JsonObject *commons = json_object_get_object_member (commons_record_get_object (zone), "commons");
  JsonObject *fields = json_object_has_member (commons, "fields") ? json_object_get_object_member (commons, "fields") : NULL;
  JsonNode *expects = fields != NULL ? json_object_get_member (fields, "expects") : NULL;
  JsonArray *list = expects != NULL && JSON_NODE_HOLDS_ARRAY (expects) ? json_node_get_array (expects) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      const char *kind = json_array_get_string_element (list, i);

      if (!g_str_equal (kind, "question") && !g_str_equal (kind, "project"))
        g_ptr_array_add (kinds, (gpointer) kind);
    }

  return kinds;
}

static void
fill_zone (GPtrArray     *nodes,
           CommonsRecord *zone)
{
  g_autoptr (GPtrArray) kinds = list_kinds (zone);
  const CommonsRect *bounds = commons_record_get_bounds (zone);
  int columns = MAX (1, (bounds->width - SAMPLE_GAP) / (SAMPLE_WIDTH + SAMPLE_GAP));
  int rows = (bounds->height - SAMPLE_TOP) / (SAMPLE_HEIGHT + SAMPLE_GAP);
  int n = MIN (MAX_SAMPLES, columns * rows);

  /* The first kind counts most: two of it, then one of each. */
  for (int i = 0; i < n && kinds->len > 0; i++)
    {
      const char *kind = g_ptr_array_index (kinds, (guint) MAX (i - 1, 0) % kinds->len);

      add_sample (nodes, kind, bounds->x + SAMPLE_GAP + (i % columns) * (SAMPLE_WIDTH + SAMPLE_GAP),
                  bounds->y + SAMPLE_TOP + (i / columns) * (SAMPLE_HEIGHT + SAMPLE_GAP),
                  MIN (SAMPLE_WIDTH, bounds->width - 2 * SAMPLE_GAP));
    }
}

/* In the crescent at the top, which circles inside leave free. */
static void
fill_circle (GPtrArray     *nodes,
             CommonsRecord *circle,
             guint          depth)
{
  static const char * const kinds[][2] = {
    { "community", "motivation" }, { "contribution", "rule" }, { "role", "decision_right" },
  };
  const CommonsRect *bounds = commons_record_get_bounds (circle);
  int middle = bounds->x + bounds->width / 2;
  int top = bounds->y + 2 * SAMPLE_TOP;
  int width = MIN (SAMPLE_WIDTH, bounds->width / 3);

  add_sample (nodes, kinds[MIN (depth, 2)][0], middle - width - SAMPLE_GAP / 2, top, width);
  add_sample (nodes, kinds[MIN (depth, 2)][1], middle + SAMPLE_GAP / 2, top, width);
}

CommonsBoard *
_commons_glance_fill (CommonsBoard *board)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  guint depth = 0;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_record_ref (commons_board_get_node (board, i)));

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (node), "zone") == 0)
        fill_zone (nodes, node);
      else if (g_strcmp0 (commons_record_get_kind (node), "circle") == 0)
        fill_circle (nodes, node, depth++);
    }

  return commons_board_new_from_records (commons_board_get_head (board), nodes, edges);
}
