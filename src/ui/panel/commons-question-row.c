/* commons-question-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-question-row.h"

/* What became of a question, as it is shown: with a shape and a colour. */
typedef enum
{
  MARK_OPEN,
  MARK_BEGUN,
  MARK_ANSWERED,
  MARK_SKIPPED,
  MARK_DISCUSS,
  N_MARKS
} Mark;

static const struct
{
  const char *icon;
  const char *style;
  const char *words;
} marks[N_MARKS] = {
  { "cc-todo-symbolic", "open", N_("open") },
  { "cc-doing-symbolic", "begun", N_("under way") },
  { "cc-done-symbolic", "answered", N_("answered") },
  { "cc-skipped-symbolic", "skipped", N_("not applicable") },
  { "cc-discuss-symbolic", "discuss", N_("to discuss") },
};

struct _CommonsQuestionRow
{
  GtkListBoxRow          parent_instance;

  const CommonsQuestion *question;
  guint                  n_questions;
  GtkWidget             *title;
  GtkWidget             *count;
  GtkWidget             *mark;
  GtkWidget             *place;   /* of what belongs to the open question */
  Mark                   shown;
  guint                  n_cards;
  gboolean               known;   /* what became of it was shown once */
};

G_DEFINE_FINAL_TYPE (CommonsQuestionRow, commons_question_row, GTK_TYPE_LIST_BOX_ROW)

static void
commons_question_row_class_init (CommonsQuestionRowClass *klass)
{
}

static GtkWidget *
make_number (void)
{
  GtkWidget *number = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_set_valign (number, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (number, "question-number");
  gtk_widget_add_css_class (number, "secondary");

  return number;
}

static void
commons_question_row_init (CommonsQuestionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = gtk_label_new (NULL);
  self->count = gtk_label_new (NULL);
  self->mark = gtk_image_new ();
  self->place = adw_bin_new ();
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_valign (self->title, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (self->count, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (self->title, "question-title");
  gtk_widget_add_css_class (self->count, "question-count");
  gtk_widget_add_css_class (self->count, "secondary");
  gtk_widget_add_css_class (self->mark, "question-mark");
  gtk_widget_set_visible (self->place, FALSE);

  gtk_box_append (GTK_BOX (line), make_number ());
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_widget_add_css_class (line, "question-line");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "question");
}

static gboolean
is_open (CommonsQuestionRow *self)
{
  return adw_bin_get_child (ADW_BIN (self->place)) != NULL;
}

static void
describe (CommonsQuestionRow *self)
{
  g_autofree char *cards = g_strdup_printf (ngettext ("%'u card", "%'u cards", self->n_cards), self->n_cards);
  /* Translators: “Question 6 of 14, What becomes of a contribution, answered, 3 cards” */
  g_autofree char *name = g_strdup_printf (_("Question %u of %u, %s, %s, %s"), self->question->number, self->n_questions,
                                           self->question->title, _(marks[self->shown].words), cards);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_open (self), -1);
}

GtkWidget *
commons_question_row_new (const CommonsQuestion *question,
                          guint                  n_questions)
{
  CommonsQuestionRow *self;
  GtkWidget *number;
  g_autofree char *text = NULL;

  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_QUESTION_ROW, NULL);
  self->question = question;
  self->n_questions = n_questions;

  number = gtk_widget_get_first_child (gtk_widget_get_parent (self->title));
  text = g_strdup_printf ("%u", question->number);
  gtk_label_set_text (GTK_LABEL (number), text);
  gtk_label_set_text (GTK_LABEL (self->title), question->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), question->question);

  return GTK_WIDGET (self);
}

const CommonsQuestion *
commons_question_row_get_question (CommonsQuestionRow *self)
{
  g_return_val_if_fail (COMMONS_IS_QUESTION_ROW (self), NULL);

  return self->question;
}

static Mark
get_mark (CommonsAnswerState state,
          guint              n_cards)
{
  switch (state)
    {
    case COMMONS_ANSWER_ANSWERED:
      return MARK_ANSWERED;
    case COMMONS_ANSWER_NOT_APPLICABLE:
      return MARK_SKIPPED;
    case COMMONS_ANSWER_DISCUSS:
      return MARK_DISCUSS;
    case COMMONS_ANSWER_OPEN:
    default:
      return n_cards > 0 ? MARK_BEGUN : MARK_OPEN;
    }
}

static void
show_mark (CommonsQuestionRow *self,
           Mark                mark)
{
  gtk_widget_remove_css_class (self->mark, marks[self->shown].style);
  gtk_widget_add_css_class (self->mark, marks[mark].style);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), marks[mark].icon);
  gtk_widget_set_tooltip_text (self->mark, _(marks[mark].words));
  self->shown = mark;
}

void
commons_question_row_update (CommonsQuestionRow *self,
                             CommonsBoard       *board)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *count = NULL;
  Mark mark;

  g_return_if_fail (COMMONS_IS_QUESTION_ROW (self));
  g_return_if_fail (COMMONS_IS_BOARD (board));

  cards = commons_answers_list_cards (board, self->question->id);
  mark = get_mark (commons_answers_get_state (board, self->question->id), cards->len);
  if (self->known && mark == self->shown && cards->len == self->n_cards)
    return;

  self->known = TRUE;
  self->n_cards = cards->len;
  count = cards->len > 0 ? g_strdup_printf ("%u", cards->len) : NULL;
  gtk_label_set_text (GTK_LABEL (self->count), count ? count : "");
  show_mark (self, mark);
  describe (self);
}

void
commons_question_row_set_content (CommonsQuestionRow *self,
                                  GtkWidget          *content)
{
  gboolean open = content != NULL;

  g_return_if_fail (COMMONS_IS_QUESTION_ROW (self));

  adw_bin_set_child (ADW_BIN (self->place), content);
  gtk_widget_set_visible (self->place, open);
  gtk_widget_set_visible (self->count, !open);
  gtk_label_set_text (GTK_LABEL (self->title), open ? self->question->question : self->question->title);
  gtk_label_set_wrap (GTK_LABEL (self->title), open);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), open ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->mark, open ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !open);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), !open);
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  describe (self);
}

void
commons_question_row_set_target (CommonsQuestionRow *self,
                                 gboolean            target)
{
  g_return_if_fail (COMMONS_IS_QUESTION_ROW (self));

  if (target)
    gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
}
