/* test-limits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saves under a limit of file size, in a process of its own each.
 */

#include "config.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-atomic-file.h"
#include "commons-document.h"
#include "commons-writer.h"

static const char old_text[] = "{\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n";

static void
limit_size (rlim_t size)
{
  struct rlimit limit = { size, size };

  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    _exit (77);
}

/* Ends as a child does: 0 when saved, 1 when refused. */
static void
replace_and_exit (const char *path,
                  GBytes     *bytes)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  gboolean done = commons_atomic_file_replace (file, bytes, NULL, NULL, NULL, &error);

  _exit (done ? 0 : error != NULL ? 1 : 2);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  gboolean done = commons_document_save_finish (COMMONS_DOCUMENT (object), result, NULL);

  /* What was not saved is still there to be saved. */
  if (!done && !commons_document_get_modified (COMMONS_DOCUMENT (object)))
    _exit (3);

  _exit (done ? 0 : 1);
}

static CommonsDocument *
make_document (void)
{
  CommonsDocument *document = commons_document_new ();
  CommonsEditor *editor = commons_document_get_editor (document);

  commons_editor_begin (editor, "Add", NULL);

  for (int i = 0; i < 50; i++)
    {
      const CommonsRect bounds = { i * 10, 0, 200, 62 };
      g_autoptr(CommonsRecord) card = NULL;

      card = commons_record_new_card ("rule", FALSE, &bounds, "Un relevé reçoit une réponse");
      commons_editor_add (editor, card);
    }

  commons_editor_commit (editor);

  return document;
}

static void
save_document_and_exit (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  CommonsDocument *document = make_document ();

  commons_document_save_async (document, file, TRUE, NULL, saved_cb, NULL);

  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static int
wait_for_child (pid_t child)
{
  int status;

  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  /* The signal of the limit must not have ended it. */
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

static char *
make_folder (char **path)
{
  char *folder = g_dir_make_tmp ("commons-limit-XXXXXX", NULL);

  g_assert_nonnull (folder);
  *path = g_build_filename (folder, "board.commons", NULL);
  g_assert_true (g_file_set_contents (*path, old_text, -1, NULL));

  return folder;
}

static void
assert_alone (const char *folder,
              guint       n_files)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  g_assert_cmpuint (n, ==, n_files);
}

static void
check_limits (gboolean hard_link)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = make_folder (&path);
  g_autofree char *other = g_build_filename (folder, "other.commons", NULL);
  g_autofree char *text = g_strnfill (70000, 'x');
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  const gsize limits[] = { 0, 1, strlen (old_text), 100, 4095, 4096, 4097, 65536, 69999, 70000, 1 << 20 };

  if (hard_link)
    g_assert_cmpint (link (path, other), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *found = NULL;
      /* The note about a file that is written over holds the old bytes too. */
      gboolean fits = limits[i] >= (hard_link ? 2 : 1) * strlen (text);
      pid_t child;

      /* In place, for the second name to stay one of the same file. */
      FILE *file = g_fopen (path, "w");
      g_assert_nonnull (file);
      g_assert_cmpint (fputs (old_text, file), >=, 0);
      g_assert_cmpint (fclose (file), ==, 0);

      child = fork ();
      if (child == 0)
        {
          limit_size (limits[i]);
          replace_and_exit (path, bytes);
        }

      g_assert_cmpint (wait_for_child (child), ==, fits ? 0 : 1);
      g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
      g_assert_cmpstr (found, ==, fits ? text : old_text);
      assert_alone (folder, hard_link ? 2 : 1);
    }

  g_unlink (path);
  g_unlink (other);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_replace (void)
{
  check_limits (FALSE);
}

static void
test_hard_link (void)
{
  check_limits (TRUE);
}

static void
test_new_file (void)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = make_folder (&path);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  pid_t child;

  g_assert_cmpint (g_unlink (path), ==, 0);
  child = fork ();

  if (child == 0)
    {
      limit_size (4096);
      replace_and_exit (path, bytes);
    }

  g_assert_cmpint (wait_for_child (child), ==, 1);
  assert_alone (folder, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_document (void)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = make_folder (&path);
  gboolean saved = FALSE;

  for (gsize limit = 0; !saved; limit += 1000)
    {
      g_autofree char *found = NULL;
      pid_t child = fork ();
      int result;

      if (child == 0)
        {
          limit_size (limit);
          save_document_and_exit (path);
        }

      result = wait_for_child (child);
      g_assert_cmpint (result, <=, 1);
      g_assert_cmpuint (limit, <, 100000);

      saved = result == 0;
      g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
      if (!saved)
        g_assert_cmpstr (found, ==, old_text);
      else
        g_assert_nonnull (strstr (found, "Un relevé reçoit une réponse"));

      g_assert_true (!saved || limit >= 5000);
    }

  assert_alone (folder, 1);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fault/limits/replace", test_replace);
  g_test_add_func ("/fault/limits/hard-link", test_hard_link);
  g_test_add_func ("/fault/limits/new-file", test_new_file);
  g_test_add_func ("/fault/limits/document", test_document);

  return g_test_run ();
}
