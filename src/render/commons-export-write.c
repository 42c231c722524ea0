/* commons-export-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files a picture becomes, with what they say of themselves.
 */

#define G_LOG_DOMAIN "commons-export"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "commons-cairo-painter.h"
#include "commons-export-private.h"
#include "commons-page-shapes.h"
#include "commons-svg-writer.h"

/* PDF counts in points of 1/72 inch, screens in pixels of 1/96. */
#define POINTS_PER_PIXEL 0.75

/* Points that extents of curves may be off by. */
#define TOLERANCE 1

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Cards that reach beyond the area must not run into the line under it. */
void
_commons_export_paint (CommonsExportJob  *job,
                       cairo_t           *cr,
                       const CommonsRect *part)
{
  const CommonsRect *area = &job->area;

  cairo_translate (cr, -area->x, -area->y);
  cairo_save (cr);

  if (job->foot != NULL)
    {
      cairo_rectangle (cr, area->x, area->y, area->width, area->height);
      cairo_clip (cr);
    }

  if (part->width > 0 && part->height > 0)
    commons_picture_paint (job->picture, cr, part, &job->filter);
  cairo_restore (cr);

  if (job->foot != NULL)
    commons_cairo_painter_paint (job->foot, cr);
}

static gboolean
write_bytes (CommonsExportJob  *job,
             gconstpointer      data,
             gsize              length,
             GError           **error)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error) ||
      !g_output_stream_write_all (job->stream, data, length, NULL, job->cancellable, error))
    return FALSE;

  _commons_export_tell (job, 1);
  return TRUE;
}

gboolean
_commons_export_write_svg (CommonsExportJob  *job,
                           CommonsBoard      *board,
                           GError           **error)
{
  g_autoptr (CommonsScene) scene = commons_picture_build_scene (job->picture, &job->area, &job->filter);
  g_autoptr (GBytes) svg = NULL;
  gconstpointer data;
  gsize length;

  const CommonsSvgWords words = {
    .title = job->imprint->title,
    .language = commons_board_get_language (board),
    .author = job->imprint->author,
    .rights = job->imprint->rights,
    .address = job->imprint->address,
    .source = job->imprint->method,
  };

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;

  svg = commons_svg_writer_write (scene, &job->area, job->foot, job->foot_height,
                                  job->width, job->height, &words);
  data = g_bytes_get_data (svg, &length);
  return write_bytes (job, data, length, error);
}

static void
set_metadata (cairo_surface_t      *surface,
              const CommonsImprint *imprint)
{
  g_autofree char *terms = imprint->rights != NULL && imprint->method != NULL
                           ? g_strdup_printf ("%s · %s", imprint->rights, imprint->method)
                           : g_strdup (imprint->rights != NULL ? imprint->rights : imprint->method);
  const struct { cairo_pdf_metadata_t member; const char *words; } metadata[] = {
    { CAIRO_PDF_METADATA_TITLE, imprint->title },
    { CAIRO_PDF_METADATA_AUTHOR, imprint->author },
    { CAIRO_PDF_METADATA_SUBJECT, terms },
    { CAIRO_PDF_METADATA_CREATOR, COMMONS_EXPORT_SOFTWARE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (metadata); i++)
    {
      if (metadata[i].words != NULL)
        cairo_pdf_surface_set_metadata (surface, metadata[i].member, metadata[i].words);
    }
}

/* Readers of the page can go to a circle by its name. */
static void
add_outline (cairo_surface_t        *surface,
             const CommonsExportJob *job,
             CommonsBoard           *board,
             double                  factor)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);
      g_autofree char *place = NULL;

      if (!commons_record_is_group (node) || commons_record_get_shown_title (node)[0] == '\0' ||
          (job->filter.only != NULL && !g_hash_table_contains (job->filter.only, commons_record_get_id (node))))
        continue;

      place = g_strdup_printf ("page=1 pos=[%d %d]",
                               (int) ((bounds->x - job->area.x) * factor),
                               (int) ((bounds->y - job->area.y) * factor));
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                     commons_record_get_shown_title (node), place,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

gboolean
_commons_export_write_pdf (CommonsExportJob  *job,
                           CommonsBoard      *board,
                           GError           **error)
{
  double factor = job->scale * POINTS_PER_PIXEL, height = _commons_export_get_page_height (job);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, job->area.width * factor, height * factor);
  set_metadata (surface, job->imprint);
  cr = cairo_create (surface);
  add_outline (surface, job, board, factor);
  cairo_scale (cr, factor, factor);

  /* Curves are written as they are: only their extents are measured. */
  cairo_set_tolerance (cr, TOLERANCE);

  if (job->filter.background)
    commons_page_shapes_begin (cr, &commons_picture_get_theme (job->picture)->board, job->area.width, height);
  job->filter.background = FALSE;

  _commons_export_paint (job, cr, &job->area);
  cairo_show_page (cr);

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);

  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    return _commons_export_set_failed (status, error);

  return write_bytes (job, bytes->data, bytes->len, error);
}
