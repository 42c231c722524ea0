/* commons-text-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-text-editor.h"
#include "commons-text-keys.h"

#define LEFT_MARGIN 8

struct _CommonsTextEditor
{
  GtkWidget      parent_instance;

  GtkWidget     *scroller;
  GtkWidget     *view;
  GtkTextBuffer *buffer;
  GtkTextTag    *title_tag;
  GtkTextTag    *size_tag;
  GtkWidget     *placeholder;
  char          *first_text;
  CommonsTextNext next;

  guint          single_line : 1;
  guint          composing : 1; /* an input method is not done with a letter */
  guint          started : 1;   /* what changes now is typed */
  guint          finished : 1;
};

enum
{
  CHANGED,
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

static void
show_placeholder (CommonsTextEditor *self)
{
  gtk_widget_set_visible (self->placeholder, !self->composing && gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static void
buffer_changed_cb (CommonsTextEditor *self)
{
  g_assert (COMMONS_IS_TEXT_EDITOR (self));

  apply_tags (self);
  show_placeholder (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->started)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
preedit_changed_cb (CommonsTextEditor *self,
                    const char        *preedit)
{
  g_assert (COMMONS_IS_TEXT_EDITOR (self));

  self->composing = *preedit != '\0';
  show_placeholder (self);
}

static void
finish_with (CommonsTextEditor *self,
             CommonsTextNext    next)
{
  self->next = next;
  commons_text_editor_finish (self);
}

/* A key that ends the editing, and what for. */
static gboolean
take_ending_key (CommonsTextEditor *self,
                 guint              keyval,
                 GdkModifierType    state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
  gboolean ctrl = (state & GDK_CONTROL_MASK) != 0;

  if (keyval == GDK_KEY_Escape)
    finish_with (self, COMMONS_TEXT_NEXT_NONE);
  else if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    finish_with (self, COMMONS_TEXT_NEXT_PREVIOUS);
  else if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab)
    finish_with (self, COMMONS_TEXT_NEXT_BESIDE);
  else if (is_enter && ctrl)
    finish_with (self, COMMONS_TEXT_NEXT_BELOW);
  else if (is_enter && self->single_line)
    finish_with (self, COMMONS_TEXT_NEXT_NONE);
  else
    return FALSE;

  return TRUE;
}

static gboolean
take_markdown_key (CommonsTextEditor *self,
                   guint              keyval,
                   GdkModifierType    state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);

  if (self->single_line)
    return FALSE;

  if (held == GDK_CONTROL_MASK && (keyval == GDK_KEY_b || keyval == GDK_KEY_i))
    {
      commons_text_keys_wrap (self->buffer, keyval == GDK_KEY_b ? "**" : "*");
      return TRUE;
    }

  if (held == 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
      commons_text_keys_break_line (self->buffer))
    {
      gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (self->buffer));
      return TRUE;
    }

  return FALSE;
}

static gboolean
key_pressed_cb (CommonsTextEditor *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  g_assert (COMMONS_IS_TEXT_EDITOR (self));

  /* The keys of a letter being composed belong to the input method, those of
   * an open menu or of the emoji to these. */
  if (self->composing || !gtk_widget_has_focus (self->view))
    return GDK_EVENT_PROPAGATE;

  return take_ending_key (self, keyval, state) || take_markdown_key (self, keyval, state) ? GDK_EVENT_STOP
                                                                                         : GDK_EVENT_PROPAGATE;
}

static gboolean
has_focus_inside (CommonsTextEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
finish_idle_cb (gpointer user_data)
{
  CommonsTextEditor *self = user_data;

  if (!has_focus_inside (self))
    commons_text_editor_finish (self);

  return G_SOURCE_REMOVE;
}

/* Whoever goes elsewhere is done with the text; a window that only lost the
 * keyboard keeps it open. The focus has not arrived yet when it leaves. */
static void
focus_left_cb (CommonsTextEditor *self)
{
  g_assert (COMMONS_IS_TEXT_EDITOR (self));

  if (!self->finished)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, finish_idle_cb, g_object_ref (self), g_object_unref);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsTextEditor) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* What is no text cannot be pasted into one. */
  if (text == NULL || self->finished)
    return;

  commons_text_keys_paste (self->buffer, text, self->single_line);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (self->buffer));
}

/* Without the looks it had where it was copied. */
static void
paste_cb (CommonsTextEditor *self,
          GtkTextView       *view)
{
  g_assert (COMMONS_IS_TEXT_EDITOR (self));

  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted_cb, g_object_ref (self));
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

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "card-editor");
}

static void
commons_text_editor_init (CommonsTextEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  self->title_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->size_tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);

  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self->view), GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), LEFT_MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title and text of the card"),
                                  -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-editor");

  self->placeholder = gtk_label_new ("");
  gtk_widget_add_css_class (self->placeholder, "placeholder");
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self->view), self->placeholder, LEFT_MARGIN, 0);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
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
  self->started = TRUE;

  return GTK_WIDGET (self);
}

void
commons_text_editor_set_placeholder (CommonsTextEditor *self,
                                     const char        *text)
{
  g_return_if_fail (COMMONS_IS_TEXT_EDITOR (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (GTK_LABEL (self->placeholder), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, text, -1);
}

CommonsTextNext
commons_text_editor_get_next (CommonsTextEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_TEXT_EDITOR (self), COMMONS_TEXT_NEXT_NONE);

  return self->next;
}

gboolean
commons_text_editor_is_changed (CommonsTextEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (COMMONS_IS_TEXT_EDITOR (self), FALSE);

  text = commons_text_editor_dup_text (self);

  return g_strcmp0 (text, self->first_text) != 0;
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
  g_return_if_fail (COMMONS_IS_TEXT_EDITOR (self));

  if (self->finished)
    return;

  self->finished = TRUE;
  g_signal_emit (self, signals[DONE], 0, commons_text_editor_is_changed (self));
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
