/* commons-tile-cache.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-picture.h"
#include "commons-viewport.h"

G_BEGIN_DECLS

/**
 * CommonsTileCache:
 *
 * The picture of a board as square bitmaps at one scale, so that panning
 * copies pixels instead of drawing cards again. While the zoom changes the
 * tiles of the last settled scale are shown enlarged or reduced.
 */
typedef struct _CommonsTileCache CommonsTileCache;

/**
 * commons_tile_cache_new:
 * @picture: what to show
 *
 * Returns: (transfer full): an empty cache
 */
CommonsTileCache *commons_tile_cache_new        (CommonsPicture        *picture);
void              commons_tile_cache_free       (CommonsTileCache      *self);

/**
 * commons_tile_cache_set_hidden:
 * @hidden: (nullable) (element-type utf8): set of ids of nodes left out, with
 *   the links that touch them; kept by reference
 *
 * Leaves nodes out of the tiles drawn from now on. The caller invalidates
 * where they stand.
 */
void              commons_tile_cache_set_hidden (CommonsTileCache      *self,
                                                 GHashTable            *hidden);

/**
 * commons_tile_cache_set_dimmed:
 * @dimmed: (nullable) (element-type utf8): set of ids of nodes drawn pale,
 *   with the links that touch them; kept by reference
 *
 * Dims nodes from now on; every tile is drawn again.
 */
void              commons_tile_cache_set_dimmed (CommonsTileCache      *self,
                                                 GHashTable            *dimmed);

/**
 * commons_tile_cache_set_hints:
 * @hints: whether to show where a circle lacks a way in
 *
 * Shows or hides what the board asks for; every tile is drawn again.
 */
void              commons_tile_cache_set_hints  (CommonsTileCache      *self,
                                                 gboolean               hints);

/**
 * commons_tile_cache_set_dots:
 * @dots: whether the grid of dots is drawn
 *
 * Shows or hides the grid; every tile is drawn again.
 */
void              commons_tile_cache_set_dots   (CommonsTileCache      *self,
                                                 gboolean               dots);

/**
 * commons_tile_cache_set_print:
 * @print: how much larger texts are that keep their size on the screen: 1 or
 *   %COMMONS_LARGE_PRINT
 *
 * Draws as much as could be read from that much farther away; every tile is
 * drawn again.
 */
void              commons_tile_cache_set_print  (CommonsTileCache      *self,
                                                 double                 print);

/**
 * commons_tile_cache_clear:
 *
 * Forgets every tile.
 */
void              commons_tile_cache_clear      (CommonsTileCache      *self);

/**
 * commons_tile_cache_invalidate:
 * @rect: in board units
 *
 * Forgets the tiles that show any part of @rect.
 */
void              commons_tile_cache_invalidate (CommonsTileCache      *self,
                                                 const CommonsRect     *rect);

/**
 * commons_tile_cache_change:
 * @changes: what became of the board
 * @damage: (element-type CommonsRect): where its picture is not what it was,
 *   in board units
 *
 * Forgets the tiles that show any of @damage. Those that were in view are kept
 * aside until the next change, and are there again when it takes this one back.
 */
void              commons_tile_cache_change     (CommonsTileCache      *self,
                                                 CommonsChangeSet      *changes,
                                                 GArray                *damage);

/**
 * commons_tile_cache_settle:
 * @zoom: the zoom of the view
 * @scale_factor: device pixels in a logical pixel
 *
 * Draws at that scale from now on; the tiles of the last one stay until the
 * new ones are there.
 */
void              commons_tile_cache_settle     (CommonsTileCache      *self,
                                                 double                 zoom,
                                                 int                    scale_factor);

/**
 * commons_tile_cache_is_far_from:
 * @zoom: the zoom of the view
 *
 * Returns: whether the tiles would be enlarged or reduced so much that they
 *   had better be drawn again, even while the zoom changes
 */
gboolean          commons_tile_cache_is_far_from (CommonsTileCache      *self,
                                                 double                 zoom);

/**
 * commons_tile_cache_snapshot:
 * @viewport: what part of the board the view shows
 * @hurried: whether the picture is moving too fast to wait for all of it
 * @with_cairo: whether the renderer is cairo, see commons_bitmap_wants_cairo()
 *
 * Draws what the viewport shows. When hurried, or where older tiles can stand
 * in, new ones come a few at a time.
 *
 * Returns: whether everything was there; if not, draw again soon
 */
gboolean          commons_tile_cache_snapshot   (CommonsTileCache      *self,
                                                 GtkSnapshot           *snapshot,
                                                 const CommonsViewport *viewport,
                                                 gboolean               hurried,
                                                 gboolean               with_cairo);

/**
 * commons_tile_cache_prefetch:
 * @viewport: what part of the board the view shows
 *
 * Draws one tile just outside the viewport, if any is missing.
 *
 * Returns: whether there may be more to draw
 */
gboolean          commons_tile_cache_prefetch   (CommonsTileCache      *self,
                                                 const CommonsViewport *viewport);

/**
 * commons_tile_cache_get_n_drawn:
 *
 * Returns: how many tiles were drawn since the beginning, for tests
 */
guint             commons_tile_cache_get_n_drawn (CommonsTileCache     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsTileCache, commons_tile_cache_free)

G_END_DECLS
