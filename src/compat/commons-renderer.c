/* commons-renderer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-renderer"

#include "config.h"

#include <gtk/gtk.h>

#include "commons-renderer.h"

gboolean
commons_renderer_has_card (const char *devices)
{
#ifdef __linux__
  /* Of NVIDIA without the common interface, and of Windows under a Linux. */
  static const char *const others[] = { "nvidiactl", "dxg" };
  g_autofree char *path = g_build_filename (devices, "dri", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      if (g_str_has_prefix (name, "renderD"))
        return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = g_build_filename (devices, others[i], NULL);

      if (g_file_test (other, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
#else
  return TRUE;
#endif
}

void
commons_renderer_prepare (void)
{
  /* Since GTK 4.16 what is not wanted is said in a variable of its own. */
  gboolean own = gtk_check_version (4, 16, 0) == NULL;
  const char *variable = own ? "GDK_DISABLE" : "GDK_DEBUG";
  const char *word = own ? "gl" : "gl-disable";
  const char *others = g_getenv (variable);
  g_autofree char *words = NULL;

  if (!commons_renderer_has_card ("/dev"))
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") != 0)
    return;

  words = others != NULL && *others != '\0' ? g_strconcat (others, ",", word, NULL) : g_strdup (word);
  g_setenv (variable, words, TRUE);
}
