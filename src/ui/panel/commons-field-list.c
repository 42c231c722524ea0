/* commons-field-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words in an order: rows that are written in, taken away and moved with
 * Alt+Up and Alt+Down; with an enumeration, steps that are chosen one by one.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-choice-popover.h"
#include "commons-field-editor-private.h"

#define INDEX_KEY "commons-index"

/* Rows beyond that would make the panel slow; they stay in the file. */
#define MAX_ROWS 100

static guint
get_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), INDEX_KEY));
}

/* A copy of the list as it is, empty when there is none. */
static JsonArray *
copy_list (CommonsFieldEditor *self)
{
  JsonArray *copy = json_array_new ();
  JsonArray *list = self->known && JSON_NODE_HOLDS_ARRAY (self->known) ? json_node_get_array (self->known) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    json_array_add_element (copy, json_node_copy (json_array_get_element (list, i)));

  return copy;
}

static void
write_list (CommonsFieldEditor *self,
            JsonArray          *list,
            gboolean            typed)
{
  g_autoptr (JsonNode) value = NULL;

  if (json_array_get_length (list) > 0)
    value = json_node_init_array (json_node_alloc (), list);
  _commons_field_editor_write (self, value, typed);
}

static GtkWidget *
get_row (CommonsFieldEditor *self,
         guint               index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  for (guint i = 0; row != NULL && i < index; i++)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
focus_row (CommonsFieldEditor *self,
           guint               index)
{
  GtkWidget *row = get_row (self, index);

  if (row == NULL || !gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->main);
}

/* To @to, or out of the list when that is G_MAXUINT. */
static void
move (CommonsFieldEditor *self,
      guint               from,
      guint               to)
{
  g_autoptr (JsonArray) list = copy_list (self);
  g_autoptr (JsonArray) moved = json_array_new ();
  guint length = json_array_get_length (list);

  if (from >= length || (to != G_MAXUINT && to >= length))
    return;

  for (guint i = 0; i < length; i++)
    {
      guint other = i;

      if (to == G_MAXUINT && i == from)
        continue;
      if (i == from)
        other = to;
      else if (i == to)
        other = from;
      json_array_add_element (moved, json_node_copy (json_array_get_element (list, other)));
    }

  write_list (self, moved, FALSE);
  commons_field_editor_update (self);
  focus_row (self, to == G_MAXUINT ? MIN (from, length - 2) : to);
}

static void
remove_cb (CommonsFieldEditor *self,
           GtkWidget          *button)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  gtk_widget_grab_focus (self->main);
  move (self, get_index (button), G_MAXUINT);
}

static void
raise_cb (CommonsFieldEditor *self,
          GtkWidget          *button)
{
  guint index = get_index (button);

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (index > 0)
    move (self, index, index - 1);
}

static gboolean
key_cb (CommonsFieldEditor    *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *keys)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  guint index = get_index (row);

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Up && index > 0)
    move (self, index, index - 1);
  else if (keyval == GDK_KEY_Down)
    move (self, index, index + 1);
  else if (keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
row_changed_cb (CommonsFieldEditor *self,
                GtkEditable        *entry)
{
  g_autoptr (JsonArray) list = NULL;
  g_autoptr (JsonArray) changed = json_array_new ();

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (self->showing)
    return;

  list = copy_list (self);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      if (i == get_index (GTK_WIDGET (entry)))
        json_array_add_string_element (changed, gtk_editable_get_text (entry));
      else
        json_array_add_element (changed, json_node_copy (json_array_get_element (list, i)));
    }
  write_list (self, changed, TRUE);
}

static void
row_done_cb (CommonsFieldEditor *self)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  _commons_field_editor_finish (self);
}

/* A row that was emptied is not wanted any more. */
static void
row_left_cb (CommonsFieldEditor *self,
             GtkEventController *focus)
{
  GtkWidget *entry = gtk_event_controller_get_widget (focus);

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (self->view == NULL)
    return;

  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    {
      g_autoptr (JsonArray) list = copy_list (self);

      if (get_index (entry) < json_array_get_length (list))
        {
          json_array_remove_element (list, get_index (entry));
          write_list (self, list, TRUE);
        }
    }
  _commons_field_editor_finish (self);
}

static GtkWidget *
make_words (CommonsFieldEditor *self,
            const char         *text,
            guint               index)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_widget_add_css_class (entry, "field-entry");
  gtk_widget_add_controller (entry, focus);
  g_object_set_data (G_OBJECT (entry), INDEX_KEY, GUINT_TO_POINTER (index));
  _commons_field_editor_name (self, entry, number);
  g_signal_connect_object (entry, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (row_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_step (CommonsFieldEditor *self,
           const char         *value,
           guint               index)
{
  g_autofree char *text = g_strdup_printf ("%u. %s", index + 1, _commons_field_editor_get_value_label (self, value));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "field-step");

  return label;
}

static void
add_row_button (CommonsFieldEditor *self,
                GtkWidget          *row,
                const char         *icon,
                const char         *tooltip,
                GCallback           callback)
{
  GtkWidget *button = _commons_field_make_button (icon, tooltip);

  g_object_set_data (G_OBJECT (button), INDEX_KEY, GUINT_TO_POINTER (get_index (row)));
  gtk_widget_set_sensitive (button, callback != G_CALLBACK (raise_cb) || get_index (row) > 0);
  gtk_box_append (GTK_BOX (row), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row (CommonsFieldEditor *self,
          JsonNode           *element,
          guint               index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *value = commons_inspect_describe (element);
  g_autofree char *raise = g_strdup_printf (_("Move “%s” Up"), _commons_field_editor_get_value_label (self, value));
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), _commons_field_editor_get_value_label (self, value));
  GtkWidget *what = self->field.ordered ? make_step (self, value, index) : make_words (self, value, index);

  g_object_set_data (G_OBJECT (row), INDEX_KEY, GUINT_TO_POINTER (index));
  gtk_widget_set_hexpand (what, TRUE);
  gtk_box_append (GTK_BOX (row), what);
  add_row_button (self, row, "go-up-symbolic", raise, G_CALLBACK (raise_cb));
  add_row_button (self, row, "window-close-symbolic", remove, G_CALLBACK (remove_cb));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_rows (CommonsFieldEditor *self,
           JsonNode           *value)
{
  JsonArray *list = value && JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), row);
  for (guint i = 0; list != NULL && i < MIN (json_array_get_length (list), MAX_ROWS); i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, json_array_get_element (list, i), i));
  gtk_widget_set_visible (self->list, list != NULL);

  if (value != NULL && list == NULL)
    {
      g_autofree char *text = commons_inspect_describe (value);

      _commons_field_editor_complain (self, text);
    }
}

static void
show_list (CommonsFieldEditor  *self,
           CommonsInspectState  state,
           JsonNode            *value)
{
  show_rows (self, value);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->main), _commons_field_editor_get_placeholder (state, _("Add…")));
}

static void
add_value (CommonsFieldEditor *self,
           const char         *value)
{
  if (self->known_state == COMMONS_INSPECT_MIXED)
    {
      _commons_field_editor_set_item (self, value, TRUE);
    }
  else if (self->known == NULL || JSON_NODE_HOLDS_ARRAY (self->known))
    {
      g_autoptr (JsonArray) list = copy_list (self);

      json_array_add_string_element (list, value);
      write_list (self, list, FALSE);
    }
  commons_field_editor_update (self);
  commons_announce (self->main, _commons_field_editor_get_value_label (self, value));
}

static void
add_cb (CommonsFieldEditor *self)
{
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->main))));

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (*word == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->main), "");
  add_value (self, word);
}

static GtkWidget *
build_list (CommonsFieldEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->main = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->main), 4);
  gtk_widget_add_css_class (self->main, "field-entry");
  gtk_widget_add_controller (self->main, focus);
  gtk_widget_set_hexpand (box, TRUE);
  _commons_field_editor_name (self, self->main, _("add"));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->main);

  /* What was written is not lost by going elsewhere instead of Enter. */
  g_signal_connect_object (self->main, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  _commons_field_editor_keep_word (self);

  return box;
}

/* Those that are not in it yet can be added; choosing one again takes it out. */
static void
mark_steps (CommonsFieldEditor *self,
            JsonNode           *value)
{
  JsonArray *list = value && JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    g_ptr_array_add (values, commons_inspect_describe (json_array_get_element (list, i)));
  g_ptr_array_add (values, NULL);
  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (self->popover), (const char *const *) values->pdata);
}

static void
show_ladder (CommonsFieldEditor  *self,
             CommonsInspectState  state,
             JsonNode            *value)
{
  show_rows (self, value);
  mark_steps (self, value);
  gtk_label_set_label (GTK_LABEL (self->words_label), _commons_field_editor_get_placeholder (state, _("Add a Step…")));
  gtk_widget_set_visible (self->extra, state == COMMONS_INSPECT_EMPTY);
}

static void
step_chosen_cb (CommonsFieldEditor *self,
                const char         *value,
                gboolean            on)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (on)
    add_value (self, value);
  else
    _commons_field_editor_set_item (self, value, FALSE);
  commons_field_editor_update (self);
}

static void
usual_cb (CommonsFieldEditor *self)
{
  const char *const *values = commons_catalogue_get_enum (_commons_field_editor_get_catalogue (self),
                                                          self->field.enumeration);
  g_autoptr (JsonArray) list = json_array_new ();

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  gtk_widget_grab_focus (self->main);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_array_add_string_element (list, values[i]);
  write_list (self, list, FALSE);
  commons_field_editor_update (self);
}

static GtkWidget *
build_ladder (CommonsFieldEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->popover = commons_choice_popover_new (_commons_field_editor_get_catalogue (self), self->field.enumeration, TRUE);
  self->main = _commons_field_make_menu (self->popover, "", &self->words_label);
  self->extra = gtk_button_new_with_label (_("Use the Usual Ladder"));
  gtk_widget_add_css_class (self->extra, "field-usual");
  gtk_widget_set_hexpand (box, TRUE);
  _commons_field_editor_name (self, self->main, _("add a step"));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->main);
  gtk_box_append (GTK_BOX (box), self->extra);

  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (step_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->extra, "clicked", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);

  return box;
}

const CommonsFieldControl _commons_field_list = { build_list, show_list };
const CommonsFieldControl _commons_field_ladder = { build_ladder, show_ladder };
