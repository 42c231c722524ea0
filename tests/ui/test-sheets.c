/* test-sheets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guiding sheets beside a board: questions, answers, and what became of
 * them.
 */

#include "config.h"

#include "commons-answers.h"
#include "commons-arrange.h"
#include "commons-board-view.h"
#include "commons-capture-entry.h"
#include "commons-card-row.h"
#include "commons-panes.h"
#include "commons-question-marks.h"
#include "commons-question-row.h"
#include "commons-sheets-panel.h"
#include "commons-window-private.h"
#include "test-ui.h"

typedef struct
{
  CommonsWindow      *window;
  CommonsBoard       *board;
  CommonsSheetsPanel *panel;
} Bench;

static void
find_all (GtkWidget *widget,
          GType      type,
          GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static GtkWidget *
find_nth (Bench *bench,
          GType  type,
          guint  index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  find_all (GTK_WIDGET (bench->panel), type, found);
  g_assert_cmpuint (found->len, >, index);

  return g_ptr_array_index (found, index);
}

static guint
count (Bench *bench,
       GType  type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  find_all (GTK_WIDGET (bench->panel), type, found);

  return found->len;
}

static void
take_window (Bench         *bench,
             CommonsWindow *window)
{
  bench->window = window;
  bench->board = test_ui_get_board (window);
  _commons_window_show_pane (window, GTK_PACK_START);
  bench->panel = COMMONS_SHEETS_PANEL (adw_bin_get_child (ADW_BIN (window->start_pane)));
}

static void
set_up (Bench         *bench,
        gconstpointer  template_name)
{
  take_window (bench, test_ui_new (template_name));
}

static void
tear_down (Bench         *bench,
           gconstpointer  data)
{
  test_ui_close (bench->window);
}

static CommonsCaptureEntry *
get_entry (Bench *bench)
{
  return COMMONS_CAPTURE_ENTRY (find_nth (bench, COMMONS_TYPE_CAPTURE_ENTRY, 0));
}

static void
answer (Bench      *bench,
        const char *text)
{
  commons_capture_entry_set_text (get_entry (bench), text);
  commons_capture_entry_enter (get_entry (bench));
}

static guint
count_answers (Bench      *bench,
               const char *question)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (bench->board, question);

  return cards->len;
}

static void
test_answer (Bench         *bench,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *text = NULL;
  guint before = commons_board_get_n_nodes (bench->board);

  g_assert_true (commons_sheets_panel_open (bench->panel, "def7"));
  g_assert_cmpstr (commons_sheets_panel_get_open (bench->panel)->id, ==, "def7");
  g_assert_cmpuint (count (bench, COMMONS_TYPE_CARD_ROW), ==, 0);

  answer (bench, "Free access");
  cards = commons_answers_list_cards (bench->board, "def7");
  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpstr (commons_record_get_title (g_ptr_array_index (cards, 0)), ==, "Free access");
  g_assert_cmpstr (commons_record_get_kind (g_ptr_array_index (cards, 0)), ==, "value");

  /* The field is ready for the next one, and the card is in the list. */
  text = commons_capture_entry_dup_text (get_entry (bench));
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpuint (count (bench, COMMONS_TYPE_CARD_ROW), ==, 1);

  commons_board_view_perform (commons_window_get_view (bench->window), "board.undo");
  g_assert_cmpuint (commons_board_get_n_nodes (bench->board), ==, before);
  g_assert_cmpuint (count_answers (bench, "def7"), ==, 0);
}

/* One person's card is hidden and signed; for later it is a question. */
static void
test_modes (Bench         *bench,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = NULL;

  commons_sheets_panel_open (bench->panel, "def7");
  commons_capture_entry_set_mode (get_entry (bench), COMMONS_CAPTURE_I);
  answer (bench, "Mine");
  commons_capture_entry_set_mode (get_entry (bench), COMMONS_CAPTURE_LATER);
  answer (bench, "Who knows");

  cards = commons_answers_list_cards (bench->board, "def7");
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_true (commons_record_is_hidden (g_ptr_array_index (cards, 0)));
  g_assert_cmpstr (commons_record_get_kind (g_ptr_array_index (cards, 1)), ==, "question");
  g_assert_cmpint (commons_answers_get_state (bench->board, "def7"), ==, COMMONS_ANSWER_DISCUSS);

  /* Hidden words are not given away here either. */
  for (guint i = 0; i < count (bench, COMMONS_TYPE_CARD_ROW); i++)
    {
      const char *tip = gtk_widget_get_tooltip_text (find_nth (bench, COMMONS_TYPE_CARD_ROW, i));

      g_assert_cmpstr (tip, !=, "Mine");
    }
}

static void
test_lines (Bench         *bench,
            gconstpointer  data)
{
  const char *texts[] = { "Free access", "Independence", "Welcome", NULL };
  CommonsBoardView *view = commons_window_get_view (bench->window);

  commons_sheets_panel_open (bench->panel, "def7");
  g_signal_emit_by_name (get_entry (bench), "entered", texts);
  g_assert_cmpuint (count_answers (bench, "def7"), ==, 3);
  g_assert_cmpuint (count (bench, COMMONS_TYPE_CARD_ROW), ==, 3);

  /* All of them are one step. */
  commons_board_view_perform (view, "board.undo");
  g_assert_cmpuint (count_answers (bench, "def7"), ==, 0);
}

/* Over the ends of sheets, and no further. */
static void
test_steps (Bench         *bench,
            gconstpointer  data)
{
  commons_sheets_panel_open (bench->panel, "def14");
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.next-question", NULL);
  g_assert_cmpstr (commons_sheets_panel_get_open (bench->panel)->id, ==, "fon1");
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.previous-question", NULL);
  g_assert_cmpstr (commons_sheets_panel_get_open (bench->panel)->id, ==, "def14");

  commons_sheets_panel_open (bench->panel, "pro14");
  commons_sheets_panel_step (bench->panel, 1);
  g_assert_cmpstr (commons_sheets_panel_get_open (bench->panel)->id, ==, "pro14");
  g_assert_false (commons_sheets_panel_open (bench->panel, "pro99"));
}

/* What was not entered waits at its question. */
static void
test_drafts (Bench         *bench,
             gconstpointer  data)
{
  g_autofree char *there = NULL;
  g_autofree char *back = NULL;

  commons_sheets_panel_open (bench->panel, "def2");
  commons_capture_entry_set_text (get_entry (bench), "A map");
  commons_sheets_panel_step (bench->panel, 1);
  there = commons_capture_entry_dup_text (get_entry (bench));
  g_assert_cmpstr (there, ==, "");

  commons_sheets_panel_step (bench->panel, -1);
  back = commons_capture_entry_dup_text (get_entry (bench));
  g_assert_cmpstr (back, ==, "A map");

  commons_sheets_panel_step (bench->panel, 1);
  commons_sheets_panel_commit (bench->panel);
  g_assert_cmpuint (count_answers (bench, "def2"), ==, 1);
}

static void
test_marks (Bench         *bench,
            gconstpointer  data)
{
  GtkWidget *marks;
  GtkWidget *answered;

  commons_sheets_panel_open (bench->panel, "def3");
  marks = find_nth (bench, COMMONS_TYPE_QUESTION_MARKS, 0);
  answered = gtk_widget_get_first_child (gtk_widget_get_next_sibling (gtk_widget_get_first_child (marks)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (answered), TRUE);
  g_assert_cmpint (commons_answers_get_state (bench->board, "def3"), ==, COMMONS_ANSWER_ANSWERED);

  gtk_widget_activate_action (marks, "question.discuss", NULL);
  g_assert_cmpint (commons_answers_get_state (bench->board, "def3"), ==, COMMONS_ANSWER_DISCUSS);

  /* One step back each. */
  commons_board_view_perform (commons_window_get_view (bench->window), "board.undo");
  g_assert_cmpint (commons_answers_get_state (bench->board, "def3"), ==, COMMONS_ANSWER_ANSWERED);
  commons_board_view_perform (commons_window_get_view (bench->window), "board.undo");
  g_assert_cmpint (commons_answers_get_state (bench->board, "def3"), ==, COMMONS_ANSWER_OPEN);
}

static char *
add_card (Bench      *bench,
          const char *kind,
          int         x,
          int         y,
          const char *title)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (commons_window_get_view (bench->window));

  return commons_arrange_create (commons_document_get_editor (commons_window_get_document (bench->window)),
                                 commons_catalogue_get_kind (catalogue, kind), x, y, 204, 62, title, "New");
}

static void
test_file (Bench         *bench,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, add_card (bench, "resource", 0, 0, "A map"));
  g_ptr_array_add (ids, g_strdup ("no such card"));
  g_assert_true (commons_sheets_panel_file (bench->panel, "def2", ids));
  g_assert_cmpuint (count_answers (bench, "def2"), ==, 1);

  /* Again says nothing new. */
  g_assert_false (commons_sheets_panel_file (bench->panel, "def2", ids));
  g_assert_false (commons_sheets_panel_file (bench->panel, "no such question", ids));
}

static gboolean
is_hovered (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWidget *row = find_nth (bench, COMMONS_TYPE_QUESTION_ROW, 1);

  return gtk_widget_get_height (row) > 0;
}

/* A card let go over a question is filed there, and stays where it was. */
static void
test_drag (Bench         *bench,
           gconstpointer  data)
{
  CommonsBoardView *view = commons_window_get_view (bench->window);
  g_autofree char *id = add_card (bench, "resource", 600, 0, "A map");
  CommonsRect before = *commons_record_get_bounds (commons_board_lookup_node (bench->board, id));
  CommonsRect after;
  GtkWidget *row;
  graphene_point_t point;
  double x, y;

  commons_sheets_panel_open (bench->panel, "def1");
  test_ui_wait (is_hovered, bench, "the questions to have their place");
  test_ui_frame (GTK_WIDGET (view));
  row = find_nth (bench, COMMONS_TYPE_QUESTION_ROW, 1);
  g_assert_true (gtk_widget_compute_point (row, GTK_WIDGET (view), &GRAPHENE_POINT_INIT (60, 12), &point));

  test_ui_locate (bench->window, id, &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, -40, 0);
  test_ui_move (view, point.x - x, point.y - y);
  g_assert_true (gtk_widget_has_css_class (row, "target"));
  test_ui_release (view, point.x - x, point.y - y);

  g_assert_false (gtk_widget_has_css_class (row, "target"));
  g_assert_cmpuint (count_answers (bench, "def2"), ==, 1);
  after = *commons_record_get_bounds (commons_board_lookup_node (bench->board, id));
  g_assert_cmpint (after.x, ==, before.x);
  g_assert_cmpint (after.y, ==, before.y);
}

static void
test_file_under (Bench         *bench,
                 gconstpointer  data)
{
  CommonsSelection *selection = commons_board_view_get_selection (commons_window_get_view (bench->window));
  g_autofree char *id = add_card (bench, "resource", 600, 0, "A map");
  GListModel *windows;
  GtkWindow *dialog = NULL;

  commons_selection_set_only (selection, id);
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.file-under", NULL);
  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (bench->window))
        dialog = other;
    }
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "picked", "fon6");
  g_assert_cmpuint (count_answers (bench, "fon6"), ==, 1);
}

/* Questions speak the language of the board, and follow it to another. */
static void
test_other_document (Bench         *bench,
                     gconstpointer  data)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const CommonsQuestion *question = commons_sheets_panel_get_open (bench->panel);
  g_autofree char *english = g_strdup (question->question);

  tear_down (bench, NULL);
  take_window (bench, test_ui_open (file));
  commons_sheets_panel_open (bench->panel, "def1");
  g_assert_cmpstr (commons_sheets_panel_get_open (bench->panel)->question, !=, english);
}

/* A file may say anything of its sheets. */
static void
test_hostile (void)
{
  const char *contents =
    "{\"commons\":{\"format\":1,\"title\":\"Odd\",\"language\":\"en\",\"template\":\"governance\",\"sheets\":{"
    "\"def1\":7,\"def2\":{\"state\":[],\"cards\":\"x\"},\"def3\":{\"cards\":[1,null,\"gone\"],\"state\":\"later\"},"
    "\"zzz\":{\"state\":\"answered\"}}},\"nodes\":[],\"edges\":[]}";
  g_autofree char *folder = g_dir_make_tmp ("commons-sheets-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "odd.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Bench bench;

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  take_window (&bench, test_ui_open (file));
  for (guint i = 1; i < 14; i++)
    commons_sheets_panel_step (bench.panel, 1);
  commons_sheets_panel_open (bench.panel, "def3");
  g_assert_cmpuint (count (&bench, COMMONS_TYPE_CARD_ROW), ==, 0);
  tear_down (&bench, NULL);
}

/* All can be read, and nothing written. */
static void
test_read_only (void)
{
  const char *contents =
    "{\"commons\":{\"format\":99,\"title\":\"Newer\",\"language\":\"en\",\"template\":\"governance\",\"sheets\":{"
    "\"def2\":{\"state\":\"answered\",\"cards\":[\"a\"]}}},"
    "\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":204,\"height\":62,\"text\":\"A map\","
    "\"commons\":{\"kind\":\"resource\"}}],\"edges\":[]}";
  g_autofree char *folder = g_dir_make_tmp ("commons-sheets-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "newer.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Bench bench;

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  take_window (&bench, test_ui_open (file));
  g_assert_true (commons_document_get_read_only (commons_window_get_document (bench.window)));

  commons_sheets_panel_open (bench.panel, "def2");
  g_assert_cmpuint (count (&bench, COMMONS_TYPE_CARD_ROW), ==, 1);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_entry (&bench))));
  answer (&bench, "One more");
  g_ptr_array_add (ids, (gpointer) "a");
  g_assert_false (commons_sheets_panel_file (bench.panel, "def3", ids));
  g_assert_cmpuint (commons_board_get_n_nodes (bench.board), ==, 1);
  tear_down (&bench, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add ("/ui/sheets/answer", Bench, "governance", set_up, test_answer, tear_down);
  g_test_add ("/ui/sheets/modes", Bench, "governance", set_up, test_modes, tear_down);
  g_test_add ("/ui/sheets/lines", Bench, "governance", set_up, test_lines, tear_down);
  g_test_add ("/ui/sheets/steps", Bench, "governance", set_up, test_steps, tear_down);
  g_test_add ("/ui/sheets/drafts", Bench, "governance", set_up, test_drafts, tear_down);
  g_test_add ("/ui/sheets/marks", Bench, "governance", set_up, test_marks, tear_down);
  g_test_add ("/ui/sheets/file", Bench, "governance", set_up, test_file, tear_down);
  g_test_add ("/ui/sheets/file-under", Bench, "governance", set_up, test_file_under, tear_down);
  g_test_add ("/ui/sheets/drag", Bench, "blank", set_up, test_drag, tear_down);
  g_test_add ("/ui/sheets/other-document", Bench, "governance", set_up, test_other_document, tear_down);
  g_test_add_func ("/ui/sheets/hostile", test_hostile);
  g_test_add_func ("/ui/sheets/read-only", test_read_only);

  return g_test_run ();
}
