/* commons-export-png.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of any size takes the memory of two bands: while one is drawn, the
 * one before is packed in a thread of its own. Both are used in turns, and what
 * a band became is written before it is drawn anew.
 */

#define G_LOG_DOMAIN "commons-export"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-deflate.h"
#include "commons-export-private.h"
#include "commons-picture-private.h"
#include "commons-png-chunk.h"
#include "commons-png-rows.h"

/* A smaller image shows what a person would see on screen from as far: titles
 * no one could read give way to silhouettes. */
#define FULL_DETAIL_SCALE 0.58

#define N_BANDS 2

/* A band is high enough for two rows of cards, where its bytes allow it: few
 * cards are then drawn twice. */
#define BAND_ROWS      400
#define MIN_BAND_BYTES (8 << 20)
#define MAX_BAND_BYTES (32 << 20)

/* What is drawn at once: cairo knows no surface of more than 32767 pixels. */
#define MAX_COLUMN 32000

#define BYTES_PER_PIXEL 4

typedef struct
{
  CommonsPngRows *rows;
  guint8         *pixels;   /* the row above the band, then its own */
  int             top;
  int             n_rows;
  GByteArray     *packed;
  CommonsPngSum   sum;
  gboolean        busy;     /* under the mutex: being packed */
} Band;

typedef struct
{
  CommonsExportJob *job;
  cairo_format_t    format;
  gsize             stride;
  int               max_rows;
  GThreadPool      *pool;
  GMutex            mutex;
  GCond             packed;
  Band              bands[N_BANDS];
  CommonsPngSum     sum;
} Png;

static CommonsExportTrial *trial = NULL;

void
_commons_export_set_trial (CommonsExportTrial *next)
{
  trial = next;
}

static void
pack (gpointer data,
      gpointer user_data)
{
  Band *band = data;
  Png *self = user_data;

  commons_png_rows_pack (band->rows, band->pixels, self->stride, (guint) band->n_rows, band->packed, &band->sum);

  g_mutex_lock (&self->mutex);
  band->busy = FALSE;
  g_cond_signal (&self->packed);
  g_mutex_unlock (&self->mutex);
}

static gboolean
init (Png               *self,
      CommonsExportJob  *job,
      gboolean           alpha,
      GError           **error)
{
  gsize n_bytes;

  *self = (Png) { .job = job, .sum = COMMONS_PNG_SUM_INIT };
  self->format = alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  self->stride = (gsize) job->width * BYTES_PER_PIXEL;
  n_bytes = CLAMP (BAND_ROWS * self->stride, MIN_BAND_BYTES, MAX_BAND_BYTES);
  if (trial != NULL && trial->band_bytes > 0)
    n_bytes = trial->band_bytes;

  self->max_rows = (int) CLAMP (n_bytes / self->stride, 1, (gsize) job->height);
  self->pool = g_thread_pool_new (pack, self, 1, FALSE, NULL);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->packed);

  for (guint i = 0; i < N_BANDS; i++)
    {
      Band *band = &self->bands[i];

      band->rows = commons_png_rows_new ((guint) job->width, alpha);
      band->packed = g_byte_array_new ();
      band->pixels = g_try_malloc_n ((gsize) self->max_rows + 1, self->stride);
      if (band->pixels == NULL)
        return _commons_export_set_failed (CAIRO_STATUS_NO_MEMORY, error);
    }

  return TRUE;
}

static void
clear (Png *self)
{
  /* Waits for what is being packed. */
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->packed);

  for (guint i = 0; i < N_BANDS; i++)
    {
      g_clear_pointer (&self->bands[i].rows, commons_png_rows_free);
      g_clear_pointer (&self->bands[i].packed, g_byte_array_unref);
      g_clear_pointer (&self->bands[i].pixels, g_free);
    }
}

static gboolean
write_bytes (Png               *self,
             const GByteArray  *bytes,
             GError           **error)
{
  return g_output_stream_write_all (self->job->stream, bytes->data, bytes->len, NULL,
                                    self->job->cancellable, error);
}

/* The keywords are those of the specification; white is what viewers without
 * see-through pixels put behind. */
static gboolean
write_head (Png     *self,
            GError **error)
{
  static const guint8 white[] = { 0, 0xff, 0, 0xff, 0, 0xff };
  const CommonsImprint *imprint = self->job->imprint;
  g_autoptr (GByteArray) head = g_byte_array_new ();

  g_byte_array_append (head, (const guint8 *) COMMONS_PNG_SIGNATURE, COMMONS_PNG_SIGNATURE_SIZE);
  commons_png_chunk_append_header (head, (guint) self->job->width, (guint) self->job->height,
                                   self->format == CAIRO_FORMAT_ARGB32);
  commons_png_chunk_append_text (head, "Title", imprint->title);
  commons_png_chunk_append_text (head, "Author", imprint->author);
  commons_png_chunk_append_text (head, "Copyright", imprint->rights);
  commons_png_chunk_append_text (head, "Source", imprint->method);
  commons_png_chunk_append_text (head, "Software", COMMONS_EXPORT_SOFTWARE);
  commons_png_chunk_append (head, "bKGD", white, sizeof white);

  return write_bytes (self, head, error);
}

static gboolean
write_tail (Png     *self,
            GError **error)
{
  g_autoptr (GByteArray) end = g_byte_array_new ();
  g_autoptr (GByteArray) tail = g_byte_array_new ();
  guint32 sum = GUINT32_TO_BE (self->sum.sum);

  commons_deflate_finish (end);
  g_byte_array_append (end, (const guint8 *) &sum, sizeof sum);
  commons_png_chunk_append (tail, "IDAT", end->data, end->len);
  commons_png_chunk_append (tail, "IEND", NULL, 0);

  return write_bytes (self, tail, error);
}

/* The part of the board that shows in some pixels, and a little more. */
static void
find_part (const Png   *self,
           int          left,
           int          width,
           const Band  *band,
           CommonsRect *part)
{
  const CommonsRect *area = &self->job->area;
  double x_scale = _commons_export_get_x_scale (self->job), y_scale = _commons_export_get_y_scale (self->job);
  int x1 = MAX (0, (int) floor (left / x_scale) - 1);
  int y1 = MAX (0, (int) floor (band->top / y_scale) - 1);
  int x2 = MIN (area->width, (int) ceil ((left + width) / x_scale) + 1);
  int y2 = MIN (area->height, (int) ceil ((band->top + band->n_rows) / y_scale) + 1);

  *part = (CommonsRect) { area->x + x1, area->y + y1, x2 - x1, y2 - y1 };
}

/* The whole page has the ground of the board, whatever stands on it: bands are
 * used again, and what is under them must not show where an edge of the area
 * falls between pixels. */
static void
paint_ground (const Png *self,
              cairo_t   *cr)
{
  const CommonsColor *color = &commons_picture_get_theme (self->job->picture)->board;

  if (self->format == CAIRO_FORMAT_ARGB32)
    cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  else
    cairo_set_source_rgb (cr, color->red, color->green, color->blue);

  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static cairo_status_t
paint_column (Png        *self,
              const Band *band,
              int         left,
              int         width)
{
  guint8 *pixels = band->pixels + self->stride + (gsize) left * BYTES_PER_PIXEL;
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, self->format, width, band->n_rows,
                                                                  (int) self->stride);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  CommonsRect part;

  paint_ground (self, cr);
  find_part (self, left, width, band, &part);
  cairo_translate (cr, -left, -band->top);
  cairo_scale (cr, _commons_export_get_x_scale (self->job), _commons_export_get_y_scale (self->job));
  _commons_export_paint (self->job, cr, &part);

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return status;
}

static gboolean
paint_band (Png     *self,
            Band    *band,
            GError **error)
{
  int column = trial != NULL && trial->column > 0 ? trial->column : MAX_COLUMN;

  for (int left = 0; left < self->job->width; left += column)
    {
      cairo_status_t status = paint_column (self, band, left, MIN (column, self->job->width - left));

      if (status != CAIRO_STATUS_SUCCESS)
        return _commons_export_set_failed (status, error);
    }

  return TRUE;
}

/* Bands end where they cut the fewest cards. */
static void
place_band (const Png *self,
            Band      *band,
            int        top)
{
  double scale = _commons_export_get_y_scale (self->job);
  int left = self->job->height - top, seam;

  band->top = top;
  band->n_rows = MIN (left, self->max_rows);
  if (band->n_rows == left)
    return;

  seam = commons_picture_find_seam (self->job->picture,
                                    self->job->area.y + (int) floor ((top + self->max_rows / 2) / scale),
                                    self->job->area.y + (int) floor ((top + self->max_rows) / scale));
  band->n_rows = CLAMP ((int) round ((seam - self->job->area.y) * scale) - top, 1, self->max_rows);
}

static void
start_packing (Png        *self,
               Band       *band,
               const Band *above)
{
  /* What RFC 1950 begins with: deflate, whatever the level. */
  static const guint8 head[] = { 0x78, 0x01 };

  g_byte_array_set_size (band->packed, 0);
  if (above != NULL)
    {
      memcpy (band->pixels, above->pixels + (gsize) above->n_rows * self->stride, self->stride);
    }
  else
    {
      memset (band->pixels, 0, self->stride);
      g_byte_array_append (band->packed, head, sizeof head);
    }

  band->busy = TRUE;
  g_thread_pool_push (self->pool, band, NULL);
}

/* Waits until a band is packed, and writes it. */
static gboolean
finish_band (Png     *self,
             Band    *band,
             GError **error)
{
  g_autoptr (GByteArray) chunk = NULL;

  g_mutex_lock (&self->mutex);
  while (band->busy)
    g_cond_wait (&self->packed, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (band->n_rows == 0)
    return TRUE;

  chunk = g_byte_array_sized_new (band->packed->len + 12);
  commons_png_chunk_append (chunk, "IDAT", band->packed->data, band->packed->len);
  commons_png_sum_add (&self->sum, &band->sum);
  band->n_rows = 0;

  return write_bytes (self, chunk, error);
}

static gboolean
write_bands (Png     *self,
             GError **error)
{
  const Band *above = NULL;
  guint turn;
  int top = 0;

  for (turn = 0; top < self->job->height; turn++)
    {
      Band *band = &self->bands[turn % N_BANDS];

      if (!finish_band (self, band, error))
        return FALSE;

      place_band (self, band, top);
      if (!paint_band (self, band, error) ||
          g_cancellable_set_error_if_cancelled (self->job->cancellable, error))
        return FALSE;

      start_packing (self, band, above);
      if (trial != NULL)
        trial->n_bands++;

      above = band;
      top += band->n_rows;
      commons_picture_forget_above (self->job->picture,
                                    self->job->area.y + (int) floor (top / _commons_export_get_y_scale (self->job)) - 1);
      _commons_export_tell (self->job, (double) top / self->job->height);
    }

  for (guint i = 0; i < N_BANDS; i++, turn++)
    {
      if (!finish_band (self, &self->bands[turn % N_BANDS], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_commons_export_write_png (CommonsExportJob           *job,
                           const CommonsExportOptions *options,
                           GError                    **error)
{
  Png self;
  gboolean done;

  job->filter.background = FALSE;
  commons_picture_set_zoom (job->picture, job->scale < FULL_DETAIL_SCALE ? job->scale : 0);
  done = init (&self, job, options->transparent, error) &&
         write_head (&self, error) &&
         write_bands (&self, error) &&
         write_tail (&self, error);
  if (trial != NULL)
    _commons_picture_get_counts (job->picture, &trial->n_laid_out, &trial->n_painted);
  clear (&self);

  return done;
}
