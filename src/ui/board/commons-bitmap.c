/* commons-bitmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-bitmap-private.h"
#include "commons-memory.h"

/* Smaller ones, as single tiles are, come from the heap, which has large pages;
 * on small pages of their own each would cost a call of the kernel. */
#define MIN_MAPPED_BYTES (1 << 20)

struct _CommonsBitmap
{
  cairo_surface_t *surface;
  GdkTexture      *texture; /* made when first asked for; shares the pixels */
  GskRenderNode   *node;    /* that shows it where it was shown last, with cairo */
};

typedef struct
{
  guint8 *data;
  gsize   n_bytes;
} Pixels;

static void
free_pixels (Pixels *pixels)
{
  commons_memory_unmap (pixels->data, pixels->n_bytes);
  g_free (pixels);
}

/* Without memory, cairo makes an empty surface that is in an error state, on which
 * all drawing is done in vain. */
static cairo_surface_t *
make_surface (int width,
              int height)
{
  static const cairo_user_data_key_t owner;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width);
  gsize n_bytes = (gsize) stride * (gsize) height;
  cairo_surface_t *surface;
  Pixels *pixels;
  guint8 *data;

  if (n_bytes < MIN_MAPPED_BYTES || (data = commons_memory_map (n_bytes)) == NULL)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  pixels = g_new (Pixels, 1);
  *pixels = (Pixels) { data, n_bytes };
  surface = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_ARGB32, width, height, stride);
  cairo_surface_set_user_data (surface, &owner, pixels, (cairo_destroy_func_t) free_pixels);

  return surface;
}

CommonsBitmap *
commons_bitmap_new (CommonsPicture           *picture,
                    int                       x,
                    int                       y,
                    int                       width,
                    int                       height,
                    double                    scale,
                    const CommonsPaintFilter *filter)
{
  CommonsBitmap *self;
  CommonsRect area;
  cairo_t *cr;

  g_return_val_if_fail (COMMONS_IS_PICTURE (picture), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);
  g_return_val_if_fail (scale > 0, NULL);

  self = g_new0 (CommonsBitmap, 1);
  self->surface = make_surface (width, height);

  area.x = (int) floor (x / scale);
  area.y = (int) floor (y / scale);
  area.width = (int) ceil ((x + width) / scale) - area.x;
  area.height = (int) ceil ((y + height) / scale) - area.y;

  cr = cairo_create (self->surface);
  cairo_translate (cr, -x, -y);
  cairo_scale (cr, scale, scale);
  commons_picture_paint (picture, cr, &area, filter);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);

  return self;
}

static gboolean
let_go_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* Cairo copies pixels when they go before who shows them, as the frame that is
 * on the screen does: they stay until there is another one. */
void
commons_bitmap_free (CommonsBitmap *self)
{
  g_return_if_fail (self != NULL);

  if (self->node != NULL)
    g_idle_add_full (G_PRIORITY_LOW, let_go_cb, self->surface, (GDestroyNotify) cairo_surface_destroy);
  else
    cairo_surface_destroy (self->surface);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_free (self);
}

CommonsBitmap *
commons_bitmap_slice (CommonsBitmap *self,
                      int            x,
                      int            y,
                      int            width,
                      int            height)
{
  static const cairo_user_data_key_t whole;
  CommonsBitmap *slice;
  int stride;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (x >= 0 && x + width <= cairo_image_surface_get_width (self->surface), NULL);
  g_return_val_if_fail (y >= 0 && y + height <= cairo_image_surface_get_height (self->surface), NULL);

  stride = cairo_image_surface_get_stride (self->surface);
  slice = g_new0 (CommonsBitmap, 1);
  slice->surface = cairo_image_surface_create_for_data (cairo_image_surface_get_data (self->surface) +
                                                          (gsize) y * (gsize) stride + (gsize) x * 4,
                                                        CAIRO_FORMAT_ARGB32, width, height, stride);

  /* Pixels live as long as the last who shows some of them. */
  cairo_surface_set_user_data (slice->surface, &whole, cairo_surface_reference (self->surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);

  return slice;
}

static GdkTexture *
ensure_texture (CommonsBitmap *self)
{
  int width = cairo_image_surface_get_width (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  int stride = cairo_image_surface_get_stride (self->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (self->texture != NULL)
    return self->texture;

  /* The last row of a slice ends where it ends, not where that of the whole does. */
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface),
                                      (gsize) stride * (gsize) (height - 1) + (gsize) width * 4,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (self->surface));
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);

  return self->texture;
}

static GskRenderNode *
make_cairo_node (cairo_surface_t       *surface,
                 const graphene_rect_t *rect)
{
  double scale_x = rect->size.width / cairo_image_surface_get_width (surface);
  double scale_y = rect->size.height / cairo_image_surface_get_height (surface);
  GskRenderNode *node = gsk_cairo_node_new (rect);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, rect->origin.x, rect->origin.y);
  cairo_scale (cr, scale_x, scale_y);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);

  /* Tiles beside each other must not show the ground between them. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, rect->size.width / scale_x, rect->size.height / scale_y);
  cairo_fill (cr);
  cairo_destroy (cr);

  return node;
}

/* The toolkit draws again where nodes are others than in the frame before: what
 * stays where it was has to be the same node. */
static GskRenderNode *
ensure_cairo_node (CommonsBitmap         *self,
                   const graphene_rect_t *rect)
{
  graphene_rect_t bounds;

  if (self->node != NULL)
    {
      gsk_render_node_get_bounds (self->node, &bounds);
      if (graphene_rect_equal (&bounds, rect))
        return self->node;
    }

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = make_cairo_node (self->surface, rect);

  return self->node;
}

void
commons_bitmap_append (CommonsBitmap         *self,
                       GtkSnapshot           *snapshot,
                       const graphene_rect_t *rect,
                       gboolean               with_cairo)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (rect != NULL);

  if (with_cairo)
    gtk_snapshot_append_node (snapshot, ensure_cairo_node (self, rect));
  else
    gtk_snapshot_append_texture (snapshot, ensure_texture (self), rect);
}

CommonsBitmap *
commons_bitmap_new_for_node (GskRenderNode   *node,
                             int              scale_factor,
                             graphene_rect_t *rect)
{
  CommonsBitmap *self;
  cairo_t *cr;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (scale_factor > 0, NULL);
  g_return_val_if_fail (rect != NULL, NULL);

  gsk_render_node_get_bounds (node, rect);
  graphene_rect_round_extents (rect, rect);
  self = g_new0 (CommonsBitmap, 1);
  self->surface = make_surface ((int) rect->size.width * scale_factor, (int) rect->size.height * scale_factor);

  cr = cairo_create (self->surface);
  cairo_scale (cr, scale_factor, scale_factor);
  cairo_translate (cr, -rect->origin.x, -rect->origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return self;
}

gboolean
commons_bitmap_wants_cairo (GtkWidget *widget)
{
  GtkNative *native;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}
