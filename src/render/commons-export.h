/* commons-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-theme.h"

G_BEGIN_DECLS

#define COMMONS_EXPORT_ERROR (commons_export_error_quark ())

/**
 * COMMONS_EXPORT_MAX_SIDE:
 *
 * The greatest width or height of a picture, in pixels: room for boards of
 * more cards than anybody made, and well below what readers of PNG refuse.
 */
#define COMMONS_EXPORT_MAX_SIDE 100000

/**
 * COMMONS_EXPORT_MAX_PIXELS:
 *
 * The greatest number of pixels of a picture. They take time, not memory:
 * this many take less than a minute.
 */
#define COMMONS_EXPORT_MAX_PIXELS G_GINT64_CONSTANT (4000000000)

/**
 * CommonsExportError:
 * @COMMONS_EXPORT_ERROR_EMPTY: there is nothing to draw
 * @COMMONS_EXPORT_ERROR_TOO_LARGE: the picture would be too large; the message
 *   names the largest one that fits
 * @COMMONS_EXPORT_ERROR_FAILED: the picture could not be made
 *
 * Why a board was not exported. Messages are sentences for the user.
 */
typedef enum
{
  COMMONS_EXPORT_ERROR_EMPTY,
  COMMONS_EXPORT_ERROR_TOO_LARGE,
  COMMONS_EXPORT_ERROR_FAILED,
} CommonsExportError;

/**
 * CommonsExportFormat:
 * @COMMONS_EXPORT_PNG: an image of pixels
 * @COMMONS_EXPORT_SVG: a drawing with text
 * @COMMONS_EXPORT_PDF: one page with text
 *
 * What kind of file is made.
 */
typedef enum
{
  COMMONS_EXPORT_PNG,
  COMMONS_EXPORT_SVG,
  COMMONS_EXPORT_PDF,
} CommonsExportFormat;

/**
 * CommonsExportOptions:
 * @format: what kind of file is made
 * @only: (nullable) (element-type utf8 utf8): set of ids of the nodes drawn,
 *   with the links between them; %NULL for all
 * @area: (nullable): the part of the board drawn, in board units; %NULL for
 *   all that is drawn, with a margin
 * @scale: pixels in one board unit; 0 is 1
 * @width: width in pixels, or 0 to go by @scale
 * @theme: colours
 * @transparent: whether the ground is left out
 * @imprint: whether title, licence and method stand in a line under the
 *   picture; the file tells them to programs in any case
 *
 * What to export and how.
 */
typedef struct
{
  CommonsExportFormat  format;
  GHashTable          *only;
  const CommonsRect   *area;
  double               scale;
  int                  width;
  CommonsThemeVariant  theme;
  gboolean             transparent;
  gboolean             imprint;
} CommonsExportOptions;

GQuark    commons_export_error_quark (void);

/**
 * commons_export_measure:
 * @width: (out) (optional): width of the picture, in pixels
 * @height: (out) (optional): height of the picture, in pixels
 * @largest_scale: (out) (optional): the greatest scale that fits
 * @error: return location for a #CommonsExportError
 *
 * Computes the size of a picture without drawing it. Sizes are given for a
 * picture that is too large, too.
 *
 * Returns: whether the picture can be made
 */
gboolean  commons_export_measure     (CommonsBoard                *board,
                                      CommonsCatalogue            *catalogue,
                                      const CommonsExportOptions  *options,
                                      int                         *width,
                                      int                         *height,
                                      double                      *largest_scale,
                                      GError                     **error);

/**
 * CommonsExportProgress:
 * @done: how much is done, from 0 to 1
 *
 * Called now and then, in the thread that makes the picture.
 */
typedef void (*CommonsExportProgress) (double   done,
                                       gpointer user_data);

/**
 * commons_export_write:
 * @stream: where the file goes, as it is made
 * @progress: (nullable): told how far it is
 * @user_data: given to @progress
 * @cancellable: (nullable): to give up
 * @error: return location for a #CommonsExportError, or an error of @stream
 *
 * Makes a file of a board, without any display. Images are made in bands: they
 * take the same memory whatever their size.
 *
 * Returns: whether @stream was given the whole file
 */
gboolean  commons_export_write       (CommonsBoard                *board,
                                      CommonsCatalogue            *catalogue,
                                      const CommonsExportOptions  *options,
                                      GOutputStream               *stream,
                                      CommonsExportProgress        progress,
                                      gpointer                     user_data,
                                      GCancellable                *cancellable,
                                      GError                     **error);

/**
 * commons_export_render:
 * @error: return location for a #CommonsExportError
 *
 * Does commons_export_write() into memory.
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes   *commons_export_render      (CommonsBoard                *board,
                                      CommonsCatalogue            *catalogue,
                                      const CommonsExportOptions  *options,
                                      GError                     **error);

G_END_DECLS
