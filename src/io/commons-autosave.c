/* commons-autosave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-autosave"

#include "config.h"

#include "commons-autosave.h"

/* Drafts that are being written, of all documents; counted in the main thread. */
static guint n_writing;

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
  guint            n_before;  /* changes of the draft the document was opened from */

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
  GBytes           *base;
  CommonsDraftInfo  info;
} Work;

enum
{
  FAILED,
  MENDED,
  GATHER,
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
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->info.uri);
  g_free (self->info.etag);
  g_free (self->info.title);
  g_free (self);
}

static void
drop_draft (CommonsAutosave *self)
{
  if (self->draft != NULL)
    commons_draft_discard (self->draft);
  g_clear_object (&self->draft);
}

static void
forget_changes (CommonsAutosave *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->oldest = 0;
  self->began = 0;
  self->n_before = 0;

  if (self->writing)
    self->unwanted = TRUE;
  else
    drop_draft (self);
}

static Work *
new_work (CommonsAutosave *self,
          gboolean         pending)
{
  Work *work = g_new0 (Work, 1);
  GFile *file = commons_document_get_file (self->document);
  GBytes *base = commons_document_get_saved_bytes (self->document);

  if (self->draft == NULL)
    self->draft = commons_draft_new (self->folder);

  work->snapshot = commons_snapshot_new (self->board);
  work->draft = g_object_ref (self->draft);
  work->base = base != NULL ? g_bytes_ref (base) : NULL;
  work->info.uri = file != NULL ? g_file_get_uri (file) : NULL;
  work->info.etag = g_strdup (commons_document_get_etag (self->document));
  work->info.title = g_strdup (commons_document_get_title (self->document));
  work->info.began = self->began;
  work->info.n_changes = commons_autosave_count_changes (self) + (pending ? 1 : 0);

  return work;
}

/* What to write; NULL when there is nothing to lose, as for whoever went back
 * to what is saved. Words that are only being typed are put on the board for
 * the time of a snapshot, and taken back before anything hears of it. */
static Work *
take_work (CommonsAutosave *self)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  gboolean gathers = !commons_editor_is_busy (editor);
  gboolean pending = FALSE;
  Work *work = NULL;

  if (self->oldest == 0)
    return NULL;

  if (gathers)
    {
      commons_editor_begin (editor, "draft", NULL);
      g_signal_emit (self, signals[GATHER], 0, &pending);
    }

  if (pending || commons_document_get_modified (self->document))
    work = new_work (self, pending);

  if (gathers)
    commons_editor_rollback (editor);

  self->oldest = 0;
  if (work == NULL)
    forget_changes (self);

  return work;
}

static gboolean
do_work (Work    *work,
         GError **error)
{
  g_autoptr(GBytes) bytes = commons_snapshot_write (work->snapshot, COMMONS_WRITER_FLAGS_NONE);

  return commons_draft_write (work->draft, bytes, work->base, &work->info, error);
}

static void
tell_result (CommonsAutosave *self,
             const GError    *error)
{
  gboolean before = self->failed;
  g_autofree char *words = NULL;

  self->failed = error != NULL;
  if (before == self->failed)
    return;

  if (error == NULL)
    {
      g_signal_emit (self, signals[MENDED], 0);
      return;
    }

  g_message ("A draft could not be written: %s", error->message);
  words = commons_draft_describe_error (error);
  g_signal_emit (self, signals[FAILED], 0, words);
}

/* The draft that was written may not be the one the document has by now. */
static void
drop_unwanted (CommonsAutosave *self,
               CommonsDraft    *draft)
{
  commons_draft_discard (draft);
  if (self->draft == draft)
    g_clear_object (&self->draft);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Work *work = user_data;
  g_autoptr(CommonsAutosave) self = g_steal_pointer (&work->autosave);
  g_autoptr(CommonsDraft) draft = g_object_ref (work->draft);
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* Records count their references in one thread only: this one. */
  work_free (work);
  self->writing = FALSE;
  n_writing--;

  if (self->unwanted)
    drop_unwanted (self, draft);
  else
    tell_result (self, error);
  self->unwanted = FALSE;

  /* What could not be written is tried again with the next change, or in a
   * while. */
  if (!done && self->oldest == 0 && self->draft != NULL)
    self->oldest = g_get_monotonic_time ();
  if (self->oldest != 0 && self->document != NULL)
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

static gboolean
timer_cb (gpointer user_data)
{
  CommonsAutosave *self = user_data;
  g_autoptr(GTask) task = NULL;
  Work *work;

  self->timer = 0;

  /* The one that runs starts the next. */
  work = self->writing ? NULL : take_work (self);
  if (work == NULL)
    return G_SOURCE_REMOVE;

  self->writing = TRUE;
  n_writing++;
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

  if (commons_document_get_modified (self->document))
    return;

  /* Words that are being typed are none of the changes that were saved. */
  forget_changes (self);
  commons_autosave_touch (self);
}

static void
saved_cb (CommonsAutosave *self)
{
  g_assert (COMMONS_IS_AUTOSAVE (self));

  /* What was changed while the file was written is left. */
  self->n_before = 0;
  self->began = commons_document_get_modified (self->document) ? g_get_real_time () / G_USEC_PER_SEC : 0;
}

static void
board_changed_cb (CommonsAutosave *self)
{
  g_assert (COMMONS_IS_AUTOSAVE (self));

  self->unwanted = FALSE;
  commons_autosave_touch (self);
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

/* All that have words give them. */
static gboolean
accumulate_any (GSignalInvocationHint *hint,
                GValue                *total,
                const GValue          *value,
                gpointer               user_data)
{
  g_value_set_boolean (total, g_value_get_boolean (total) || g_value_get_boolean (value));

  return TRUE;
}

static void
commons_autosave_class_init (CommonsAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_autosave_dispose;
  object_class->finalize = commons_autosave_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MENDED] = g_signal_new ("mended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GATHER] = g_signal_new ("gather", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, accumulate_any, NULL, NULL, G_TYPE_BOOLEAN, 0);
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

  follow_board (self);
  g_signal_connect_object (document, "notify::board", G_CALLBACK (follow_board), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (document, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  if (draft != NULL)
    commons_autosave_adopt (self, draft);

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

  /* What waits already waits as long as that. */
  if (self->timer != 0)
    schedule (self);
}

void
commons_autosave_adopt (CommonsAutosave *self,
                        CommonsDraft    *draft)
{
  g_return_if_fail (COMMONS_IS_AUTOSAVE (self));
  g_return_if_fail (COMMONS_IS_DRAFT (draft));

  forget_changes (self);
  g_set_object (&self->draft, draft);
  self->began = commons_draft_get_info (draft)->began;
  self->n_before = commons_draft_get_info (draft)->n_changes;
}

void
commons_autosave_touch (CommonsAutosave *self)
{
  g_return_if_fail (COMMONS_IS_AUTOSAVE (self));

  if (self->oldest == 0)
    self->oldest = g_get_monotonic_time ();
  if (self->began == 0)
    self->began = g_get_real_time () / G_USEC_PER_SEC;
  schedule (self);
}

guint
commons_autosave_count_changes (CommonsAutosave *self)
{
  g_return_val_if_fail (COMMONS_IS_AUTOSAVE (self), 0);

  return self->n_before + commons_history_count_changes (commons_document_get_history (self->document));
}

gint64
commons_autosave_get_began (CommonsAutosave *self)
{
  g_return_val_if_fail (COMMONS_IS_AUTOSAVE (self), 0);

  return self->began;
}

void
commons_autosave_wait (void)
{
  while (n_writing > 0)
    g_main_context_iteration (NULL, TRUE);
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
  work = take_work (self);
  if (work == NULL)
    return;

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
