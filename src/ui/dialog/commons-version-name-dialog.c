/* commons-version-name-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-entry-row.h"
#include "commons-help.h"
#include "commons-version-name-dialog.h"

struct _CommonsVersionNameDialog
{
  AdwWindow   parent_instance;

  GtkWidget  *name;
  GtkWidget  *accept;
  gboolean    must_have;
};

enum
{
  NAMED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsVersionNameDialog, commons_version_name_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static char *
get_name (CommonsVersionNameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
changed_cb (CommonsVersionNameDialog *self)
{
  g_autofree char *name = get_name (self);

  g_assert (COMMONS_IS_VERSION_NAME_DIALOG (self));

  gtk_widget_set_sensitive (self->accept, *name != '\0' || !self->must_have);
}

static void
accept_cb (CommonsVersionNameDialog *self)
{
  g_autofree char *name = get_name (self);

  g_assert (COMMONS_IS_VERSION_NAME_DIALOG (self));

  if (*name == '\0' && self->must_have)
    return;

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[NAMED], 0, name);
  g_object_unref (self);
}

static void
commons_version_name_dialog_class_init (CommonsVersionNameDialogClass *klass)
{
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
commons_version_name_dialog_init (CommonsVersionNameDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, -1);
}

static GtkWidget *
make_header (CommonsVersionNameDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (self->must_have ? _("_Keep") : _("_Rename"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);

  return header;
}

static GtkWidget *
make_group (CommonsVersionNameDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->name = commons_entry_row_new (_("Name of the version"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->name), TRUE);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), self->must_have
    ? _("The board as it is now is kept under this name, such as “before the vote”. Its file stays as it is.")
    : _("A version with a name is kept until you delete it. Without one it goes when it is old."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  gtk_widget_set_margin_start (group, 18);
  gtk_widget_set_margin_end (group, 18);
  gtk_widget_set_margin_top (group, 18);
  gtk_widget_set_margin_bottom (group, 24);

  return group;
}

GtkWidget *
commons_version_name_dialog_new (const char *name)
{
  CommonsVersionNameDialog *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self = g_object_new (COMMONS_TYPE_VERSION_NAME_DIALOG, "title", _("Name This Version"), NULL);
  self->must_have = name == NULL;
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_group (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->name);

  return GTK_WIDGET (self);
}
