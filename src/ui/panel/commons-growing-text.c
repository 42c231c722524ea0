/* commons-growing-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-growing-text.h"

#define ZERO_WIDTH_SPACE "\342\200\213"

struct _CommonsGrowingText
{
  GtkWidget      parent_instance;

  GtkWidget     *overlay;
  GtkWidget     *measure;
  GtkWidget     *view;
  GtkWidget     *placeholder;
  GtkTextBuffer *buffer;
  gboolean       single;
};

enum
{
  CHANGED,
  LEFT,
  DONE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsGrowingText, commons_growing_text, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* The line one is about to write in counts, too. */
static void
update_size (CommonsGrowingText *self)
{
  g_autofree char *text = commons_growing_text_dup_text (self);
  g_autofree char *closed = g_strconcat (text, ZERO_WIDTH_SPACE, NULL);

  gtk_label_set_label (GTK_LABEL (self->measure), closed);
}

static void
update_placeholder (CommonsGrowingText *self)
{
  update_size (self);
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static void
changed_cb (CommonsGrowingText *self)
{
  g_assert (COMMONS_IS_GROWING_TEXT (self));

  update_placeholder (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
leave_cb (CommonsGrowingText *self)
{
  g_assert (COMMONS_IS_GROWING_TEXT (self));

  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
key_cb (CommonsGrowingText *self,
        guint               keyval)
{
  g_assert (COMMONS_IS_GROWING_TEXT (self));

  if (!self->single || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[DONE], 0);

  return GDK_EVENT_STOP;
}

static gboolean
commons_growing_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COMMONS_GROWING_TEXT (widget)->view);
}

static void
commons_growing_text_dispose (GObject *object)
{
  CommonsGrowingText *self = COMMONS_GROWING_TEXT (object);

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  self->buffer = NULL;
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_growing_text_parent_class)->dispose (object);
}

static void
commons_growing_text_class_init (CommonsGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_growing_text_dispose;
  widget_class->grab_focus = commons_growing_text_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "growingtext");
}

/* GTK 4.8 ends the program when a cursor is hidden that still blinks, as it does
 * for a while after the focus has left: it stops only those that have the
 * focus, and nobody sees the others. */
static void
show_cursor (CommonsGrowingText *self)
{
  if (gtk_widget_has_focus (self->view))
    gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)));
}

static GtkWidget *
make_view (CommonsGrowingText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self->view), GTK_INPUT_HINT_SPELLCHECK);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, focus);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::has-focus", G_CALLBACK (show_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);

  return self->view;
}

static void
commons_growing_text_init (CommonsGrowingText *self)
{
  /* A text view does not tell its height for a width before it was drawn; a
   * label of the same words, that nobody sees or hears, does. */
  self->measure = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->measure), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->measure), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->measure), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->measure), 4);
  gtk_widget_set_opacity (self->measure, 0);

  self->placeholder = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "field-placeholder");

  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->measure);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), make_view (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->placeholder);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
commons_growing_text_new (const char *label)
{
  CommonsGrowingText *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_GROWING_TEXT, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

void
commons_growing_text_set_text (CommonsGrowingText *self,
                               const char         *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (COMMONS_IS_GROWING_TEXT (self));
  g_return_if_fail (text != NULL);

  now = commons_growing_text_dup_text (self);
  if (!g_str_equal (now, text))
    gtk_text_buffer_set_text (self->buffer, text, -1);
  update_placeholder (self);
}

char *
commons_growing_text_dup_text (CommonsGrowingText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (COMMONS_IS_GROWING_TEXT (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
commons_growing_text_set_placeholder (CommonsGrowingText *self,
                                      const char         *placeholder)
{
  g_return_if_fail (COMMONS_IS_GROWING_TEXT (self));

  gtk_label_set_label (GTK_LABEL (self->placeholder), placeholder ? placeholder : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder ? placeholder : "", -1);
}

void
commons_growing_text_set_editable (CommonsGrowingText *self,
                                   gboolean            editable)
{
  g_return_if_fail (COMMONS_IS_GROWING_TEXT (self));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  show_cursor (self);
}

void
commons_growing_text_set_single (CommonsGrowingText *self,
                                 gboolean            single)
{
  g_return_if_fail (COMMONS_IS_GROWING_TEXT (self));

  self->single = single;
}

GtkWidget *
commons_growing_text_get_view (CommonsGrowingText *self)
{
  g_return_val_if_fail (COMMONS_IS_GROWING_TEXT (self), NULL);

  return self->view;
}
