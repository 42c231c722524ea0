/* commons-bin-keeper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-bin-keeper"

#include "config.h"

#include "commons-bin-file.h"
#include "commons-bin-keeper.h"

struct _CommonsBinKeeper
{
  GObject          parent_instance;

  CommonsDocument *document;
  CommonsBoard    *board;    /* the one that is followed */
  GFile           *file;     /* of that board, NULL as long as it has none */
  CommonsBin      *bin;
  char            *root;

  guint            delay;
  guint            max_delay;
  guint            timer;
  gint64           oldest;   /* change that is not written yet, monotonic; 0 for none */
  gint64           written;  /* up to which removal it is written */

  guint            writing : 1;
};

/* What a worker reads or writes. */
typedef struct
{
  CommonsBinKeeper *keeper; /* NULL when nobody waits for a worker */
  char             *root;
  GFile            *file;
  GPtrArray        *items;
  gint64            last;   /* removal among them */
} Work;

G_DEFINE_FINAL_TYPE (CommonsBinKeeper, commons_bin_keeper, G_TYPE_OBJECT)

static void schedule (CommonsBinKeeper *self);

/* In the thread of the board only: it may let go of records. */
static void
work_free (Work *self)
{
  g_free (self->root);
  g_clear_object (&self->file);
  g_clear_object (&self->keeper);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static Work *
take_work (CommonsBinKeeper *self,
           gboolean          all)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr(GPtrArray) items = commons_bin_list (self->bin);

  work->root = g_strdup (self->root);
  work->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  work->items = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_bin_item_unref);
  work->last = self->written;
  for (guint i = 0; i < items->len; i++)
    {
      CommonsBinItem *item = g_ptr_array_index (items, i);

      if (all || item->removed > self->written)
        g_ptr_array_add (work->items, commons_bin_item_ref (item));
      work->last = MAX (work->last, item->removed);
    }

  return work;
}

static void
tell_result (CommonsBinKeeper *self,
             const Work       *work,
             const GError     *error)
{
  if (error != NULL)
    g_message ("What was deleted could not be kept: %s", error->message);
  else if (work->file == self->file)
    self->written = MAX (self->written, work->last);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Work *work = user_data;
  g_autoptr(CommonsBinKeeper) self = g_steal_pointer (&work->keeper);
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  tell_result (self, work, error);
  work_free (work);
  self->writing = FALSE;

  /* What could not be written is tried again with the next change. */
  if (self->oldest != 0)
    schedule (self);
}

static void
write_in_worker (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (commons_bin_file_write (work->root, work->file, work->items, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_writing (CommonsBinKeeper *self)
{
  g_autoptr(GTask) task = NULL;
  Work *work = take_work (self, FALSE);

  self->oldest = 0;
  self->writing = TRUE;
  work->keeper = g_object_ref (self);

  /* The task owns nothing: a worker lets go of it when it likes. */
  task = g_task_new (NULL, NULL, written_cb, work);
  g_task_set_source_tag (task, start_writing);
  g_task_set_task_data (task, work, NULL);
  g_task_run_in_thread (task, write_in_worker);
}

static gboolean
timer_cb (gpointer user_data)
{
  CommonsBinKeeper *self = user_data;

  self->timer = 0;

  /* The one that runs starts the next, and so does getting a file. */
  if (!self->writing && self->oldest != 0 && self->file != NULL)
    start_writing (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (CommonsBinKeeper *self)
{
  gint64 waited = (g_get_monotonic_time () - self->oldest) / 1000;
  gint64 left = MAX ((gint64) self->max_delay - waited, 0);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) MIN (left, (gint64) self->delay), timer_cb, self);
}

static void
bin_changed_cb (CommonsBinKeeper *self)
{
  g_assert (COMMONS_IS_BIN_KEEPER (self));

  if (self->oldest == 0)
    self->oldest = g_get_monotonic_time ();
  schedule (self);
}

/* A file is kept for a board that is in it, not for pictures in the program. */
static GFile *
get_own_file (CommonsBinKeeper *self)
{
  GFile *file = commons_document_get_file (self->document);

  return file != NULL && !g_file_has_uri_scheme (file, "resource") ? file : NULL;
}

static void
follow_board (CommonsBinKeeper *self)
{
  commons_bin_keeper_flush (self);
  g_clear_object (&self->bin);

  g_set_object (&self->board, commons_document_get_board (self->document));
  g_set_object (&self->file, get_own_file (self));
  self->bin = commons_bin_new (self->board);
  self->written = 0;
  g_signal_connect_object (self->bin, "changed", G_CALLBACK (bin_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The board and its file are told one after the other, in any order. */
static void
document_changed_cb (CommonsBinKeeper *self)
{
  GFile *file = get_own_file (self);

  g_assert (COMMONS_IS_BIN_KEEPER (self));

  if (self->board != commons_document_get_board (self->document))
    {
      follow_board (self);
    }
  else if (file != NULL && (self->file == NULL || !g_file_equal (self->file, file)))
    {
      g_autoptr(GPtrArray) items = commons_bin_list (self->bin);

      g_set_object (&self->file, file);
      self->written = 0;
      if (items->len > 0)
        bin_changed_cb (self);
    }
}

static void
commons_bin_keeper_dispose (GObject *object)
{
  CommonsBinKeeper *self = COMMONS_BIN_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->bin != NULL)
    g_signal_handlers_disconnect_by_data (self->bin, self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->bin);
  g_clear_object (&self->board);
  g_clear_object (&self->file);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (commons_bin_keeper_parent_class)->dispose (object);
}

static void
commons_bin_keeper_finalize (GObject *object)
{
  g_free (COMMONS_BIN_KEEPER (object)->root);

  G_OBJECT_CLASS (commons_bin_keeper_parent_class)->finalize (object);
}

static void
commons_bin_keeper_class_init (CommonsBinKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_bin_keeper_dispose;
  object_class->finalize = commons_bin_keeper_finalize;
}

static void
commons_bin_keeper_init (CommonsBinKeeper *self)
{
  self->delay = COMMONS_BIN_KEEPER_DELAY;
  self->max_delay = COMMONS_BIN_KEEPER_MAX_DELAY;
}

CommonsBinKeeper *
commons_bin_keeper_new (CommonsDocument *document,
                        const char      *root)
{
  CommonsBinKeeper *self;

  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (root != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_BIN_KEEPER, NULL);
  self->document = g_object_ref (document);
  self->root = g_strdup (root);
  follow_board (self);
  g_signal_connect_object (document, "notify::board", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
commons_bin_keeper_set_delays (CommonsBinKeeper *self,
                               guint             delay,
                               guint             max_delay)
{
  g_return_if_fail (COMMONS_IS_BIN_KEEPER (self));

  self->delay = delay;
  self->max_delay = max_delay;
}

void
commons_bin_keeper_flush (CommonsBinKeeper *self)
{
  g_autoptr(GError) error = NULL;
  Work *work;

  g_return_if_fail (COMMONS_IS_BIN_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->bin == NULL || self->oldest == 0 || self->file == NULL)
    return;

  /* What a worker writes meanwhile is written once more: that does no harm. */
  self->oldest = 0;
  work = take_work (self, FALSE);
  commons_bin_file_write (work->root, work->file, work->items, &error);
  tell_result (self, work, error);
  work_free (work);
}

/* ---- Looking into it ----------------------------------------------------- */

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GPtrArray *items = g_task_propagate_pointer (G_TASK (result), NULL);

  work_free (g_task_get_task_data (G_TASK (result)));
  g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
}

static void
list_in_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;

  g_task_return_pointer (task, commons_bin_file_read (work->root, work->file, work->items), NULL);
}

void
commons_bin_keeper_list_async (CommonsBinKeeper    *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) worker = NULL;
  GTask *task;

  g_return_if_fail (COMMONS_IS_BIN_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_bin_keeper_list_async);

  worker = g_task_new (NULL, NULL, listed_cb, task);
  g_task_set_source_tag (worker, list_in_worker);
  g_task_set_task_data (worker, take_work (self, TRUE), NULL);
  g_task_run_in_thread (worker, list_in_worker);
}

GPtrArray *
commons_bin_keeper_list_finish (CommonsBinKeeper  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
commons_bin_keeper_empty (CommonsBinKeeper  *self,
                          GError           **error)
{
  g_return_val_if_fail (COMMONS_IS_BIN_KEEPER (self), FALSE);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->oldest = 0;
  commons_bin_empty (self->bin);

  return self->file == NULL || commons_bin_file_empty (self->root, self->file, error);
}
