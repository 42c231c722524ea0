/* commons-renderer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-renderer"

#include "config.h"

#include <gtk/gtk.h>

#include "commons-renderer.h"

void
commons_renderer_prepare (void)
{
  /* Since GTK 4.16 what is not wanted is said in a variable of its own. */
  gboolean own = gtk_check_version (4, 16, 0) == NULL;
  const char *variable = own ? "GDK_DISABLE" : "GDK_DEBUG";
  const char *word = own ? "gl" : "gl-disable";
  const char *others = g_getenv (variable);
  g_autofree char *words = NULL;

  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") != 0)
    return;

  words = others != NULL && *others != '\0' ? g_strconcat (others, ",", word, NULL) : g_strdup (word);
  g_setenv (variable, words, TRUE);
}
