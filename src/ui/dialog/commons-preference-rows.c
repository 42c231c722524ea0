/* commons-preference-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-preference-rows.h"

#define CONTROL_KEY "commons-control"

/* The title of its row is its name; what is below says more. */
static void
describe_control (GtkWidget  *control,
                  const char *subtitle)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

static void
name_row (GtkWidget  *row,
          const char *key,
          const char *title)
{
  gtk_widget_set_name (row, key);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/* A row with a control at its end, which is also set off by the row. */
static GtkWidget *
make_row (const char *key,
          const char *title,
          const char *subtitle,
          GtkWidget  *control)
{
  GtkWidget *row = adw_action_row_new ();

  name_row (row, key, title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (row), CONTROL_KEY, control);
  describe_control (control, subtitle);

  return row;
}

GtkWidget *
commons_preference_row_new_switch (GSettings  *settings,
                                   const char *key,
                                   const char *title,
                                   const char *subtitle)
{
  GtkWidget *control;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (key != NULL && title != NULL && subtitle != NULL, NULL);

  control = gtk_switch_new ();
  g_settings_bind (settings, key, control, "active", G_SETTINGS_BIND_DEFAULT);

  return make_row (key, title, subtitle, control);
}

static GtkAdjustment *
make_adjustment (GSettings  *settings,
                 const char *key,
                 double      step)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) limits = NULL;
  g_autoptr (GVariant) least = NULL;
  g_autoptr (GVariant) most = NULL;
  gboolean whole;

  g_object_get (settings, "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  range = g_settings_schema_key_get_range (schema_key);
  g_variant_get_child (range, 1, "v", &limits);
  least = g_variant_get_child_value (limits, 0);
  most = g_variant_get_child_value (limits, 1);
  whole = g_variant_is_of_type (least, G_VARIANT_TYPE_INT32);

  return gtk_adjustment_new (0,
                             whole ? g_variant_get_int32 (least) : g_variant_get_double (least),
                             whole ? g_variant_get_int32 (most) : g_variant_get_double (most),
                             step, step, 0);
}

GtkWidget *
commons_preference_row_new_number (GSettings  *settings,
                                   const char *key,
                                   const char *title,
                                   const char *subtitle,
                                   double      step,
                                   guint       digits)
{
  GtkAdjustment *adjustment;
  GtkWidget *control;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (key != NULL && title != NULL && subtitle != NULL, NULL);
  g_return_val_if_fail (step > 0, NULL);

  adjustment = make_adjustment (settings, key, step);
  control = gtk_spin_button_new (adjustment, step, digits);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (control), TRUE);
  g_settings_bind (settings, key, adjustment, "value", G_SETTINGS_BIND_DEFAULT);

  return make_row (key, title, subtitle, control);
}

/* ---- Choices ---------------------------------------------------------------- */

typedef struct
{
  char **values;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_strfreev (choices->values);
  g_free (choices);
}

static gboolean
get_choice (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const Choices *choices = user_data;
  const char *text;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_BOOLEAN))
    text = g_variant_get_boolean (variant) ? "true" : "false";
  else
    text = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, 0);
  for (guint i = 0; choices->values[i] != NULL; i++)
    {
      if (g_str_equal (choices->values[i], text))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
set_choice (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const Choices *choices = user_data;
  guint index = g_value_get_uint (value);

  if (index >= g_strv_length (choices->values))
    return NULL;

  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_new_boolean (g_str_equal (choices->values[index], "true"));

  return g_variant_new_string (choices->values[index]);
}

GtkWidget *
commons_preference_row_new_choice (GSettings                     *settings,
                                   const char                    *key,
                                   const char                    *title,
                                   const char                    *subtitle,
                                   const CommonsPreferenceChoice *choices,
                                   guint                          n_choices)
{
  g_autoptr (GtkStringList) labels = NULL;
  g_autoptr (GStrvBuilder) values = NULL;
  Choices *known;
  GtkWidget *row;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (key != NULL && title != NULL && subtitle != NULL, NULL);
  g_return_val_if_fail (choices != NULL && n_choices > 0, NULL);

  labels = gtk_string_list_new (NULL);
  values = g_strv_builder_new ();
  for (guint i = 0; i < n_choices; i++)
    {
      gtk_string_list_append (labels, choices[i].label);
      g_strv_builder_add (values, choices[i].value);
    }

  row = adw_combo_row_new ();
  name_row (row, key, title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  describe_control (row, subtitle);

  known = g_new0 (Choices, 1);
  known->values = g_strv_builder_end (values);
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_choice, set_choice, known, choices_free);

  return row;
}

/* ---- Texts ------------------------------------------------------------------ */

static void
suggest_cb (GtkEditable *row,
            GtkWidget   *button)
{
  gtk_editable_set_text (row, g_object_get_data (G_OBJECT (button), CONTROL_KEY));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
text_changed_cb (GtkEditable *row,
                 GtkWidget   *button)
{
  gtk_widget_set_visible (button, *gtk_editable_get_text (row) == '\0');
}

static void
add_suggestion (GtkWidget  *row,
                const char *suggestion)
{
  /* Translators: %s is the name of a person */
  g_autofree char *label = g_strdup_printf (_("Use “%s”"), suggestion);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), CONTROL_KEY, g_strdup (suggestion), g_free);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggest_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (text_changed_cb), button, 0);
  text_changed_cb (GTK_EDITABLE (row), button);
}

GtkWidget *
commons_preference_row_new_text (GSettings  *settings,
                                 const char *key,
                                 const char *title,
                                 const char *suggestion)
{
  GtkWidget *row;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (key != NULL && title != NULL, NULL);

  row = adw_entry_row_new ();
  name_row (row, key, title);
  g_settings_bind (settings, key, row, "text", G_SETTINGS_BIND_DEFAULT);
  if (suggestion != NULL && *suggestion != '\0')
    add_suggestion (row, suggestion);

  return row;
}

GtkWidget *
commons_preference_row_get_control (GtkWidget *row)
{
  GtkWidget *control;

  g_return_val_if_fail (ADW_IS_PREFERENCES_ROW (row), NULL);

  control = g_object_get_data (G_OBJECT (row), CONTROL_KEY);

  return control != NULL ? control : row;
}
