/* commons-text-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-text-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-text-editor.h"

struct _CommonsTextEditor
{
  GtkWidget      parent_instance;

  GtkWidget     *scroller;
  GtkWidget     *view;
  GtkTextBuffer *buffer;
  GtkTextTag    *title_tag;
  GtkTextTag    *size_tag;
  char          *first_text;

  guint          single_line : 1;
  guint          finished : 1;
};

enum
{
  DONE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsTextEditor, commons_text_editor, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* The first line is the title, and looks like one while it is typed. */
static void
apply_tags (CommonsTextEditor *self)
{
  GtkTextIter start, line_end, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->title_tag, &start, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->size_tag, &start, &end);

  line_end = start;
  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_iter_forward_to_line_end (&line_end);
  gtk_text_buffer_apply_tag (self->buffer, self->title_tag, &start, &line_end);
}

static gboolean
key_pressed_cb (CommonsTextEditor *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  g_assert (COMMONS_IS_TEXT_EDITOR (self));

  if (keyval == GDK_KEY_Escape || keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab ||
      (is_enter && (self->single_line || (state & GDK_CONTROL_MASK) != 0)))
    {
      commons_text_editor_finish (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
commons_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COMMONS_TEXT_EDITOR (widget)->view);
}

static void
commons_text_editor_dispose (GObject *object)
{
  CommonsTextEditor *self = COMMONS_TEXT_EDITOR (object);

  self->finished = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->first_text, g_free);

  G_OBJECT_CLASS (commons_text_editor_parent_class)->dispose (object);
}

static void
commons_text_editor_class_init (CommonsTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_text_editor_dispose;
  widget_class->grab_focus = commons_text_editor_grab_focus;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "card-editor");
}

static void
commons_text_editor_init (CommonsTextEditor *self)
{
  GtkEventController *keys;

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  self->title_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->size_tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (apply_tags), self, G_CONNECT_SWAPPED);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title and text of the card"),
                                  -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-editor");

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
commons_text_editor_new (const char *text,
                         gboolean    single_line)
{
  CommonsTextEditor *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_TEXT_EDITOR, NULL);
  self->single_line = !!single_line;
  self->first_text = g_strdup (text);

  /* What the card said before is not a step of the editor's own undo. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);

  return GTK_WIDGET (self);
}

void
commons_text_editor_set_font_size (CommonsTextEditor *self,
                                   double             pixels)
{
  g_return_if_fail (COMMONS_IS_TEXT_EDITOR (self));

  /* A tag counts in points, of which an inch has 72 against 96 pixels. */
  g_object_set (self->size_tag, "size-points", pixels * 72.0 / 96.0, NULL);
}

char *
commons_text_editor_dup_text (CommonsTextEditor *self)
{
  GtkTextIter start, end;
  char *text;

  g_return_val_if_fail (COMMONS_IS_TEXT_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);

  return g_strstrip (text);
}

void
commons_text_editor_finish (CommonsTextEditor *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (COMMONS_IS_TEXT_EDITOR (self));

  if (self->finished)
    return;

  self->finished = TRUE;
  text = commons_text_editor_dup_text (self);
  g_signal_emit (self, signals[DONE], 0, g_strcmp0 (text, self->first_text) != 0);
}

void
commons_text_editor_start (CommonsTextEditor *self)
{
  GtkTextIter start, end;

  g_return_if_fail (COMMONS_IS_TEXT_EDITOR (self));

  gtk_widget_grab_focus (self->view);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
}
