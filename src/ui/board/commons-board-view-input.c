/* commons-board-view-input.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns what pointers and fingers do into events of the tool, and what the
 * tool answers into changes of the board.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-card-words.h"
#include "commons-markdown.h"
#include "commons-palette.h"

/* From that zoom on cards show their text whole. */
#define FULL_TEXT_ZOOM 0.88

static CommonsModifiers
get_modifiers (GdkModifierType state)
{
  return ((state & GDK_SHIFT_MASK) != 0 ? COMMONS_MODIFIER_SHIFT : 0) |
         ((state & GDK_CONTROL_MASK) != 0 ? COMMONS_MODIFIER_CTRL : 0) |
         ((state & GDK_ALT_MASK) != 0 ? COMMONS_MODIFIER_ALT : 0);
}

static void
fill_pointer (CommonsBoardView *self,
              GtkGesture       *gesture,
              int               n_press,
              double            x,
              double            y,
              CommonsPointer   *pointer)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));
  GdkDevice *device = event ? gdk_event_get_device (event) : NULL;

  *pointer = (CommonsPointer) {
    .x = x,
    .y = y,
    .button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)),
    .n_press = (guint) n_press,
    .modifiers = get_modifiers (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))),
    .space = self->space_held,
    .touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN,
  };
}

static const char *
get_resize_cursor (int corner)
{
  return corner == 0 || corner == 2 ? "nwse-resize" : "nesw-resize";
}

static const char *
get_idle_cursor (CommonsBoardView *self)
{
  if (self->armed != NULL || self->connecting != NULL || self->clicks != COMMONS_CLICKS_NONE)
    return "crosshair";
  if (commons_tool_wants_room (self->tool))
    return "all-scroll";
  if (self->space_held)
    return "grab";
  if (self->hover_type == COMMONS_HIT_HANDLE)
    return get_resize_cursor (self->hover_side);
  if (self->hover_type == COMMONS_HIT_DOT)
    return "crosshair";

  return self->board != NULL ? _commons_board_view_get_part_cursor (self) : NULL;
}

void
_commons_board_view_update_cursor (CommonsBoardView *self)
{
  const char *name = NULL;

  switch (commons_tool_get_state (self->tool))
    {
    case COMMONS_TOOL_PANNING:
    case COMMONS_TOOL_MOVING:
      name = "grabbing";
      break;

    case COMMONS_TOOL_CONNECTING:
    case COMMONS_TOOL_BANDING:
      name = "crosshair";
      break;

    case COMMONS_TOOL_RESIZING:
      name = get_resize_cursor (self->hover_side);
      break;

    case COMMONS_TOOL_MAKING_ROOM:
      name = "all-scroll";
      break;

    case COMMONS_TOOL_IDLE:
    case COMMONS_TOOL_PRESSED:
    default:
      name = get_idle_cursor (self);
      break;
    }

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
finish_move (CommonsBoardView *self)
{
  g_autoptr (GHashTable) moved = g_hash_table_ref (commons_tool_get_moved (self->tool));
  g_autofree char *landed = g_strdup (commons_tool_get_target (self->tool));
  CommonsLanding *landing = _commons_board_view_prepare_landing (self);
  double dx, dy;

  commons_tool_get_offset (self->tool, &dx, &dy);
  _commons_board_view_end_drag (self);

  if (!_commons_board_view_is_editable (self) || self->outside)
    {
      g_clear_pointer (&landing, _commons_landing_free);
      _commons_board_view_end_outside (self, TRUE);
      return;
    }

  if (commons_tool_is_copy (self->tool))
    {
      g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
      g_autoptr (GPtrArray) copies = _commons_board_view_duplicate (self, ids, (int) dx, (int) dy);

      _commons_board_view_select_copies (self, copies);
      g_free (landed);
      landed = copies->len == 1 ? g_strdup (g_ptr_array_index (copies, 0)) : NULL;
    }
  else
    {
      _commons_board_view_drop (self, moved, (int) dx, (int) dy);
    }

  _commons_board_view_land (self, landing, landed, (int) dx, (int) dy);
}

static void
finish_connection (CommonsBoardView *self)
{
  const char *from, *to;
  double x, y;

  if (!commons_tool_get_connection (self->tool, &from, NULL, &x, &y, &to) ||
      !_commons_board_view_is_editable (self))
    return;

  commons_viewport_to_view (&self->viewport, x, y, &x, &y);
  if (to == NULL)
    _commons_board_view_offer_new_card (self, from, x, y);
  else
    _commons_board_view_offer_links (self, from, to, x, y);
}

/* The sides of dots and the directions of keys have the same order. */
static void
finish_clone (CommonsBoardView *self)
{
  const char *from;
  int side;

  if (commons_tool_get_connection (self->tool, &from, &side, NULL, NULL, NULL))
    _commons_board_view_clone (self, from, (CommonsDirection) side);
}

static void
finish_resize (CommonsBoardView *self)
{
  CommonsRect bounds;

  if (commons_tool_get_resize (self->tool, &bounds) && _commons_board_view_is_editable (self))
    {
      g_autofree char *sentence = NULL;

      commons_refile_resize (self->editor, self->catalogue, commons_tool_get_target (self->tool), &bounds,
                             _("Resize"), &sentence);
      _commons_board_view_tell (self, sentence);
    }
}

static void
apply_effects (CommonsBoardView   *self,
               CommonsToolEffects  effects)
{
  if ((effects & COMMONS_TOOL_EFFECT_CLAIM) != 0 && self->drag_gesture != NULL)
    gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_CLAIMED);

  if (commons_tool_get_state (self->tool) == COMMONS_TOOL_MOVING && _commons_board_view_is_editable (self))
    {
      _commons_board_view_begin_drag (self);
      _commons_board_view_update_drop (self);
      _commons_board_view_offer_outside (self);
    }
  else if (commons_tool_get_state (self->tool) == COMMONS_TOOL_MAKING_ROOM && _commons_board_view_is_editable (self))
    {
      _commons_board_view_begin_drag (self);
    }

  if ((effects & COMMONS_TOOL_EFFECT_VIEWPORT) != 0)
    _commons_board_view_moved (self);
  if ((effects & (COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_SELECTION)) != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if ((effects & COMMONS_TOOL_EFFECT_CURSOR) != 0)
    _commons_board_view_update_cursor (self);

  if ((effects & COMMONS_TOOL_EFFECT_MOVE_DONE) != 0)
    finish_move (self);
  if ((effects & COMMONS_TOOL_EFFECT_CONNECT_DONE) != 0)
    finish_connection (self);
  if ((effects & COMMONS_TOOL_EFFECT_CLONE) != 0)
    finish_clone (self);
  if ((effects & COMMONS_TOOL_EFFECT_RESIZE_DONE) != 0)
    finish_resize (self);
  if ((effects & COMMONS_TOOL_EFFECT_ROOM_DONE) != 0)
    _commons_board_view_finish_room (self);
  if ((effects & COMMONS_TOOL_EFFECT_LOCKED) != 0 && _commons_board_view_is_editable (self))
    _commons_board_view_tell_locked (self, commons_tool_get_target (self->tool));
  if ((effects & COMMONS_TOOL_EFFECT_EDIT) != 0)
    _commons_board_view_edit (self, commons_tool_get_target (self->tool), FALSE);
  if ((effects & COMMONS_TOOL_EFFECT_CREATE) != 0)
    commons_board_view_create (self, NULL, self->pointer_x, self->pointer_y);
}

static gboolean
is_in_editor (CommonsBoardView *self,
              double            x,
              double            y)
{
  graphene_rect_t bounds;

  return self->text_editor != NULL &&
         gtk_widget_compute_bounds (GTK_WIDGET (self->text_editor), GTK_WIDGET (self), &bounds) &&
         graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* Returns whether the press was taken by something that waited for a place. */
static gboolean
take_armed_press (CommonsBoardView *self,
                  const CommonsHit *hit,
                  double            x,
                  double            y)
{
  if (self->armed != NULL)
    {
      g_autofree char *kind = g_steal_pointer (&self->armed);

      commons_board_view_arm (self, NULL);
      commons_board_view_create (self, *kind != '\0' ? kind : NULL, x, y);
      return TRUE;
    }

  if (self->connecting != NULL)
    {
      g_autofree char *from = g_steal_pointer (&self->connecting);

      _commons_board_view_update_cursor (self);
      if (hit->id != NULL && hit->type != COMMONS_HIT_LINK && !g_str_equal (from, hit->id))
        _commons_board_view_offer_links (self, from, hit->id, x, y);
      return TRUE;
    }

  return _commons_board_view_take_click (self, x, y);
}

/* With Ctrl a press on a link opens it. */
static gboolean
take_link_press (CommonsBoardView     *self,
                 const CommonsPointer *pointer,
                 double                x,
                 double                y)
{
  return pointer->button == GDK_BUTTON_PRIMARY && pointer->modifiers == COMMONS_MODIFIER_CTRL &&
         _commons_board_view_open_at (self, x, y);
}

/* A click on a check box ticks it, and two clicks tick it twice. */
static CommonsToolEffects
tick_box (CommonsBoardView     *self,
          const CommonsPointer *pointer,
          CommonsToolEffects    effects)
{
  if ((effects & COMMONS_TOOL_EFFECT_CLICK) != 0 && pointer->modifiers == 0 &&
      _commons_board_view_tick_at (self, self->pointer_x, self->pointer_y))
    effects &= ~COMMONS_TOOL_EFFECT_EDIT;

  return effects;
}

static void
pressed_cb (CommonsBoardView *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  CommonsPointer pointer;
  CommonsHit hit;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL || is_in_editor (self, x, y))
    return;

  commons_board_view_finish_editing (self);
  _commons_board_view_stop_kinetic (self);
  fill_pointer (self, gesture, n_press, x, y, &pointer);
  self->pointer = pointer;
  if (pointer.button == 0)
    pointer.button = GDK_BUTTON_PRIMARY;
  self->pointer_x = self->press_x = x;
  self->pointer_y = self->press_y = y;
  self->space_used = TRUE;
  self->touched = !!pointer.touch;
  self->held = FALSE;
  _commons_board_view_pick (self, x, y, &hit);

  if (pointer.button == GDK_BUTTON_SECONDARY)
    {
      /* The menu is about what was clicked, which may be nothing. */
      if (!commons_selection_contains (self->selection, hit.id))
        commons_selection_set_only (self->selection, hit.id);
      _commons_board_view_popup_menu (self, x, y, TRUE);
      return;
    }

  if (take_armed_press (self, &hit, x, y) || take_link_press (self, &pointer, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  if (pointer.button == GDK_BUTTON_PRIMARY && !self->space_held && !commons_tool_wants_room (self->tool) &&
      (hit.id == NULL || hit.type == COMMONS_HIT_NODE) && _commons_board_view_press_missing_gate (self, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  if (hit.type == COMMONS_HIT_NODE)
    {
      CommonsCardWidget *card = commons_board_plane_get_card (self->plane, hit.id, TRUE);

      if (card != NULL)
        _commons_board_view_focus (self, GTK_WIDGET (card));
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }

  apply_effects (self, commons_tool_press (self->tool, &pointer, &hit, self->selection, &self->viewport, self->board));
}

/* The pointer, its keys or the view under it have moved. What lies there matters
 * to a link alone, which begins with a press. */
void
_commons_board_view_drag_on (CommonsBoardView *self)
{
  CommonsToolState state = commons_tool_get_state (self->tool);
  gboolean asks = state == COMMONS_TOOL_PRESSED || state == COMMONS_TOOL_CONNECTING;
  CommonsHit hit;

  if (self->board == NULL || state == COMMONS_TOOL_IDLE)
    return;

  if (asks)
    _commons_board_view_pick (self, self->pointer_x, self->pointer_y, &hit);
  apply_effects (self, commons_tool_motion (self->tool, &self->pointer, asks ? &hit : NULL,
                                            self->selection, &self->viewport, self->board));
}

void
_commons_board_view_set_modifiers (CommonsBoardView *self,
                                   GdkModifierType   state)
{
  CommonsModifiers modifiers = get_modifiers (state);

  if (self->pointer.modifiers == modifiers)
    return;

  self->pointer.modifiers = modifiers;
  _commons_board_view_drag_on (self);
}

static void
drag_update_cb (CommonsBoardView *self,
                double            offset_x,
                double            offset_y,
                GtkGesture       *gesture)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL || commons_tool_get_state (self->tool) == COMMONS_TOOL_IDLE)
    return;

  self->pointer_x = self->press_x + offset_x;
  self->pointer_y = self->press_y + offset_y;
  fill_pointer (self, gesture, 1, self->pointer_x, self->pointer_y, &self->pointer);
  _commons_board_view_drag_on (self);
  _commons_board_view_check_edge (self);
}

void
_commons_board_view_announce_selection (CommonsBoardView *self)
{
  guint n_selected = commons_selection_get_n (self->selection);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u card selected", "%'u cards selected", n_selected), n_selected);

  commons_announce (GTK_WIDGET (self), n_selected > 0 ? words : _("Nothing selected"));
}

static void
drag_end_cb (CommonsBoardView *self,
             double            offset_x,
             double            offset_y,
             GtkGesture       *gesture)
{
  CommonsPointer pointer;
  CommonsHit hit;
  CommonsToolEffects effects;
  gboolean dragged, banded;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL || commons_tool_get_state (self->tool) == COMMONS_TOOL_IDLE)
    return;

  _commons_board_view_stop_at_edge (self);
  dragged = commons_tool_get_state (self->tool) != COMMONS_TOOL_PRESSED;
  banded = commons_tool_get_state (self->tool) == COMMONS_TOOL_BANDING;
  fill_pointer (self, gesture, 1, self->pointer_x, self->pointer_y, &pointer);
  _commons_board_view_pick (self, self->pointer_x, self->pointer_y, &hit);
  effects = commons_tool_release (self->tool, &pointer, &hit, self->selection, &self->viewport, self->board);
  apply_effects (self, tick_box (self, &pointer, effects));

  if (banded)
    _commons_board_view_announce_selection (self);

  /* What came back to where it was is not moved, and must be shown there. */
  _commons_board_view_end_drag (self);
  _commons_board_view_update_cursor (self);
  _commons_board_view_end_hold (self, dragged);
}

void
_commons_board_view_cancel_pointer (CommonsBoardView *self)
{
  CommonsToolEffects effects;

  _commons_board_view_stop_at_edge (self);
  _commons_board_view_end_outside (self, FALSE);
  _commons_board_view_end_drag (self);
  effects = commons_tool_cancel (self->tool, self->selection);
  if ((effects & COMMONS_TOOL_EFFECT_REDRAW) != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  _commons_board_view_update_cursor (self);
}

gboolean
commons_board_view_is_dragging (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);

  return commons_tool_get_state (self->tool) != COMMONS_TOOL_IDLE;
}

static void
cancel_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board != NULL)
    _commons_board_view_cancel_pointer (self);
}

static void
motion_cb (CommonsBoardView *self,
           double            x,
           double            y)
{
  CommonsHit hit;
  const char *hovered;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  self->pointer_inside = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->board == NULL || commons_tool_get_state (self->tool) != COMMONS_TOOL_IDLE)
    return;

  _commons_board_view_pick (self, x, y, &hit);
  hovered = hit.type == COMMONS_HIT_LINK ? NULL : hit.id;
  if (hit.type != self->hover_type || hit.side != self->hover_side)
    {
      self->hover_type = hit.type;
      self->hover_side = hit.side;
      _commons_board_view_update_cursor (self);
    }
  else if (hit.type == COMMONS_HIT_NODE)
    {
      _commons_board_view_update_cursor (self);
    }
  if (g_strcmp0 (hovered, self->hovered) == 0)
    return;

  _commons_board_view_set_hovered (self, hovered);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  self->pointer_inside = FALSE;
  _commons_board_view_set_hovered (self, NULL);
}

/* Seen from far a title may be cut: hovering shows it whole. The mark of a
 * card that its zone does not expect is said at any zoom. */
static char *
make_tooltip (CommonsBoardView *self,
              CommonsRecord    *record)
{
  CommonsRecord *parent = commons_board_get_parent (self->board, commons_record_get_id (record));
  g_autofree char *surprise = commons_card_describe_surprise (record, parent, self->catalogue);
  g_autofree char *text = NULL, *whole = NULL;

  if (self->viewport.zoom >= FULL_TEXT_ZOOM || *commons_record_get_title (record) == '\0')
    return g_steal_pointer (&surprise);

  text = commons_markdown_to_plain (commons_record_get_body (record), COMMONS_MARKDOWN_TEXT);
  whole = g_strjoin (*text != '\0' ? "\n" : "", commons_record_get_title (record), text, NULL);

  return surprise != NULL ? g_strjoin ("\n", whole, surprise, NULL) : g_steal_pointer (&whole);
}

static gboolean
query_tooltip_cb (CommonsBoardView *self,
                  int               x,
                  int               y,
                  gboolean          keyboard_mode,
                  GtkTooltip       *tooltip)
{
  const char *id = keyboard_mode ? commons_board_plane_get_focused (self->plane) : self->hovered;
  CommonsRecord *record;
  g_autofree char *text = NULL;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (id == NULL || self->board == NULL || commons_tool_get_state (self->tool) != COMMONS_TOOL_IDLE)
    return FALSE;

  record = commons_board_lookup_node (self->board, id);
  if (record == NULL || commons_record_is_group (record) || commons_record_is_hidden (record))
    return FALSE;

  text = make_tooltip (self, record);
  if (text != NULL)
    gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static gboolean
drop_cb (CommonsBoardView *self,
         const GValue     *value,
         double            x,
         double            y)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (!_commons_board_view_is_editable (self) || !G_VALUE_HOLDS (value, COMMONS_TYPE_KIND_DRAG))
    return FALSE;

  commons_board_view_create (self, commons_drag_load_get_id (g_value_get_boxed (value)), x, y);

  return TRUE;
}

void
_commons_board_view_init_input (CommonsBoardView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkDropTarget *drop = gtk_drop_target_new (COMMONS_TYPE_KIND_DRAG, GDK_ACTION_COPY);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  /* The click tells one press from two, the drag follows it: both live and
   * end together. */
  gtk_gesture_group (drag, click);
  self->drag_gesture = drag;

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
