/* commons-rescue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>

#include <glib-unix.h>

#include "commons-recover-dialog.h"
#include "commons-rescue.h"

/* How long the end waits for files that are being saved, in seconds: a share
 * that is gone must not keep a session from ending, and the draft is there. */
#define END_SECONDS 5

struct _CommonsRescue
{
  GObject          parent_instance;

  GtkApplication  *application; /* not owned: it owns this */
  CommonsRecovery *recovery;
  GPtrArray       *aside;       /* paths nobody was told of yet */
  gboolean         looked;
  guint            terminated;
  guint            hung_up;
};

G_DEFINE_FINAL_TYPE (CommonsRescue, commons_rescue, G_TYPE_OBJECT)

static GPtrArray *
list_windows (CommonsRescue *self)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *item = gtk_application_get_windows (self->application); item != NULL; item = item->next)
    {
      if (COMMONS_IS_WINDOW (item->data))
        g_ptr_array_add (windows, g_object_ref (item->data));
    }

  return windows;
}

/* ---- The end ---------------------------------------------------------------- */

static void
flush_all (CommonsRescue *self)
{
  g_autoptr (GPtrArray) windows = list_windows (self);

  for (guint i = 0; i < windows->len; i++)
    commons_window_flush_draft (g_ptr_array_index (windows, i));
}

static gboolean
is_busy (GPtrArray *windows)
{
  for (guint i = 0; i < windows->len; i++)
    {
      if (commons_document_get_busy (commons_window_get_document (g_ptr_array_index (windows, i))))
        return TRUE;
    }

  return FALSE;
}

static gboolean
give_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for_saves (CommonsRescue *self)
{
  g_autoptr (GPtrArray) windows = list_windows (self);
  gboolean over = FALSE;
  guint timer = g_timeout_add_seconds (END_SECONDS, give_up_cb, &over);

  while (!over && is_busy (windows))
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (timer);
}

/* Nobody can be asked by then. Another such signal ends the program at once. */
static void
end (CommonsRescue *self)
{
  flush_all (self);
  wait_for_saves (self);
  g_application_quit (G_APPLICATION (self->application));
}

static gboolean
terminated_cb (gpointer user_data)
{
  CommonsRescue *self = user_data;

  self->terminated = 0;
  end (self);

  return G_SOURCE_REMOVE;
}

static gboolean
hung_up_cb (gpointer user_data)
{
  CommonsRescue *self = user_data;

  self->hung_up = 0;
  end (self);

  return G_SOURCE_REMOVE;
}

/* ---- What was left behind --------------------------------------------------- */

static CommonsWindow *
find_window (CommonsRescue *self)
{
  GtkWindow *active = gtk_application_get_active_window (self->application);
  g_autoptr (GPtrArray) windows = list_windows (self);

  if (COMMONS_IS_WINDOW (active))
    return COMMONS_WINDOW (active);

  return windows->len > 0 ? g_ptr_array_index (windows, 0) : NULL;
}

/* Once there is somewhere to say it. */
static gboolean
tell (CommonsRescue *self)
{
  CommonsWindow *window = find_window (self);

  if (window == NULL || !self->looked)
    return FALSE;

  commons_window_offer_all (window);
  for (guint i = 0; i < self->aside->len; i++)
    commons_window_tell_set_aside (window, g_ptr_array_index (self->aside, i));
  g_ptr_array_set_size (self->aside, 0);

  return TRUE;
}

static gboolean
tell_cb (gpointer user_data)
{
  tell (user_data);

  return G_SOURCE_REMOVE;
}

static void
aside_cb (CommonsRescue *self,
          GPtrArray     *paths)
{
  g_assert (COMMONS_IS_RESCUE (self));

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (self->aside, g_strdup (g_ptr_array_index (paths, i)));
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsRescue) self = user_data;

  commons_recovery_look_finish (COMMONS_RECOVERY (object), result);
  self->looked = TRUE;
  tell (self);
}

/* It has no document yet. */
static void
window_added_cb (CommonsRescue *self,
                 GtkWindow     *window)
{
  g_autoptr (GPtrArray) windows = list_windows (self);

  g_assert (COMMONS_IS_RESCUE (self));

  if (!COMMONS_IS_WINDOW (window))
    return;

  commons_window_set_recovery (COMMONS_WINDOW (window), self->recovery);
  if (windows->len == 1 && self->looked)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, g_object_ref (self), g_object_unref);
}

static void
open_cb (CommonsWindow *window,
         CommonsDraft  *draft)
{
  commons_window_open_draft (window, draft);
}

typedef struct
{
  CommonsRescue *self;
  CommonsWindow *window;
} Show;

static void
show_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Show *show = user_data;
  g_autoptr (CommonsRescue) self = show->self;
  g_autoptr (CommonsWindow) window = show->window;
  GtkWidget *dialog;

  g_free (show);
  commons_recovery_look_finish (COMMONS_RECOVERY (object), result);
  self->looked = TRUE;
  tell (self);
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    return;

  dialog = commons_recover_dialog_new (self->recovery);
  g_signal_connect_object (dialog, "open", G_CALLBACK (open_cb), window, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
commons_rescue_show (CommonsRescue *self,
                     CommonsWindow *window)
{
  Show *show;

  g_return_if_fail (COMMONS_IS_RESCUE (self));
  g_return_if_fail (COMMONS_IS_WINDOW (window));

  show = g_new (Show, 1);
  *show = (Show) { g_object_ref (self), g_object_ref (window) };
  commons_recovery_look_async (self->recovery, show_cb, show);
}

static void
commons_rescue_dispose (GObject *object)
{
  CommonsRescue *self = COMMONS_RESCUE (object);

  g_clear_handle_id (&self->terminated, g_source_remove);
  g_clear_handle_id (&self->hung_up, g_source_remove);
  g_clear_object (&self->recovery);
  g_clear_pointer (&self->aside, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_rescue_parent_class)->dispose (object);
}

static void
commons_rescue_class_init (CommonsRescueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_rescue_dispose;
}

static void
commons_rescue_init (CommonsRescue *self)
{
  g_autofree char *folder = commons_draft_get_default_folder ();

  self->recovery = commons_recovery_new (folder);
  self->aside = g_ptr_array_new_with_free_func (g_free);
}

CommonsRescue *
commons_rescue_new (GtkApplication *application)
{
  CommonsRescue *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (COMMONS_TYPE_RESCUE, NULL);
  self->application = application;
  self->terminated = g_unix_signal_add (SIGTERM, terminated_cb, self);
  self->hung_up = g_unix_signal_add (SIGHUP, hung_up_cb, self);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "query-end", G_CALLBACK (flush_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "set-aside", G_CALLBACK (aside_cb), self, G_CONNECT_SWAPPED);
  commons_recovery_look_async (self->recovery, looked_cb, g_object_ref (self));

  return self;
}
