/* commons-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-about"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "commons-about.h"

#define CONTENT_LICENCE \
  "Canevas pour la gouvernance des communs numériques, inno³ × ANCT\n" \
  "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">CC BY-SA 4.0</a>"

static const char *const makers[] = { "inno³", NULL };

/* What tells one installation from another when something goes wrong. */
static char *
describe_installation (void)
{
  GString *text = g_string_new (NULL);
  const char *renderer = g_getenv ("GSK_RENDERER");
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  g_string_append_printf (text, "%s %s\n", APP_ID, PACKAGE_VERSION);
  g_string_append_printf (text, "GTK %u.%u.%u\n",
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita %u.%u.%u\n",
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (text, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (text, "%s\n", system != NULL ? system : "Unix");
  g_string_append_printf (text, "%s\n", G_OBJECT_TYPE_NAME (gdk_display_get_default ()));
  g_string_append_printf (text, "GSK_RENDERER=%s\n", renderer != NULL ? renderer : "");
  g_string_append_printf (text, "%s\n", g_get_language_names ()[0]);

  return g_string_free (text, FALSE);
}

/* Until a translation names its authors there is nobody to thank. */
static const char *
get_translators (void)
{
  /* Translators: put here your names, one a line: they are shown in the About window. */
  const char *translators = _("translator-credits");

  return strcmp (translators, "translator-credits") != 0 ? translators : "";
}

#if ADW_CHECK_VERSION (1, 5, 0)

void
commons_about_present (GtkWindow *parent)
{
  g_autofree char *installation = describe_installation ();
  AdwAboutDialog *about;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  about = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  adw_about_dialog_set_application_name (about, _("Commons Canvas"));
  adw_about_dialog_set_application_icon (about, APP_ID);
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, makers[0]);
  adw_about_dialog_set_developers (about, (const char **) makers);
  adw_about_dialog_set_comments (about, _("See how a digital commons is governed, and decide it together."));
  adw_about_dialog_set_copyright (about, "© inno³");
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_translator_credits (about, get_translators ());
  adw_about_dialog_set_debug_info (about, installation);
  adw_about_dialog_set_debug_info_filename (about, "commons-canvas.txt");
  adw_about_dialog_add_legal_section (about, _("Content"), NULL, GTK_LICENSE_CUSTOM, CONTENT_LICENCE);

  adw_dialog_present (ADW_DIALOG (about), parent != NULL ? GTK_WIDGET (parent) : NULL);
}

#else

void
commons_about_present (GtkWindow *parent)
{
  g_autofree char *installation = describe_installation ();
  AdwAboutWindow *about;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  about = ADW_ABOUT_WINDOW (adw_about_window_new ());
  adw_about_window_set_application_name (about, _("Commons Canvas"));
  adw_about_window_set_application_icon (about, APP_ID);
  adw_about_window_set_version (about, PACKAGE_VERSION);
  adw_about_window_set_developer_name (about, makers[0]);
  adw_about_window_set_developers (about, (const char **) makers);
  adw_about_window_set_comments (about, _("See how a digital commons is governed, and decide it together."));
  adw_about_window_set_copyright (about, "© inno³");
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_translator_credits (about, get_translators ());
  adw_about_window_set_debug_info (about, installation);
  adw_about_window_set_debug_info_filename (about, "commons-canvas.txt");
  adw_about_window_add_legal_section (about, _("Content"), NULL, GTK_LICENSE_CUSTOM, CONTENT_LICENCE);

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}

#endif
