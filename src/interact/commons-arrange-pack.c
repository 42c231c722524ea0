/* commons-arrange-pack.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tidying inside a circle or zone: its cards go into rows, as long as the
 * disc or rectangle is there, around the circles and zones that lie in it.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-arrange-tidy.h"
#include "commons-gate.h"
#include "commons-place.h"
#include "commons-refile-private.h"

#define GAP       12
#define LEAST_GAP 6

/* How far cards keep from a border, and from the name of a zone. */
#define MARGIN    12
#define NAME      28

/* How much one looks further down for the next row, and how much a container
 * grows before its cards are tried again; more where it is large. */
#define STEP      6
#define N_STEPS   200
#define GROWTH    24
#define N_GROWTHS 20
#define MAX_TRIES 200

typedef struct
{
  double from;
  double to;
} Segment;

typedef struct
{
  CommonsRect  area;       /* of the container */
  gboolean     disc;
  GArray      *obstacles;  /* ArrangeObstacle, borrowed */
  GPtrArray   *units;      /* ArrangeUnit, borrowed */
  int          gap;
  GArray      *cells;      /* CommonsRect, one for each unit */
  gboolean     keeps_base; /* a disc that grows stands where it stood */
} Packing;

/* Half the length of a chord of a disc at its narrowest, or widest, between
 * two heights; negative where there is none. */
static double
get_half_chord (double   radius,
                double   top,
                double   bottom,
                gboolean widest)
{
  double away = widest ? (top <= 0 && bottom >= 0 ? 0 : MIN (fabs (top), fabs (bottom))) : MAX (fabs (top), fabs (bottom));

  return away < radius ? sqrt (radius * radius - away * away) : -1;
}

static void
cut (GArray *segments,
     double  from,
     double  to)
{
  for (guint i = segments->len; i > 0; i--)
    {
      Segment segment = g_array_index (segments, Segment, i - 1);
      Segment before = { segment.from, MIN (segment.to, from) };
      Segment after = { MAX (segment.from, to), segment.to };

      if (segment.to <= from || segment.from >= to)
        continue;

      g_array_remove_index (segments, i - 1);
      if (after.to > after.from)
        g_array_insert_val (segments, i - 1, after);
      if (before.to > before.from)
        g_array_insert_val (segments, i - 1, before);
    }
}

static void
cut_obstacle (const Packing         *packing,
              const ArrangeObstacle *obstacle,
              double                 top,
              double                 bottom,
              GArray                *segments)
{
  const CommonsRect *bounds = &obstacle->bounds;
  double x = bounds->x + bounds->width / 2.0, y = bounds->y + bounds->height / 2.0;
  double half = bounds->width / 2.0 + packing->gap;

  if (obstacle->disc)
    half = get_half_chord (MIN (bounds->width, bounds->height) / 2.0 + packing->gap, top - y, bottom - y, TRUE);
  else if (bottom <= bounds->y - packing->gap || top >= bounds->y + bounds->height + packing->gap)
    return;

  if (half > 0)
    cut (segments, x - half, x + half);
}

/* What is free between two heights, from left to right. */
static GArray *
list_segments (const Packing *packing,
               double         top,
               double         bottom)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  const CommonsRect *area = &packing->area;
  double x = area->x + area->width / 2.0, y = area->y + area->height / 2.0;
  double half = area->width / 2.0 - MARGIN;
  Segment whole;

  if (packing->disc)
    half = get_half_chord (MIN (area->width, area->height) / 2.0 - MARGIN, top - y, bottom - y, FALSE);
  if (half <= 0)
    return segments;

  whole = (Segment) { x - half, x + half };
  g_array_append_val (segments, whole);
  for (guint i = 0; i < packing->obstacles->len; i++)
    cut_obstacle (packing, &g_array_index (packing->obstacles, ArrangeObstacle, i), top, bottom, segments);

  return segments;
}

static const CommonsRect *
get_extent (const Packing *packing,
            guint          index)
{
  return &((ArrangeUnit *) g_ptr_array_index (packing->units, index))->extent;
}

/* In a disc what a segment holds stands in its middle. */
static void
centre_cells (Packing *packing,
              guint    first,
              double   left_over)
{
  for (guint i = first; packing->disc && i < packing->cells->len; i++)
    g_array_index (packing->cells, CommonsRect, i).x += (int) floor (left_over / 2);
}

/* Fills one segment from the next unit on. */
static void
fill_segment (Packing       *packing,
              const Segment *segment,
              int            top,
              int            height)
{
  guint first = packing->cells->len;
  double x = ceil (segment->from);

  while (packing->cells->len < packing->units->len)
    {
      const CommonsRect *extent = get_extent (packing, packing->cells->len);
      CommonsRect cell = { (int) x, top, extent->width, extent->height };

      if (extent->height > height || x + extent->width > segment->to)
        break;

      g_array_append_val (packing->cells, cell);
      x += extent->width + packing->gap;
    }

  if (packing->cells->len > first)
    centre_cells (packing, first, segment->to - (x - packing->gap));
}

/* Fills one row that is so high; the tallest card that fits decides. */
static int
fill_row (Packing *packing,
          int      top)
{
  guint first = packing->cells->len;
  int height = get_extent (packing, first)->height;

  for (guint tries = 0; tries < packing->units->len; tries++)
    {
      g_autoptr (GArray) segments = list_segments (packing, top, (double) top + height);

      g_array_set_size (packing->cells, first);
      for (guint i = 0; i < segments->len; i++)
        fill_segment (packing, &g_array_index (segments, Segment, i), top, height);

      /* Is it for its height that the next one has not been put there? */
      if (packing->cells->len == packing->units->len || packing->cells->len == first ||
          get_extent (packing, packing->cells->len)->height <= height)
        break;

      height = get_extent (packing, packing->cells->len)->height;
    }

  return height;
}

static int
get_step (const Packing *packing)
{
  return MAX (STEP, packing->area.height / N_STEPS);
}

/* Returns where the last row ends, or G_MININT when there is no room for all. */
static double
fill (Packing *packing,
      int      top)
{
  double bottom = (double) packing->area.y + packing->area.height - MARGIN;

  g_array_set_size (packing->cells, 0);
  while (packing->cells->len < packing->units->len)
    {
      guint before = packing->cells->len;
      int height = fill_row (packing, top);

      if ((double) top + height > bottom)
        return G_MININT;

      top += packing->cells->len > before ? height + packing->gap : get_step (packing);
    }

  return top - packing->gap;
}

/* A disc on its own is filled around its middle; next to inner ones, and in a
 * zone, rows begin at the top. */
static gboolean
fill_well (Packing *packing)
{
  const CommonsRect *area = &packing->area;
  int first = area->y + (packing->disc ? MARGIN : NAME), best = first;
  double middle = area->y + area->height / 2.0, least = G_MAXDOUBLE;

  if (!packing->disc || packing->obstacles->len > 0)
    return fill (packing, first) > G_MININT;

  for (int top = first; top < middle; top += get_step (packing))
    {
      double bottom = fill (packing, top);
      double start = packing->cells->len > 0 ? g_array_index (packing->cells, CommonsRect, 0).y : top;
      double away = fabs ((start + bottom) / 2 - middle);

      if (bottom > G_MININT && away < least)
        {
          least = away;
          best = top;
        }
    }

  return least < G_MAXDOUBLE && fill (packing, best) > G_MININT;
}

void
_commons_arrange_place_gate (ArrangeObstacle   *obstacle,
                             const CommonsRect *circle)
{
  CommonsRect *bounds = &obstacle->bounds;
  double radius = MIN (circle->width, circle->height) / 2.0;

  if (!obstacle->gate)
    return;

  bounds->x = (int) (circle->x + circle->width / 2.0 + cos (obstacle->angle) * radius - bounds->width / 2.0);
  bounds->y = (int) (circle->y + circle->height / 2.0 + sin (obstacle->angle) * radius - bounds->height / 2.0);
}

static void
grow_by (Packing *packing,
         int      growth)
{
  CommonsRect *area = &packing->area;

  area->width += growth;
  area->height += growth;
  if (packing->disc)
    {
      area->x -= growth / 2;
      area->y -= packing->keeps_base ? growth : growth / 2;
    }

  for (guint i = 0; i < packing->obstacles->len; i++)
    _commons_arrange_place_gate (&g_array_index (packing->obstacles, ArrangeObstacle, i), area);
}

static void
grow (Packing *packing)
{
  const CommonsRect *area = &packing->area;

  grow_by (packing, MAX (GROWTH, MAX (area->width, area->height) / N_GROWTHS / 2 * 2));
}

/* Rather a smaller gap than a larger circle. */
static gboolean
pack (Packing *packing)
{
  for (guint tries = 0; tries < MAX_TRIES; tries++)
    {
      packing->gap = GAP;
      if (fill_well (packing))
        return TRUE;

      packing->gap = LEAST_GAP;
      if (fill_well (packing))
        return TRUE;

      if (MAX (packing->area.width, packing->area.height) > COMMONS_COORD_MAX)
        return FALSE;

      grow (packing);
    }

  return FALSE;
}

static void
add_obstacle (GArray        *obstacles,
              CommonsRecord *node)
{
  const ArrangeObstacle obstacle = { *commons_record_get_bounds (node), commons_place_is_disc (node), FALSE, 0 };

  g_array_append_val (obstacles, obstacle);
}

/* Sorts what lies directly inside into what moves and what it goes around. */
static void
list_content (CommonsBoard *board,
              const char   *id,
              GPtrArray    *ids,
              GArray       *obstacles)
{
  g_autoptr (GPtrArray) content = commons_board_get_content (board, id);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < content->len; i++)
    {
      if (commons_record_is_group (g_ptr_array_index (content, i)))
        g_ptr_array_add (groups, g_ptr_array_index (content, i));
    }

  for (guint i = 0; i < content->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (content, i);
      gboolean direct = TRUE;
      CommonsGate gate;

      for (guint j = 0; direct && j < groups->len; j++)
        direct = !commons_board_contains (g_ptr_array_index (groups, j), node);

      if (!direct || commons_gate_find (board, node, &gate))
        continue;

      if (commons_record_is_group (node) || commons_record_is_locked (node))
        add_obstacle (obstacles, node);
      else
        g_ptr_array_add (ids, (gpointer) commons_record_get_id (node));
    }
}

static double
get_area (const CommonsRect *bounds)
{
  return (double) bounds->width * bounds->height;
}

/* What comes needs so much room at least: there is no use in trying less. */
static void
grow_enough (Packing *packing)
{
  double share = packing->disc ? G_PI / 4 : 1, needed = 0;
  const CommonsRect *area = &packing->area;
  double missing;

  for (guint i = 0; i < packing->units->len; i++)
    needed += get_area (get_extent (packing, i));
  for (guint i = 0; i < packing->obstacles->len; i++)
    {
      const ArrangeObstacle *obstacle = &g_array_index (packing->obstacles, ArrangeObstacle, i);

      needed += obstacle->disc ? get_area (&obstacle->bounds) * G_PI / 4 : get_area (&obstacle->bounds);
    }

  missing = sqrt (needed / share) - sqrt (get_area (area));
  if (missing > 0 && missing < COMMONS_COORD_MAX)
    grow_by (packing, (int) missing / 2 * 2);
}

gboolean
_commons_arrange_find_cells (const CommonsRect *bounds,
                             gboolean           disc,
                             gboolean           may_grow,
                             GArray            *obstacles,
                             GPtrArray         *units,
                             CommonsRect       *area,
                             GArray            *cells)
{
  Packing packing = { *bounds, disc, obstacles, units, GAP, cells, TRUE };

  if (may_grow)
    grow_enough (&packing);
  if (!pack (&packing))
    return FALSE;

  *area = packing.area;

  return may_grow || area->width == bounds->width;
}

gboolean
commons_arrange_tidy_inside (CommonsEditor *editor,
                             const char    *id,
                             const char    *label)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (ArrangeObstacle));
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  CommonsBoard *board;
  CommonsRecord *container;
  Packing packing;
  gboolean grows, ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  container = commons_board_lookup_node (board, id);
  if (container == NULL || !commons_record_is_group (container))
    return FALSE;

  list_content (board, id, ids, obstacles);
  units = _commons_arrange_list_units (board, ids);
  _commons_arrange_sort_reading (units);
  packing = (Packing) { *commons_record_get_bounds (container), commons_place_is_disc (container), obstacles, units, GAP, cells, FALSE };
  if (units->len == 0 || !pack (&packing))
    return FALSE;

  grows = packing.area.width != commons_record_get_bounds (container)->width;
  if (grows && commons_record_is_locked (container))
    return FALSE;

  ours = _commons_arrange_begin (editor, label, NULL);
  if (grows)
    {
      _commons_refile_grow_to (editor, id, &packing.area);
      did = TRUE;
    }
  for (guint i = 0; i < units->len; i++)
    {
      const CommonsRect *cell = &g_array_index (cells, CommonsRect, i);

      did |= _commons_arrange_place_extent (editor, g_ptr_array_index (units, i), cell->x, cell->y);
    }

  return _commons_arrange_end (editor, ours, did);
}
