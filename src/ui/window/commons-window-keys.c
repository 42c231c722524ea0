/* commons-window-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going from one part of the window to the next, and shortcuts by the place of
 * a key, for layouts that cannot type them.
 */

#include "config.h"

#include "commons-key-match.h"
#include "commons-window-private.h"

#define N_PARTS 11

/* The parts of the window in the order they are read; those that were not made
 * yet are NULL. */
static void
list_parts (CommonsWindow *self,
            GtkWidget     *parts[N_PARTS])
{
  parts[0] = self->header;
  parts[1] = self->start_pane;
  parts[2] = GTK_WIDGET (self->view);
  parts[3] = self->outline;
  parts[4] = self->sides;
  parts[5] = self->find_bar;
  parts[6] = self->palette;
  parts[7] = self->overview;
  parts[8] = _commons_window_get_view_hint (self);
  parts[9] = self->end_pane;
  parts[10] = self->notices;
}

static gboolean
enter_part (GtkWidget *part)
{
  if (part == NULL || !gtk_widget_get_mapped (part) || !gtk_widget_get_child_visible (part))
    return FALSE;

  return gtk_widget_get_focusable (part) ? gtk_widget_grab_focus (part) : gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

/* Goes on from the part that has the keyboard, or from the board. */
static void
walk_parts (CommonsWindow *self,
            int            step)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *parts[N_PARTS];
  int current = 2;

  _commons_window_finish_editing (self);
  list_parts (self, parts);
  for (int i = 0; focus != NULL && i < N_PARTS; i++)
    {
      if (parts[i] != NULL && (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i])))
        current = i;
    }

  for (int i = 1; i < N_PARTS; i++)
    {
      if (enter_part (parts[(current + step * i + N_PARTS * N_PARTS) % N_PARTS]))
        break;
    }

  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

void
_commons_window_next_part (CommonsWindow *self)
{
  walk_parts (self, 1);
}

void
_commons_window_previous_part (CommonsWindow *self)
{
  walk_parts (self, -1);
}

/* Whether one key alone gives a value in the layout an event came with. */
static gboolean
can_type (guint    keyval,
          gpointer event)
{
  GdkDisplay *display = gdk_event_get_display (event);
  guint layout = gdk_key_event_get_layout (event);
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys;

  if (!gdk_display_map_keyval (display, keyval, &keys, &n_keys))
    return FALSE;

  for (int i = 0; i < n_keys; i++)
    {
      if (keys[i].level == 0 && keys[i].group == (int) layout)
        return TRUE;
    }

  return FALSE;
}

/* Whether a key pressed with these writes where there is text. */
static gboolean
types (GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0;
}

/* The keys of the board are letters for whoever writes elsewhere. */
static gboolean
is_for_board (CommonsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == GTK_WIDGET (self->view) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)));
}

static gboolean
key_pressed_cb (CommonsWindow         *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  const CommonsCommand *command;

  g_assert (COMMONS_IS_WINDOW (self));

  command = commons_key_match_find (keycode, state, can_type, event);
  if (command == NULL || ((command->local || types (state)) && !is_for_board (self)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (GTK_WIDGET (self), command->action, NULL);
}

void
_commons_window_init_keys (CommonsWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* After everything else has seen the key: only what means nothing yet. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
