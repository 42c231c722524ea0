/* commons-version-changes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-version-changes"

#include "config.h"

#include "commons-reader.h"
#include "commons-version-changes.h"
#include "commons-words.h"
#include "commons-writer.h"

/* Who wants to read more has the command line for it. */
#define MAX_WORDS 150

typedef struct
{
  GBytes          *before;
  GBytes          *after;
  CommonsSnapshot *snapshot;
} Work;

void
commons_version_changes_free (CommonsVersionChanges *self)
{
  g_strfreev (self->words);
  g_free (self);
}

static void
work_free (Work *self)
{
  g_clear_pointer (&self->before, g_bytes_unref);
  g_clear_pointer (&self->after, g_bytes_unref);
  g_clear_pointer (&self->snapshot, commons_snapshot_free);
  g_free (self);
}

static CommonsVersionChanges *
compare (CommonsBoard *before,
         CommonsBoard *after)
{
  CommonsVersionChanges *changes = g_new0 (CommonsVersionChanges, 1);
  CommonsCatalogue *catalogue = commons_catalogue_get (NULL);
  g_autoptr(GPtrArray) differences = commons_differences_list (before, after);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < differences->len; i++)
    {
      const CommonsDifference *difference = g_ptr_array_index (differences, i);

      changes->n_added += difference->before == NULL;
      changes->n_removed += difference->after == NULL;
      changes->n_changed += difference->before != NULL && difference->after != NULL;
      if (i < MAX_WORDS)
        g_ptr_array_add (words, commons_words_for_difference (catalogue, before, after, difference));
    }

  changes->n_more = differences->len - words->len;
  g_ptr_array_add (words, NULL);
  changes->words = (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);

  return changes;
}

static void
compare_in_worker (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr(GBytes) written = work->after == NULL ? commons_snapshot_write (work->snapshot, COMMONS_WRITER_FLAGS_NONE)
                                                  : g_bytes_ref (work->after);
  g_autoptr(CommonsBoard) before = NULL;
  g_autoptr(CommonsBoard) after = NULL;
  GError *error = NULL;

  before = work->before != NULL ? commons_reader_read (work->before, NULL, &error) : commons_board_new ();
  if (before != NULL)
    after = commons_reader_read (written, NULL, &error);

  if (after != NULL)
    g_task_return_pointer (task, compare (before, after), (GDestroyNotify) commons_version_changes_free);
  else
    g_task_return_error (task, error);
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  CommonsVersionChanges *changes = g_task_propagate_pointer (G_TASK (result), &error);

  /* Records count their references in this thread only. */
  work_free (g_task_get_task_data (G_TASK (result)));
  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) commons_version_changes_free);
  else
    g_task_return_error (task, error);
}

void
commons_version_changes_async (GBytes              *before,
                               GBytes              *after,
                               CommonsBoard        *board,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) worker = NULL;
  Work *work;

  g_return_if_fail (after != NULL || COMMONS_IS_BOARD (board));

  work = g_new0 (Work, 1);
  work->before = before != NULL ? g_bytes_ref (before) : NULL;
  work->after = after != NULL ? g_bytes_ref (after) : NULL;
  work->snapshot = after == NULL ? commons_snapshot_new (board) : NULL;

  worker = g_task_new (NULL, NULL, compared_cb, g_task_new (NULL, cancellable, callback, user_data));
  g_task_set_source_tag (worker, commons_version_changes_async);
  g_task_set_task_data (worker, work, NULL);
  g_task_run_in_thread (worker, compare_in_worker);
}

CommonsVersionChanges *
commons_version_changes_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
