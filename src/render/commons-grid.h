/* commons-grid.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-types.h"

G_BEGIN_DECLS

/**
 * CommonsGrid:
 *
 * Rectangles sorted into squares of a uniform grid, so that those near a place
 * are found without looking at all of them.
 */
typedef struct _CommonsGrid CommonsGrid;

CommonsGrid *commons_grid_new   (void);
void         commons_grid_free  (CommonsGrid       *self);

/**
 * commons_grid_add:
 * @rect: in board units
 *
 * Adds a rectangle; the first one has number 0, and so on.
 */
void         commons_grid_add   (CommonsGrid       *self,
                                 const CommonsRect *rect);

/**
 * commons_grid_query:
 * @area: in board units
 * @found: (element-type guint): array the numbers are appended to
 *
 * Finds the rectangles that touch @area, each once, in no order.
 */
void         commons_grid_query (CommonsGrid       *self,
                                 const CommonsRect *area,
                                 GArray            *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsGrid, commons_grid_free)

G_END_DECLS
