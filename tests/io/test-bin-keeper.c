/* test-bin-keeper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "commons-bin-file.h"
#include "commons-bin-keeper.h"
#include "commons-kept.h"
#include "test-folder.h"

#define CARD(id, x) "{\"id\":\"" id "\",\"type\":\"text\",\"x\":" x ",\"y\":0,\"width\":100,\"height\":60," \
                    "\"text\":\"Card " id "\\nmore\",\"odd\":{\"kept\":[1.50,null,true]}}"
#define BOARD "{\"nodes\":[" CARD ("a", "0") "," CARD ("b", "200") "," CARD ("c", "400") "],\"edges\":[" \
              "{\"id\":\"ab\",\"fromNode\":\"a\",\"toNode\":\"b\"}]}"

typedef struct
{
  char             *root;
  char             *kept;
  char             *bin;
  GFile            *file;
  CommonsDocument  *document;
  CommonsBinKeeper *keeper;
} Fixture;

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
open_file (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  commons_document_load_async (self->document, self->file, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  commons_document_load_finish (self->document, result, &error);
  g_assert_no_error (error);
}

static void
start (Fixture *self)
{
  self->document = commons_document_new ();
  self->keeper = commons_bin_keeper_new (self->document, self->kept);
  commons_bin_keeper_set_delays (self->keeper, 10, 50);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  self->root = g_dir_make_tmp ("commons-bin-XXXXXX", NULL);
  self->kept = g_build_filename (self->root, "boards", NULL);
  path = g_build_filename (self->root, "board.canvas", NULL);
  g_assert_true (g_file_set_contents (path, BOARD, -1, NULL));
  self->file = g_file_new_for_path (path);
  folder = commons_kept_get_folder (self->kept, self->file);
  self->bin = g_build_filename (folder, "deleted", NULL);
  start (self);
  open_file (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->keeper);
  g_clear_object (&self->document);
  g_object_unref (self->file);
  test_remove_tree (self->root);
  g_free (self->bin);
  g_free (self->kept);
  g_free (self->root);
}

static void
restart (Fixture *self)
{
  g_clear_object (&self->keeper);
  g_clear_object (&self->document);
  start (self);
  open_file (self);
}

static void
remove_card (Fixture    *self,
             const char *id)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);

  commons_editor_begin (editor, "Remove", NULL);
  commons_editor_remove (editor, id);
  commons_editor_commit (editor);
}

/* Turns the main loop until the file is there, ten seconds at most. */
static void
wait_for_file (const char *path)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static GPtrArray *
list (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  commons_bin_keeper_list_async (self->keeper, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  items = commons_bin_keeper_list_finish (self->keeper, result, &error);
  g_assert_no_error (error);

  return items;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 ((*(CommonsBinItem *const *) a)->id, (*(CommonsBinItem *const *) b)->id);
}

static void
assert_listed (Fixture    *self,
               const char *expected)
{
  g_autoptr (GPtrArray) items = list (self);
  g_autoptr (GString) said = g_string_new (NULL);

  g_ptr_array_sort (items, compare_ids);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? " " : "", ((CommonsBinItem *) g_ptr_array_index (items, i))->id);
  g_assert_cmpstr (said->str, ==, expected);
}

static char *
write_board (Fixture *self)
{
  g_autoptr (GBytes) bytes = commons_writer_write (commons_document_get_board (self->document));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
put_back (Fixture    *self,
          const char *words)
{
  g_auto (GStrv) list_of_ids = g_strsplit (words, " ", -1);
  CommonsEditor *editor = commons_document_get_editor (self->document);
  g_autoptr (GPtrArray) items = list (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GPtrArray) back = NULL;

  for (guint i = 0; list_of_ids[i] != NULL; i++)
    g_ptr_array_add (ids, list_of_ids[i]);
  plan = commons_bin_plan (items, ids, commons_document_get_board (self->document));
  for (guint i = 0; i < plan->len; i++)
    commons_bin_file_read_record (g_ptr_array_index (plan, i));

  commons_editor_begin (editor, "Restore", NULL);
  back = commons_bin_put_back (plan, items, editor);
  commons_editor_commit (editor);
}

static void
save (Fixture *self,
      GFile   *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  commons_document_save_async (self->document, file, TRUE, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  commons_document_save_finish (self->document, result, &error);
  g_assert_no_error (error);
}

/* What was removed is found again after the program ended, whatever the file
 * says by then. */
static void
test_restart (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *before = write_board (self);
  g_autofree char *after = NULL;

  remove_card (self, "b");
  wait_for_file (self->bin);
  save (self, NULL);
  restart (self);
  assert_listed (self, "ab b");
  put_back (self, "b");
  after = write_board (self);
  g_assert_cmpstr (after, ==, before);

  /* The file does not have it yet. */
  restart (self);
  assert_listed (self, "ab b");
}

static void
test_at_once (Fixture       *self,
              gconstpointer  data)
{
  commons_bin_keeper_set_delays (self->keeper, 60000, 60000);
  remove_card (self, "b");
  assert_listed (self, "ab b");
  g_assert_false (g_file_test (self->bin, G_FILE_TEST_EXISTS));
  commons_bin_keeper_flush (self->keeper);
  g_assert_true (g_file_test (self->bin, G_FILE_TEST_EXISTS));
  restart (self);
  assert_listed (self, "ab b");
}

/* Kept in memory until there is a file, and from then on there. */
static void
test_without_file (Fixture       *self,
                   gconstpointer  data)
{
  const CommonsRect bounds = { 0, 0, 100, 60 };
  g_autoptr (CommonsRecord) card = commons_record_new_card ("rule", FALSE, &bounds, "Answer");
  CommonsEditor *editor;

  g_clear_object (&self->keeper);
  g_clear_object (&self->document);
  start (self);
  editor = commons_document_get_editor (self->document);
  commons_editor_begin (editor, "Add", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
  remove_card (self, commons_record_get_id (card));
  assert_listed (self, commons_record_get_id (card));
  commons_bin_keeper_flush (self->keeper);
  g_assert_false (g_file_test (self->bin, G_FILE_TEST_EXISTS));

  save (self, self->file);
  wait_for_file (self->bin);
  restart (self);
  assert_listed (self, commons_record_get_id (card));
}

static void
test_other_board (Fixture       *self,
                  gconstpointer  data)
{
  remove_card (self, "a");
  open_file (self);
  assert_listed (self, "a ab");
  remove_card (self, "c");
  assert_listed (self, "a ab c");
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  remove_card (self, "a");
  commons_bin_keeper_flush (self->keeper);
  remove_card (self, "b");
  g_assert_true (commons_bin_keeper_empty (self->keeper, &error));
  g_assert_no_error (error);
  assert_listed (self, "");
  remove_card (self, "c");
  commons_bin_keeper_flush (self->keeper);
  restart (self);
  assert_listed (self, "c");
}

/* Another program had not written yet what this one was told to delete. */
static void
test_two_programs (Fixture       *self,
                   gconstpointer  data)
{
  Fixture other = *self;

  start (&other);
  open_file (&other);
  commons_bin_keeper_set_delays (other.keeper, 60000, 60000);
  commons_bin_keeper_set_delays (self->keeper, 60000, 60000);
  remove_card (&other, "a");
  remove_card (self, "b");
  commons_bin_keeper_flush (self->keeper);
  commons_bin_keeper_flush (other.keeper);
  assert_listed (self, "a ab b");
  assert_listed (&other, "a ab b");

  remove_card (&other, "c");
  g_assert_true (commons_bin_keeper_empty (self->keeper, NULL));
  commons_bin_keeper_flush (other.keeper);
  assert_listed (self, "");

  g_clear_object (&other.keeper);
  g_clear_object (&other.document);
}

static void
write_bin (Fixture    *self,
           const char *text)
{
  g_autofree char *folder = g_path_get_dirname (self->bin);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (self->bin, text, -1, NULL));
}

#define HEAD "{\"commons-bin\":1,\"emptied\":5}\n"
#define LINE(id, removed) "{\"table\":\"nodes\",\"removed\":" removed ",\"below\":\"a\",\"position\":1,\"record\":" \
                          CARD (id, "0") "}\n"

/* Damage to one line hides no other, and no line is believed. */
static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *text = NULL;

  write_bin (self, "");
  assert_listed (self, "");
  write_bin (self, "no\nnothing\n");
  assert_listed (self, "");

  text = g_strconcat (HEAD, LINE ("x", "10"), "{\"table\":\"nodes\",\"removed\":11,\"rec\n", deep, "\n",
                      "{\"table\":{},\"removed\":\"x\",\"below\":[],\"alone\":{},\"position\":-9,\"place\":7,\"record\":"
                      CARD ("y", "0") "}\n",
                      "{\"table\":\"edges\",\"removed\":12,\"alone\":[1],\"record\":{\"id\":\"e\"}}\n",
                      "{\"record\":{\"id\":7}}\n{\"record\":[]}\n{}\n\xff\xfe\n\n", LINE ("old", "4"),
                      LINE ("z", "13"), LINE ("x", "14"), NULL);
  write_bin (self, text);
  assert_listed (self, "e x z");

  items = list (self);
  for (guint i = 0; i < items->len; i++)
    commons_bin_file_read_record (g_ptr_array_index (items, i));
  put_back (self, "x z e");
  g_assert_cmpuint (commons_board_get_n_nodes (commons_document_get_board (self->document)), ==, 5);
}

static void
test_bounds (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_bin_item_unref);
  const CommonsRect bounds = { 0, 0, 100, 60 };
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GPtrArray) items = NULL;
  gint64 now = g_get_real_time ();
  g_autofree char *contents = NULL;
  gsize length;

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (CommonsRecord) record = commons_record_new_card (NULL, FALSE, &bounds, text);
      CommonsBinItem *item = commons_bin_item_new (record);

      item->removed = now + i;
      g_ptr_array_add (added, item);
    }
  ((CommonsBinItem *) g_ptr_array_index (added, 11))->removed = now - 91 * G_TIME_SPAN_DAY;

  g_assert_true (commons_bin_file_write (self->kept, self->file, added, NULL));
  g_assert_true (g_file_get_contents (self->bin, &contents, &length, NULL));
  g_assert_cmpuint (length, <=, COMMONS_BIN_FILE_MAX_BYTES + 1000);
  items = list (self);
  g_assert_cmpuint (items->len, ==, 7);
  g_assert_cmpint (((CommonsBinItem *) g_ptr_array_index (items, 6))->removed, ==, now + 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/bin-keeper/restart", test_restart);
  ADD ("/bin-keeper/at-once", test_at_once);
  ADD ("/bin-keeper/without-file", test_without_file);
  ADD ("/bin-keeper/other-board", test_other_board);
  ADD ("/bin-keeper/empty", test_empty);
  ADD ("/bin-keeper/two-programs", test_two_programs);
  ADD ("/bin-keeper/hostile", test_hostile);
  ADD ("/bin-keeper/bounds", test_bounds);
#undef ADD

  return g_test_run ();
}
