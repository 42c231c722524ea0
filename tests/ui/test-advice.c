/* test-advice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The windows that choose from the catalogue: what they list, what they put
 * on the board, and that it is one step, filed under its question.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-advise.h"
#include "commons-answers.h"
#include "commons-legal-dialog.h"
#include "commons-pattern-dialog.h"
#include "commons-pattern-miniature.h"
#include "commons-risks-dialog.h"
#include "commons-stages-dialog.h"
#include "test-ui.h"

#define HEAD(language, format) \
  "{\"commons\":{\"format\":" format ",\"title\":\"Bench\",\"language\":\"" language "\"},\"nodes\":["
#define CARDS \
  "{\"id\":\"form\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":204,\"height\":62,\"text\":\"Our club\"," \
  "\"commons\":{\"kind\":\"legal\",\"fields\":{\"form\":\"gip\"}}}," \
  "{\"id\":\"burnout\",\"type\":\"text\",\"x\":0,\"y\":100,\"width\":204,\"height\":62,\"text\":\"BURNOUT\"," \
  "\"commons\":{\"kind\":\"risk\"}}],\"edges\":[]}\n"

#define QUESTION "pro5"

typedef struct
{
  char             *path;
  CommonsWindow    *window;
  CommonsBoardView *view;
  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  guint             n_nodes;
} Bench;

static void
set_up (Bench        *bench,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("advice-XXXXXX.commons", &bench->path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, &error));
  g_assert_true (g_file_set_contents (bench->path, data, -1, &error));
  file = g_file_new_for_path (bench->path);
  bench->window = test_ui_open (file);
  bench->view = commons_window_get_view (bench->window);
  bench->board = test_ui_get_board (bench->window);
  bench->catalogue = commons_board_view_get_catalogue (bench->view);
  bench->n_nodes = commons_board_get_n_nodes (bench->board);
}

static void
tear_down (Bench        *bench,
           gconstpointer data)
{
  test_ui_close (bench->window);
  g_unlink (bench->path);
  g_free (bench->path);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (COMMONS_IS_ADVICE_DIALOG (l->data))
        return l->data;
    }

  return NULL;
}

static gboolean
no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static GtkWidget *
open_dialog (Bench      *bench,
             const char *action,
             const char *question)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bench->window), action, "s", question));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  test_ui_wait (is_mapped, dialog, "the window");

  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  test_ui_wait (no_dialog, NULL, "the window to close");
}

typedef void (*Visit) (GtkWidget *widget,
                       gpointer   data);

static void
walk (GtkWidget *widget,
      Visit      visit,
      gpointer   data)
{
  visit (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (child, visit, data);
}

/* What a walk through a window looks for. */
typedef struct
{
  GType       type;
  const char *text;   /* of a label or button, NULL for any */
  GPtrArray  *found;
} Search;

static void
visit_cb (GtkWidget *widget,
          gpointer   data)
{
  Search *search = data;
  const char *text = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), search->type))
    return;

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));

  if (search->text == NULL || (text != NULL && strstr (text, search->text) != NULL))
    g_ptr_array_add (search->found, widget);
}

static GPtrArray *
find_all (GtkWidget  *dialog,
          GType       type,
          const char *text)
{
  Search search = { type, text, g_ptr_array_new () };

  walk (dialog, visit_cb, &search);

  return search.found;
}

static GtkWidget *
find (GtkWidget  *dialog,
      GType       type,
      const char *text)
{
  g_autoptr (GPtrArray) found = find_all (dialog, type, text);

  if (found->len == 0)
    g_error ("No %s says %s", g_type_name (type), text ? text : "anything");

  return g_ptr_array_index (found, 0);
}

static guint
count (GtkWidget  *dialog,
       GType       type,
       const char *text)
{
  g_autoptr (GPtrArray) found = find_all (dialog, type, text);

  return found->len;
}

static void
click (GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
activate_row (GtkWidget *row)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), "row-activated", row);
}

static GPtrArray *
list_filed (Bench *bench)
{
  return commons_answers_list_cards (bench->board, QUESTION);
}

static void
undo (Bench *bench)
{
  g_autoptr (GPtrArray) filed = NULL;

  g_assert_true (commons_board_view_perform (bench->view, "board.undo"));
  filed = list_filed (bench);
  g_assert_cmpuint (filed->len, ==, 0);
  g_assert_cmpuint (commons_board_get_n_nodes (bench->board), ==, bench->n_nodes);
  g_assert_false (commons_board_view_can_perform (bench->view, "board.undo"));
}

/* ---- Circles -------------------------------------------------------------- */

static void
test_patterns (Bench        *bench,
               gconstpointer data)
{
  GtkWidget *dialog = open_dialog (bench, "win.circle-patterns", QUESTION);
  const CommonsPattern *pattern = commons_catalogue_get_nth_pattern (bench->catalogue, 2);
  GtkFlowBox *flow = GTK_FLOW_BOX (find (dialog, GTK_TYPE_FLOW_BOX, NULL));
  g_autoptr (GPtrArray) filed = NULL;

  g_assert_cmpuint (count (dialog, COMMONS_TYPE_PATTERN_MINIATURE, NULL), ==,
                    commons_catalogue_get_n_patterns (bench->catalogue));
  for (guint i = 0; i < commons_catalogue_get_n_patterns (bench->catalogue); i++)
    {
      g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, commons_catalogue_get_nth_pattern (bench->catalogue, i)->about), ==, 1);
      g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, commons_catalogue_get_nth_pattern (bench->catalogue, i)->suits), ==, 1);
    }

  gtk_flow_box_select_child (flow, gtk_flow_box_get_child_at_index (flow, 2));
  click (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  test_ui_wait (no_dialog, NULL, "the window to close");

  filed = list_filed (bench);
  g_assert_cmpuint (filed->len, ==, pattern->n_circles);
  for (guint i = 0; i < filed->len; i++)
    g_assert_cmpstr (commons_record_get_title (g_ptr_array_index (filed, i)), ==, pattern->circles[i].title);
  g_assert_cmpuint (commons_selection_get_n (commons_board_view_get_selection (bench->view)), ==, pattern->n_circles);

  undo (bench);
}

/* ---- Risks ---------------------------------------------------------------- */

static GtkWidget *
find_row (GtkWidget  *dialog,
          const char *text)
{
  return gtk_widget_get_ancestor (find (dialog, GTK_TYPE_LABEL, text), GTK_TYPE_LIST_BOX_ROW);
}

static void
test_risks (Bench        *bench,
            gconstpointer data)
{
  GtkWidget *dialog = open_dialog (bench, "win.risks", QUESTION);
  guint n_risks = commons_catalogue_get_n_risks (bench->catalogue);
  const CommonsReadyRisk *first = commons_catalogue_get_nth_risk (bench->catalogue, 0);
  const CommonsReadyRisk *second = commons_catalogue_get_nth_risk (bench->catalogue, 1);
  const CommonsReadyRisk *burnout = commons_catalogue_get_risk (bench->catalogue, "burnout");
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  g_autoptr (GPtrArray) filed = NULL;

  g_assert_cmpuint (count (dialog, GTK_TYPE_LIST_BOX_ROW, NULL), ==, n_risks);
  for (guint i = 0; i < n_risks; i++)
    g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, commons_catalogue_get_nth_risk (bench->catalogue, i)->early_sign), ==, 1);
  g_assert_false (gtk_widget_is_sensitive (button));

  /* What the board has cannot be added again. */
  activate_row (find_row (dialog, burnout->title));
  g_assert_false (gtk_widget_is_sensitive (button));

  activate_row (find_row (dialog, first->title));
  activate_row (find_row (dialog, burnout->early_sign));
  activate_row (find_row (dialog, second->title));
  click (button);
  test_ui_wait (no_dialog, NULL, "the window to close");

  filed = list_filed (bench);
  g_assert_cmpuint (filed->len, ==, 2);
  g_assert_cmpstr (commons_record_get_title (g_ptr_array_index (filed, 0)), ==, first->title);
  g_assert_cmpstr (commons_record_get_string (g_ptr_array_index (filed, 1), "commons/fields/early_sign"), ==,
                   second->early_sign);

  undo (bench);
}

/* ---- Legal structures ----------------------------------------------------- */

static GPtrArray *
list_compared (GtkWidget *dialog)
{
  return find_all (dialog, GTK_TYPE_BUTTON, "Use This One");
}

static guint
count_compared (GtkWidget *dialog)
{
  g_autoptr (GPtrArray) buttons = list_compared (dialog);

  return buttons->len;
}

static void
test_legal_compare (Bench        *bench,
                    gconstpointer data)
{
  GtkWidget *dialog = open_dialog (bench, "win.legal-forms", QUESTION);
  const CommonsLegalForm *scic = commons_catalogue_get_legal_form (bench->catalogue, "scic");
  GtkWidget *list = gtk_widget_get_ancestor (find_row (dialog, scic->name), GTK_TYPE_LIST_BOX);
  guint n = 0;

  /* The form of the board's card is among those compared at first. */
  g_assert_cmpuint (count_compared (dialog), ==, 3);
  g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, commons_catalogue_get_legal_form (bench->catalogue, "gip")->limits), ==, 1);
  g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, commons_catalogue_get_text (bench->catalogue, "legal.notice")), ==, 1);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  g_assert_cmpuint (n, ==, commons_catalogue_get_n_legal_forms (bench->catalogue));

  activate_row (find_row (dialog, scic->name));
  g_assert_cmpuint (count_compared (dialog), ==, 4);
  g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, scic->limits), ==, 1);

  /* A fifth one is not compared, and that is said. */
  activate_row (find_row (dialog, commons_catalogue_get_legal_form (bench->catalogue, "epic_regie")->name));
  g_assert_cmpuint (count_compared (dialog), ==, 4);
  g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, "Take one away first"), ==, 1);

  activate_row (find_row (dialog, scic->name));
  g_assert_cmpuint (count_compared (dialog), ==, 3);
  g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, "Take one away first"), ==, 0);

  close_dialog (dialog);
  g_assert_cmpuint (commons_board_get_n_nodes (bench->board), ==, bench->n_nodes);
}

/* An answer sorts them: the first one fits best, the last ones do not fit and
 * say why. */
static void
test_legal_answers (Bench        *bench,
                    gconstpointer data)
{
  GtkWidget *dialog = open_dialog (bench, "win.legal-forms", "");
  const CommonsLegalForm *none = commons_catalogue_get_legal_form (bench->catalogue, "none");
  CommonsLegalAnswer answers[COMMONS_LEGAL_N_QUESTIONS] = { 0 };
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  GtkWidget *row = find_row (dialog, none->name);
  int before = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, "Does not fit, because…"), ==, 0);

  /* Five times yes, no, unknown: the second question is on employees. */
  {
    g_autoptr (GPtrArray) toggles = find_all (dialog, GTK_TYPE_TOGGLE_BUTTON, "Yes");

    g_assert_cmpuint (toggles->len, ==, COMMONS_LEGAL_N_QUESTIONS);
    gtk_toggle_button_set_active (g_ptr_array_index (toggles, COMMONS_LEGAL_EMPLOYEES), TRUE);
  }

  answers[COMMONS_LEGAL_EMPLOYEES] = COMMONS_LEGAL_YES;
  g_assert_cmpint (commons_legal_form_judge (none, answers, reasons), ==, COMMONS_LEGAL_EXCLUDED);
  g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, "Does not fit, because…"), ==, 1);
  g_assert_cmpuint (count (row, GTK_TYPE_LABEL, ((CommonsLegalCondition *) g_ptr_array_index (reasons, 0))->reason), ==, 1);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), >, before);

  close_dialog (dialog);
}

static void
test_legal_use (Bench        *bench,
                gconstpointer data)
{
  GtkWidget *dialog = open_dialog (bench, "win.legal-forms", QUESTION);
  g_autoptr (GPtrArray) filed = NULL;
  g_autoptr (GPtrArray) buttons = list_compared (dialog);
  CommonsRecord *card;

  /* Nothing is selected: a card is added. The first one is the board's. */
  click (g_ptr_array_index (buttons, 0));
  test_ui_wait (no_dialog, NULL, "the window to close");
  filed = list_filed (bench);
  g_assert_cmpuint (filed->len, ==, 1);
  card = g_ptr_array_index (filed, 0);
  g_assert_cmpstr (commons_record_get_kind (card), ==, "legal");
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/form"), ==, "gip");
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/state"), ==, "planned");
  g_assert_cmpstr (commons_record_get_id (card), !=, "form");
  undo (bench);
}

static void
test_legal_set (Bench        *bench,
                gconstpointer data)
{
  g_autoptr (GPtrArray) filed = NULL;
  GtkWidget *dialog;

  /* The selected card gets the form, whatever it was. */
  commons_selection_set_only (commons_board_view_get_selection (bench->view), "form");
  dialog = open_dialog (bench, "win.legal-forms", QUESTION);
  {
    g_autoptr (GPtrArray) buttons = list_compared (dialog);

    click (g_ptr_array_index (buttons, 1));
  }
  test_ui_wait (no_dialog, NULL, "the window to close");
  filed = list_filed (bench);
  g_assert_cmpuint (filed->len, ==, 1);
  g_assert_cmpstr (commons_record_get_id (g_ptr_array_index (filed, 0)), ==, "form");
  g_assert_cmpstr (commons_record_get_string (g_ptr_array_index (filed, 0), "commons/fields/form"), !=, "gip");
  g_assert_cmpuint (commons_board_get_n_nodes (bench->board), ==, bench->n_nodes);
  undo (bench);
}

/* ---- Stages --------------------------------------------------------------- */

static void
test_stages (Bench        *bench,
             gconstpointer data)
{
  GtkWidget *dialog = open_dialog (bench, "win.stages", QUESTION);
  const CommonsStage *stage = commons_catalogue_get_nth_stage (bench->catalogue, 1);
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  g_assert_cmpuint (count (dialog, GTK_TYPE_TOGGLE_BUTTON, NULL), ==, commons_catalogue_get_n_stages (bench->catalogue));

  /* Looking at a stage shows all that is said of it, and changes nothing. */
  {
    g_autoptr (GPtrArray) steps = find_all (dialog, GTK_TYPE_TOGGLE_BUTTON, NULL);

    gtk_toggle_button_set_active (g_ptr_array_index (steps, 1), TRUE);
  }
  for (guint i = 0; stage->signs[i] != NULL; i++)
    g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, stage->signs[i]), ==, 1);
  for (guint i = 0; stage->advice[i] != NULL; i++)
    g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, stage->advice[i]), ==, 1);
  for (guint i = 0; i < stage->n_actions; i++)
    g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, stage->actions[i].title), ==, 1);
  g_assert_false (commons_board_view_can_perform (bench->view, "board.undo"));

  click (button);
  g_assert_cmpstr (commons_advise_get_stage (bench->board), ==, stage->id);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_true (commons_board_view_perform (bench->view, "board.undo"));
  g_assert_null (commons_advise_get_stage (bench->board));
  g_assert_true (gtk_widget_is_sensitive (button));
  close_dialog (dialog);
}

static void
test_stage_actions (Bench        *bench,
                    gconstpointer data)
{
  GtkWidget *dialog = open_dialog (bench, "win.stages", QUESTION);
  const CommonsStage *stage = commons_catalogue_get_nth_stage (bench->catalogue, 0);
  GtkWidget *add_all = find (dialog, GTK_TYPE_BUTTON, "Add A_ll");
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_cmpuint (count (dialog, GTK_TYPE_BUTTON, "On the Board"), ==, 0);
  click (find (find_row (dialog, stage->actions[0].title), GTK_TYPE_BUTTON, "Add"));
  one = list_filed (bench);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (commons_record_get_title (g_ptr_array_index (one, 0)), ==, stage->actions[0].title);
  g_assert_cmpuint (count (dialog, GTK_TYPE_BUTTON, "On the Board"), ==, 1);

  /* The others, in one step; then there is nothing more to add. */
  click (add_all);
  all = list_filed (bench);
  g_assert_cmpuint (all->len, ==, stage->n_actions);
  g_assert_cmpuint (count (dialog, GTK_TYPE_BUTTON, "On the Board"), ==, stage->n_actions);
  g_assert_false (gtk_widget_is_sensitive (add_all));

  g_assert_true (commons_board_view_perform (bench->view, "board.undo"));
  g_assert_cmpuint (count (dialog, GTK_TYPE_BUTTON, "On the Board"), ==, 1);
  g_assert_true (gtk_widget_is_sensitive (add_all));
  undo (bench);
  close_dialog (dialog);
}

/* ---- All of them ---------------------------------------------------------- */

static const char *const actions[] = { "win.circle-patterns", "win.risks", "win.legal-forms", "win.stages" };

static void
assert_insensitive (GtkWidget *widget,
                    gpointer   data)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  if (label != NULL && (g_str_has_prefix (label, "Add") || g_str_has_prefix (label, "_Add") ||
                        g_str_has_prefix (label, "Use") || g_str_has_prefix (label, "_Lay") ||
                        g_str_has_prefix (label, "_We")))
    g_assert_false (gtk_widget_is_sensitive (widget));
}

/* A board that can only be read: all can be looked at, nothing is added. */
static void
test_read_only (Bench        *bench,
                gconstpointer data)
{
  g_assert_true (commons_document_get_read_only (commons_window_get_document (bench->window)));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog = open_dialog (bench, actions[i], "");

      g_assert_cmpuint (count (dialog, GTK_TYPE_LABEL, "can only be read"), ==, 1);
      walk (dialog, assert_insensitive, NULL);
      if (COMMONS_IS_PATTERN_DIALOG (dialog))
        {
          GtkFlowBox *flow = GTK_FLOW_BOX (find (dialog, GTK_TYPE_FLOW_BOX, NULL));

          g_signal_emit_by_name (flow, "child-activated", gtk_flow_box_get_child_at_index (flow, 0));
        }
      g_assert_true (find_dialog () == dialog);
      g_assert_cmpuint (commons_board_get_n_nodes (bench->board), ==, bench->n_nodes);
      close_dialog (dialog);
    }
}

/* The words are those of the board's language. */
static void
test_french (Bench        *bench,
             gconstpointer data)
{
  CommonsCatalogue *french = commons_catalogue_get ("fr");

  g_assert_true (bench->catalogue == french);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog = open_dialog (bench, actions[i], "");

      if (COMMONS_IS_PATTERN_DIALOG (dialog))
        find (dialog, GTK_TYPE_LABEL, "Oignon");
      else if (COMMONS_IS_RISKS_DIALOG (dialog))
        find (dialog, GTK_TYPE_LABEL, commons_catalogue_get_nth_risk (french, 0)->title);
      else if (COMMONS_IS_LEGAL_DIALOG (dialog))
        find (dialog, GTK_TYPE_LABEL, commons_catalogue_get_legal_question (french, COMMONS_LEGAL_SERVICES));
      else
        find (dialog, GTK_TYPE_LABEL, commons_catalogue_get_nth_stage (french, 0)->about);
      close_dialog (dialog);
    }
}

/* A question nobody knows files nothing, and a window that is narrow still
 * has everything. */
static void
test_odd (Bench        *bench,
          gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog = open_dialog (bench, actions[i], "no-such-question");
      g_autoptr (GPtrArray) filed = NULL;

      gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 480);
      test_ui_frame (dialog);
      if (COMMONS_IS_PATTERN_DIALOG (dialog))
        click (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
      else
        close_dialog (dialog);
      test_ui_wait (no_dialog, NULL, "the window to close");
      filed = commons_answers_list_cards (bench->board, "no-such-question");
      g_assert_cmpuint (filed->len, ==, 0);
    }
  g_assert_cmpuint (commons_board_get_n_nodes (bench->board), >, bench->n_nodes);
}

int
main (int   argc,
      char *argv[])
{
  static const char english[] = HEAD ("en", "1") CARDS;
  static const char french[] = HEAD ("fr", "1") CARDS;
  static const char newer[] = HEAD ("en", "999") CARDS;

  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add ("/ui/advice/patterns", Bench, english, set_up, test_patterns, tear_down);
  g_test_add ("/ui/advice/risks", Bench, english, set_up, test_risks, tear_down);
  g_test_add ("/ui/advice/legal/compare", Bench, english, set_up, test_legal_compare, tear_down);
  g_test_add ("/ui/advice/legal/answers", Bench, english, set_up, test_legal_answers, tear_down);
  g_test_add ("/ui/advice/legal/use", Bench, english, set_up, test_legal_use, tear_down);
  g_test_add ("/ui/advice/legal/set", Bench, english, set_up, test_legal_set, tear_down);
  g_test_add ("/ui/advice/stages", Bench, english, set_up, test_stages, tear_down);
  g_test_add ("/ui/advice/stages/actions", Bench, english, set_up, test_stage_actions, tear_down);
  g_test_add ("/ui/advice/read-only", Bench, newer, set_up, test_read_only, tear_down);
  g_test_add ("/ui/advice/french", Bench, french, set_up, test_french, tear_down);
  g_test_add ("/ui/advice/odd", Bench, english, set_up, test_odd, tear_down);

  return g_test_run ();
}
