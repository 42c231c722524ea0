/* commons-board-view-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each command of the table does on a board, and when it can.
 */

#define G_LOG_DOMAIN "commons-board-view"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-commands.h"
#include "commons-navigate.h"

/* The small step of an arrow key and the large one, in board units. */
#define NUDGE_STEP 2
#define PUSH_STEP COMMONS_GRID

#define PAN_STEP 64

typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_BOARD = 1 << 0,
  NEEDS_EDITABLE = 1 << 1,
  NEEDS_SELECTION = 1 << 2,
  NEEDS_NODE = 1 << 3,
  NEEDS_UNDO = 1 << 4,
  NEEDS_REDO = 1 << 5,
  WHILE_EDITING = 1 << 6, /* works while a text is edited, too */
  NEEDS_NEARER = 1 << 7,  /* there is a larger zoom */
  NEEDS_FARTHER = 1 << 8,
} Needs;

typedef struct
{
  const char *action;
  void      (*perform) (CommonsBoardView *self);
  Needs       needs;
} Handler;

void
_commons_board_view_select_and_focus (CommonsBoardView *self,
                                      const char       *id)
{
  CommonsCardWidget *card;

  if (id == NULL)
    return;

  commons_selection_set_only (self->selection, id);
  card = commons_board_plane_get_card (self->plane, id, TRUE);
  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
  _commons_board_view_reveal (self, id);
}

/* The keyboard goes on with the copies, too. */
void
_commons_board_view_select_copies (CommonsBoardView *self,
                                   GPtrArray        *copies)
{
  if (copies->len == 0)
    return;

  commons_selection_set_many (self->selection, copies);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static const char *
get_current (CommonsBoardView *self)
{
  const char *focused = commons_board_plane_get_focused (self->plane);

  return focused ? focused : commons_selection_get_primary (self->selection);
}

static void
undo (CommonsBoardView *self)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (self->history);
}

static void
redo (CommonsBoardView *self)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_redo (self->history);
}

static void
select_all (CommonsBoardView *self)
{
  commons_selection_select_all (self->selection);
}

static void
select_none (CommonsBoardView *self)
{
  commons_selection_clear (self->selection);
}

static void
new_card (CommonsBoardView *self)
{
  commons_board_view_create (self, NULL, -1, -1);
}

static void
edit (CommonsBoardView *self)
{
  const char *primary = commons_selection_get_primary (self->selection);

  _commons_board_view_edit (self, primary ? primary : get_current (self), FALSE);
}

static void
duplicate (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (GPtrArray) copies = NULL;

  copies = commons_arrange_duplicate (self->editor, ids, 2 * COMMONS_GRID, 2 * COMMONS_GRID, _("Duplicate"));
  _commons_board_view_select_copies (self, copies);
}

static void
delete (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autofree char *message = NULL;
  guint n = ids->len;

  if (n == 1)
    {
      CommonsRecord *record = commons_board_lookup (self->board, g_ptr_array_index (ids, 0));

      if (*commons_record_get_title (record) != '\0')
        message = g_strdup_printf (_("“%s” deleted"), commons_record_get_title (record));
    }
  if (message == NULL)
    message = g_strdup_printf (ngettext ("%u item deleted", "%u items deleted", n), n);

  /* The focus goes to the board, not to a card that is about to go. */
  commons_selection_clear (self->selection);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (commons_arrange_delete (self->editor, ids, _("Delete")))
    _commons_board_view_toast (self, message, TRUE);
}

/* With the keyboard the choice opens where the link will end. */
static void
offer_links_at_card (CommonsBoardView *self,
                     const char       *from,
                     const char       *to)
{
  double x, y;

  _commons_board_view_locate (self, to, &x, &y);
  _commons_board_view_offer_links (self, from, to, x, y);
}

static void
connect_to (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);

  /* Two cards selected say it all; from one, the next click says where to. */
  if (nodes->len == 2)
    {
      offer_links_at_card (self, commons_record_get_id (g_ptr_array_index (nodes, 0)),
                           commons_record_get_id (g_ptr_array_index (nodes, 1)));
      return;
    }

  g_free (self->connecting);
  self->connecting = g_strdup (commons_record_get_id (g_ptr_array_index (nodes, nodes->len - 1)));
  _commons_board_view_update_cursor (self);
  _commons_board_view_toast (self, _("Click the card to link to, or go to it with Tab and press Enter."), FALSE);
}

static void
to_front (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);

  commons_arrange_to_front (self->editor, ids, _("Bring to Front"));
}

static void
to_back (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);

  commons_arrange_to_back (self->editor, ids, _("Send to Back"));
}

/* Arrows move what is selected, and the view when nothing is. */
static void
nudge (CommonsBoardView *self,
       int               dx,
       int               dy,
       int               step)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (GHashTable) moved = NULL;

  if (ids->len == 0)
    {
      commons_viewport_pan (&self->viewport, -dx * PAN_STEP, -dy * PAN_STEP);
      _commons_board_view_moved (self);
      return;
    }

  if (!_commons_board_view_is_editable (self))
    return;

  moved = commons_arrange_gather (self->board, ids);
  commons_arrange_nudge (self->editor, moved, dx * step, dy * step, _("Move"));
  _commons_board_view_reveal (self, commons_selection_get_primary (self->selection));
}

static void nudge_left (CommonsBoardView *self) { nudge (self, -1, 0, NUDGE_STEP); }
static void nudge_right (CommonsBoardView *self) { nudge (self, 1, 0, NUDGE_STEP); }
static void nudge_up (CommonsBoardView *self) { nudge (self, 0, -1, NUDGE_STEP); }
static void nudge_down (CommonsBoardView *self) { nudge (self, 0, 1, NUDGE_STEP); }
static void push_left (CommonsBoardView *self) { nudge (self, -1, 0, PUSH_STEP); }
static void push_right (CommonsBoardView *self) { nudge (self, 1, 0, PUSH_STEP); }
static void push_up (CommonsBoardView *self) { nudge (self, 0, -1, PUSH_STEP); }
static void push_down (CommonsBoardView *self) { nudge (self, 0, 1, PUSH_STEP); }

static void
go (CommonsBoardView *self,
    CommonsDirection  direction)
{
  _commons_board_view_select_and_focus (self, commons_navigate_spatial (self->board, get_current (self), direction));
}

static void go_left (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_LEFT); }
static void go_right (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_RIGHT); }
static void go_up (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_UP); }
static void go_down (CommonsBoardView *self) { go (self, COMMONS_DIRECTION_DOWN); }

static void
next (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_reading (self->board, get_current (self), TRUE));
}

static void
previous (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_reading (self->board, get_current (self), FALSE));
}

static void
first (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_first (self->board));
}

static void
last (CommonsBoardView *self)
{
  _commons_board_view_select_and_focus (self, commons_navigate_last (self->board));
}

static void
escape (CommonsBoardView *self)
{
  if (self->armed != NULL)
    {
      commons_board_view_arm (self, NULL);
    }
  else if (self->connecting != NULL)
    {
      g_clear_pointer (&self->connecting, g_free);
      _commons_board_view_update_cursor (self);
    }
  else if (commons_tool_get_state (self->tool) != COMMONS_TOOL_IDLE)
    {
      _commons_board_view_cancel_pointer (self);
    }
  else
    {
      commons_selection_clear (self->selection);
    }
}

static void
zoom_in (CommonsBoardView *self)
{
  _commons_board_view_zoom_to (self, commons_viewport_step_zoom (self->viewport.zoom, 1));
}

static void
zoom_out (CommonsBoardView *self)
{
  _commons_board_view_zoom_to (self, commons_viewport_step_zoom (self->viewport.zoom, -1));
}

static void
zoom_100 (CommonsBoardView *self)
{
  _commons_board_view_zoom_to (self, 1.0);
}

static void
zoom_fit (CommonsBoardView *self)
{
  _commons_board_view_fit (self, TRUE);
}

static void
page (CommonsBoardView *self,
      int               direction)
{
  commons_viewport_pan (&self->viewport, 0, -direction * self->viewport.height * 0.9);
  _commons_board_view_moved (self);
}

static void page_up (CommonsBoardView *self) { page (self, -1); }
static void page_down (CommonsBoardView *self) { page (self, 1); }

static const Handler handlers[] = {
  { "board.undo", undo, NEEDS_EDITABLE | NEEDS_UNDO },
  { "board.redo", redo, NEEDS_EDITABLE | NEEDS_REDO },
  { "board.select-all", select_all, NEEDS_BOARD },
  { "board.select-none", select_none, NEEDS_SELECTION },
  { "board.new-card", new_card, NEEDS_EDITABLE },
  { "board.edit", edit, NEEDS_EDITABLE | NEEDS_SELECTION },
  { "board.duplicate", duplicate, NEEDS_EDITABLE | NEEDS_NODE },
  { "board.delete", delete, NEEDS_EDITABLE | NEEDS_SELECTION },
  { "board.connect", connect_to, NEEDS_EDITABLE | NEEDS_NODE },
  { "board.to-front", to_front, NEEDS_EDITABLE | NEEDS_NODE },
  { "board.to-back", to_back, NEEDS_EDITABLE | NEEDS_NODE },
  { "board.nudge-left", nudge_left, NEEDS_BOARD },
  { "board.nudge-right", nudge_right, NEEDS_BOARD },
  { "board.nudge-up", nudge_up, NEEDS_BOARD },
  { "board.nudge-down", nudge_down, NEEDS_BOARD },
  { "board.push-left", push_left, NEEDS_BOARD },
  { "board.push-right", push_right, NEEDS_BOARD },
  { "board.push-up", push_up, NEEDS_BOARD },
  { "board.push-down", push_down, NEEDS_BOARD },
  { "board.next", next, NEEDS_BOARD },
  { "board.previous", previous, NEEDS_BOARD },
  { "board.go-left", go_left, NEEDS_BOARD },
  { "board.go-right", go_right, NEEDS_BOARD },
  { "board.go-up", go_up, NEEDS_BOARD },
  { "board.go-down", go_down, NEEDS_BOARD },
  { "board.first", first, NEEDS_BOARD },
  { "board.last", last, NEEDS_BOARD },
  { "board.escape", escape, NEEDS_BOARD },
  { "board.zoom-in", zoom_in, NEEDS_NEARER | WHILE_EDITING },
  { "board.zoom-out", zoom_out, NEEDS_FARTHER | WHILE_EDITING },
  { "board.zoom-100", zoom_100, NEEDS_BOARD | WHILE_EDITING },
  { "board.zoom-fit", zoom_fit, NEEDS_BOARD | WHILE_EDITING },
  { "board.zoom-selection", _commons_board_view_fit_selection, NEEDS_BOARD | NEEDS_NODE },
  { "board.page-up", page_up, NEEDS_BOARD },
  { "board.page-down", page_down, NEEDS_BOARD },
};

static const Handler *
find_handler (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    {
      if (g_str_equal (handlers[i].action, action))
        return &handlers[i];
    }

  return NULL;
}

gboolean
commons_board_view_has_command (const char *action)
{
  g_return_val_if_fail (action != NULL, FALSE);

  return find_handler (action) != NULL;
}

static gboolean
meets (CommonsBoardView *self,
       Needs             needs)
{
  g_autoptr (GPtrArray) nodes = NULL;

  /* While a text is edited the keys are the text's. */
  if (self->board == NULL || (self->text_editor != NULL && (needs & WHILE_EDITING) == 0))
    return FALSE;
  if ((needs & NEEDS_EDITABLE) != 0 && !_commons_board_view_is_editable (self))
    return FALSE;
  if ((needs & NEEDS_UNDO) != 0 && !commons_history_can_undo (self->history))
    return FALSE;
  if ((needs & NEEDS_REDO) != 0 && !commons_history_can_redo (self->history))
    return FALSE;
  if ((needs & NEEDS_NEARER) != 0 && self->viewport.zoom >= COMMONS_ZOOM_MAX)
    return FALSE;
  if ((needs & NEEDS_FARTHER) != 0 && self->viewport.zoom <= COMMONS_ZOOM_MIN)
    return FALSE;
  if ((needs & NEEDS_SELECTION) != 0 && commons_selection_get_n (self->selection) == 0)
    return FALSE;
  if ((needs & NEEDS_NODE) == 0)
    return TRUE;

  nodes = commons_selection_list_nodes (self->selection);
  return nodes->len > 0;
}

gboolean
commons_board_view_can_perform (CommonsBoardView *self,
                                const char       *action)
{
  const Handler *handler;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  handler = find_handler (action);

  return handler != NULL && meets (self, handler->needs);
}

gboolean
commons_board_view_perform (CommonsBoardView *self,
                            const char       *action)
{
  if (!commons_board_view_can_perform (self, action))
    return FALSE;

  find_handler (action)->perform (self);

  return TRUE;
}

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
  const char *to = get_current (self);

  if (self->connecting == NULL || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;

  from = g_steal_pointer (&self->connecting);
  _commons_board_view_update_cursor (self);
  if (to != NULL && !g_str_equal (from, to))
    offer_links_at_card (self, from, to);

  return TRUE;
}

/* Like a click with the right button on the card that has the keyboard. */
static void
popup_menu_at_card (CommonsBoardView *self)
{
  const char *current = get_current (self);
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
      for (guint j = 0; commands[i].local && commands[i].accels[j] != NULL; j++)
        {
          GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (commands[i].accels[j]);
          GtkShortcutAction *action = gtk_callback_action_new (shortcut_cb, (gpointer) &commands[i], NULL);

          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                                gtk_shortcut_new (trigger, action));
        }
    }
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
