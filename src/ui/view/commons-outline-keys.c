/* commons-outline-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys do in the outline beside those of lists: writing, adding,
 * deleting, folding.
 */

#include "config.h"

#include "commons-outline-private.h"

static void
edit_current (CommonsOutlineView *self)
{
  _commons_outline_view_edit (self, _commons_outline_view_get_current (self), FALSE);
}

/* The line that takes the place of what goes keeps the keyboard. */
static void
delete_selected (CommonsOutlineView *self)
{
  CommonsSelection *selection = commons_board_view_get_selection (self->view);
  const char *current = _commons_outline_view_get_current (self);
  guint position = commons_outline_model_find (self->model, current);
  g_autoptr (CommonsOutlineRow) row = NULL;
  guint n;

  /* A line that only has the keyboard is meant, too. */
  if (current != NULL && !commons_selection_contains (selection, current))
    commons_selection_set_only (selection, current);
  if (!commons_board_view_perform (self->view, "board.delete"))
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (n > 0 && position != G_MAXUINT)
    row = g_list_model_get_item (G_LIST_MODEL (self->model), MIN (position, n - 1));
  _commons_outline_view_focus (self, row ? commons_outline_row_get_id (row) : NULL);
}

/* Folds the line; one that is folded or a card gives way to its container. */
static void
go_out (CommonsOutlineView *self)
{
  guint position = commons_outline_model_find (self->model, _commons_outline_view_get_current (self));
  g_autoptr (CommonsOutlineRow) row = NULL;
  g_autoptr (CommonsOutlineRow) parent = NULL;

  if (position == G_MAXUINT)
    return;

  row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (commons_outline_row_get_n_children (row) > 0 && commons_outline_row_get_expanded (row))
    {
      commons_outline_model_set_expanded (self->model, commons_outline_row_get_id (row), FALSE);
      return;
    }

  position = commons_outline_model_get_parent (self->model, position);
  if (position == G_MAXUINT)
    return;

  parent = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  commons_selection_set_only (commons_board_view_get_selection (self->view), commons_outline_row_get_id (parent));
  _commons_outline_view_focus (self, commons_outline_row_get_id (parent));
}

static void
go_in (CommonsOutlineView *self)
{
  const char *current = _commons_outline_view_get_current (self);

  if (current != NULL)
    commons_outline_model_set_expanded (self->model, current, TRUE);
}

static const struct
{
  guint             keyval;
  GdkModifierType   modifiers;
  void            (*perform) (CommonsOutlineView *self);
} keys[] = {
  { GDK_KEY_Return, 0, edit_current },
  { GDK_KEY_KP_Enter, 0, edit_current },
  { GDK_KEY_F2, 0, edit_current },
  { GDK_KEY_Return, GDK_CONTROL_MASK, _commons_outline_view_add },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, _commons_outline_view_add },
  { GDK_KEY_n, 0, _commons_outline_view_add },
  { GDK_KEY_Insert, 0, _commons_outline_view_add },
  { GDK_KEY_Delete, 0, delete_selected },
  { GDK_KEY_KP_Delete, 0, delete_selected },
  { GDK_KEY_BackSpace, 0, delete_selected },
  { GDK_KEY_Left, 0, go_out },
  { GDK_KEY_Right, 0, go_in },
};

static gboolean
key_pressed_cb (CommonsOutlineView *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  if (self->editor != NULL || self->document == NULL)
    return GDK_EVENT_PROPAGATE;

  if (mirrored && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    keyval = keyval == GDK_KEY_Left ? GDK_KEY_Right : GDK_KEY_Left;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].keyval == keyval && keys[i].modifiers == modifiers)
        {
          keys[i].perform (self);
          return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

void
_commons_outline_view_init_keys (CommonsOutlineView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* Before the list, which takes some of these keys for itself. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
