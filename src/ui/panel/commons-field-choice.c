/* commons-field-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One value of an enumeration, chosen from a list with a sentence for each.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-choice-popover.h"
#include "commons-field-editor-private.h"

#define CONFIDENCE "confidence"

/* Three growing bars, as on the cards. */
#define N_BARS 3
#define BAR_WIDTH 4
#define BAR_GAP 2
#define BARS_HEIGHT 12

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

/* Levels of confidence are numbers in the file. */
static gboolean
is_level (CommonsFieldEditor *self)
{
  return g_strcmp0 (self->field.enumeration, CONFIDENCE) == 0;
}

static void
chosen_cb (CommonsFieldEditor *self,
           const char         *value,
           gboolean            on)
{
  g_autoptr (JsonNode) level = NULL;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (on && is_level (self))
    {
      level = json_node_init_int (json_node_alloc (), g_ascii_strtoll (value, NULL, 10));
      _commons_field_editor_write (self, level, FALSE);
    }
  else
    {
      _commons_field_editor_choose (self, on ? value : NULL);
    }
  commons_field_editor_update (self);
}

static void
add_bars (CommonsFieldEditor *self,
          GtkWidget          *box)
{
  self->bars = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, BAR_GAP);
  gtk_widget_set_valign (self->bars, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_BARS; i++)
    {
      GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (bar, BAR_WIDTH, BARS_HEIGHT * (i + 1) / N_BARS);
      gtk_widget_set_valign (bar, GTK_ALIGN_END);
      gtk_widget_add_css_class (bar, "level-bar");
      gtk_box_append (GTK_BOX (self->bars), bar);
    }
  gtk_box_append (GTK_BOX (box), self->bars);
}

static void
show_bars (CommonsFieldEditor *self,
           const char         *level)
{
  gint64 n = g_ascii_strtoll (level, NULL, 10);

  gtk_widget_set_visible (self->bars, *level != '\0');
  for (GtkWidget *bar = gtk_widget_get_first_child (self->bars); bar != NULL; bar = gtk_widget_get_next_sibling (bar))
    {
      if (n-- > 0)
        gtk_widget_add_css_class (bar, "on");
      else
        gtk_widget_remove_css_class (bar, "on");
    }
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
  if (self->bars != NULL)
    show_bars (self, text);
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

  if (is_level (self))
    add_bars (self, inside);
  self->list = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->list), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->list), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (inside), self->list);
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->popover = commons_choice_popover_new (_commons_field_editor_get_catalogue (self), self->field.enumeration, FALSE);
  self->main = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->main), inside);
  _commons_field_fill_button (self->main, inside);
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
