/* commons-box-sprites.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card is mostly one colour, and its shadow, its border and its rounded
 * corners are those of every card of its kind. Shape by shape they took a
 * quarter of the time of a picture. So each look is drawn once, as small as it
 * can be, and stretched by what is in its middle row and column. Round ends
 * leave nothing to stretch between top and bottom, nor do dashes anywhere: what
 * has them is kept for each size.
 */

#define G_LOG_DOMAIN "commons-box-sprites"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-box-sprites.h"

/* How far a shadow reaches, in board units. */
#define SHADOW_REACH 4

/* Pixels of a side, and bytes of all. */
#define MAX_SIDE  512
#define MAX_BYTES (4 << 20)

/* How far from a whole pixel is still on it. */
#define NEAR 1e-4

/* A box without place, and without the sides that are stretched, and the
 * pixels in a board unit. */
typedef struct
{
  CommonsBox look;
  double     scale;
} Key;

G_STATIC_ASSERT (sizeof (Key) % sizeof (guint64) == 0);

/* So many pixels are on each side of the column and of the row that are
 * stretched; all of them, where none is. */
typedef struct
{
  int x;
  int y;
} Edges;

/* Pixels of a row that hide what is under them, from the first on. */
typedef struct
{
  int first;
  int end;
} Opaque;

typedef struct
{
  Key              key;
  cairo_surface_t *surface;
  const guint8    *pixels;
  gsize            stride;
  int              width;
  Edges            edges;
  Opaque          *opaque;   /* of each row */
} Sprite;

typedef struct
{
  GHashTable *all;
  gsize       n_bytes;
} Sprites;

/* Pixels that may be drawn on, and where board units land. */
typedef struct
{
  cairo_surface_t *surface;
  double           scale;
  double           x;
  double           y;
  int              left;
  int              top;
  int              right;
  int              bottom;
} Ground;

typedef struct
{
  int x;
  int y;
  int width;
  int height;
  int reach;   /* how far what is drawn stands out of the box */
} Place;

static void
free_sprite (gpointer data)
{
  Sprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
  g_free (sprite->opaque);
  g_free (sprite);
}

static guint
hash_key (gconstpointer data)
{
  guint64 hash = 14695981039346656037u, part;

  for (gsize i = 0; i < sizeof (Key) / sizeof part; i++)
    {
      memcpy (&part, (const guint8 *) data + i * sizeof part, sizeof part);
      hash = (hash ^ part) * 1099511628211u;
      hash ^= hash >> 32;
    }

  return (guint) hash;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

static void
free_sprites (gpointer data)
{
  Sprites *sprites = data;

  g_hash_table_unref (sprites->all);
  g_free (sprites);
}

/* Each thread draws with its own, as it does with its own fonts. */
static Sprites *
get_sprites (void)
{
  static GPrivate own = G_PRIVATE_INIT (free_sprites);
  Sprites *sprites = g_private_get (&own);

  if (sprites == NULL)
    {
      sprites = g_new0 (Sprites, 1);
      sprites->all = g_hash_table_new_full (hash_key, equal_keys, NULL, free_sprite);
      g_private_set (&own, sprites);
    }

  return sprites;
}

static gboolean
is_whole (double number,
          int   *whole)
{
  double nearest = round (number);

  if (!(fabs (number - nearest) < NEAR && fabs (nearest) < G_MAXINT / 4))
    return FALSE;

  *whole = (int) nearest;
  return TRUE;
}

/* Only where one upright rectangle of whole pixels may be drawn on. */
static gboolean
find_clip (cairo_t *cr,
           Ground  *ground)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean found = FALSE;

  if (list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1)
    {
      const cairo_rectangle_t *r = list->rectangles;

      found = is_whole (r->x * ground->scale + ground->x, &ground->left) &&
              is_whole (r->y * ground->scale + ground->y, &ground->top) &&
              is_whole ((r->x + r->width) * ground->scale + ground->x, &ground->right) &&
              is_whole ((r->y + r->height) * ground->scale + ground->y, &ground->bottom);
    }

  cairo_rectangle_list_destroy (list);
  return found;
}

static gboolean
find_ground (cairo_t *cr,
             Ground  *ground)
{
  cairo_matrix_t matrix;
  double device, device_y, x, y;

  ground->surface = cairo_get_group_target (cr);
  if (cairo_surface_get_type (ground->surface) != CAIRO_SURFACE_TYPE_IMAGE ||
      (cairo_image_surface_get_format (ground->surface) != CAIRO_FORMAT_ARGB32 &&
       cairo_image_surface_get_format (ground->surface) != CAIRO_FORMAT_RGB24) ||
      cairo_get_operator (cr) != CAIRO_OPERATOR_OVER)
    return FALSE;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (ground->surface, &device, &device_y);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 || matrix.xx != matrix.yy || device != device_y)
    return FALSE;

  cairo_surface_get_device_offset (ground->surface, &x, &y);
  ground->scale = matrix.xx * device;
  ground->x = matrix.x0 * device + x;
  ground->y = matrix.y0 * device + y;
  return TRUE;
}

/* Pixels from the edge of a box to where it is the same all along. */
static int
get_corner (const CommonsBox *box,
            double            scale)
{
  double widest = MAX (box->cut, box->border_width);

  for (guint i = 0; i < 4; i++)
    widest = MAX (widest, MAX (box->radii[i], box->bars[i]));

  return (int) ceil ((widest + 1) * scale);
}

static int
get_reach (const CommonsBox *box,
           double            scale)
{
  return box->shadow > 0 ? (int) ceil (SHADOW_REACH * scale) : 1;
}

static void
find_edges (const CommonsBox *box,
            double            scale,
            const Place      *place,
            Edges            *edges)
{
  int edge = get_corner (box, scale) + place->reach;
  gboolean dashed = box->dash > 0 && box->border_width > 0;

  edges->x = dashed || 2 * edge + 1 > place->width ? place->width : edge;
  edges->y = dashed || 2 * edge + 1 > place->height ? place->height : edge;
}

static const guint32 *
get_row (const Sprite *sprite,
         int           y)
{
  return (const guint32 *) (const void *) (sprite->pixels + (gsize) y * sprite->stride);
}

/* Around the middle, where a box has its body. */
static void
find_opaque (const guint32 *row,
             int            width,
             Opaque        *opaque)
{
  opaque->first = opaque->end = width / 2;

  while (opaque->end < width && row[opaque->end] >> 24 == 0xff)
    opaque->end++;

  while (opaque->end > width / 2 && opaque->first > 0 && row[opaque->first - 1] >> 24 == 0xff)
    opaque->first--;
}

static void
read_pixels (Sprite *sprite,
             int     height)
{
  cairo_surface_flush (sprite->surface);
  sprite->pixels = cairo_image_surface_get_data (sprite->surface);
  sprite->stride = (gsize) cairo_image_surface_get_stride (sprite->surface);
  sprite->opaque = g_new (Opaque, height);

  for (int y = 0; y < height; y++)
    find_opaque (get_row (sprite, y), sprite->width, &sprite->opaque[y]);
}

static Sprite *
draw_sprite (const Key         *key,
             const Edges       *edges,
             int                reach,
             CommonsBoxPainter  draw)
{
  Sprite *sprite = g_new0 (Sprite, 1);
  CommonsBox box = key->look;
  int width = box.width > 0 ? edges->x : 2 * edges->x + 1;
  int height = box.height > 0 ? edges->y : 2 * edges->y + 1;
  cairo_t *cr;

  sprite->key = *key;
  sprite->edges = *edges;
  sprite->width = width;
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  box.width = (width - 2 * reach) / key->scale;
  box.height = (height - 2 * reach) / key->scale;
  cr = cairo_create (sprite->surface);
  cairo_translate (cr, reach, reach);
  cairo_scale (cr, key->scale, key->scale);
  draw (cr, &box);
  cairo_destroy (cr);

  read_pixels (sprite, height);
  return sprite;
}

static void
add_sprite (Sprites *sprites,
            Sprite  *sprite)
{
  gsize n_bytes = sprite->stride * (gsize) cairo_image_surface_get_height (sprite->surface);

  if (sprites->n_bytes + n_bytes > MAX_BYTES)
    {
      g_hash_table_remove_all (sprites->all);
      sprites->n_bytes = 0;
    }

  g_hash_table_insert (sprites->all, &sprite->key, sprite);
  sprites->n_bytes += n_bytes;
}

static Sprite *
find_sprite (const CommonsBox  *box,
             double             scale,
             const Place       *place,
             CommonsBoxPainter  draw)
{
  Sprites *sprites = get_sprites ();
  Key key = { *box, scale };
  Sprite *sprite;
  Edges edges;

  find_edges (box, scale, place, &edges);
  key.look.x = key.look.y = 0;
  if (edges.x < place->width)
    key.look.width = 0;
  if (edges.y < place->height)
    key.look.height = 0;

  sprite = g_hash_table_lookup (sprites->all, &key);
  if (sprite == NULL)
    {
      sprite = draw_sprite (&key, &edges, place->reach, draw);
      add_sprite (sprites, sprite);
    }

  return sprite;
}

/* Each byte times @factor / 255, rounded as cairo does. */
static inline guint32
multiply (guint32 pixel,
          guint32 factor)
{
  guint32 even = (pixel & 0xff00ff) * factor + 0x800080;
  guint32 odd = (pixel >> 8 & 0xff00ff) * factor + 0x800080;

  even = (even + (even >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  odd = (odd + (odd >> 8 & 0xff00ff)) & 0xff00ff00;
  return even | odd;
}

static inline guint32
blend (guint32 over,
       guint32 under)
{
  guint32 alpha = over >> 24;

  return alpha == 0xff ? over : over == 0 ? under : over + multiply (under, 0xff - alpha);
}

/* Where row @i of @length stands in a sprite whose middle is stretched. */
static inline int
get_source (int edge,
            int i,
            int length)
{
  return i < edge ? i : i >= length - edge ? i - length + 2 * edge + 1 : edge;
}

/* A stretch of a row of the box, from @first to @end. Before @middle pixels
 * stand where they do in the sprite, from @last on they are @shift further, and
 * between they are that of @column. */
typedef struct
{
  int first;
  int middle;
  int last;
  int end;
  int shift;
  int column;
} Stretch;

static Stretch
get_stretch (const Sprite *sprite,
             int           first,
             int           end,
             int           shift)
{
  int middle = CLAMP (sprite->edges.x, first, end);

  return (Stretch) { first, middle, CLAMP (sprite->edges.x + shift, middle, end), end, shift, sprite->edges.x };
}

static void
blend_stretch (const Stretch *stretch,
               const guint32 *from,
               guint32       *to)
{
  for (int i = stretch->first; i < stretch->middle; i++)
    to[i] = blend (from[i], to[i]);

  for (int i = stretch->middle; i < stretch->last; i++)
    to[i] = blend (from[stretch->column], to[i]);

  for (int i = stretch->last; i < stretch->end; i++)
    to[i] = blend (from[i - stretch->shift], to[i]);
}

static void
copy_stretch (const Stretch *stretch,
              const guint32 *from,
              guint32       *to)
{
  for (int i = stretch->first; i < stretch->middle; i++)
    to[i] = from[i];

  for (int i = stretch->middle; i < stretch->last; i++)
    to[i] = from[stretch->column];

  for (int i = stretch->last; i < stretch->end; i++)
    to[i] = from[i - stretch->shift];
}

/* Draws the pixels from @first to @end of a row of the box. What hides what is
 * under it is copied from the row above, where that is the same. */
static void
blend_row (const Sprite  *sprite,
           int            source,
           guint32       *to,
           const guint32 *above,
           int            first,
           int            end,
           int            shift)
{
  const guint32 *from = get_row (sprite, source);
  const Opaque *opaque = &sprite->opaque[source];
  gboolean none = opaque->first == opaque->end;
  Stretch before, hidden, after;

  hidden = get_stretch (sprite, none ? end : CLAMP (opaque->first, first, end),
                        none ? end : CLAMP (opaque->end + shift, first, end), shift);
  before = get_stretch (sprite, first, hidden.first, shift);
  after = get_stretch (sprite, hidden.end, end, shift);
  blend_stretch (&before, from, to);
  blend_stretch (&after, from, to);

  if (above != NULL)
    memcpy (to + hidden.first, above + hidden.first, (gsize) (hidden.end - hidden.first) * sizeof *to);
  else
    copy_stretch (&hidden, from, to);
}

/* @place is that of the box with all that stands out of it. */
static void
blend_sprite (const Sprite *sprite,
              const Ground *ground,
              const Place  *place)
{
  guint8 *pixels = cairo_image_surface_get_data (ground->surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (ground->surface);
  int left = MAX (ground->left, 0), right = MIN (ground->right, cairo_image_surface_get_width (ground->surface));
  int top = MAX (ground->top, 0), bottom = MIN (ground->bottom, cairo_image_surface_get_height (ground->surface));
  int first = MAX (left - place->x, 0), end = MIN (right - place->x, place->width);

  if (pixels == NULL || first >= end)
    return;

  for (int y = MAX (top, place->y), source, last = -1; y < MIN (bottom, place->y + place->height); y++, last = source)
    {
      guint32 *row = (guint32 *) (void *) (pixels + (gsize) y * stride) + place->x;

      source = get_source (sprite->edges.y, y - place->y, place->height);
      blend_row (sprite, source, row, source == last ? row - stride / sizeof *row : NULL, first, end,
                 place->width - sprite->width);
    }
}

static gboolean
find_place (const CommonsBox *box,
            const Ground     *ground,
            Place            *place)
{
  int reach = get_reach (box, ground->scale);
  Edges edges;

  if (!is_whole (box->x * ground->scale + ground->x, &place->x) ||
      !is_whole (box->y * ground->scale + ground->y, &place->y) ||
      !is_whole (box->width * ground->scale, &place->width) ||
      !is_whole (box->height * ground->scale, &place->height) ||
      place->width == 0 || place->height == 0)
    return FALSE;

  *place = (Place) {
    place->x - reach, place->y - reach, place->width + 2 * reach, place->height + 2 * reach, reach,
  };
  find_edges (box, ground->scale, place, &edges);
  return MIN (edges.x, edges.y) > 0 && edges.x < MAX_SIDE && edges.y < MAX_SIDE;
}

gboolean
commons_box_sprites_paint (cairo_t           *cr,
                           const CommonsBox  *box,
                           CommonsBoxPainter  draw)
{
  Ground ground;
  Place place;

  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (box != NULL, FALSE);
  g_return_val_if_fail (draw != NULL, FALSE);

  if (box->fill.alpha < 1 || !find_ground (cr, &ground) || !find_place (box, &ground, &place) || !find_clip (cr, &ground))
    return FALSE;

  cairo_surface_flush (ground.surface);
  blend_sprite (find_sprite (box, ground.scale, &place, draw), &ground, &place);
  cairo_surface_mark_dirty (ground.surface);
  return TRUE;
}
