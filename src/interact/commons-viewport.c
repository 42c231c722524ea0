/* commons-viewport.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-viewport"

#include "config.h"

#include <math.h>

#include "commons-viewport.h"

/* Two zooms closer than this are the same to the eye. */
#define SAME_ZOOM 0.001

static const double zoom_steps[] = {
  0.05, 0.10, 0.25, 0.38, 0.50, 0.75, 1.00, 1.25, 1.50, 2.00, 3.00, 4.00, 6.00, 8.00,
};

static double
clamp_zoom (double zoom)
{
  return CLAMP (zoom, COMMONS_ZOOM_MIN, COMMONS_ZOOM_MAX);
}

/* Keeps the centre of the view on the board, so that nobody gets lost far
 * from everything. */
static void
set_origin (CommonsViewport *self,
            double           x,
            double           y)
{
  double half_width = self->width / 2.0 / self->zoom;
  double half_height = self->height / 2.0 / self->zoom;

  if (!isfinite (x) || !isfinite (y))
    return;

  self->x = CLAMP (x, -COMMONS_COORD_MAX - half_width, COMMONS_COORD_MAX - half_width);
  self->y = CLAMP (y, -COMMONS_COORD_MAX - half_height, COMMONS_COORD_MAX - half_height);
}

static void
get_center (const CommonsViewport *self,
            double                *x,
            double                *y)
{
  *x = self->x + self->width / 2.0 / self->zoom;
  *y = self->y + self->height / 2.0 / self->zoom;
}

void
commons_viewport_init (CommonsViewport *self)
{
  g_return_if_fail (self != NULL);

  *self = (CommonsViewport) { .zoom = 1.0 };
}

void
commons_viewport_set_size (CommonsViewport *self,
                           int              width,
                           int              height)
{
  g_return_if_fail (self != NULL);

  self->width = MAX (width, 0);
  self->height = MAX (height, 0);
}

void
commons_viewport_pan (CommonsViewport *self,
                      double           dx,
                      double           dy)
{
  g_return_if_fail (self != NULL);

  set_origin (self, self->x - dx / self->zoom, self->y - dy / self->zoom);
}

void
commons_viewport_zoom_at (CommonsViewport *self,
                          double           factor,
                          double           px,
                          double           py)
{
  g_return_if_fail (self != NULL);

  commons_viewport_set_zoom_at (self, self->zoom * factor, px, py);
}

void
commons_viewport_set_zoom_at (CommonsViewport *self,
                              double           zoom,
                              double           px,
                              double           py)
{
  double x, y;

  g_return_if_fail (self != NULL);

  if (!isfinite (zoom) || !isfinite (px) || !isfinite (py))
    return;

  commons_viewport_to_board (self, px, py, &x, &y);
  self->zoom = clamp_zoom (zoom);
  set_origin (self, x - px / self->zoom, y - py / self->zoom);
}

void
commons_viewport_to_board (const CommonsViewport *self,
                           double                 px,
                           double                 py,
                           double                *x,
                           double                *y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (x != NULL && y != NULL);

  *x = self->x + px / self->zoom;
  *y = self->y + py / self->zoom;
}

void
commons_viewport_to_view (const CommonsViewport *self,
                          double                 x,
                          double                 y,
                          double                *px,
                          double                *py)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (px != NULL && py != NULL);

  *px = (x - self->x) * self->zoom;
  *py = (y - self->y) * self->zoom;
}

void
commons_viewport_get_visible (const CommonsViewport *self,
                              CommonsRect           *out)
{
  double right, bottom;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  commons_viewport_to_board (self, self->width, self->height, &right, &bottom);
  out->x = (int) floor (self->x);
  out->y = (int) floor (self->y);
  out->width = (int) ceil (right) - out->x;
  out->height = (int) ceil (bottom) - out->y;
}

void
commons_viewport_fit (CommonsViewport   *self,
                      const CommonsRect *rect,
                      int                margin_px,
                      double             max_zoom)
{
  double margin_x, margin_y, zoom;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  if (self->width <= 0 || self->height <= 0)
    return;

  /* A margin must leave at least half of a small view to the content. */
  margin_x = CLAMP (margin_px, 0, self->width / 4);
  margin_y = CLAMP (margin_px, 0, self->height / 4);

  zoom = MIN ((self->width - 2 * margin_x) / MAX (rect->width, 1),
              (self->height - 2 * margin_y) / MAX (rect->height, 1));
  self->zoom = clamp_zoom (MIN (zoom, max_zoom));
  commons_viewport_center_on (self, rect->x + rect->width / 2.0, rect->y + rect->height / 2.0);
}

void
commons_viewport_center_on (CommonsViewport *self,
                            double           x,
                            double           y)
{
  g_return_if_fail (self != NULL);

  set_origin (self, x - self->width / 2.0 / self->zoom, y - self->height / 2.0 / self->zoom);
}

/* The origin nearest to @origin for which the view of @length covers @start to
 * @end, or lies within when these are farther apart. */
static double
reveal_axis (double origin,
             double length,
             double start,
             double end)
{
  double low = MIN (start, end - length);
  double high = MAX (start, end - length);

  return CLAMP (origin, low, high);
}

gboolean
commons_viewport_reveal (CommonsViewport   *self,
                         const CommonsRect *rect,
                         int                margin_px)
{
  double margin, x, y;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  margin = MAX (margin_px, 0) / self->zoom;
  x = reveal_axis (self->x, self->width / self->zoom, rect->x - margin, rect->x + rect->width + margin);
  y = reveal_axis (self->y, self->height / self->zoom, rect->y - margin, rect->y + rect->height + margin);

  if (x == self->x && y == self->y)
    return FALSE;

  set_origin (self, x, y);
  return TRUE;
}

double
commons_viewport_step_zoom (double zoom,
                            int    direction)
{
  guint last = G_N_ELEMENTS (zoom_steps) - 1;

  if (!isfinite (zoom) || direction == 0)
    return isfinite (zoom) ? clamp_zoom (zoom) : 1.0;

  for (guint i = 0; i <= last; i++)
    {
      if (direction > 0 && zoom_steps[i] > zoom * (1 + SAME_ZOOM))
        return zoom_steps[i];
      if (direction < 0 && zoom_steps[last - i] < zoom * (1 - SAME_ZOOM))
        return zoom_steps[last - i];
    }

  return direction > 0 ? COMMONS_ZOOM_MAX : COMMONS_ZOOM_MIN;
}

void
commons_viewport_interpolate (const CommonsViewport *from,
                              const CommonsViewport *to,
                              double                 t,
                              CommonsViewport       *out)
{
  double from_x, from_y, to_x, to_y, way;
  CommonsViewport result;

  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);
  g_return_if_fail (out != NULL);

  if (!(t < 1.0))
    {
      *out = *to;
      return;
    }

  t = MAX (t, 0.0);
  get_center (from, &from_x, &from_y);
  get_center (to, &to_x, &to_y);

  result = *to;
  result.zoom = from->zoom * pow (to->zoom / from->zoom, t);

  /* The zoom grows by equal factors; the centre then has to go as the unit
   * shrinks, or the picture would rush at one end. */
  if (fabs (to->zoom / from->zoom - 1) < SAME_ZOOM)
    way = t;
  else
    way = (1 / result.zoom - 1 / from->zoom) / (1 / to->zoom - 1 / from->zoom);

  commons_viewport_center_on (&result, from_x + (to_x - from_x) * way, from_y + (to_y - from_y) * way);
  *out = result;
}
