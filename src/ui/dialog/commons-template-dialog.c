/* commons-template-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-atomic-file.h"
#include "commons-entry-row.h"
#include "commons-help.h"
#include "commons-template-dialog.h"
#include "commons-templates.h"

struct _CommonsTemplateDialog
{
  AdwWindow     parent_instance;

  CommonsBoard *board;
  GtkWidget    *name;
  GtkWidget    *about;
  GtkWidget    *content;  /* with cards, or circles and zones only */
  GtkWidget    *save;
  char         *title;    /* of what is being written */
};

enum
{
  SAVED,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsTemplateDialog, commons_template_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
finish (CommonsTemplateDialog *self,
        const GError          *error)
{
  if (error != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("The template could not be saved: %s"), error->message);

      g_signal_emit (self, signals[FAILED], 0, message);
    }
  else
    {
      g_signal_emit (self, signals[SAVED], 0, self->title);
    }

  gtk_window_close (GTK_WINDOW (self));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CommonsTemplateDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  commons_atomic_file_replace_finish (G_FILE (object), result, NULL, &error);
  finish (self, error);
}

static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
save_cb (CommonsTemplateDialog *self)
{
  g_autofree char *about = get_text (self->about);
  gboolean with_cards = adw_combo_row_get_selected (ADW_COMBO_ROW (self->content)) == 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (COMMONS_IS_TEMPLATE_DIALOG (self));

  g_free (self->title);
  self->title = get_text (self->name);
  if (*self->title == '\0')
    return;

  gtk_widget_set_sensitive (self->save, FALSE);
  file = commons_template_choose_file (self->title, &error);
  if (file == NULL)
    {
      finish (self, error);
      return;
    }

  bytes = commons_template_write (self->board, self->title, *about != '\0' ? about : NULL, with_cards);
  commons_atomic_file_replace_async (file, bytes, NULL, NULL, written_cb, g_object_ref (self));
}

static void
name_changed_cb (CommonsTemplateDialog *self)
{
  g_autofree char *name = get_text (self->name);

  g_assert (COMMONS_IS_TEMPLATE_DIALOG (self));

  gtk_widget_set_sensitive (self->save, *name != '\0');
}

static void
commons_template_dialog_dispose (GObject *object)
{
  CommonsTemplateDialog *self = COMMONS_TEMPLATE_DIALOG (object);

  g_clear_object (&self->board);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (commons_template_dialog_parent_class)->dispose (object);
}

static void
commons_template_dialog_class_init (CommonsTemplateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_template_dialog_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
commons_template_dialog_init (CommonsTemplateDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, -1);
}

static GtkWidget *
make_header (CommonsTemplateDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);

  return header;
}

static GtkWidget *
make_questions (CommonsTemplateDialog *self,
                const char            *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char * const contents[] = { _("With its cards"), _("Circles and zones only"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (contents);

  self->name = commons_entry_row_new (_("Name of the template"));
  self->about = commons_entry_row_new (_("What it is for, in one sentence"));
  self->content = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->content), _("What goes into it"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->name), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->about), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->content), G_LIST_MODEL (model));
  gtk_editable_set_text (GTK_EDITABLE (self->name), title);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("It will be offered on the start page. Votes, names of authors and cards "
                                           "that somebody keeps to themself stay out of it."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->about);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->content);
  gtk_widget_set_margin_start (group, 18);
  gtk_widget_set_margin_end (group, 18);
  gtk_widget_set_margin_top (group, 18);
  gtk_widget_set_margin_bottom (group, 24);

  return group;
}

GtkWidget *
commons_template_dialog_new (CommonsBoard *board,
                             const char   *title)
{
  CommonsTemplateDialog *self;
  GtkWidget *box;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_TEMPLATE_DIALOG, "title", _("Save as Template"), NULL);
  self->board = g_object_ref (board);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_questions (self, title));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_focus (GTK_WINDOW (self), self->name);

  return GTK_WIDGET (self);
}
