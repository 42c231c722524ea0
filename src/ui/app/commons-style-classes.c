/* commons-style-classes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-style-classes.h"

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
style_changed_cb (GtkWidget *window)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert (GTK_IS_WINDOW (window));

  set_css_class (window, "dark", adw_style_manager_get_dark (manager));
  set_css_class (window, "high-contrast", adw_style_manager_get_high_contrast (manager));
}

void
commons_style_classes_follow (GtkWindow *window)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), window, G_CONNECT_SWAPPED);
  style_changed_cb (GTK_WIDGET (window));
}
