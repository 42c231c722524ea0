/* commons-board-view-cost.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What showing a board takes.
 */

#include "config.h"

#include "commons-board-view-private.h"
#include "commons-text.h"

gboolean
commons_board_view_is_sharp (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);

  return self->tiles != NULL && self->sharp;
}

void
commons_board_view_get_cost (CommonsBoardView     *self,
                             CommonsBoardViewCost *cost)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (cost != NULL);

  *cost = (CommonsBoardViewCost) { .n_texts = commons_text_get_n_made () };
  if (self->tiles == NULL)
    return;

  cost->n_tiles = commons_tile_cache_get_n_drawn (self->tiles);
  commons_picture_get_counts (self->picture, &cost->n_laid_out, &cost->n_painted);
  cost->n_lookups = commons_board_get_n_lookups (self->board);
  cost->n_widgets = commons_board_plane_get_n_cards (self->plane);
}
