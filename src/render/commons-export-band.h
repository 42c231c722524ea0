/* commons-export-band.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One stretch of rows of an image: where it ends, what is drawn on it, and
 * what it is packed to.
 */

#pragma once

#include "commons-export-private.h"
#include "commons-png-rows.h"

G_BEGIN_DECLS

/* Pixels that are drawn anew for each band. */
typedef struct
{
  CommonsExportJob *job;
  cairo_format_t    format;
  gsize             stride;
  int               column;    /* pixels drawn at once */
  int               max_rows;
  CommonsPngRows   *rows;
  guint8           *pixels;
  gsize             n_bytes;   /* of the pixels */
  int               top;
  int               n_rows;
} CommonsExportBand;

/* Returns whether there was enough memory for it. */
gboolean       _commons_export_band_init  (CommonsExportBand        *self,
                                           CommonsExportJob         *job,
                                           gboolean                  alpha,
                                           const CommonsExportTrial *trial);
void           _commons_export_band_clear (CommonsExportBand        *self);

/* Makes it the band that begins at @top. */
void           _commons_export_band_place (CommonsExportBand        *self,
                                           int                       top);
cairo_status_t _commons_export_band_paint (CommonsExportBand        *self);

/* Appends to @packed. */
void           _commons_export_band_pack  (CommonsExportBand        *self,
                                           GByteArray               *packed,
                                           CommonsPngSum            *sum);

G_END_DECLS
