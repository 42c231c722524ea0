/* commons-notes-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-help.h"
#include "commons-notes-dialog.h"

#define NOTES_PATH "commons/notes"

struct _CommonsNotesDialog
{
  AdwWindow       parent_instance;

  CommonsEditor  *editor;
  CommonsHistory *history;
  char           *id;
  char           *merge_key;
  GtkTextBuffer  *buffer;
};

G_DEFINE_FINAL_TYPE (CommonsNotesDialog, commons_notes_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (CommonsNotesDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* Blank notes are none. */
static void
store_cb (CommonsNotesDialog *self)
{
  CommonsBoard *board = commons_editor_get_board (self->editor);
  CommonsRecord *record = commons_board_lookup_node (board, self->id);
  g_autofree char *text = dup_text (self);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (CommonsRecord) noted = NULL;

  g_assert (COMMONS_IS_NOTES_DIALOG (self));

  if (record == NULL)
    return;

  noted = *stripped != '\0' ? commons_record_with_string (record, NOTES_PATH, text)
                            : commons_record_with (record, NOTES_PATH, NULL);
  commons_editor_begin (self->editor, _("Notes"), self->merge_key);
  commons_editor_set (self->editor, noted);
  commons_editor_commit (self->editor);
}

static gboolean
commons_notes_dialog_close_request (GtkWindow *window)
{
  commons_history_barrier (COMMONS_NOTES_DIALOG (window)->history);

  return GTK_WINDOW_CLASS (commons_notes_dialog_parent_class)->close_request (window);
}

static void
commons_notes_dialog_dispose (GObject *object)
{
  CommonsNotesDialog *self = COMMONS_NOTES_DIALOG (object);

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  self->buffer = NULL;
  g_clear_object (&self->editor);
  g_clear_object (&self->history);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->merge_key, g_free);

  G_OBJECT_CLASS (commons_notes_dialog_parent_class)->dispose (object);
}

static void
commons_notes_dialog_class_init (CommonsNotesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_notes_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = commons_notes_dialog_close_request;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
commons_notes_dialog_init (CommonsNotesDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 320);
}

static GtkWidget *
make_text_view (CommonsNotesDialog *self,
                gboolean            editable)
{
  GtkWidget *view = gtk_text_view_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), editable);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (view), GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);

  return view;
}

static void
build (CommonsNotesDialog *self,
       const char         *title,
       gboolean            editable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = make_text_view (self, editable);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Notes"), title));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_focus (GTK_WINDOW (self), view);
}

GtkWidget *
commons_notes_dialog_new (CommonsEditor  *editor,
                          CommonsHistory *history,
                          const char     *id,
                          gboolean        editable)
{
  CommonsNotesDialog *self;
  CommonsRecord *record;
  const char *notes;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_HISTORY (history), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  record = commons_board_lookup_node (commons_editor_get_board (editor), id);
  g_return_val_if_fail (record != NULL, NULL);

  notes = commons_record_get_string (record, NOTES_PATH);
  self = g_object_new (COMMONS_TYPE_NOTES_DIALOG, "title", _("Notes"), NULL);
  self->editor = g_object_ref (editor);
  self->history = g_object_ref (history);
  self->id = g_strdup (id);
  self->merge_key = g_strconcat ("notes ", id, NULL);

  build (self, commons_record_get_shown_title (record), editable);
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, notes ? notes : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (store_cb), self, G_CONNECT_SWAPPED);
  commons_history_barrier (history);

  return GTK_WIDGET (self);
}
