/* commons-route-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What finding a way and finding one around things share.
 */

#pragma once

#include "commons-route.h"

G_BEGIN_DECLS

/* Where a link touches, and the direction that points away from the node. */
typedef struct
{
  double x;
  double y;
  double nx;
  double ny;
} CommonsPort;

/* The middle of a side: 't', 'r', 'b' or 'l'. */
CommonsPort _commons_route_get_side_port (const CommonsSpan     *span,
                                          char                   side);

/* Where a ray from the middle of a disc meets its border. */
CommonsPort _commons_route_get_disc_port (const CommonsRouteEnd *disc,
                                          double                 dx,
                                          double                 dy);

/* The ports of the plain way. */
void        _commons_route_get_ports     (const CommonsRouteEnd *from,
                                          const CommonsRouteEnd *to,
                                          CommonsPort           *start,
                                          CommonsPort           *end);

/* The curve between two ports. */
void        _commons_route_make          (const CommonsPort     *start,
                                          const CommonsPort     *end,
                                          CommonsRoute          *route);

G_END_DECLS
