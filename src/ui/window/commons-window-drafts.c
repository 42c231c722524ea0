/* commons-window-drafts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not saved is kept in a draft, and drafts that were left behind are
 * offered.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-launch.h"
#include "commons-notice.h"
#include "commons-window-private.h"

#define WHERE_KEY "commons-where"

/* Letters of a title; some go on for pages. */
#define MAX_TITLE 60

/* Under the header of the screen that is shown. */
void
_commons_window_place_bars (CommonsWindow *self,
                            GtkWidget     *header)
{
  GtkWidget *box = gtk_widget_get_parent (header);
  GtkWidget *before;

  if (self->bars == NULL)
    self->bars = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  before = gtk_widget_get_parent (self->bars);
  if (before == box)
    return;

  if (before != NULL)
    gtk_box_remove (GTK_BOX (before), self->bars);
  gtk_box_insert_child_after (GTK_BOX (box), self->bars, header);
}

static GtkWidget *
add_notice (CommonsWindow *self,
            const char    *words,
            const char    *action,
            const char    *dismiss,
            GCallback      activated,
            GCallback      dismissed)
{
  GtkWidget *notice = commons_notice_new (words, action, dismiss);

  g_signal_connect_object (notice, "activated", activated, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notice, "dismissed", dismissed, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bars), notice);
  commons_announce (GTK_WIDGET (self), words);

  return notice;
}

/* The keyboard goes on where people were. */
static void
remove_notice (CommonsWindow *self,
               GtkWidget     *notice)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->bars) == notice;

  gtk_box_remove (GTK_BOX (self->bars), notice);
  if (had_focus && !self->starting)
    _commons_window_focus_view (self);
}

/* ---- Drafts of the board that is shown -------------------------------------- */

static void
drop_warning (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  if (self->warning != NULL)
    remove_notice (self, self->warning);
  self->warning = NULL;
}

static void
save_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
}

static void
failed_cb (CommonsWindow *self,
           const char    *words)
{
  g_assert (COMMONS_IS_WINDOW (self));

  drop_warning (self);
  self->warning = add_notice (self, words, _("_Save"), NULL, G_CALLBACK (save_cb), G_CALLBACK (drop_warning));
}

/* A title that is typed and not entered yet. */
static gboolean
gather_title (CommonsWindow *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_entry))));
  CommonsRecord *head = commons_board_get_head (commons_document_get_board (self->document));
  g_autoptr (CommonsRecord) renamed = NULL;

  if (!gtk_widget_get_visible (self->title_popover) || *title == '\0' ||
      commons_document_get_read_only (self->document) ||
      g_str_equal (title, commons_document_get_title (self->document)))
    return FALSE;

  renamed = commons_record_with_string (head, "commons/title", title);
  commons_editor_set (commons_document_get_editor (self->document), renamed);

  return TRUE;
}

static gboolean
gather_cb (CommonsWindow *self)
{
  gboolean named;

  g_assert (COMMONS_IS_WINDOW (self));

  if (self->starting)
    return FALSE;

  named = gather_title (self);

  return commons_board_view_gather (self->view) || named;
}

static void
delay_changed_cb (CommonsWindow *self)
{
  guint delay = (guint) g_settings_get_int (self->settings, "draft-delay") * 1000;

  g_assert (COMMONS_IS_WINDOW (self));

  commons_autosave_set_delays (self->autosave, delay, COMMONS_AUTOSAVE_MAX_DELAY);
}

void
_commons_window_keep_drafts (CommonsWindow *self)
{
  g_autofree char *folder = commons_draft_get_default_folder ();

  self->autosave = commons_autosave_new (self->document, NULL, folder);
  delay_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::draft-delay", G_CALLBACK (delay_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autosave, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autosave, "mended", G_CALLBACK (drop_warning), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autosave, "gather", G_CALLBACK (gather_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "typing", G_CALLBACK (commons_autosave_touch), self->autosave,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_entry, "changed", G_CALLBACK (commons_autosave_touch), self->autosave,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (_commons_window_update_offer), self,
                           G_CONNECT_SWAPPED);
  _commons_window_update_offer (self);
}

void
commons_window_flush_draft (CommonsWindow *self)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));

  if (self->autosave != NULL)
    commons_autosave_flush (self->autosave);
}

/* What closing without saving comes to. */
char *
_commons_window_describe_loss (CommonsWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 began = commons_autosave_get_began (self->autosave);

  return commons_draft_describe_loss (commons_autosave_count_changes (self->autosave),
                                      began != 0 ? began : g_date_time_to_unix (now), now);
}

/* ---- Drafts that were left behind ------------------------------------------- */

/* The one of the file that is shown, or any where all are offered. */
static CommonsDraft *
find_offer (CommonsWindow *self,
            guint         *n_drafts)
{
  GFile *file = commons_document_get_file (self->document);
  CommonsDraft *own = file != NULL ? commons_recovery_find (self->recovery, file) : NULL;

  *n_drafts = 1;
  if (own != NULL && !commons_document_get_modified (self->document))
    return own;

  return self->offers_all ? commons_recovery_get_offer (self->recovery, n_drafts) : NULL;
}

static char *
shorten (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup (title);

  start = g_utf8_substring (title, 0, MAX_TITLE);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
describe_offer (CommonsWindow *self,
                CommonsDraft  *draft,
                guint          n_drafts)
{
  const CommonsDraftInfo *info = commons_draft_get_info (draft);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *changes = commons_draft_describe (info, now);
  g_autofree char *file = commons_draft_describe_file (info);
  g_autofree char *title = NULL;
  GFile *shown = commons_document_get_file (self->document);

  if (n_drafts > 1)
    return g_strdup_printf (ngettext ("%'u board was left unsaved.", "%'u boards were left unsaved.", n_drafts),
                            n_drafts);

  if (shown != NULL && draft == commons_recovery_find (self->recovery, shown))
    /* Translators: %s is such as “14 changes from 10:42” */
    return g_strdup_printf (_("This board was left unsaved: %s."), changes);

  title = shorten (info->title);
  if (info->uri == NULL)
    /* Translators: title of a board, then such as “14 changes from 10:42” */
    return g_strdup_printf (_("“%s” was never saved: %s."), title, changes);

  /* Translators: title of a board, name of its file, then such as “14 changes from 10:42” */
  return g_strdup_printf (_("“%s” (%s) was left unsaved: %s."), title, file, changes);
}

static void
open_offer_cb (CommonsWindow *self)
{
  CommonsDraft *draft;
  guint n_drafts;

  g_assert (COMMONS_IS_WINDOW (self));

  draft = find_offer (self, &n_drafts);
  if (draft != NULL && n_drafts == 1)
    commons_window_open_draft (self, draft);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "app.recover", NULL);
}

static void
put_off_cb (CommonsWindow *self)
{
  CommonsDraft *draft;
  guint n_drafts;

  g_assert (COMMONS_IS_WINDOW (self));

  draft = find_offer (self, &n_drafts);
  commons_recovery_put_off (self->recovery, n_drafts == 1 ? draft : NULL);
  commons_window_toast (self, _("Nothing is lost: the main menu has it, under “Recover Unsaved Work…”."));
}

void
_commons_window_update_offer (CommonsWindow *self)
{
  CommonsDraft *draft;
  guint n_drafts;
  g_autofree char *words = NULL;

  g_assert (COMMONS_IS_WINDOW (self));

  if (self->offer != NULL)
    remove_notice (self, self->offer);
  self->offer = NULL;

  draft = self->recovery != NULL ? find_offer (self, &n_drafts) : NULL;
  if (draft == NULL)
    return;

  words = describe_offer (self, draft, n_drafts);
  self->offer = add_notice (self, words, n_drafts == 1 ? _("_Recover") : _("_Show…"), _("_Not Now"),
                            G_CALLBACK (open_offer_cb), G_CALLBACK (put_off_cb));
}

void
commons_window_set_recovery (CommonsWindow   *self,
                             CommonsRecovery *recovery)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));
  g_return_if_fail (COMMONS_IS_RECOVERY (recovery));

  if (!g_set_object (&self->recovery, recovery))
    return;

  g_signal_connect_object (recovery, "changed", G_CALLBACK (_commons_window_update_offer), self, G_CONNECT_SWAPPED);
  if (self->document != NULL)
    _commons_window_update_offer (self);
}

void
commons_window_offer_all (CommonsWindow *self)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));

  self->offers_all = TRUE;
  _commons_window_update_offer (self);
}

static gboolean
can_show (CommonsWindow *self,
          GFile         *file)
{
  GFile *shown = commons_document_get_file (self->document);

  if (self->autosave == NULL || commons_document_get_busy (self->document) ||
      commons_document_get_modified (self->document))
    return FALSE;

  return commons_window_is_pristine (self) || (file != NULL && shown != NULL && g_file_equal (shown, file));
}

/* A window that loses nothing by showing the draft: this one, or that of its
 * file, or a new one. */
static CommonsWindow *
choose_window (CommonsWindow *self,
               CommonsDraft  *draft)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const char *uri = commons_draft_get_info (draft)->uri;
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autoptr (CommonsDocument) document = NULL;

  for (GList *item = gtk_application_get_windows (application); file != NULL && item != NULL; item = item->next)
    {
      GFile *shown = COMMONS_IS_WINDOW (item->data) ? commons_window_get_file (item->data) : NULL;

      if (shown != NULL && g_file_equal (shown, file) && can_show (item->data, file))
        return item->data;
    }

  if (can_show (self, file))
    return self;

  document = commons_document_new ();

  return commons_window_new (ADW_APPLICATION (application), document);
}

static void
set_aside (CommonsWindow *self,
           CommonsDraft  *draft)
{
  g_autoptr (CommonsDraft) kept = g_object_ref (draft);
  g_autofree char *path = commons_draft_set_aside (kept);

  commons_recovery_take (self->recovery, kept);
  commons_window_tell_set_aside (self, path != NULL ? path : commons_draft_get_path (kept));
}

static void
show_recovered (CommonsWindow *self)
{
  _commons_window_leave_start (self);
  _commons_window_update_title (self);
  _commons_window_recall_view (self);
  gtk_window_present (GTK_WINDOW (self));
  _commons_window_focus_view (self);
  commons_window_toast (self, commons_document_get_file (self->document) != NULL
                                ? _("This is the board as it was. Save it to have the changes in its file.")
                                : _("This is the board as it was. Save it to give it a file."));
}

void
commons_window_open_draft (CommonsWindow *self,
                           CommonsDraft  *draft)
{
  g_autoptr (CommonsDraft) kept = NULL;
  g_autoptr (GError) error = NULL;
  CommonsWindow *window;

  g_return_if_fail (COMMONS_IS_WINDOW (self));
  g_return_if_fail (COMMONS_IS_DRAFT (draft));
  g_return_if_fail (self->recovery != NULL);

  kept = g_object_ref (draft);
  window = choose_window (self, kept);
  _commons_window_finish_editing (window);

  if (!commons_document_show_draft (window->document, kept, &error))
    {
      g_message ("A draft could not be read: %s", error->message);
      set_aside (self, kept);
      if (window != self && commons_window_is_pristine (window))
        gtk_window_destroy (GTK_WINDOW (window));
      return;
    }

  commons_autosave_adopt (window->autosave, kept);
  commons_recovery_take (self->recovery, kept);
  show_recovered (window);
}

/* ---- Drafts that could not be read ------------------------------------------ */

static void
no_folder_cb (GtkWidget  *widget,
              const char *message)
{
  if (COMMONS_IS_WINDOW (widget))
    commons_window_toast (COMMONS_WINDOW (widget), message);
}

static void
show_folder_cb (CommonsWindow *self,
                GtkWidget     *notice)
{
  const char *path = g_object_get_data (G_OBJECT (notice), WHERE_KEY);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  g_assert (COMMONS_IS_WINDOW (self));

  if (uri != NULL)
    commons_launch (GTK_WIDGET (self), uri, no_folder_cb);
}

void
commons_window_tell_set_aside (CommonsWindow *self,
                               const char    *path)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  GtkWidget *notice;

  g_return_if_fail (COMMONS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  name = g_filename_display_name (path);
  words = g_strdup_printf (_("Work that was not saved could not be read. Nothing was deleted: it is kept in “%s”."),
                           name);
  notice = add_notice (self, words, _("Show _Folder"), NULL, G_CALLBACK (show_folder_cb), G_CALLBACK (remove_notice));
  g_object_set_data_full (G_OBJECT (notice), WHERE_KEY, g_strdup (path), g_free);
}
