/* commons-field-rights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a circle may do with which resource: a button that says how much, and
 * opens the table.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-field-editor-private.h"
#include "commons-inspect-rights.h"
#include "commons-rights-dialog.h"

static char *
describe (CommonsInspectState  state,
          JsonNode            *value)
{
  g_autofree char *rights = NULL;
  guint n_rights, n_resources;

  if (state == COMMONS_INSPECT_MIXED)
    return g_strdup (_commons_field_editor_get_placeholder (state, NULL));

  commons_rights_measure (value, &n_rights, &n_resources);
  if (n_rights == 0)
    return g_strdup (_("Say who may do what…"));

  rights = g_strdup_printf (ngettext ("%'u right", "%'u rights", n_rights), n_rights);
  /* Translators: %s is “3 rights” */
  return g_strdup_printf (ngettext ("%s over %'u resource", "%s over %'u resources", n_resources), rights, n_resources);
}

static void
open_cb (CommonsFieldEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (_commons_field_editor_get_editor (self) == NULL)
    return;

  dialog = commons_rights_dialog_new (_commons_field_editor_get_editor (self),
                                      _commons_field_editor_get_catalogue (self), self->field.enumeration, self->ids);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_rights (CommonsFieldEditor  *self,
             CommonsInspectState  state,
             JsonNode            *value)
{
  g_autofree char *text = describe (state, value);

  gtk_label_set_label (GTK_LABEL (self->list), text);
  if (state == COMMONS_INSPECT_SAME)
    gtk_widget_remove_css_class (self->list, "field-placeholder");
  else
    gtk_widget_add_css_class (self->list, "field-placeholder");
  _commons_field_editor_name (self, self->main, text);

  if (value != NULL && !JSON_NODE_HOLDS_ARRAY (value))
    {
      g_autofree char *words = commons_inspect_describe (value);

      _commons_field_editor_complain (self, words);
    }
}

static GtkWidget *
build_rights (CommonsFieldEditor *self)
{
  self->list = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->list), 0);
  gtk_label_set_wrap (GTK_LABEL (self->list), TRUE);
  self->main = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->main), self->list);
  gtk_widget_add_css_class (self->main, "flat");
  gtk_widget_add_css_class (self->main, "field-choice");
  g_signal_connect_object (self->main, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);

  return self->main;
}

const CommonsFieldControl _commons_field_rights = { build_rights, show_rights };
