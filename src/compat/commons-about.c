/* commons-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-about"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "commons-about.h"

static const char *const makers[] = { "inno³", NULL };

/* The method, and whose words, patterns and lists inspired the contents: names
 * are written the same in every language. */
static const char *const method[] = {
  "Canevas pour la gouvernance des communs numériques https://inno3.fr/realisation/canevas-pour-la-gouvernance-de-commun-numerique",
  "inno³ https://inno3.fr",
  "Programme Société Numérique, ANCT https://societenumerique.gouv.fr",
  NULL
};

static const char *const inspirations[] = {
  "Elinor Ostrom",
  "Wiki Résilience des territoires, ADEME https://wiki.resilience-territoire.ademe.fr",
  "Matti Schneider, Construire des communs numériques https://github.com/MattiSG/livre-blanc-communs-numeriques",
  "MEDLab, Metagov: CommunityRule https://communityrule.info",
  "Sociocracy 3.0 https://sociocracy30.org",
  "Foundation for Public Code https://standard.publiccode.net",
  NULL
};

/* What may be done with the contents, and with what is made with them. */
static char *
describe_content (void)
{
  static const char licence[] = "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">CC BY-SA 4.0</a>";

  return g_strdup_printf (/* Translators: %s is the name of a licence, CC BY-SA 4.0. */
                          _("The questions, the kinds of card, the templates, the example boards and the help follow the "
                            "“Canevas pour la gouvernance des communs numériques” by inno³ and the Société Numérique "
                            "programme of ANCT. Like it they are under %s: copy, adapt and share them, name their authors, "
                            "and share alike. New boards have the same licence until you choose another one."),
                          licence);
}

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
  g_autofree char *content = describe_content ();
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
  adw_about_dialog_add_legal_section (about, _("Content"), NULL, GTK_LICENSE_CUSTOM, content);
  adw_about_dialog_add_credit_section (about, _("Method"), (const char **) method);
  adw_about_dialog_add_acknowledgement_section (about, _("Inspirations"), (const char **) inspirations);

  adw_dialog_present (ADW_DIALOG (about), parent != NULL ? GTK_WIDGET (parent) : NULL);
}

#else

void
commons_about_present (GtkWindow *parent)
{
  g_autofree char *installation = describe_installation ();
  g_autofree char *content = describe_content ();
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
  adw_about_window_add_legal_section (about, _("Content"), NULL, GTK_LICENSE_CUSTOM, content);
  adw_about_window_add_credit_section (about, _("Method"), (const char **) method);
  adw_about_window_add_acknowledgement_section (about, _("Inspirations"), (const char **) inspirations);

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}

#endif
