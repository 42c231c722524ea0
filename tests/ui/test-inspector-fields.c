/* test-inspector-fields.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The control of every field of every kind, with a window.
 */

#include "config.h"

#include "commons-field-editor.h"
#include "commons-growing-text.h"
#include "commons-inspect-rights.h"
#include "commons-inspect.h"
#include "commons-rights-dialog.h"
#include "test-ui.h"

typedef struct
{
  CommonsWindow    *window;
  CommonsBoardView *view;
  CommonsBoard     *board;
  CommonsEditor    *editor;
  GtkWidget        *parent;
  char             *ids[3];
} Fixture;

static char *
add_card (Fixture    *fixture,
          const char *kind)
{
  const CommonsRect bounds = { 0, 0, 204, 62 };
  gboolean group = g_strcmp0 (kind, "circle") == 0 || g_strcmp0 (kind, "zone") == 0;
  g_autoptr (CommonsRecord) card = commons_record_new_card (kind, group, &bounds, "Card");

  commons_editor_begin (fixture->editor, "add", NULL);
  commons_editor_add (fixture->editor, card);
  commons_editor_commit (fixture->editor);

  return g_strdup (commons_record_get_id (card));
}

static void
set_up (Fixture    *fixture,
        const char *kind)
{
  CommonsDocument *document;

  fixture->window = test_ui_new ("blank");
  fixture->view = commons_window_get_view (fixture->window);
  fixture->board = test_ui_get_board (fixture->window);
  document = commons_board_view_get_document (fixture->view);
  fixture->editor = commons_document_get_editor (document);
  fixture->parent = gtk_window_new ();
  fixture->ids[0] = add_card (fixture, kind);
  fixture->ids[1] = add_card (fixture, kind);
  fixture->ids[2] = NULL;
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  g_free (fixture->ids[0]);
  g_free (fixture->ids[1]);
  test_ui_close (fixture->window);
}

static const CommonsField *
find_field (const char *kind_id,
            const char *id)
{
  const CommonsKind *kind = commons_catalogue_get_kind (commons_catalogue_get ("en"), kind_id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, id))
        return &kind->fields[i];
    }

  g_assert_not_reached ();
}

static CommonsFieldEditor *
open_field (Fixture    *fixture,
            const char *kind,
            const char *id,
            gboolean    several)
{
  GtkWidget *editor = commons_field_editor_new (fixture->view, kind, find_field (kind, id));
  const char *one[] = { fixture->ids[0], NULL };

  gtk_window_set_child (GTK_WINDOW (fixture->parent), editor);
  commons_field_editor_set_cards (COMMONS_FIELD_EDITOR (editor), several ? (const char *const *) fixture->ids : one);

  return COMMONS_FIELD_EDITOR (editor);
}

static char *
read_field (Fixture    *fixture,
            guint       card,
            const char *id)
{
  g_autofree char *path = g_strconcat ("commons/fields/", id, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  JsonNode *value;

  g_ptr_array_add (ids, fixture->ids[card]);
  commons_inspect_get (fixture->board, ids, path, &value);

  return commons_inspect_describe (value);
}

static void
assert_field (Fixture    *fixture,
              guint       card,
              const char *id,
              const char *expected)
{
  g_autofree char *text = read_field (fixture, card, id);

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (Fixture            *fixture,
      CommonsFieldEditor *editor)
{
  g_assert_true (commons_board_view_perform (fixture->view, "board.undo"));
  if (editor != NULL)
    commons_field_editor_update (editor);
}

static void
type (CommonsFieldEditor *editor,
      const char         *text)
{
  GtkWidget *control = commons_field_editor_get_control (editor);

  if (COMMONS_IS_GROWING_TEXT (control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (commons_growing_text_get_view (COMMONS_GROWING_TEXT (control)))),
                              text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (control), text);
}

static const char *
get_typed (CommonsFieldEditor *editor)
{
  return gtk_editable_get_text (GTK_EDITABLE (commons_field_editor_get_control (editor)));
}

/* Every field of every kind has a control, a name and, where it is chosen,
 * names for what can be chosen, in both languages. */
static void
test_every_field (void)
{
  static const char *const languages[] = { "en", "fr" };
  Fixture fixture;
  guint n_fields = 0;

  set_up (&fixture, "rule");
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[l]);

      for (guint k = 0; k < commons_catalogue_get_n_kinds (catalogue); k++)
        {
          const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, k);

          for (guint i = 0; i < kind->n_fields; i++, n_fields++)
            {
              GtkWidget *editor = commons_field_editor_new (fixture.view, kind->id, &kind->fields[i]);
              const char *const cards[] = { fixture.ids[0], NULL };

              gtk_window_set_child (GTK_WINDOW (fixture.parent), editor);
              commons_field_editor_set_cards (COMMONS_FIELD_EDITOR (editor), cards);
              g_assert_nonnull (commons_field_editor_get_control (COMMONS_FIELD_EDITOR (editor)));
              g_assert_cmpstr (kind->fields[i].label, !=, "");
              g_assert_cmpstr (kind->fields[i].label, !=, kind->fields[i].id);
              if (kind->fields[i].enumeration != NULL)
                g_assert_nonnull (commons_catalogue_get_enum (catalogue, kind->fields[i].enumeration));
            }
        }
    }

  g_assert_cmpuint (n_fields, >, 200);
  tear_down (&fixture);
}

/* Typing letter by letter is one step; taking it back empties the control. */
static void
test_typing (void)
{
  static const struct { const char *kind, *field, *typed, *stored; } cases[] = {
    { "tool", "operator", "Camille", "Camille" },
    { "contribution", "channel", "Forum", "Forum" },
    { "value", "meaning", "Two\nlines", "Two\nlines" },
    { "decision_right", "duration_days", "10", "10" },
    { "indicator", "target", "12,5", "12.5" },
    { "rule", "review_on", "6 mars 2027", "2027-03-06" },
    { "rule", "url", "https://example.org/x", "https://example.org/x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      CommonsFieldEditor *editor;
      CommonsHistory *history;
      guint64 before;

      set_up (&fixture, cases[i].kind);
      editor = open_field (&fixture, cases[i].kind, cases[i].field, FALSE);
      history = commons_document_get_history (commons_board_view_get_document (fixture.view));
      before = commons_history_get_state (history);
      for (const char *c = g_utf8_next_char (cases[i].typed);; c = g_utf8_next_char (c))
        {
          g_autofree char *start = g_strndup (cases[i].typed, (gsize) (c - cases[i].typed));

          type (editor, start);
          commons_field_editor_update (editor);
          if (*c == '\0')
            break;
        }

      assert_field (&fixture, 0, cases[i].field, cases[i].stored);
      g_assert_null (commons_field_editor_get_complaint (editor));
      undo (&fixture, editor);
      g_assert_cmpuint (commons_history_get_state (history), ==, before);
      assert_field (&fixture, 0, cases[i].field, "");
      if (GTK_IS_EDITABLE (commons_field_editor_get_control (editor)))
        g_assert_cmpstr (get_typed (editor), ==, "");
      tear_down (&fixture);
    }
}

/* What makes no sense stays in view, is told, and is not written. */
static void
test_nonsense (void)
{
  static const struct { const char *kind, *field, *typed; } cases[] = {
    { "decision_right", "duration_days", "seven" },
    { "decision_right", "duration_days", "-3" },
    { "decision_right", "duration_days", "2.5" },
    { "flow", "share_pct", "140" },
    { "rule", "review_on", "31 February 2027" },
    { "rule", "url", "javascript:alert(1)" },
    { "rule", "url", "file:///etc/passwd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      CommonsFieldEditor *editor;

      set_up (&fixture, cases[i].kind);
      editor = open_field (&fixture, cases[i].kind, cases[i].field, FALSE);
      type (editor, cases[i].typed);
      g_signal_emit_by_name (commons_field_editor_get_control (editor), "activate");
      g_assert_nonnull (commons_field_editor_get_complaint (editor));
      g_assert_cmpstr (get_typed (editor), ==, cases[i].typed);
      assert_field (&fixture, 0, cases[i].field, "");

      /* It stays while the board changes elsewhere, and goes once corrected. */
      commons_field_editor_update (editor);
      g_assert_cmpstr (get_typed (editor), ==, cases[i].typed);
      type (editor, "");
      g_signal_emit_by_name (commons_field_editor_get_control (editor), "activate");
      g_assert_null (commons_field_editor_get_complaint (editor));
      tear_down (&fixture);
    }
}

static void
find_toggles (GtkWidget *widget,
              GPtrArray *toggles)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    g_ptr_array_add (toggles, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_toggles (child, toggles);
}

static void
toggle (CommonsFieldEditor *editor,
        guint               index)
{
  g_autoptr (GPtrArray) toggles = g_ptr_array_new ();
  GtkToggleButton *button;

  find_toggles (GTK_WIDGET (editor), toggles);
  button = g_ptr_array_index (toggles, index);
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* Not said is not no. */
static void
test_toggles (void)
{
  Fixture fixture;
  CommonsFieldEditor *editor;

  set_up (&fixture, "rule");
  editor = open_field (&fixture, "rule", "written", FALSE);
  toggle (editor, 0);
  assert_field (&fixture, 0, "written", "true");
  toggle (editor, 1);
  assert_field (&fixture, 0, "written", "false");
  toggle (editor, 1);
  assert_field (&fixture, 0, "written", "");
  undo (&fixture, editor);
  assert_field (&fixture, 0, "written", "false");
  tear_down (&fixture);

  set_up (&fixture, "risk");
  editor = open_field (&fixture, "risk", "severity", FALSE);
  toggle (editor, 4);
  assert_field (&fixture, 0, "severity", "5");
  toggle (editor, 0);
  assert_field (&fixture, 0, "severity", "1");
  undo (&fixture, editor);
  undo (&fixture, editor);
  assert_field (&fixture, 0, "severity", "");
  tear_down (&fixture);
}

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

static void
choose (CommonsFieldEditor *editor,
        const char         *value,
        gboolean            on)
{
  GtkWidget *button = find_type (GTK_WIDGET (editor), GTK_TYPE_MENU_BUTTON);

  g_signal_emit_by_name (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), "chosen", value, on);
}

static void
test_choices (void)
{
  Fixture fixture;
  CommonsFieldEditor *editor;

  set_up (&fixture, "rule");
  editor = open_field (&fixture, "rule", "rule_type", FALSE);
  choose (editor, "sanction", TRUE);
  assert_field (&fixture, 0, "rule_type", "sanction");
  choose (editor, "", FALSE);
  assert_field (&fixture, 0, "rule_type", "");

  editor = open_field (&fixture, "rule", "ostrom", FALSE);
  choose (editor, "2", TRUE);
  choose (editor, "5", TRUE);
  choose (editor, "2", FALSE);
  assert_field (&fixture, 0, "ostrom", "5");
  undo (&fixture, editor);
  assert_field (&fixture, 0, "ostrom", "2, 5");
  tear_down (&fixture);
}

/* Steps of a ladder are chosen one by one, or all at once. */
static void
test_ladder (void)
{
  Fixture fixture;
  CommonsFieldEditor *editor;

  set_up (&fixture, "rule");
  editor = open_field (&fixture, "rule", "sanction_steps", FALSE);
  choose (editor, "exclusion", TRUE);
  choose (editor, "private_message", TRUE);
  assert_field (&fixture, 0, "sanction_steps", "exclusion, private_message");
  choose (editor, "exclusion", FALSE);
  choose (editor, "private_message", FALSE);
  assert_field (&fixture, 0, "sanction_steps", "");
  for (GtkWidget *child = gtk_widget_get_last_child (gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (editor))));
       child != NULL; child = NULL)
    g_signal_emit_by_name (child, "clicked");
  assert_field (&fixture, 0, "sanction_steps",
                "private_message, public_reminder, hold, suspension, loss_of_role, exclusion");
  undo (&fixture, editor);
  assert_field (&fixture, 0, "sanction_steps", "");
  tear_down (&fixture);
}

static void
test_list (void)
{
  Fixture fixture;
  CommonsFieldEditor *editor;
  GtkWidget *row;

  set_up (&fixture, "role");
  editor = open_field (&fixture, "role", "holders", FALSE);
  type (editor, "Lou");
  g_signal_emit_by_name (commons_field_editor_get_control (editor), "activate");
  type (editor, "Idriss");
  g_signal_emit_by_name (commons_field_editor_get_control (editor), "activate");
  assert_field (&fixture, 0, "holders", "Lou, Idriss");

  /* The first row is written in; then the second one goes up. */
  row = find_type (GTK_WIDGET (editor), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (row), "Louise");
  assert_field (&fixture, 0, "holders", "Louise, Idriss");
  row = gtk_widget_get_next_sibling (gtk_widget_get_parent (row));
  g_signal_emit_by_name (gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)), "clicked");
  assert_field (&fixture, 0, "holders", "Idriss, Louise");
  undo (&fixture, editor);
  undo (&fixture, editor);
  assert_field (&fixture, 0, "holders", "Lou, Idriss");
  row = gtk_widget_get_parent (find_type (GTK_WIDGET (editor), GTK_TYPE_ENTRY));
  g_signal_emit_by_name (gtk_widget_get_last_child (row), "clicked");
  assert_field (&fixture, 0, "holders", "Idriss");
  tear_down (&fixture);
}

/* Cards that differ are said to; setting one value sets it for all, at once. */
static void
test_mixed (void)
{
  Fixture fixture;
  CommonsFieldEditor *editor;

  set_up (&fixture, "contribution");
  editor = open_field (&fixture, "contribution", "channel", FALSE);
  type (editor, "Forum");
  editor = open_field (&fixture, "contribution", "channel", TRUE);
  g_assert_cmpstr (get_typed (editor), ==, "");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (commons_field_editor_get_control (editor))), ==,
                   "Several values");
  type (editor, "List");
  assert_field (&fixture, 0, "channel", "List");
  assert_field (&fixture, 1, "channel", "List");
  undo (&fixture, editor);
  assert_field (&fixture, 0, "channel", "Forum");
  assert_field (&fixture, 1, "channel", "");
  tear_down (&fixture);
}

/* A file may say anything: it is shown, and stays until somebody writes. */
static void
test_wrong_types (void)
{
  static const char *const values[] = { "7", "\"word\"", "true", "[1, [2], {\"a\": 3}]", "{\"a\": [1]}", "1e300" };
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  Fixture fixture;

  set_up (&fixture, "rule");
  for (guint k = 0; k < commons_catalogue_get_n_kinds (catalogue); k++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, k);

      for (guint i = 0; i < kind->n_fields; i++)
        {
          g_autofree char *path = g_strconcat ("commons/fields/", kind->fields[i].id, NULL);
          g_autoptr (JsonNode) value = json_from_string (values[(k + i) % G_N_ELEMENTS (values)], NULL);
          g_autoptr (GPtrArray) ids = g_ptr_array_new ();
          const char *const cards[] = { fixture.ids[0], NULL };
          g_autofree char *before = NULL, *after = NULL;
          GtkWidget *editor;

          g_ptr_array_add (ids, fixture.ids[0]);
          commons_inspect_set (fixture.editor, ids, path, value, "set", NULL);
          before = read_field (&fixture, 0, kind->fields[i].id);
          editor = commons_field_editor_new (fixture.view, kind->id, &kind->fields[i]);
          gtk_window_set_child (GTK_WINDOW (fixture.parent), editor);
          commons_field_editor_set_cards (COMMONS_FIELD_EDITOR (editor), cards);
          gtk_window_set_child (GTK_WINDOW (fixture.parent), NULL);
          after = read_field (&fixture, 0, kind->fields[i].id);
          g_assert_cmpstr (after, ==, before);
          undo (&fixture, NULL);
        }
    }
  tear_down (&fixture);
}

static void
test_rights (void)
{
  Fixture fixture;
  g_autofree char *resource = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkWidget *dialog, *box;

  set_up (&fixture, "circle");
  resource = add_card (&fixture, "resource");
  g_ptr_array_add (ids, fixture.ids[0]);
  dialog = commons_rights_dialog_new (fixture.editor, commons_catalogue_get ("en"), "right", ids);
  box = commons_rights_dialog_get_box (COMMONS_RIGHTS_DIALOG (dialog), resource, "manage");
  g_assert_nonnull (box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
  g_assert_cmpuint (commons_rights_count (fixture.board, ids, resource, "manage"), ==, 1);
  undo (&fixture, NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
  g_assert_cmpuint (commons_rights_count (fixture.board, ids, resource, "manage"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
  tear_down (&fixture);
}

/* What is typed is taken back in the field first; what the board took back is
 * not brought back by the field. */
static void
test_own_undo (void)
{
  Fixture fixture;
  CommonsFieldEditor *editor;
  GtkEditable *text;

  set_up (&fixture, "contribution");
  editor = open_field (&fixture, "contribution", "channel", FALSE);
  text = gtk_editable_get_delegate (GTK_EDITABLE (commons_field_editor_get_control (editor)));
  g_signal_emit_by_name (text, "insert-at-cursor", "Forum");
  assert_field (&fixture, 0, "channel", "Forum");
  gtk_widget_activate_action (GTK_WIDGET (text), "text.undo", NULL);
  assert_field (&fixture, 0, "channel", "");
  g_assert_cmpstr (get_typed (editor), ==, "");

  g_signal_emit_by_name (text, "insert-at-cursor", "List");
  assert_field (&fixture, 0, "channel", "List");
  undo (&fixture, editor);
  g_assert_cmpstr (get_typed (editor), ==, "");
  gtk_widget_activate_action (GTK_WIDGET (text), "text.undo", NULL);
  g_assert_cmpstr (get_typed (editor), ==, "");
  assert_field (&fixture, 0, "channel", "");
  tear_down (&fixture);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A cursor that blinks when its text is locked elsewhere does so a while
 * longer: nothing may end the program then. */
static void
test_locked_text (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = commons_growing_text_new ("Text"), *button = gtk_button_new_with_label ("Other");
  GtkWidget *view = commons_growing_text_get_view (COMMONS_GROWING_TEXT (text));
  gboolean over = FALSE;

  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), button);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (view);
  g_signal_emit_by_name (view, "insert-at-cursor", "Word");
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE);
  gtk_widget_grab_focus (button);
  commons_growing_text_set_editable (COMMONS_GROWING_TEXT (text), FALSE);

  g_timeout_add (300, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/inspector-fields/every-field", test_every_field);
  g_test_add_func ("/inspector-fields/typing", test_typing);
  g_test_add_func ("/inspector-fields/own-undo", test_own_undo);
  g_test_add_func ("/inspector-fields/nonsense", test_nonsense);
  g_test_add_func ("/inspector-fields/toggles", test_toggles);
  g_test_add_func ("/inspector-fields/choices", test_choices);
  g_test_add_func ("/inspector-fields/ladder", test_ladder);
  g_test_add_func ("/inspector-fields/list", test_list);
  g_test_add_func ("/inspector-fields/mixed", test_mixed);
  g_test_add_func ("/inspector-fields/wrong-types", test_wrong_types);
  g_test_add_func ("/inspector-fields/rights", test_rights);
  g_test_add_func ("/inspector-fields/locked-text", test_locked_text);

  return g_test_run ();
}
