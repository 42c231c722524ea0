/* test-template-language.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * New boards in a language that has one file of texts and no templates.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-catalogue.h"
#include "commons-document.h"

#define FOLDER "commons-canvas/catalogue/texts"

/* The board speaks the language, and has the cards of the English template. */
static void
test_language_of_one_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsDocument) document = commons_document_new_from_template ("blank", "de", "Brunnen", &error);
  CommonsBoard *board;

  g_assert_no_error (error);
  board = commons_document_get_board (document);
  g_assert_cmpstr (commons_board_get_language (board), ==, "de");
  g_assert_cmpstr (commons_catalogue_get_language (commons_catalogue_get (commons_board_get_language (board))), ==,
                   "de");
}

/* A language nobody has brought is none: the board is in English. */
static void
test_unknown_language (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsDocument) document = commons_document_new_from_template ("blank", "xx", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (commons_board_get_language (commons_document_get_board (document)), ==, "en");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("template-language-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, FOLDER, NULL);
  g_autofree char *path = g_build_filename (folder, "de.json", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (path, "{\"kind.rule\":\"Regel\"}", -1, NULL));
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-language/one-file", test_language_of_one_file);
  g_test_add_func ("/template-language/unknown", test_unknown_language);

  result = g_test_run ();
  g_unlink (path);
  for (guint i = 0; i < 4; i++)
    {
      g_rmdir (folder);
      *strrchr (folder, G_DIR_SEPARATOR) = '\0';
    }

  return result;
}
