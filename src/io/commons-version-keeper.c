/* commons-version-keeper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-version-keeper"

#include "config.h"

#include "commons-version-keeper.h"
#include "commons-versions-private.h"
#include "commons-writer.h"

struct _CommonsVersionKeeper
{
  GObject          parent_instance;

  CommonsDocument *document;
  char            *root;

  guint            patience; /* in milliseconds */
  guint            timer;    /* 0 when nothing waits */
  GFile           *file;     /* what was opened and waits */
  GBytes          *bytes;
  char            *title;
};

/* The board as it is, on its way to a version. */
typedef struct
{
  CommonsSnapshot      *snapshot;
  CommonsWriterFlags    flags;
  char                 *root;
  GFile                *file;
  char                 *title;
  char                 *name;
  CommonsVersionReason  reason;
} Work;

G_DEFINE_FINAL_TYPE (CommonsVersionKeeper, commons_version_keeper, G_TYPE_OBJECT)

GFile *
commons_version_keeper_get_file (CommonsVersionKeeper *self)
{
  GFile *file;

  g_return_val_if_fail (COMMONS_IS_VERSION_KEEPER (self), NULL);

  /* Examples in the program have no versions, nor has what cannot be read. */
  file = commons_document_get_file (self->document);
  if (file == NULL || g_file_has_uri_scheme (file, "resource") || commons_document_get_error (self->document) != NULL)
    return NULL;

  return file;
}

const char *
commons_version_keeper_get_root (CommonsVersionKeeper *self)
{
  g_return_val_if_fail (COMMONS_IS_VERSION_KEEPER (self), NULL);

  return self->root;
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!commons_versions_keep_finish (result, &error))
    g_message ("A version could not be kept: %s", error->message);
}

static void
stop_waiting (CommonsVersionKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->title, g_free);
}

void
commons_version_keeper_flush (CommonsVersionKeeper *self)
{
  g_return_if_fail (COMMONS_IS_VERSION_KEEPER (self));

  if (self->timer != 0)
    commons_versions_keep_async (self->root, self->file, self->bytes, self->title, NULL, COMMONS_VERSION_OPENED,
                                 kept_cb, NULL);
  stop_waiting (self);
}

/* Two workers could overtake one another: what was opened is the older one. */
static void
keep_waiting_first (CommonsVersionKeeper *self)
{
  g_autoptr(GError) error = NULL;

  if (self->timer != 0 && !commons_versions_keep (self->root, self->file, self->bytes, self->title, NULL,
                                                  COMMONS_VERSION_OPENED, &error))
    g_message ("A version could not be kept: %s", error->message);
  stop_waiting (self);
}

static void
saved_cb (CommonsVersionKeeper *self)
{
  GFile *file = commons_version_keeper_get_file (self);
  GBytes *bytes = commons_document_get_saved_bytes (self->document);

  g_assert (COMMONS_IS_VERSION_KEEPER (self));

  keep_waiting_first (self);
  if (file != NULL && bytes != NULL)
    commons_versions_keep_async (self->root, file, bytes, commons_document_get_title (self->document), NULL,
                                 COMMONS_VERSION_SAVED, kept_cb, NULL);
}

static gboolean
timer_cb (gpointer user_data)
{
  commons_version_keeper_flush (user_data);

  return G_SOURCE_REMOVE;
}

/* What the file held when it was read. */
static void
read_cb (CommonsVersionKeeper *self)
{
  GFile *file = commons_version_keeper_get_file (self);
  GBytes *bytes = commons_document_get_saved_bytes (self->document);

  g_assert (COMMONS_IS_VERSION_KEEPER (self));

  commons_version_keeper_flush (self);
  if (file == NULL || bytes == NULL)
    return;

  self->file = g_object_ref (file);
  self->bytes = g_bytes_ref (bytes);
  self->title = g_strdup (commons_document_get_title (self->document));
  self->timer = g_timeout_add_full (G_PRIORITY_LOW, self->patience, timer_cb, self, NULL);
  if (self->patience == 0)
    commons_version_keeper_flush (self);
}

static void
commons_version_keeper_dispose (GObject *object)
{
  CommonsVersionKeeper *self = COMMONS_VERSION_KEEPER (object);

  commons_version_keeper_flush (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (commons_version_keeper_parent_class)->dispose (object);
}

static void
commons_version_keeper_finalize (GObject *object)
{
  g_free (COMMONS_VERSION_KEEPER (object)->root);

  G_OBJECT_CLASS (commons_version_keeper_parent_class)->finalize (object);
}

static void
commons_version_keeper_class_init (CommonsVersionKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_version_keeper_dispose;
  object_class->finalize = commons_version_keeper_finalize;
}

static void
commons_version_keeper_init (CommonsVersionKeeper *self)
{
}

CommonsVersionKeeper *
commons_version_keeper_new (CommonsDocument *document,
                            const char      *root)
{
  CommonsVersionKeeper *self;

  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (root != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_VERSION_KEEPER, NULL);
  self->document = g_object_ref (document);
  self->root = g_strdup (root);
  g_signal_connect_object (document, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::board", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "taken-up", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);

  return self;
}

void
commons_version_keeper_set_patience (CommonsVersionKeeper *self,
                                     guint                 milliseconds)
{
  g_return_if_fail (COMMONS_IS_VERSION_KEEPER (self));

  self->patience = milliseconds;
}

/* ---- The board as it is --------------------------------------------------- */

static void
work_free (Work *self)
{
  commons_snapshot_free (self->snapshot);
  g_free (self->root);
  g_object_unref (self->file);
  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

static void
board_kept_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  /* Records count their references in this thread only. */
  work_free (g_task_get_task_data (G_TASK (result)));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
keep_in_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr(GBytes) bytes = commons_snapshot_write (work->snapshot, work->flags);
  GError *error = NULL;

  if (commons_versions_keep (work->root, work->file, bytes, work->title, work->name, work->reason, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  _commons_versions_count_pending (-1);
}

void
commons_version_keeper_keep_async (CommonsVersionKeeper *self,
                                   const char           *name,
                                   CommonsVersionReason  reason,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr(GTask) worker = NULL;
  g_autofree char *base = NULL;
  GFile *file;
  Work *work;

  g_return_if_fail (COMMONS_IS_VERSION_KEEPER (self));

  file = commons_version_keeper_get_file (self);
  g_return_if_fail (file != NULL);

  keep_waiting_first (self);

  /* As it would be saved, so that saving it keeps nothing twice. */
  base = g_file_get_basename (file);
  work = g_new0 (Work, 1);
  work->snapshot = commons_snapshot_new (commons_document_get_board (self->document));
  work->flags = commons_writer_get_flags_for_name (base);
  work->root = g_strdup (self->root);
  work->file = g_object_ref (file);
  work->title = g_strdup (commons_document_get_title (self->document));
  work->name = g_strdup (name);
  work->reason = reason;

  worker = g_task_new (NULL, NULL, board_kept_cb, g_task_new (self, NULL, callback, user_data));
  g_task_set_source_tag (worker, commons_version_keeper_keep_async);
  g_task_set_task_data (worker, work, NULL);
  _commons_versions_count_pending (1);
  g_task_run_in_thread (worker, keep_in_worker);
}

gboolean
commons_version_keeper_keep_finish (CommonsVersionKeeper  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
