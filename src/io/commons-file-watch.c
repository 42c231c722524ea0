/* commons-file-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-file-watch"

#include "config.h"

#include <stdlib.h>

#include "commons-file-watch.h"

/* Milliseconds. A file that is written piece by piece is looked at this long
 * after the last piece, and a busy one at least every two seconds. */
#define GATHER_DELAY 400
#define MAX_GATHER_DELAY 2000
#define GONE_DELAY 2000
#define POLL_DELAY 20000

#define ATTRIBUTES G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE

struct _CommonsFileWatch
{
  GObject           parent_instance;

  GFile            *file;
  char             *etag;    /* of the known state */
  char             *known;   /* all that tells the known state, NULL until it was seen */
  char             *told;    /* what was told last, NULL for the known state */
  char             *target;  /* where a symbolic link leads, NULL for other files */
  GFileMonitor     *monitor;
  GFileMonitor     *target_monitor;
  GCancellable     *cancellable;

  gint64            first_event;   /* monotonic time of the oldest one not looked at, 0 for none */
  gint64            missing_since; /* monotonic time, 0 when it is there */
  guint             timer;
  guint             poll_timer;
  guint             gather;
  guint             gone;
  guint             poll;
  CommonsFileState  state;

  guint             looking : 1;
  guint             again : 1;     /* something happened while looking */
  guint             needs_poll : 1;
};

/* What a worker found. */
typedef struct
{
  char     *etag;
  char     *state;
  char     *target;
  gboolean  missing;
  gboolean  remote;
} Look;

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsFileWatch, commons_file_watch, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Says of a missing file what no state of a file says. */
#define MISSING ""

static void schedule (CommonsFileWatch *self,
                      guint             delay);

static void
look_free (gpointer data)
{
  Look *self = data;

  g_free (self->etag);
  g_free (self->state);
  g_free (self->target);
  g_free (self);
}

/* Size and inode tell apart what a clock with a coarse grain does not. */
static void
take_info (Look      *look,
           GFileInfo *info)
{
  look->etag = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE));
  look->state = g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT,
                                 look->etag != NULL ? look->etag : "?",
                                 (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE),
                                 g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static char *
find_target (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *resolved = path != NULL ? realpath (path, NULL) : NULL;
  char *target = resolved != NULL && !g_str_equal (resolved, path) ? g_strdup (resolved) : NULL;

  free (resolved);

  return target;
}

static gboolean
is_remote (GFile        *file,
           GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  if (!g_file_is_native (file))
    return TRUE;

  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, cancellable, NULL);

  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static void
look_in_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  Look *look = g_new0 (Look, 1);

  if (info != NULL)
    take_info (look, info);

  /* A place that cannot be reached for now says nothing of the file. */
  look->missing = info == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  look->target = find_target (file);
  look->remote = is_remote (file, cancellable);
  g_task_return_pointer (task, look, look_free);
}

static void
event_cb (CommonsFileWatch *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 waited;

  g_assert (COMMONS_IS_FILE_WATCH (self));

  if (self->first_event == 0)
    self->first_event = now;
  waited = (now - self->first_event) / 1000;
  if (waited < MAX_GATHER_DELAY || self->timer == 0)
    schedule (self, self->gather);
}

static GFileMonitor *
monitor (CommonsFileWatch *self,
         GFile            *file)
{
  GFileMonitor *made = g_file_is_native (file) ? g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL) : NULL;

  if (made != NULL)
    g_signal_connect_object (made, "changed", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);

  return made;
}

static void
drop_monitor (CommonsFileWatch  *self,
              GFileMonitor     **place)
{
  if (*place == NULL)
    return;

  g_signal_handlers_disconnect_by_data (*place, self);
  g_file_monitor_cancel (*place);
  g_clear_object (place);
}

/* The folder of a link hears nothing of what is written in another one. While
 * the target is written anew the link leads nowhere for a moment. */
static void
follow_target (CommonsFileWatch *self,
               Look             *look)
{
  g_autoptr (GFile) file = NULL;

  if (look->missing || g_strcmp0 (look->target, self->target) == 0)
    return;

  drop_monitor (self, &self->target_monitor);
  g_free (self->target);
  self->target = g_strdup (look->target);
  if (self->target == NULL)
    return;

  file = g_file_new_for_path (self->target);
  self->target_monitor = monitor (self, file);

  /* What was written before anybody listened there. */
  schedule (self, self->gather);
}

static gboolean
poll_cb (gpointer user_data)
{
  commons_file_watch_look (user_data);

  return G_SOURCE_CONTINUE;
}

static void
update_poll (CommonsFileWatch *self)
{
  g_clear_handle_id (&self->poll_timer, g_source_remove);
  if (self->needs_poll || self->monitor == NULL)
    self->poll_timer = g_timeout_add (self->poll, poll_cb, self);
}

/* A file that is missing is looked for again before it counts as gone. */
static gboolean
is_away (CommonsFileWatch *self,
         Look             *look)
{
  gint64 now = g_get_monotonic_time ();
  guint waited;

  if (!look->missing)
    {
      self->missing_since = 0;
      return FALSE;
    }

  if (self->missing_since == 0)
    self->missing_since = now;
  waited = (guint) ((now - self->missing_since) / 1000);
  if (waited >= self->gone)
    return FALSE;

  schedule (self, self->gone - waited);

  return TRUE;
}

static CommonsFileState
compare (CommonsFileWatch *self,
         Look             *look)
{
  if (look->missing)
    return COMMONS_FILE_GONE;

  if (self->known == NULL && (self->etag == NULL || g_strcmp0 (self->etag, look->etag) == 0))
    self->known = g_strdup (look->state);

  return g_strcmp0 (self->known, look->state) == 0 ? COMMONS_FILE_SAME : COMMONS_FILE_OTHER;
}

static void
take_look (CommonsFileWatch *self,
           Look             *look)
{
  const char *found;

  follow_target (self, look);
  if (look->remote != self->needs_poll)
    {
      self->needs_poll = !!look->remote;
      update_poll (self);
    }

  if ((!look->missing && look->state == NULL) || is_away (self, look))
    return;

  self->state = compare (self, look);
  found = self->state == COMMONS_FILE_SAME ? NULL : self->state == COMMONS_FILE_GONE ? MISSING : look->state;
  if (g_strcmp0 (found, self->told) == 0)
    return;

  g_free (self->told);
  self->told = g_strdup (found);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsFileWatch) self = user_data;
  Look *look = g_task_propagate_pointer (G_TASK (result), NULL);

  self->looking = FALSE;
  if (look == NULL)
    return;

  if (self->again)
    commons_file_watch_look (self);
  else
    take_look (self, look);
  look_free (look);
}

void
commons_file_watch_look (CommonsFileWatch *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COMMONS_IS_FILE_WATCH (self));

  self->again = self->looking;
  if (self->looking)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->first_event = 0;
  self->looking = TRUE;
  task = g_task_new (NULL, self->cancellable, look_cb, g_object_ref (self));
  g_task_set_source_tag (task, commons_file_watch_look);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, look_in_worker);
}

static gboolean
timer_cb (gpointer user_data)
{
  CommonsFileWatch *self = user_data;

  self->timer = 0;
  commons_file_watch_look (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (CommonsFileWatch *self,
          guint             delay)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (delay, timer_cb, self);
}

static void
commons_file_watch_dispose (GObject *object)
{
  CommonsFileWatch *self = COMMONS_FILE_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->poll_timer, g_source_remove);
  drop_monitor (self, &self->monitor);
  drop_monitor (self, &self->target_monitor);

  G_OBJECT_CLASS (commons_file_watch_parent_class)->dispose (object);
}

static void
commons_file_watch_finalize (GObject *object)
{
  CommonsFileWatch *self = COMMONS_FILE_WATCH (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self->known);
  g_free (self->told);
  g_free (self->target);

  G_OBJECT_CLASS (commons_file_watch_parent_class)->finalize (object);
}

static void
commons_file_watch_class_init (CommonsFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_file_watch_dispose;
  object_class->finalize = commons_file_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_file_watch_init (CommonsFileWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->gather = GATHER_DELAY;
  self->gone = GONE_DELAY;
  self->poll = POLL_DELAY;
}

CommonsFileWatch *
commons_file_watch_new (GFile      *file,
                        const char *etag)
{
  CommonsFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (COMMONS_TYPE_FILE_WATCH, NULL);
  self->file = g_object_ref (file);
  self->etag = g_strdup (etag);
  self->monitor = monitor (self, file);
  update_poll (self);
  commons_file_watch_look (self);

  return self;
}

void
commons_file_watch_set_etag (CommonsFileWatch *self,
                             const char       *etag)
{
  g_return_if_fail (COMMONS_IS_FILE_WATCH (self));

  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_clear_pointer (&self->known, g_free);
  g_clear_pointer (&self->told, g_free);
  self->state = COMMONS_FILE_SAME;
  commons_file_watch_look (self);
}

CommonsFileState
commons_file_watch_get_state (CommonsFileWatch *self)
{
  g_return_val_if_fail (COMMONS_IS_FILE_WATCH (self), COMMONS_FILE_SAME);

  return self->state;
}

void
commons_file_watch_set_delays (CommonsFileWatch *self,
                               guint             gather,
                               guint             gone,
                               guint             poll)
{
  g_return_if_fail (COMMONS_IS_FILE_WATCH (self));

  self->gather = gather;
  self->gone = gone;
  self->poll = poll;
  update_poll (self);
}
