/* commons-autosave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-autosave"

#include "config.h"

#include "commons-autosave.h"

struct _CommonsAutosave
{
  GObject          parent_instance;

  CommonsDocument *document;
  CommonsBoard    *board;     /* the one whose changes are followed */
  char            *folder;
  CommonsDraft    *draft;     /* NULL as long as there is none */

  guint            delay;
  guint            max_delay;
  guint            timer;
  gint64           oldest;    /* change that is in no draft yet, monotonic; 0 for none */
  gint64           began;     /* first change that is not saved, seconds since 1970 */
  guint            n_changes; /* that are not saved */

  guint            writing : 1;
  guint            unwanted : 1; /* what is being written is to be deleted then */
  guint            failed : 1;
};

/* What a worker writes. */
typedef struct
{
  CommonsAutosave  *autosave; /* NULL when nobody waits for a worker */
  CommonsSnapshot  *snapshot;
  CommonsDraft     *draft;
  CommonsDraftInfo  info;
} Work;

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CommonsAutosave, commons_autosave, G_TYPE_OBJECT)

static void schedule (CommonsAutosave *self);

static void
work_free (Work *self)
{
  g_clear_pointer (&self->snapshot, commons_snapshot_free);
  g_clear_object (&self->draft);
  g_free (self->info.uri);
  g_free (self->info.etag);
  g_free (self->info.title);
  g_free (self);
}

static Work *
take_work (CommonsAutosave *self)
{
  Work *work = g_new0 (Work, 1);
  GFile *file = commons_document_get_file (self->document);

  if (self->draft == NULL)
    self->draft = commons_draft_new (self->folder);

  work->snapshot = commons_snapshot_new (self->board);
  work->draft = g_object_ref (self->draft);
  work->info.uri = file != NULL ? g_file_get_uri (file) : NULL;
  work->info.etag = g_strdup (commons_document_get_etag (self->document));
  work->info.title = g_strdup (commons_document_get_title (self->document));
  work->info.began = self->began;
  work->info.n_changes = self->n_changes;
  self->oldest = 0;

  return work;
}

static gboolean
do_work (Work    *work,
         GError **error)
{
  g_autoptr(GBytes) bytes = commons_snapshot_write (work->snapshot, COMMONS_WRITER_FLAGS_NONE);

  return commons_draft_write (work->draft, bytes, &work->info, error);
}

static void
drop_draft (CommonsAutosave *self)
{
  if (self->draft != NULL)
    commons_draft_discard (self->draft);
  g_clear_object (&self->draft);
}

static void
tell_result (CommonsAutosave *self,
             const GError    *error)
{
  gboolean first = error != NULL && !self->failed;

  self->failed = error != NULL;
  if (!first)
    return;

  g_message ("A draft could not be written: %s", error->message);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Work *work = user_data;
  g_autoptr(CommonsAutosave) self = g_steal_pointer (&work->autosave);
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* Records count their references in one thread only: this one. */
  work_free (work);
  self->writing = FALSE;

  if (self->unwanted)
    drop_draft (self);
  else
    tell_result (self, error);
  self->unwanted = FALSE;

  /* What could not be written is tried again with the next change, or in a
   * while. */
  if (!done && self->oldest == 0 && self->draft != NULL)
    self->oldest = g_get_monotonic_time ();
  if (self->oldest != 0)
    schedule (self);
}

static void
write_in_worker (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (do_work (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
forget_changes (CommonsAutosave *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->oldest = 0;
  self->began = 0;
  self->n_changes = 0;

  if (self->writing)
    self->unwanted = TRUE;
  else
    drop_draft (self);
}

/* Whoever went back to what is saved has nothing to lose. */
static gboolean
needs_writing (CommonsAutosave *self)
{
  if (self->oldest != 0 && !commons_document_get_modified (self->document))
    forget_changes (self);

  return self->oldest != 0;
}

static gboolean
timer_cb (gpointer user_data)
{
  CommonsAutosave *self = user_data;
  g_autoptr(GTask) task = NULL;
  Work *work;

  self->timer = 0;

  /* The one that runs starts the next. */
  if (self->writing || !needs_writing (self))
    return G_SOURCE_REMOVE;

  self->writing = TRUE;
  work = take_work (self);
  work->autosave = g_object_ref (self);

  /* The task owns nothing: a worker lets go of it when it likes, and what is
   * here must end in this thread. */
  task = g_task_new (NULL, NULL, written_cb, work);
  g_task_set_source_tag (task, timer_cb);
  g_task_set_task_data (task, work, NULL);
  g_task_run_in_thread (task, write_in_worker);

  return G_SOURCE_REMOVE;
}

static void
schedule (CommonsAutosave *self)
{
  gint64 waited = (g_get_monotonic_time () - self->oldest) / 1000;
  gint64 left = MAX ((gint64) self->max_delay - waited, 0);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) MIN (left, (gint64) self->delay), timer_cb, self);
}

static void
modified_cb (CommonsAutosave *self)
{
  g_assert (COMMONS_IS_AUTOSAVE (self));

  if (!commons_document_get_modified (self->document))
    forget_changes (self);
}

static void
board_changed_cb (CommonsAutosave *self)
{
  g_assert (COMMONS_IS_AUTOSAVE (self));

  if (self->oldest == 0)
    self->oldest = g_get_monotonic_time ();
  if (self->began == 0)
    self->began = g_get_real_time () / G_USEC_PER_SEC;
  self->n_changes++;
  self->unwanted = FALSE;
  schedule (self);
}

static void
follow_board (CommonsAutosave *self)
{
  g_assert (COMMONS_IS_AUTOSAVE (self));

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_set_object (&self->board, commons_document_get_board (self->document));
  g_signal_connect_object (self->board, "changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
commons_autosave_dispose (GObject *object)
{
  CommonsAutosave *self = COMMONS_AUTOSAVE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  g_clear_object (&self->document);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (commons_autosave_parent_class)->dispose (object);
}

static void
commons_autosave_finalize (GObject *object)
{
  CommonsAutosave *self = COMMONS_AUTOSAVE (object);

  g_free (self->folder);

  G_OBJECT_CLASS (commons_autosave_parent_class)->finalize (object);
}

static void
commons_autosave_class_init (CommonsAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_autosave_dispose;
  object_class->finalize = commons_autosave_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
commons_autosave_init (CommonsAutosave *self)
{
  self->delay = COMMONS_AUTOSAVE_DELAY;
  self->max_delay = COMMONS_AUTOSAVE_MAX_DELAY;
}

CommonsAutosave *
commons_autosave_new (CommonsDocument *document,
                      CommonsDraft    *draft,
                      const char      *folder)
{
  CommonsAutosave *self;

  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (draft == NULL || COMMONS_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_AUTOSAVE, NULL);
  self->document = g_object_ref (document);
  self->folder = g_strdup (folder);

  if (draft != NULL)
    {
      self->draft = g_object_ref (draft);
      self->began = commons_draft_get_info (draft)->began;
      self->n_changes = commons_draft_get_info (draft)->n_changes;
    }

  follow_board (self);
  g_signal_connect_object (document, "notify::board", G_CALLBACK (follow_board), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

void
commons_autosave_set_delays (CommonsAutosave *self,
                             guint            delay,
                             guint            max_delay)
{
  g_return_if_fail (COMMONS_IS_AUTOSAVE (self));

  self->delay = delay;
  self->max_delay = max_delay;
}

void
commons_autosave_flush (CommonsAutosave *self)
{
  Work *work;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (COMMONS_IS_AUTOSAVE (self));

  while (self->writing)
    g_main_context_iteration (NULL, TRUE);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!needs_writing (self))
    return;

  work = take_work (self);
  do_work (work, &error);
  work_free (work);
  tell_result (self, error);
}

void
commons_autosave_discard (CommonsAutosave *self)
{
  g_return_if_fail (COMMONS_IS_AUTOSAVE (self));

  forget_changes (self);
}
