/* test-elsewhere.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What other programs do with the file of a board that is open.
 */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-card-new.h"
#include "commons-document-private.h"
#include "commons-elsewhere.h"
#include "commons-file-watch.h"
#include "commons-merge.h"
#include "commons-reader.h"
#include "commons-writer.h"

#define CARD(id, x, text) \
  "{\"id\":\"" id "\",\"type\":\"text\",\"x\":" x ",\"y\":0,\"width\":204,\"height\":62,\"text\":\"" text "\"}"
#define BOARD(nodes) \
  "{\n\t\"commons\":{\"format\":1,\"title\":\"Wells\"},\n\t\"nodes\":[\n\t\t" nodes "\n\t],\n\t\"edges\":[]\n}\n"

#define ONE BOARD (CARD ("a", "0", "One") ",\n\t\t" CARD ("b", "300", "Two"))
#define ONE_MOVED BOARD (CARD ("a", "24", "One") ",\n\t\t" CARD ("b", "300", "Two"))
#define ONE_NAMED BOARD (CARD ("a", "0", "Theirs") ",\n\t\t" CARD ("b", "300", "Two"))
#define WITHOUT_A BOARD (CARD ("b", "300", "Two"))
#define NEWER "{\"commons\":{\"format\":99},\"nodes\":[],\"edges\":[]}\n"

typedef struct
{
  char             *folder;
  char             *path;
  GFile            *file;
  CommonsDocument  *document;
  CommonsElsewhere *elsewhere;
  guint             n_changes;
} Fixture;

/* Disks tell times apart by milliseconds, tests do things in less. */
static void
put_time (const char *path)
{
  static guint64 time = 1000000000;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, time++,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
}

static void
put (const char *path,
     const char *text)
{
  g_autofree char *beside = g_strconcat (path, ".new", NULL);

  g_assert_true (g_file_set_contents (beside, text, -1, NULL));
  put_time (beside);
  g_assert_cmpint (g_rename (beside, path), ==, 0);
}

/* Without another file that takes the name. */
static void
put_in_place (const char *path,
              const char *text)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  g_assert_true (g_close (fd, NULL));
  put_time (path);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (gboolean (*is_so) (Fixture *),
          Fixture   *self)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!is_so (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
is_same (Fixture *self)
{
  return commons_elsewhere_get_state (self->elsewhere) == COMMONS_ELSEWHERE_SAME;
}

static gboolean
is_changed (Fixture *self)
{
  return commons_elsewhere_get_state (self->elsewhere) == COMMONS_ELSEWHERE_CHANGED;
}

static gboolean
is_unreadable (Fixture *self)
{
  return commons_elsewhere_get_state (self->elsewhere) == COMMONS_ELSEWHERE_UNREADABLE;
}

static gboolean
is_gone (Fixture *self)
{
  return commons_elsewhere_get_state (self->elsewhere) == COMMONS_ELSEWHERE_GONE;
}

static gboolean
read_now (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  commons_elsewhere_read_async (self->elsewhere, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return commons_elsewhere_read_finish (self->elsewhere, result, NULL);
}

static gboolean
save (Fixture   *self,
      gboolean   overwrite,
      GError   **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  commons_document_save_async (self->document, NULL, overwrite, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return commons_document_save_finish (self->document, result, error);
}

static void
changed_cb (Fixture *self)
{
  self->n_changes++;
}

static void
open_file (Fixture *self,
           GFile   *file)
{
  g_autoptr (GAsyncResult) result = NULL;

  commons_document_load_async (self->document, file, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (commons_document_load_finish (self->document, result, NULL));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("commons-elsewhere-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "board.commons", NULL);
  self->file = g_file_new_for_path (self->path);
  self->document = commons_document_new ();
  self->elsewhere = commons_elsewhere_new (self->document);
  commons_elsewhere_set_delays (self->elsewhere, 20, 150, 60000);
  g_signal_connect_swapped (self->elsewhere, "changed", G_CALLBACK (changed_cb), self);
  put (self->path, ONE);
  open_file (self, self->file);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->elsewhere);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->document);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->folder);
}

static void
set_text (Fixture    *self,
          const char *id,
          const char *text)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  g_autoptr (CommonsRecord) changed = commons_record_with_text (commons_board_lookup
                                                                  (commons_document_get_board (self->document), id),
                                                                text);

  commons_editor_begin (editor, "Write", NULL);
  commons_editor_set (editor, changed);
  commons_editor_commit (editor);
}

static const char *
get_text (Fixture    *self,
          const char *id)
{
  CommonsRecord *record = commons_board_lookup (commons_document_get_board (self->document), id);

  return record != NULL ? commons_record_get_text (record) : NULL;
}

static int
get_x (Fixture    *self,
       const char *id)
{
  return commons_record_get_bounds (commons_board_lookup (commons_document_get_board (self->document), id))->x;
}

static GBytes *
write_out (Fixture *self)
{
  return commons_writer_write_full (commons_document_get_board (self->document),
                                    commons_writer_get_flags_for_name ("board.commons"));
}

static CommonsTakeUp *
take_up (Fixture *self)
{
  CommonsTakeUp *taken;

  wait_for (is_changed, self);
  taken = commons_elsewhere_take_up (self->elsewhere);
  g_assert_nonnull (taken);
  g_assert_true (is_same (self));

  return taken;
}

/* Nothing was unsaved: the board becomes what the file holds, in its place. */
static void
test_reload (Fixture       *self,
             gconstpointer  data)
{
  CommonsBoard *board = commons_document_get_board (self->document);
  CommonsHistory *history = commons_document_get_history (self->document);
  g_autoptr (GBytes) before = write_out (self);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (CommonsTakeUp) taken = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *words = NULL;

  put (self->path, ONE_MOVED);
  taken = take_up (self);
  g_assert_true (taken->changed);
  g_assert_false (taken->merged);
  g_assert_cmpuint (taken->n_conflicts, ==, 0);
  words = commons_take_up_describe (taken);
  g_assert_cmpstr (words, ==, "Another program changed this board: 1 change taken over");
  ids = commons_take_up_list_ids (taken);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "a");

  g_assert_true (board == commons_document_get_board (self->document));
  g_assert_true (history == commons_document_get_history (self->document));
  g_assert_cmpint (get_x (self, "a"), ==, 24);
  g_assert_false (commons_document_get_modified (self->document));
  after = write_out (self);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), ONE_MOVED, strlen (ONE_MOVED));
  g_assert_true (g_bytes_equal (after, commons_document_get_saved_bytes (self->document)));

  commons_change_set_unref (commons_history_undo (history));
  g_assert_true (commons_document_get_modified (self->document));
  undone = write_out (self);
  g_assert_true (g_bytes_equal (before, undone));
  commons_change_set_unref (commons_history_redo (history));
  g_assert_false (commons_document_get_modified (self->document));

  /* The file is known as it is now. */
  set_text (self, "b", "More");
  g_assert_true (save (self, FALSE, NULL));
  g_assert_true (is_same (self));
}

static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  CommonsHistory *history = commons_document_get_history (self->document);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (CommonsTakeUp) taken = NULL;

  set_text (self, "b", "Ours");
  before = write_out (self);
  put (self->path, ONE_MOVED);
  taken = take_up (self);
  g_assert_true (taken->merged);
  g_assert_cmpuint (taken->n_conflicts, ==, 0);
  g_assert_cmpstr (get_text (self, "b"), ==, "Ours");
  g_assert_cmpint (get_x (self, "a"), ==, 24);
  g_assert_true (commons_document_get_modified (self->document));

  commons_change_set_unref (commons_history_undo (history));
  undone = write_out (self);
  g_assert_true (g_bytes_equal (before, undone));

  /* Before our change the file held something else than now. */
  commons_change_set_unref (commons_history_undo (history));
  g_assert_true (commons_document_get_modified (self->document));
  commons_change_set_unref (commons_history_redo (history));
  commons_change_set_unref (commons_history_redo (history));
  g_assert_true (save (self, FALSE, NULL));
  g_assert_false (commons_document_get_modified (self->document));
}

/* What both did alike is no change of ours any more. */
static void
test_same_change (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (CommonsTakeUp) taken = NULL;

  set_text (self, "a", "Theirs");
  put (self->path, ONE_NAMED);
  taken = take_up (self);
  g_assert_false (taken->changed);
  g_assert_null (commons_take_up_describe (taken));
  g_assert_false (commons_document_get_modified (self->document));
}

static void
decide (Fixture *self,
        int      choice)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  CommonsBoard *board = commons_document_get_board (self->document);
  g_autoptr (GPtrArray) conflicts = commons_conflicts_list (board);
  CommonsConflict *conflict;

  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = g_ptr_array_index (conflicts, 0);
  commons_editor_begin (editor, "Decide", NULL);
  if (choice == 2)
    {
      g_assert_true (commons_conflict_has_both (conflict, board, commons_catalogue_get ("en")));
      g_assert_true (commons_conflict_keep_both (conflict, editor));
    }
  else
    {
      g_assert_true (commons_conflict_decide (conflict, editor, choice == 1));
    }
  g_assert_true (commons_editor_commit (editor));
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  static const char * const results[] = { "Ours", "Theirs", "Ours\nTheirs" };
  CommonsHistory *history = commons_document_get_history (self->document);
  g_autoptr (CommonsTakeUp) taken = NULL;
  g_autofree char *words = NULL;

  set_text (self, "a", "Ours");
  put (self->path, ONE_NAMED);
  taken = take_up (self);
  g_assert_cmpuint (taken->n_conflicts, ==, 1);
  g_assert_cmpuint (taken->differences->len, ==, 0);
  words = commons_take_up_describe (taken);
  g_assert_nonnull (strstr (words, "1 thing to decide"));
  g_assert_true (commons_document_get_modified (self->document));

  for (int choice = 0; choice < 3; choice++)
    {
      decide (self, choice);
      g_assert_cmpstr (get_text (self, "a"), ==, results[choice]);
      commons_change_set_unref (commons_history_undo (history));
    }
}

/* A card deleted there and changed here stays until it is decided. */
static void
test_deleted_there (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (CommonsTakeUp) taken = NULL;

  set_text (self, "a", "Ours");
  put (self->path, WITHOUT_A);
  taken = take_up (self);
  g_assert_cmpuint (taken->n_conflicts, ==, 1);
  g_assert_cmpstr (get_text (self, "a"), ==, "Ours");
  decide (self, 1);
  g_assert_null (get_text (self, "a"));
}

/* Looks several times, while nothing may be told. */
static void
expect_quiet (Fixture *self)
{
  guint n = self->n_changes;

  for (guint i = 0; i < 3; i++)
    {
      commons_elsewhere_look (self->elsewhere);
      g_assert_true (read_now (self));
    }
  g_assert_true (is_same (self));
  g_assert_cmpuint (self->n_changes, ==, n);
}

static void
test_touch (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  put_time (self->path);
  expect_quiet (self);

  /* Nor is it a conflict for saving. */
  set_text (self, "a", "Ours");
  g_assert_true (save (self, FALSE, &error));
  g_assert_no_error (error);
  expect_quiet (self);

  /* The same words in another file of that name. */
  g_assert_true (g_file_get_contents (self->path, &words, NULL, NULL));
  put (self->path, words);
  expect_quiet (self);
}

static gboolean
has_other (Fixture *self)
{
  g_autoptr (CommonsTakeUp) taken = NULL;

  if (!is_changed (self))
    return FALSE;
  taken = commons_elsewhere_take_up (self->elsewhere);

  return get_x (self, "a") == 24;
}

/* Sync tools write a file beside, take the old one away, and give its name. */
static void
test_replaced (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *beside = g_strconcat (self->path, ".part", NULL);
  g_autofree char *away = g_strconcat (self->path, ".old", NULL);

  put (beside, ONE_MOVED);
  g_assert_cmpint (g_rename (self->path, away), ==, 0);
  g_assert_cmpint (g_rename (beside, self->path), ==, 0);
  wait_for (has_other, self);

  /* And again, over it. */
  put (beside, ONE);
  g_assert_cmpint (g_rename (beside, self->path), ==, 0);
  wait_for (is_changed, self);
}

static void
test_half_written (Fixture       *self,
                   gconstpointer  data)
{
  static const char * const broken[] = {
    "", "   \n", "{\n\t\"commons\":{\"format\":1,\"ti", "no board at all", "[1,2,3]", NEWER,
  };
  g_autoptr (GBytes) before = NULL;
  g_autofree char *half = g_strndup (ONE_MOVED, strlen (ONE_MOVED) / 2);

  set_text (self, "b", "Ours");
  before = write_out (self);

  for (guint i = 0; i <= G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) now = NULL;
      g_autoptr (GError) error = NULL;

      put_in_place (self->path, i < G_N_ELEMENTS (broken) ? broken[i] : half);
      wait_for (is_unreadable, self);
      g_assert_nonnull (commons_elsewhere_get_error (self->elsewhere));
      g_assert_null (commons_elsewhere_take_up (self->elsewhere));
      now = write_out (self);
      g_assert_true (g_bytes_equal (before, now));
      g_assert_true (commons_document_get_modified (self->document));

      /* Saving does not go over it without being asked to. */
      g_assert_false (save (self, FALSE, &error));
      g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_CONFLICT);

      put_in_place (self->path, ONE);
      wait_for (is_same, self);
    }

  put_in_place (self->path, ONE_MOVED);
  wait_for (has_other, self);
  g_assert_cmpstr (get_text (self, "b"), ==, "Ours");
}

static void
test_deleted (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *found = NULL;

  g_assert_cmpint (g_remove (self->path), ==, 0);
  wait_for (is_gone, self);
  g_assert_true (commons_document_get_modified (self->document));
  g_assert_cmpstr (get_text (self, "a"), ==, "One");

  /* It comes back as it was. */
  put (self->path, ONE);
  wait_for (is_same, self);
  g_assert_false (commons_document_get_modified (self->document));

  /* It is moved, and saving brings it back. */
  g_assert_cmpint (g_remove (self->path), ==, 0);
  wait_for (is_gone, self);
  g_assert_true (save (self, FALSE, NULL));
  g_assert_true (g_file_get_contents (self->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, ONE);
  g_assert_true (is_same (self));
  g_assert_false (commons_document_get_modified (self->document));
}

/* It comes back as another one: nothing of ours is in the way. */
static void
test_deleted_then_other (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (CommonsTakeUp) taken = NULL;

  g_assert_cmpint (g_remove (self->path), ==, 0);
  wait_for (is_gone, self);
  put (self->path, ONE_MOVED);
  taken = take_up (self);
  g_assert_false (taken->merged);
  g_assert_false (commons_document_get_modified (self->document));
}

static void
test_own_saves (Fixture       *self,
                gconstpointer  data)
{
  guint n = self->n_changes;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("Text %u", i);

      set_text (self, "a", text);
      g_assert_true (save (self, FALSE, NULL));
      g_main_context_iteration (NULL, FALSE);
    }
  expect_quiet (self);
  g_assert_cmpuint (self->n_changes, ==, n);
}

/* Written right after the board was read, with as many letters, at a time that
 * the disk takes for the same. */
static void
test_coarse_time (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *words = g_strdup (ONE);
  int fd = g_open (self->path, O_WRONLY, 0600);
  g_autoptr (GFileInfo) info = g_file_query_info (self->file, "time::modified,time::modified-usec",
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  *strstr (words, "Two") = 'S';
  g_assert_cmpint (write (fd, words, strlen (words)), ==, (gssize) strlen (words));
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_attributes_from_info (self->file, info, G_FILE_QUERY_INFO_NONE, NULL, NULL));
  wait_for (is_changed, self);
}

/* What a link leads to is written in another folder. */
static void
test_symlink (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.commons", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "other", NULL);
  g_autofree char *target = g_build_filename (folder, "target.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put (target, ONE);
  g_assert_cmpint (symlink (target, link), ==, 0);
  open_file (self, file);
  g_assert_true (read_now (self));

  put (target, ONE_MOVED);
  wait_for (has_other, self);
  set_text (self, "b", "Ours");
  g_assert_true (save (self, FALSE, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  expect_quiet (self);

  put_in_place (target, ONE);
  wait_for (is_changed, self);
  g_remove (target);
  g_rmdir (folder);
}

/* Another file is followed from now on, and the first no more. */
static void
test_save_as (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "second.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  commons_document_save_async (self->document, file, TRUE, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (commons_document_save_finish (self->document, result, NULL));

  g_assert_cmpint (g_remove (self->path), ==, 0);
  expect_quiet (self);
  put (path, ONE_MOVED);
  wait_for (has_other, self);
}

/* While a save is under way nothing is taken up; after it, all is. */
static void
test_while_saving (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  put (self->path, ONE_MOVED);
  wait_for (is_changed, self);
  set_text (self, "b", "Ours");
  commons_document_save_async (self->document, NULL, FALSE, NULL, done_cb, &result);
  g_assert_null (commons_elsewhere_take_up (self->elsewhere));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (commons_document_save_finish (self->document, result, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_CONFLICT);
  wait_for (has_other, self);
  g_assert_cmpstr (get_text (self, "b"), ==, "Ours");
  g_assert_true (save (self, FALSE, NULL));
}

/* How their file spells a number is kept, and undo spells as ours did. */
static void
test_numbers (Fixture       *self,
              gconstpointer  data)
{
  static const char text[] = BOARD ("{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":204,\"height\":62,"
                                    "\"text\":\"One\",\"odd\":0.10},\n\t\t" CARD ("b", "300", "Two"));
  g_autoptr (CommonsTakeUp) taken = NULL;
  g_autoptr (GBytes) after = NULL;

  put (self->path, text);
  taken = take_up (self);
  after = write_out (self);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), text, strlen (text));
}

/* Of a board that comes from a draft it is not always known what the file held;
 * as long as the file is in the state of then, it still does. */
static void
test_unknown_base (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (CommonsTakeUp) taken = NULL;

  set_text (self, "b", "Ours");
  _commons_document_set_saved (self->document, NULL);
  expect_quiet (self);
  g_assert_nonnull (commons_document_get_saved_bytes (self->document));

  put (self->path, ONE_MOVED);
  taken = take_up (self);
  g_assert_cmpuint (taken->n_conflicts, ==, 0);
  g_assert_cmpstr (get_text (self, "b"), ==, "Ours");
}

/* When it is not, nothing of both sides is lost. */
static void
test_lost_base (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CommonsTakeUp) taken = NULL;

  set_text (self, "a", "Ours");
  put (self->path, ONE_NAMED);
  _commons_document_set_saved (self->document, NULL);
  _commons_document_set_file (self->document, self->file, "");
  g_assert_true (read_now (self));
  taken = commons_elsewhere_take_up (self->elsewhere);
  g_assert_cmpuint (taken->n_conflicts, ==, 1);
  g_assert_cmpstr (get_text (self, "a"), ==, "Ours");
  decide (self, 1);
  g_assert_cmpstr (get_text (self, "a"), ==, "Theirs");
}

/* ---- Random edits on both sides ------------------------------------------ */

static char *
random_node (CommonsBoard *board)
{
  guint n = commons_board_get_n_nodes (board);

  return n > 0 ? g_strdup (commons_record_get_id (commons_board_get_node
                                                    (board, (guint) g_test_rand_int_range (0, (gint32) n)))) : NULL;
}

static void
random_edit (CommonsEditor *editor)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autofree char *id = random_node (board);
  g_autofree char *text = g_strdup_printf ("Text %d", g_test_rand_int_range (0, 50));
  CommonsRect bounds = { g_test_rand_int_range (0, 90) * 12, g_test_rand_int_range (0, 90) * 12, 204, 62 };
  const CommonsKind *rule = commons_catalogue_get_kind (commons_catalogue_get ("en"), "rule");
  int what = id == NULL ? 0 : g_test_rand_int_range (0, 6);
  g_autoptr (CommonsRecord) record = NULL;

  if (what == 0)
    record = commons_card_new (rule, &bounds, text);
  else if (what <= 2)
    record = commons_record_with_text (commons_board_lookup (board, id), text);
  else if (what == 3)
    record = commons_record_with_bounds (commons_board_lookup (board, id), &bounds);

  commons_editor_begin (editor, "Edit", NULL);
  if (what == 0)
    commons_editor_add (editor, record);
  else if (record != NULL)
    commons_editor_set (editor, record);
  else if (what == 4)
    commons_editor_remove (editor, id);
  else
    commons_editor_reorder (editor, id, (guint) g_test_rand_int_range (0, 9));
  commons_editor_commit (editor);
}

/* All that both boards say, merged once more without a window. */
static GBytes *
merge_apart (GBytes       *base_bytes,
             CommonsBoard *ours,
             CommonsBoard *theirs)
{
  g_autoptr (CommonsBoard) base = commons_reader_read (base_bytes, NULL, NULL);
  g_autoptr (CommonsMerge) merge = commons_merge_new (base, ours, theirs);
  g_autoptr (CommonsBoard) merged = commons_merge_make_board (merge);

  return commons_writer_write_full (merged, commons_writer_get_flags_for_name ("board.commons"));
}

static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  CommonsHistory *history = commons_document_get_history (self->document);
  CommonsBoard *board = commons_document_get_board (self->document);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (CommonsBoard) theirs = commons_reader_read (commons_document_get_saved_bytes (self->document), NULL, NULL);
      g_autoptr (CommonsEditor) their_editor = commons_editor_new (theirs);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) expected = NULL;
      g_autoptr (GBytes) their_bytes = NULL;
      g_autoptr (CommonsTakeUp) taken = NULL;
      gboolean ours = round % 4 != 0;

      for (int i = g_test_rand_int_range (0, 6); i >= 0; i--)
        {
          if (ours)
            random_edit (commons_document_get_editor (self->document));
          random_edit (their_editor);
        }
      their_bytes = commons_writer_write_full (theirs, commons_writer_get_flags_for_name ("board.commons"));
      before = write_out (self);
      expected = merge_apart (commons_document_get_saved_bytes (self->document), board, theirs);
      put (self->path, g_bytes_get_data (their_bytes, NULL));
      g_assert_true (read_now (self));
      taken = commons_elsewhere_take_up (self->elsewhere);
      if (taken != NULL)
        {
          g_autoptr (GBytes) after = write_out (self);

          g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after),
                           g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
          g_assert_cmpint (commons_document_get_modified (self->document), ==,
                           !g_bytes_equal (after, their_bytes));
        }
      if (taken != NULL && taken->changed)
        {
          g_autoptr (GBytes) undone = NULL;

          commons_change_set_unref (commons_history_undo (history));
          undone = write_out (self);
          g_assert_true (g_bytes_equal (before, undone));
          commons_change_set_unref (commons_history_redo (history));
        }
      g_assert_true (save (self, FALSE, NULL));
    }
}

/* ---- The watch alone ----------------------------------------------------- */

static gboolean
watch_sees (CommonsFileWatch *watch,
            CommonsFileState  state)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (commons_file_watch_get_state (watch) != state)
    {
      if (g_get_monotonic_time () > deadline)
        return FALSE;
      g_main_context_iteration (NULL, FALSE);
    }

  return TRUE;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Of two hundred writes in a row few are told, and the last one is. */
static void
test_burst (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (CommonsFileWatch) watch = commons_file_watch_new (self->file, NULL);
  guint n = 0;

  commons_file_watch_set_delays (watch, 50, 150, 60000);
  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_cb), &n);
  commons_file_watch_look (watch);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      put_in_place (self->path, text);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (watch_sees (watch, COMMONS_FILE_OTHER));
  g_assert_cmpuint (n, <, 50);
}

/* A file need not be there yet. */
static void
test_watch_missing (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "later.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CommonsFileWatch) watch = commons_file_watch_new (file, NULL);

  commons_file_watch_set_delays (watch, 20, 100, 60000);
  g_assert_true (watch_sees (watch, COMMONS_FILE_GONE));
  put (path, "x");
  g_assert_true (watch_sees (watch, COMMONS_FILE_SAME));
}

#define ADD(path, test) g_test_add ("/elsewhere/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("reload", test_reload);
  ADD ("merge", test_merge);
  ADD ("same-change", test_same_change);
  ADD ("conflict", test_conflict);
  ADD ("deleted-there", test_deleted_there);
  ADD ("touch", test_touch);
  ADD ("replaced", test_replaced);
  ADD ("half-written", test_half_written);
  ADD ("deleted", test_deleted);
  ADD ("deleted-then-other", test_deleted_then_other);
  ADD ("own-saves", test_own_saves);
  ADD ("coarse-time", test_coarse_time);
  ADD ("symlink", test_symlink);
  ADD ("save-as", test_save_as);
  ADD ("while-saving", test_while_saving);
  ADD ("numbers", test_numbers);
  ADD ("unknown-base", test_unknown_base);
  ADD ("lost-base", test_lost_base);
  ADD ("random", test_random);
  ADD ("burst", test_burst);
  ADD ("watch-missing", test_watch_missing);

  return g_test_run ();
}
