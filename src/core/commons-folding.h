/* commons-folding.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Circles and zones that are closed over what lies in them.
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * commons_folding_is_folded:
 * @record: (nullable): any record
 *
 * Returns: whether it is a circle, zone or group whose member `commons.folded`
 *   is true
 */
gboolean    commons_folding_is_folded   (CommonsRecord *record);

/**
 * commons_folding_get_bounds:
 * @group: a folded group
 * @bounds: (out): where it stands while it is folded, in board units
 *
 * A folded group keeps its bounds for when it is unfolded, and stands as a
 * card: in the middle of a circle, at the corner of a zone, where its name is.
 */
void        commons_folding_get_bounds  (CommonsRecord *group,
                                      CommonsRect   *bounds);

/**
 * commons_folding_list_hidden:
 *
 * Lists what lies in folded groups, at any depth. It costs next to nothing
 * while nothing is folded.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the id of the
 *   outermost folded group by the id of each node hidden in it; %NULL when
 *   nothing is folded
 */
GHashTable *commons_folding_list_hidden (CommonsBoard  *board);

/**
 * commons_folding_count:
 * @hidden: (nullable): what commons_folding_list_hidden() gave
 * @id: id of a folded group
 *
 * Returns: how many cards are hidden in it
 */
guint       commons_folding_count       (CommonsBoard  *board,
                                      GHashTable    *hidden,
                                      const char    *id);

G_END_DECLS
