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

/**
 * COMMONS_DOCK_REACH:
 *
 * How far from a card one that docks may stand, in board units (design 6).
 */
#define COMMONS_DOCK_REACH 12

/**
 * COMMONS_DOCK_GAP:
 *
 * How far from a card one that docks is put, in board units (design 6).
 */
#define COMMONS_DOCK_GAP 4

/**
 * commons_place_is_docked:
 * @bounds: place of what may dock, in board units
 * @host: place of what it may dock at
 *
 * Returns: whether one stands beside the other, near enough to belong to it
 */
gboolean               commons_place_is_docked (const CommonsRect *bounds,
                                                const CommonsRect *host);

/**
 * commons_place_dock:
 * @bounds: (inout): place of what docks; moved beside the nearest side
 * @host: place of what it docks at
 *
 * Puts one beside the other.
 */
void                   commons_place_dock      (CommonsRect       *bounds,
                                                const CommonsRect *host);

/**
 * commons_place_may_dock:
 * @kind: (nullable): a kind
 * @host: (nullable): another kind
 *
 * Returns: whether cards of one kind dock at those of the other
 */
gboolean               commons_place_may_dock  (CommonsCatalogue  *catalogue,
                                                const char        *kind,
                                                const char        *host);

/**
 * commons_place_find_dock_link:
 * @kind: (nullable): kind of what docks
 * @host: (nullable): kind of what it docks at
 *
 * Returns: (transfer none) (nullable): the type of link that standing there
 *   says, %NULL when it says nothing
 */
const CommonsLinkType *commons_place_find_dock_link
                                               (CommonsCatalogue  *catalogue,
                                                const char        *kind,
                                                const char        *host);

G_END_DECLS
