/* commons-page-shapes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes and icons were more than half of a PDF, point by point, and of the time
 * it took to write and to pack. A recorded surface becomes an object of the
 * document, whatever the number of times it is drawn. For the dots at the ends
 * of links, naming them takes as long as drawing them.
 */

#define G_LOG_DOMAIN "commons-page-shapes"

#include "config.h"

#include <math.h>

#include "commons-page-shapes.h"

/* Around a shape, for what rounding does to it. */
#define MARGIN 1

static const cairo_user_data_key_t shapes_key;

/* What is not there yet was seen once: an object is more than one shape is. */
static void
free_shape (gpointer surface)
{
  if (surface != NULL)
    cairo_surface_destroy (surface);
}

static void
free_shapes (void *shapes)
{
  g_hash_table_unref (shapes);
}

/* What a group paints aside is drawn once anyway. */
static GHashTable *
get_shapes (cairo_t *cr)
{
  cairo_surface_t *page = cairo_get_target (cr);

  return cairo_get_group_target (cr) == page ? cairo_surface_get_user_data (page, &shapes_key) : NULL;
}

static cairo_surface_t *
record (gconstpointer        shape,
        CommonsPageShapeFunc draw,
        double               width,
        double               height)
{
  const cairo_rectangle_t extents = { -MARGIN, -MARGIN, ceil (width) + 2 * MARGIN, ceil (height) + 2 * MARGIN };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);

  draw (cr, shape);
  cairo_destroy (cr);

  return surface;
}

static void
draw_ground (cairo_t       *cr,
             gconstpointer  shape)
{
  const CommonsColor *color = shape;

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_paint (cr);
}

/* Cairo adds up the parts of a page it can draw. It sees shapes where their
 * place moves them twice, up to a page away (1.16), and adding one of them costs
 * as much as there are parts. The ground is a shape that it sees around all
 * others, so that there is one part. */
void
commons_page_shapes_begin (cairo_t            *cr,
                           const CommonsColor *ground,
                           double              width,
                           double              height)
{
  GHashTable *shapes;
  cairo_surface_t *surface;
  cairo_matrix_t matrix;
  double scale;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (ground != NULL);

  cairo_get_matrix (cr, &matrix);
  scale = matrix.xx + 2;
  surface = record (ground, draw_ground, width / scale, height / scale);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);

  shapes = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, free_shape);
  if (cairo_surface_set_user_data (cairo_get_target (cr), &shapes_key, shapes, free_shapes) != CAIRO_STATUS_SUCCESS)
    g_hash_table_unref (shapes);
}

gboolean
commons_page_shapes_are_kept (cairo_t *cr)
{
  g_return_val_if_fail (cr != NULL, FALSE);

  return get_shapes (cr) != NULL;
}

gboolean
commons_page_shapes_paint (cairo_t              *cr,
                           GBytes               *key,
                           gconstpointer         shape,
                           CommonsPageShapeFunc  draw,
                           double                x,
                           double                y,
                           double                width,
                           double                height)
{
  GHashTable *shapes;
  gpointer surface = NULL;

  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (draw != NULL, FALSE);

  shapes = get_shapes (cr);
  if (shapes == NULL)
    return FALSE;

  if (!g_hash_table_lookup_extended (shapes, key, NULL, &surface))
    {
      g_hash_table_insert (shapes, g_bytes_ref (key), NULL);
      return FALSE;
    }

  if (surface == NULL)
    {
      surface = record (shape, draw, width, height);
      g_hash_table_insert (shapes, g_bytes_ref (key), surface);
    }

  cairo_set_source_surface (cr, surface, x, y);
  cairo_paint (cr);

  return TRUE;
}
