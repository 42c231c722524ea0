/* commons-legal-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-legal-compare.h"
#include "commons-legal-dialog.h"
#include "commons-legal-list.h"
#include "commons-legal-questions.h"

#define KIND        "legal"
#define LIST_WIDTH  300
#define MAX_COMPARE 4

/* What is compared when the board says nothing. */
#define N_FIRST 3

struct _CommonsLegalDialog
{
  CommonsAdviceDialog  parent_instance;

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

/* ---- Comparing ----------------------------------------------------------- */

static void
update_compare (CommonsLegalDialog *self)
{
  g_autofree char *label = g_strdup_printf (_("_Compare (%u)"), self->compared->len);

  commons_legal_compare_set_forms (COMMONS_LEGAL_COMPARE (self->compare), self->compared,
                                   commons_legal_questions_get_answers (COMMONS_LEGAL_QUESTIONS (self->questions)),
                                   commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)));
  commons_legal_list_set_compared (COMMONS_LEGAL_LIST (self->list), self->compared);
  gtk_button_set_label (GTK_BUTTON (self->show_compare), label);
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
toggled_cb (CommonsLegalDialog *self,
            const char         *form)
{
  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  toggle (self, commons_catalogue_get_legal_form (get_catalogue (self), form));
}

static void
remove_cb (CommonsLegalDialog *self,
           const char         *form)
{
  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  toggle (self, commons_catalogue_get_legal_form (get_catalogue (self), form));
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
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

static guint
judge (CommonsLegalDialog *self)
{
  CommonsLegalQuestions *questions = COMMONS_LEGAL_QUESTIONS (self->questions);

  return commons_legal_list_judge (COMMONS_LEGAL_LIST (self->list), commons_legal_questions_get_answers (questions),
                                   commons_legal_questions_is_answered (questions));
}

static void
answered_cb (CommonsLegalDialog *self)
{
  guint n = judge (self);
  g_autofree char *message = NULL;

  g_assert (COMMONS_IS_LEGAL_DIALOG (self));

  update_compare (self);
  message = g_strdup_printf (ngettext ("%'u structure fits or is possible", "%'u structures fit or are possible", n), n);
  commons_announce (GTK_WIDGET (self), message);
}

/* ---- Making it ----------------------------------------------------------- */

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
  gtk_widget_set_hexpand (self->pane, FALSE);
}

static GtkWidget *
build_body (CommonsLegalDialog *self)
{
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->questions = commons_legal_questions_new (get_catalogue (self));
  self->list = commons_legal_list_new (get_catalogue (self));
  g_signal_connect_object (self->questions, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
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

  gtk_widget_set_visible (self->show_compare, narrow);
  update_panes (self);
}

static void
commons_legal_dialog_finalize (GObject *object)
{
  CommonsLegalDialog *self = COMMONS_LEGAL_DIALOG (object);

  g_ptr_array_unref (self->compared);
  g_free (self->card);
  g_free (self->note);

  G_OBJECT_CLASS (commons_legal_dialog_parent_class)->finalize (object);
}

static void
commons_legal_dialog_class_init (CommonsLegalDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_legal_dialog_finalize;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->narrow = commons_legal_dialog_narrow;
}

static void
commons_legal_dialog_init (CommonsLegalDialog *self)
{
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
                              commons_record_get_shown_title (commons_board_lookup_node (board, self->card)));

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
