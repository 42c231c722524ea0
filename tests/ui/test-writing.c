/* test-writing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that are written on the board, and never lost.
 */

#include "config.h"

#include "commons-arrange.h"
#include "commons-notes-dialog.h"
#include "commons-quick-entry.h"
#include "commons-text-editor.h"
#include "commons-text-keys.h"
#include "commons-tray.h"
#include "test-ui.h"

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkTextBuffer *
get_buffer (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_child (widget, GTK_TYPE_TEXT_VIEW)));
}

static CommonsEditor *
get_editor (CommonsWindow *window)
{
  return commons_document_get_editor (commons_window_get_document (window));
}

static CommonsHistory *
get_history (CommonsWindow *window)
{
  return commons_document_get_history (commons_window_get_document (window));
}

static char *
add_card (CommonsWindow *window,
          const char    *text)
{
  char *id = commons_arrange_create (get_editor (window), NULL, 300, 300, 0, 0, text, "Card");

  commons_history_barrier (get_history (window));
  commons_selection_set_only (commons_board_view_get_selection (commons_window_get_view (window)), id);

  return id;
}

static gboolean
has_no_editor (gpointer user_data)
{
  return find_child (user_data, COMMONS_TYPE_TEXT_EDITOR) == NULL;
}

/* The card goes while somebody writes in it: the words stay, in another one. */
static void
test_card_goes_while_writing (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  g_autofree char *id = add_card (window, "Doomed");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_assert_true (commons_board_view_perform (view, "board.edit"));
  gtk_text_buffer_set_text (get_buffer (GTK_WIDGET (view)), "What matters", -1);
  g_ptr_array_add (ids, id);
  g_assert_true (commons_arrange_delete (get_editor (window), ids, "Delete"));
  test_ui_wait (has_no_editor, view, "the editing to end");

  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 1);
  g_assert_cmpstr (commons_record_get_text (commons_board_get_node (board, 0)), ==, "What matters");

  test_ui_close (window);
}

/* What was not written in goes, even when something else happened since. */
static void
test_empty_card_goes_alone (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  g_autofree char *id = add_card (window, "Stays");
  g_autofree char *other = NULL;

  g_assert_true (commons_board_view_perform (view, "board.clone-right"));
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 2);
  other = commons_arrange_create (get_editor (window), NULL, 900, 900, 0, 0, "Meanwhile", "Card");
  commons_board_view_finish_editing (view);

  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 2);
  g_assert_nonnull (commons_board_lookup_node (board, other));
  g_assert_nonnull (commons_board_lookup_node (board, id));
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 0);

  test_ui_close (window);
}

static void
test_notes (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  g_autofree char *id = add_card (window, "Rule");
  g_autoptr (GList) windows = NULL;
  GtkWidget *dialog = NULL;
  GtkTextBuffer *buffer;

  g_assert_true (commons_board_view_perform (view, "board.notes"));
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    dialog = COMMONS_IS_NOTES_DIALOG (item->data) ? item->data : dialog;
  g_assert_nonnull (dialog);

  buffer = get_buffer (dialog);
  gtk_text_buffer_insert_at_cursor (buffer, "Be", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "cause", -1);
  g_assert_cmpstr (commons_record_get_string (commons_board_lookup_node (board, id), "commons/notes"), ==, "Because");
  gtk_window_close (GTK_WINDOW (dialog));

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_null (commons_record_get_string (commons_board_lookup_node (board, id), "commons/notes"));
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_null (commons_board_lookup_node (board, id));

  test_ui_close (window);
}

/* Forty words in a row, each on the board before the next one. */
static void
test_burst (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoard *board = test_ui_get_board (window);
  GtkWidget *bar = find_child (GTK_WIDGET (window), COMMONS_TYPE_QUICK_ENTRY);
  GtkWidget *entry = find_child (bar, GTK_TYPE_ENTRY);

  g_assert_false (gtk_widget_get_visible (bar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.quick-entry", NULL);
  g_assert_true (gtk_widget_get_visible (bar));

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *word = g_strdup_printf ("  Word %u ", i);
      g_autoptr (GPtrArray) cards = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), word);
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
      cards = commons_tray_list (board);
      g_assert_cmpuint (cards->len, ==, i);
      g_assert_cmpstr (commons_record_get_text (g_ptr_array_index (cards, 0)), ==, g_strstrip (word));
    }

  /* Blanks are no word. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 41);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.quick-entry", NULL);
  g_assert_false (gtk_widget_get_visible (bar));
  test_ui_close (window);
}

static void
check_break (const char *before,
             gboolean    taken,
             const char *after)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *text = NULL;

  gtk_text_buffer_set_text (buffer, before, -1);
  g_assert_cmpint (commons_text_keys_break_line (buffer), ==, taken);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, after);
}

static void
test_lists (void)
{
  check_break ("Title\n- one", TRUE, "Title\n- one\n- ");
  check_break ("Title\n  * one", TRUE, "Title\n  * one\n  * ");
  check_break ("Title\n- [x] done", TRUE, "Title\n- [x] done\n- [ ] ");
  check_break ("Title\n9. nine", TRUE, "Title\n9. nine\n10. ");
  check_break ("Title\n- one\n- ", TRUE, "Title\n- one\n");
  check_break ("Title\n- [ ] ", TRUE, "Title\n");
  check_break ("- title", FALSE, "- title");
  check_break ("Title\nno list", FALSE, "Title\nno list");
  check_break ("Title\n-no list", FALSE, "Title\n-no list");
  check_break ("Title\n12345678901. no list", FALSE, "Title\n12345678901. no list");
}

static void
check_wrap (const char *text,
            int         from,
            int         to,
            const char *mark,
            const char *after)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *found = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &start, &end);
  commons_text_keys_wrap (buffer, mark);
  g_object_get (buffer, "text", &found, NULL);
  g_assert_cmpstr (found, ==, after);

  /* One step back, and all is as it was. */
  g_assert_true (gtk_text_buffer_get_can_undo (buffer));
}

static void
test_marks (void)
{
  check_wrap ("a règle b", 2, 7, "**", "a **règle** b");
  check_wrap ("a **règle** b", 2, 11, "**", "a règle b");
  check_wrap ("a *règle* b", 2, 9, "*", "a règle b");
  check_wrap ("a **règle** b", 2, 11, "*", "a ***règle*** b");
  check_wrap ("a  b", 2, 2, "*", "a ** b");
}

static void
test_paste_is_plain (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *lines = NULL;
  g_autofree char *line = NULL;

  commons_text_keys_paste (buffer, "one\r\ntwo\rthree\n", FALSE);
  g_object_get (buffer, "text", &lines, NULL);
  g_assert_cmpstr (lines, ==, "one\ntwo\nthree\n");

  gtk_text_buffer_set_text (buffer, "", -1);
  commons_text_keys_paste (buffer, "one\r\ntwo", TRUE);
  g_object_get (buffer, "text", &line, NULL);
  g_assert_cmpstr (line, ==, "one two");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/writing/card-goes", test_card_goes_while_writing);
  g_test_add_func ("/writing/empty-card-goes-alone", test_empty_card_goes_alone);
  g_test_add_func ("/writing/notes", test_notes);
  g_test_add_func ("/writing/burst", test_burst);
  g_test_add_func ("/writing/lists", test_lists);
  g_test_add_func ("/writing/marks", test_marks);
  g_test_add_func ("/writing/paste-is-plain", test_paste_is_plain);

  return g_test_run ();
}
