/* test-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "commons-document.h"
#include "commons-draft.h"
#include "test-folder.h"

#define BOARD "{\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":100,\"height\":60,\"text\":\"A\"}]," \
              "\"edges\":[]}"

typedef struct
{
  char *root;
  char *folder;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->root = g_dir_make_tmp ("commons-draft-XXXXXX", NULL);
  self->folder = g_build_filename (self->root, "data", "drafts", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_remove_tree (self->root);
  g_free (self->folder);
  g_free (self->root);
}

static void
write_draft (CommonsDraft *draft,
             const char   *title,
             guint         n_changes)
{
  const CommonsDraftInfo info = { (char *) "file:///tmp/board.commons", (char *) "etag", (char *) title, 1234, 0,
                                  n_changes };
  g_autoptr (GBytes) bytes = g_bytes_new_static (BOARD, strlen (BOARD));
  g_autoptr (GError) error = NULL;

  commons_draft_write (draft, bytes, NULL, &info, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_write_and_claim (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = commons_draft_new (self->folder);
  g_autoptr (GPtrArray) held = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (CommonsDocument) document = NULL;
  g_autofree char *path = NULL;
  const CommonsDraftInfo *info;
  GStatBuf seen;

  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  write_draft (draft, "Once", 1);
  write_draft (draft, "A “title”\n", 14);
  path = g_strdup (commons_draft_get_path (draft));

  /* Nobody else reads what is not saved. */
  g_assert_cmpint (g_stat (self->folder, &seen), ==, 0);
  g_assert_cmpint (seen.st_mode & 0077, ==, 0);

  held = commons_draft_claim_all (self->folder, NULL);
  g_assert_cmpuint (held->len, ==, 0);

  g_clear_object (&draft);
  drafts = commons_draft_claim_all (self->folder, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  info = commons_draft_get_info (g_ptr_array_index (drafts, 0));
  g_assert_cmpstr (info->uri, ==, "file:///tmp/board.commons");
  g_assert_cmpstr (info->etag, ==, "etag");
  g_assert_cmpstr (info->title, ==, "A “title”\n");
  g_assert_cmpint (info->began, ==, 1234);
  g_assert_cmpuint (info->n_changes, ==, 14);
  g_assert_cmpint (info->written, >, 1234);

  document = commons_document_new_from_draft (g_ptr_array_index (drafts, 0), NULL);
  g_assert_nonnull (document);
  g_assert_true (commons_document_get_modified (document));
  g_assert_cmpuint (commons_board_get_n_nodes (commons_document_get_board (document)), ==, 1);
  g_assert_cmpstr (commons_document_get_etag (document), ==, "etag");

  commons_draft_discard (g_ptr_array_index (drafts, 0));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

/* A program that is killed lets go of its drafts, one that lives does not. */
static void
test_other_program (Fixture       *self,
                    gconstpointer  data)
{
  int pipe_fds[2];
  char ready;
  pid_t child;
  g_autoptr (GPtrArray) held = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      CommonsDraft *draft = commons_draft_new (self->folder);

      write_draft (draft, "Theirs", 3);
      if (write (pipe_fds[1], "x", 1) != 1)
        _exit (1);
      pause ();
      _exit (0);
    }

  g_assert_cmpint (read (pipe_fds[0], &ready, 1), ==, 1);
  held = commons_draft_claim_all (self->folder, NULL);
  g_assert_cmpuint (held->len, ==, 0);

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  drafts = commons_draft_claim_all (self->folder, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);

  close (pipe_fds[0]);
  close (pipe_fds[1]);
}

static void
write_file (Fixture    *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  static const char *const texts[] = {
    "", "\n", "{", "[]\n{}", "{\"commons-draft\":2}\n{}", "{\"commons-draft\":\"1\"}\n{}", "no line break",
    "{\"commons-draft\":1,\"commons-draft\":1}\n{}",
  };
  g_autofree char *aside = g_build_filename (self->folder, "unreadable", NULL);
  g_autofree char *odd = g_build_filename (self->folder, "odd.draft", NULL);
  g_autofree char *brackets = g_strnfill (60000, '[');
  g_autoptr (GPtrArray) unreadable = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) drafts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("bad-%u.draft", i);

      write_file (self, name, texts[i]);
    }
  write_file (self, "deep.draft", brackets);
  write_file (self, "types.draft", "{\"commons-draft\":1,\"uri\":5,\"title\":[],\"changes\":-3,\"began\":\"x\"}\n{}");
  write_file (self, "not-a-draft.txt", "mine");
  g_assert_cmpint (g_mkdir (odd, 0700), ==, 0);

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    g_test_expect_message ("commons-draft", G_LOG_LEVEL_MESSAGE, "*could not be read*");
  drafts = commons_draft_claim_all (self->folder, unreadable);
  g_test_assert_expected_messages ();

  /* Where they are is known, so that people can be told. */
  g_assert_cmpuint (unreadable->len, ==, G_N_ELEMENTS (texts) + 1);
  for (guint i = 0; i < unreadable->len; i++)
    g_assert_true (g_file_test (g_ptr_array_index (unreadable, i), G_FILE_TEST_IS_REGULAR));

  /* Odd words about it do not hide a board. */
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpuint (commons_draft_get_info (g_ptr_array_index (drafts, 0))->n_changes, ==, 0);
  g_assert_cmpuint (count_files (aside), ==, G_N_ELEMENTS (texts) + 1);
}

/* The words about it are right, and the board is not: kept, never deleted. */
static void
test_unreadable_board (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (CommonsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;

  write_file (self, "cut.draft", "{\"commons-draft\":1}\n{\"nodes\":[{\"id\"");
  drafts = commons_draft_claim_all (self->folder, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);

  document = commons_document_new_from_draft (g_ptr_array_index (drafts, 0), &error);
  g_assert_null (document);
  g_assert_nonnull (error);

  aside = commons_draft_set_aside (g_ptr_array_index (drafts, 0));
  g_assert_nonnull (aside);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_nonnull (strstr (kept, "{\"nodes\":[{\"id\""));
}

static void
write_with_base (CommonsDraft *draft,
                 const char   *base)
{
  const CommonsDraftInfo info = { (char *) "file:///tmp/board.commons", (char *) "etag", (char *) "Title", 1234, 0, 1 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (BOARD, strlen (BOARD));
  g_autoptr (GBytes) held = base != NULL ? g_bytes_new (base, strlen (base)) : NULL;
  g_autoptr (GError) error = NULL;

  commons_draft_write (draft, bytes, held, &info, &error);
  g_assert_no_error (error);
}

static char *
find_base (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  char *found = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".base"))
        continue;
      g_assert_null (found);
      found = g_build_filename (self->folder, name, NULL);
    }

  return found;
}

static CommonsDraft *
claim_one (Fixture *self)
{
  g_autoptr (GPtrArray) drafts = commons_draft_claim_all (self->folder, NULL);

  g_assert_cmpuint (drafts->len, ==, 1);

  return g_object_ref (g_ptr_array_index (drafts, 0));
}

/* What the file held goes with the draft: written once, changed with it, given
 * back as saved bytes, and deleted with it. */
static void
test_base (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = commons_draft_new (self->folder);
  g_autoptr (CommonsDocument) document = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GBytes *saved;

  write_with_base (draft, NULL);
  g_assert_null (find_base (self));
  write_with_base (draft, "{\"first\":1}");
  first = find_base (self);
  g_assert_nonnull (first);
  write_with_base (draft, "{\"second\":2}");
  second = find_base (self);
  g_assert_cmpstr (first, !=, second);

  g_clear_object (&draft);
  draft = claim_one (self);
  document = commons_document_new_from_draft (draft, NULL);
  saved = commons_document_get_saved_bytes (document);
  g_assert_nonnull (saved);
  g_assert_cmpmem (g_bytes_get_data (saved, NULL), g_bytes_get_size (saved), "{\"second\":2}", 12);

  commons_draft_discard (draft);
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

/* Changed or gone, it is not known: nothing is merged from what is wrong. */
static void
test_damaged_base (Fixture       *self,
                   gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CommonsDraft) draft = commons_draft_new (self->folder);
      g_autoptr (CommonsDocument) document = NULL;
      g_autofree char *base = NULL;

      write_with_base (draft, "{\"first\":1}");
      base = find_base (self);
      if (i == 0)
        g_assert_true (g_file_set_contents (base, "{\"first\":2}", -1, NULL));
      else
        g_assert_cmpint (g_unlink (base), ==, 0);

      g_clear_object (&draft);
      draft = claim_one (self);
      document = commons_document_new_from_draft (draft, NULL);
      g_assert_nonnull (document);
      g_assert_null (commons_document_get_saved_bytes (document));
      g_assert_true (commons_document_get_modified (document));
      commons_draft_discard (draft);
      g_assert_cmpuint (count_files (self->folder), ==, 0);
    }
}

static void
test_base_set_aside (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = commons_draft_new (self->folder);
  g_autofree char *aside = g_build_filename (self->folder, "unreadable", NULL);
  g_autofree char *path = NULL;

  write_with_base (draft, "{\"first\":1}");
  path = commons_draft_set_aside (draft);
  g_assert_nonnull (path);
  g_assert_cmpuint (count_files (aside), ==, 2);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* A draft names no file but its own base. */
static void
test_hostile_base (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = NULL;
  g_autoptr (CommonsDocument) document = NULL;

  write_file (self, "odd.draft", "{\"commons-draft\":1,\"uri\":\"file:///tmp/b.commons\",\"base\":\"../secret\"}\n{}");
  draft = claim_one (self);
  document = commons_document_new_from_draft (draft, NULL);
  g_assert_nonnull (document);
  g_assert_null (commons_document_get_saved_bytes (document));
}

static void
test_no_folder (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *file = g_build_filename (self->root, "file", NULL);
  g_autofree char *below = g_build_filename (file, "drafts", NULL);
  g_autoptr (CommonsDraft) draft = commons_draft_new (below);
  const CommonsDraftInfo info = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (BOARD, strlen (BOARD));
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  g_assert_false (commons_draft_write (draft, bytes, NULL, &info, &error));
  g_assert_nonnull (error);
  drafts = commons_draft_claim_all (below, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/io/draft/write-and-claim", Fixture, NULL, set_up, test_write_and_claim, tear_down);
  g_test_add ("/io/draft/other-program", Fixture, NULL, set_up, test_other_program, tear_down);
  g_test_add ("/io/draft/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/io/draft/unreadable-board", Fixture, NULL, set_up, test_unreadable_board, tear_down);
  g_test_add ("/io/draft/base", Fixture, NULL, set_up, test_base, tear_down);
  g_test_add ("/io/draft/damaged-base", Fixture, NULL, set_up, test_damaged_base, tear_down);
  g_test_add ("/io/draft/base-set-aside", Fixture, NULL, set_up, test_base_set_aside, tear_down);
  g_test_add ("/io/draft/hostile-base", Fixture, NULL, set_up, test_hostile_base, tear_down);
  g_test_add ("/io/draft/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);

  return g_test_run ();
}
