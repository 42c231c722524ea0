/* commons-start-templates.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_START_TEMPLATES (commons_start_templates_get_type ())

/**
 * CommonsStartTemplates:
 *
 * The templates to choose from: the first three of the program large, the
 * others and those of people small below. It follows the folder that people
 * put theirs in.
 *
 * Signals: `chosen` (#CommonsTemplate, valid during the call), and `toast`
 * (an #AdwToast to show).
 */
G_DECLARE_FINAL_TYPE (CommonsStartTemplates, commons_start_templates, COMMONS, START_TEMPLATES, GtkBox)

/**
 * commons_start_templates_new:
 *
 * Returns: (transfer full): the widget
 */
GtkWidget *commons_start_templates_new        (void);

/**
 * commons_start_templates_set_narrow:
 * @narrow: whether everything stands in one column
 */
void       commons_start_templates_set_narrow (CommonsStartTemplates *self,
                                               gboolean               narrow);

/**
 * commons_start_templates_filter:
 * @words: (array zero-terminated=1): folded words
 *
 * Shows only the templates that hold all these words.
 *
 * Returns: how many are shown
 */
guint      commons_start_templates_filter     (CommonsStartTemplates *self,
                                               const char * const    *words);

/**
 * commons_start_templates_focus:
 *
 * Gives the keyboard to the first template that is shown.
 *
 * Returns: whether there is one
 */
gboolean   commons_start_templates_focus      (CommonsStartTemplates *self);

G_END_DECLS
