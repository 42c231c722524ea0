/* commons-window-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a board outside its file: its versions, and what was deleted
 * from it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-ask.h"
#include "commons-bin-dialog.h"
#include "commons-kept.h"
#include "commons-version-name-dialog.h"
#include "commons-versions-dialog.h"
#include "commons-window-private.h"

/* A board that was just opened is drawn before a version of it is kept. */
#define PATIENCE_MS 1500

void
_commons_window_keep_versions (CommonsWindow *self)
{
  g_autofree char *root = commons_kept_get_default_root ();

  self->versions = commons_version_keeper_new (self->document, root);
  commons_version_keeper_set_patience (self->versions, PATIENCE_MS);
  self->bin = commons_bin_keeper_new (self->document, root);
}

/* The last things that were deleted may not be written yet. */
void
_commons_window_leave_versions (CommonsWindow *self)
{
  if (self->bin != NULL)
    commons_bin_keeper_flush (self->bin);
  g_clear_object (&self->bin);
  g_clear_object (&self->versions);
}

/* Whoever says that changes are not wanted may think better of it. */
void
_commons_window_keep_not_saved (CommonsWindow *self)
{
  if (commons_version_keeper_get_file (self->versions) != NULL)
    commons_version_keeper_keep_async (self->versions, NULL, COMMONS_VERSION_NOT_SAVED, NULL, NULL);
}

void
_commons_window_update_versions (CommonsWindow *self,
                                 gboolean       has_board)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.name-version", has_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.versions", has_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.deleted-cards", has_board);
}

/* ---- Naming -------------------------------------------------------------- */

typedef struct
{
  CommonsWindow *window;
  char          *name;
} Naming;

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Naming *naming = user_data;
  g_autoptr (CommonsWindow) self = naming->window;
  g_autofree char *name = naming->name;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_free (naming);
  if (commons_version_keeper_keep_finish (COMMONS_VERSION_KEEPER (object), result, &error))
    message = g_strdup_printf (_("This version is kept as “%s”."), name);
  else
    message = g_strdup (_("This version could not be kept. Your board and its file stay as they are."));

  if (!self->gone)
    commons_window_toast (self, message);
}

static void
named_cb (CommonsWindow *self,
          const char    *name)
{
  Naming *naming;

  g_assert (COMMONS_IS_WINDOW (self));

  if (self->gone || self->versions == NULL || commons_version_keeper_get_file (self->versions) == NULL)
    return;

  naming = g_new0 (Naming, 1);
  naming->window = g_object_ref (self);
  naming->name = g_strdup (name);
  commons_version_keeper_keep_async (self->versions, name, COMMONS_VERSION_NAMED, kept_cb, naming);
}

static void
save_first_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autofree char *answer = commons_ask_finish (result);

  if (!self->gone && g_str_equal (answer, "save"))
    _commons_window_save_as (self);
}

/* Nobody would find the versions of a board again that is nowhere. */
static void
ask_to_save_first (CommonsWindow *self)
{
  const CommonsAnswer answers[] = {
    { "cancel", _("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { "save", _("_Save As…"), COMMONS_ANSWER_SUGGESTED },
  };

  commons_ask_async (GTK_WINDOW (self), _("Save this board first"),
                     _("Versions are kept of boards that have a file. Then you can give this one a name."),
                     answers, G_N_ELEMENTS (answers), "save", "cancel", self->cancellable,
                     save_first_cb, g_object_ref (self));
}

/* ---- Windows ------------------------------------------------------------- */

/* An item of the menu that keeps the keyboard while another window comes would
 * still have it, out of sight, when that window is gone. */
static void
prepare (CommonsWindow *self)
{
  GtkWidget *focus;

  _commons_window_finish_editing (self);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    _commons_window_focus_view (self);
}

void
_commons_window_name_version (CommonsWindow *self)
{
  GtkWidget *dialog;

  prepare (self);
  if (commons_version_keeper_get_file (self->versions) == NULL)
    {
      ask_to_save_first (self);
      return;
    }

  dialog = commons_version_name_dialog_new (NULL);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The copy counts as not saved, or it would go with its window. */
static void
open_copy_cb (CommonsWindow *self,
              CommonsBoard  *board)
{
  g_autoptr (CommonsDocument) document = commons_document_new_for_board (board);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_assert (COMMONS_IS_WINDOW (self));

  if (application == NULL)
    return;

  commons_history_mark_modified (commons_document_get_history (document));
  gtk_window_present (GTK_WINDOW (commons_window_new (ADW_APPLICATION (application), document)));
}

void
_commons_window_show_versions (CommonsWindow *self)
{
  GtkWidget *dialog;

  prepare (self);
  commons_version_keeper_flush (self->versions);
  dialog = commons_versions_dialog_new (self->view, self->document, self->versions);
  g_signal_connect_object (dialog, "open-copy", G_CALLBACK (open_copy_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_commons_window_show_deleted (CommonsWindow *self)
{
  prepare (self);
  gtk_window_present (GTK_WINDOW (commons_bin_dialog_new (self->view, self->document, self->bin)));
}
