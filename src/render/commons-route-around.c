/* commons-route-around.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link that would run through cards goes around them when that costs little.
 */

#define G_LOG_DOMAIN "commons-route"

#include "config.h"

#include <math.h>

#include "commons-route-private.h"

/* A curve is cut into this many straight pieces to see what they touch. */
#define N_PIECES 16

/* So many of them are looked at together first. */
#define STRETCH     4
#define N_STRETCHES (N_PIECES / STRETCH)

/* A way this much longer than the plain one, in proportion and in units, is no
 * small detour. */
#define MOST_STRETCH 1.6
#define MOST_EXTRA   160

/* What leaving a card by another side costs, in units of length: plain ways
 * are read best. */
#define TURN_COST 24

/* One turn along the border of a disc, in radians and in units. */
#define TURN_ANGLE  0.35
#define TURN_LENGTH 70

/* A link may graze the edge of a card. */
#define GRAZE 2

static const char sides[] = { 't', 'r', 'b', 'l' };
static const double turns[] = { 1, -1, 2, -2 };
static const double bends[] = { 45, -45, 90, -90, 150, -150 };

/* The best way so far. */
typedef struct
{
  const CommonsRouteEnd *from;
  const CommonsRouteEnd *to;
  const CommonsSpan     *obstacles;
  guint                  n_obstacles;
  double                 most;      /* length */
  CommonsRoute           route;
  guint                  crossings;
  double                 cost;
} Search;

/* Whether a straight piece passes through a rectangle (Liang–Barsky). */
static gboolean
passes (double             x1,
        double             y1,
        double             x2,
        double             y2,
        const CommonsSpan *span)
{
  double p[4] = { x1 - x2, x2 - x1, y1 - y2, y2 - y1 };
  double q[4] = {
    x1 - span->x - GRAZE, span->x + span->width - GRAZE - x1,
    y1 - span->y - GRAZE, span->y + span->height - GRAZE - y1,
  };
  double enter = 0, leave = 1;

  if (span->width <= 2 * GRAZE || span->height <= 2 * GRAZE)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] < 0)
            return FALSE;
        }
      else if (p[i] < 0)
        {
          enter = MAX (enter, q[i] / p[i]);
        }
      else
        {
          leave = MIN (leave, q[i] / p[i]);
        }
    }

  return enter < leave;
}

/* What some pieces in a row take up. */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Stretch;

typedef struct
{
  double      x[N_PIECES + 1];
  double      y[N_PIECES + 1];
  CommonsSpan span;
  Stretch     stretches[N_STRETCHES];
} Pieces;

static void
measure_stretch (Pieces *pieces,
                 guint   first,
                 Stretch *stretch)
{
  *stretch = (Stretch) { pieces->x[first], pieces->y[first], pieces->x[first], pieces->y[first] };

  for (guint i = first + 1; i <= first + STRETCH; i++)
    {
      stretch->left = MIN (stretch->left, pieces->x[i]);
      stretch->top = MIN (stretch->top, pieces->y[i]);
      stretch->right = MAX (stretch->right, pieces->x[i]);
      stretch->bottom = MAX (stretch->bottom, pieces->y[i]);
    }
}

/* What commons_route_get_point() multiplies with after so many pieces; sixteenths
 * and their products are numbers without any rounding. */
#define WEIGHTS(i) { (16 - (i)) * (16 - (i)) * (16 - (i)) / 4096.0, 3 * (16 - (i)) * (16 - (i)) * (i) / 4096.0, \
                     3 * (16 - (i)) * (i) * (i) / 4096.0, (i) * (i) * (i) / 4096.0 }

static const double weights[N_PIECES + 1][4] = {
  WEIGHTS (0), WEIGHTS (1), WEIGHTS (2), WEIGHTS (3), WEIGHTS (4), WEIGHTS (5), WEIGHTS (6), WEIGHTS (7), WEIGHTS (8),
  WEIGHTS (9), WEIGHTS (10), WEIGHTS (11), WEIGHTS (12), WEIGHTS (13), WEIGHTS (14), WEIGHTS (15), WEIGHTS (16),
};

G_STATIC_ASSERT (N_PIECES == 16);

static double
weigh (const double *values,
       const double *weight)
{
  return weight[0] * values[0] + weight[1] * values[1] + weight[2] * values[2] + weight[3] * values[3];
}

static void
cut (const CommonsRoute *route,
     Pieces             *pieces)
{
  for (guint i = 0; i <= N_PIECES; i++)
    {
      pieces->x[i] = weigh (route->x, weights[i]);
      pieces->y[i] = weigh (route->y, weights[i]);
    }

  commons_route_get_span (route, &pieces->span);
  for (guint i = 0; i < N_STRETCHES; i++)
    measure_stretch (pieces, i * STRETCH, &pieces->stretches[i]);
}

static double
get_length (const Pieces *pieces)
{
  double length = 0;

  for (guint i = 0; i < N_PIECES; i++)
    length += hypot (pieces->x[i + 1] - pieces->x[i], pieces->y[i + 1] - pieces->y[i]);

  return length;
}

/* Most pieces of a way lie on one side of a card, which is seen at once. */
static gboolean
lies_beside (const Stretch     *stretch,
             const CommonsSpan *span)
{
  return stretch->right < span->x || stretch->left > span->x + span->width ||
         stretch->bottom < span->y || stretch->top > span->y + span->height;
}

static gboolean
runs_through (const Pieces      *pieces,
              const CommonsSpan *obstacle)
{
  if (obstacle->x > pieces->span.x + pieces->span.width || obstacle->x + obstacle->width < pieces->span.x ||
      obstacle->y > pieces->span.y + pieces->span.height || obstacle->y + obstacle->height < pieces->span.y)
    return FALSE;

  for (guint i = 0; i < N_STRETCHES; i++)
    {
      if (lies_beside (&pieces->stretches[i], obstacle))
        continue;

      for (guint j = i * STRETCH; j < (i + 1) * STRETCH; j++)
        {
          if (passes (pieces->x[j], pieces->y[j], pieces->x[j + 1], pieces->y[j + 1], obstacle))
            return TRUE;
        }
    }

  return FALSE;
}

/* Counts no further than @enough. */
static guint
count (const Pieces      *pieces,
       const CommonsSpan *obstacles,
       guint              n_obstacles,
       guint              enough)
{
  guint n = 0;

  for (guint i = 0; i < n_obstacles && n < enough; i++)
    n += runs_through (pieces, &obstacles[i]);

  return n;
}

guint
commons_route_count_crossings (const CommonsRoute *route,
                               const CommonsSpan  *obstacles,
                               guint               n_obstacles)
{
  Pieces pieces;

  g_return_val_if_fail (route != NULL, 0);
  g_return_val_if_fail (obstacles != NULL || n_obstacles == 0, 0);

  cut (route, &pieces);

  return count (&pieces, obstacles, n_obstacles, G_MAXUINT);
}

/* A way must not run through what it joins either. */
static gboolean
runs_through_ends (const Search *search,
                   const Pieces *pieces)
{
  return (!search->from->round && runs_through (pieces, &search->from->bounds)) ||
         (!search->to->round && runs_through (pieces, &search->to->bounds));
}

static void
try (Search             *search,
     const CommonsRoute *route,
     double              extra)
{
  Pieces pieces;
  double length;
  guint crossings, enough;

  cut (route, &pieces);
  if (runs_through_ends (search, &pieces))
    return;

  /* A way that is no shorter has to run through fewer. */
  length = get_length (&pieces);
  enough = length + extra < search->cost ? search->crossings + 1 : search->crossings;
  if (length > search->most || enough == 0)
    return;

  crossings = count (&pieces, search->obstacles, search->n_obstacles, enough);
  if (crossings >= enough)
    return;

  search->route = *route;
  search->crossings = crossings;
  search->cost = length + extra;
}

static void
try_ports (Search            *search,
           const CommonsPort *start,
           const CommonsPort *end,
           double             extra)
{
  CommonsRoute route;

  _commons_route_make (start, end, &route);
  try (search, &route, extra);
}

/* The ports a way may have at one end: the plain one first. Returns their
 * number. */
static guint
list_ports (const CommonsRouteEnd *end,
            const CommonsPort     *plain,
            CommonsPort            ports[5])
{
  double radius = MAX (MIN (end->bounds.width, end->bounds.height) / 2, 1);
  guint n = 0;

  ports[n++] = *plain;

  if (end->side != '\0')
    return n;

  if (!end->round)
    {
      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          CommonsPort port = _commons_route_get_side_port (&end->bounds, sides[i]);

          if (port.x != plain->x || port.y != plain->y)
            ports[n++] = port;
        }
      return n;
    }

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      double angle = atan2 (plain->ny, plain->nx) + turns[i] * MIN (TURN_ANGLE, TURN_LENGTH / radius);

      ports[n++] = _commons_route_get_disc_port (end, cos (angle), sin (angle));
    }

  return n;
}

/* From what lies inside a disc, its name is the only port there is. */
static gboolean
is_at_name (const CommonsRouteEnd *end,
            const CommonsPort     *port)
{
  double x = end->bounds.x + end->bounds.width / 2, y = end->bounds.y + end->bounds.height / 2;
  double radius = MIN (end->bounds.width, end->bounds.height) / 2;

  return end->round && (fabs (hypot (port->x - x, port->y - y) - radius) > 1 ||
                        (port->x - x) * port->nx + (port->y - y) * port->ny < 0);
}

static void
try_other_ports (Search            *search,
                 const CommonsPort *start,
                 const CommonsPort *end)
{
  CommonsPort starts[5] = { *start }, ends[5] = { *end };
  guint n_starts = is_at_name (search->from, start) ? 1 : list_ports (search->from, start, starts);
  guint n_ends = is_at_name (search->to, end) ? 1 : list_ports (search->to, end, ends);

  for (guint i = 0; i < n_starts; i++)
    {
      for (guint j = 0; j < n_ends; j++)
        {
          if (i + j > 0)
            try_ports (search, &starts[i], &ends[j], TURN_COST * ((i > 0) + (j > 0)));
        }
    }
}

/* Both handles go aside, and the middle of the curve three quarters of it. */
static void
try_bends (Search             *search,
           const CommonsRoute *plain)
{
  double dx = plain->x[3] - plain->x[0], dy = plain->y[3] - plain->y[0];
  double length = hypot (dx, dy);

  if (length < 1)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (bends); i++)
    {
      CommonsRoute route = *plain;

      for (guint j = 1; j <= 2; j++)
        {
          route.x[j] += -dy / length * bends[i];
          route.y[j] += dx / length * bends[i];
        }
      try (search, &route, TURN_COST);
    }
}

guint
commons_route_find_around (const CommonsRouteEnd *from,
                           const CommonsRouteEnd *to,
                           const CommonsSpan     *obstacles,
                           guint                  n_obstacles,
                           CommonsRoute          *route)
{
  Search search = { from, to, obstacles, n_obstacles, .crossings = 0 };
  CommonsPort start, end;
  CommonsRoute plain;
  Pieces pieces;

  g_return_val_if_fail (from != NULL, 0);
  g_return_val_if_fail (to != NULL, 0);
  g_return_val_if_fail (route != NULL, 0);
  g_return_val_if_fail (obstacles != NULL || n_obstacles == 0, 0);

  _commons_route_get_ports (from, to, &start, &end);
  _commons_route_make (&start, &end, &plain);
  cut (&plain, &pieces);

  search.route = plain;
  search.cost = get_length (&pieces);
  search.crossings = count (&pieces, obstacles, n_obstacles, G_MAXUINT);
  search.most = search.cost * MOST_STRETCH + MOST_EXTRA;

  if (search.crossings > 0)
    {
      try_bends (&search, &plain);
      try_other_ports (&search, &start, &end);
    }

  *route = search.route;

  return search.crossings;
}
