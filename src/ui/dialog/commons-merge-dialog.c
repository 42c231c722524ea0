/* commons-merge-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "commons-help.h"
#include "commons-merge-dialog.h"

struct _CommonsMergeDialog
{
  AdwWindow      parent_instance;

  char          *present;  /* NULL when a card is made */
  char          *words;
  GtkTextBuffer *buffer;
  GtkWidget     *text;
  GtkWidget     *accept;
  GtkWidget     *append;   /* NULL when a card is made */
};

G_DEFINE_FINAL_TYPE (CommonsMergeDialog, commons_merge_dialog, ADW_TYPE_WINDOW)

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (CommonsMergeDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

static void
accept_cb (CommonsMergeDialog *self)
{
  g_autofree char *text = dup_text (self);

  g_assert (COMMONS_IS_MERGE_DIALOG (self));

  if (*text == '\0')
    return;

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[WRITTEN], 0, text);
  g_object_unref (self);
}

static void
changed_cb (CommonsMergeDialog *self)
{
  g_autofree char *text = dup_text (self);

  g_assert (COMMONS_IS_MERGE_DIALOG (self));

  gtk_widget_set_sensitive (self->accept, *text != '\0');
}

/* The words of the answers come after those of the card, or go again; what
 * was written by hand meanwhile stays. */
static void
append_cb (CommonsMergeDialog *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *tail = g_strconcat ("\n", self->words, NULL);
  g_autofree char *changed = NULL;

  g_assert (COMMONS_IS_MERGE_DIALOG (self));

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->append)))
    changed = *text != '\0' ? g_strconcat (text, tail, NULL) : g_strdup (self->words);
  else if (g_str_has_suffix (text, tail))
    changed = g_strndup (text, strlen (text) - strlen (tail));
  else
    return;

  gtk_text_buffer_set_text (self->buffer, changed, -1);
}

static gboolean
key_pressed_cb (CommonsMergeDialog *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  g_assert (COMMONS_IS_MERGE_DIALOG (self));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  accept_cb (self);

  return GDK_EVENT_STOP;
}

static void
commons_merge_dialog_finalize (GObject *object)
{
  CommonsMergeDialog *self = COMMONS_MERGE_DIALOG (object);

  g_free (self->present);
  g_free (self->words);

  G_OBJECT_CLASS (commons_merge_dialog_parent_class)->finalize (object);
}

static void
commons_merge_dialog_class_init (CommonsMergeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_merge_dialog_finalize;

  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
commons_merge_dialog_init (CommonsMergeDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 380);
}

static GtkWidget *
make_text (CommonsMergeDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self->text), GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_widget_add_css_class (self->text, "sides-words");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words of the card"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");

  return scroller;
}

static GtkWidget *
make_header (CommonsMergeDialog *self,
             const char         *people)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  const char *title = self->present ? _("Add Answers") : _("Merge Answers");

  self->accept = gtk_button_new_with_mnemonic (self->present ? _("_Add") : _("_Merge"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, people));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  gtk_window_set_title (GTK_WINDOW (self), title);

  return header;
}

static void
build (CommonsMergeDialog *self,
       const char         *people)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *about = gtk_label_new (self->present ? _("What does the card of the group say from now on?")
                                                  : _("What does the group say? The first line is the title."));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_box_append (GTK_BOX (content), about);
  gtk_box_append (GTK_BOX (content), make_text (self));

  if (self->present != NULL)
    {
      self->append = gtk_check_button_new_with_mnemonic (_("Add the _words of the answers"));
      g_signal_connect_object (self->append, "toggled", G_CALLBACK (append_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (content), self->append);
    }

  gtk_box_append (GTK_BOX (box), make_header (self, people));
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
commons_merge_dialog_new (const char *present,
                          const char *words,
                          const char *people)
{
  CommonsMergeDialog *self;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (people != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_MERGE_DIALOG, NULL);
  self->present = g_strdup (present);
  self->words = g_strdup (words);
  build (self, people);
  gtk_text_buffer_set_text (self->buffer, present ? present : words, -1);
  changed_cb (self);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), self->text);

  return GTK_WIDGET (self);
}
