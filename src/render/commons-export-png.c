/* commons-export-png.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of any size takes the memory of two bands. Each has a thread of
 * its own, which draws it and packs it, then takes the next one that nobody
 * has begun; what they become is written in order. Fonts and layouts belong to
 * one thread, so each has a picture of its own, and a board of its own with the
 * same records, which nobody changes.
 */

#define G_LOG_DOMAIN "commons-export"

#include "config.h"

#include <math.h>

#include "commons-deflate.h"
#include "commons-export-band.h"
#include "commons-picture-private.h"
#include "commons-png-chunk.h"

/* A smaller image shows what a person would see on screen from as far: titles
 * no one could read give way to silhouettes. */
#define FULL_DETAIL_SCALE 0.58

/* A band that is packed and waits for those above it to be written. */
typedef struct
{
  GByteArray   *chunk;
  CommonsPngSum sum;
  int           bottom;
} Packed;

typedef struct
{
  CommonsExportJob           *job;
  const CommonsExportOptions *options;
  CommonsPngSum               sum;

  /* Of both threads, under the mutex. */
  GMutex                      mutex;
  int                         top;        /* where the next band begins */
  guint                       n_begun;
  GArray                     *packed;     /* of each band begun, emptied once written */
  guint                       n_written;
  int                         bottom;     /* of what is written */
  GError                     *error;
  guint                       n_laid_out;
  guint                       n_painted;
} Png;

static CommonsExportTrial *trial = NULL;

void
_commons_export_set_trial (CommonsExportTrial *next)
{
  trial = next;
}

static void
clear_packed (gpointer data)
{
  Packed *packed = data;

  g_clear_pointer (&packed->chunk, g_byte_array_unref);
}

static void
init (Png                        *self,
      CommonsExportJob           *job,
      const CommonsExportOptions *options)
{
  *self = (Png) { .job = job, .options = options, .sum = COMMONS_PNG_SUM_INIT };
  g_mutex_init (&self->mutex);
  self->packed = g_array_new (FALSE, TRUE, sizeof (Packed));
  g_array_set_clear_func (self->packed, clear_packed);
}

static void
clear (Png *self)
{
  g_mutex_clear (&self->mutex);
  g_array_unref (self->packed);
  g_clear_error (&self->error);
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
                                   self->options->transparent);
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

/* Takes the next band; returns its number, or -1 when there is none left. */
static int
take_band (Png               *self,
           CommonsExportBand *band)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert (locker != NULL);

  if (self->error != NULL || self->top >= self->job->height)
    return -1;

  _commons_export_band_place (band, self->top);
  self->top += band->n_rows;
  g_array_set_size (self->packed, ++self->n_begun);

  return (int) self->n_begun - 1;
}

static GByteArray *
make_chunk (CommonsExportBand *band,
            CommonsPngSum     *sum)
{
  /* What RFC 1950 begins with: deflate, whatever the level. */
  static const guint8 head[] = { 0x78, 0x01 };
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  GByteArray *chunk;

  if (band->top == 0)
    g_byte_array_append (packed, head, sizeof head);

  _commons_export_band_pack (band, packed, sum);
  chunk = g_byte_array_sized_new (packed->len + 12);
  commons_png_chunk_append (chunk, "IDAT", packed->data, packed->len);

  return chunk;
}

/* Writes what is packed down to the first band that is not. */
static gboolean
write_packed (Png     *self,
              GError **error)
{
  for (; self->n_written < self->packed->len; self->n_written++)
    {
      Packed *packed = &g_array_index (self->packed, Packed, self->n_written);

      if (packed->chunk == NULL)
        return TRUE;

      if (!write_bytes (self, packed->chunk, error))
        return FALSE;

      commons_png_sum_add (&self->sum, &packed->sum);
      self->bottom = packed->bottom;
      clear_packed (packed);
    }

  return TRUE;
}

/* Returns how much is done. */
static double
hand_in (Png    *self,
         int     index,
         Packed *done)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert (locker != NULL);

  g_array_index (self->packed, Packed, index) = *done;
  if (self->error == NULL)
    write_packed (self, &self->error);

  return (double) self->bottom / self->job->height;
}

static gboolean
draw_band (CommonsExportJob   *job,
           CommonsExportBand  *band,
           Packed             *done,
           GError            **error)
{
  cairo_status_t status = _commons_export_band_paint (band);

  if (status != CAIRO_STATUS_SUCCESS)
    return _commons_export_set_failed (status, error);

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;

  done->chunk = make_chunk (band, &done->sum);
  done->bottom = band->top + band->n_rows;
  commons_picture_forget_above (job->picture,
                                job->area.y + (int) floor (done->bottom / job->scale) - 1);
  return TRUE;
}

static gboolean
draw_bands (Png                *self,
            CommonsExportJob   *job,
            CommonsExportBand  *band,
            GError            **error)
{
  int index;

  while ((index = take_band (self, band)) >= 0)
    {
      Packed done = { NULL };
      double part;

      if (!draw_band (job, band, &done, error))
        return FALSE;

      part = hand_in (self, index, &done);
      _commons_export_tell (job, part);
    }

  return TRUE;
}

static void
end_work (Png              *self,
          CommonsExportJob *job,
          GError           *error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  guint n_laid_out, n_painted;

  g_assert (locker != NULL);

  commons_picture_get_counts (job->picture, &n_laid_out, &n_painted);
  self->n_laid_out += n_laid_out;
  self->n_painted += n_painted;

  if (self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);
}

static void
work (Png              *self,
      CommonsExportJob *job)
{
  CommonsExportBand band;
  GError *error = NULL;

  job->filter.background = FALSE;
  commons_picture_set_zoom (job->picture, job->scale < FULL_DETAIL_SCALE ? job->scale : 0);

  if (_commons_export_band_init (&band, job, self->options->transparent, trial))
    draw_bands (self, job, &band, &error);
  else
    _commons_export_set_failed (CAIRO_STATUS_NO_MEMORY, &error);

  _commons_export_band_clear (&band);
  end_work (self, job, error);
}

/* Only the caller’s thread tells how much is done. */
static gpointer
help (gpointer data)
{
  Png *self = data;
  g_auto (CommonsExportJob) job = { 0 };

  _commons_export_job_copy (self->job, self->options, &job);
  job.progress = NULL;
  work (self, &job);

  return NULL;
}

/* One band is no work for two, nor are two threads for one processor. */
static GThread *
find_help (Png *self)
{
  CommonsExportBand band;
  gboolean several;

  several = _commons_export_band_init (&band, self->job, self->options->transparent, trial) &&
            band.max_rows < self->job->height;
  _commons_export_band_clear (&band);

  return several && g_get_num_processors () > 1 ? g_thread_try_new ("export", help, self, NULL) : NULL;
}

static gboolean
write_bands (Png     *self,
             GError **error)
{
  GThread *helper = find_help (self);

  work (self, self->job);
  if (helper != NULL)
    g_thread_join (helper);

  if (trial != NULL)
    {
      trial->n_bands = self->n_begun;
      trial->n_laid_out = self->n_laid_out;
      trial->n_painted = self->n_painted;
    }

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
_commons_export_write_png (CommonsExportJob           *job,
                           const CommonsExportOptions *options,
                           GError                    **error)
{
  Png self;
  gboolean done;

  init (&self, job, options);
  done = write_head (&self, error) &&
         write_bands (&self, error) &&
         write_tail (&self, error);
  clear (&self);

  if (done)
    _commons_export_tell (job, 1);

  return done;
}
