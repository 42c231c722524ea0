/* commons-links-offer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsLinkOffer:
 * @type: the type of link
 * @reversed: whether it goes the other way than asked
 *
 * A link that may be made between two nodes.
 */
typedef struct
{
  const CommonsLinkType *type;
  gboolean               reversed;
} CommonsLinkOffer;

/**
 * commons_links_offer:
 * @from_id: id of the node a link would leave
 * @to_id: id of the node it would reach
 *
 * Lists the links the catalogue allows between the kinds of two nodes and
 * that do not exist yet. When none of their own is allowed in this direction,
 * those of the other direction are given, reversed; when there is none
 * either, the links open to any kind.
 *
 * Returns: (transfer full) (element-type CommonsLinkOffer): the offers, the
 *   most telling first; empty when a node is missing or both are one
 */
GPtrArray *commons_links_offer (CommonsBoard     *board,
                                CommonsCatalogue *catalogue,
                                const char       *from_id,
                                const char       *to_id);

/**
 * commons_links_offer_instead:
 * @id: id of an edge
 *
 * Lists the links the catalogue allows between both ends of an edge, in either
 * direction, that do not exist yet: what it may be changed to. Those open to
 * any kind come last.
 *
 * Returns: (transfer full) (element-type CommonsLinkOffer): the offers,
 *   reversed when they go from the end of the edge to its start
 */
GPtrArray *commons_links_offer_instead (CommonsBoard     *board,
                                        CommonsCatalogue *catalogue,
                                        const char       *id);

/**
 * commons_links_list_kinds:
 * @kind: (nullable): id of a kind
 *
 * Returns: (transfer container) (element-type utf8): ids of the kinds of cards
 *   that have a link of their own with @kind, in either direction; every kind
 *   when there is none
 */
GPtrArray *commons_links_list_kinds    (CommonsCatalogue *catalogue,
                                        const char       *kind);

G_END_DECLS
