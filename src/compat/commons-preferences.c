/* commons-preferences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-preferences"

#include "config.h"

#include "commons-preferences.h"

#define WIDTH  560
#define HEIGHT 620

#if ADW_CHECK_VERSION (1, 5, 0)

GtkWidget *
commons_preferences_new (const char *title)
{
  AdwDialog *dialog;

  g_return_val_if_fail (title != NULL, NULL);

  dialog = adw_preferences_dialog_new ();
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, WIDTH);
  adw_dialog_set_content_height (dialog, HEIGHT);
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), TRUE);

  return GTK_WIDGET (dialog);
}

void
commons_preferences_add (GtkWidget          *dialog,
                         AdwPreferencesPage *page)
{
  g_return_if_fail (ADW_IS_PREFERENCES_DIALOG (dialog));

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
}

void
commons_preferences_present (GtkWidget *dialog,
                             GtkWindow *parent)
{
  g_return_if_fail (ADW_IS_PREFERENCES_DIALOG (dialog));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}

void
commons_preferences_close (GtkWidget *dialog)
{
  g_return_if_fail (ADW_IS_PREFERENCES_DIALOG (dialog));

  adw_dialog_force_close (ADW_DIALOG (dialog));
}

#else

/* As the dialog of later releases does: over its window, and gone when that
 * is closed. */
GtkWidget *
commons_preferences_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                       "title", title,
                       "default-width", WIDTH,
                       "default-height", HEIGHT,
                       "modal", TRUE,
                       "destroy-with-parent", TRUE,
                       "search-enabled", TRUE,
                       NULL);
}

void
commons_preferences_add (GtkWidget          *dialog,
                         AdwPreferencesPage *page)
{
  g_return_if_fail (ADW_IS_PREFERENCES_WINDOW (dialog));

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (dialog), page);
}

void
commons_preferences_present (GtkWidget *dialog,
                             GtkWindow *parent)
{
  g_return_if_fail (ADW_IS_PREFERENCES_WINDOW (dialog));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_application (GTK_WINDOW (dialog), gtk_window_get_application (parent));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
commons_preferences_close (GtkWidget *dialog)
{
  g_return_if_fail (ADW_IS_PREFERENCES_WINDOW (dialog));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

#endif
