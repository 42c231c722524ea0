/* commons-sprites.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-sprites"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-cairo-painter.h"
#include "commons-card-layout.h"
#include "commons-sprites.h"

/* Room around a silhouette for what stands out of it, in pixels. */
#define MARGIN 4

#define MAX_SIDE    512
#define MAX_SPRITES 2048

/* All that makes silhouettes differ. Compared as bytes: always cleared. */
typedef struct
{
  const CommonsKind *kind;
  int                width;
  int                height;
  char               color[8];
  const char        *icon;
  int                dropped;
} Key;

/* Where board units land in the pixels of a surface. */
typedef struct
{
  double scale;
  double device;
  double x;
  double y;
} Placement;

struct _CommonsSprites
{
  GHashTable *surfaces;
  Placement   placement;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  guint hash = GPOINTER_TO_UINT (key->kind) >> 3;

  hash = hash * 31 + (guint) key->width;
  hash = hash * 31 + (guint) key->height;
  hash = hash * 31 + g_str_hash (key->color);

  return hash * 31 + (GPOINTER_TO_UINT (key->icon) >> 3) + (guint) key->dropped;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

CommonsSprites *
commons_sprites_new (void)
{
  CommonsSprites *self = g_new0 (CommonsSprites, 1);

  self->surfaces = g_hash_table_new_full (key_hash, key_equal, g_free,
                                          (GDestroyNotify) cairo_surface_destroy);
  return self;
}

void
commons_sprites_free (CommonsSprites *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->surfaces);
  g_free (self);
}

void
commons_sprites_clear (CommonsSprites *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->surfaces);
}

static gboolean
get_placement (cairo_t   *cr,
               Placement *placement)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double device_y, x, y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &placement->device, &device_y);

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE ||
      matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 ||
      fabs (matrix.xx - matrix.yy) > 1e-9 || placement->device != device_y)
    return FALSE;

  cairo_surface_get_device_offset (target, &x, &y);
  placement->scale = matrix.xx * placement->device;
  placement->x = matrix.x0 * placement->device + x;
  placement->y = matrix.y0 * placement->device + y;
  return TRUE;
}

static void
fill_key (const CommonsDrawing *drawing,
          CommonsRecord        *node,
          Key                  *key)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  const char *color = commons_record_get_color (node);

  memset (key, 0, sizeof *key);
  key->kind = commons_catalogue_get_kind (drawing->catalogue, commons_record_get_kind (node));
  key->width = bounds->width;
  key->height = bounds->height;
  key->dropped = commons_drawing_get_opacity (node) < 1;
  key->icon = g_intern_string (commons_card_layout_get_icon (key->kind, node));

  if (key->kind == NULL && color != NULL)
    g_strlcpy (key->color, color, sizeof key->color);
}

static cairo_surface_t *
draw (const CommonsDrawing *drawing,
      CommonsRecord        *node,
      const Placement      *placement)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        (int) ceil (bounds->width * placement->scale) + 2 * MARGIN,
                                        (int) ceil (bounds->height * placement->scale) + 2 * MARGIN);
  cr = cairo_create (surface);
  cairo_translate (cr, MARGIN, MARGIN);
  cairo_scale (cr, placement->scale, placement->scale);
  cairo_translate (cr, -bounds->x, -bounds->y);
  commons_card_layout_build (drawing, node, scene);
  commons_cairo_painter_paint (scene, cr);
  cairo_destroy (cr);

  cairo_surface_set_device_scale (surface, placement->device, placement->device);
  return surface;
}

static cairo_surface_t *
get_surface (CommonsSprites       *self,
             const CommonsDrawing *drawing,
             CommonsRecord        *node,
             const Placement      *placement)
{
  cairo_surface_t *surface;
  Key key;

  if (placement->scale != self->placement.scale || placement->device != self->placement.device ||
      g_hash_table_size (self->surfaces) >= MAX_SPRITES)
    {
      g_hash_table_remove_all (self->surfaces);
      self->placement = *placement;
    }

  fill_key (drawing, node, &key);
  surface = g_hash_table_lookup (self->surfaces, &key);

  if (surface == NULL)
    {
      surface = draw (drawing, node, placement);
      g_hash_table_insert (self->surfaces, g_memdup2 (&key, sizeof key), surface);
    }

  return surface;
}

gboolean
commons_sprites_paint (CommonsSprites       *self,
                       cairo_t              *cr,
                       const CommonsDrawing *drawing,
                       CommonsRecord        *node,
                       double                opacity)
{
  const CommonsRect *bounds;
  cairo_surface_t *surface;
  Placement placement;
  double x, y;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  bounds = commons_record_get_bounds (node);

  if (!get_placement (cr, &placement) ||
      MAX (bounds->width, bounds->height) * placement.scale > MAX_SIDE)
    return FALSE;

  surface = get_surface (self, drawing, node, &placement);

  /* The same card lands on the same pixel of the board in every tile, since
   * tiles begin at whole pixels. */
  x = floor (bounds->x * placement.scale + placement.x + 0.5) - MARGIN;
  y = floor (bounds->y * placement.scale + placement.y + 0.5) - MARGIN;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_surface_get_device_offset (cairo_get_group_target (cr), &placement.x, &placement.y);
  cairo_set_source_surface (cr, surface,
                            (x - placement.x) / placement.device,
                            (y - placement.y) / placement.device);
  cairo_paint_with_alpha (cr, opacity);
  cairo_restore (cr);
  return TRUE;
}
