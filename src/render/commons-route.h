/* commons-route.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-drawing.h"

G_BEGIN_DECLS

/**
 * CommonsRouteEnd:
 * @bounds: place and size of the node
 * @round: whether it is drawn as a disc
 * @name: where the name of a disc stands
 * @side: side asked for: 't', 'r', 'b', 'l', or 0 for the best one
 *
 * One end of a link.
 */
typedef struct
{
  CommonsSpan bounds;
  gboolean    round;
  CommonsSpan name;
  char        side;
} CommonsRouteEnd;

/**
 * CommonsRoute:
 * @x: the four points of a cubic curve
 * @y: the four points of a cubic curve
 *
 * The way of a link, from border to border.
 */
typedef struct
{
  double x[4];
  double y[4];
} CommonsRoute;

/**
 * commons_route_find:
 * @route: (out): the way from @from to @to
 *
 * Finds the way of a link: between sides that face each other, to the border
 * of discs, and to the name of a disc from what lies inside it.
 */
void   commons_route_find         (const CommonsRouteEnd *from,
                                   const CommonsRouteEnd *to,
                                   CommonsRoute          *route);

/**
 * COMMONS_ROUTE_DETOUR:
 *
 * How far from its plain way and from both its ends a link may go to avoid
 * what lies between them, handles of the curve included, in board units.
 */
#define COMMONS_ROUTE_DETOUR 280

/**
 * commons_route_find_around:
 * @obstacles: (array length=n_obstacles): cards on the way, other than both
 *   ends
 * @n_obstacles: their number
 * @route: (out): the way from @from to @to
 *
 * Finds a way as commons_route_find() does and, when that runs through
 * @obstacles, looks for one that does not: from other sides, at other angles
 * of a disc, or bent aside. The fewest crossings win, then the shortest way,
 * unless the detour is out of proportion.
 *
 * Returns: how many obstacles the way still runs through
 */
guint  commons_route_find_around  (const CommonsRouteEnd *from,
                                   const CommonsRouteEnd *to,
                                   const CommonsSpan     *obstacles,
                                   guint                  n_obstacles,
                                   CommonsRoute          *route);

/**
 * commons_route_count_crossings:
 * @obstacles: (array length=n_obstacles): rectangles
 *
 * Returns: how many of @obstacles the way runs through
 */
guint  commons_route_count_crossings
                                  (const CommonsRoute    *route,
                                   const CommonsSpan     *obstacles,
                                   guint                  n_obstacles);

/**
 * commons_route_get_point:
 * @t: from 0 at the start to 1 at the end
 */
void   commons_route_get_point    (const CommonsRoute    *route,
                                   double                 t,
                                   double                *x,
                                   double                *y);

/**
 * commons_route_get_span:
 * @span: (out): a rectangle that holds the curve
 */
void   commons_route_get_span     (const CommonsRoute    *route,
                                   CommonsSpan           *span);

/**
 * commons_route_touches:
 * @area: a rectangle
 * @margin: how far from the curve the link may reach
 *
 * Returns: whether the curve comes into @area, or nearly so: a long link that
 *   only passes round a corner is told apart
 */
gboolean commons_route_touches    (const CommonsRoute    *route,
                                   const CommonsSpan     *area,
                                   double                 margin);

/**
 * commons_route_get_distance:
 *
 * Returns: how far (@x, @y) is from the curve, in board units
 */
double commons_route_get_distance (const CommonsRoute    *route,
                                   double                 x,
                                   double                 y);

G_END_DECLS
