/* commons-export-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-export.h"
#include "commons-imprint.h"
#include "commons-picture.h"

G_BEGIN_DECLS

/* One export under way: what is drawn, and how large. */
typedef struct
{
  CommonsPicture     *picture;
  CommonsPaintFilter  filter;
  CommonsRect         area;
  CommonsImprint     *imprint;
  CommonsScene       *foot;        /* what stands under the area, or NULL */
  int                 foot_height; /* board units */
  double              scale;
  int                 width;
  int                 height;
} CommonsExportJob;

/* Board units: the area, and what stands under it. */
double  _commons_export_get_page_height (const CommonsExportJob      *job);

GBytes *_commons_export_write_png       (CommonsExportJob            *job,
                                         const CommonsExportOptions  *options,
                                         GError                     **error);
GBytes *_commons_export_write_svg       (CommonsExportJob            *job,
                                         CommonsBoard                *board);
GBytes *_commons_export_write_pdf       (CommonsExportJob            *job,
                                         CommonsBoard                *board,
                                         GError                     **error);

G_END_DECLS
