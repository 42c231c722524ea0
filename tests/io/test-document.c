/* test-document.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-document.h"

static const char good[] =
  "{\n"
  "\t\"commons\":{\"format\":1,\"title\":\"Wells\"},\n"
  "\t\"nodes\":[\n"
  "\t\t{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":204,\"height\":62,\"text\":\"One\",\"odd\":0.10}\n"
  "\t],\n"
  "\t\"edges\":[]\n"
  "}\n";

typedef struct
{
  char            *folder;
  char            *path;
  GFile           *file;
  CommonsDocument *document;
  guint            n_waiting;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("commons-document-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "board.commons", NULL);
  self->file = g_file_new_for_path (self->path);
  self->document = commons_document_new ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (self->document);
  g_object_unref (self->file);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
put (const char *path,
     const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Another time of change for sure, whatever the clock of the disk. */
static void
put_elsewhen (GFile      *file,
              const char *text)
{
  put (g_file_peek_path (file), text);
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000000000,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static void
got_result_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
load (Fixture  *self,
      GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  commons_document_load_async (self->document, self->file, NULL, got_result_cb, &result);
  g_assert_true (commons_document_get_busy (self->document));
  wait_for (&result);
  g_assert_false (commons_document_get_busy (self->document));

  return commons_document_load_finish (self->document, result, error);
}

static gboolean
save (Fixture   *self,
      GFile     *file,
      gboolean   overwrite,
      GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  commons_document_save_async (self->document, file, overwrite, NULL, got_result_cb, &result);
  wait_for (&result);
  g_assert_false (commons_document_get_busy (self->document));

  return commons_document_save_finish (self->document, result, error);
}

static void
set_title (CommonsDocument *document,
           const char      *title)
{
  CommonsEditor *editor = commons_document_get_editor (document);
  CommonsBoard *board = commons_document_get_board (document);
  g_autoptr(CommonsRecord) head = NULL;

  head = commons_record_with_string (commons_board_get_head (board), "commons/title", title);
  commons_editor_begin (editor, "Title", NULL);
  commons_editor_set (editor, head);
  g_assert_true (commons_editor_commit (editor));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  *n += 1;
}

static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  g_assert_null (commons_document_get_file (self->document));
  g_assert_cmpstr (commons_document_get_title (self->document), ==, "Untitled Board");
  g_assert_false (commons_document_get_modified (self->document));
  g_assert_false (commons_document_get_read_only (self->document));
  g_assert_null (commons_document_get_error (self->document));
  g_assert_cmpuint (commons_document_get_warnings (self->document)->len, ==, 0);
}

static void
test_load_and_save (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  CommonsBoard *before = commons_document_get_board (self->document);
  guint n_board = 0;
  guint n_title = 0;

  g_signal_connect (self->document, "notify::board", G_CALLBACK (count_cb), &n_board);
  g_signal_connect (self->document, "notify::title", G_CALLBACK (count_cb), &n_title);

  put (self->path, good);
  g_assert_true (load (self, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_board, ==, 1);
  g_assert_cmpuint (n_title, ==, 1);
  g_assert_true (commons_document_get_board (self->document) != before);
  g_assert_true (g_file_equal (commons_document_get_file (self->document), self->file));
  g_assert_nonnull (commons_document_get_etag (self->document));
  g_assert_cmpstr (commons_document_get_title (self->document), ==, "Wells");
  g_assert_false (commons_document_get_modified (self->document));

  g_assert_true (save (self, NULL, FALSE, &error));
  g_assert_no_error (error);
  assert_holds (self->path, good);

  /* Its own new state is no conflict. */
  g_assert_true (save (self, NULL, FALSE, &error));
  g_assert_no_error (error);
}

static void
note_saved_cb (CommonsDocument *document,
               guint           *n_saved)
{
  /* Whoever hears of it finds all of it told. */
  g_assert_false (commons_document_get_modified (document));
  g_assert_nonnull (commons_document_get_saved_bytes (document));
  (*n_saved)++;
}

static void
assert_saved (Fixture    *self,
              const char *path)
{
  GBytes *bytes = commons_document_get_saved_bytes (self->document);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  assert_holds (path, text);
}

static void
test_saved_bytes (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(CommonsBoard) other = commons_board_new ();
  g_autoptr(GError) error = NULL;
  guint n_saved = 0;

  g_signal_connect (self->document, "saved", G_CALLBACK (note_saved_cb), &n_saved);
  g_assert_null (commons_document_get_saved_bytes (self->document));

  put (self->path, good);
  g_assert_true (load (self, NULL));
  assert_saved (self, self->path);
  g_assert_cmpuint (n_saved, ==, 0);

  set_title (self->document, "Springs");
  assert_saved (self, self->path);
  g_assert_true (save (self, NULL, FALSE, NULL));
  assert_saved (self, self->path);
  g_assert_cmpuint (n_saved, ==, 1);

  set_title (self->document, "Rain");
  put_elsewhen (self->file, "{}");
  g_assert_false (save (self, NULL, FALSE, &error));
  g_assert_cmpuint (n_saved, ==, 1);
  g_assert_cmpuint (g_bytes_get_size (commons_document_get_saved_bytes (self->document)), >, 2);

  commons_document_show_board (self->document, other);
  g_assert_null (commons_document_get_saved_bytes (self->document));
}

static void
test_modified (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_modified = 0;

  put (self->path, good);
  g_assert_true (load (self, &error));
  g_signal_connect (self->document, "notify::modified", G_CALLBACK (count_cb), &n_modified);

  set_title (self->document, "Deep wells");
  g_assert_true (commons_document_get_modified (self->document));
  g_assert_cmpuint (n_modified, ==, 1);
  g_assert_cmpstr (commons_document_get_title (self->document), ==, "Deep wells");

  g_assert_true (save (self, NULL, FALSE, &error));
  g_assert_false (commons_document_get_modified (self->document));
  g_assert_cmpuint (n_modified, ==, 2);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"title\":\"Deep wells\""));

  commons_change_set_unref (commons_history_undo (commons_document_get_history (self->document)));
  g_assert_true (commons_document_get_modified (self->document));
  g_assert_cmpstr (commons_document_get_title (self->document), ==, "Wells");
}

/* What changes while the worker writes is not counted as saved. */
static void
test_change_while_saving (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *text = NULL;

  set_title (self->document, "First");
  commons_document_save_async (self->document, self->file, FALSE, NULL, got_result_cb, &result);
  set_title (self->document, "Second");
  wait_for (&result);

  g_assert_true (commons_document_save_finish (self->document, result, NULL));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "First"));
  g_assert_true (commons_document_get_modified (self->document));
}

static void
test_save_as (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "Other name.commons", NULL);
  g_autoptr(GFile) other = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_false (save (self, NULL, FALSE, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_NO_FILE);
  g_clear_error (&error);

  g_assert_true (save (self, other, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (commons_document_get_file (self->document), other));
  g_assert_cmpstr (commons_document_get_title (self->document), ==, "Other name");
}

static void
test_failed_save_keeps_file (Fixture       *self,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "no", "folder", NULL);
  g_autoptr(GFile) nowhere = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  put (self->path, good);
  g_assert_true (load (self, NULL));
  set_title (self->document, "Changed");

  g_assert_false (save (self, nowhere, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (commons_document_get_modified (self->document));
  g_assert_true (g_file_equal (commons_document_get_file (self->document), self->file));
  assert_holds (self->path, good);
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  put (self->path, good);
  g_assert_true (load (self, NULL));
  put_elsewhen (self->file, "{}");
  set_title (self->document, "Mine");

  g_assert_false (save (self, NULL, FALSE, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_CONFLICT);
  assert_holds (self->path, "{}");
  g_assert_true (commons_document_get_modified (self->document));

  g_assert_true (save (self, NULL, TRUE, NULL));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Mine"));
}

static void
test_bad_file (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (self->folder, "link.commons", NULL);
  g_autofree char *copy_path = g_build_filename (self->folder, "copy.commons", NULL);
  g_autoptr(GFile) link = g_file_new_for_path (link_path);
  g_autoptr(GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr(GError) error = NULL;
  guint n_error = 0;

  g_signal_connect (self->document, "notify::error", G_CALLBACK (count_cb), &n_error);
  put (self->path, "{\n \"nodes\":[ }");
  g_assert_cmpint (symlink ("board.commons", link_path), ==, 0);

  g_assert_false (load (self, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_SYNTAX);
  g_assert_cmpuint (n_error, ==, 1);
  g_assert_error (commons_document_get_error (self->document), COMMONS_IO_ERROR, COMMONS_IO_ERROR_SYNTAX);
  g_assert_true (g_file_equal (commons_document_get_file (self->document), self->file));
  g_clear_error (&error);

  /* Nothing is written over it, not even on purpose or by another name. */
  g_assert_false (save (self, NULL, TRUE, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (save (self, link, TRUE, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_holds (self->path, "{\n \"nodes\":[ }");

  g_assert_true (save (self, copy, FALSE, &error));
  g_assert_null (commons_document_get_error (self->document));

  /* Once it is mended, it opens. */
  put (self->path, good);
  g_assert_true (load (self, &error));
  g_assert_no_error (error);
}

static void
test_wrong_types (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  put (self->path, "{\"nodes\":3}");
  g_assert_false (load (self, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_FORMAT);
  g_assert_nonnull (commons_document_get_error (self->document));
}

static void
test_failed_reload (Fixture       *self,
                    gconstpointer  data)
{
  CommonsBoard *board;

  put (self->path, good);
  g_assert_true (load (self, NULL));
  board = commons_document_get_board (self->document);

  put (self->path, "");
  g_assert_false (load (self, NULL));
  g_assert_true (commons_document_get_board (self->document) == board);
  g_assert_error (commons_document_get_error (self->document), COMMONS_IO_ERROR, COMMONS_IO_ERROR_EMPTY);
}

static void
test_missing_file (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (load (self, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_newer_file (Fixture       *self,
                 gconstpointer  data)
{
  static const char newer[] = "{\"commons\":{\"format\":7,\"title\":\"Later\"}}";
  g_autofree char *copy_path = g_build_filename (self->folder, "copy.commons", NULL);
  g_autoptr(GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  put (self->path, newer);
  g_assert_true (load (self, NULL));
  g_assert_true (commons_document_get_read_only (self->document));
  g_assert_true (commons_document_get_newer (self->document));

  g_assert_false (save (self, NULL, TRUE, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY);
  assert_holds (self->path, newer);

  g_assert_true (save (self, copy, FALSE, NULL));
  g_assert_true (g_file_get_contents (copy_path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"format\":7"));
}

static void
test_write_protected (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is write-protected for the administrator");
      return;
    }

  put (self->path, good);
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
  g_assert_true (load (self, NULL));
  g_assert_true (commons_document_get_read_only (self->document));
  g_assert_false (save (self, NULL, TRUE, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY);
}

static void
test_warnings (Fixture       *self,
               gconstpointer  data)
{
  put (self->path, "{\"edges\":[{\"id\":\"e\",\"fromNode\":\"gone\",\"toNode\":\"lost\"}]}");
  g_assert_true (load (self, NULL));
  g_assert_cmpuint (commons_document_get_warnings (self->document)->len, ==, 1);
}

static void
count_saved_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Fixture *self = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_true (commons_document_save_finish (COMMONS_DOCUMENT (object), result, &error));
  g_assert_no_error (error);
  self->n_waiting--;
}

/* Saves in a row follow each other; the last one tells the last state. */
static void
test_saves_in_a_row (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *text = NULL;

  for (self->n_waiting = 0; self->n_waiting < 5; self->n_waiting++)
    {
      g_autofree char *title = g_strdup_printf ("Save %u", self->n_waiting);

      set_title (self->document, title);
      commons_document_save_async (self->document, self->n_waiting == 0 ? self->file : NULL,
                                   FALSE, NULL, count_saved_cb, self);
    }

  while (self->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (commons_document_get_busy (self->document));
  g_assert_false (commons_document_get_modified (self->document));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Save 4"));
}

static void
test_busy (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GAsyncResult) third = NULL;
  g_autoptr(GError) error = NULL;

  put (self->path, good);
  commons_document_load_async (self->document, self->file, NULL, got_result_cb, &first);
  commons_document_load_async (self->document, self->file, NULL, got_result_cb, &second);
  commons_document_save_async (self->document, self->file, FALSE, NULL, got_result_cb, &third);
  wait_for (&first);
  wait_for (&second);
  wait_for (&third);

  g_assert_true (commons_document_load_finish (self->document, first, NULL));
  g_assert_false (commons_document_load_finish (self->document, second, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (commons_document_save_finish (self->document, third, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_BUSY);
  assert_holds (self->path, good);
}

static void
test_cancelled_load (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  put (self->path, good);
  g_cancellable_cancel (cancellable);
  commons_document_load_async (self->document, self->file, cancellable, got_result_cb, &result);
  wait_for (&result);

  g_assert_false (commons_document_load_finish (self->document, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (commons_document_get_error (self->document));
  g_assert_null (commons_document_get_file (self->document));
}

static void
test_foreign (Fixture       *self,
              gconstpointer  data)
{
  static const char foreign[] = "{\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n";
  g_autofree char *canvas_path = g_build_filename (self->folder, "their.canvas", NULL);
  g_autoptr(GFile) canvas = g_file_new_for_path (canvas_path);
  g_autofree char *text = NULL;

  put (self->path, foreign);
  g_assert_true (load (self, NULL));
  g_assert_true (save (self, canvas, FALSE, NULL));
  assert_holds (canvas_path, foreign);

  g_assert_true (save (self, self->file, FALSE, NULL));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"commons\":{\"format\":1}"));
}

static void
test_templates (Fixture       *self,
                gconstpointer  data)
{
  static const char * const names[] = { "blank", "governance", "economic", "argument", "business-model" };
  static const char * const languages[] = { "fr", "en", "de" };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autoptr(GBytes) bytes = commons_document_read_template (names[i], languages[j], &error);
          g_autoptr(CommonsDocument) document = NULL;

          g_assert_no_error (error);
          document = commons_document_new_from_template (names[i], languages[j], NULL, &error);
          g_assert_no_error (error);
          g_assert_false (commons_document_get_modified (document));
        }
    }
}

static void
test_template_title (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(CommonsDocument) document = NULL;
  CommonsBoard *board;

  document = commons_document_new_from_template ("governance", "fr", "Le puits", NULL);
  board = commons_document_get_board (document);
  g_assert_cmpstr (commons_document_get_title (document), ==, "Le puits");
  g_assert_cmpstr (commons_board_get_language (board), ==, "fr");
  g_assert_cmpuint (commons_board_get_n_nodes (board), >, 3);
}

static void
test_no_template (Fixture       *self,
                  gconstpointer  data)
{
  static const char * const names[] = { "", "unheard-of", "../kinds.json", "Blank", "blank.fr" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (commons_document_read_template (names[i], "fr", &error));
      g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_NO_TEMPLATE);
    }
}

/* No error is told by its number or by the system's words alone. */
static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  for (int code = COMMONS_IO_ERROR_SYNTAX; code <= COMMONS_IO_ERROR_NO_TEMPLATE; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (COMMONS_IO_ERROR, code, "What happened");
      g_autofree char *words = commons_document_describe_error (error);

      g_assert_true (g_str_has_prefix (words, "What happened"));
    }

  for (int code = G_IO_ERROR_FAILED; code <= G_IO_ERROR_CONNECTION_CLOSED; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, code, "What happened");
      g_autofree char *words = commons_document_describe_error (error);

      g_assert_cmpuint (strlen (words), >, strlen ("What happened") + 10);
      g_assert_true (g_str_has_suffix (words, "."));
    }
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/io/document/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("new", test_new);
  add ("load-and-save", test_load_and_save);
  add ("saved-bytes", test_saved_bytes);
  add ("modified", test_modified);
  add ("change-while-saving", test_change_while_saving);
  add ("save-as", test_save_as);
  add ("failed-save-keeps-file", test_failed_save_keeps_file);
  add ("conflict", test_conflict);
  add ("bad-file", test_bad_file);
  add ("wrong-types", test_wrong_types);
  add ("failed-reload", test_failed_reload);
  add ("missing-file", test_missing_file);
  add ("newer-file", test_newer_file);
  add ("write-protected", test_write_protected);
  add ("warnings", test_warnings);
  add ("saves-in-a-row", test_saves_in_a_row);
  add ("busy", test_busy);
  add ("cancelled-load", test_cancelled_load);
  add ("foreign", test_foreign);
  add ("templates", test_templates);
  add ("template-title", test_template_title);
  add ("no-template", test_no_template);
  add ("words", test_words);

  return g_test_run ();
}
