/* commons-legal-questions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advice-dialog.h"
#include "commons-legal-questions.h"

#define QUESTION_KEY "commons-question"
#define ANSWER_KEY   "commons-answer"

#define GAP       12
#define ROW_WIDTH 720 /* all beside each other from there on */

struct _CommonsLegalQuestions
{
  GtkWidget           parent_instance;

  CommonsCatalogue   *catalogue;
  CommonsLegalAnswer  answers[COMMONS_LEGAL_N_QUESTIONS];
  GtkWidget          *boxes[COMMONS_LEGAL_N_QUESTIONS];
};

enum
{
  ANSWERED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsLegalQuestions, commons_legal_questions, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- Places --------------------------------------------------------------- */

static int
get_least_width (CommonsLegalQuestions *self)
{
  int least = 0;

  for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++)
    {
      int minimum;

      gtk_widget_measure (self->boxes[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }

  return least;
}

static int
get_n_columns (CommonsLegalQuestions *self,
               int                    width)
{
  int least = get_least_width (self);
  int all = COMMONS_LEGAL_N_QUESTIONS * (least + GAP) - GAP;

  if (width >= MAX (all, ROW_WIDTH))
    return COMMONS_LEGAL_N_QUESTIONS;

  return MAX (1, MIN (3, (width + GAP) / (least + GAP)));
}

/* The highest of a row that begins with a question. */
static int
measure_row (CommonsLegalQuestions *self,
             int                    first,
             int                    n_columns,
             int                    column_width)
{
  int highest = 0;

  for (int i = first; i < MIN (first + n_columns, COMMONS_LEGAL_N_QUESTIONS); i++)
    {
      int minimum;

      gtk_widget_measure (self->boxes[i], GTK_ORIENTATION_VERTICAL, column_width, &minimum, NULL, NULL, NULL);
      highest = MAX (highest, minimum);
    }

  return highest;
}

static int
get_column_width (int width,
                  int n_columns)
{
  return (width - (n_columns - 1) * GAP) / n_columns;
}

static void
commons_legal_questions_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  CommonsLegalQuestions *self = COMMONS_LEGAL_QUESTIONS (widget);
  int least = get_least_width (self);
  int width = for_size < 0 ? COMMONS_LEGAL_N_QUESTIONS * (least + GAP) : for_size;
  int n_columns = get_n_columns (self, width);
  int height = -GAP;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = COMMONS_LEGAL_N_QUESTIONS * (least + GAP) - GAP;
      return;
    }

  for (int i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i += n_columns)
    height += measure_row (self, i, n_columns, get_column_width (width, n_columns)) + GAP;
  *minimum = *natural = height;
}

static void
commons_legal_questions_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  CommonsLegalQuestions *self = COMMONS_LEGAL_QUESTIONS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_columns = get_n_columns (self, width);
  int column_width = get_column_width (width, n_columns);
  int y = 0;

  for (int first = 0; first < COMMONS_LEGAL_N_QUESTIONS; first += n_columns)
    {
      int row_height = measure_row (self, first, n_columns, column_width);

      for (int i = first; i < MIN (first + n_columns, COMMONS_LEGAL_N_QUESTIONS); i++)
        {
          int column = mirrored ? n_columns - 1 - (i - first) : i - first;

          gtk_widget_size_allocate (self->boxes[i],
                                    &(GtkAllocation) { column * (column_width + GAP), y, column_width, row_height }, -1);
        }
      y += row_height + GAP;
    }
}

static GtkSizeRequestMode
commons_legal_questions_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- Answers -------------------------------------------------------------- */

static void
toggled_cb (CommonsLegalQuestions *self,
            GtkToggleButton       *button)
{
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), QUESTION_KEY));

  g_assert (COMMONS_IS_LEGAL_QUESTIONS (self));

  if (!gtk_toggle_button_get_active (button))
    return;

  self->answers[question] = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), ANSWER_KEY));
  g_signal_emit (self, signals[ANSWERED], 0);
}

static GtkWidget *
make_answer (CommonsLegalQuestions *self,
             CommonsLegalQuestion   question,
             CommonsLegalAnswer     answer,
             const char            *label,
             const char            *name)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *all = g_strdup_printf ("%s %s", commons_catalogue_get_legal_question (self->catalogue, question),
                                          name);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), answer == COMMONS_LEGAL_UNKNOWN);
  if (answer == COMMONS_LEGAL_UNKNOWN)
    gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_object_set_data (G_OBJECT (button), QUESTION_KEY, GUINT_TO_POINTER (question));
  g_object_set_data (G_OBJECT (button), ANSWER_KEY, GUINT_TO_POINTER (answer));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_question (CommonsLegalQuestions *self,
               CommonsLegalQuestion   question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = commons_advice_make_label (commons_catalogue_get_legal_question (self->catalogue, question), NULL);
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

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_vexpand (box, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), answers);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  return box;
}

/* ---- Making it ------------------------------------------------------------ */

static void
commons_legal_questions_dispose (GObject *object)
{
  CommonsLegalQuestions *self = COMMONS_LEGAL_QUESTIONS (object);

  for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++)
    g_clear_pointer (&self->boxes[i], gtk_widget_unparent);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_legal_questions_parent_class)->dispose (object);
}

static void
commons_legal_questions_class_init (CommonsLegalQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_legal_questions_dispose;
  widget_class->measure = commons_legal_questions_measure;
  widget_class->size_allocate = commons_legal_questions_size_allocate;
  widget_class->get_request_mode = commons_legal_questions_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "legalquestions");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
commons_legal_questions_init (CommonsLegalQuestions *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is known of the commons"), -1);
}

GtkWidget *
commons_legal_questions_new (CommonsCatalogue *catalogue)
{
  CommonsLegalQuestions *self;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_LEGAL_QUESTIONS, NULL);
  self->catalogue = g_object_ref (catalogue);
  for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++)
    self->boxes[i] = make_question (self, i);

  return GTK_WIDGET (self);
}

const CommonsLegalAnswer *
commons_legal_questions_get_answers (CommonsLegalQuestions *self)
{
  g_return_val_if_fail (COMMONS_IS_LEGAL_QUESTIONS (self), NULL);

  return self->answers;
}

gboolean
commons_legal_questions_is_answered (CommonsLegalQuestions *self)
{
  g_return_val_if_fail (COMMONS_IS_LEGAL_QUESTIONS (self), FALSE);

  for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++)
    {
      if (self->answers[i] != COMMONS_LEGAL_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}
