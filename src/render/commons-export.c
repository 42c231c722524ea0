/* commons-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-export"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "commons-cairo-painter.h"
#include "commons-export.h"
#include "commons-picture.h"
#include "commons-svg-writer.h"

/* A smaller image shows what a person would see on screen from as far: titles
 * no one could read give way to silhouettes. */
#define FULL_DETAIL_SCALE 0.58

/* PDF counts in points of 1/72 inch, screens in pixels of 1/96. */
#define POINTS_PER_PIXEL 0.75

/* One export under way: what is drawn, and how large. */
typedef struct
{
  CommonsPicture     *picture;
  CommonsPaintFilter  filter;
  CommonsRect         area;
  double              scale;
  int                 width;
  int                 height;
} Job;

G_DEFINE_QUARK (commons-export-error-quark, commons_export_error)

static void
clear_job (Job *job)
{
  g_clear_object (&job->picture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static gboolean
set_empty (GError **error)
{
  g_set_error_literal (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_EMPTY,
                       _("There is nothing to export: the board has no card here."));
  return FALSE;
}

/* The margin of commons_picture_get_extents() around some nodes alone. */
static gboolean
get_extents_of (CommonsBoard   *board,
                CommonsPicture *picture,
                GHashTable     *only,
                CommonsRect    *area)
{
  int left = G_MAXINT, top = G_MAXINT, right = G_MININT, bottom = G_MININT;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRect extents;

      if (!g_hash_table_contains (only, commons_record_get_id (node)))
        continue;

      commons_picture_get_node_extents (picture, node, &extents);
      left = MIN (left, extents.x);
      top = MIN (top, extents.y);
      right = MAX (right, extents.x + extents.width);
      bottom = MAX (bottom, extents.y + extents.height);
    }

  if (left > right)
    return FALSE;

  *area = (CommonsRect) { left - 12, top - 12, right - left + 24, bottom - top + 24 };
  return TRUE;
}

static gboolean
find_area (Job                         *job,
           CommonsBoard                *board,
           const CommonsExportOptions  *options,
           GError                     **error)
{
  gboolean found;

  if (options->area != NULL)
    {
      job->area = *options->area;
      found = job->area.width > 0 && job->area.height > 0;
    }
  else if (options->only != NULL)
    {
      found = get_extents_of (board, job->picture, options->only, &job->area);
    }
  else
    {
      found = commons_picture_get_extents (job->picture, &job->area);
    }

  return found ? TRUE : set_empty (error);
}

static double
get_largest_scale (const CommonsRect *area)
{
  double width = area->width, height = area->height;
  double largest = MIN (COMMONS_EXPORT_MAX_SIDE / width, COMMONS_EXPORT_MAX_SIDE / height);

  return MIN (largest, sqrt (COMMONS_EXPORT_MAX_PIXELS / (width * height)));
}

/* Only images have pixels to count: drawings are as large as they like. */
static gboolean
check_size (const Job                   *job,
            const CommonsExportOptions  *options,
            double                       largest,
            GError                     **error)
{
  double width = ceil (job->area.width * job->scale), height = ceil (job->area.height * job->scale);

  if (width <= COMMONS_EXPORT_MAX_SIDE && height <= COMMONS_EXPORT_MAX_SIDE &&
      width * height <= COMMONS_EXPORT_MAX_PIXELS)
    return TRUE;

  if (options->format != COMMONS_EXPORT_PNG)
    return TRUE;

  g_set_error (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_TOO_LARGE,
               /* Translators: four whole numbers of pixels, then a scale such as 1.5 */
               _("The picture would be %'.0f × %'.0f pixels, which is too large. The largest that fits is %'d × %'d pixels, at scale %.2f."),
               width, height,
               MAX (1, (int) floor (job->area.width * largest)),
               MAX (1, (int) floor (job->area.height * largest)),
               floor (largest * 100) / 100);
  return FALSE;
}

static gboolean
prepare (Job                         *job,
         CommonsBoard                *board,
         CommonsCatalogue            *catalogue,
         const CommonsExportOptions  *options,
         double                      *largest_scale,
         GError                     **error)
{
  double largest;

  job->picture = commons_picture_new (board, catalogue, commons_theme_get (options->theme, FALSE));
  job->filter.only = options->only;
  job->filter.background = !options->transparent;

  if (!find_area (job, board, options, error))
    return FALSE;

  largest = get_largest_scale (&job->area);
  job->scale = options->scale > 0 ? options->scale : 1;

  if (options->width > 0)
    job->scale = (double) options->width / job->area.width;

  job->width = (int) CLAMP (round (job->area.width * job->scale), 1, G_MAXINT);
  job->height = (int) CLAMP (round (job->area.height * job->scale), 1, G_MAXINT);

  if (largest_scale != NULL)
    *largest_scale = largest;

  return check_size (job, options, largest, error);
}

gboolean
commons_export_measure (CommonsBoard                *board,
                        CommonsCatalogue            *catalogue,
                        const CommonsExportOptions  *options,
                        int                         *width,
                        int                         *height,
                        double                      *largest_scale,
                        GError                     **error)
{
  g_auto (Job) job = { 0 };
  gboolean fits;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (largest_scale != NULL)
    *largest_scale = 0;

  fits = prepare (&job, board, catalogue, options, largest_scale, error);

  if (width != NULL)
    *width = job.width;

  if (height != NULL)
    *height = job.height;

  return fits;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
take_bytes (GByteArray      *bytes,
            cairo_status_t   status,
            GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);

  g_byte_array_unref (bytes);
  g_set_error (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_FAILED,
               _("The picture could not be made: %s."), cairo_status_to_string (status));
  return NULL;
}

static GBytes *
render_png (Job                         *job,
            const CommonsExportOptions  *options,
            GError                     **error)
{
  cairo_format_t format = options->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  cairo_surface_t *surface = cairo_image_surface_create (format, job->width, job->height);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();
  cairo_status_t status;

  cairo_scale (cr, (double) job->width / job->area.width, (double) job->height / job->area.height);
  cairo_translate (cr, -job->area.x, -job->area.y);
  commons_picture_set_zoom (job->picture, job->scale < FULL_DETAIL_SCALE ? job->scale : 0);
  commons_picture_paint (job->picture, cr, &job->area, &job->filter);

  status = cairo_status (cr);
  cairo_destroy (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);

  cairo_surface_destroy (surface);
  return take_bytes (bytes, status, error);
}

static GBytes *
render_svg (Job          *job,
            CommonsBoard *board)
{
  g_autoptr (CommonsScene) scene = commons_picture_build_scene (job->picture, &job->area, &job->filter);

  return commons_svg_writer_write (scene, &job->area, job->width, job->height,
                                   commons_board_get_title (board),
                                   commons_board_get_language (board));
}

static void
set_metadata (cairo_surface_t *surface,
              CommonsBoard    *board)
{
  CommonsRecord *head = commons_board_get_head (board);
  const char *author = commons_record_get_string (head, "commons/author");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, commons_board_get_title (board));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Commons Canvas " PACKAGE_VERSION);

  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
}

/* Readers of the page can go to a circle by its name. */
static void
add_outline (cairo_surface_t *surface,
             const Job       *job,
             CommonsBoard    *board,
             double           factor)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);
      g_autofree char *place = NULL;

      if (!commons_record_is_group (node) || commons_record_get_title (node)[0] == '\0' ||
          (job->filter.only != NULL && !g_hash_table_contains (job->filter.only, commons_record_get_id (node))))
        continue;

      place = g_strdup_printf ("page=1 pos=[%d %d]",
                               (int) ((bounds->x - job->area.x) * factor),
                               (int) ((bounds->y - job->area.y) * factor));
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                     commons_record_get_title (node), place,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

static GBytes *
render_pdf (Job           *job,
            CommonsBoard  *board,
            GError       **error)
{
  double factor = job->scale * POINTS_PER_PIXEL;
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                 job->area.width * factor, job->area.height * factor);
  set_metadata (surface, board);
  cr = cairo_create (surface);
  add_outline (surface, job, board, factor);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, -job->area.x, -job->area.y);
  commons_picture_paint (job->picture, cr, &job->area, &job->filter);
  cairo_show_page (cr);

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);

  cairo_surface_destroy (surface);
  return take_bytes (bytes, status, error);
}

GBytes *
commons_export_render (CommonsBoard                *board,
                       CommonsCatalogue            *catalogue,
                       const CommonsExportOptions  *options,
                       GError                     **error)
{
  g_auto (Job) job = { 0 };

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!prepare (&job, board, catalogue, options, NULL, error))
    return NULL;

  switch (options->format)
    {
    case COMMONS_EXPORT_SVG:
      return render_svg (&job, board);

    case COMMONS_EXPORT_PDF:
      return render_pdf (&job, board, error);

    case COMMONS_EXPORT_PNG:
    default:
      return render_png (&job, options, error);
    }
}
