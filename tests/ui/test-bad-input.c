/* test-bad-input.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is opened in a window: it says soon what it is, and stays usable.
 */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-draft.h"
#include "commons-view-memory.h"
#include "test-folder.h"
#include "test-ui.h"

#define MEBIBYTES 500

typedef enum
{
  FILE_OF_BYTES,
  SPARSE_FILE,
  FOLDER,
  PIPE,
  SOCKET,
  LINK,
  NOTHING,
} Kind;

typedef struct
{
  const char *name;     /* of the file, or where it is */
  Kind        kind;
  const char *content;  /* what it holds, or where the link leads */
  gint64      size;     /* of the content when it has zero bytes, or of a sparse file */
  const char *says;     /* a part of what the window says */
} Case;

#define GIB (G_GINT64_CONSTANT (1) << 30)

static const Case cases[] = {
  { "picture.png", FILE_OF_BYTES, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "UTF-8" },
  { "paper.pdf", FILE_OF_BYTES, "%PDF-1.7\n", 0, "Line 1" },
  { "archive.zip", FILE_OF_BYTES, "PK\x03\x04\x14\0\0\0", 8, "zero byte" },
  { "page.html", FILE_OF_BYTES, "<!DOCTYPE html><html>", 0, "Line 1" },
  { "base.sqlite", FILE_OF_BYTES, "SQLite format 3\0\x10", 17, "zero byte" },
  { "utf-16.commons", FILE_OF_BYTES, "\xff\xfe{\0}\0", 6, "UTF-8" },
  { "latin-1.commons", FILE_OF_BYTES, "{\"a\":\"caf\xe9\"}", 0, "UTF-8" },
  { "empty.commons", FILE_OF_BYTES, "", 0, "nothing in the file" },
  { "list.commons", FILE_OF_BYTES, "[1,2]", 0, "object" },
  { "line\nbreak.commons", FILE_OF_BYTES, "[", 0, "stops here" },
  { "\x1b[31mred.commons", FILE_OF_BYTES, "[", 0, "stops here" },
  { "\xff\xfe.commons", FILE_OF_BYTES, "[", 0, "stops here" },
  { "turned\xe2\x80\xaesnommoc.commons", FILE_OF_BYTES, "[", 0, "stops here" },
  { "<b>&amp;.commons", FILE_OF_BYTES, "{\"<i>&\":1,\"<i>&\":2}", 0, "stands twice" },
  { "five-gigabytes", SPARSE_FILE, NULL, 5 * GIB, "64 MiB" },
  { "just-not-too-large", SPARSE_FILE, NULL, GIB / 16, "zero byte" },
  { "folder.commons", FOLDER, NULL, 0, "folder" },
  { "pipe.commons", PIPE, NULL, 0, "not a plain file" },
  { "socket.commons", SOCKET, NULL, 0, "not a plain file" },
  { "dangling.commons", LINK, "nowhere", 0, "no such file" },
  { "loop.commons", LINK, "loop.commons", 0, "leads back" },
  { "to-zeros.commons", LINK, "/dev/zero", 0, "not a plain file" },
  { "to-pipe.commons", LINK, "pipe.commons", 0, "not a plain file" },
  { "/dev/zero", NOTHING, NULL, 0, "not a plain file" },
  { "/dev/random", NOTHING, NULL, 0, "not a plain file" },
  { "/dev/full", NOTHING, NULL, 0, "not a plain file" },
  { "/", NOTHING, NULL, 0, "folder" },
  { "missing.commons", NOTHING, NULL, 0, "no such file" },
  { "missing/board.commons", NOTHING, NULL, 0, "no such file" },
  { "list.commons/board.commons", NOTHING, NULL, 0, "not a folder" },
};

static char *folder;

static void
make_sparse (const char *path,
             gint64      size)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, size), ==, 0);
  close (fd);
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpuint (strlen (path), <, sizeof address.sun_path);
  strcpy (address.sun_path, path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
make_case (const Case *self,
           const char *path)
{
  g_autoptr (GError) error = NULL;

  switch (self->kind)
    {
    case FILE_OF_BYTES:
      g_file_set_contents (path, self->content, self->size > 0 ? self->size : -1, &error);
      g_assert_no_error (error);
      break;

    case SPARSE_FILE:
      make_sparse (path, self->size);
      break;

    case FOLDER:
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      break;

    case PIPE:
      g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      break;

    case SOCKET:
      make_socket (path);
      break;

    case LINK:
      g_assert_cmpint (symlink (self->content, path), ==, 0);
      break;

    case NOTHING:
    default:
      break;
    }
}

/* A title of one line in which nothing steers what shows it. */
static void
check_title (CommonsWindow *window)
{
  const char *title = gtk_window_get_title (GTK_WINDOW (window));

  g_assert_nonnull (title);
  g_assert_true (g_utf8_validate (title, -1, NULL));
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_false (g_unichar_iscntrl (c));
      g_assert_cmpuint (c, !=, 0x202e);
    }
}

static void
check_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_assert_cmpint (usage.ru_maxrss / 1024, <=, MEBIBYTES);
}

static void
test_open (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *path = g_path_is_absolute (self->name) ? g_strdup (self->name) : g_build_filename (folder, self->name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window = test_ui_open (file);
  const GError *error = commons_document_get_error (commons_window_get_document (window));
  g_autofree char *words = NULL;

  g_assert_nonnull (error);
  words = commons_document_describe_error (error);
  if (strstr (words, self->says) == NULL)
    g_error ("“%s” does not say “%s”", words, self->says);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_null (strchr (words, '\n'));

  check_title (window);
  check_memory ();
  g_assert_true (commons_window_is_pristine (window));
  test_ui_close (window);
}

/* Where the program itself looks for files, there are the same ones. */
static void
test_folders (void)
{
  g_autofree char *views = g_build_filename (folder, "views", NULL);
  g_autofree char *drafts = g_build_filename (folder, "drafts", NULL);
  g_autoptr (GPtrArray) claimed = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/a");
  CommonsView view;

  g_assert_cmpint (g_mkdir (drafts, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.draft", i);
      g_autofree char *path = g_build_filename (drafts, name, NULL);

      if (cases[i].kind != NOTHING)
        make_case (&cases[i], path);
    }
  claimed = commons_draft_claim_all (drafts, NULL);
  g_assert_cmpuint (claimed->len, ==, 0);

  g_assert_cmpint (mkfifo (views, 0600), ==, 0);
  g_assert_false (commons_view_memory_lookup (views, file, &view));
  check_memory ();
}

static void
make_all (void)
{
  folder = g_dir_make_tmp ("commons-bad-XXXXXX", NULL);
  g_assert_nonnull (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);

      make_case (&cases[i], path);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_ui_init ();
  make_all ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/bad-input/open/%u", i);

      g_test_add_data_func (name, &cases[i], test_open);
    }
  g_test_add_func ("/bad-input/folders", test_folders);

  result = g_test_run ();
  test_remove_tree (folder);
  g_free (folder);

  return result;
}
