/* test-autosave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "commons-autosave.h"
#include "commons-card-new.h"

typedef struct
{
  char            *root;
  char            *folder;
  CommonsDocument *document;
  CommonsAutosave *autosave;
  guint            n_failures;
} Fixture;

static void
failed_cb (Fixture    *self,
           const char *message)
{
  g_assert_cmpstr (message, !=, "");
  self->n_failures++;
}

static void
start (Fixture      *self,
       CommonsDraft *draft)
{
  self->autosave = commons_autosave_new (self->document, draft, self->folder);
  commons_autosave_set_delays (self->autosave, 10, 50);
  g_signal_connect_swapped (self->autosave, "failed", G_CALLBACK (failed_cb), self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->root = g_dir_make_tmp ("commons-autosave-XXXXXX", NULL);
  self->folder = g_build_filename (self->root, "drafts", NULL);
  self->document = commons_document_new ();
  start (self, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->autosave);
  g_clear_object (&self->document);
  remove_tree (self->root);
  g_free (self->folder);
  g_free (self->root);
}

static void
add_card (Fixture    *self,
          const char *text)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  const CommonsRect bounds = { 0, 0, 200, 60 };
  g_autoptr (CommonsRecord) record = commons_card_new (NULL, &bounds, text);

  commons_editor_begin (editor, "Add", NULL);
  commons_editor_add (editor, record);
  commons_editor_commit (editor);
}

static guint
count_drafts (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".draft") ? 1 : 0;

  return n;
}

/* Turns the main loop until there are so many drafts, ten seconds at most. */
static void
wait_for_drafts (Fixture *self,
                 guint    n)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (count_drafts (self) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Ends the program, as it were, and takes up what it left. */
static CommonsDraft *
restart (Fixture *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_clear_object (&self->autosave);
  g_clear_object (&self->document);
  drafts = commons_draft_claim_all (self->folder);
  g_assert_cmpuint (drafts->len, ==, 1);

  return g_object_ref (g_ptr_array_index (drafts, 0));
}

static void
test_written (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = NULL;

  add_card (self, "First");
  add_card (self, "Second");
  wait_for_drafts (self, 1);
  commons_autosave_flush (self->autosave);

  draft = restart (self);
  g_assert_cmpuint (commons_draft_get_info (draft)->n_changes, ==, 2);
  g_assert_cmpint (commons_draft_get_info (draft)->began, >, 0);

  self->document = commons_document_new_from_draft (draft, NULL);
  g_assert_nonnull (self->document);
  g_assert_cmpuint (commons_board_get_n_nodes (commons_document_get_board (self->document)), ==, 2);

  /* The same draft goes on, and counts on. */
  start (self, draft);
  g_clear_object (&draft);
  add_card (self, "Third");
  commons_autosave_flush (self->autosave);
  g_assert_cmpuint (count_drafts (self), ==, 1);
  draft = restart (self);
  g_assert_cmpuint (commons_draft_get_info (draft)->n_changes, ==, 3);
  self->document = commons_document_new_from_draft (draft, NULL);
  g_assert_cmpuint (commons_board_get_n_nodes (commons_document_get_board (self->document)), ==, 3);
}

static void
test_no_change_no_draft (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (CommonsChangeSet) undone = NULL;

  commons_autosave_flush (self->autosave);
  g_assert_cmpuint (count_drafts (self), ==, 0);

  add_card (self, "Taken back");
  wait_for_drafts (self, 1);
  undone = commons_history_undo (commons_document_get_history (self->document));
  wait_for_drafts (self, 0);
  commons_autosave_flush (self->autosave);
  g_assert_cmpuint (count_drafts (self), ==, 0);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  commons_document_save_finish (COMMONS_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

/* The draft goes once the file is on the disk, even when it is being written
 * at that moment. */
static void
test_saved (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->root, "board.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  commons_autosave_set_delays (self->autosave, 0, 0);
  for (guint i = 0; i < 20; i++)
    {
      gboolean done = FALSE;

      add_card (self, "Words");
      if (i % 2 == 0)
        wait_for_drafts (self, 1);
      commons_document_save_async (self->document, file, TRUE, NULL, saved_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      wait_for_drafts (self, 0);
    }
}

static void
test_discarded (Fixture       *self,
                gconstpointer  data)
{
  add_card (self, "Not wanted");
  wait_for_drafts (self, 1);
  commons_autosave_discard (self->autosave);
  wait_for_drafts (self, 0);

  /* What comes after is wanted again. */
  add_card (self, "Wanted");
  wait_for_drafts (self, 1);
}

/* Somebody who never stops writing has a draft all the same. */
static void
test_without_pause (Fixture       *self,
                    gconstpointer  data)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  commons_autosave_set_delays (self->autosave, 100000, 50);
  while (count_drafts (self) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      add_card (self, "More");
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_failure_told_once (Fixture       *self,
                        gconstpointer  data)
{
  /* A file stands where the folder should be. */
  g_assert_true (g_file_set_contents (self->folder, "", -1, NULL));

  g_test_expect_message ("commons-autosave", G_LOG_LEVEL_MESSAGE, "*could not be written*");
  for (guint i = 0; i < 3; i++)
    {
      add_card (self, "Words");
      commons_autosave_flush (self->autosave);
    }
  g_test_assert_expected_messages ();
  g_assert_cmpuint (self->n_failures, ==, 1);

  /* And it goes on by itself once it can. */
  g_remove (self->folder);
  add_card (self, "Words");
  wait_for_drafts (self, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/io/autosave/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/io/autosave/no-change-no-draft", Fixture, NULL, set_up, test_no_change_no_draft, tear_down);
  g_test_add ("/io/autosave/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/io/autosave/discarded", Fixture, NULL, set_up, test_discarded, tear_down);
  g_test_add ("/io/autosave/without-pause", Fixture, NULL, set_up, test_without_pause, tear_down);
  g_test_add ("/io/autosave/failure-told-once", Fixture, NULL, set_up, test_failure_told_once, tear_down);

  return g_test_run ();
}
