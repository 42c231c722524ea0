/* commons-versions-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-ask.h"
#include "commons-hint.h"
#include "commons-reader.h"
#include "commons-restore.h"
#include "commons-version-browser.h"
#include "commons-version-name-dialog.h"
#include "commons-version-row.h"
#include "commons-version-view.h"
#include "commons-versions-dialog.h"
#include "commons-when.h"
#include "commons-wrap-box.h"

#define LIST_WIDTH 300

struct _CommonsVersionsDialog
{
  CommonsAdviceDialog   parent_instance;

  CommonsDocument      *document;
  CommonsVersionKeeper *keeper;
  GFile                *file;     /* NULL for a board without one */
  GCancellable         *cancellable;

  GtkWidget            *stack;
  GtkWidget            *box;
  GtkWidget            *browser;
  GtkWidget            *view;
  GtkWidget            *name;
  GtkWidget            *copy;
  GtkWidget            *delete;
  GtkWidget            *restore;
};

enum
{
  OPEN_COPY,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsVersionsDialog, commons_versions_dialog, COMMONS_TYPE_ADVICE_DIALOG)

static guint signals[N_SIGNALS];

/* Versions are renamed and deleted in workers; this says which. */
typedef struct
{
  char   *root;
  GFile  *file;
  char   *id;
  char   *name;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->root);
  g_object_unref (self->file);
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static void
run_job (CommonsVersionsDialog *self,
         const char            *id,
         const char            *name,
         GTaskThreadFunc        perform,
         GAsyncReadyCallback    callback,
         gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  /* What was asked for is done even when the window closes at once. */
  task = g_task_new (NULL, NULL, callback, user_data);
  *job = (Job) { g_strdup (commons_version_keeper_get_root (self->keeper)), g_object_ref (self->file), g_strdup (id),
                 g_strdup (name) };
  g_task_set_source_tag (task, run_job);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, perform);
}

static CommonsVersionRow *
get_selected (CommonsVersionsDialog *self)
{
  return commons_version_browser_get_selected (COMMONS_VERSION_BROWSER (self->browser));
}

/* ---- What can be done ---------------------------------------------------- */

static void
update (CommonsVersionsDialog *self)
{
  gboolean chosen, read;

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  chosen = get_selected (self) != NULL;
  read = chosen && commons_version_view_get_bytes (COMMONS_VERSION_VIEW (self->view)) != NULL;
  gtk_widget_set_sensitive (self->name, read);
  gtk_widget_set_sensitive (self->copy, read);
  gtk_widget_set_sensitive (self->delete, chosen);
  gtk_widget_set_sensitive (self->restore, read && commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)));
}

static CommonsBoard *
read_board (CommonsVersionsDialog *self)
{
  GBytes *bytes = commons_version_view_get_bytes (COMMONS_VERSION_VIEW (self->view));
  CommonsBoard *board = bytes != NULL ? commons_reader_read (bytes, NULL, NULL) : NULL;

  if (bytes != NULL && board == NULL)
    commons_advice_dialog_set_note (COMMONS_ADVICE_DIALOG (self),
                                    _("This version cannot be read. Nothing was changed."), TRUE);

  return board;
}

/* "Wells – version of 30 Nov, 10:42" */
static CommonsBoard *
title_copy (CommonsBoard         *board,
            const CommonsVersion *version)
{
  g_autofree char *when = commons_when_both (version->kept);
  g_autofree char *title = NULL;
  g_autoptr (CommonsRecord) head = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();

  /* Translators: title of a board, then what names one of its versions */
  title = version->name != NULL ? g_strdup_printf (_("%s – %s"), version->title, version->name)
                                : g_strdup_printf (_("%s – version of %s"), version->title, when);
  head = commons_record_with_string (commons_board_get_head (board), "commons/title", title);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_board_get_node (board, i));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    g_ptr_array_add (edges, commons_board_get_edge (board, i));

  return commons_board_new_from_records (head, nodes, edges);
}

static void
copy_cb (CommonsVersionsDialog *self)
{
  CommonsVersionRow *row = get_selected (self);
  g_autoptr (CommonsBoard) board = row != NULL ? read_board (self) : NULL;
  g_autoptr (CommonsBoard) copy = NULL;

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  commons_hint_learn ("versions");
  if (board == NULL)
    return;

  copy = title_copy (board, commons_version_row_get_version (row));
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[OPEN_COPY], 0, copy);
  g_object_unref (self);
}

/* What is not saved can be had again later too, when undo is gone. */
static void
keep_present (CommonsVersionsDialog *self)
{
  if (commons_document_get_modified (self->document))
    commons_version_keeper_keep_async (self->keeper, NULL, COMMONS_VERSION_REPLACED, NULL, NULL);
}

static void
restore_cb (CommonsVersionsDialog *self)
{
  CommonsAdviceDialog *dialog = COMMONS_ADVICE_DIALOG (self);
  CommonsVersionRow *row = get_selected (self);
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (CommonsBoardView) view = NULL;
  g_autofree char *when = NULL;
  g_autofree char *message = NULL;

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  commons_hint_learn ("versions");
  if (row == NULL || !commons_advice_dialog_can_write (dialog))
    return;

  board = read_board (self);
  if (board == NULL)
    return;

  keep_present (self);
  if (!commons_restore (commons_advice_dialog_get_editor (dialog), board, _("Restore Version")))
    {
      commons_advice_dialog_set_note (dialog, _("The board still says the same: there is nothing to restore."), TRUE);
      return;
    }

  when = commons_when_both (commons_version_row_get_version (row)->kept);
  message = g_strdup_printf (_("The board is as it was on %s."), when);
  view = g_object_ref (commons_advice_dialog_get_view (dialog));
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit_by_name (view, "toast", message, TRUE);
}

static void
name_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if (commons_versions_set_name (job->root, job->file, job->id, job->name, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_selected (CommonsVersionsDialog *self)
{
  CommonsVersionRow *row = get_selected (self);

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  if (row != NULL)
    commons_version_view_show (COMMONS_VERSION_VIEW (self->view), commons_version_row_get_version (row),
                               commons_version_browser_get_previous (COMMONS_VERSION_BROWSER (self->browser)));
  update (self);
}

static void
name_done_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CommonsVersionRow) row = user_data;
  g_autoptr (GError) error = NULL;
  const Job *job = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (row), COMMONS_TYPE_VERSIONS_DIALOG);

  if (dialog == NULL)
    return;

  if (done)
    {
      commons_version_row_set_name (row, job->name);
      show_selected (COMMONS_VERSIONS_DIALOG (dialog));
    }
  else
    {
      commons_advice_dialog_set_note (COMMONS_ADVICE_DIALOG (dialog),
                                      _("The name could not be kept. The version stays as it was."), TRUE);
    }
}

static void
named_cb (CommonsVersionsDialog *self,
          const char            *name)
{
  CommonsVersionRow *row = get_selected (self);

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  if (row != NULL)
    run_job (self, commons_version_row_get_version (row)->id, *name != '\0' ? name : NULL, name_in_worker,
             name_done_cb, g_object_ref (row));
}

static void
name_cb (CommonsVersionsDialog *self)
{
  CommonsVersionRow *row = get_selected (self);
  const char *name;
  GtkWidget *dialog;

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  if (row == NULL)
    return;

  name = commons_version_row_get_version (row)->name;
  dialog = commons_version_name_dialog_new (name != NULL ? name : "");
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_in_worker (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;

  commons_versions_delete (job->root, job->file, job->id);
  g_task_return_boolean (task, TRUE);
}

static void
listed_cb (CommonsVersionsDialog *self)
{
  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  if (get_selected (self) == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static void
delete_selected (CommonsVersionsDialog *self)
{
  CommonsVersionRow *row = get_selected (self);

  if (row == NULL)
    return;

  run_job (self, commons_version_row_get_version (row)->id, NULL, delete_in_worker, NULL, NULL);
  commons_version_browser_remove_selected (COMMONS_VERSION_BROWSER (self->browser));
  listed_cb (self);
  update (self);
}

static void
delete_answered_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CommonsVersionsDialog) self = user_data;
  g_autofree char *answer = commons_ask_finish (result);

  if (g_str_equal (answer, "delete") && self->file != NULL)
    delete_selected (self);
}

static void
delete_cb (CommonsVersionsDialog *self)
{
  const CommonsAnswer answers[] = {
    { "cancel", _("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { "delete", _("_Delete"), COMMONS_ANSWER_DESTRUCTIVE },
  };

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  commons_ask_async (GTK_WINDOW (self), _("Delete this version?"),
                     _("It cannot be had back. The board and its other versions stay as they are."),
                     answers, G_N_ELEMENTS (answers), "cancel", "cancel", self->cancellable,
                     delete_answered_cb, g_object_ref (self));
}

/* ---- Making it ----------------------------------------------------------- */

static void
commons_versions_dialog_narrow (CommonsAdviceDialog *dialog,
                                gboolean             narrow)
{
  CommonsVersionsDialog *self = COMMONS_VERSIONS_DIALOG (dialog);

  if (self->box == NULL)
    return;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->browser, narrow ? -1 : LIST_WIDTH, narrow ? 190 : -1);
}

static void
commons_versions_dialog_dispose (GObject *object)
{
  CommonsVersionsDialog *self = COMMONS_VERSIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->keeper);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (commons_versions_dialog_parent_class)->dispose (object);
}

static void
commons_versions_dialog_class_init (CommonsVersionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_versions_dialog_dispose;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->narrow = commons_versions_dialog_narrow;

  signals[OPEN_COPY] = g_signal_new ("open-copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, COMMONS_TYPE_BOARD);
}

static void
commons_versions_dialog_init (CommonsVersionsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), 880, 680);
}

static GtkWidget *
make_browser (CommonsVersionsDialog *self)
{
  self->browser = commons_version_browser_new (commons_version_keeper_get_root (self->keeper), self->file);
  gtk_widget_set_size_request (self->browser, LIST_WIDTH, -1);
  g_signal_connect_object (self->browser, "selected", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->browser, "listed", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);

  return self->browser;
}

static GtkWidget *
make_button (CommonsVersionsDialog *self,
             GtkWidget             *box,
             const char            *label,
             GCallback              callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  commons_wrap_box_append (COMMONS_WRAP_BOX (box), button);

  return button;
}

static GtkWidget *
make_pane (CommonsVersionsDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = commons_wrap_box_new (6);

  self->view = commons_version_view_new (commons_version_keeper_get_root (self->keeper), self->file,
                                         commons_document_get_board (self->document));
  g_signal_connect_object (self->view, "read", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->copy = make_button (self, buttons, _("Open as Cop_y"), G_CALLBACK (copy_cb));
  self->name = make_button (self, buttons, _("_Name…"), G_CALLBACK (name_cb));
  self->delete = make_button (self, buttons, _("_Delete…"), G_CALLBACK (delete_cb));
  gtk_box_append (GTK_BOX (pane), buttons);
  gtk_box_append (GTK_BOX (pane), self->view);
  gtk_widget_add_css_class (pane, "version-pane");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), pane);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
make_versions (CommonsVersionsDialog *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_browser (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->box), make_pane (self));
  gtk_widget_set_vexpand (self->box, TRUE);
  gtk_box_append (GTK_BOX (page), self->box);
  gtk_box_append (GTK_BOX (page), commons_hint_new ("versions"));

  self->restore = gtk_button_new_with_mnemonic (_("_Restore"));
  gtk_widget_set_tooltip_text (self->restore, _("Make the board like this version again"));
  g_signal_connect_object (self->restore, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_set_bar (COMMONS_ADVICE_DIALOG (self),
                                 _("Versions are kept on this computer, outside the file."), self->restore);

  return page;
}

static void
save_cb (CommonsVersionsDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  g_assert (COMMONS_IS_VERSIONS_DIALOG (self));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.save-as", NULL);
}

static GtkWidget *
make_empty (CommonsVersionsDialog *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-recent-symbolic");
  if (self->file != NULL)
    {
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Versions Yet"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                       _("Whenever you save this board, a version is kept that you can come back to."));
      return page;
    }

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This Board Has No File Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Save it first. From then on a version is kept whenever you save."));
  button = gtk_button_new_with_mnemonic (_("_Save As…"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_window_set_focus (GTK_WINDOW (self), button);

  return page;
}

GtkWidget *
commons_versions_dialog_new (CommonsBoardView     *view,
                             CommonsDocument      *document,
                             CommonsVersionKeeper *keeper)
{
  CommonsVersionsDialog *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (COMMONS_IS_VERSION_KEEPER (keeper), NULL);

  self = g_object_new (COMMONS_TYPE_VERSIONS_DIALOG, NULL);
  self->document = g_object_ref (document);
  self->keeper = g_object_ref (keeper);
  g_set_object (&self->file, commons_version_keeper_get_file (keeper));
  commons_advice_dialog_set_up (COMMONS_ADVICE_DIALOG (self), view, document, NULL, _("Versions"));

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  commons_advice_dialog_set_body (COMMONS_ADVICE_DIALOG (self), self->stack, TRUE);
  if (self->file != NULL)
    {
      gtk_stack_add_named (GTK_STACK (self->stack), make_versions (self), "versions");
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "versions");
      update (self);
    }

  return GTK_WIDGET (self);
}
