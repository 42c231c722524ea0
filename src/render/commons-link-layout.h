/* commons-link-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-route.h"

G_BEGIN_DECLS

/**
 * CommonsLinkEnds:
 * @from: the node it leaves
 * @to: the node it reaches
 * @from_offset: how far @from is drawn from its place, in board units
 * @to_offset: how far @to is drawn from its place, in board units
 * @from_shaped: whether it leaves @from_shape instead of the bounds of @from
 * @to_shaped: whether it reaches @to_shape instead of the bounds of @to
 * @from_shape: a gate, which is not drawn where its record says
 * @to_shape: a gate, which is not drawn where its record says
 *
 * The two ends of a link, which may be under way.
 */
typedef struct
{
  CommonsRecord *from;
  CommonsRecord *to;
  double         from_offset[2];
  double         to_offset[2];
  gboolean       from_shaped;
  gboolean       to_shaped;
  CommonsSpan    from_shape;
  CommonsSpan    to_shape;
} CommonsLinkEnds;

/**
 * commons_link_ends_equal:
 *
 * Returns: whether both are the same nodes in the same shape
 */
gboolean commons_link_ends_equal       (const CommonsLinkEnds *a,
                                        const CommonsLinkEnds *b);

/**
 * commons_link_layout_is_shown:
 *
 * A link is not drawn when place already says it: a card inside its circle, a
 * motivation laid against its community; nor when it is quiet.
 *
 * Returns: whether a connector is drawn for @edge at rest
 */
gboolean commons_link_layout_is_shown  (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge,
                                        const CommonsLinkEnds *ends);

/**
 * commons_link_layout_is_quiet:
 *
 * Returns: whether @edge joins two nodes that are drawn, and is of a type
 *   whose connectors are drawn only while they are lit, or of a hidden card
 *   of one person
 */
gboolean commons_link_layout_is_quiet  (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge,
                                        const CommonsLinkEnds *ends);

/**
 * commons_link_layout_is_told_by_place:
 *
 * Returns: whether @edge is not drawn at rest because it joins a card and the
 *   circle it lies in; it is drawn, to the name of the circle, when lit
 */
gboolean commons_link_layout_is_told_by_place
                                       (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge,
                                        const CommonsLinkEnds *ends);

/**
 * commons_link_layout_get_route_ends:
 * @from: (out): where the link may leave
 * @to: (out): where it may end
 */
void     commons_link_layout_get_route_ends (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge,
                                        const CommonsLinkEnds *ends,
                                        CommonsRouteEnd       *from,
                                        CommonsRouteEnd       *to);

/**
 * commons_link_layout_get_route:
 * @route: (out): the way of the link, whatever lies between its ends
 */
void     commons_link_layout_get_route (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge,
                                        const CommonsLinkEnds *ends,
                                        CommonsRoute          *route);

/**
 * commons_link_layout_get_reach:
 *
 * Returns: how far from its curve a link at rest is drawn, in board units:
 *   head and label included
 */
double   commons_link_layout_get_reach (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge);

/**
 * commons_link_layout_get_span:
 * @span: (out): a rectangle that holds the link, its head and its label,
 *   selected or not
 */
void     commons_link_layout_get_span  (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge,
                                        const CommonsRoute    *route,
                                        CommonsSpan           *span);

/**
 * commons_link_layout_build:
 * @emphasis: whether it is drawn as selected, with its name
 *
 * Adds a link to a scene.
 */
void     commons_link_layout_build     (const CommonsDrawing  *drawing,
                                        CommonsRecord         *edge,
                                        const CommonsLinkEnds *ends,
                                        const CommonsRoute    *route,
                                        gboolean               emphasis,
                                        CommonsScene          *scene);

G_END_DECLS
