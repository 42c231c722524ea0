/* commons-recover-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-ask.h"
#include "commons-help.h"
#include "commons-recover-dialog.h"

#define DRAFT_KEY "commons-draft"

struct _CommonsRecoverDialog
{
  AdwWindow        parent_instance;

  CommonsRecovery *recovery;
  GCancellable    *cancellable;
  GtkWidget       *stack;
};

enum
{
  OPEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsRecoverDialog, commons_recover_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static CommonsDraft *
get_draft (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), DRAFT_KEY);
}

static void
update (CommonsRecoverDialog *self)
{
  gboolean any = g_list_model_get_n_items (commons_recovery_get_drafts (self->recovery)) > 0;

  g_assert (COMMONS_IS_RECOVER_DIALOG (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : "empty");
}

/* One window at a time: the list is asked for again. */
static void
open_cb (CommonsRecoverDialog *self,
         GtkWidget            *button)
{
  g_autoptr (CommonsRecoverDialog) kept = g_object_ref (self);
  g_autoptr (CommonsDraft) draft = g_object_ref (get_draft (button));

  g_assert (COMMONS_IS_RECOVER_DIALOG (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[OPEN], 0, draft);
  gtk_window_destroy (GTK_WINDOW (self));
}

typedef struct
{
  CommonsRecoverDialog *self;
  CommonsDraft         *draft;
} Question;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (CommonsRecoverDialog) self = question->self;
  g_autoptr (CommonsDraft) draft = question->draft;
  g_autofree char *answer = commons_ask_finish (result);

  g_free (question);
  if (self->recovery != NULL && g_str_equal (answer, "delete"))
    commons_recovery_delete (self->recovery, draft);
}

static void
delete_cb (CommonsRecoverDialog *self,
           GtkWidget            *button)
{
  const CommonsAnswer answers[] = {
    { "cancel", _("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { "delete", _("_Delete"), COMMONS_ANSWER_DESTRUCTIVE },
  };
  Question *question = g_new (Question, 1);
  const CommonsDraftInfo *info = commons_draft_get_info (get_draft (button));
  /* Translators: %s is the title of a board */
  g_autofree char *heading = g_strdup_printf (_("Delete what was not saved of “%s”?"), info->title);

  g_assert (COMMONS_IS_RECOVER_DIALOG (self));

  *question = (Question) { g_object_ref (self), g_object_ref (get_draft (button)) };
  commons_ask_async (GTK_WINDOW (self), heading,
                     info->uri != NULL ? _("These changes are gone then. The file stays as it is.")
                                       : _("This board has no file: all of it is gone then."),
                     answers, G_N_ELEMENTS (answers), "cancel", "cancel", self->cancellable,
                     answered_cb, question);
}

static void
add_button (CommonsRecoverDialog *self,
            GtkWidget            *row,
            GtkWidget            *button,
            CommonsDraft         *draft,
            const char           *name,
            GCallback             callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), DRAFT_KEY, g_object_ref (draft), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  CommonsRecoverDialog *self = user_data;
  const CommonsDraftInfo *info = commons_draft_get_info (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *changes = commons_draft_describe (info, now);
  g_autofree char *file = commons_draft_describe_file (info);
  g_autofree char *about = g_strdup_printf ("%s\n%s", changes, file);
  /* Translators: %s is the title of a board */
  g_autofree char *open_words = g_strdup_printf (_("Open “%s”"), info->title);
  /* Translators: %s is the title of a board */
  g_autofree char *delete_words = g_strdup_printf (_("Delete “%s”…"), info->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, _("Delete…"));

  add_button (self, row, open, item, open_words, G_CALLBACK (open_cb));
  add_button (self, row, delete, item, delete_words, G_CALLBACK (delete_cb));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), open);

  return row;
}

static GtkWidget *
make_list (CommonsRecoverDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = gtk_label_new (_("These boards were left unsaved. What you do not open is kept."));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unsaved work"), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), commons_recovery_get_drafts (self->recovery), make_row, self, NULL);

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "cc-done-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing to Recover"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Work that was not saved is found here when the program ended all at once."));

  return page;
}

static void
commons_recover_dialog_dispose (GObject *object)
{
  CommonsRecoverDialog *self = COMMONS_RECOVER_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->recovery);

  G_OBJECT_CLASS (commons_recover_dialog_parent_class)->dispose (object);
}

static void
commons_recover_dialog_class_init (CommonsRecoverDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_recover_dialog_dispose;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, COMMONS_TYPE_DRAFT);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
commons_recover_dialog_init (CommonsRecoverDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 440);
}

GtkWidget *
commons_recover_dialog_new (CommonsRecovery *recovery)
{
  CommonsRecoverDialog *self;
  GtkWidget *header;
  GtkWidget *box;

  g_return_val_if_fail (COMMONS_IS_RECOVERY (recovery), NULL);

  self = g_object_new (COMMONS_TYPE_RECOVER_DIALOG, "title", _("Unsaved Work"), NULL);
  self->recovery = g_object_ref (recovery);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  gtk_widget_set_vexpand (self->stack, TRUE);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  header = adw_header_bar_new ();
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), commons_help_button_new ());
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (recovery, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
