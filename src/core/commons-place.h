/* commons-place.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/*
 * What a place means, besides what commons-board.h says of containers.
 */

/**
 * commons_place_contains:
 * @outer: bounds of a container, in board units
 * @disc: whether it is a circle, else its whole rectangle contains
 * @inner: bounds of what may lie in it, in board units
 *
 * The rule of commons_board_contains() for bounds nothing has yet. It does
 * not compare sizes.
 *
 * Returns: whether the centre of @inner lies in @outer
 */
gboolean               commons_place_contains  (const CommonsRect *outer,
                                                gboolean           disc,
                                                const CommonsRect *inner);

/**
 * commons_place_is_disc:
 * @node: a node
 *
 * Returns: whether it is a container with the shape of a disc
 */
gboolean               commons_place_is_disc   (CommonsRecord     *node);

/**
 * commons_place_find_link:
 * @kind: (nullable): kind of a card or circle
 * @container_kind: (nullable): kind of what it lies in
 *
 * Finds the link that lying there stands for: the first one of the catalogue
 * that is shown by place and allowed between both kinds.
 *
 * Returns: (transfer none) (nullable): the type of link, %NULL when the place
 *   says nothing
 */
const CommonsLinkType *commons_place_find_link (CommonsCatalogue  *catalogue,
                                                const char        *kind,
                                                const char        *container_kind);

G_END_DECLS
