/* test-recovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not saved is in a draft, to the last letter, and what was left behind
 * is offered.
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "commons-capture-entry.h"
#include "commons-draft.h"
#include "commons-field-editor.h"
#include "commons-notice.h"
#include "commons-outline-view.h"
#include "commons-quick-entry.h"
#include "commons-recover-dialog.h"
#include "test-ui.h"

#define BOARD                                                                                  \
  "{\"commons\":{\"format\":1,\"title\":\"Left\"},\"nodes\":[{\"id\":\"a\",\"type\":\"text\"," \
  "\"x\":0,\"y\":0,\"width\":204,\"height\":62,\"text\":\"Kept\"}],\"edges\":[]}"

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
remove_drafts (void)
{
  g_autofree char *folder = commons_draft_get_default_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

/* What the drafts of this program say, all in one. */
static char *
read_drafts (void)
{
  g_autofree char *folder = commons_draft_get_default_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GString *all = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_str_has_suffix (name, ".draft") && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (all, text);
    }

  return g_string_free (all, FALSE);
}

static gboolean
drafts_say (const char *words)
{
  g_autofree char *all = read_drafts ();

  return strstr (all, words) != NULL;
}

static void
close_window (CommonsWindow *window)
{
  test_ui_close (window);
  remove_drafts ();
}

static CommonsHistory *
get_history (CommonsWindow *window)
{
  return commons_document_get_history (commons_window_get_document (window));
}

/* ---- Words that are being typed --------------------------------------------- */

/* Neither the field nor the board nor what can be undone changes by it. */
static void
test_card_editor (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  GtkTextBuffer *buffer;
  GtkWidget *field;
  CommonsRecord *card;
  GtkTextIter at;
  int place;

  commons_board_view_create (view, NULL, 300, 200);
  field = find_widget (GTK_WIDGET (view), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (field);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  gtk_text_buffer_set_text (buffer, "Half a wo", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 4);
  gtk_text_buffer_place_cursor (buffer, &at);

  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("\"Half a wo\""));
  card = commons_board_get_node (test_ui_get_board (window), 0);
  g_assert_cmpstr (commons_record_get_text (card), ==, "");
  g_assert_true (find_widget (GTK_WIDGET (view), GTK_TYPE_TEXT_VIEW) == field);
  g_object_get (buffer, "cursor-position", &place, NULL);
  g_assert_cmpint (place, ==, 4);

  /* Writing on, and taking all of it back in one step. */
  gtk_text_buffer_set_text (buffer, "Half a word", -1);
  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("\"Half a word\""));
  commons_board_view_finish_editing (view);
  g_assert_cmpuint (commons_history_count_changes (get_history (window)), ==, 1);
  commons_board_view_perform (view, "board.undo");
  g_assert_cmpuint (commons_board_get_n_nodes (test_ui_get_board (window)), ==, 0);

  /* There is nothing to lose any more. */
  commons_window_flush_draft (window);
  g_assert_false (drafts_say ("Half a"));

  close_window (window);
}

/* A board without changes has a draft as soon as something is typed, and none
 * once it was taken back. */
static void
test_typed_over_saved (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *before = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  commons_board_view_perform (view, "board.first");
  commons_board_view_perform (view, "board.edit");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (GTK_WIDGET (view), GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  before = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_text_buffer_set_text (buffer, "Typed over it", -1);
  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("Typed over it"));
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  gtk_text_buffer_set_text (buffer, before, -1);
  commons_board_view_finish_editing (view);
  commons_window_flush_draft (window);
  g_assert_false (drafts_say ("commons-draft"));

  close_window (window);
}

static void
test_quick_entry (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  GtkWidget *entry = find_widget (GTK_WIDGET (window), COMMONS_TYPE_QUICK_ENTRY);
  GtkWidget *field = find_widget (entry, GTK_TYPE_ENTRY);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.quick-entry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (field), "Said in the room");
  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("Said in the room"));
  g_assert_cmpuint (commons_board_get_n_nodes (test_ui_get_board (window)), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "Said in the room");

  close_window (window);
}

static gboolean
has_field (gpointer user_data)
{
  return find_widget (user_data, GTK_TYPE_TEXT_VIEW) != NULL;
}

static void
test_outline (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  CommonsBoardView *view = commons_window_get_view (window);
  GtkWidget *outline, *field;

  commons_board_view_perform (view, "board.first");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-outline", NULL);
  outline = find_widget (GTK_WIDGET (window), COMMONS_TYPE_OUTLINE_VIEW);
  test_ui_frame (outline);
  g_signal_emit_by_name (find_widget (outline, GTK_TYPE_LIST_VIEW), "activate", 0);
  test_ui_wait (has_field, outline, "a line to write in");
  field = find_widget (outline, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "In the outline", -1);
  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("In the outline"));

  close_window (window);
}

static void
test_answer (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  GtkWidget *entry, *field;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-question", NULL);
  entry = find_widget (GTK_WIDGET (window), COMMONS_TYPE_CAPTURE_ENTRY);
  g_assert_nonnull (entry);
  field = find_widget (entry, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "Half an answer", -1);
  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("Half an answer"));
  g_assert_false (commons_history_can_undo (get_history (window)));

  /* Also that of a question which was left. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-question", NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "The next one", -1);
  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("Half an answer"));
  g_assert_true (drafts_say ("The next one"));

  close_window (window);
}

/* Also a word that is not added to a list yet. */
static void
test_field (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  const CommonsField field = { .type = COMMONS_FIELD_LIST, .label = "Steps" };
  const char *ids[] = { NULL, NULL };
  GtkWidget *editor, *entry;

  commons_board_view_jot (view, NULL, "A card");
  ids[0] = commons_record_get_id (commons_board_get_node (test_ui_get_board (window), 0));
  editor = g_object_ref_sink (commons_field_editor_new_for_path (view, &field, "commons/fields/steps"));
  commons_field_editor_set_cards (COMMONS_FIELD_EDITOR (editor), ids);
  entry = commons_field_editor_get_control (COMMONS_FIELD_EDITOR (editor));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Not added yet");
  commons_window_flush_draft (window);
  g_assert_true (drafts_say ("Not added yet"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Not added yet");

  g_object_unref (editor);
  close_window (window);
}

/* ---- Drafts that cannot be written ------------------------------------------ */

static void
test_failure (void)
{
  g_autofree char *folder = commons_draft_get_default_folder ();
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);

  /* A file stands where the folder should be. */
  remove_drafts ();
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  commons_board_view_create (view, NULL, 300, 200);
  commons_board_view_finish_editing (view);
  commons_board_view_jot (view, NULL, "Words");
  g_test_expect_message ("commons-autosave", G_LOG_LEVEL_MESSAGE, "*could not be written*");
  commons_window_flush_draft (window);
  g_test_assert_expected_messages ();
  g_assert_nonnull (find_widget (GTK_WIDGET (window), COMMONS_TYPE_NOTICE));

  /* It goes by itself once all is well. */
  g_remove (folder);
  commons_board_view_jot (view, NULL, "More words");
  commons_window_flush_draft (window);
  g_assert_null (find_widget (GTK_WIDGET (window), COMMONS_TYPE_NOTICE));
  g_assert_true (drafts_say ("More words"));

  close_window (window);
}

/* ---- Drafts that were left behind ------------------------------------------- */

static void
leave_draft (const char *uri,
             const char *board)
{
  g_autofree char *folder = commons_draft_get_default_folder ();
  g_autoptr (CommonsDraft) draft = commons_draft_new (folder);
  const CommonsDraftInfo info = { (char *) uri, (char *) "etag", (char *) "Left", 1234, 0, 14 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (board, strlen (board));
  g_autoptr (GError) error = NULL;

  commons_draft_write (draft, bytes, NULL, &info, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (COMMONS_IS_RECOVER_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return find_dialog () == NULL;
}

static GtkWidget *
ask (CommonsWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.recover", NULL);
  test_ui_wait (has_dialog, NULL, "the list of drafts");

  return find_dialog ();
}

static gboolean
has_words (GtkWidget  *root,
           const char *words)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_words (child, words))
        return TRUE;
    }

  return FALSE;
}

static void
press (GtkWidget  *root,
       const char *signal_name)
{
  GtkWidget *notice = find_widget (root, COMMONS_TYPE_NOTICE);

  g_assert_nonnull (notice);
  g_signal_emit_by_name (notice, signal_name);
}

static void
test_offer (void)
{
  CommonsWindow *window;
  GtkWidget *dialog;

  remove_drafts ();
  leave_draft (NULL, BOARD);
  window = test_ui_new ("blank");
  dialog = ask (window);
  g_assert_true (has_words (dialog, "Left"));
  g_assert_true (has_words (dialog, "14 changes from "));
  g_assert_true (has_words (dialog, "Never saved"));
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* Where people work it is said, too, until they answer. */
  g_assert_true (has_words (find_widget (GTK_WIDGET (window), COMMONS_TYPE_NOTICE), "“Left” was never saved: 14 changes"));
  press (GTK_WIDGET (window), "dismissed");
  g_assert_null (find_widget (GTK_WIDGET (window), COMMONS_TYPE_NOTICE));

  /* It is still there for who asks, and opens where nothing is lost by it. */
  dialog = ask (window);
  g_assert_true (has_words (dialog, "Left"));
  g_signal_emit_by_name (find_widget (dialog, g_type_from_name ("AdwActionRow")), "activate");
  test_ui_wait (has_no_dialog, NULL, "the draft to be opened");
  g_assert_cmpuint (commons_board_get_n_nodes (test_ui_get_board (window)), ==, 1);
  g_assert_true (commons_document_get_modified (commons_window_get_document (window)));
  g_assert_false (commons_history_can_undo (get_history (window)));
  g_assert_true (drafts_say ("Kept"));

  close_window (window);
}

static gboolean
is_saved (gpointer user_data)
{
  return !commons_document_get_busy (user_data) && !commons_document_get_modified (user_data);
}

/* The file that is opened has changes of its own: they are offered there, and
 * its draft goes once they are saved. */
static void
test_offer_of_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("commons-recovery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "left.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *after = NULL;
  CommonsWindow *window;
  CommonsDocument *document;
  GtkWidget *dialog;

  remove_drafts ();
  g_assert_true (g_file_set_contents (path, "{\"nodes\":[],\"edges\":[]}", -1, NULL));
  leave_draft (uri, BOARD);
  window = test_ui_new ("blank");
  dialog = ask (window);
  gtk_window_destroy (GTK_WINDOW (dialog));
  press (GTK_WIDGET (window), "dismissed");
  test_ui_close (window);

  /* Put off, it is not offered twice; a draft of another crash is. */
  leave_draft (uri, BOARD);
  window = test_ui_open (file);
  document = commons_window_get_document (window);
  g_assert_null (find_widget (GTK_WIDGET (window), COMMONS_TYPE_NOTICE));
  dialog = ask (window);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (has_words (find_widget (GTK_WIDGET (window), COMMONS_TYPE_NOTICE),
                            "This board was left unsaved: 14 changes"));

  press (GTK_WIDGET (window), "activated");
  g_assert_true (commons_window_get_document (window) == document);
  g_assert_cmpuint (commons_board_get_n_nodes (test_ui_get_board (window)), ==, 1);
  g_assert_true (commons_document_get_modified (document));

  commons_document_save_async (document, NULL, TRUE, NULL, NULL, NULL);
  test_ui_wait (is_saved, document, "the board to be saved");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "Kept"));

  close_window (window);
  g_remove (path);
  g_rmdir (folder);
}

/* Beside one another where there is room, and never wider than a small window. */
static void
test_notice (void)
{
  GtkWidget *notice = g_object_ref_sink (commons_notice_new ("“Charter of the shared garden” (charter.commons) was left "
                                                             "unsaved: 14 changes from 10:42.",
                                                             "_Recover", "_Not Now"));
  int minimum, wide, narrow, one_line;

  gtk_widget_measure (notice, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 340);
  gtk_widget_measure (notice, GTK_ORIENTATION_VERTICAL, 1200, &wide, NULL, NULL, NULL);
  gtk_widget_measure (notice, GTK_ORIENTATION_VERTICAL, -1, &one_line, NULL, NULL, NULL);
  gtk_widget_measure (notice, GTK_ORIENTATION_VERTICAL, 340, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (wide, ==, one_line);
  g_assert_cmpint (narrow, >, wide);
  g_object_unref (notice);
}

/* ---- Saving ----------------------------------------------------------------- */

static GtkWidget *
find_question (const char *words)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_visible (window) && has_words (window, words))
        return window;
    }

  return NULL;
}

static gboolean
is_asked (gpointer user_data)
{
  return find_question (user_data) != NULL;
}

/* The folder is gone: people are told, and neither the changes nor the draft. */
static void
test_failed_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("commons-recovery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "board.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window;

  g_assert_true (g_file_set_contents (path, BOARD, -1, NULL));
  window = test_ui_open (file);
  commons_board_view_jot (commons_window_get_view (window), NULL, "Still there");
  commons_window_flush_draft (window);
  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  test_ui_wait (is_asked, (gpointer) "The folder of this file is gone", "the words about it");
  g_assert_nonnull (find_question ("Save Elsewhere…"));
  g_assert_true (commons_document_get_modified (commons_window_get_document (window)));
  g_assert_true (drafts_say ("Still there"));

  close_window (window);
}

/* ---- Closing ---------------------------------------------------------------- */

static void
gone_cb (gpointer  user_data,
         GObject  *where_the_object_was)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

/* A window that is closed while its file is written stays until it is. */
static void
test_closing_waits (void)
{
  g_autofree char *folder = g_dir_make_tmp ("commons-recovery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "board.commons", NULL);
  g_autofree char *after = NULL;
  CommonsWindow *window;
  GFile *file = g_file_new_for_path (path);
  gboolean gone = FALSE;

  g_assert_true (g_file_set_contents (path, BOARD, -1, NULL));
  window = test_ui_open (file);
  g_clear_object (&file);
  commons_board_view_jot (commons_window_get_view (window), NULL, "At the last moment");
  commons_window_flush_draft (window);
  g_object_weak_ref (G_OBJECT (window), gone_cb, &gone);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  g_assert_true (commons_document_get_busy (commons_window_get_document (window)));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_false (gone);
  test_ui_wait (is_true, &gone, "the window to close");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "At the last moment"));
  g_assert_false (drafts_say ("At the last moment"));

  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/ui/recovery/card-editor", test_card_editor);
  g_test_add_func ("/ui/recovery/typed-over-saved", test_typed_over_saved);
  g_test_add_func ("/ui/recovery/quick-entry", test_quick_entry);
  g_test_add_func ("/ui/recovery/outline", test_outline);
  g_test_add_func ("/ui/recovery/answer", test_answer);
  g_test_add_func ("/ui/recovery/field", test_field);
  g_test_add_func ("/ui/recovery/failure", test_failure);
  g_test_add_func ("/ui/recovery/offer", test_offer);
  g_test_add_func ("/ui/recovery/offer-of-file", test_offer_of_file);
  g_test_add_func ("/ui/recovery/notice", test_notice);
  g_test_add_func ("/ui/recovery/failed-save", test_failed_save);
  g_test_add_func ("/ui/recovery/closing-waits", test_closing_waits);

  return g_test_run ();
}
