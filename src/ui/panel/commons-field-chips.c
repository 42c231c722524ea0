/* commons-field-chips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several values without order: chosen from an enumeration, or free words such
 * as tags. Each card of several keeps its own; a chip says how many have it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-choice-popover.h"
#include "commons-field-editor-private.h"
#include "commons-inspect-names.h"
#include "commons-suggestions.h"
#include "commons-wrap-box.h"

#define VALUE_KEY "commons-value"

static GPtrArray *
list_items (CommonsFieldEditor *self)
{
  CommonsBoard *board = _commons_field_editor_get_board (self);

  return board != NULL ? commons_inspect_list_items (board, self->ids, self->path) : g_ptr_array_new ();
}

static void
remove_cb (CommonsFieldEditor *self,
           GtkWidget          *button)
{
  g_autofree char *value = g_strdup (g_object_get_data (G_OBJECT (button), VALUE_KEY));

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  /* The chip goes with its button: the focus is not to get lost. */
  gtk_widget_grab_focus (self->main);
  _commons_field_editor_set_item (self, value, FALSE);
  commons_field_editor_update (self);
}

static GtkWidget *
make_chip (CommonsFieldEditor       *self,
           const CommonsInspectItem *item)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  const char *name = _commons_field_editor_get_value_label (self, item->value);
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), name);
  g_autofree char *some = NULL;
  GtkWidget *label, *button;

  /* Translators: a word some of the selected cards have, and how many do. */
  if (item->count < self->ids->len)
    some = g_strdup_printf (_("%s (%u of %u)"), name, item->count, self->ids->len);
  label = gtk_label_new (some ? some : name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_tooltip_text (label, some ? some : name);

  button = _commons_field_make_button ("window-close-symbolic", remove);
  gtk_widget_add_css_class (button, "circular");
  g_object_set_data_full (G_OBJECT (button), VALUE_KEY, g_strdup (item->value), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_add_css_class (chip, "field-chip");
  if (some != NULL)
    gtk_widget_add_css_class (chip, "some");

  return chip;
}

static void
mark_choices (CommonsFieldEditor *self,
              GPtrArray          *items)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const CommonsInspectItem *item = g_ptr_array_index (items, i);

      if (item->count == self->ids->len)
        g_ptr_array_add (values, item->value);
    }
  g_ptr_array_add (values, NULL);
  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (self->popover), (const char *const *) values->pdata);
}

static void
show_chips (CommonsFieldEditor  *self,
            CommonsInspectState  state,
            JsonNode            *value)
{
  g_autoptr (GPtrArray) items = list_items (self);

  commons_wrap_box_remove_all (COMMONS_WRAP_BOX (self->list));
  for (guint i = 0; i < items->len; i++)
    commons_wrap_box_append (COMMONS_WRAP_BOX (self->list), make_chip (self, g_ptr_array_index (items, i)));
  gtk_widget_set_visible (self->list, items->len > 0);
  if (self->popover != NULL)
    mark_choices (self, items);

  /* What is no list is told as it stands, and left alone. */
  if (value != NULL && !JSON_NODE_HOLDS_ARRAY (value))
    {
      g_autofree char *text = commons_inspect_describe (value);

      _commons_field_editor_complain (self, text);
    }
}

static void
chosen_cb (CommonsFieldEditor *self,
           const char         *value,
           gboolean            on)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  _commons_field_editor_set_item (self, value, on);
  commons_field_editor_update (self);
}

static void
add_cb (CommonsFieldEditor *self)
{
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->main))));

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (*word == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->main), "");
  _commons_field_editor_set_item (self, word, TRUE);
  commons_announce (self->main, word);
  commons_field_editor_update (self);
}

static void
left_cb (CommonsFieldEditor *self)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  g_clear_pointer (&self->words, g_ptr_array_unref);
}

static GPtrArray *
suggest (GtkWidget  *entry,
         const char *typed,
         guint       max,
         gpointer    user_data)
{
  CommonsFieldEditor *self = user_data;
  CommonsBoard *board = _commons_field_editor_get_board (self);

  if (board == NULL)
    return NULL;
  if (self->words == NULL)
    self->words = commons_inspect_list_words (board, self->path);

  return commons_inspect_match_words (self->words, typed, max);
}

static void
build_entry (CommonsFieldEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->main = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->main), 4);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->main), _("Add…"));
  gtk_widget_add_css_class (self->main, "field-entry");
  gtk_widget_add_controller (self->main, focus);
  commons_suggestions_attach (self->main, suggest, self);
  g_signal_connect_object (self->main, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  _commons_field_editor_keep_word (self);
}

static void
build_menu (CommonsFieldEditor *self)
{
  self->popover = commons_choice_popover_new (_commons_field_editor_get_catalogue (self), self->field.enumeration, TRUE);
  self->main = _commons_field_make_menu (self->popover, _("Choose…"), NULL);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
build_chips (CommonsFieldEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->list = commons_wrap_box_new (6);
  if (self->field.enumeration != NULL)
    build_menu (self);
  else
    build_entry (self);
  _commons_field_editor_name (self, self->main, _("add"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->main);

  return box;
}

const CommonsFieldControl _commons_field_chips = { build_chips, show_chips };
