/* commons-tile-cache.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-bitmap-private.h"
#include "commons-tile-cache.h"

/* Side of a tile in device pixels: small enough that a new column while
 * panning fits in a frame, large enough that a window needs few. */
#define TILE_SIZE 256

/* Tiles are shown beside the last one of every so many, a power of two. */
#define BASE_STEP 64

/* How long a frame may draw tiles that can wait. */
#define PATIENT_BUDGET_US 4000

/* Tiles are shown enlarged or reduced by that much at most. */
#define MIN_RATIO 0.6
#define MAX_RATIO 2.5

/* So many tiles that are missing at once are drawn as one: what lies across the
 * edges of tiles, as most cards do, is then drawn once. */
#define MANY_TILES 4

/* Tiles kept beyond three times those in view. */
#define SPARE_TILES 64

typedef struct
{
  int column;
  int row;
} TileKey;

typedef struct
{
  double      scale; /* device pixels in a board unit */
  int         scale_factor;
  GHashTable *tiles; /* TileKey → CommonsBitmap */
} Level;

typedef struct
{
  int first_column;
  int last_column;
  int first_row;
  int last_row;
} TileRange;

struct _CommonsTileCache
{
  CommonsPicture *picture;
  GHashTable     *hidden;
  GHashTable     *dimmed;
  Level           current;
  Level           previous; /* stands in until the current level is complete */
  gboolean        hints;
  gboolean        dots;
  double          print;
  guint           n_drawn;

  TileRange         shown;   /* last */
  CommonsChangeSet *changes; /* the last of the board; NULL when nothing of before them is kept */
  GHashTable       *aside;   /* TileKey → CommonsBitmap: tiles of before them */
};

static guint
tile_key_hash (gconstpointer data)
{
  const TileKey *key = data;

  return (guint) key->column * 73856093u ^ (guint) key->row * 19349663u;
}

static gboolean
tile_key_equal (gconstpointer a,
                gconstpointer b)
{
  const TileKey *key_a = a;
  const TileKey *key_b = b;

  return key_a->column == key_b->column && key_a->row == key_b->row;
}

static GHashTable *
new_tiles (void)
{
  return g_hash_table_new_full (tile_key_hash, tile_key_equal, g_free, (GDestroyNotify) commons_bitmap_free);
}

static void
level_init (Level *level)
{
  level->scale = 1.0;
  level->scale_factor = 1;
  level->tiles = new_tiles ();
}

/* They are what the board looked like before its last change as long as all
 * else is as it was. */
static void
forget_aside (CommonsTileCache *self)
{
  g_clear_pointer (&self->changes, commons_change_set_unref);
  g_hash_table_remove_all (self->aside);
}

CommonsTileCache *
commons_tile_cache_new (CommonsPicture *picture)
{
  CommonsTileCache *self;

  g_return_val_if_fail (COMMONS_IS_PICTURE (picture), NULL);

  self = g_new0 (CommonsTileCache, 1);
  self->picture = g_object_ref (picture);
  self->dots = TRUE;
  self->print = 1;
  self->shown = (TileRange) { 0, -1, 0, -1 };
  self->aside = new_tiles ();
  level_init (&self->current);
  level_init (&self->previous);

  return self;
}

void
commons_tile_cache_free (CommonsTileCache *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->picture);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->dimmed, g_hash_table_unref);
  g_clear_pointer (&self->current.tiles, g_hash_table_unref);
  g_clear_pointer (&self->previous.tiles, g_hash_table_unref);
  g_clear_pointer (&self->changes, commons_change_set_unref);
  g_clear_pointer (&self->aside, g_hash_table_unref);
  g_free (self);
}

void
commons_tile_cache_set_hidden (CommonsTileCache *self,
                               GHashTable       *hidden)
{
  g_return_if_fail (self != NULL);

  forget_aside (self);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  self->hidden = hidden ? g_hash_table_ref (hidden) : NULL;
}

void
commons_tile_cache_set_dimmed (CommonsTileCache *self,
                               GHashTable       *dimmed)
{
  g_return_if_fail (self != NULL);

  if (dimmed == NULL && self->dimmed == NULL)
    return;

  if (dimmed != NULL)
    g_hash_table_ref (dimmed);

  g_clear_pointer (&self->dimmed, g_hash_table_unref);
  self->dimmed = dimmed;
  commons_tile_cache_clear (self);
}

void
commons_tile_cache_set_hints (CommonsTileCache *self,
                              gboolean          hints)
{
  g_return_if_fail (self != NULL);

  if (self->hints == hints)
    return;

  self->hints = hints;
  commons_tile_cache_clear (self);
}

void
commons_tile_cache_set_dots (CommonsTileCache *self,
                             gboolean          dots)
{
  g_return_if_fail (self != NULL);

  if (self->dots == dots)
    return;

  self->dots = dots;
  commons_tile_cache_clear (self);
}

void
commons_tile_cache_set_print (CommonsTileCache *self,
                              double            print)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (print >= 1);

  if (self->print == print)
    return;

  self->print = print;
  if (self->current.scale_factor > 0)
    commons_picture_set_zoom (self->picture, self->current.scale / self->current.scale_factor / print);
  commons_tile_cache_clear (self);
}

void
commons_tile_cache_clear (CommonsTileCache *self)
{
  g_return_if_fail (self != NULL);

  forget_aside (self);
  g_hash_table_remove_all (self->current.tiles);
  g_hash_table_remove_all (self->previous.tiles);
}

static TileRange
get_range (double scale,
           double x,
           double y,
           double width,
           double height)
{
  return (TileRange) {
    .first_column = (int) floor (x * scale / TILE_SIZE),
    .last_column = (int) ceil ((x + width) * scale / TILE_SIZE) - 1,
    .first_row = (int) floor (y * scale / TILE_SIZE),
    .last_row = (int) ceil ((y + height) * scale / TILE_SIZE) - 1,
  };
}

static gboolean
in_range (const TileRange *range,
          const TileKey   *key)
{
  return key->column >= range->first_column && key->column <= range->last_column &&
         key->row >= range->first_row && key->row <= range->last_row;
}

static TileRange
get_viewport_range (const Level           *level,
                    const CommonsViewport *viewport)
{
  return get_range (level->scale, viewport->x, viewport->y,
                    viewport->width / viewport->zoom, viewport->height / viewport->zoom);
}

static void
invalidate_level (Level             *level,
                  const CommonsRect *rect)
{
  TileRange range = get_range (level->scale, rect->x, rect->y, rect->width, rect->height);
  GHashTableIter iter;
  gpointer key;

  /* A card touches few tiles: these are looked up, rather than all looked at. */
  if ((gint64) (range.last_column - range.first_column + 1) * (range.last_row - range.first_row + 1) <=
      g_hash_table_size (level->tiles))
    {
      for (int row = range.first_row; row <= range.last_row; row++)
        {
          for (int column = range.first_column; column <= range.last_column; column++)
            g_hash_table_remove (level->tiles, &(TileKey) { column, row });
        }
      return;
    }

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (in_range (&range, key))
        g_hash_table_iter_remove (&iter);
    }
}

void
commons_tile_cache_invalidate (CommonsTileCache  *self,
                               const CommonsRect *rect)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  forget_aside (self);
  invalidate_level (&self->current, rect);
  invalidate_level (&self->previous, rect);
}

static void
set_aside (CommonsTileCache  *self,
           const CommonsRect *rect)
{
  TileRange range = get_range (self->current.scale, rect->x, rect->y, rect->width, rect->height);
  gpointer key, tile;

  for (int row = MAX (range.first_row, self->shown.first_row); row <= MIN (range.last_row, self->shown.last_row); row++)
    {
      for (int column = MAX (range.first_column, self->shown.first_column);
           column <= MIN (range.last_column, self->shown.last_column); column++)
        {
          if (g_hash_table_steal_extended (self->current.tiles, &(TileKey) { column, row }, &key, &tile))
            g_hash_table_insert (self->aside, key, tile);
        }
    }
}

static void
put_back (CommonsTileCache *self,
          GHashTable       *before)
{
  GHashTableIter iter;
  gpointer key, tile;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &tile))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->current.tiles, key, tile);
    }
}

void
commons_tile_cache_change (CommonsTileCache *self,
                           CommonsChangeSet *changes,
                           GArray           *damage)
{
  g_autoptr (GHashTable) before = NULL;
  gboolean reverses;

  g_return_if_fail (self != NULL);
  g_return_if_fail (changes != NULL);
  g_return_if_fail (damage != NULL);

  reverses = self->changes != NULL && commons_change_set_reverses (changes, self->changes);
  before = g_steal_pointer (&self->aside);
  self->aside = new_tiles ();

  for (guint i = 0; i < damage->len; i++)
    {
      const CommonsRect *rect = &g_array_index (damage, CommonsRect, i);

      set_aside (self, rect);
      invalidate_level (&self->current, rect);
      invalidate_level (&self->previous, rect);
    }

  if (reverses)
    put_back (self, before);

  g_clear_pointer (&self->changes, commons_change_set_unref);
  self->changes = commons_change_set_ref (changes);

  /* What is hidden lacks in what is kept. */
  if (self->hidden != NULL)
    forget_aside (self);
}

void
commons_tile_cache_settle (CommonsTileCache *self,
                           double            zoom,
                           int               scale_factor)
{
  double scale = zoom * scale_factor;

  g_return_if_fail (self != NULL);

  if (self->current.scale == scale && self->current.scale_factor == scale_factor)
    return;

  forget_aside (self);

  /* An unfinished level is a worse stand-in than the one before it. */
  if (g_hash_table_size (self->previous.tiles) == 0)
    {
      Level level = self->previous;

      self->previous = self->current;
      self->current = level;
    }
  else
    {
      g_hash_table_remove_all (self->current.tiles);
    }

  self->current.scale = scale;
  self->current.scale_factor = scale_factor;
  commons_picture_set_zoom (self->picture, zoom / self->print);
}

gboolean
commons_tile_cache_is_far_from (CommonsTileCache *self,
                                double            zoom)
{
  double ratio;

  g_return_val_if_fail (self != NULL, FALSE);

  ratio = zoom * self->current.scale_factor / self->current.scale;

  return ratio < MIN_RATIO || ratio > MAX_RATIO;
}

static CommonsBitmap *
draw_tiles (CommonsTileCache *self,
            const TileRange  *range)
{
  const CommonsPaintFilter filter = {
    .hidden = self->hidden,
    .dimmed = self->dimmed,
    .background = TRUE,
    .dots = self->dots,
    .hints = self->hints,
  };

  return commons_bitmap_new (self->picture, range->first_column * TILE_SIZE, range->first_row * TILE_SIZE,
                             (range->last_column - range->first_column + 1) * TILE_SIZE,
                             (range->last_row - range->first_row + 1) * TILE_SIZE,
                             self->current.scale, &filter);
}

static CommonsBitmap *
draw_tile (CommonsTileCache *self,
           const TileKey    *key)
{
  self->n_drawn++;

  return draw_tiles (self, &(TileRange) { key->column, key->column, key->row, key->row });
}

static CommonsBitmap *
ensure_tile (CommonsTileCache *self,
             const TileKey    *key)
{
  CommonsBitmap *tile = g_hash_table_lookup (self->current.tiles, key);

  if (tile == NULL)
    {
      tile = draw_tile (self, key);
      g_hash_table_insert (self->current.tiles, g_memdup2 (key, sizeof *key), tile);
    }

  return tile;
}

/* Where a tile is, told from @base. */
static void
append_tile (GtkSnapshot           *snapshot,
             const Level           *level,
             const CommonsViewport *viewport,
             const TileKey         *base,
             const TileKey         *key,
             CommonsBitmap         *tile,
             gboolean               with_cairo)
{
  double ratio = viewport->zoom * level->scale_factor / level->scale;
  double side = TILE_SIZE * ratio / level->scale_factor;

  commons_bitmap_append (tile, snapshot,
                         &GRAPHENE_RECT_INIT ((float) ((key->column - base->column) * side),
                                              (float) ((key->row - base->row) * side),
                                              (float) side, (float) side),
                         with_cairo);
}

/* Tiles are told from one that stays the same for a long way, and all move with
 * it: none has to be recorded again because the view looks elsewhere. Numbers
 * stay small, which cairo wants. On whole device pixels text stays sharp when the
 * view shows the level at its own scale. */
static void
push_base (GtkSnapshot           *snapshot,
           const Level           *level,
           const CommonsViewport *viewport,
           const TileRange       *range,
           TileKey               *base)
{
  double ratio = viewport->zoom * level->scale_factor / level->scale;
  double origin_x = round (viewport->x * viewport->zoom * level->scale_factor) / level->scale_factor;
  double origin_y = round (viewport->y * viewport->zoom * level->scale_factor) / level->scale_factor;
  double side = TILE_SIZE * ratio / level->scale_factor;

  *base = (TileKey) { range->first_column & ~(BASE_STEP - 1), range->first_row & ~(BASE_STEP - 1) };
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (base->column * side - origin_x),
                                                          (float) (base->row * side - origin_y)));
}

static void
append_previous (CommonsTileCache      *self,
                 GtkSnapshot           *snapshot,
                 const CommonsViewport *viewport,
                 gboolean               with_cairo)
{
  TileRange range = get_viewport_range (&self->previous, viewport);
  GHashTableIter iter;
  gpointer key, tile;
  TileKey base;

  push_base (snapshot, &self->previous, viewport, &range, &base);
  g_hash_table_iter_init (&iter, self->previous.tiles);
  while (g_hash_table_iter_next (&iter, &key, &tile))
    {
      if (in_range (&range, key))
        append_tile (snapshot, &self->previous, viewport, &base, key, tile, with_cairo);
    }
  gtk_snapshot_restore (snapshot);
}

/* Whether older tiles stand wherever the view looks. */
static gboolean
previous_covers (CommonsTileCache      *self,
                 const CommonsViewport *viewport)
{
  TileRange range = get_viewport_range (&self->previous, viewport);

  if (g_hash_table_size (self->previous.tiles) == 0)
    return FALSE;

  for (int row = range.first_row; row <= range.last_row; row++)
    {
      for (int column = range.first_column; column <= range.last_column; column++)
        {
          const TileKey key = { column, row };

          if (!g_hash_table_contains (self->previous.tiles, &key))
            return FALSE;
        }
    }

  return TRUE;
}

/* Where tiles are missing, or are not shown pixel for pixel, the ground may be
 * seen between them. Elsewhere it would be painted for nothing, as much as the
 * tiles themselves. */
static void
append_ground (CommonsTileCache      *self,
               GtkSnapshot           *snapshot,
               const CommonsViewport *viewport,
               const TileRange       *range)
{
  const CommonsColor *board = &commons_picture_get_theme (self->picture)->board;
  gboolean whole = viewport->zoom * self->current.scale_factor == self->current.scale &&
                   self->current.scale_factor == 1;

  for (int row = range->first_row; whole && row <= range->last_row; row++)
    {
      for (int column = range->first_column; whole && column <= range->last_column; column++)
        {
          const TileKey key = { column, row };

          whole = g_hash_table_contains (self->current.tiles, &key);
        }
    }

  if (!whole)
    gtk_snapshot_append_color (snapshot,
                               &(GdkRGBA) { (float) board->red, (float) board->green, (float) board->blue, 1 },
                               &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height));
}

/* The smallest block of tiles around those that are missing; returns their
 * number. */
static guint
find_missing (CommonsTileCache *self,
              const TileRange  *range,
              TileRange        *missing)
{
  guint n = 0;

  *missing = (TileRange) { G_MAXINT, G_MININT, G_MAXINT, G_MININT };
  for (int row = range->first_row; row <= range->last_row; row++)
    {
      for (int column = range->first_column; column <= range->last_column; column++)
        {
          const TileKey key = { column, row };

          if (g_hash_table_contains (self->current.tiles, &key))
            continue;

          n++;
          missing->first_column = MIN (missing->first_column, column);
          missing->last_column = MAX (missing->last_column, column);
          missing->first_row = MIN (missing->first_row, row);
          missing->last_row = MAX (missing->last_row, row);
        }
    }

  return n;
}

static void
draw_missing (CommonsTileCache *self,
              const TileRange  *range)
{
  TileRange block;
  guint n = find_missing (self, range, &block);
  CommonsBitmap *bitmap;

  if (n < MANY_TILES ||
      n * 2 < (guint) ((block.last_column - block.first_column + 1) * (block.last_row - block.first_row + 1)))
    return;

  bitmap = draw_tiles (self, &block);
  for (int row = block.first_row; row <= block.last_row; row++)
    {
      for (int column = block.first_column; column <= block.last_column; column++)
        {
          const TileKey key = { column, row };

          if (g_hash_table_contains (self->current.tiles, &key))
            continue;

          self->n_drawn++;
          g_hash_table_insert (self->current.tiles, g_memdup2 (&key, sizeof key),
                               commons_bitmap_slice (bitmap, (column - block.first_column) * TILE_SIZE,
                                                     (row - block.first_row) * TILE_SIZE, TILE_SIZE, TILE_SIZE));
        }
    }
  commons_bitmap_free (bitmap);
}

static void
drop_far_tiles (CommonsTileCache *self,
                const TileRange  *range)
{
  int columns = range->last_column - range->first_column + 1;
  int rows = range->last_row - range->first_row + 1;
  TileRange near = {
    range->first_column - columns / 2 - 1, range->last_column + columns / 2 + 1,
    range->first_row - rows / 2 - 1, range->last_row + rows / 2 + 1,
  };
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (self->current.tiles) <= (guint) (columns * rows * 3 + SPARE_TILES))
    return;

  g_hash_table_iter_init (&iter, self->current.tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!in_range (&near, key))
        g_hash_table_iter_remove (&iter);
    }
}

gboolean
commons_tile_cache_snapshot (CommonsTileCache      *self,
                             GtkSnapshot           *snapshot,
                             const CommonsViewport *viewport,
                             gboolean               hurried,
                             gboolean               with_cairo)
{
  TileRange range;
  TileKey base;
  gboolean can_wait, complete = TRUE;
  gint64 deadline = g_get_monotonic_time () + PATIENT_BUDGET_US;

  g_return_val_if_fail (self != NULL, TRUE);

  range = self->shown = get_viewport_range (&self->current, viewport);
  can_wait = hurried || previous_covers (self, viewport);
  append_ground (self, snapshot, viewport, &range);
  append_previous (self, snapshot, viewport, with_cairo);
  if (!can_wait)
    draw_missing (self, &range);

  push_base (snapshot, &self->current, viewport, &range, &base);
  for (int row = range.first_row; row <= range.last_row; row++)
    {
      for (int column = range.first_column; column <= range.last_column; column++)
        {
          const TileKey key = { column, row };

          if (can_wait && g_get_monotonic_time () > deadline &&
              !g_hash_table_contains (self->current.tiles, &key))
            complete = FALSE;
          else
            append_tile (snapshot, &self->current, viewport, &base, &key, ensure_tile (self, &key), with_cairo);
        }
    }
  gtk_snapshot_restore (snapshot);

  if (complete)
    g_hash_table_remove_all (self->previous.tiles);
  drop_far_tiles (self, &range);

  return complete;
}

gboolean
commons_tile_cache_prefetch (CommonsTileCache      *self,
                             const CommonsViewport *viewport)
{
  TileRange range;

  g_return_val_if_fail (self != NULL, FALSE);

  range = get_viewport_range (&self->current, viewport);
  for (int row = range.first_row - 1; row <= range.last_row + 1; row++)
    {
      for (int column = range.first_column - 1; column <= range.last_column + 1; column++)
        {
          const TileKey key = { column, row };

          if (!g_hash_table_contains (self->current.tiles, &key))
            {
              ensure_tile (self, &key);
              return TRUE;
            }
        }
    }

  return FALSE;
}

guint
commons_tile_cache_get_n_drawn (CommonsTileCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_drawn;
}
