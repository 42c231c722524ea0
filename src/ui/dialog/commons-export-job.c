/* commons-export-job.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-atomic-file.h"
#include "commons-export-job.h"
#include "commons-reader.h"
#include "commons-writer.h"

/* Pixels in a board unit of pictures whose size nobody chose. */
#define MAX_SHARPNESS 2

/* What is done is counted in these. */
#define N_STEPS 1000

/* Everything the worker needs, so that it shares nothing that can change but
 * how far it is. */
typedef struct
{
  GBytes                *board;
  CommonsSnapshot       *snapshot; /* what @board is written from, or NULL */
  CommonsCatalogue      *catalogue;
  CommonsExportOptions   options;
  CommonsRect            area;
  GHashTable            *only;
  int                    max_side; /* pixels, 0 for no matter how large */

  GTask                 *task;     /* its own; not owned */
  GFile                 *file;
  CommonsExportProgress  progress;
  gpointer               progress_data;
  int                    done;     /* steps */
  int                    telling;  /* whether it will be told */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->board, g_bytes_unref);
  g_clear_pointer (&job->only, g_hash_table_unref);
  g_clear_object (&job->catalogue);
  g_clear_object (&job->file);
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
job_new (CommonsCatalogue           *catalogue,
         const CommonsExportOptions *options)
{
  Job *job = g_new0 (Job, 1);

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

static gboolean
tell_caller (gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);

  g_atomic_int_set (&job->telling, FALSE);
  if (!g_task_get_completed (task))
    job->progress ((double) g_atomic_int_get (&job->done) / N_STEPS, job->progress_data);

  return G_SOURCE_REMOVE;
}

/* In the worker: the caller is told once for all that was done until it has
 * the time to listen. */
static void
tell (double   done,
      gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GSource) source = NULL;

  g_atomic_int_set (&job->done, (int) (done * N_STEPS));
  if (job->progress == NULL || !g_atomic_int_compare_and_exchange (&job->telling, FALSE, TRUE))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_caller, g_object_ref (job->task), g_object_unref);
  g_source_attach (source, g_task_get_context (job->task));
}

/* Draws to where the picture goes. */
static gboolean
draw (GOutputStream  *stream,
      gpointer        user_data,
      GCancellable   *cancellable,
      GError        **error)
{
  Job *job = user_data;
  g_autoptr (CommonsBoard) board = NULL;

  if (job->board == NULL)
    job->board = commons_snapshot_write (job->snapshot, COMMONS_WRITER_FLAGS_NONE);

  /* Records belong to the thread that made them: this one makes its own. */
  board = commons_reader_read (job->board, NULL, error);
  if (board == NULL)
    return FALSE;

  if (job->max_side > 0)
    choose_scale (job, board);

  return commons_export_write (board, job->catalogue, &job->options, stream, tell, job, cancellable, error);
}

static void
draw_into_memory (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GError *error = NULL;

  if (draw (stream, data, cancellable, &error) && g_output_stream_close (stream, NULL, &error))
    g_task_return_pointer (task, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream)),
                           (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);

  count_drawing (FALSE);
}

static void
draw_into_file (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (commons_atomic_file_fill (job->file, draw, job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);

  count_drawing (FALSE);
}

static void
start (GTask           *task,
       Job             *job,
       GTaskThreadFunc  work)
{
  job->task = task;
  g_task_set_task_data (task, job, job_free);
  count_drawing (TRUE);
  g_task_run_in_thread (task, work);
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
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (options != NULL);
  g_return_if_fail (max_side > 0);

  job = job_new (catalogue, options);
  job->board = commons_writer_write (board);
  job->max_side = max_side;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_export_job_draw_async);

  /* A drawing that is no longer wanted ends by itself, a little later. */
  g_task_set_return_on_cancel (task, TRUE);
  start (task, job, draw_into_memory);
}

GBytes *
commons_export_job_draw_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The worker is done with what is the caller's. */
static void
on_file_drawn (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  g_clear_pointer (&job->snapshot, commons_snapshot_free);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
commons_export_job_run_async (CommonsBoard               *board,
                              CommonsCatalogue           *catalogue,
                              const CommonsExportOptions *options,
                              GFile                      *file,
                              GCancellable               *cancellable,
                              CommonsExportProgress       progress,
                              gpointer                    progress_data,
                              GAsyncReadyCallback         callback,
                              gpointer                    user_data)
{
  g_autoptr (GTask) work = NULL;
  GTask *task;
  Job *job;

  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (options != NULL);
  g_return_if_fail (G_IS_FILE (file));

  job = job_new (catalogue, options);
  job->snapshot = commons_snapshot_new (board);
  job->file = g_object_ref (file);
  job->progress = progress;
  job->progress_data = progress_data;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_export_job_run_async);
  work = g_task_new (NULL, cancellable, on_file_drawn, task);

  /* Given up when the file is already in place, it is done all the same. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (work, FALSE);
  start (work, job, draw_into_file);
}

gboolean
commons_export_job_run_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
