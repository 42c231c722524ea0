/* commons-export-job.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-export.h"

G_BEGIN_DECLS

/**
 * commons_export_job_run_async:
 * @board: the board to draw, copied by this call
 * @catalogue: its catalogue
 * @options: what to draw and how, copied by this call
 * @file: where the picture goes
 * @cancellable: (nullable): to give up
 * @progress: (nullable): told how far it is, in the thread of the caller
 * @progress_data: given to @progress, which is not called after @callback
 * @callback: called when it is done, or was given up and left nothing behind
 *
 * Draws a picture in a worker thread and writes it meanwhile: in the end @file
 * holds either the whole picture or what it held before.
 */
void     commons_export_job_run_async  (CommonsBoard               *board,
                                        CommonsCatalogue           *catalogue,
                                        const CommonsExportOptions *options,
                                        GFile                      *file,
                                        GCancellable               *cancellable,
                                        CommonsExportProgress       progress,
                                        gpointer                    progress_data,
                                        GAsyncReadyCallback         callback,
                                        gpointer                    user_data);

/**
 * commons_export_job_run_finish:
 * @result: what the callback was given
 * @error: return location for an error of drawing, of reading or writing
 *
 * Returns: whether @file holds the picture
 */
gboolean commons_export_job_run_finish (GAsyncResult               *result,
                                        GError                    **error);

/**
 * commons_export_job_draw_async:
 * @board: the board to draw, copied by this call
 * @catalogue: its catalogue
 * @options: what to draw and how, copied by this call; its scale is not used
 * @max_side: the greatest width or height, in pixels
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Draws a picture in a worker thread, as sharp as @max_side allows and no
 * more than twice as large as the board.
 */
void     commons_export_job_draw_async (CommonsBoard               *board,
                                        CommonsCatalogue           *catalogue,
                                        const CommonsExportOptions *options,
                                        int                         max_side,
                                        GCancellable               *cancellable,
                                        GAsyncReadyCallback         callback,
                                        gpointer                    user_data);

/**
 * commons_export_job_draw_finish:
 * @result: what the callback was given
 * @error: return location for an error of drawing
 *
 * Returns: (transfer full) (nullable): the picture, as the bytes of a file
 */
GBytes  *commons_export_job_draw_finish (GAsyncResult              *result,
                                        GError                    **error);

/**
 * commons_export_job_wait:
 *
 * Waits until no picture is being drawn any more, cancelled ones included: a
 * program must not end under a thread that still draws.
 */
void     commons_export_job_wait       (void);

G_END_DECLS
