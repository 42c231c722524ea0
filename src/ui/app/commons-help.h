/* commons-help.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * commons_help_find_page:
 * @widget: (nullable): where somebody is
 *
 * Looks at the widget, at what it stands in, and at the window its window
 * belongs to.
 *
 * Returns: (transfer none): the page about it; the first page of the help when
 *   there is none
 */
const char *commons_help_find_page     (GtkWidget      *widget);

/**
 * commons_help_show:
 * @widget: what help is wanted about
 *
 * Asks the application for the page about a widget, through its action
 * "help-page".
 */
void        commons_help_show          (GtkWidget      *widget);

/**
 * commons_help_class_add_key:
 * @widget_class: class of a dialog
 *
 * Lets F1 show the page about what has the focus, or about the dialog. Windows
 * of the application have that key from the table of commands.
 */
void        commons_help_class_add_key (GtkWidgetClass *widget_class);

/**
 * commons_help_button_new:
 *
 * Returns: a button for the header of a dialog which shows the page about it
 */
GtkWidget  *commons_help_button_new    (void);

G_END_DECLS
