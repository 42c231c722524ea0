/* commons-export-band.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-export"

#include "config.h"

#include <math.h>

#include "commons-export-band.h"
#include "commons-memory.h"

/* A band is high enough for two rows of cards, where its bytes allow it: few
 * cards are then drawn twice. */
#define BAND_ROWS      400
#define MIN_BAND_BYTES (8 << 20)
#define MAX_BAND_BYTES (32 << 20)

/* What is drawn at once: cairo knows no surface of more than 32767 pixels. */
#define MAX_COLUMN 32000

#define BYTES_PER_PIXEL 4

gboolean
_commons_export_band_init (CommonsExportBand        *self,
                           CommonsExportJob         *job,
                           gboolean                  alpha,
                           const CommonsExportTrial *trial)
{
  gsize n_bytes;

  *self = (CommonsExportBand) { .job = job };
  self->format = alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  self->stride = (gsize) job->width * BYTES_PER_PIXEL;
  n_bytes = CLAMP (BAND_ROWS * self->stride, MIN_BAND_BYTES, MAX_BAND_BYTES);
  if (trial != NULL && trial->band_bytes > 0)
    n_bytes = trial->band_bytes;

  self->column = trial != NULL && trial->column > 0 ? trial->column : MAX_COLUMN;
  self->max_rows = (int) CLAMP (n_bytes / self->stride, 1, (gsize) job->height);
  self->rows = commons_png_rows_new ((guint) job->width, alpha);
  self->n_bytes = (gsize) self->max_rows * self->stride;
  self->pixels = commons_memory_map (self->n_bytes);

  return self->pixels != NULL;
}

void
_commons_export_band_clear (CommonsExportBand *self)
{
  g_clear_pointer (&self->rows, commons_png_rows_free);
  if (self->pixels != NULL)
    commons_memory_unmap (g_steal_pointer (&self->pixels), self->n_bytes);
}

/* Bands end where they cut the fewest cards. */
void
_commons_export_band_place (CommonsExportBand *self,
                            int                top)
{
  double scale = self->job->scale;
  int left = self->job->height - top, seam;

  self->top = top;
  self->n_rows = MIN (left, self->max_rows);
  if (self->n_rows == left)
    return;

  seam = commons_picture_find_seam (self->job->picture,
                                    self->job->area.y + (int) floor ((top + self->max_rows / 2) / scale),
                                    self->job->area.y + (int) floor ((top + self->max_rows) / scale));
  self->n_rows = CLAMP ((int) round ((seam - self->job->area.y) * scale) - top, 1, self->max_rows);
}

/* The part of the board that shows in some pixels, and a little more. */
static void
find_part (const CommonsExportBand *self,
           int                      left,
           int                      width,
           CommonsRect             *part)
{
  const CommonsRect *area = &self->job->area;
  double scale = self->job->scale;
  int x1 = MAX (0, (int) floor (left / scale) - 1);
  int y1 = MAX (0, (int) floor (self->top / scale) - 1);
  int x2 = (int) MIN (area->width, ceil ((left + width) / scale) + 1);
  int y2 = (int) MIN (area->height, ceil ((self->top + self->n_rows) / scale) + 1);

  *part = (CommonsRect) { area->x + x1, area->y + y1, x2 - x1, y2 - y1 };
}

/* The whole page has the ground of the board, whatever stands on it: bands are
 * used again, and what is under them must not show where an edge of the area
 * falls between pixels. */
static void
paint_ground (const CommonsExportBand *self,
              cairo_t                 *cr)
{
  const CommonsColor *color = &commons_picture_get_theme (self->job->picture)->board;

  if (self->format == CAIRO_FORMAT_ARGB32)
    cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  else
    cairo_set_source_rgb (cr, color->red, color->green, color->blue);

  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

/* At the scale that was asked for, not at the one that whole pixels make of it:
 * that one changes with every card at the edge, and each is a font of its own,
 * of which cairo keeps hundreds. */
static cairo_status_t
paint_column (CommonsExportBand *self,
              int                left,
              int                width)
{
  guint8 *pixels = self->pixels + (gsize) left * BYTES_PER_PIXEL;
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, self->format, width, self->n_rows,
                                                                  (int) self->stride);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  CommonsRect part;

  paint_ground (self, cr);
  find_part (self, left, width, &part);
  cairo_translate (cr, -left, -self->top);
  cairo_scale (cr, self->job->scale, self->job->scale);
  _commons_export_paint (self->job, cr, &part);

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return status;
}

cairo_status_t
_commons_export_band_paint (CommonsExportBand *self)
{
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  for (int left = 0; left < self->job->width && status == CAIRO_STATUS_SUCCESS; left += self->column)
    status = paint_column (self, left, MIN (self->column, self->job->width - left));

  return status;
}

void
_commons_export_band_pack (CommonsExportBand *self,
                           GByteArray        *packed,
                           CommonsPngSum     *sum)
{
  commons_png_rows_pack (self->rows, self->pixels, self->stride, (guint) self->n_rows, packed, sum);
}
