/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "commons-application.h"
#include "commons-memory.h"
#include "commons-renderer.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CommonsApplication) application = NULL;
  const char *translations = g_getenv ("COMMONS_LOCALEDIR");

  commons_memory_prepare ();
  commons_renderer_prepare ();

  setlocale (LC_ALL, "");
  /* A program that is not installed yet has its translations elsewhere. */
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = commons_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
