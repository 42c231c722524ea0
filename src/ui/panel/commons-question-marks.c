/* commons-question-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-question-marks.h"

struct _CommonsQuestionMarks
{
  GtkWidget         parent_instance;

  CommonsBoardView *view;        /* not owned */
  char             *question;
  GtkWidget        *said;        /* what became of it, and why */
  GtkWidget        *answered;
  GtkWidget        *more;
  GtkWidget        *reason;      /* in a popover */
  GtkWidget        *popover;
  gboolean          quiet;       /* the button is set by the program */
};

G_DEFINE_FINAL_TYPE (CommonsQuestionMarks, commons_question_marks, GTK_TYPE_WIDGET)

static void
set_state (CommonsQuestionMarks *self,
           CommonsAnswerState    state,
           const char           *reason)
{
  static const char *const told[] = {
    N_("The question is open again"), N_("Marked as answered"), N_("Marked as not applicable"), N_("Marked to be discussed"),
  };
  CommonsDocument *document = commons_board_view_get_document (self->view);
  CommonsEditor *editor;

  if (document == NULL || self->question == NULL || commons_document_get_read_only (document))
    return;

  editor = commons_document_get_editor (document);
  commons_editor_begin (editor, _("Mark Question"), NULL);
  commons_answers_set_state (editor, self->question, state, reason);
  if (commons_editor_commit (editor))
    g_signal_emit_by_name (self->view, "toast", _(told[state]), TRUE);
}

static void
answered_cb (CommonsQuestionMarks *self)
{
  g_assert (COMMONS_IS_QUESTION_MARKS (self));

  if (!self->quiet)
    set_state (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->answered)) ? COMMONS_ANSWER_ANSWERED
                                                                                     : COMMONS_ANSWER_OPEN, NULL);
}

static void
discuss (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  set_state (COMMONS_QUESTION_MARKS (widget), COMMONS_ANSWER_DISCUSS, NULL);
}

static void
open_again (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  set_state (COMMONS_QUESTION_MARKS (widget), COMMONS_ANSWER_OPEN, NULL);
}

/* Why it does not apply is worth a sentence, but nobody is forced. */
static void
ask_reason (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CommonsQuestionMarks *self = COMMONS_QUESTION_MARKS (widget);
  CommonsDocument *document = commons_board_view_get_document (self->view);
  const char *reason = commons_answers_get_reason (commons_document_get_board (document), self->question);

  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->reason);
}

static void
reason_cb (CommonsQuestionMarks *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  g_assert (COMMONS_IS_QUESTION_MARKS (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  set_state (self, COMMONS_ANSWER_NOT_APPLICABLE, reason);
}

/* A reason that is typed and not given yet. */
static gboolean
gather_cb (CommonsQuestionMarks *self)
{
  CommonsDocument *document = commons_board_view_get_document (self->view);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  g_assert (COMMONS_IS_QUESTION_MARKS (self));

  if (!gtk_widget_get_visible (self->popover) || *reason == '\0' || document == NULL || self->question == NULL)
    return FALSE;

  commons_answers_set_state (commons_document_get_editor (document), self->question,
                             COMMONS_ANSWER_NOT_APPLICABLE, reason);

  return TRUE;
}

static void
commons_question_marks_dispose (GObject *object)
{
  CommonsQuestionMarks *self = COMMONS_QUESTION_MARKS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->question, g_free);

  G_OBJECT_CLASS (commons_question_marks_parent_class)->dispose (object);
}

static void
commons_question_marks_class_init (CommonsQuestionMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_question_marks_dispose;

  gtk_widget_class_install_action (widget_class, "question.not-applicable", NULL, ask_reason);
  gtk_widget_class_install_action (widget_class, "question.discuss", NULL, discuss);
  gtk_widget_class_install_action (widget_class, "question.open", NULL, open_again);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "questionmarks");
}

static GtkWidget *
make_reason (CommonsQuestionMarks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Not Applicable"));
  GtkWidget *label = gtk_label_new (_("Why does it not apply?"));

  self->reason = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->reason), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why does it not apply?"), -1);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), button);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (reason_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reason_cb), self, G_CONNECT_SWAPPED);

  return self->popover;
}

static GtkWidget *
make_more (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Not Applicable…"), "question.not-applicable");
  g_menu_append (menu, _("To Discuss"), "question.discuss");
  g_menu_append (menu, _("Open Again"), "question.open");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _("What became of the question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What became of the question"), -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
make_answered (void)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Answered"));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("cc-done-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mark-answered");
  gtk_widget_set_tooltip_text (button, _("The group holds this question for answered"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answered"), -1);

  return button;
}

static void
commons_question_marks_init (CommonsQuestionMarks *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->said = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->said), 0);
  gtk_label_set_wrap (GTK_LABEL (self->said), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->said), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->said, "secondary");
  gtk_widget_set_visible (self->said, FALSE);
  gtk_widget_set_parent (self->said, GTK_WIDGET (self));

  self->answered = make_answered ();
  self->more = make_more ();
  gtk_box_append (GTK_BOX (line), self->answered);
  gtk_box_append (GTK_BOX (line), self->more);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_parent (make_reason (self), GTK_WIDGET (self));

  g_signal_connect_object (self->answered, "toggled", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_question_marks_new (CommonsBoardView *view)
{
  CommonsQuestionMarks *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_QUESTION_MARKS, NULL);
  self->view = view;
  g_signal_connect_object (view, "gather", G_CALLBACK (gather_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (commons_board_view_tell_typing), view,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static char *
describe (CommonsAnswerState  state,
          const char         *reason)
{
  gboolean has_reason = reason != NULL && *reason != '\0';

  switch (state)
    {
    case COMMONS_ANSWER_NOT_APPLICABLE:
      /* Translators: %s says why a question does not apply */
      return has_reason ? g_strdup_printf (_("Not applicable: %s"), reason) : g_strdup (_("Not applicable"));
    case COMMONS_ANSWER_DISCUSS:
      return has_reason ? g_strdup_printf (_("To discuss: %s"), reason) : g_strdup (_("To discuss"));
    case COMMONS_ANSWER_OPEN:
    case COMMONS_ANSWER_ANSWERED:
    default:
      return NULL;
    }
}

void
commons_question_marks_update (CommonsQuestionMarks *self,
                               const char           *question)
{
  CommonsDocument *document;
  CommonsAnswerState state;
  g_autofree char *said = NULL;
  gboolean can_write;

  g_return_if_fail (COMMONS_IS_QUESTION_MARKS (self));

  if (g_strcmp0 (question, self->question) != 0)
    {
      g_free (self->question);
      self->question = g_strdup (question);
    }

  document = commons_board_view_get_document (self->view);
  if (document == NULL || question == NULL)
    return;

  can_write = !commons_document_get_read_only (document);
  state = commons_answers_get_state (commons_document_get_board (document), question);
  said = describe (state, commons_answers_get_reason (commons_document_get_board (document), question));
  gtk_label_set_text (GTK_LABEL (self->said), said ? said : "");
  gtk_widget_set_visible (self->said, said != NULL);

  self->quiet = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->answered), state == COMMONS_ANSWER_ANSWERED);
  self->quiet = FALSE;
  gtk_widget_set_sensitive (self->answered, can_write);
  gtk_widget_set_sensitive (self->more, can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.not-applicable", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.discuss", can_write && state != COMMONS_ANSWER_DISCUSS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.open", can_write && state != COMMONS_ANSWER_OPEN);
}
