/* commons-sides-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands on the cards of both sides: keys, clicks, and the menu. Keys count
 * only while a card has the keyboard, so that they never clash with typing.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-sides-view-private.h"

/* What is scrolled to stands clear of the edge. */
#define SCROLL_MARGIN 12

static CommonsSelection *
get_selection (CommonsSidesView *self)
{
  return commons_board_view_get_selection (self->view);
}

static const char *
get_id (CommonsSidesCard *card)
{
  return g_ptr_array_index (commons_sides_card_list_ids (card), 0);
}

/* Words nobody may read are revealed before anything is done with them. */
static gboolean
can_select (CommonsSidesCard *card)
{
  return !commons_sides_card_is_hidden (card);
}

static void
toggle (CommonsSidesView *self,
        CommonsSidesCard *card)
{
  if (can_select (card))
    commons_selection_toggle (get_selection (self), get_id (card));
}

static void
select_only (CommonsSidesView *self,
             CommonsSidesCard *card)
{
  if (can_select (card))
    commons_selection_set_only (get_selection (self), get_id (card));
  else
    commons_selection_clear (get_selection (self));
}

/* The list a card stands in: one side of one question. */
static GtkWidget *
get_column (CommonsSidesCard *card)
{
  return gtk_widget_get_parent (GTK_WIDGET (card));
}

/* The next card of the same side, in the next question too. */
static CommonsSidesCard *
find_next (CommonsSidesView *self,
           CommonsSidesCard *card,
           int               step)
{
  g_autoptr (GPtrArray) cards = _commons_sides_view_list_cards (self);
  guint place;

  if (!g_ptr_array_find (cards, card, &place))
    return NULL;

  for (gint64 i = (gint64) place + step; i >= 0 && i < cards->len; i += step)
    {
      CommonsSidesCard *other = g_ptr_array_index (cards, i);

      if (commons_sides_card_get_side (other) == commons_sides_card_get_side (card))
        return other;
    }

  return NULL;
}

/* A card of the other side of the same question: the one nearest in height. */
static CommonsSidesCard *
find_across (CommonsSidesView *self,
             CommonsSidesCard *card)
{
  g_autoptr (GPtrArray) cards = _commons_sides_view_list_cards (self);
  GtkWidget *column = get_column (card);
  GtkWidget *columns = gtk_widget_get_parent (gtk_widget_get_parent (column));
  CommonsSidesCard *best = NULL;
  graphene_rect_t place, other_place;
  float best_gap = G_MAXFLOAT;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (card), columns, &place))
    return NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *other = g_ptr_array_index (cards, i);

      if (gtk_widget_get_parent (other) == column || !gtk_widget_is_ancestor (other, columns) ||
          !gtk_widget_compute_bounds (other, columns, &other_place) ||
          ABS (other_place.origin.y - place.origin.y) >= best_gap)
        continue;

      best = COMMONS_SIDES_CARD (other);
      best_gap = ABS (other_place.origin.y - place.origin.y);
    }

  return best;
}

/* Scrolls no more than it must. */
static void
reveal (CommonsSidesView *self,
        GtkWidget        *card)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (card, self->list, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y - SCROLL_MARGIN,
                               place.origin.y + place.size.height + SCROLL_MARGIN);
}

/* As in other lists: Shift selects on the way, Control selects nothing. */
static void
go_to (CommonsSidesView *self,
       CommonsSidesCard *card,
       GdkModifierType   modifiers)
{
  if (card == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (card));
  if (modifiers == 0)
    select_only (self, card);
  else if (modifiers == GDK_SHIFT_MASK && can_select (card) &&
           !commons_selection_contains (get_selection (self), get_id (card)))
    toggle (self, card);
}

static void
select_all (CommonsSidesView *self,
            CommonsSidesCard *card)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (GtkWidget *other = gtk_widget_get_first_child (get_column (card)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    {
      if (COMMONS_IS_SIDES_CARD (other) && can_select (COMMONS_SIDES_CARD (other)))
        g_ptr_array_add (ids, (gpointer) get_id (COMMONS_SIDES_CARD (other)));
    }

  commons_selection_set_many (get_selection (self), ids);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _("_Keep"), "sides.keep");
  append_item (menu, _("_Merge…"), "sides.merge");
  append_item (menu, _("_Add to…"), "sides.add");
  append_item (menu, _("_Drop"), "sides.drop");
  append_item (menu, _("_Take Back"), "sides.take-back");
  append_item (menu, _("_Reveal"), "sides.reveal");
  append_item (menu, _("_Hide Again"), "sides.hide");
  append_item (menu, _("_Show on the Board"), "sides.show-card");

  return G_MENU_MODEL (menu);
}

static void
closed_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

static void
popup (CommonsSidesView *self,
       CommonsSidesCard *card,
       double            x,
       double            y)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (can_select (card) && !commons_selection_contains (get_selection (self), get_id (card)))
    select_only (self, card);
  gtk_widget_grab_focus (GTK_WIDGET (card));

  gtk_widget_set_parent (popover, GTK_WIDGET (card));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect_after (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
perform (CommonsSidesView *self,
         const char       *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* Setting aside what is set aside takes it back. */
static void
drop_or_take_back (CommonsSidesView *self)
{
  perform (self, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->drop)));
}

static gboolean
press_letter (CommonsSidesView *self,
              guint             keyval)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_k:
      perform (self, "sides.keep");
      return GDK_EVENT_STOP;

    case GDK_KEY_m:
      perform (self, "sides.merge");
      return GDK_EVENT_STOP;

    case GDK_KEY_a:
      perform (self, "sides.add");
      return GDK_EVENT_STOP;

    case GDK_KEY_d:
      drop_or_take_back (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_r:
      perform (self, "sides.reveal");
      return GDK_EVENT_STOP;

    case GDK_KEY_h:
      perform (self, "sides.hide");
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_arrow (CommonsSidesView *self,
             CommonsSidesCard *card,
             guint             keyval,
             GdkModifierType   modifiers)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go_to (self, find_next (self, card, -1), modifiers);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go_to (self, find_next (self, card, 1), modifiers);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      {
        gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
        gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

        /* I stands before We. */
        if ((commons_sides_card_get_side (card) == COMMONS_SIDE_WE) == (left != mirrored) && modifiers == 0)
          {
            CommonsSidesCard *other = find_across (self, card);

            /* What is selected stays: it may be meant for that card. */
            if (other != NULL)
              gtk_widget_grab_focus (GTK_WIDGET (other));
          }
        return GDK_EVENT_STOP;
      }

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (CommonsSidesView *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  CommonsSidesCard *card = _commons_sides_view_get_focused (self);

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  if (card == NULL || self->document == NULL)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    {
      popup (self, card, gtk_widget_get_width (GTK_WIDGET (card)) / 2.0, gtk_widget_get_height (GTK_WIDGET (card)));
      return GDK_EVENT_STOP;
    }

  if (modifiers == GDK_CONTROL_MASK && gdk_keyval_to_lower (keyval) == GDK_KEY_a)
    {
      select_all (self, card);
      return GDK_EVENT_STOP;
    }

  if ((modifiers == GDK_CONTROL_MASK || modifiers == GDK_SHIFT_MASK || modifiers == 0) &&
      press_arrow (self, card, keyval, modifiers) == GDK_EVENT_STOP)
    return GDK_EVENT_STOP;

  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    {
      toggle (self, card);
      return GDK_EVENT_STOP;
    }

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == 0)
    {
      perform (self, commons_sides_card_is_hidden (card) ? "sides.reveal" : "sides.show-card");
      return GDK_EVENT_STOP;
    }

  return modifiers == 0 ? press_letter (self, keyval) : GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (CommonsSidesView *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  CommonsSidesCard *card = COMMONS_SIDES_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      popup (self, card, x, y);
      return;
    }

  if (button != GDK_BUTTON_PRIMARY)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (card));
  if (n_press == 2)
    perform (self, "sides.show-card");
  else if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    toggle (self, card);

  /* Several that are selected may be dragged together. */
  else if (!can_select (card) || !commons_selection_contains (get_selection (self), get_id (card)))
    select_only (self, card);
}

static void
focus_cb (CommonsSidesView *self,
          GtkEventController *controller)
{
  g_assert (COMMONS_IS_SIDES_VIEW (self));

  reveal (self, gtk_event_controller_get_widget (controller));
}

void
_commons_sides_view_init_card (CommonsSidesView *self,
                               CommonsSidesCard *card)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (card), focus);
}

void
_commons_sides_view_init_keys (CommonsSidesView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
