/* commons-route.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-route"

#include "config.h"

#include <math.h>

#include "commons-route-private.h"

/* Space between a card and the ends of its links. */
#define START_GAP 3
#define END_GAP   4

/* Handles of the curve, as a part of the distance, and their limits. */
#define HANDLE     0.45
#define MIN_HANDLE 18
#define MAX_HANDLE 120

/* From the widest part of the crescent between two nested discs, where the
 * name of the inner one stands, to where its link runs. */
#define NESTED_TURN 0.87

/* A curve is cut into this many straight pieces to measure distances. */
#define N_PIECES 24

static double
get_center_x (const CommonsRouteEnd *end)
{
  return end->bounds.x + end->bounds.width / 2;
}

static double
get_center_y (const CommonsRouteEnd *end)
{
  return end->bounds.y + end->bounds.height / 2;
}

static double
get_radius (const CommonsRouteEnd *end)
{
  return MIN (end->bounds.width, end->bounds.height) / 2;
}

static gboolean
has_inside (const CommonsRouteEnd *disc,
            const CommonsRouteEnd *other)
{
  double dx = get_center_x (other) - get_center_x (disc);
  double dy = get_center_y (other) - get_center_y (disc);

  if (!disc->round || (other->round && get_radius (other) >= get_radius (disc)))
    return FALSE;

  return hypot (dx, dy) <= get_radius (disc);
}

CommonsPort
_commons_route_get_side_port (const CommonsSpan *span,
                              char               side)
{
  double x = span->x + span->width / 2, y = span->y + span->height / 2;

  switch (side)
    {
    case 't':
      return (CommonsPort) { x, span->y, 0, -1 };

    case 'r':
      return (CommonsPort) { span->x + span->width, y, 1, 0 };

    case 'b':
      return (CommonsPort) { x, span->y + span->height, 0, 1 };

    case 'l':
    default:
      return (CommonsPort) { span->x, y, -1, 0 };
    }
}

/* The side of @span that looks most at (x, y), for the sizes of both. */
static char
get_facing_side (const CommonsSpan *span,
                 double             x,
                 double             y,
                 double             width,
                 double             height)
{
  double dx = (x - span->x - span->width / 2) / MAX (span->width + width, 1);
  double dy = (y - span->y - span->height / 2) / MAX (span->height + height, 1);

  if (fabs (dx) > fabs (dy))
    return dx > 0 ? 'r' : 'l';
  else
    return dy > 0 ? 'b' : 't';
}

CommonsPort
_commons_route_get_disc_port (const CommonsRouteEnd *disc,
                              double                 dx,
                              double                 dy)
{
  double length = hypot (dx, dy), radius = get_radius (disc);

  if (length < 1e-6)
    return (CommonsPort) { get_center_x (disc), get_center_y (disc) - radius, 0, -1 };

  dx /= length;
  dy /= length;

  return (CommonsPort) { get_center_x (disc) + dx * radius, get_center_y (disc) + dy * radius, dx, dy };
}

/* From a card inside a disc to the disc: its name is the nearest of it. The
 * link comes from below, or from a side for a card as high as the name. */
static CommonsPort
get_name_port (const CommonsRouteEnd *disc,
               const CommonsRouteEnd *card)
{
  const CommonsSpan *name = &disc->name;
  double x = get_center_x (card), inset = MIN (12, name->width / 2);
  CommonsPort port;

  if (card->bounds.y < name->y + name->height + MIN_HANDLE)
    return _commons_route_get_side_port (name, x > get_center_x (disc) ? 'r' : 'l');

  port = _commons_route_get_side_port (name, 'b');
  port.x = CLAMP (x, name->x + inset, name->x + name->width - inset);
  return port;
}

static CommonsPort
get_card_port (const CommonsRouteEnd *card,
               const CommonsPort            *target,
               double                 width,
               double                 height)
{
  char side = card->side;

  if (side == '\0')
    side = get_facing_side (&card->bounds, target->x, target->y, width, height);

  return _commons_route_get_side_port (&card->bounds, side);
}

/* Between nested discs the link runs where the crescent is still wide, a turn
 * to the right of the inner name. */
static void
get_nested_ports (const CommonsRouteEnd *outer,
                  const CommonsRouteEnd *inner,
                  CommonsPort                  *outer_port,
                  CommonsPort                  *inner_port)
{
  double dx = get_center_x (outer) - get_center_x (inner);
  double dy = get_center_y (outer) - get_center_y (inner);
  double angle = hypot (dx, dy) < 1e-6 ? -G_PI_2 : atan2 (dy, dx);

  angle += NESTED_TURN;
  *outer_port = _commons_route_get_disc_port (outer, cos (angle), sin (angle));
  *inner_port = _commons_route_get_disc_port (inner, cos (angle), sin (angle));

  /* One leaves the border inwards. */
  outer_port->nx = -outer_port->nx;
  outer_port->ny = -outer_port->ny;
}

void
_commons_route_get_ports (const CommonsRouteEnd *from,
                          const CommonsRouteEnd *to,
                          CommonsPort           *start,
                          CommonsPort           *end)
{
  double dx = get_center_x (to) - get_center_x (from);
  double dy = get_center_y (to) - get_center_y (from);

  if (from->round && to->round && has_inside (from, to))
    {
      get_nested_ports (from, to, start, end);
    }
  else if (from->round && to->round && has_inside (to, from))
    {
      get_nested_ports (to, from, end, start);
    }
  else if (from->round)
    {
      *start = has_inside (from, to) ? get_name_port (from, to) : _commons_route_get_disc_port (from, dx, dy);
      *end = to->round ? _commons_route_get_disc_port (to, -dx, -dy) : get_card_port (to, start, 0, 0);
    }
  else if (to->round)
    {
      *end = has_inside (to, from) ? get_name_port (to, from) : _commons_route_get_disc_port (to, -dx, -dy);
      *start = get_card_port (from, end, 0, 0);
    }
  else
    {
      CommonsPort target = { get_center_x (to), get_center_y (to), 0, 0 };
      CommonsPort source = { get_center_x (from), get_center_y (from), 0, 0 };

      *start = get_card_port (from, &target, to->bounds.width, to->bounds.height);
      *end = get_card_port (to, &source, from->bounds.width, from->bounds.height);
    }
}

void
_commons_route_make (const CommonsPort *start,
                     const CommonsPort *end,
                     CommonsRoute      *route)
{
  double distance, handle;

  route->x[0] = start->x + start->nx * START_GAP;
  route->y[0] = start->y + start->ny * START_GAP;
  route->x[3] = end->x + end->nx * END_GAP;
  route->y[3] = end->y + end->ny * END_GAP;

  /* Between neighbours, handles as long as elsewhere would make a knot. */
  distance = hypot (route->x[3] - route->x[0], route->y[3] - route->y[0]);
  handle = CLAMP (distance * HANDLE, MIN (MIN_HANDLE, distance / 2), MAX_HANDLE);

  route->x[1] = route->x[0] + start->nx * handle;
  route->y[1] = route->y[0] + start->ny * handle;
  route->x[2] = route->x[3] + end->nx * handle;
  route->y[2] = route->y[3] + end->ny * handle;
}

void
commons_route_find (const CommonsRouteEnd *from,
                    const CommonsRouteEnd *to,
                    CommonsRoute          *route)
{
  CommonsPort start, end;

  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);
  g_return_if_fail (route != NULL);

  _commons_route_get_ports (from, to, &start, &end);
  _commons_route_make (&start, &end, route);
}

void
commons_route_get_point (const CommonsRoute *route,
                         double              t,
                         double             *x,
                         double             *y)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  g_return_if_fail (route != NULL);

  *x = a * route->x[0] + b * route->x[1] + c * route->x[2] + d * route->x[3];
  *y = a * route->y[0] + b * route->y[1] + c * route->y[2] + d * route->y[3];
}

void
commons_route_get_span (const CommonsRoute *route,
                        CommonsSpan        *span)
{
  double x1, y1, x2, y2;

  g_return_if_fail (route != NULL);
  g_return_if_fail (span != NULL);

  x1 = x2 = route->x[0];
  y1 = y2 = route->y[0];

  for (guint i = 1; i < 4; i++)
    {
      x1 = MIN (x1, route->x[i]);
      y1 = MIN (y1, route->y[i]);
      x2 = MAX (x2, route->x[i]);
      y2 = MAX (y2, route->y[i]);
    }

  *span = (CommonsSpan) { x1, y1, x2 - x1, y2 - y1 };
}

/* The first and the second half of a curve. */
static void
split (const CommonsRoute *route,
       CommonsRoute        halves[2])
{
  const double *from[2] = { route->x, route->y };
  double *first[2] = { halves[0].x, halves[0].y };
  double *second[2] = { halves[1].x, halves[1].y };

  for (guint i = 0; i < 2; i++)
    {
      const double *p = from[i];
      double middle = (p[1] + p[2]) / 2;

      first[i][0] = p[0];
      first[i][1] = (p[0] + p[1]) / 2;
      first[i][2] = (first[i][1] + middle) / 2;
      second[i][3] = p[3];
      second[i][2] = (p[2] + p[3]) / 2;
      second[i][1] = (second[i][2] + middle) / 2;
      first[i][3] = second[i][0] = (first[i][2] + second[i][1]) / 2;
    }
}

static gboolean
touches (const CommonsRoute *route,
         const CommonsSpan  *area,
         double              margin,
         guint               depth)
{
  CommonsRoute halves[2];
  CommonsSpan span;

  commons_route_get_span (route, &span);

  if (span.x - margin > area->x + area->width || span.x + span.width + margin < area->x ||
      span.y - margin > area->y + area->height || span.y + span.height + margin < area->y)
    return FALSE;

  if (depth == 0)
    return TRUE;

  split (route, halves);

  return touches (&halves[0], area, margin, depth - 1) ||
         touches (&halves[1], area, margin, depth - 1);
}

gboolean
commons_route_touches (const CommonsRoute *route,
                       const CommonsSpan  *area,
                       double              margin)
{
  g_return_val_if_fail (route != NULL, FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  return touches (route, area, margin, 4);
}

static double
get_segment_distance (double x1,
                      double y1,
                      double x2,
                      double y2,
                      double x,
                      double y)
{
  double dx = x2 - x1, dy = y2 - y1;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - x1) * dx + (y - y1) * dy) / length, 0, 1) : 0;

  return hypot (x1 + t * dx - x, y1 + t * dy - y);
}

double
commons_route_get_distance (const CommonsRoute *route,
                            double              x,
                            double              y)
{
  double nearest = G_MAXDOUBLE;
  double x1, y1;

  g_return_val_if_fail (route != NULL, G_MAXDOUBLE);

  commons_route_get_point (route, 0, &x1, &y1);

  for (guint i = 1; i <= N_PIECES; i++)
    {
      double x2, y2;

      commons_route_get_point (route, (double) i / N_PIECES, &x2, &y2);
      nearest = MIN (nearest, get_segment_distance (x1, y1, x2, y2, x, y));
      x1 = x2;
      y1 = y2;
    }

  return nearest;
}
