/* test-changes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A board that other programs write while it is open, and deciding what two
 * copies do not agree on.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "commons-changes-dialog.h"
#include "commons-card-new.h"
#include "commons-conflict-row.h"
#include "commons-reader.h"
#include "commons-window-private.h"
#include "commons-writer.h"
#include "test-ui.h"

#define CARD(id, x, more, text) \
  "{\"id\":\"" id "\",\"type\":\"text\",\"x\":" x ",\"y\":0,\"width\":204,\"height\":62,\"text\":\"" text "\"," \
  "\"commons\":{\"kind\":\"rule\"" more "}}"
#define BOARD(title, nodes) \
  "{\n\t\"commons\":{\"format\":1,\"title\":\"" title "\"},\n\t\"nodes\":[\n\t\t" nodes "\n\t],\n\t\"edges\":[]\n}\n"

#define BASE BOARD ("Wells", CARD ("a", "0", "", "One") ",\n\t\t" CARD ("b", "300", "", "Two"))
#define MOVED BOARD ("Wells", CARD ("a", "120", "", "One") ",\n\t\t" CARD ("b", "300", "", "Two"))
#define THEIRS BOARD ("Their wells", CARD ("a", "0", "", "Theirs") ",\n\t\t" CARD ("b", "300", "", "Two"))
#define OPEN_CONFLICTS BOARD ("Wells", \
  CARD ("a", "0", ",\"conflicts\":[{\"at\":[\"text\"],\"ours\":\"One\",\"theirs\":\"Uno\"}]", "One") ",\n\t\t" \
  CARD ("b", "300", ",\"conflicts\":[{\"removed\":\"theirs\"}]", "Two"))

typedef struct
{
  char          *folder;
  char          *path;
  CommonsWindow *window;
} Bench;

static void
put (Bench      *self,
     const char *text)
{
  static guint64 time = 1000000000;
  g_autofree char *beside = g_strconcat (self->path, ".new", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (beside);

  g_assert_true (g_file_set_contents (beside, text, -1, NULL));
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, time++,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
  g_assert_cmpint (g_rename (beside, self->path), ==, 0);
}

static void
set_up (Bench         *self,
        gconstpointer  text)
{
  g_autoptr (GFile) file = NULL;

  self->folder = g_dir_make_tmp ("commons-changes-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "board.commons", NULL);
  file = g_file_new_for_path (self->path);
  put (self, text);
  self->window = test_ui_open (file);
  commons_elsewhere_set_delays (_commons_window_get_elsewhere (self->window), 30, 150, 60000);
}

static void
tear_down (Bench         *self,
           gconstpointer  data)
{
  test_ui_close (self->window);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static CommonsDocument *
get_document (Bench *self)
{
  return commons_window_get_document (self->window);
}

static CommonsRecord *
get_card (Bench      *self,
          const char *id)
{
  return commons_board_lookup_node (test_ui_get_board (self->window), id);
}

static GBytes *
write_out (Bench *self)
{
  return commons_writer_write_full (test_ui_get_board (self->window),
                                    commons_writer_get_flags_for_name ("board.commons"));
}

static void
set_text (Bench      *self,
          const char *id,
          const char *text)
{
  CommonsEditor *editor = commons_document_get_editor (get_document (self));
  g_autoptr (CommonsRecord) changed = commons_record_with_text (get_card (self, id), text);

  commons_editor_begin (editor, "Write", NULL);
  commons_editor_set (editor, changed);
  commons_editor_commit (editor);
}

static void
set_title (Bench      *self,
           const char *title)
{
  CommonsEditor *editor = commons_document_get_editor (get_document (self));
  g_autoptr (CommonsRecord) changed = commons_record_with_string
                                        (commons_board_get_head (test_ui_get_board (self->window)), "commons/title", title);

  commons_editor_begin (editor, "Name", NULL);
  commons_editor_set (editor, changed);
  commons_editor_commit (editor);
}

/* ---- What is shown ------------------------------------------------------- */

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, words))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  Bench      *bench;
  const char *words;
  gboolean    shown;
} Shown;

static gboolean
is_shown (gpointer user_data)
{
  Shown *self = user_data;

  return has_label (self->bench->window->notices, self->words) == self->shown;
}

static void
wait_notice (Bench      *self,
             const char *words,
             gboolean    shown)
{
  Shown wanted = { self, words, shown };

  test_ui_wait (is_shown, &wanted, words);
}

typedef struct
{
  Bench      *bench;
  const char *text;
} Text;

static gboolean
says (gpointer user_data)
{
  Text *self = user_data;
  CommonsRecord *record = get_card (self->bench, "a");

  return record != NULL && g_str_equal (commons_record_get_text (record), self->text);
}

static gboolean
moved (gpointer user_data)
{
  return commons_record_get_bounds (get_card (user_data, "a"))->x == 120;
}

static gboolean
is_named_theirs (gpointer user_data)
{
  Bench *self = user_data;

  return g_str_equal (commons_document_get_title (get_document (self)), "Their wells");
}

/* The dialog about changes, NULL when there is none. */
static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (COMMONS_IS_CHANGES_DIALOG (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
open_dialog (Bench *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.changes", NULL);
  g_assert_nonnull (find_dialog ());

  return find_dialog ();
}

static void
press (GtkWidget  *widget,
       const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
undo (Bench *self)
{
  g_assert_true (commons_board_view_perform (commons_window_get_view (self->window), "board.undo"));
}

/* ---- Tests --------------------------------------------------------------- */

static void
test_reload (Bench         *self,
             gconstpointer  data)
{
  CommonsBoardView *view = commons_window_get_view (self->window);
  CommonsBoard *board = test_ui_get_board (self->window);
  CommonsViewport viewport, after;
  GtkWidget *dialog;

  commons_selection_set_only (commons_board_view_get_selection (view), "b");
  commons_board_view_get_viewport (view, &viewport);
  viewport.zoom = 0.5;
  commons_board_view_set_viewport (view, &viewport);

  put (self, MOVED);
  test_ui_wait (moved, self, "the card to move");
  commons_board_view_get_viewport (view, &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, 0.5, 0.001);
  g_assert_true (commons_selection_contains (commons_board_view_get_selection (view), "b"));
  g_assert_true (board == test_ui_get_board (self->window));
  g_assert_false (commons_document_get_modified (get_document (self)));
  g_assert_nonnull (self->window->last_toast);
  g_assert_nonnull (adw_toast_get_custom_title (self->window->last_toast));

  dialog = open_dialog (self);
  g_assert_true (has_label (dialog, "Rule “One”"));
  g_assert_true (has_label (dialog, "moved"));
  g_assert_true (has_label (dialog, "There is nothing to decide."));
  press (dialog, "_Undo All of It");
  g_assert_false (moved (self));
  g_assert_true (commons_document_get_modified (get_document (self)));
}

static void
make_conflict (Bench *self)
{
  set_text (self, "a", "Ours");
  set_title (self, "Our wells");
  set_text (self, "b", "Only ours");
  put (self, THEIRS);
  wait_notice (self, "2 things to decide", TRUE);
}

static void
test_decide (Bench         *self,
             gconstpointer  data)
{
  GtkWidget *dialog;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  make_conflict (self);
  g_assert_cmpstr (commons_record_get_text (get_card (self, "a")), ==, "Ours");
  g_assert_cmpstr (commons_record_get_text (get_card (self, "b")), ==, "Only ours");
  dialog = open_dialog (self);
  g_assert_true (has_label (dialog, "Ours"));
  g_assert_true (has_label (dialog, "Theirs"));
  g_assert_true (has_label (dialog, "Their wells"));
  g_assert_true (has_label (dialog, "The board"));
  before = write_out (self);

  /* The board comes first, then its cards. */
  press (dialog, "Take Theirs");
  test_ui_wait (is_named_theirs, self, "the board to have their name");
  wait_notice (self, "1 thing to decide", TRUE);
  press (dialog, "Keep Both");
  g_assert_cmpstr (commons_record_get_text (get_card (self, "a")), ==, "Ours\nTheirs");
  wait_notice (self, "to decide", FALSE);
  g_assert_true (has_label (dialog, "Nothing is left to decide."));

  /* Each is a step. */
  undo (self);
  wait_notice (self, "1 thing to decide", TRUE);
  g_assert_true (find_button (dialog, "Keep Both") != NULL);
  undo (self);
  after = write_out (self);
  g_assert_true (g_bytes_equal (before, after));
  wait_notice (self, "2 things to decide", TRUE);

  /* All of them together are one. */
  press (dialog, "All Theirs");
  g_assert_cmpstr (commons_record_get_text (get_card (self, "a")), ==, "Theirs");
  g_assert_true (is_named_theirs (self));
  wait_notice (self, "to decide", FALSE);
  undo (self);
  wait_notice (self, "2 things to decide", TRUE);
  press (dialog, "All Ours");
  g_assert_cmpstr (commons_record_get_text (get_card (self, "a")), ==, "Ours");
  gtk_window_close (GTK_WINDOW (dialog));
}

/* The whole merge is one step. */
static void
test_undo (Bench         *self,
           gconstpointer  data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  set_text (self, "a", "Ours");
  before = write_out (self);
  put (self, THEIRS);
  wait_notice (self, "1 thing to decide", TRUE);
  undo (self);
  after = write_out (self);
  g_assert_true (g_bytes_equal (before, after));
  wait_notice (self, "to decide", FALSE);
  g_assert_false (_commons_window_has_changes (self->window));
}

/* What is to be decided can come with the file, from another day. */
static void
test_opened (Bench         *self,
             gconstpointer  data)
{
  GtkWidget *dialog;
  g_autoptr (GPtrArray) left = NULL;

  wait_notice (self, "2 things to decide", TRUE);
  g_assert_false (commons_document_get_modified (get_document (self)));
  dialog = open_dialog (self);
  g_assert_true (has_label (dialog, "Uno"));
  g_assert_true (has_label (dialog, "They deleted it."));
  g_assert_null (find_button (dialog, "_Undo All of It"));

  /* Going to one shows its card. */
  commons_selection_clear (commons_board_view_get_selection (commons_window_get_view (self->window)));
  press (dialog, "Show on the Board");
  g_assert_true (commons_selection_contains (commons_board_view_get_selection (commons_window_get_view (self->window)), "a"));

  press (dialog, "All Theirs");
  g_assert_cmpstr (commons_record_get_text (get_card (self, "a")), ==, "Uno");
  g_assert_null (get_card (self, "b"));
  left = commons_conflicts_list (test_ui_get_board (self->window));
  g_assert_cmpuint (left->len, ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Words that are being typed are not interrupted, and come first. */
static void
test_while_writing (Bench         *self,
                    gconstpointer  data)
{
  CommonsBoardView *view = commons_window_get_view (self->window);
  Text ours = { self, "One" };

  commons_selection_set_only (commons_board_view_get_selection (view), "a");
  g_assert_true (commons_board_view_perform (view, "board.edit"));
  put (self, MOVED);
  wait_notice (self, "when you have finished writing", TRUE);
  g_assert_true (says (&ours));
  g_assert_false (moved (self));

  commons_board_view_finish_editing (view);
  test_ui_wait (moved, self, "the card to move");
  wait_notice (self, "finished writing", FALSE);

  /* Or at once, when it is asked for. */
  g_assert_true (commons_board_view_perform (view, "board.edit"));
  put (self, THEIRS);
  wait_notice (self, "when you have finished writing", TRUE);
  press (self->window->notices, "_Take Over Now");
  test_ui_wait (is_named_theirs, self, "the board to have their name");
  wait_notice (self, "finished writing", FALSE);
}

static gboolean
is_known (gpointer user_data)
{
  Bench *self = user_data;

  return commons_elsewhere_get_state (_commons_window_get_elsewhere (self->window)) == COMMONS_ELSEWHERE_CHANGED;
}

/* A card that is in the hand is not pulled out of it. */
static void
test_while_dragging (Bench         *self,
                     gconstpointer  data)
{
  CommonsBoardView *view = commons_window_get_view (self->window);
  CommonsViewport viewport;
  double x, y;
  int before = commons_record_get_bounds (get_card (self, "b"))->y;

  test_ui_locate (self->window, "b", &x, &y);
  commons_board_view_get_viewport (view, &viewport);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, 0, 96 * viewport.zoom);
  put (self, MOVED);
  test_ui_wait (is_known, self, "the file to be read");
  g_assert_false (moved (self));
  test_ui_release (view, 0, 96 * viewport.zoom);
  test_ui_wait (moved, self, "the other card to move");
  g_assert_cmpint (commons_record_get_bounds (get_card (self, "b"))->y, >, before);
}

static gboolean
is_saved (gpointer user_data)
{
  Bench *self = user_data;

  return !commons_document_get_modified (get_document (self)) && g_file_test (self->path, G_FILE_TEST_EXISTS);
}

static void
test_gone (Bench         *self,
           gconstpointer  data)
{
  g_autofree char *found = NULL;

  g_assert_cmpint (g_remove (self->path), ==, 0);
  wait_notice (self, "saving brings it back", TRUE);
  g_assert_true (commons_document_get_modified (get_document (self)));
  press (self->window->notices, "_Save");
  test_ui_wait (is_saved, self, "the file to be back");
  wait_notice (self, "saving brings it back", FALSE);
  g_assert_true (g_file_get_contents (self->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, BASE);
}

static void
test_unreadable (Bench         *self,
                 gconstpointer  data)
{
  Text ours = { self, "One" };

  put (self, "{\"commons\":{\"format\":1},\"nodes\":[");
  wait_notice (self, "cannot be read", TRUE);
  g_assert_true (says (&ours));
  put (self, MOVED);
  test_ui_wait (moved, self, "the card to move");
  wait_notice (self, "cannot be read", FALSE);
}

/* Random edits here and there: what undo brings back is what there was. */
static void
random_edit (CommonsEditor *editor)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  guint n = commons_board_get_n_nodes (board);
  CommonsRecord *node = n > 0 ? commons_board_get_node (board, (guint) g_test_rand_int_range (0, (gint32) n)) : NULL;
  g_autofree char *text = g_strdup_printf ("Text %d", g_test_rand_int_range (0, 50));
  CommonsRect bounds = { g_test_rand_int_range (0, 90) * 12, g_test_rand_int_range (0, 90) * 12, 204, 62 };
  int what = node == NULL ? 0 : g_test_rand_int_range (0, 5);
  g_autoptr (CommonsRecord) record = NULL;

  if (what == 0)
    record = commons_card_new (NULL, &bounds, text);
  else
    record = what < 3 ? commons_record_with_text (node, text) : commons_record_with_bounds (node, &bounds);

  commons_editor_begin (editor, "Edit", NULL);
  if (what == 0)
    commons_editor_add (editor, record);
  else if (what == 4)
    commons_editor_remove (editor, commons_record_get_id (node));
  else
    commons_editor_set (editor, record);
  commons_editor_commit (editor);
}

static gboolean
has_taken (gpointer user_data)
{
  Bench *self = user_data;
  CommonsElsewhere *elsewhere = _commons_window_get_elsewhere (self->window);
  GBytes *saved = commons_document_get_saved_bytes (get_document (self));
  g_autofree char *held = NULL;
  gsize length;

  return commons_elsewhere_get_state (elsewhere) == COMMONS_ELSEWHERE_SAME &&
         g_file_get_contents (self->path, &held, &length, NULL) &&
         length == g_bytes_get_size (saved) && memcmp (held, g_bytes_get_data (saved, NULL), length) == 0;
}

static void
test_random (Bench         *self,
             gconstpointer  data)
{
  CommonsHistory *history = commons_document_get_history (get_document (self));

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (CommonsBoard) theirs = commons_reader_read (commons_document_get_saved_bytes (get_document (self)), NULL, NULL);
      g_autoptr (CommonsEditor) their_editor = commons_editor_new (theirs);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) their_bytes = NULL;
      guint64 state;

      for (int i = g_test_rand_int_range (0, 5); i >= 0; i--)
        {
          random_edit (commons_document_get_editor (get_document (self)));
          random_edit (their_editor);
        }
      before = write_out (self);
      state = commons_history_get_state (history);
      their_bytes = commons_writer_write_full (theirs, commons_writer_get_flags_for_name ("board.commons"));
      put (self, g_bytes_get_data (their_bytes, NULL));
      test_ui_wait (has_taken, self, "the file to be taken up");

      if (commons_history_get_state (history) != state)
        {
          g_autoptr (GBytes) undone = NULL;

          undo (self);
          undone = write_out (self);
          g_assert_true (g_bytes_equal (before, undone));
          g_assert_true (commons_board_view_perform (commons_window_get_view (self->window), "board.redo"));
        }
    }
}

#define ADD(path, text, test) g_test_add ("/changes/" path, Bench, text, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  ADD ("reload", BASE, test_reload);
  ADD ("decide", BASE, test_decide);
  ADD ("undo", BASE, test_undo);
  ADD ("opened", OPEN_CONFLICTS, test_opened);
  ADD ("while-writing", BASE, test_while_writing);
  ADD ("while-dragging", BASE, test_while_dragging);
  ADD ("gone", BASE, test_gone);
  ADD ("unreadable", BASE, test_unreadable);
  ADD ("random", BASE, test_random);

  return g_test_run ();
}
