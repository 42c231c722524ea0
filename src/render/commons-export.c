/* commons-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "commons-export-private.h"

G_DEFINE_QUARK (commons-export-error-quark, commons_export_error)

void
_commons_export_job_clear (CommonsExportJob *job)
{
  g_clear_object (&job->picture);
  g_clear_object (&job->board);
  g_clear_pointer (&job->imprint, commons_imprint_free);
  g_clear_pointer (&job->foot, commons_scene_unref);
}

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
find_area (CommonsExportJob           *job,
           CommonsBoard               *board,
           const CommonsExportOptions *options,
           GError                    **error)
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

/* The line stands on the ground of the board, if there is one; both grounds
 * overlap by a unit, so that no seam shows between them. */
static void
build_foot (CommonsExportJob           *job,
            const CommonsExportOptions *options)
{
  const CommonsTheme *theme = commons_picture_get_theme (job->picture);
  const CommonsRect *area = &job->area;
  gboolean french = g_str_equal (commons_catalogue_get_language (job->catalogue), "fr");
  g_autoptr (CommonsScene) line = commons_scene_new ();
  const double square[4] = { 0 };

  job->foot_height = commons_imprint_build (job->imprint, theme, french, area, line);
  if (job->foot_height == 0)
    return;

  job->foot = commons_scene_new ();
  if (!options->transparent)
    commons_scene_add_plain_box (job->foot, area->x, area->y + area->height - 1,
                                 area->width, job->foot_height + 1, square, &theme->board);
  commons_scene_append (job->foot, line);
}

/* The same records on a board that nobody else asks anything. */
static CommonsBoard *
copy_board (CommonsBoard *board)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new (), edges = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_board_get_node (board, i));

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    g_ptr_array_add (edges, commons_board_get_edge (board, i));

  return commons_board_new_from_records (commons_board_get_head (board), nodes, edges);
}

void
_commons_export_job_copy (const CommonsExportJob     *job,
                          const CommonsExportOptions *options,
                          CommonsExportJob           *copy)
{
  *copy = *job;
  copy->board = copy_board (job->board);
  copy->picture = commons_picture_new (copy->board, job->catalogue, commons_picture_get_theme (job->picture));
  copy->imprint = commons_imprint_new (copy->board, job->catalogue);
  copy->foot = NULL;
  if (job->foot != NULL)
    build_foot (copy, options);
}

double
_commons_export_get_page_height (const CommonsExportJob *job)
{
  return (double) job->area.height + job->foot_height;
}

void
_commons_export_tell (CommonsExportJob *job,
                      double            done)
{
  if (job->progress != NULL)
    job->progress (done, job->user_data);
}

gboolean
_commons_export_set_failed (cairo_status_t   status,
                            GError         **error)
{
  g_set_error (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_FAILED,
               _("The picture could not be made: %s."), cairo_status_to_string (status));
  return FALSE;
}

static double
get_largest_scale (const CommonsExportJob *job)
{
  double width = job->area.width, height = _commons_export_get_page_height (job);
  double largest = MIN (COMMONS_EXPORT_MAX_SIDE / width, COMMONS_EXPORT_MAX_SIDE / height);

  return MIN (largest, sqrt ((double) COMMONS_EXPORT_MAX_PIXELS / (width * height)));
}

/* Only images have pixels to count: drawings are as large as they like. */
static gboolean
check_size (const CommonsExportJob     *job,
            const CommonsExportOptions *options,
            double                      largest,
            GError                    **error)
{
  double width = ceil (job->area.width * job->scale), height = ceil (_commons_export_get_page_height (job) * job->scale);

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
               MAX (1, (int) floor (_commons_export_get_page_height (job) * largest)),
               floor (largest * 100) / 100);
  return FALSE;
}

static gboolean
prepare (CommonsExportJob           *job,
         CommonsBoard               *board,
         CommonsCatalogue           *catalogue,
         const CommonsExportOptions *options,
         double                     *largest_scale,
         GError                    **error)
{
  double largest;

  job->board = g_object_ref (board);
  job->catalogue = catalogue;
  job->picture = commons_picture_new (board, catalogue, commons_theme_get (options->theme, FALSE));
  job->filter.only = options->only;
  job->filter.background = !options->transparent;
  job->filter.whole = options->format != COMMONS_EXPORT_PNG && options->only == NULL && options->area == NULL;
  job->imprint = commons_imprint_new (board, catalogue);

  if (!find_area (job, board, options, error))
    return FALSE;

  if (options->imprint)
    build_foot (job, options);

  largest = get_largest_scale (job);
  job->scale = options->scale > 0 ? options->scale : 1;

  if (options->width > 0)
    job->scale = (double) options->width / job->area.width;

  job->width = (int) CLAMP (round (job->area.width * job->scale), 1, G_MAXINT);
  job->height = (int) CLAMP (round (_commons_export_get_page_height (job) * job->scale), 1, G_MAXINT);

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
  g_auto (CommonsExportJob) job = { 0 };
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

gboolean
commons_export_write (CommonsBoard                *board,
                      CommonsCatalogue            *catalogue,
                      const CommonsExportOptions  *options,
                      GOutputStream               *stream,
                      CommonsExportProgress        progress,
                      gpointer                     user_data,
                      GCancellable                *cancellable,
                      GError                     **error)
{
  g_auto (CommonsExportJob) job = { 0 };

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !prepare (&job, board, catalogue, options, NULL, error))
    return FALSE;

  job.stream = stream;
  job.progress = progress;
  job.user_data = user_data;
  job.cancellable = job.filter.cancellable = cancellable;
  _commons_export_tell (&job, 0);

  switch (options->format)
    {
    case COMMONS_EXPORT_SVG:
      return _commons_export_write_svg (&job, board, error);

    case COMMONS_EXPORT_PDF:
      return _commons_export_write_pdf (&job, board, error);

    case COMMONS_EXPORT_PNG:
    default:
      return _commons_export_write_png (&job, options, error);
    }
}

GBytes *
commons_export_render (CommonsBoard                *board,
                       CommonsCatalogue            *catalogue,
                       const CommonsExportOptions  *options,
                       GError                     **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!commons_export_write (board, catalogue, options, stream, NULL, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
