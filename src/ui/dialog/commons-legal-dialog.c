/* commons-legal-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-legal-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-legal-compare.h"
#include "commons-legal-dialog.h"

#define QUESTION_KEY "commons-question"
#define ANSWER_KEY   "commons-answer"

#define KIND        "legal"
#define LIST_WIDTH  300
#define QUESTION_CHARS 16
#define MAX_COMPARE 4

/* What is compared when the board says nothing. */
#define N_FIRST 3

/* One structure in the list. */
typedef struct
{
  const CommonsLegalForm *form;
  GtkWidget              *row;
  GtkWidget              *check;
  GtkWidget              *reasons;
  CommonsLegalFit         fit;
  guint                   order;
} Choice;

struct _CommonsLegalDialog
{
  CommonsAdviceDialog  parent_instance;

  CommonsLegalAnswer   answers[COMMONS_LEGAL_N_QUESTIONS];
  GPtrArray           *choices;   /* as the catalogue orders them */
  GPtrArray           *compared;  /* CommonsLegalForm, as they were ticked */
  char                *card;      /* the legal card that is selected, or NULL */
  char                *note;
  GtkWidget           *body;
  GtkWidget           *questions;
  GtkWidget           *pane;      /* what scrolls on the left */
  GtkWidget           *pane_box;
  GtkWidget           *list;
  GtkWidget           *compare;
  GtkWidget           *show_compare;
};

G_DEFINE_FINAL_TYPE (CommonsLegalDialog, commons_legal_dialog, COMMONS_TYPE_ADVICE_DIALOG)

static CommonsCatalogue *
get_catalogue (CommonsLegalDialog *self)
{
  return commons_advice_dialog_get_catalogue (COMMONS_ADVICE_DIALOG (self));
}

static gboolean
is_answered (CommonsLegalDialog *self)
{
  for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++)
    {
      if (self->answers[i] != COMMONS_LEGAL_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}

static Choice *
get_choice (CommonsLegalDialog *self,
            gpointer            row)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (choice->row == row)
        return choice;
    }

  return NULL;
}

/* ---- Comparing ----------------------------------------------------------- */

static void
update_compare (CommonsLegalDialog *self)
{
  g_autofree char *label = g_strdup_printf (_("_Compare (%u)"), self->compared->len);

  commons_legal_compare_set_forms (COMMONS_LEGAL_COMPARE (self->compare), self->compared, self->answers,
                                   commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)));
  gtk_button_set_label (GTK_BUTTON (self->show_compare), label);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      gboolean on = g_ptr_array_find (self->compared, choice->form, NULL);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (choice->check), on);
      gtk_accessible_update_state (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_STATE_CHECKED,
                                   on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

/* Beside the notice, which always stands there. */
static void
tell_full (CommonsLegalDialog *self)
{
  const char *full = _("Four structures can be compared at a time. Take one away first.");
  g_autofree char *note = g_strjoin (" ", self->note, full, NULL);

  commons_advice_dialog_set_note (COMMONS_ADVICE_DIALOG (self), note, FALSE);
  commons_announce (GTK_WIDGET (self), full);
}

static void
toggle (CommonsLegalDialog     *self,
        const CommonsLegalForm *form)
{
  if (!g_ptr_array_remove (self->compared, (gpointer) form))
    {
      if (self->compared->len == MAX_COMPARE)
        {
          tell_full (self);
          return;
        }
      g_ptr_array_add (self->compared, (gpointer) form);
    }

  commons_advice_dialog_set_note (COMMONS_ADVICE_DIALOG (self), self->note, FALSE);
  update_compare (self);
}

static void
row_activated_cb (CommonsLegalDialog *self,
                  GtkListBoxRow      *row)
{
  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  toggle (self, get_choice (self, row)->form);
}

static void
remove_cb (CommonsLegalDialog *self,
           const char         *form)
{
  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  toggle (self, commons_catalogue_get_legal_form (get_catalogue (self), form));
  gtk_widget_grab_focus (self->list);
}

static void
use_cb (CommonsLegalDialog *self,
        const char         *id)
{
  CommonsAdviceDialog *dialog = COMMONS_ADVICE_DIALOG (self);
  const CommonsLegalForm *form = commons_catalogue_get_legal_form (get_catalogue (self), id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *message = NULL;
  CommonsAdvise advise;

  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  if (form == NULL || !commons_advice_dialog_can_write (dialog))
    return;

  commons_advice_dialog_get_advise (dialog, &advise);
  g_ptr_array_add (ids, commons_advise_use_legal_form (&advise, form, self->card, _("Legal Structure")));
  /* Translators: %s is a legal structure, such as “Association” */
  message = g_strdup_printf (_("Legal structure: %s"), form->name);
  commons_advice_dialog_finish (dialog, ids, message);
}

/* ---- Sorting by the answers ---------------------------------------------- */

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  const Choice *first = get_choice (user_data, a);
  const Choice *second = get_choice (user_data, b);

  if (first->fit != second->fit)
    return first->fit > second->fit ? -1 : 1;

  return first->order < second->order ? -1 : 1;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  CommonsLegalDialog *self = user_data;
  const Choice *choice = get_choice (self, row);
  gboolean first = before == NULL || get_choice (self, before)->fit != choice->fit;
  const char *name = choice->fit == COMMONS_LEGAL_EXCLUDED ? _("Does not fit, because…")
                                                           : commons_legal_fit_get_name (choice->fit);

  gtk_list_box_row_set_header (row, is_answered (self) && first ? commons_advice_make_label (name, "picker-heading")
                                                                : NULL);
}

static void
describe (Choice     *choice,
          const char *reasons,
          gboolean    answered)
{
  g_autofree char *text = g_strdup_printf ("%s%s%s", answered ? commons_legal_fit_get_name (choice->fit) : "",
                                           *reasons != '\0' ? "\n" : "", reasons);

  gtk_label_set_text (GTK_LABEL (choice->reasons), reasons);
  gtk_widget_set_visible (choice->reasons, *reasons != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
judge (CommonsLegalDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *reasons = commons_legal_list_reasons (choice->form, self->answers, &choice->fit);

      describe (choice, reasons, is_answered (self));
    }

  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
}

static void
announce_fits (CommonsLegalDialog *self)
{
  g_autofree char *message = NULL;
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    n += ((Choice *) g_ptr_array_index (self->choices, i))->fit != COMMONS_LEGAL_EXCLUDED;

  message = g_strdup_printf (ngettext ("%u structure fits or is possible", "%u structures fit or are possible", n), n);
  commons_announce (GTK_WIDGET (self), message);
}

static void
answered_cb (CommonsLegalDialog *self,
             GtkToggleButton    *button)
{
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), QUESTION_KEY));

  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  if (!gtk_toggle_button_get_active (button))
    return;

  self->answers[question] = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), ANSWER_KEY));
  judge (self);
  update_compare (self);
  announce_fits (self);
}

/* ---- Making it ----------------------------------------------------------- */

static GtkWidget *
make_answer (CommonsLegalDialog   *self,
             CommonsLegalQuestion  question,
             CommonsLegalAnswer    answer,
             const char           *label,
             const char           *name)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *all = g_strdup_printf ("%s %s", commons_catalogue_get_legal_question (get_catalogue (self), question),
                                          name);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), answer == COMMONS_LEGAL_UNKNOWN);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_object_set_data (G_OBJECT (button), QUESTION_KEY, GUINT_TO_POINTER (question));
  g_object_set_data (G_OBJECT (button), ANSWER_KEY, GUINT_TO_POINTER (answer));
  g_signal_connect_object (button, "toggled", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_question (CommonsLegalDialog   *self,
               CommonsLegalQuestion  question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = commons_advice_make_label (commons_catalogue_get_legal_question (get_catalogue (self), question),
                                                NULL);
  GtkWidget *yes = make_answer (self, question, COMMONS_LEGAL_YES, _("Yes"), _("Yes"));
  GtkWidget *no = make_answer (self, question, COMMONS_LEGAL_NO, _("No"), _("No"));
  /* Translators: the short form of “Don’t know”, on a small button */
  GtkWidget *unknown = make_answer (self, question, COMMONS_LEGAL_UNKNOWN, _("?"), _("Don’t know"));

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (no), GTK_TOGGLE_BUTTON (yes));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (unknown), GTK_TOGGLE_BUTTON (yes));
  gtk_widget_add_css_class (answers, "linked");
  gtk_box_append (GTK_BOX (answers), yes);
  gtk_box_append (GTK_BOX (answers), no);
  gtk_box_append (GTK_BOX (answers), unknown);

  gtk_label_set_width_chars (GTK_LABEL (label), QUESTION_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_valign (answers, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), answers);

  return box;
}

static void
build_questions (CommonsLegalDialog *self)
{
  self->questions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->questions), TRUE);
  gtk_widget_set_vexpand (self->questions, FALSE);
  gtk_widget_add_css_class (self->questions, "advice-questions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->questions),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is known of the commons"), -1);

  for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++)
    gtk_box_append (GTK_BOX (self->questions), make_question (self, i));
}

static void
add_row (CommonsLegalDialog     *self,
         const CommonsLegalForm *form)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  choice->form = form;
  choice->fit = COMMONS_LEGAL_NEUTRAL;
  choice->order = self->choices->len;
  choice->row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  choice->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "can-focus", FALSE, "can-target", FALSE, "valign", GTK_ALIGN_START, NULL);
  choice->reasons = commons_advice_make_label (NULL, "secondary");
  gtk_box_append (GTK_BOX (words), commons_advice_make_label (form->name, "choice-name"));
  gtk_box_append (GTK_BOX (words), choice->reasons);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), choice->check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (choice->row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_PROPERTY_LABEL, form->name, -1);
  g_ptr_array_add (self->choices, choice);
  gtk_list_box_append (GTK_LIST_BOX (self->list), choice->row);
}

static void
build_list (CommonsLegalDialog *self)
{
  CommonsCatalogue *catalogue = get_catalogue (self);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "choice-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legal structures"), -1);
  for (guint i = 0; i < commons_catalogue_get_n_legal_forms (catalogue); i++)
    add_row (self, commons_catalogue_get_nth_legal_form (catalogue, i));

  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
build_pane (CommonsLegalDialog *self)
{
  self->pane_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->pane_box), self->list);
  gtk_widget_add_css_class (self->pane_box, "advice-pane");

  self->pane = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->pane), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->pane), self->pane_box);
  gtk_widget_set_size_request (self->pane, LIST_WIDTH, -1);
  gtk_widget_set_vexpand (self->pane, TRUE);
}

static GtkWidget *
build_body (CommonsLegalDialog *self)
{
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  build_questions (self);
  build_list (self);
  build_pane (self);
  self->compare = commons_legal_compare_new (_("Tick up to four structures to compare them."));
  g_signal_connect_object (self->compare, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (self->compare, TRUE);

  gtk_box_append (GTK_BOX (panes), self->pane);
  gtk_box_append (GTK_BOX (panes), self->compare);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->body), self->questions);
  gtk_box_append (GTK_BOX (self->body), panes);

  return self->body;
}

/* ---- Narrow windows show one thing at a time ----------------------------- */

static void
update_panes (CommonsLegalDialog *self)
{
  gboolean narrow = gtk_widget_get_visible (self->show_compare);
  gboolean compare = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->show_compare));

  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  gtk_widget_set_visible (self->pane, !narrow || !compare);
  gtk_widget_set_visible (self->compare, !narrow || compare);
  gtk_widget_set_hexpand (self->pane, narrow);
}

/* Beside each other, or one below the other with the answers at the end. */
static void
turn_questions (CommonsLegalDialog *self,
                gboolean            narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->questions),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *box = gtk_widget_get_first_child (self->questions); box != NULL; box = gtk_widget_get_next_sibling (box))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                    narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

/* The questions scroll along with the list where there is little room. */
static void
commons_legal_dialog_narrow (CommonsAdviceDialog *dialog,
                             gboolean             narrow)
{
  CommonsLegalDialog *self = COMMONS_LEGAL_DIALOG (dialog);
  GtkWidget *from = narrow ? self->body : self->pane_box;
  GtkWidget *to = narrow ? self->pane_box : self->body;

  g_object_ref (self->questions);
  gtk_box_remove (GTK_BOX (from), self->questions);
  gtk_box_prepend (GTK_BOX (to), self->questions);
  g_object_unref (self->questions);

  turn_questions (self, narrow);
  gtk_widget_set_visible (self->show_compare, narrow);
  update_panes (self);
}

static void
commons_legal_dialog_dispose (GObject *object)
{
  CommonsLegalDialog *self = COMMONS_LEGAL_DIALOG (object);

  if (self->list != NULL)
    {
      gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
      gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
      self->list = NULL;
    }

  G_OBJECT_CLASS (commons_legal_dialog_parent_class)->dispose (object);
}

static void
commons_legal_dialog_finalize (GObject *object)
{
  CommonsLegalDialog *self = COMMONS_LEGAL_DIALOG (object);

  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->compared);
  g_free (self->card);
  g_free (self->note);

  G_OBJECT_CLASS (commons_legal_dialog_parent_class)->finalize (object);
}

static void
commons_legal_dialog_class_init (CommonsLegalDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_legal_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = commons_legal_dialog_finalize;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->narrow = commons_legal_dialog_narrow;
}

static void
commons_legal_dialog_init (CommonsLegalDialog *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_free);
  self->compared = g_ptr_array_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), 1080, 700);
}

static void
add_compared (CommonsLegalDialog *self,
              CommonsRecord      *record)
{
  const char *id = commons_record_get_string (record, "commons/fields/form");
  const CommonsLegalForm *form = commons_catalogue_get_legal_form (get_catalogue (self), id);

  if (form != NULL && self->compared->len < MAX_COMPARE && !g_ptr_array_find (self->compared, form, NULL))
    g_ptr_array_add (self->compared, (gpointer) form);
}

static gboolean
is_legal (CommonsRecord *record)
{
  return g_strcmp0 (commons_record_get_kind (record), KIND) == 0;
}

/* Compares what the board has, else the first ones. */
static void
start (CommonsLegalDialog *self)
{
  CommonsBoardView *view = commons_advice_dialog_get_view (COMMONS_ADVICE_DIALOG (self));
  CommonsBoard *board = commons_advice_dialog_get_board (COMMONS_ADVICE_DIALOG (self));
  g_autoptr (GPtrArray) selected = commons_selection_list_nodes (commons_board_view_get_selection (view));
  CommonsCatalogue *catalogue = get_catalogue (self);

  if (selected->len == 1 && is_legal (g_ptr_array_index (selected, 0)))
    {
      self->card = g_strdup (commons_record_get_id (g_ptr_array_index (selected, 0)));
      add_compared (self, g_ptr_array_index (selected, 0));
    }

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      if (is_legal (commons_board_get_node (board, i)))
        add_compared (self, commons_board_get_node (board, i));
    }

  for (guint i = 0; i < commons_catalogue_get_n_legal_forms (catalogue) && self->compared->len < N_FIRST; i++)
    {
      const CommonsLegalForm *form = commons_catalogue_get_nth_legal_form (catalogue, i);

      if (!g_ptr_array_find (self->compared, form, NULL))
        g_ptr_array_add (self->compared, (gpointer) form);
    }

  judge (self);
  update_compare (self);
}

/* "This is not legal advice…", and which card would change. */
static char *
make_note (CommonsLegalDialog *self)
{
  const char *notice = commons_catalogue_get_text (get_catalogue (self), "legal.notice");
  CommonsBoard *board = commons_advice_dialog_get_board (COMMONS_ADVICE_DIALOG (self));
  g_autofree char *target = NULL;

  if (!commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)))
    target = g_strdup (_("This board can only be read: nothing can be added to it."));
  else if (self->card != NULL)
    /* Translators: %s is the title of a card */
    target = g_strdup_printf (_("The one you use becomes the form of “%s”."),
                              commons_record_get_title (commons_board_lookup_node (board, self->card)));

  return g_strjoin (" ", notice ? notice : "", target, NULL);
}

GtkWidget *
commons_legal_dialog_new (CommonsBoardView *view,
                          CommonsDocument  *document,
                          const char       *question)
{
  CommonsLegalDialog *self;
  CommonsAdviceDialog *dialog;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);

  self = g_object_new (COMMONS_TYPE_LEGAL_DIALOG, NULL);
  dialog = COMMONS_ADVICE_DIALOG (self);
  commons_advice_dialog_set_up (dialog, view, document, question, _("Legal Structures"));
  self->show_compare = gtk_toggle_button_new_with_mnemonic ("");
  gtk_widget_set_visible (self->show_compare, FALSE);
  g_signal_connect_object (self->show_compare, "toggled", G_CALLBACK (update_panes), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_add_header (dialog, self->show_compare);
  commons_advice_dialog_set_body (dialog, build_body (self), TRUE);
  start (self);
  self->note = make_note (self);
  commons_advice_dialog_set_bar (dialog, self->note, NULL);

  return GTK_WIDGET (self);
}
