/* commons-field-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One value of an enumeration, chosen from a list with a sentence for each.
 */

#define G_LOG_DOMAIN "commons-field-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-choice-popover.h"
#include "commons-field-editor-private.h"

/* Fields whose choice is worth a dialog of its own, beside the list. */
static const struct
{
  const char *enumeration;
  const char *action;
  const char *icon;
  const char *label;
} guides[] = {
  { "legal_form", "win.legal-forms", "cc-legal-symbolic", N_("Compare Legal Structures…") },
  { "stage", "win.stages", "cc-plan-symbolic", N_("What Each Stage Asks…") },
};

static void
chosen_cb (CommonsFieldEditor *self,
           const char         *value,
           gboolean            on)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  _commons_field_editor_write_string (self, on ? value : NULL, FALSE);
  commons_field_editor_update (self);
}

static void
show_choice (CommonsFieldEditor  *self,
             CommonsInspectState  state,
             JsonNode            *value)
{
  g_autofree char *text = commons_inspect_describe (value);
  const char *shown = _commons_field_editor_get_value_label (self, text);
  const char *values[] = { text, NULL };

  if (*text == '\0')
    shown = _commons_field_editor_get_placeholder (state, _("Choose…"));
  gtk_label_set_label (GTK_LABEL (self->list), shown);
  gtk_widget_set_tooltip_text (self->main, *text != '\0' ? shown : NULL);
  if (*text == '\0')
    gtk_widget_add_css_class (self->list, "field-placeholder");
  else
    gtk_widget_remove_css_class (self->list, "field-placeholder");
  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (self->popover), values + (*text == '\0'));
  _commons_field_editor_name (self, self->main, shown);
}

static void
add_guide (CommonsFieldEditor *self,
           GtkWidget          *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (guides); i++)
    {
      if (g_strcmp0 (guides[i].enumeration, self->field.enumeration) != 0)
        continue;

      self->extra = _commons_field_make_button (guides[i].icon, _(guides[i].label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->extra), guides[i].action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->extra), "s", "");
      gtk_box_append (GTK_BOX (box), self->extra);
    }
}

static GtkWidget *
build_choice (CommonsFieldEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->list = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->list), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->list), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (inside), self->list);
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->popover = commons_choice_popover_new (_commons_field_editor_get_catalogue (self), self->field.enumeration, FALSE);
  self->main = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->main), inside);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->main), self->popover);
  gtk_widget_set_hexpand (self->main, TRUE);
  gtk_widget_add_css_class (self->main, "flat");
  gtk_widget_add_css_class (self->main, "field-choice");
  gtk_box_append (GTK_BOX (box), self->main);
  add_guide (self, box);

  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return box;
}

const CommonsFieldControl _commons_field_choice = { build_choice, show_choice };
