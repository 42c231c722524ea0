/* commons-preference-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that show a setting and change it at once. Each has the name of its
 * setting as its widget name. Titles have mnemonics, and name the control for
 * screen readers.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CommonsPreferenceChoice:
 * @value: what the setting holds
 * @label: how people call it, translated
 */
typedef struct
{
  const char *value;
  const char *label;
} CommonsPreferenceChoice;

/**
 * commons_preference_row_new_switch:
 * @key: a setting that is true or false
 * @title: its name, translated, with a mnemonic
 * @subtitle: what it does, translated
 */
GtkWidget *commons_preference_row_new_switch (GSettings                     *settings,
                                              const char                    *key,
                                              const char                    *title,
                                              const char                    *subtitle);

/**
 * commons_preference_row_new_number:
 * @key: a setting that is a whole number, or a number of metres
 * @title: its name, translated, with a mnemonic
 * @subtitle: what it does and in what it is counted, translated
 * @step: what one step of the control adds
 * @digits: after the point
 *
 * The limits are those of the setting.
 */
GtkWidget *commons_preference_row_new_number (GSettings                     *settings,
                                              const char                    *key,
                                              const char                    *title,
                                              const char                    *subtitle,
                                              double                         step,
                                              guint                          digits);

/**
 * commons_preference_row_new_choice:
 * @key: a setting that is a text, or true or false: then "true" and "false"
 *   are its values
 * @title: its name, translated, with a mnemonic
 * @subtitle: what it does, translated
 * @choices: what can be chosen; the first is shown when the setting is none
 *   of them
 */
GtkWidget *commons_preference_row_new_choice (GSettings                     *settings,
                                              const char                    *key,
                                              const char                    *title,
                                              const char                    *subtitle,
                                              const CommonsPreferenceChoice *choices,
                                              guint                          n_choices);

/**
 * commons_preference_row_new_text:
 * @key: a setting that is a text
 * @title: its name, translated, with a mnemonic
 * @suggestion: (nullable): a text offered by a button while there is none
 */
GtkWidget *commons_preference_row_new_text   (GSettings                     *settings,
                                              const char                    *key,
                                              const char                    *title,
                                              const char                    *suggestion);

/**
 * commons_preference_row_get_control:
 * @row: one of these rows
 *
 * Returns: (transfer none): what changes the setting: a switch, a number, or
 *   the row itself
 */
GtkWidget *commons_preference_row_get_control (GtkWidget                    *row);

G_END_DECLS
