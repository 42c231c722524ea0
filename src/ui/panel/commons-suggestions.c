/* commons-suggestions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-suggestions.h"

#define MAX_ROWS 6

/* Of an entry, for as long as it is there. */
typedef struct
{
  GtkWidget      *entry;
  GtkWidget      *popover;
  GtkWidget      *list;
  CommonsSuggest  suggest;
  gpointer        user_data;
  gboolean        taking;  /* what changes is what was taken */
} Suggestions;

#define SUGGESTIONS_KEY "commons-suggestions"

static gboolean
is_open (Suggestions *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
close_list (Suggestions *self)
{
  if (is_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
take (Suggestions *self,
      const char  *word)
{
  self->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), word);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->taking = FALSE;
  close_list (self);
}

static const char *
get_word (GtkListBoxRow *row)
{
  return gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  Suggestions   *self)
{
  g_autofree char *word = g_strdup (get_word (row));

  take (self, word);
  gtk_widget_grab_focus (self->entry);
}

static void
make_popover (Suggestions *self)
{
  self->popover = gtk_popover_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "kind-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_widget_set_parent (self->popover, self->entry);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static void
fill (Suggestions *self,
      GPtrArray   *words)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));

  for (guint i = 0; i < words->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (words, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
}

static void
changed_cb (GtkEditable *entry,
            Suggestions *self)
{
  const char *typed = gtk_editable_get_text (entry);
  g_autoptr (GPtrArray) words = NULL;

  /* Only for whoever writes: text that comes from elsewhere asks nothing. */
  if (self->taking || *typed == '\0' ||
      (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    {
      close_list (self);
      return;
    }

  words = self->suggest (self->entry, typed, MAX_ROWS, self->user_data);
  if (words == NULL || words->len == 0)
    {
      close_list (self);
      return;
    }

  if (self->popover == NULL)
    make_popover (self);
  fill (self, words);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
step (Suggestions *self,
      int          by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;

  row = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;
  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      commons_announce (self->entry, get_word (row));
    }
  else if (by < 0)
    {
      gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
    }
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        Suggestions           *self)
{
  GtkListBoxRow *row;
  g_autofree char *word = NULL;

  if (!is_open (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
      word = row ? g_strdup (get_word (row)) : NULL;
      if (word != NULL)
        take (self, word);
      else
        close_list (self);
      return word != NULL ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Escape:
      close_list (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
leave_cb (GtkEventControllerFocus *focus,
          Suggestions             *self)
{
  close_list (self);
}

static void
destroy_cb (GtkWidget   *entry,
            Suggestions *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

void
commons_suggestions_attach (GtkWidget      *entry,
                            CommonsSuggest  suggest,
                            gpointer        user_data)
{
  Suggestions *self;
  GtkEventController *keys, *focus;

  g_return_if_fail (GTK_IS_ENTRY (entry));
  g_return_if_fail (suggest != NULL);

  self = g_new0 (Suggestions, 1);
  *self = (Suggestions) { .entry = entry, .suggest = suggest, .user_data = user_data };
  g_object_set_data_full (G_OBJECT (entry), SUGGESTIONS_KEY, self, g_free);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, keys);
  focus = gtk_event_controller_focus_new ();
  gtk_widget_add_controller (entry, focus);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (entry, "destroy", G_CALLBACK (destroy_cb), self);
}
