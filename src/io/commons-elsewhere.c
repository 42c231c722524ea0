/* commons-elsewhere.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-elsewhere"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-document-private.h"
#include "commons-elsewhere.h"
#include "commons-file-bytes.h"
#include "commons-file-watch.h"
#include "commons-json-guard.h"
#include "commons-reader-private.h"

/* Before what cannot be read is told, it is read once more: other programs
 * may just be writing it. */
#define SECOND_LOOK 1500

/* Clocks of disks can be as coarse as two seconds: what others write right
 * after us has the same time, and is found by its bytes. */
#define COARSE_TIME 2500

struct _CommonsElsewhere
{
  GObject                parent_instance;

  CommonsDocument       *document;
  CommonsFileWatch      *watch;     /* NULL without a file */
  GFile                 *file;
  GCancellable          *cancellable;
  CommonsElsewhereState  state;
  GError                *error;

  /* What the file holds and the document does not, NULL otherwise. */
  GBytes                *bytes;
  CommonsBoard          *theirs;
  char                  *etag;

  GPtrArray             *waiting;   /* GTask: who asked to read */
  guint64                gone_state; /* of the history, when the file was gone; 0 for none */
  guint                  retry;
  guint                  second_look;
  guint                  coarse_time;
  guint                  delays[3];
  guint                  reading : 1;
  guint                  pending : 1; /* changed again while reading, or while the document was busy */
  guint                  failed : 1;  /* could not be read when it was read last */
};

/* One reading of the file. */
typedef struct
{
  GFile    *file;
  char     *known; /* what the document knew when it began */
  GBytes   *saved;
  char     *etag;
  gboolean  same;
} Read;

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsElsewhere, commons_elsewhere, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void start_reading (CommonsElsewhere *self);

static void
read_free (gpointer data)
{
  Read *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_free (self->known);
  g_free (self->etag);
  g_free (self);
}

static void
forget (CommonsElsewhere *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->etag, g_free);
  g_clear_error (&self->error);
  self->failed = FALSE;
}

static void
set_state (CommonsElsewhere      *self,
           CommonsElsewhereState  state)
{
  gboolean tell = state != self->state || state == COMMONS_ELSEWHERE_CHANGED ||
                  state == COMMONS_ELSEWHERE_UNREADABLE;

  self->state = state;
  if (tell)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- Reading ------------------------------------------------------------- */

static void
read_in_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Read *self = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = commons_file_bytes_read (self->file, &self->etag, cancellable, &error);
  const char *data;
  gsize length;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->same = self->saved != NULL && g_bytes_equal (bytes, self->saved);
  data = g_bytes_get_data (bytes, &length);
  if (self->same || commons_json_guard_check (data, length, &error))
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
answer_waiting (CommonsElsewhere *self,
                const GError     *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (error != NULL)
        g_task_return_error (g_ptr_array_index (waiting, i), g_error_copy (error));
      else
        g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
    }
}

static gboolean
retry_cb (gpointer user_data)
{
  CommonsElsewhere *self = user_data;

  self->retry = 0;
  start_reading (self);

  return G_SOURCE_REMOVE;
}

static void
read_later (CommonsElsewhere *self,
            guint             delay)
{
  g_clear_handle_id (&self->retry, g_source_remove);
  self->retry = g_timeout_add (delay, retry_cb, self);
}

/* A file that another program is about to write can be empty or end in the
 * middle; that is told when it stays so. */
static void
take_failure (CommonsElsewhere *self,
              const GError     *error)
{
  gboolean first = !self->failed && self->state != COMMONS_ELSEWHERE_UNREADABLE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      /* The watch tells when it stays away. */
      commons_file_watch_look (self->watch);
      answer_waiting (self, error);
      return;
    }

  forget (self);
  self->failed = TRUE;
  self->error = g_error_copy (error);
  if (first && self->waiting->len == 0)
    {
      set_state (self, COMMONS_ELSEWHERE_SAME);
      read_later (self, self->second_look);
      return;
    }

  set_state (self, COMMONS_ELSEWHERE_UNREADABLE);
  answer_waiting (self, error);
}

/* What was saved when the file went away is what others went on from. */
static void
come_back (CommonsElsewhere *self)
{
  CommonsHistory *history = commons_document_get_history (self->document);

  if (self->gone_state != 0)
    commons_history_mark_saved_state (history, self->gone_state);
  self->gone_state = 0;
}

static void
take_same (CommonsElsewhere *self,
           Read             *read,
           GBytes           *bytes)
{
  forget (self);
  come_back (self);
  _commons_document_set_saved (self->document, bytes);

  /* Touched, or written anew with the same words: no conflict for saving. */
  _commons_document_set_file (self->document, self->file, read->etag);
  commons_file_watch_set_etag (self->watch, read->etag);
  set_state (self, COMMONS_ELSEWHERE_SAME);
  answer_waiting (self, NULL);
}

/* What a draft went on from is not always kept with it; the file still tells
 * when it is in the state that was known then. */
static gboolean
is_base (CommonsElsewhere *self,
         Read             *read)
{
  return read->saved == NULL && read->etag != NULL && g_strcmp0 (read->etag, read->known) == 0;
}

static void
take_other (CommonsElsewhere *self,
            Read             *read,
            GBytes           *bytes)
{
  g_autoptr (CommonsReadReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsBoard) theirs = _commons_reader_read_guarded (bytes, &report, &error);

  if (theirs != NULL && report->newer && !self->document->newer)
    {
      g_clear_object (&theirs);
      g_set_error_literal (&error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                           _("A newer version of Commons Canvas wrote it, whose form this version does not know"));
    }
  if (theirs == NULL)
    {
      take_failure (self, error);
      return;
    }

  forget (self);
  come_back (self);
  self->theirs = g_steal_pointer (&theirs);
  self->bytes = g_bytes_ref (bytes);
  self->etag = g_strdup (read->etag);
  set_state (self, COMMONS_ELSEWHERE_CHANGED);
  answer_waiting (self, NULL);
}

static gboolean
is_outdated (CommonsElsewhere *self,
             Read             *read)
{
  return commons_document_get_busy (self->document) || self->pending || self->watch == NULL ||
         !g_file_equal (read->file, self->file) ||
         g_strcmp0 (read->known, commons_document_get_etag (self->document)) != 0;
}

static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsElsewhere) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  Read *read = g_task_get_task_data (G_TASK (result));

  self->reading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    answer_waiting (self, error);
  else if (is_outdated (self, read))
    start_reading (self);
  else if (bytes == NULL)
    take_failure (self, error);
  else if (read->same || is_base (self, read))
    take_same (self, read, bytes);
  else
    take_other (self, read, bytes);
}

static void
refuse_waiting (CommonsElsewhere *self)
{
  g_autoptr (GError) error = g_error_new_literal (COMMONS_IO_ERROR, COMMONS_IO_ERROR_BUSY,
                                                  _("This board is already being read or saved"));

  answer_waiting (self, error);
}

static void
start_reading (CommonsElsewhere *self)
{
  g_autoptr (GTask) task = NULL;
  Read *read;

  self->pending = self->reading || commons_document_get_busy (self->document);
  if (self->pending || self->watch == NULL)
    {
      if (!self->reading)
        refuse_waiting (self);
      return;
    }

  g_clear_handle_id (&self->retry, g_source_remove);
  self->reading = TRUE;
  read = g_new0 (Read, 1);
  read->file = g_object_ref (self->file);
  read->known = g_strdup (commons_document_get_etag (self->document));
  if (commons_document_get_saved_bytes (self->document) != NULL)
    read->saved = g_bytes_ref (commons_document_get_saved_bytes (self->document));

  task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, read, read_free);
  g_task_run_in_thread (task, read_in_worker);
}

/* ---- Following the file -------------------------------------------------- */

/* Closing must ask: nothing else holds the board now. */
static void
take_gone (CommonsElsewhere *self)
{
  CommonsHistory *history = commons_document_get_history (self->document);

  forget (self);
  if (!commons_history_is_modified (history))
    {
      self->gone_state = commons_history_get_state (history);
      commons_history_mark_modified (history);
    }
  set_state (self, COMMONS_ELSEWHERE_GONE);
}

static void
watch_changed_cb (CommonsElsewhere *self)
{
  g_assert (COMMONS_IS_ELSEWHERE (self));

  if (commons_document_get_busy (self->document))
    {
      self->pending = TRUE;
      return;
    }

  if (commons_file_watch_get_state (self->watch) == COMMONS_FILE_GONE)
    take_gone (self);
  else if (commons_file_watch_get_state (self->watch) == COMMONS_FILE_OTHER || self->state != COMMONS_ELSEWHERE_SAME)
    start_reading (self);
}

/* Examples of the program itself do not change, and a file that could not be
 * read has no board to keep up to date. */
static gboolean
is_followed (CommonsElsewhere *self)
{
  GFile *file = commons_document_get_file (self->document);

  return file != NULL && commons_document_get_error (self->document) == NULL &&
         !g_file_has_uri_scheme (file, "resource");
}

static void
drop_watch (CommonsElsewhere *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->file);
  g_clear_handle_id (&self->retry, g_source_remove);
}

static void
make_watch (CommonsElsewhere *self)
{
  self->file = g_object_ref (commons_document_get_file (self->document));
  self->watch = commons_file_watch_new (self->file, commons_document_get_etag (self->document));
  if (self->delays[0] != 0)
    commons_file_watch_set_delays (self->watch, self->delays[0], self->delays[1], self->delays[2]);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (watch_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
follows (CommonsElsewhere *self)
{
  return self->watch != NULL && g_file_equal (self->file, commons_document_get_file (self->document));
}

/* The document was read or written, or has another file. */
static void
start_over (CommonsElsewhere *self)
{
  forget (self);
  self->gone_state = 0;
  self->pending = FALSE;

  if (!is_followed (self))
    drop_watch (self);
  else if (follows (self))
    commons_file_watch_set_etag (self->watch, commons_document_get_etag (self->document));
  else
    {
      drop_watch (self);
      make_watch (self);
    }

  if (self->watch != NULL && g_file_is_native (self->file))
    read_later (self, self->coarse_time);
  set_state (self, COMMONS_ELSEWHERE_SAME);
}

static void
document_cb (CommonsElsewhere *self)
{
  g_assert (COMMONS_IS_ELSEWHERE (self));

  if (is_followed (self) != (self->watch != NULL) || (self->watch != NULL && !follows (self)))
    start_over (self);
}

/* What was seen while the document was busy may be its own doing. */
static void
busy_cb (CommonsElsewhere *self)
{
  g_assert (COMMONS_IS_ELSEWHERE (self));

  if (commons_document_get_busy (self->document) || self->watch == NULL || !self->pending)
    return;

  self->pending = FALSE;
  commons_file_watch_set_etag (self->watch, commons_document_get_etag (self->document));
}

static void
commons_elsewhere_dispose (GObject *object)
{
  CommonsElsewhere *self = COMMONS_ELSEWHERE (object);

  g_cancellable_cancel (self->cancellable);
  drop_watch (self);
  forget (self);

  G_OBJECT_CLASS (commons_elsewhere_parent_class)->dispose (object);
}

static void
commons_elsewhere_finalize (GObject *object)
{
  CommonsElsewhere *self = COMMONS_ELSEWHERE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_elsewhere_parent_class)->finalize (object);
}

static void
commons_elsewhere_class_init (CommonsElsewhereClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_elsewhere_dispose;
  object_class->finalize = commons_elsewhere_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_elsewhere_init (CommonsElsewhere *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->second_look = SECOND_LOOK;
  self->coarse_time = COARSE_TIME;
}

CommonsElsewhere *
commons_elsewhere_new (CommonsDocument *document)
{
  CommonsElsewhere *self;

  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);

  self = g_object_new (COMMONS_TYPE_ELSEWHERE, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (document_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::error", G_CALLBACK (document_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::board", G_CALLBACK (start_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "saved", G_CALLBACK (start_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  document_cb (self);

  return self;
}

CommonsElsewhereState
commons_elsewhere_get_state (CommonsElsewhere *self)
{
  g_return_val_if_fail (COMMONS_IS_ELSEWHERE (self), COMMONS_ELSEWHERE_SAME);

  return self->state;
}

const GError *
commons_elsewhere_get_error (CommonsElsewhere *self)
{
  g_return_val_if_fail (COMMONS_IS_ELSEWHERE (self), NULL);

  return self->error;
}

void
commons_elsewhere_look (CommonsElsewhere *self)
{
  g_return_if_fail (COMMONS_IS_ELSEWHERE (self));

  if (self->state == COMMONS_ELSEWHERE_UNREADABLE)
    start_reading (self);
  else if (self->watch != NULL)
    commons_file_watch_look (self->watch);
}

void
commons_elsewhere_read_async (CommonsElsewhere    *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (COMMONS_IS_ELSEWHERE (self));

  g_ptr_array_add (self->waiting, g_task_new (self, NULL, callback, user_data));
  start_reading (self);
}

gboolean
commons_elsewhere_read_finish (CommonsElsewhere  *self,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_return_val_if_fail (COMMONS_IS_ELSEWHERE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

CommonsTakeUp *
commons_elsewhere_take_up (CommonsElsewhere *self)
{
  g_autoptr (CommonsBoard) theirs = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *etag = NULL;
  CommonsTakeUp *taken;

  g_return_val_if_fail (COMMONS_IS_ELSEWHERE (self), NULL);

  if (self->state != COMMONS_ELSEWHERE_CHANGED || commons_document_get_busy (self->document) ||
      commons_editor_is_busy (commons_document_get_editor (self->document)))
    return NULL;

  theirs = g_steal_pointer (&self->theirs);
  bytes = g_steal_pointer (&self->bytes);
  etag = g_steal_pointer (&self->etag);
  self->state = COMMONS_ELSEWHERE_SAME;
  taken = _commons_document_take_up (self->document, theirs, bytes, etag);
  commons_file_watch_set_etag (self->watch, etag);
  g_signal_emit (self, signals[CHANGED], 0);

  return taken;
}

void
commons_elsewhere_set_delays (CommonsElsewhere *self,
                              guint             gather,
                              guint             gone,
                              guint             poll)
{
  g_return_if_fail (COMMONS_IS_ELSEWHERE (self));

  self->delays[0] = gather;
  self->delays[1] = gone;
  self->delays[2] = poll;
  self->second_look = gather;
  self->coarse_time = gone;
  if (self->watch != NULL)
    commons_file_watch_set_delays (self->watch, gather, gone, poll);
}
