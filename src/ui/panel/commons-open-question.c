/* commons-open-question.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-answer-list.h"
#include "commons-capture-entry.h"
#include "commons-card-picker.h"
#include "commons-commands.h"
#include "commons-open-question.h"
#include "commons-question-about.h"
#include "commons-question-fills.h"
#include "commons-question-marks.h"

struct _CommonsOpenQuestion
{
  GtkWidget              parent_instance;

  CommonsBoardView      *view;        /* not owned */
  const CommonsQuestion *question;
  GHashTable            *drafts;      /* question id to what was not entered */
  GtkWidget             *example;
  GtkWidget             *example_text;
  GtkWidget             *prompts;
  GtkWidget             *situation;
  GtkWidget             *words;
  guint                  prompt;
  GtkWidget             *helper;
  GtkWidget             *answers;
  GtkWidget             *fills;
  GtkWidget             *entry;
  GtkWidget             *marks;
  char                  *about;       /* id of the card the next answer is about */
  char                  *picked;      /* the one somebody picked */
};

G_DEFINE_FINAL_TYPE (CommonsOpenQuestion, commons_open_question, GTK_TYPE_WIDGET)

static CommonsCaptureEntry *
get_entry (CommonsOpenQuestion *self)
{
  return COMMONS_CAPTURE_ENTRY (self->entry);
}

static const CommonsCaptureSpec *
get_capture (CommonsOpenQuestion *self)
{
  return &self->question->captures[commons_capture_entry_get_capture (get_entry (self))];
}

static void
update_about (CommonsOpenQuestion *self)
{
  CommonsDocument *document = commons_board_view_get_document (self->view);
  CommonsRecord *about = NULL;
  const CommonsCaptureSpec *capture;

  if (document == NULL || self->question == NULL)
    return;

  capture = get_capture (self);
  if (capture->about != NULL)
    about = commons_question_find_about (commons_document_get_board (document),
                                         commons_board_view_get_selection (self->view),
                                         self->question, capture->about, self->picked);

  g_free (self->about);
  self->about = about ? g_strdup (commons_record_get_id (about)) : NULL;
  commons_capture_entry_set_about (get_entry (self), about ? commons_record_get_shown_title (about) : NULL,
                                   capture->about != NULL);
}

static void
capture_changed_cb (CommonsOpenQuestion *self)
{
  g_assert (COMMONS_IS_OPEN_QUESTION (self));

  g_clear_pointer (&self->picked, g_free);
  update_about (self);
}

static void
picked_cb (CommonsOpenQuestion *self,
           const char          *id,
           GtkWindow           *dialog)
{
  g_assert (COMMONS_IS_OPEN_QUESTION (self));

  g_free (self->picked);
  self->picked = g_strdup (id);
  gtk_window_close (dialog);
  update_about (self);
  gtk_widget_grab_focus (self->entry);
}

static void
pick_about_cb (CommonsOpenQuestion *self)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (self->view);
  CommonsBoard *board = commons_document_get_board (commons_board_view_get_document (self->view));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = commons_card_picker_new (catalogue);

  g_assert (COMMONS_IS_OPEN_QUESTION (self));

  commons_card_picker_set_choices (COMMONS_CARD_PICKER (dialog), _("What the Answer Is About"), self->question->title,
                                   _("Find a card"),
                                   commons_question_list_about (board, get_capture (self)->about));
  g_signal_connect_object (dialog, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
announce_answers (CommonsOpenQuestion *self,
                  guint                n_cards,
                  const char          *first)
{
  g_autofree char *words = NULL;

  if (n_cards == 1)
    /* Translators: an answer was written down and became a card */
    words = g_strdup_printf (_("“%s” is on the board"), first);
  else
    words = g_strdup_printf (ngettext ("%'u card added", "%'u cards added", n_cards), n_cards);
  commons_announce (GTK_WIDGET (self), words);
}

static void
entered_cb (CommonsOpenQuestion *self,
            GStrv                texts)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_assert (COMMONS_IS_OPEN_QUESTION (self));

  ids = commons_board_view_answer (self->view, self->question, commons_capture_entry_get_capture (get_entry (self)),
                                   self->about, (const char *const *) texts,
                                   commons_capture_entry_get_mode (get_entry (self)),
                                   commons_capture_entry_get_author (get_entry (self)));
  if (ids->len == 0)
    return;

  announce_answers (self, ids->len, texts[0]);
  commons_capture_entry_set_text (get_entry (self), NULL);
  g_hash_table_remove (self->drafts, self->question->id);
  commons_open_question_update (self);
}

/* Where each would be if it were entered now; those of questions that are not
 * open were put by. */
static gboolean
gather_cb (CommonsOpenQuestion *self)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (self->view);
  g_autofree char *text = commons_capture_entry_dup_text (get_entry (self));
  gboolean any = FALSE;
  GHashTableIter iter;
  gpointer id, put_by;

  g_assert (COMMONS_IS_OPEN_QUESTION (self));

  if (self->question != NULL && *text != '\0')
    any = commons_board_view_gather_answer (self->view, self->question,
                                            commons_capture_entry_get_capture (get_entry (self)), self->about, text,
                                            commons_capture_entry_get_mode (get_entry (self)),
                                            commons_capture_entry_get_author (get_entry (self)));

  g_hash_table_iter_init (&iter, self->drafts);
  while (catalogue != NULL && g_hash_table_iter_next (&iter, &id, &put_by))
    {
      const CommonsQuestion *question = commons_catalogue_get_question (catalogue, id);

      if (question != NULL && question != self->question &&
          commons_board_view_gather_answer (self->view, question, 0, NULL, put_by, COMMONS_CAPTURE_WE, NULL))
        any = TRUE;
    }

  return any;
}

static void
show_prompt (CommonsOpenQuestion *self)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (self->view);
  guint n_prompts = catalogue ? commons_catalogue_get_n_prompts (catalogue) : 0;
  const CommonsPrompt *prompt;

  gtk_widget_set_visible (self->prompts, n_prompts > 0);
  if (n_prompts == 0)
    return;

  prompt = commons_catalogue_get_nth_prompt (catalogue, self->prompt % n_prompts);
  gtk_label_set_text (GTK_LABEL (self->situation), prompt->situation);
  gtk_label_set_text (GTK_LABEL (self->words), prompt->words);
}

static void
next_prompt_cb (CommonsOpenQuestion *self)
{
  g_assert (COMMONS_IS_OPEN_QUESTION (self));

  self->prompt++;
  show_prompt (self);
  commons_announce (GTK_WIDGET (self), gtk_label_get_text (GTK_LABEL (self->words)));
}

static gboolean
commons_open_question_grab_focus (GtkWidget *widget)
{
  CommonsOpenQuestion *self = COMMONS_OPEN_QUESTION (widget);

  return gtk_widget_get_sensitive (self->entry) && gtk_widget_grab_focus (self->entry);
}

static void
commons_open_question_dispose (GObject *object)
{
  CommonsOpenQuestion *self = COMMONS_OPEN_QUESTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->about, g_free);
  g_clear_pointer (&self->picked, g_free);

  G_OBJECT_CLASS (commons_open_question_parent_class)->dispose (object);
}

static void
commons_open_question_class_init (CommonsOpenQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_open_question_dispose;
  widget_class->grab_focus = commons_open_question_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "openquestion");
}

static GtkWidget *
make_words (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_expander (const char *words,
               GtkWidget  *child)
{
  GtkWidget *expander = gtk_expander_new (words);

  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  gtk_widget_add_css_class (expander, "question-more");
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return expander;
}

static GtkWidget *
make_prompts (CommonsOpenQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *next = gtk_button_new_with_label (_("Another Prompt"));

  self->situation = make_words ("caption-heading");
  self->words = make_words ("quote-words");
  gtk_widget_set_halign (next, GTK_ALIGN_START);
  gtk_widget_add_css_class (next, "flat");
  gtk_widget_add_css_class (next, "next-prompt");
  gtk_box_append (GTK_BOX (box), self->situation);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), next);
  gtk_widget_add_css_class (box, "quote");
  g_signal_connect_object (next, "clicked", G_CALLBACK (next_prompt_cb), self, G_CONNECT_SWAPPED);
  self->prompts = make_expander (_("A follow-up prompt"), box);

  return self->prompts;
}

static GtkWidget *
make_example (CommonsOpenQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->example_text = make_words ("quote-words");
  gtk_box_append (GTK_BOX (box), self->example_text);
  gtk_widget_add_css_class (box, "quote");
  self->example = make_expander (_("Example: Open Fountains"), box);

  return self->example;
}

static void
commons_open_question_init (CommonsOpenQuestion *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
add (CommonsOpenQuestion *self,
     GtkWidget           *widget)
{
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

GtkWidget *
commons_open_question_new (CommonsBoardView *view)
{
  CommonsOpenQuestion *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_OPEN_QUESTION, NULL);
  self->view = view;
  self->helper = gtk_button_new ();
  self->answers = commons_answer_list_new (view);
  self->fills = commons_question_fills_new (view);
  self->entry = commons_capture_entry_new ();
  self->marks = commons_question_marks_new (view);
  add (self, make_example (self));
  add (self, make_prompts (self));
  add (self, self->helper);
  add (self, self->answers);
  add (self, self->fills);
  add (self, self->entry);
  add (self, self->marks);

  g_signal_connect_object (view, "gather", G_CALLBACK (gather_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (commons_board_view_tell_typing), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "pick-about", G_CALLBACK (pick_about_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "capture-changed", G_CALLBACK (capture_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* What is offered is what the window can do. */
static void
show_helper (CommonsOpenQuestion *self)
{
  g_autofree char *action = self->question->helper ? g_strconcat ("win.", self->question->helper, NULL) : NULL;
  const CommonsCommand *command = action ? commons_commands_find (action) : NULL;

  gtk_widget_set_visible (self->helper, command != NULL);
  if (command == NULL)
    return;

  gtk_button_set_label (GTK_BUTTON (self->helper), _(command->label));

  /* In a window an action is looked at as soon as it has a name. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->helper), "s", self->question->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->helper), action);
}

static void
keep_draft (CommonsOpenQuestion *self)
{
  g_autofree char *text = NULL;

  if (self->question == NULL)
    return;

  text = commons_capture_entry_dup_text (get_entry (self));
  if (*text != '\0')
    g_hash_table_replace (self->drafts, g_strdup (self->question->id), g_steal_pointer (&text));
  else
    g_hash_table_remove (self->drafts, self->question->id);
}

void
commons_open_question_set_question (CommonsOpenQuestion   *self,
                                    const CommonsQuestion *question)
{
  g_return_if_fail (COMMONS_IS_OPEN_QUESTION (self));

  if (self->question == question)
    return;

  keep_draft (self);
  g_clear_pointer (&self->picked, g_free);
  self->question = question;
  commons_capture_entry_set_question (get_entry (self), question);
  commons_question_fills_set_question (COMMONS_QUESTION_FILLS (self->fills), question);
  if (question == NULL)
    return;

  commons_capture_entry_set_text (get_entry (self), g_hash_table_lookup (self->drafts, question->id));
  gtk_expander_set_expanded (GTK_EXPANDER (self->example), FALSE);
  gtk_expander_set_expanded (GTK_EXPANDER (self->prompts), FALSE);
  gtk_label_set_text (GTK_LABEL (self->example_text), question->example);
  self->prompt = question->number - 1;
  show_prompt (self);
  show_helper (self);
  commons_open_question_update (self);
}

const CommonsQuestion *
commons_open_question_get_question (CommonsOpenQuestion *self)
{
  g_return_val_if_fail (COMMONS_IS_OPEN_QUESTION (self), NULL);

  return self->question;
}

void
commons_open_question_update (CommonsOpenQuestion *self)
{
  CommonsDocument *document;

  g_return_if_fail (COMMONS_IS_OPEN_QUESTION (self));

  document = commons_board_view_get_document (self->view);
  if (self->question == NULL || document == NULL)
    return;

  commons_answer_list_update (COMMONS_ANSWER_LIST (self->answers), self->question->id);
  commons_question_marks_update (COMMONS_QUESTION_MARKS (self->marks), self->question->id);
  commons_question_fills_update (COMMONS_QUESTION_FILLS (self->fills));
  gtk_widget_set_sensitive (self->entry, !commons_document_get_read_only (document));
  gtk_widget_set_sensitive (self->helper, !commons_document_get_read_only (document));
  update_about (self);
}

void
commons_open_question_update_selection (CommonsOpenQuestion *self)
{
  g_return_if_fail (COMMONS_IS_OPEN_QUESTION (self));

  commons_answer_list_update_selection (COMMONS_ANSWER_LIST (self->answers));
  g_clear_pointer (&self->picked, g_free);
  update_about (self);
}

void
commons_open_question_commit (CommonsOpenQuestion *self)
{
  g_autoptr (GHashTable) drafts = NULL;
  CommonsCatalogue *catalogue;
  GHashTableIter iter;
  gpointer id, text;

  g_return_if_fail (COMMONS_IS_OPEN_QUESTION (self));

  catalogue = commons_board_view_get_catalogue (self->view);
  commons_capture_entry_enter (get_entry (self));
  drafts = g_hash_table_ref (self->drafts);
  g_hash_table_iter_init (&iter, drafts);
  while (catalogue != NULL && g_hash_table_iter_next (&iter, &id, &text))
    {
      const CommonsQuestion *question = commons_catalogue_get_question (catalogue, id);
      const char *texts[] = { text, NULL };

      if (question != NULL)
        g_ptr_array_unref (commons_board_view_answer (self->view, question, 0, NULL, texts, COMMONS_CAPTURE_WE, NULL));
      g_hash_table_iter_remove (&iter);
    }
}

void
commons_open_question_forget (CommonsOpenQuestion *self)
{
  g_return_if_fail (COMMONS_IS_OPEN_QUESTION (self));

  commons_capture_entry_set_text (get_entry (self), NULL);
  commons_open_question_set_question (self, NULL);
  g_hash_table_remove_all (self->drafts);
}
