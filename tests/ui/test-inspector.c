/* test-inspector.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel that shows what is selected, with a window.
 */

#include "config.h"

#include "commons-field-editor.h"
#include "commons-growing-text.h"
#include "commons-inspector.h"
#include "commons-window-private.h"
#include "test-ui.h"

typedef struct
{
  CommonsWindow    *window;
  CommonsBoardView *view;
  CommonsBoard     *board;
  CommonsHistory   *history;
  CommonsSelection *selection;
  CommonsInspector *inspector;
} Fixture;

static GtkWidget *
find_type (GtkWidget *widget,
           GType      wanted)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, wanted) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, wanted);

  return found;
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_strrstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
set_up (Fixture *fixture)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->window = test_ui_open (file);
  fixture->view = commons_window_get_view (fixture->window);
  fixture->board = test_ui_get_board (fixture->window);
  fixture->history = commons_document_get_history (commons_board_view_get_document (fixture->view));
  fixture->selection = commons_board_view_get_selection (fixture->view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.inspector", NULL));
  fixture->inspector = COMMONS_INSPECTOR (find_type (GTK_WIDGET (fixture->window), COMMONS_TYPE_INSPECTOR));
  g_assert_nonnull (fixture->inspector);
}

static void
select_card (Fixture    *fixture,
             const char *id)
{
  commons_selection_set_only (fixture->selection, id);
  commons_inspector_update (fixture->inspector);
}

static void
undo (Fixture *fixture)
{
  g_assert_true (commons_board_view_perform (fixture->view, "board.undo"));
  commons_inspector_update (fixture->inspector);
}

static void
type (Fixture    *fixture,
      const char *part,
      const char *text)
{
  GtkWidget *field = commons_inspector_get_editor (fixture->inspector, part);
  GtkWidget *view = commons_growing_text_get_view (COMMONS_GROWING_TEXT (field));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  commons_inspector_update (fixture->inspector);
}

static char *
get_text (Fixture    *fixture,
          const char *part)
{
  return commons_growing_text_dup_text (COMMONS_GROWING_TEXT (commons_inspector_get_editor (fixture->inspector, part)));
}

static CommonsRecord *
get_card (Fixture    *fixture,
          const char *id)
{
  return commons_board_lookup (fixture->board, id);
}

/* Title and text are written where they are read: two steps to undo. */
static void
test_text (void)
{
  Fixture fixture;
  g_autofree char *title = NULL, *again = NULL;
  guint64 before;

  set_up (&fixture);
  select_card (&fixture, "ru2");
  before = commons_history_get_state (fixture.history);
  title = get_text (&fixture, "title");
  g_assert_cmpstr (title, ==, "Review within seven days");

  type (&fixture, "title", "Review");
  type (&fixture, "title", "Review in a week");
  g_assert_cmpstr (commons_record_get_title (get_card (&fixture, "ru2")), ==, "Review in a week");
  type (&fixture, "body", "By");
  type (&fixture, "body", "By a reviewer\nor two");
  g_assert_cmpstr (commons_record_get_text (get_card (&fixture, "ru2")), ==, "Review in a week\nBy a reviewer\nor two");

  undo (&fixture);
  g_assert_cmpstr (commons_record_get_text (get_card (&fixture, "ru2")), ==, "Review in a week");
  undo (&fixture);
  g_assert_cmpuint (commons_history_get_state (fixture.history), ==, before);
  again = get_text (&fixture, "title");
  g_assert_cmpstr (again, ==, "Review within seven days");
  test_ui_close (fixture.window);
}

/* Cards of one kind are shown by the same controls: nothing flickers, and
 * whoever writes keeps the focus when the board changes. */
static void
test_follows (void)
{
  Fixture fixture;
  GtkWidget *statement, *focus;
  g_autofree char *text = NULL;

  set_up (&fixture);
  select_card (&fixture, "ru2");
  statement = commons_inspector_get_editor (fixture.inspector, "statement");
  g_assert_nonnull (statement);
  select_card (&fixture, "ru1");
  g_assert_true (commons_inspector_get_editor (fixture.inspector, "statement") == statement);
  text = commons_growing_text_dup_text (COMMONS_GROWING_TEXT (commons_field_editor_get_control (COMMONS_FIELD_EDITOR (statement))));
  g_assert_cmpstr (text, ==, "A survey shows at once, marked “to check”.");

  gtk_widget_grab_focus (statement);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture.window));
  g_assert_true (gtk_widget_is_ancestor (focus, statement));
  commons_board_view_type (fixture.view, "ru2", "Elsewhere", "key");
  commons_inspector_update (fixture.inspector);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == focus);

  /* Another kind has other fields. */
  select_card (&fixture, "mo1");
  g_assert_null (commons_inspector_get_editor (fixture.inspector, "statement_of_nothing"));
  g_assert_nonnull (commons_inspector_get_editor (fixture.inspector, "intensity"));
  g_assert_null (commons_inspector_get_editor (fixture.inspector, "rule_type"));
  test_ui_close (fixture.window);
}

static void
find_toggles (GtkWidget  *widget,
              const char *label,
              GtkWidget **found)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), label) == 0)
    *found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_toggles (child, label, found);
}

static GtkToggleButton *
get_toggle (Fixture    *fixture,
            const char *label)
{
  GtkWidget *found = NULL;

  find_toggles (GTK_WIDGET (fixture->inspector), label, &found);
  g_assert_nonnull (found);

  return GTK_TOGGLE_BUTTON (found);
}

/* Status and side of several cards are set at once, and taken back at once. */
static void
test_several (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  set_up (&fixture);
  g_ptr_array_add (ids, "ru2");
  g_ptr_array_add (ids, "ru5");
  g_ptr_array_add (ids, "mo1");
  commons_selection_set_many (fixture.selection, ids);
  commons_inspector_update (fixture.inspector);
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "3 cards"));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Several kinds"));
  g_assert_null (commons_inspector_get_editor (fixture.inspector, "title"));
  g_assert_nonnull (commons_inspector_get_editor (fixture.inspector, "statement"));
  g_assert_null (commons_inspector_get_editor (fixture.inspector, "rule_type"));

  /* They differ, so none is pressed. */
  g_assert_false (gtk_toggle_button_get_active (get_toggle (&fixture, "Agreed")));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Several values"));
  gtk_toggle_button_set_active (get_toggle (&fixture, "Draft"), TRUE);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpstr (commons_record_get_status (get_card (&fixture, g_ptr_array_index (ids, i))), ==, "draft");
  g_assert_true (gtk_toggle_button_get_active (get_toggle (&fixture, "Draft")));
  gtk_toggle_button_set_active (get_toggle (&fixture, "We"), TRUE);
  g_assert_cmpstr (commons_record_get_string (get_card (&fixture, "ru5"), "commons/side"), ==, "we");
  undo (&fixture);
  undo (&fixture);
  g_assert_cmpstr (commons_record_get_status (get_card (&fixture, "ru5")), ==, "contested");
  g_assert_cmpstr (commons_record_get_status (get_card (&fixture, "ru2")), ==, "agreed");
  test_ui_close (fixture.window);
}

/* What the file says that the kind has not is shown, and stays. */
static void
test_unknown (void)
{
  Fixture fixture;
  g_autoptr (CommonsRecord) odd = NULL;
  CommonsEditor *editor;
  g_autoptr (JsonNode) value = json_from_string ("{\"deep\": [1, \"two\"]}", NULL);

  set_up (&fixture);
  editor = commons_document_get_editor (commons_board_view_get_document (fixture.view));
  odd = commons_record_with (get_card (&fixture, "ru2"), "commons/fields/weather", g_steal_pointer (&value));
  commons_editor_begin (editor, "odd", NULL);
  commons_editor_set (editor, odd);
  commons_editor_commit (editor);
  select_card (&fixture, "ru2");
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "weather"));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "{\"deep\":[1,\"two\"]}"));
  type (&fixture, "title", "Other");
  g_assert_nonnull (commons_record_get_object (get_card (&fixture, "ru2")));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "weather"));
  select_card (&fixture, "ru1");
  g_assert_false (says (GTK_WIDGET (fixture.inspector), "weather"));
  test_ui_close (fixture.window);
}

/* A locked card says what it says; a hidden one says nothing here either. */
static void
test_locked_and_hidden (void)
{
  Fixture fixture;
  GtkWidget *title;

  set_up (&fixture);
  select_card (&fixture, "ru2");
  g_assert_true (commons_board_view_perform (fixture.view, "board.lock"));
  commons_inspector_update (fixture.inspector);
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Locked"));
  title = commons_inspector_get_editor (fixture.inspector, "title");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (commons_growing_text_get_view (COMMONS_GROWING_TEXT (title)))));
  undo (&fixture);
  g_assert_false (says (GTK_WIDGET (fixture.inspector), "Locked"));

  {
    CommonsEditor *editor = commons_document_get_editor (commons_board_view_get_document (fixture.view));
    g_autoptr (CommonsRecord) hidden = commons_record_with_flag (get_card (&fixture, "ru2"), "commons/hidden", TRUE);

    commons_editor_begin (editor, "hide", NULL);
    commons_editor_set (editor, hidden);
    commons_editor_commit (editor);
  }
  commons_inspector_update (fixture.inspector);
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Hidden card"));
  g_assert_null (commons_inspector_get_editor (fixture.inspector, "title"));
  test_ui_close (fixture.window);
}

static const char *
find_edge (Fixture    *fixture,
           const char *from,
           const char *link)
{
  GPtrArray *edges = commons_board_get_links (fixture->board, from);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);

      if (g_str_equal (commons_record_get_from (edge), from) && g_strcmp0 (commons_record_get_link (edge), link) == 0)
        return commons_record_get_id (edge);
    }

  return NULL;
}

static void
click_labelled (GtkWidget  *widget,
                const char *tooltip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), tooltip) == 0)
        {
          g_signal_emit_by_name (child, "clicked");
          return;
        }
      click_labelled (child, tooltip);
      child = next;
    }
}

static void
test_links (void)
{
  Fixture fixture;

  set_up (&fixture);
  select_card (&fixture, "ru2");
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Embodies"));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Welcoming beginners"));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Enforced by"));
  g_assert_nonnull (find_edge (&fixture, "ru2", "embodies"));
  click_labelled (GTK_WIDGET (fixture.inspector), "Remove the Link to “Welcoming beginners”");
  g_assert_null (find_edge (&fixture, "ru2", "embodies"));
  commons_inspector_update (fixture.inspector);
  g_assert_false (says (GTK_WIDGET (fixture.inspector), "Welcoming beginners"));
  undo (&fixture);
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Welcoming beginners"));

  /* The link itself, and then the board. */
  select_card (&fixture, find_edge (&fixture, "ru2", "embodies"));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "embodies"));
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Welcoming beginners"));
  commons_selection_clear (fixture.selection);
  commons_inspector_update (fixture.inspector);
  g_assert_true (says (GTK_WIDGET (fixture.inspector), "Select a card"));
  test_ui_close (fixture.window);
}

/* The board's own title, and back. */
static void
test_board (void)
{
  Fixture fixture;
  GtkWidget *editor, *view;

  set_up (&fixture);
  commons_selection_clear (fixture.selection);
  commons_inspector_update (fixture.inspector);
  editor = commons_inspector_get_editor (fixture.inspector, "title");
  g_assert_null (editor);
  editor = commons_inspector_get_editor (fixture.inspector, "description");
  g_assert_nonnull (editor);
  view = commons_growing_text_get_view (COMMONS_GROWING_TEXT (commons_field_editor_get_control (COMMONS_FIELD_EDITOR (editor))));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "About us", -1);
  g_assert_cmpstr (commons_record_get_string (commons_board_get_head (fixture.board), "commons/description"), ==, "About us");
  undo (&fixture);
  g_assert_cmpstr (commons_record_get_string (commons_board_get_head (fixture.board), "commons/description"), !=, "About us");
  test_ui_close (fixture.window);
}

/* Thousands of cards are shown as quickly as three. */
static void
test_many (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsEditor *editor = commons_document_get_editor (commons_board_view_get_document (view));
  GtkWidget *inspector;
  gint64 start;

  commons_editor_begin (editor, "make", NULL);
  for (guint i = 0; i < 10000; i++)
    {
      const CommonsRect bounds = { (int) (i % 100) * 240, (int) (i / 100) * 90, 204, 62 };
      g_autoptr (CommonsRecord) card = commons_record_new_card (i % 2 != 0 ? "rule" : "value", FALSE, &bounds, "Card");

      commons_editor_add (editor, card);
    }
  commons_editor_commit (editor);
  commons_selection_select_all (commons_board_view_get_selection (view));
  _commons_window_make_pane (window, GTK_PACK_END);
  inspector = find_type (GTK_WIDGET (window), COMMONS_TYPE_INSPECTOR);

  start = g_get_monotonic_time ();
  commons_inspector_update (COMMONS_INSPECTOR (inspector));
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_nonnull (commons_inspector_get_editor (COMMONS_INSPECTOR (inspector), "tags"));
  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/inspector/text", test_text);
  g_test_add_func ("/inspector/follows", test_follows);
  g_test_add_func ("/inspector/several", test_several);
  g_test_add_func ("/inspector/unknown", test_unknown);
  g_test_add_func ("/inspector/locked-and-hidden", test_locked_and_hidden);
  g_test_add_func ("/inspector/links", test_links);
  g_test_add_func ("/inspector/board", test_board);
  g_test_add_func ("/inspector/many", test_many);

  return g_test_run ();
}
