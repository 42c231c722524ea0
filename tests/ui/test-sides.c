/* test-sides.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The comparison of both sides in a window.
 */

#include "config.h"

#include <string.h>

#include "commons-capture.h"
#include "commons-merge-dialog.h"
#include "commons-sides-card.h"
#include "commons-sides-view.h"
#include "test-ui.h"

typedef struct
{
  CommonsWindow    *window;
  CommonsBoardView *view;
  CommonsDocument  *document;
  CommonsBoard     *board;
  CommonsEditor    *editor;
  CommonsCatalogue *catalogue;
  CommonsSidesView *sides;
  char             *ids[4];
} Fixture;

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
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
list_cards (GtkWidget *root,
            GPtrArray *cards)
{
  if (COMMONS_IS_SIDES_CARD (root))
    g_ptr_array_add (cards, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_cards (child, cards);
}

/* All the words that are shown. */
static void
read_words (GtkWidget *root,
            GString   *text)
{
  if (!gtk_widget_get_visible (root))
    return;

  if (GTK_IS_LABEL (root))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_words (child, text);
}

static gboolean
says (Fixture    *fixture,
      const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  read_words (GTK_WIDGET (fixture->sides), text);

  return strstr (text->str, words) != NULL;
}

static guint
count_cards (Fixture     *fixture,
             CommonsSide  side)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  guint n = 0;

  list_cards (GTK_WIDGET (fixture->sides), cards);
  for (guint i = 0; i < cards->len; i++)
    n += commons_sides_card_get_side (g_ptr_array_index (cards, i)) == side;

  return n;
}

typedef struct
{
  Fixture    *fixture;
  const char *words;
} Wanted;

static gboolean
has_words (gpointer user_data)
{
  Wanted *wanted = user_data;

  return says (wanted->fixture, wanted->words);
}

static void
wait_words (Fixture    *fixture,
            const char *words)
{
  Wanted wanted = { fixture, words };

  test_ui_wait (has_words, &wanted, words);
}

static gboolean
is_shown (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data);
}

static void
show_sides (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-sides", NULL));
  fixture->sides = COMMONS_SIDES_VIEW (find_widget (GTK_WIDGET (fixture->window), COMMONS_TYPE_SIDES_VIEW));
  g_assert_nonnull (fixture->sides);
  test_ui_wait (is_shown, fixture->sides, "the comparison to be shown");
}

static char *
answer (Fixture    *fixture,
        const char *question,
        const char *author,
        const char *text)
{
  return commons_capture_answer (fixture->editor, fixture->catalogue,
                                 commons_catalogue_get_question (fixture->catalogue, question), 0, NULL, text, 0,
                                 COMMONS_CAPTURE_I, author, &(CommonsRect) { 0, 0, 1000, 800 }, "Answer");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = test_ui_new ("blank");
  fixture->view = commons_window_get_view (fixture->window);
  fixture->document = commons_window_get_document (fixture->window);
  fixture->board = commons_document_get_board (fixture->document);
  fixture->editor = commons_document_get_editor (fixture->document);
  fixture->catalogue = commons_board_view_get_catalogue (fixture->view);
}

static void
set_up_answers (Fixture       *fixture,
                gconstpointer  data)
{
  set_up (fixture, data);
  fixture->ids[0] = answer (fixture, "def2", "Inès", "The database");
  fixture->ids[1] = answer (fixture, "def2", "Malo", "A data base");
  fixture->ids[2] = answer (fixture, "def2", "Malo", "The brand");
  fixture->ids[3] = answer (fixture, "fon5", "Malo", "Answer within a week");
  show_sides (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->ids); i++)
    g_clear_pointer (&fixture->ids[i], g_free);
  test_ui_close (fixture->window);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sides), action, NULL));
}

/* Selects answers by the digits of their places. */
static void
choose (Fixture    *fixture,
        const char *places)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (const char *place = places; *place != '\0'; place++)
    g_ptr_array_add (ids, fixture->ids[*place - '0']);
  commons_selection_set_many (commons_board_view_get_selection (fixture->view), ids);
}

static CommonsOutcome
get_outcome (Fixture *fixture,
             guint    place)
{
  g_autoptr (CommonsSides) sides = commons_sides_new (fixture->board, fixture->catalogue);

  return commons_sides_find (sides, fixture->ids[place])->outcome;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) undone = commons_history_undo (commons_document_get_history (fixture->document));

  g_assert_nonnull (undone);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  show_sides (fixture);
  g_assert_true (says (fixture, "No Answers Yet"));
  g_assert_cmpuint (count_cards (fixture, COMMONS_SIDE_I), ==, 0);

  /* The first answer opens the page. */
  g_free (answer (fixture, "def2", "Inès", "Secret"));
  wait_words (fixture, "1 answer from 1 person: 0 kept, 0 merged, 0 dropped, 1 open");
}

/* Until they are revealed, only their number and whose they are is told. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (says (fixture, "4 answers from 2 people: 0 kept, 0 merged, 0 dropped, 4 open"));
  g_assert_true (says (fixture, "2 hidden answers"));
  g_assert_true (says (fixture, "Malo"));
  g_assert_false (says (fixture, "database"));
  g_assert_false (says (fixture, "brand"));
  g_assert_cmpuint (count_cards (fixture, COMMONS_SIDE_I), ==, 3);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sides), "sides.reveal-question", "s", "def2"));
  wait_words (fixture, "The database");
  g_assert_true (says (fixture, "The brand"));
  g_assert_false (says (fixture, "Answer within a week"));
  g_assert_cmpuint (count_cards (fixture, COMMONS_SIDE_I), ==, 4);
  undo (fixture);
  wait_words (fixture, "2 hidden answers");
  g_assert_false (says (fixture, "The database"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sides), "sides.reveal-person", "s", "Malo"));
  wait_words (fixture, "Answer within a week");
  g_assert_false (says (fixture, "The database"));

  act (fixture, "sides.reveal-all");
  wait_words (fixture, "The database");

  choose (fixture, "0");
  act (fixture, "sides.hide");
  wait_words (fixture, "1 hidden answer");
  g_assert_false (says (fixture, "The database"));
}

static void
test_keep_and_drop (Fixture       *fixture,
                    gconstpointer  data)
{
  act (fixture, "sides.reveal-all");
  wait_words (fixture, "The database");
  g_assert_true (says (fixture, "Nothing is held together yet."));

  choose (fixture, "03");
  act (fixture, "sides.keep");
  wait_words (fixture, "From Inès");
  g_assert_cmpint (get_outcome (fixture, 0), ==, COMMONS_OUTCOME_KEPT);
  g_assert_true (says (fixture, "4 answers from 2 people: 2 kept, 0 merged, 0 dropped, 2 open"));
  g_assert_cmpuint (count_cards (fixture, COMMONS_SIDE_WE), ==, 2);

  choose (fixture, "2");
  act (fixture, "sides.drop");
  wait_words (fixture, "2 kept, 0 merged, 1 dropped, 1 open");
  g_assert_cmpint (get_outcome (fixture, 2), ==, COMMONS_OUTCOME_DROPPED);
  act (fixture, "sides.take-back");
  wait_words (fixture, "2 kept, 0 merged, 0 dropped, 2 open");

  undo (fixture);
  undo (fixture);
  undo (fixture);
  wait_words (fixture, "0 kept, 0 merged, 0 dropped, 4 open");
  g_assert_cmpuint (count_cards (fixture, COMMONS_SIDE_WE), ==, 0);
}

static CommonsMergeDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (COMMONS_IS_MERGE_DIALOG (window))
        return COMMONS_MERGE_DIALOG (window);
    }

  return NULL;
}

static void
press_accept (CommonsMergeDialog *dialog)
{
  GtkWidget *accept = NULL;
  GQueue todo = G_QUEUE_INIT;

  g_queue_push_tail (&todo, dialog);
  while (accept == NULL && !g_queue_is_empty (&todo))
    {
      GtkWidget *widget = g_queue_pop_head (&todo);

      if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action"))
        accept = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&todo, child);
    }

  g_queue_clear (&todo);
  g_assert_nonnull (accept);
  g_signal_emit_by_name (accept, "clicked");
}

static char *
get_text (CommonsMergeDialog *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (CommonsMergeDialog *dialog,
          const char         *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW))),
                            text, -1);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  CommonsMergeDialog *dialog;
  g_autofree char *proposed = NULL;

  act (fixture, "sides.reveal-all");
  wait_words (fixture, "The database");
  choose (fixture, "01");
  act (fixture, "sides.merge");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  proposed = get_text (dialog);
  g_assert_cmpstr (proposed, ==, "The database\nA data base");
  set_text (dialog, "One database\nfor all");
  press_accept (dialog);
  wait_words (fixture, "One database");
  wait_words (fixture, "From Inès and Malo (2 answers)");
  g_assert_true (says (fixture, "merged with 1 other"));
  g_assert_cmpint (get_outcome (fixture, 1), ==, COMMONS_OUTCOME_MERGED);
  undo (fixture);
  wait_words (fixture, "0 kept, 0 merged, 0 dropped, 4 open");
  g_assert_null (find_dialog ());
}

/* Answers that look alike are proposed, and nothing is done by itself. */
static void
test_proposal (Fixture       *fixture,
               gconstpointer  data)
{
  g_free (answer (fixture, "def2", "Zoé", "The brands"));
  act (fixture, "sides.reveal-all");
  wait_words (fixture, "Do these say the same? “The brand”, “The brands”");
  g_assert_true (says (fixture, "5 open"));
}

static void
assert_enabled (Fixture    *fixture,
                const char *action,
                gboolean    enabled)
{
  /* Activating an action that is disabled does nothing and says so. */
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (fixture->sides));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, box);
  g_assert_true (gtk_widget_get_sensitive (button) == enabled);
  gtk_widget_unparent (button);
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CommonsRecord) locked = NULL;

  commons_selection_clear (commons_board_view_get_selection (fixture->view));
  act (fixture, "sides.reveal-all");
  wait_words (fixture, "The database");
  choose (fixture, "0");
  assert_enabled (fixture, "sides.keep", TRUE);
  assert_enabled (fixture, "sides.drop", TRUE);
  assert_enabled (fixture, "sides.take-back", FALSE);
  assert_enabled (fixture, "sides.reveal", FALSE);
  act (fixture, "sides.keep");
  wait_words (fixture, "From Inès");
  assert_enabled (fixture, "sides.keep", FALSE);
  assert_enabled (fixture, "sides.merge", TRUE);

  locked = commons_record_with_flag (commons_board_lookup (fixture->board, fixture->ids[2]), "commons/locked", TRUE);
  commons_editor_begin (fixture->editor, "Lock", NULL);
  commons_editor_set (fixture->editor, locked);
  commons_editor_commit (fixture->editor);
  choose (fixture, "2");
  test_ui_frame (GTK_WIDGET (fixture->sides));
  assert_enabled (fixture, "sides.drop", FALSE);
}

/* Who answered is chosen in the second list. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *first = find_widget (GTK_WIDGET (fixture->sides), GTK_TYPE_DROP_DOWN);
  GtkWidget *people = gtk_widget_get_next_sibling (first);
  GtkWidget *outcomes = gtk_widget_get_next_sibling (people);

  act (fixture, "sides.reveal-all");
  wait_words (fixture, "The database");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (people), 1);
  wait_words (fixture, "1 answer from 1 person");
  g_assert_cmpuint (count_cards (fixture, COMMONS_SIDE_I), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (outcomes), 2);
  wait_words (fixture, "No answer is like that.");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (outcomes), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (people), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first), 2);
  wait_words (fixture, "1 answer from 1 person");
  g_assert_true (says (fixture, "Answer within a week"));
  g_assert_false (says (fixture, "The database"));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  list_cards (GTK_WIDGET (fixture->sides), cards);
  gtk_test_accessible_assert_role (g_ptr_array_index (cards, 0), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (g_ptr_array_index (cards, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 hidden answer");
  act (fixture, "sides.reveal-all");
  wait_words (fixture, "The database");
  g_ptr_array_set_size (cards, 0);
  list_cards (GTK_WIDGET (fixture->sides), cards);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (g_ptr_array_index (cards, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Resource: The database");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (g_ptr_array_index (cards, 0)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Inès, open");
  choose (fixture, "0");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (g_ptr_array_index (cards, 0)), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* On the board, too, hidden cards are revealed before one writes in them. */
static void
test_board (Fixture       *fixture,
            gconstpointer  data)
{
  choose (fixture, "02");
  g_assert_true (commons_board_view_perform (fixture->view, "board.reveal"));
  g_assert_false (commons_record_is_hidden (commons_board_lookup (fixture->board, fixture->ids[0])));
  g_assert_true (commons_record_is_hidden (commons_board_lookup (fixture->board, fixture->ids[1])));
  g_assert_false (commons_board_view_can_perform (fixture->view, "board.reveal"));
  undo (fixture);
  g_assert_true (commons_record_is_hidden (commons_board_lookup (fixture->board, fixture->ids[2])));
  g_assert_true (commons_board_view_can_perform (fixture->view, "board.reveal"));
}

/* A question that looks the same keeps its widgets. */
static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  act (fixture, "sides.reveal-all");
  wait_words (fixture, "The database");
  list_cards (GTK_WIDGET (fixture->sides), before);
  choose (fixture, "0");
  act (fixture, "sides.drop");
  wait_words (fixture, "1 dropped");
  list_cards (GTK_WIDGET (fixture->sides), after);
  g_assert_cmpuint (before->len, ==, after->len);
  g_assert_true (g_ptr_array_index (before, 0) != g_ptr_array_index (after, 0));
  g_assert_true (g_ptr_array_index (before, 3) == g_ptr_array_index (after, 3));
}

/* The page of a board that is large, and of one that can only be read. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  commons_editor_begin (fixture->editor, "Many", NULL);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Answer %u", i);
      g_autoptr (CommonsRecord) card = commons_record_new_card ("resource", FALSE, &(CommonsRect) { 0, 100 * (int) i, 204, 62 }, text);
      g_autoptr (CommonsRecord) own = commons_record_with_string (card, "commons/side", "i");

      commons_editor_add (fixture->editor, own);
    }
  commons_editor_commit (fixture->editor);
  show_sides (fixture);
  g_assert_true (says (fixture, "3000 answers: 0 kept, 0 merged, 0 dropped, 3000 open"));
  g_assert_cmpuint (count_cards (fixture, COMMONS_SIDE_I), ==, 60);
  g_assert_true (says (fixture, "2940 more answers"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/sides/reveal", test_reveal },
    { "/sides/keep-and-drop", test_keep_and_drop },
    { "/sides/merge", test_merge },
    { "/sides/proposal", test_proposal },
    { "/sides/actions", test_actions },
    { "/sides/filter", test_filter },
    { "/sides/accessible", test_accessible },
    { "/sides/stays", test_stays },
    { "/sides/board", test_board },
  };

  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add ("/sides/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/sides/large", Fixture, NULL, set_up, test_large, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up_answers, tests[i].test, tear_down);

  return g_test_run ();
}
