/* test-far.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that have no path are read and saved as well, and stay whole.
 */

#include "config.h"

#include <string.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "commons-autosave.h"
#include "commons-document.h"
#include "far-file.h"
#include "fault-place.h"

typedef struct
{
  gboolean  done;
  GError   *error;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Outcome *outcome = user_data;

  commons_document_load_finish (COMMONS_DOCUMENT (object), result, &outcome->error);
  outcome->done = TRUE;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Outcome *outcome = user_data;
  gboolean saved = commons_document_save_finish (COMMONS_DOCUMENT (object), result, &outcome->error);

  g_assert_cmpint (saved, ==, outcome->error == NULL);
  outcome->done = TRUE;
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
  outcome->done = FALSE;
}

static void
load (CommonsDocument *document,
      FaultPlace      *place,
      Outcome         *outcome)
{
  g_autofree char *uri = g_strconcat (FAR_SCHEME ":", place->path, NULL);
  g_autoptr(GFile) file = g_file_new_for_uri (uri);

  g_assert_null (g_file_peek_path (file));
  g_clear_error (&outcome->error);
  commons_document_load_async (document, file, NULL, loaded_cb, outcome);
  wait_for (outcome);
}

static void
save (CommonsDocument *document,
      GFile           *file,
      gboolean         overwrite,
      Outcome         *outcome)
{
  g_clear_error (&outcome->error);
  commons_document_save_async (document, file, overwrite, NULL, saved_cb, outcome);
  wait_for (outcome);
}

static void
add_card (CommonsDocument *document)
{
  CommonsEditor *editor = commons_document_get_editor (document);
  const CommonsRect bounds = { 0, 0, 200, 62 };
  g_autoptr(CommonsRecord) card = commons_record_new_card ("rule", FALSE, &bounds, "Une règle");

  commons_editor_begin (editor, "Add", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
}

static char *
say (CommonsDocument *document)
{
  g_autoptr(GBytes) bytes = commons_writer_write_full (commons_document_get_board (document), COMMONS_WRITER_HEAD);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_holds (FaultPlace *place,
              const char *text)
{
  g_autofree char *found = fault_place_read (place);

  g_assert_cmpstr (found, ==, text);
  g_assert_cmpuint (fault_place_count_others (place), ==, 0);
}

static void
test_save (gconstpointer etags)
{
  g_auto(FaultPlace) place = { 0 };
  g_auto(Outcome) outcome = { 0 };
  g_autoptr(CommonsDocument) document = commons_document_new ();
  g_autofree char *said = NULL;

  far_file_set_etags (etags != NULL);
  fault_place_init (&place, FAULT_PLACE_FILE, fault_long);
  load (document, &place, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpint (commons_document_get_etag (document) != NULL, ==, etags != NULL);

  for (guint i = 0; i < 3; i++)
    {
      add_card (document);
      save (document, NULL, FALSE, &outcome);
      g_assert_no_error (outcome.error);
      g_assert_false (commons_document_get_modified (document));
      g_free (said);
      said = say (document);
      assert_holds (&place, said);
    }
  far_file_set_etags (TRUE);
}

static void
test_conflict (void)
{
  g_auto(FaultPlace) place = { 0 };
  g_auto(Outcome) outcome = { 0 };
  g_autoptr(CommonsDocument) document = commons_document_new ();
  g_autofree char *said = NULL;
  struct utimbuf later = { 2000000000, 2000000000 };

  fault_place_init (&place, FAULT_PLACE_FILE, fault_long);
  load (document, &place, &outcome);
  add_card (document);

  /* States are told apart by time, which is coarse on some disks. */
  g_assert_true (g_file_set_contents (place.path, fault_short, -1, NULL));
  g_assert_cmpint (g_utime (place.path, &later), ==, 0);
  save (document, NULL, FALSE, &outcome);
  g_assert_error (outcome.error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_CONFLICT);
  assert_holds (&place, fault_short);
  g_assert_true (commons_document_get_modified (document));

  save (document, NULL, TRUE, &outcome);
  g_assert_no_error (outcome.error);
  said = say (document);
  assert_holds (&place, said);
}

static void
test_fault (gconstpointer data)
{
  FarFault fault = (FarFault) GPOINTER_TO_INT (data);
  g_auto(FaultPlace) place = { 0 };
  g_auto(Outcome) outcome = { 0 };
  g_autoptr(CommonsDocument) document = commons_document_new ();
  g_autofree char *said = NULL;
  g_autofree char *advice = NULL;

  fault_place_init (&place, FAULT_PLACE_FILE, fault_long);
  load (document, &place, &outcome);
  add_card (document);
  said = say (document);

  far_file_set_fault (fault);
  save (document, NULL, FALSE, &outcome);
  far_file_set_fault (FAR_FAULT_NONE);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED);
  advice = commons_document_describe_error (outcome.error);
  g_assert_nonnull (strstr (advice, "cannot be reached"));
  g_assert_true (commons_document_get_modified (document));
  assert_holds (&place, fault == FAR_FAULT_LATE ? said : fault_long);

  /* When the answer was lost, the file is in a state that is not known. */
  save (document, NULL, fault == FAR_FAULT_LATE, &outcome);
  g_assert_no_error (outcome.error);
  assert_holds (&place, said);
}

static void
test_read (void)
{
  g_auto(FaultPlace) place = { 0 };
  g_auto(Outcome) outcome = { 0 };
  g_autoptr(CommonsDocument) document = commons_document_new ();

  fault_place_init (&place, FAULT_PLACE_FILE, fault_long);
  far_file_set_fault (FAR_FAULT_READ);
  load (document, &place, &outcome);
  far_file_set_fault (FAR_FAULT_NONE);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED);

  /* What could not be read is not written over. */
  add_card (document);
  save (document, NULL, TRUE, &outcome);
  g_assert_error (outcome.error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY);
  assert_holds (&place, fault_long);
}

static void
test_elsewhere (void)
{
  g_auto(FaultPlace) place = { 0 };
  g_auto(Outcome) outcome = { 0 };
  g_autoptr(CommonsDocument) document = commons_document_new ();
  g_autoptr(GFile) far = NULL;
  g_autoptr(GFile) near = NULL;
  g_autofree char *said = NULL;
  g_autofree char *found = NULL;

  fault_place_init (&place, FAULT_PLACE_FILE, fault_long);
  far = far_file_new (place.other);
  near = g_file_new_for_path (place.path);
  load (document, &place, &outcome);
  add_card (document);
  said = say (document);

  far_file_set_fault (FAR_FAULT_HALF);
  save (document, NULL, FALSE, &outcome);
  far_file_set_fault (FAR_FAULT_NONE);
  g_assert_nonnull (outcome.error);

  save (document, far, FALSE, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_equal (commons_document_get_file (document), far));
  g_assert_true (g_file_get_contents (place.other, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, said);
  assert_holds (&place, fault_long);

  save (document, near, FALSE, &outcome);
  g_assert_no_error (outcome.error);
  assert_holds (&place, said);
}

/* A board on a server has drafts as well, here. */
static void
test_draft (void)
{
  g_auto(FaultPlace) place = { 0 };
  g_auto(Outcome) outcome = { 0 };
  g_autoptr(CommonsDocument) document = commons_document_new ();
  g_autoptr(CommonsDocument) again = NULL;
  g_autoptr(CommonsAutosave) autosave = NULL;
  g_autoptr(GPtrArray) drafts = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *said = NULL;
  g_autofree char *found = NULL;

  fault_place_init (&place, FAULT_PLACE_FILE, fault_long);
  folder = g_build_filename (place.root, "drafts", NULL);
  load (document, &place, &outcome);
  autosave = commons_autosave_new (document, NULL, folder);
  add_card (document);
  said = say (document);
  commons_autosave_flush (autosave);
  g_clear_object (&autosave);

  drafts = commons_draft_claim_all (folder, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  again = commons_document_new_from_draft (g_ptr_array_index (drafts, 0), NULL);
  g_assert_nonnull (again);
  g_assert_true (g_file_equal (commons_document_get_file (again), commons_document_get_file (document)));
  found = say (again);
  g_assert_cmpstr (found, ==, said);
  save (again, NULL, FALSE, &outcome);
  g_assert_no_error (outcome.error);
  g_clear_pointer (&found, g_free);
  found = fault_place_read (&place);
  g_assert_cmpstr (found, ==, said);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[] = { NULL, NULL, "replace", "write", "half", "flush", "close", "late" };
  int result;

  fault_root ();
  g_test_init (&argc, &argv, NULL);
  far_file_register ();

  g_test_add_data_func ("/fault/far/save", GINT_TO_POINTER (1), test_save);
  g_test_add_data_func ("/fault/far/save-without-states", NULL, test_save);
  g_test_add_func ("/fault/far/conflict", test_conflict);
  g_test_add_func ("/fault/far/read", test_read);
  g_test_add_func ("/fault/far/elsewhere", test_elsewhere);
  g_test_add_func ("/fault/far/draft", test_draft);
  for (guint i = FAR_FAULT_REPLACE; i < FAR_N_FAULTS; i++)
    {
      g_autofree char *path = g_strconcat ("/fault/far/fail/", names[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }

  result = g_test_run ();
  fault_root_remove ();

  return result;
}
