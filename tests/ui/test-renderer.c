/* test-renderer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "commons-renderer.h"
#include "test-folder.h"

/* A display is opened once in a process, so each of these has its own. */
static void
run (const char *renderer,
     gboolean    wants_gl)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("GSK_RENDERER", renderer, TRUE);
  g_unsetenv ("GDK_DEBUG");
  g_setenv ("GDK_DISABLE", "", TRUE);
  commons_renderer_prepare ();

  if (wants_gl)
    {
      g_assert_null (g_getenv ("GDK_DEBUG"));
      g_assert_cmpstr (g_getenv ("GDK_DISABLE"), ==, "");
      return;
    }

  gtk_init ();
  g_assert_false (gdk_display_prepare_gl (gdk_display_get_default (), &error));
  g_assert_error (error, GDK_GL_ERROR, GDK_GL_ERROR_NOT_AVAILABLE);
  g_assert_nonnull (strstr (error->message, "disabled"));
}

static void
test_cairo (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  run ("cairo", FALSE);
}

static void
test_gl (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  run ("gl", TRUE);
}

/* What somebody asked of the toolkit already is still asked. */
static void
test_words (void)
{
  const char *variable = gtk_check_version (4, 16, 0) == NULL ? "GDK_DISABLE" : "GDK_DEBUG";

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv (variable, "dmabuf", TRUE);
  commons_renderer_prepare ();

  g_assert_true (g_str_has_prefix (g_getenv (variable), "dmabuf,gl"));
}

/* Devices are files by their names; nothing is asked of them. */
static void
test_card (void)
{
#ifdef __linux__
  static const char *const cards[] = { "dri/renderD128", "nvidiactl", "dxg" };
  g_autofree char *folder = g_dir_make_tmp ("commons-devices-XXXXXX", NULL);
  g_autofree char *dri = g_build_filename (folder, "dri", NULL);
  g_autofree char *screen = g_build_filename (folder, "dri", "card0", NULL);

  g_assert_false (commons_renderer_has_card (folder));
  g_assert_cmpint (g_mkdir (dri, 0700), ==, 0);
  g_assert_true (g_file_set_contents (screen, "", 0, NULL));
  g_assert_false (commons_renderer_has_card (folder));

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *card = g_build_filename (folder, cards[i], NULL);

      g_assert_true (g_file_set_contents (card, "", 0, NULL));
      g_assert_true (commons_renderer_has_card (folder));
      g_assert_cmpint (g_unlink (card), ==, 0);
      g_assert_false (commons_renderer_has_card (folder));
    }
  test_remove_tree (folder);
#else
  g_test_skip ("Devices of Linux");
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/renderer/card", test_card);
  g_test_add_func ("/ui/renderer/cairo", test_cairo);
  g_test_add_func ("/ui/renderer/gl", test_gl);
  g_test_add_func ("/ui/renderer/words", test_words);

  return g_test_run ();
}
