/* commons-board-view-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys do on the board beside the commands of the table.
 */

#include "config.h"

#include "commons-board-view-private.h"
#include "commons-commands.h"

static gboolean
shortcut_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  const CommonsCommand *command = user_data;

  return commons_board_view_perform (COMMONS_BOARD_VIEW (widget), command->action);
}

/* Enter ends a connection begun with the keyboard. */
static gboolean
enter_ends_connection (CommonsBoardView *self,
                       guint             keyval)
{
  g_autofree char *from = NULL;
  const char *to = _commons_board_view_get_current (self);

  if (self->connecting == NULL || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;

  from = g_steal_pointer (&self->connecting);
  _commons_board_view_update_cursor (self);
  if (to != NULL && !g_str_equal (from, to))
    _commons_board_view_offer_links_at (self, from, to);

  return TRUE;
}

/* Like a click with the right button on the card that has the keyboard. */
static void
popup_menu_at_card (CommonsBoardView *self)
{
  const char *current = _commons_board_view_get_current (self);
  double x, y;

  if (current != NULL && !commons_selection_contains (self->selection, current))
    commons_selection_set_only (self->selection, current);

  _commons_board_view_locate (self, current, &x, &y);
  _commons_board_view_popup_menu (self, x, y, FALSE);
}

static gboolean
key_pressed_cb (CommonsBoardView *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->text_editor != NULL || self->board == NULL)
    return GDK_EVENT_PROPAGATE;

  if (enter_ends_connection (self, keyval))
    return GDK_EVENT_STOP;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      popup_menu_at_card (self);
      return GDK_EVENT_STOP;
    }

  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (!self->space_held)
    self->space_used = FALSE;
  self->space_held = TRUE;
  _commons_board_view_update_cursor (self);

  return GDK_EVENT_STOP;
}

static void
key_released_cb (CommonsBoardView *self,
                 guint             keyval,
                 guint             keycode,
                 GdkModifierType   state)
{
  const char *focused;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (keyval != GDK_KEY_space || !self->space_held)
    return;

  self->space_held = FALSE;
  _commons_board_view_update_cursor (self);

  /* Space pressed and released without a drag selects, as in a list. */
  focused = commons_board_plane_get_focused (self->plane);
  if (!self->space_used && focused != NULL)
    commons_selection_toggle (self->selection, focused);
}

/* A drag minds Ctrl, Shift and Alt as soon as they go up or down. */
static gboolean
modifiers_cb (CommonsBoardView *self,
              GdkModifierType   state)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  _commons_board_view_set_modifiers (self, state);

  return GDK_EVENT_PROPAGATE;
}

/* The release of a key held here may go to another widget. */
static void
focus_left_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  self->space_held = FALSE;
  _commons_board_view_update_cursor (self);
}

void
_commons_board_view_init_keys (CommonsBoardView *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      for (guint j = 0; commands[i].accels[j] != NULL; j++)
        {
          GtkShortcutTrigger *trigger;
          GtkShortcutAction *action;

          if (!commands[i].local && !commons_accel_types (commands[i].accels[j]))
            continue;

          trigger = gtk_shortcut_trigger_parse_string (commands[i].accels[j]);
          action = gtk_callback_action_new (shortcut_cb, (gpointer) &commands[i], NULL);
          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                                gtk_shortcut_new (trigger, action));
        }
    }
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "modifiers", G_CALLBACK (modifiers_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
