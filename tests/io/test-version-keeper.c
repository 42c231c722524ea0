/* test-version-keeper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "commons-elsewhere.h"
#include "commons-reader.h"
#include "commons-restore.h"
#include "commons-version-changes.h"
#include "commons-version-keeper.h"
#include "commons-writer.h"
#include "test-folder.h"

#define CARD(id, text) "\n\t\t{\"id\":\"" id "\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":100,\"height\":60," \
                       "\"text\":\"" text "\",\"commons\":{\"kind\":\"rule\"}}"
#define BOARD(cards, edges) "{\n\t\"commons\":{\"format\":1,\"title\":\"Wells\",\"language\":\"en\"},\n" \
                            "\t\"nodes\":[" cards "\n\t],\n\t\"edges\":[" edges "]\n}\n"
#define LINK "\n\t\t{\"id\":\"ab\",\"fromNode\":\"a\",\"toNode\":\"b\"}\n\t"

#define BEFORE BOARD (CARD ("a", "One") "," CARD ("b", "Two"), LINK)
#define AFTER  BOARD (CARD ("c", "Three") "," CARD ("a", "One more"), "")

typedef struct
{
  char                 *root;
  char                 *kept;
  GFile                *file;
  CommonsDocument      *document;
  CommonsVersionKeeper *keeper;
} Fixture;

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_file (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  commons_document_load_async (self->document, self->file, NULL, done_cb, &result);
  wait_result (&result);
  g_assert_true (commons_document_load_finish (self->document, result, NULL));
  commons_versions_wait ();
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  self->root = g_dir_make_tmp ("commons-keeper-XXXXXX", NULL);
  self->kept = g_build_filename (self->root, "boards", NULL);
  path = g_build_filename (self->root, "wells.commons", NULL);
  g_assert_true (g_file_set_contents (path, BEFORE, -1, NULL));
  self->file = g_file_new_for_path (path);
  self->document = commons_document_new ();
  self->keeper = commons_version_keeper_new (self->document, self->kept);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->keeper);
  g_clear_object (&self->document);
  g_object_unref (self->file);
  test_remove_tree (self->root);
  g_free (self->kept);
  g_free (self->root);
}

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static CommonsBoard *
read_board (const char *text)
{
  g_autoptr (GBytes) bytes = make_bytes (text);
  CommonsBoard *board = commons_reader_read (bytes, NULL, NULL);

  g_assert_nonnull (board);

  return board;
}

static void
assert_board (CommonsBoard *board,
              const char   *expected)
{
  g_autoptr (GBytes) bytes = commons_writer_write (board);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

/* The reasons of the versions, the last one first. */
static void
assert_reasons (Fixture    *self,
                const char *expected)
{
  g_autoptr (GPtrArray) versions = commons_versions_list (self->kept, self->file);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    g_string_append_printf (said, "%d", ((CommonsVersion *) g_ptr_array_index (versions, i))->reason);
  g_assert_cmpstr (said->str, ==, expected);
}

static void
write_card (Fixture    *self,
            const char *text)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  CommonsBoard *board = commons_document_get_board (self->document);
  g_autoptr (CommonsRecord) record = commons_record_with_text (commons_board_lookup (board, "a"), text);

  commons_editor_begin (editor, "Write", NULL);
  commons_editor_set (editor, record);
  commons_editor_commit (editor);
}

static gboolean
save (Fixture *self,
      GFile   *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean saved;

  commons_document_save_async (self->document, file, FALSE, NULL, done_cb, &result);
  wait_result (&result);
  saved = commons_document_save_finish (self->document, result, NULL);
  commons_versions_wait ();

  return saved;
}

static void
test_follow (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_null (commons_version_keeper_get_file (self->keeper));
  assert_reasons (self, "");
  open_file (self);
  assert_reasons (self, "1");
  open_file (self);
  assert_reasons (self, "1");

  write_card (self, "Other");
  assert_reasons (self, "1");
  g_assert_true (save (self, NULL));
  assert_reasons (self, "01");

  /* As it is now, whatever the file says. */
  write_card (self, "Not saved");
  commons_version_keeper_keep_async (self->keeper, "before the vote", COMMONS_VERSION_NAMED, done_cb, &result);
  wait_result (&result);
  g_assert_true (commons_version_keeper_keep_finish (self->keeper, result, NULL));
  assert_reasons (self, "201");
  g_assert_true (commons_document_get_modified (self->document));

  /* Saving it keeps nothing twice. */
  g_assert_true (save (self, NULL));
  assert_reasons (self, "201");
}

/* The window closes and the program ends: that waits for it. */
static void
test_not_saved (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  open_file (self);
  write_card (self, "Not wanted");
  commons_version_keeper_keep_async (self->keeper, NULL, COMMONS_VERSION_NOT_SAVED, done_cb, &result);
  g_clear_object (&self->keeper);
  commons_versions_wait ();
  assert_reasons (self, "31");
  wait_result (&result);
}

/* As another program, at another time for sure, whatever the clock of the disk. */
static void
write_elsewhere (Fixture *self)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (self->file), AFTER, -1, NULL));
  g_assert_true (g_file_set_attribute_uint64 (self->file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000000000,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
}

/* What another program wrote meanwhile is not taken for ours. */
static void
test_failed_save (Fixture       *self,
                  gconstpointer  data)
{
  open_file (self);
  write_card (self, "Other");
  write_elsewhere (self);
  g_assert_false (save (self, NULL));
  assert_reasons (self, "1");
}

/* It may be what somebody wants back. */
static void
test_taken_up (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (CommonsElsewhere) elsewhere = commons_elsewhere_new (self->document);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CommonsTakeUp) taken = NULL;

  open_file (self);
  write_elsewhere (self);
  commons_elsewhere_read_async (elsewhere, done_cb, &result);
  wait_result (&result);
  g_assert_true (commons_elsewhere_read_finish (elsewhere, result, NULL));
  taken = commons_elsewhere_take_up (elsewhere);
  g_assert_nonnull (taken);
  commons_versions_wait ();
  assert_reasons (self, "11");
}

static void
test_save_as (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autoptr (GFile) other = g_file_get_child (folder, "other.commons");
  g_autoptr (GPtrArray) versions = NULL;

  open_file (self);
  write_card (self, "Other");
  g_assert_true (save (self, other));
  assert_reasons (self, "1");
  versions = commons_versions_list (self->kept, other);
  g_assert_cmpuint (versions->len, ==, 1);
}

/* ---- Going back, and what that changes ------------------------------------- */

static CommonsVersionChanges *
compare (const char   *before,
         const char   *after,
         CommonsBoard *board)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) old = before != NULL ? make_bytes (before) : NULL;
  g_autoptr (GBytes) new = after != NULL ? make_bytes (after) : NULL;

  commons_version_changes_async (old, new, board, NULL, done_cb, &result);
  wait_result (&result);

  return commons_version_changes_finish (result, NULL);
}

static void
test_changes (void)
{
  g_autoptr (CommonsBoard) board = read_board (AFTER);
  g_autoptr (CommonsVersionChanges) changes = compare (BEFORE, NULL, board);
  g_autoptr (CommonsVersionChanges) same = compare (AFTER, NULL, board);
  g_autoptr (CommonsVersionChanges) first = compare (NULL, BEFORE, NULL);

  g_assert_cmpuint (changes->n_added, ==, 1);
  g_assert_cmpuint (changes->n_removed, ==, 2);
  g_assert_cmpuint (changes->n_changed, ==, 1);
  g_assert_cmpuint (g_strv_length (changes->words), ==, 4);
  g_assert_cmpstr (changes->words[0], ==, "+ Rule “Three”");
  g_assert_nonnull (strstr (changes->words[1], "“One” → “One more”"));
  g_assert_cmpuint (g_strv_length (same->words), ==, 0);
  g_assert_cmpuint (first->n_added, ==, 3);
  g_assert_null (compare ("{", BEFORE, NULL));
}

static void
test_restore (void)
{
  g_autoptr (CommonsBoard) board = read_board (AFTER);
  g_autoptr (CommonsBoard) version = read_board (BEFORE);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  g_autoptr (CommonsChangeSet) undone = NULL;

  g_assert_true (commons_restore (editor, version, "Restore"));
  assert_board (board, BEFORE);
  g_assert_false (commons_restore (editor, version, "Restore"));

  undone = commons_history_undo (history);
  g_assert_false (commons_history_can_undo (history));
  assert_board (board, AFTER);
}

/* What was opened may wait, but is kept before the next version. */
static void
test_patience (Fixture       *self,
               gconstpointer  data)
{
  commons_version_keeper_set_patience (self->keeper, 60000);
  open_file (self);
  assert_reasons (self, "");

  write_card (self, "Other");
  g_assert_true (save (self, NULL));
  assert_reasons (self, "01");
}

/* Nor is it lost when nobody follows the document any more. */
static void
test_flush (Fixture       *self,
            gconstpointer  data)
{
  commons_version_keeper_set_patience (self->keeper, 60000);
  open_file (self);
  g_clear_object (&self->keeper);
  commons_versions_wait ();
  assert_reasons (self, "1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/version-keeper/follow", test_follow);
  ADD ("/version-keeper/not-saved", test_not_saved);
  ADD ("/version-keeper/failed-save", test_failed_save);
  ADD ("/version-keeper/taken-up", test_taken_up);
  ADD ("/version-keeper/save-as", test_save_as);
  ADD ("/version-keeper/patience", test_patience);
  ADD ("/version-keeper/flush", test_flush);
#undef ADD
  g_test_add_func ("/version-keeper/changes", test_changes);
  g_test_add_func ("/version-keeper/restore", test_restore);

  return g_test_run ();
}
