/* commons-export-job.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-export-job"

#include "config.h"

#include "commons-atomic-file.h"
#include "commons-export-job.h"
#include "commons-reader.h"
#include "commons-writer.h"

/* Pixels in a board unit of pictures whose size nobody chose. */
#define MAX_SHARPNESS 2

/* Everything the worker needs, so that it shares nothing that can change. */
typedef struct
{
  GBytes               *board;
  CommonsCatalogue     *catalogue;
  CommonsExportOptions  options;
  CommonsRect           area;
  GHashTable           *only;
  int                   max_side; /* pixels, 0 for no matter how large */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->board, g_bytes_unref);
  g_clear_pointer (&job->only, g_hash_table_unref);
  g_clear_object (&job->catalogue);
  g_free (job);
}

static GHashTable *
copy_ids (GHashTable *ids)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy, g_strdup (id));

  return copy;
}

static Job *
job_new (CommonsBoard               *board,
         CommonsCatalogue           *catalogue,
         const CommonsExportOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->board = commons_writer_write (board);
  job->catalogue = g_object_ref (catalogue);
  job->options = *options;

  if (options->only != NULL)
    job->options.only = job->only = copy_ids (options->only);

  if (options->area != NULL)
    {
      job->area = *options->area;
      job->options.area = &job->area;
    }

  return job;
}

/* How many drawings are under way, wanted or not. */
static GMutex drawings_mutex;
static GCond drawings_ended;
static guint n_drawings;

static void
count_drawing (gboolean begins)
{
  g_mutex_lock (&drawings_mutex);
  n_drawings = begins ? n_drawings + 1 : n_drawings - 1;
  g_cond_broadcast (&drawings_ended);
  g_mutex_unlock (&drawings_mutex);
}

void
commons_export_job_wait (void)
{
  g_mutex_lock (&drawings_mutex);
  while (n_drawings > 0)
    g_cond_wait (&drawings_ended, &drawings_mutex);
  g_mutex_unlock (&drawings_mutex);
}

/* A picture for the clipboard is as sharp as fits: nobody chose its size. */
static void
choose_scale (Job          *job,
              CommonsBoard *board)
{
  int width = 0, height = 0;
  double scale;

  job->options.scale = 1;
  commons_export_measure (board, job->catalogue, &job->options, &width, &height, NULL, NULL);
  scale = (double) job->max_side / MAX (1, MAX (width, height));
  job->options.scale = MIN (scale, MAX_SHARPNESS);
}

static void
draw (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GBytes *picture = NULL;
  /* Records belong to the thread that made them: this one makes its own. */
  g_autoptr (CommonsBoard) board = commons_reader_read (job->board, NULL, &error);

  if (board != NULL && job->max_side > 0)
    choose_scale (job, board);
  if (board != NULL)
    picture = commons_export_render (board, job->catalogue, &job->options, &error);

  g_clear_object (&board);
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
  count_drawing (FALSE);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (commons_atomic_file_replace_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_drawn (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *file = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (picture == NULL)
    g_task_return_error (task, error);
  else
    commons_atomic_file_replace_async (file, picture, NULL, g_task_get_cancellable (task),
                                       on_written, g_object_ref (task));
}

static void
start_drawing (Job                 *job,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autoptr (GTask) drawing = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (drawing, job, job_free);
  /* A drawing that is no longer wanted ends by itself, later. */
  g_task_set_return_on_cancel (drawing, TRUE);
  count_drawing (TRUE);
  g_task_run_in_thread (drawing, draw);
}

void
commons_export_job_draw_async (CommonsBoard               *board,
                               CommonsCatalogue           *catalogue,
                               const CommonsExportOptions *options,
                               int                         max_side,
                               GCancellable               *cancellable,
                               GAsyncReadyCallback         callback,
                               gpointer                    user_data)
{
  Job *job;

  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (options != NULL);
  g_return_if_fail (max_side > 0);

  job = job_new (board, catalogue, options);
  job->max_side = max_side;
  start_drawing (job, cancellable, callback, user_data);
}

GBytes *
commons_export_job_draw_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
commons_export_job_run_async (CommonsBoard               *board,
                              CommonsCatalogue           *catalogue,
                              const CommonsExportOptions *options,
                              GFile                      *file,
                              GCancellable               *cancellable,
                              GAsyncReadyCallback         callback,
                              gpointer                    user_data)
{
  GTask *task;

  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (options != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_export_job_run_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);

  start_drawing (job_new (board, catalogue, options), cancellable, on_drawn, task);
}

gboolean
commons_export_job_run_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
