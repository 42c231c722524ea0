/* commons-export-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "commons-export.h"
#include "commons-imprint.h"
#include "commons-picture.h"

G_BEGIN_DECLS

#define COMMONS_EXPORT_SOFTWARE "Commons Canvas " PACKAGE_VERSION

/* One export under way: what is drawn, how large, and where to. */
typedef struct
{
  CommonsBoard       *board;
  CommonsCatalogue   *catalogue;   /* of the caller */
  CommonsPicture     *picture;
  CommonsPaintFilter  filter;
  CommonsRect         area;
  CommonsImprint     *imprint;
  CommonsScene       *foot;        /* what stands under the area, or NULL */
  int                 foot_height; /* board units */
  double              scale;
  int                 width;
  int                 height;

  GOutputStream         *stream;
  GCancellable          *cancellable;
  CommonsExportProgress  progress;
  gpointer               user_data;
} CommonsExportJob;

void     _commons_export_job_clear       (CommonsExportJob            *job);

/* The same job for another thread, which has to draw with layouts of its own. */
void     _commons_export_job_copy        (const CommonsExportJob      *job,
                                          const CommonsExportOptions  *options,
                                          CommonsExportJob            *copy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommonsExportJob, _commons_export_job_clear)

/* What tests look into: other bands than usual, and what they took. */
typedef struct
{
  gsize band_bytes;  /* 0 for the usual */
  int   column;      /* pixels, 0 for the usual */
  guint n_bands;
  guint n_laid_out;  /* cards */
  guint n_painted;   /* cards, once for each band */
} CommonsExportTrial;

/* Holds for the next exports of PNG, until %NULL is set. */
void     _commons_export_set_trial       (CommonsExportTrial          *trial);

/* Board units: the area, and what stands under it. */
double   _commons_export_get_page_height (const CommonsExportJob      *job);

/* Paints a part of the area, and what stands under it, in board units from
 * the corner of the area on. */
void     _commons_export_paint           (CommonsExportJob            *job,
                                          cairo_t                     *cr,
                                          const CommonsRect           *part);

/* Tells how much is done, from 0 to 1. */
void     _commons_export_tell            (CommonsExportJob            *job,
                                          double                       done);

/* Says that drawing failed; always returns FALSE. */
gboolean _commons_export_set_failed      (cairo_status_t               status,
                                          GError                     **error);

gboolean _commons_export_write_png       (CommonsExportJob            *job,
                                          const CommonsExportOptions  *options,
                                          GError                     **error);
gboolean _commons_export_write_svg       (CommonsExportJob            *job,
                                          CommonsBoard                *board,
                                          GError                     **error);
gboolean _commons_export_write_pdf       (CommonsExportJob            *job,
                                          CommonsBoard                *board,
                                          GError                     **error);

G_END_DECLS
