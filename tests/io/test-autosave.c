/* test-autosave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <time.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "commons-autosave.h"
#include "commons-card-new.h"
#include "test-folder.h"

typedef struct
{
  char            *root;
  char            *folder;
  CommonsDocument *document;
  CommonsAutosave *autosave;
  guint            n_failures;
  guint            n_mended;
  const char      *typed; /* what is in a field and not on the board yet */
} Fixture;

static void
failed_cb (Fixture    *self,
           const char *message)
{
  g_assert_cmpstr (message, !=, "");
  self->n_failures++;
}

static void
mended_cb (Fixture *self)
{
  self->n_mended++;
}

static CommonsRecord *
make_card (const char *text)
{
  const CommonsRect bounds = { 0, 0, 200, 60 };

  return commons_card_new (NULL, &bounds, text);
}

static gboolean
gather_cb (Fixture *self)
{
  g_autoptr (CommonsRecord) record = NULL;

  if (self->typed == NULL)
    return FALSE;

  record = make_card (self->typed);
  commons_editor_add (commons_document_get_editor (self->document), record);

  return TRUE;
}

static void
start (Fixture      *self,
       CommonsDraft *draft)
{
  self->autosave = commons_autosave_new (self->document, draft, self->folder);
  commons_autosave_set_delays (self->autosave, 10, 50);
  g_signal_connect_swapped (self->autosave, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->autosave, "mended", G_CALLBACK (mended_cb), self);
  g_signal_connect_swapped (self->autosave, "gather", G_CALLBACK (gather_cb), self);
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
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->autosave);
  g_clear_object (&self->document);
  test_remove_tree (self->root);
  g_free (self->folder);
  g_free (self->root);
}

static void
add_card (Fixture    *self,
          const char *text)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  g_autoptr (CommonsRecord) record = make_card (text);

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
  drafts = commons_draft_claim_all (self->folder, NULL);
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

  /* And it goes on by itself once it can, and says so. */
  g_assert_cmpuint (self->n_mended, ==, 0);
  g_remove (self->folder);
  add_card (self, "Words");
  wait_for_drafts (self, 1);
  commons_autosave_wait ();
  g_assert_cmpuint (self->n_mended, ==, 1);
  g_assert_cmpuint (self->n_failures, ==, 1);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Words that are being typed are in the draft, and nobody sees that they were
 * on the board for a moment. */
static void
test_typed (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = NULL;
  CommonsHistory *history = commons_document_get_history (self->document);
  CommonsBoard *board = commons_document_get_board (self->document);
  CommonsRecord *card;
  guint n_told = 0;

  g_signal_connect_swapped (board, "changed", G_CALLBACK (count_cb), &n_told);
  self->typed = "Half a wo";
  commons_autosave_touch (self->autosave);
  wait_for_drafts (self, 1);
  commons_autosave_wait ();
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 0);
  g_assert_false (commons_history_can_undo (history));
  g_assert_false (commons_document_get_modified (self->document));
  g_assert_cmpuint (n_told, ==, 0);

  draft = restart (self);
  g_assert_cmpuint (commons_draft_get_info (draft)->n_changes, ==, 1);
  self->document = commons_document_new_from_draft (draft, NULL);
  g_assert_nonnull (self->document);
  card = commons_board_get_node (commons_document_get_board (self->document), 0);
  g_assert_cmpstr (commons_record_get_text (card), ==, "Half a wo");
}

/* Taken back before they were entered, there is nothing to lose. */
static void
test_typed_and_taken_back (Fixture       *self,
                           gconstpointer  data)
{
  self->typed = "Half a wo";
  commons_autosave_touch (self->autosave);
  wait_for_drafts (self, 1);

  self->typed = NULL;
  commons_autosave_touch (self->autosave);
  wait_for_drafts (self, 0);
}

/* Saving does not take away the words that come after. */
static void
test_typed_after_saving (Fixture       *self,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->root, "board.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean done = FALSE;

  add_card (self, "Words");
  self->typed = "Half a wo";
  wait_for_drafts (self, 1);
  commons_document_save_async (self->document, file, TRUE, NULL, saved_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  wait_for_drafts (self, 1);
  commons_autosave_flush (self->autosave);
  g_assert_cmpuint (count_drafts (self), ==, 1);
}

/* One step is one change, however many letters were typed for it. */
static void
test_counts_steps (Fixture       *self,
                   gconstpointer  data)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  g_autoptr (CommonsRecord) card = make_card ("");
  g_autoptr (CommonsChangeSet) undone = NULL;

  commons_editor_begin (editor, "Add", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strnfill (i + 1, 'a');
      g_autoptr (CommonsRecord) written = commons_record_with_text (card, text);

      commons_editor_begin (editor, "Type", "typing");
      commons_editor_set (editor, written);
      commons_editor_commit (editor);
    }
  g_assert_cmpuint (commons_autosave_count_changes (self->autosave), ==, 2);
  g_assert_cmpint (commons_autosave_get_began (self->autosave), >, 0);

  undone = commons_history_undo (commons_document_get_history (self->document));
  g_assert_cmpuint (commons_autosave_count_changes (self->autosave), ==, 1);
}

/* The draft tells what the file held. */
static void
test_base (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->root, "board.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) base = NULL;
  g_autoptr (CommonsDraft) draft = NULL;
  gboolean done = FALSE;

  add_card (self, "Saved");
  commons_document_save_async (self->document, file, TRUE, NULL, saved_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  base = g_bytes_ref (commons_document_get_saved_bytes (self->document));

  for (guint i = 0; i < 3; i++)
    {
      add_card (self, "Not saved");
      commons_autosave_flush (self->autosave);
    }
  draft = restart (self);
  self->document = commons_document_new_from_draft (draft, NULL);
  g_assert_true (g_bytes_equal (commons_document_get_saved_bytes (self->document), base));
}

/* A document that shows a draft goes on with it, and not with its own. */
static void
test_adopt (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = NULL;

  add_card (self, "Left behind");
  commons_autosave_flush (self->autosave);
  draft = restart (self);

  self->document = commons_document_new ();
  start (self, NULL);
  g_assert_true (commons_document_show_draft (self->document, draft, NULL));
  commons_autosave_adopt (self->autosave, draft);
  g_clear_object (&draft);
  g_assert_cmpuint (commons_autosave_count_changes (self->autosave), ==, 1);

  add_card (self, "Added");
  commons_autosave_flush (self->autosave);
  g_assert_cmpuint (count_drafts (self), ==, 1);
  commons_autosave_discard (self->autosave);
  commons_autosave_wait ();
  g_assert_cmpuint (count_drafts (self), ==, 0);
}

/* However soon the program ends after somebody did not want the changes. */
static void
test_discarded_while_writing (Fixture       *self,
                              gconstpointer  data)
{
  for (guint i = 0; i < 20; i++)
    {
      commons_autosave_set_delays (self->autosave, 0, 0);
      add_card (self, "Not wanted");
      g_main_context_iteration (NULL, TRUE);
      commons_autosave_discard (self->autosave);
      commons_autosave_wait ();
      g_assert_cmpuint (count_drafts (self), ==, 0);
    }
}

/* What this thread computed, whatever others did meanwhile, in microseconds. */
static gint64
get_own_time (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* The longest that the main loop works at once while a draft is written. */
static gint64
measure_hold_up (Fixture *self)
{
  gint64 longest = 0;
  guint n_turns = 0;

  add_card (self, "One more");
  commons_autosave_set_delays (self->autosave, 0, 0);
  commons_autosave_touch (self->autosave);
  while (n_turns < 2)
    {
      gint64 start = get_own_time ();

      /* One turn begins the writing, another ends it. */
      if (g_main_context_iteration (NULL, TRUE))
        n_turns++;
      longest = MAX (longest, get_own_time () - start);
    }

  return longest;
}

/* A draft of ten thousand cards does not cost a frame. The best of some tries
 * counts, of more where the machine has much else to do: caches are others' too. */
static void
test_large (Fixture       *self,
            gconstpointer  data)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  gint64 best = G_MAXINT64;

  commons_editor_begin (editor, "Add", NULL);
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (CommonsRecord) record = make_card ("A card with a title\nAnd a text of some length, as people write");

      commons_editor_add (editor, record);
    }
  commons_editor_commit (editor);
  commons_autosave_flush (self->autosave);

  for (guint i = 0; i < 7 || (i < 40 && best >= 8000); i++)
    best = MIN (best, measure_hold_up (self));
  g_test_message ("a draft of 10,000 cards holds the main loop up for %" G_GINT64_FORMAT " µs", best);
  g_assert_cmpint (best, <, 8000);
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
  g_test_add ("/io/autosave/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/io/autosave/typed-and-taken-back", Fixture, NULL, set_up, test_typed_and_taken_back, tear_down);
  g_test_add ("/io/autosave/typed-after-saving", Fixture, NULL, set_up, test_typed_after_saving, tear_down);
  g_test_add ("/io/autosave/counts-steps", Fixture, NULL, set_up, test_counts_steps, tear_down);
  g_test_add ("/io/autosave/base", Fixture, NULL, set_up, test_base, tear_down);
  g_test_add ("/io/autosave/adopt", Fixture, NULL, set_up, test_adopt, tear_down);
  g_test_add ("/io/autosave/discarded-while-writing", Fixture, NULL, set_up, test_discarded_while_writing, tear_down);
  g_test_add ("/io/autosave/large", Fixture, NULL, set_up, test_large, tear_down);
  g_test_add ("/io/autosave/failure-told-once", Fixture, NULL, set_up, test_failure_told_once, tear_down);

  return g_test_run ();
}
