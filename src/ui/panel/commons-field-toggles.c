/* commons-field-toggles.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Yes, no or not said, and small ranges: buttons side by side, of which one or
 * none is pressed. Pressing it again takes it back.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-field-editor-private.h"

#define STEP_KEY "commons-step"

/* Steps count from 1, so that 0 is none. */
static guint
get_step (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), STEP_KEY));
}

static JsonNode *
make_value (CommonsFieldEditor *self,
            guint               step)
{
  if (self->field.type == COMMONS_FIELD_BOOL)
    return json_node_init_boolean (json_node_alloc (), step == 1);

  return json_node_init_int (json_node_alloc (), (gint64) self->field.minimum + step - 1);
}

static guint
find_step (CommonsFieldEditor *self,
           JsonNode           *value)
{
  GType type = value && JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;

  if (self->field.type == COMMONS_FIELD_BOOL)
    return type == G_TYPE_BOOLEAN ? json_node_get_boolean (value) ? 1 : 2 : 0;

  if ((type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) ||
      json_node_get_double (value) < self->field.minimum || json_node_get_double (value) > self->field.maximum)
    return 0;

  return (guint) (json_node_get_double (value) - self->field.minimum) + 1;
}

static void
toggled_cb (CommonsFieldEditor *self,
            GtkToggleButton    *button)
{
  g_autoptr (JsonNode) value = NULL;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (self->showing)
    return;

  if (gtk_toggle_button_get_active (button))
    value = make_value (self, get_step (GTK_WIDGET (button)));
  _commons_field_editor_write (self, value, FALSE);
  commons_field_editor_update (self);
}

static void
show_toggles (CommonsFieldEditor  *self,
              CommonsInspectState  state,
              JsonNode            *value)
{
  guint step = find_step (self, value);

  for (GtkWidget *button = gtk_widget_get_first_child (self->list); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), get_step (button) == step);

  gtk_label_set_label (GTK_LABEL (self->extra), _commons_field_editor_get_placeholder (state, ""));
  gtk_widget_set_visible (self->extra, state == COMMONS_INSPECT_MIXED);

  if (value != NULL && step == 0)
    {
      g_autofree char *text = commons_inspect_describe (value);

      _commons_field_editor_complain (self, text);
    }
}

static void
add_toggle (CommonsFieldEditor *self,
            const char         *label,
            guint               step)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), STEP_KEY, GUINT_TO_POINTER (step));
  gtk_widget_set_hexpand (button, TRUE);
  _commons_field_editor_name (self, button, label);
  gtk_box_append (GTK_BOX (self->list), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  if (self->main == NULL)
    self->main = button;
}

static GtkWidget *
build_frame (CommonsFieldEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->list = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "linked");
  gtk_widget_add_css_class (self->list, "field-toggles");
  self->extra = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->extra), 0);
  gtk_widget_add_css_class (self->extra, "field-placeholder");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->extra);

  return box;
}

static GtkWidget *
build_yes_no (CommonsFieldEditor *self)
{
  GtkWidget *box = build_frame (self);

  add_toggle (self, _("Yes"), 1);
  add_toggle (self, _("No"), 2);

  return box;
}

static GtkWidget *
build_scale (CommonsFieldEditor *self)
{
  GtkWidget *box = build_frame (self);

  for (int number = (int) self->field.minimum; number <= (int) self->field.maximum; number++)
    {
      g_autofree char *label = g_strdup_printf ("%d", number);

      add_toggle (self, label, (guint) (number - (int) self->field.minimum) + 1);
    }

  return box;
}

const CommonsFieldControl _commons_field_yes_no = { build_yes_no, show_toggles };
const CommonsFieldControl _commons_field_scale = { build_scale, show_toggles };
