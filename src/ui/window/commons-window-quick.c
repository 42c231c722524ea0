/* commons-window-quick.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quick entry of a window: it stands where the palette does, and what is
 * written in it goes to the board.
 */

#include "config.h"

#include "commons-palette.h"
#include "commons-quick-entry.h"
#include "commons-tray.h"
#include "commons-window-private.h"

static CommonsQuickEntry *
get_entry (CommonsWindow *self)
{
  return COMMONS_QUICK_ENTRY (self->quick_entry);
}

static void
update_target (CommonsWindow *self)
{
  CommonsRecord *container = commons_board_view_get_container (self->view);

  g_assert (COMMONS_IS_WINDOW (self));

  commons_quick_entry_set_target (get_entry (self), container ? commons_record_get_shown_title (container) : NULL);
}

/* The first card makes the bar higher, and the last one lower. */
static void
update_cards (CommonsWindow *self)
{
  g_autoptr (GPtrArray) cards = commons_tray_list (commons_document_get_board (self->document));
  gboolean waiting = cards->len > 0;

  commons_quick_entry_set_cards (get_entry (self), cards);
  if (self->cards_wait == waiting)
    return;

  self->cards_wait = waiting;
  _commons_window_place_tools (self);
}

/* Nothing is looked up for a bar nobody sees. */
void
_commons_window_update_quick_entry (CommonsWindow *self)
{
  if (!self->quick)
    return;

  update_target (self);
  update_cards (self);
}

static void
selection_changed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  if (self->quick)
    update_target (self);
}

static void
set_open (CommonsWindow *self,
          gboolean       open)
{
  if (self->quick == !!open)
    return;

  self->quick = !!open;
  if (open)
    {
      commons_board_view_arm (self->view, NULL);
      commons_quick_entry_set_catalogue (get_entry (self), commons_board_view_get_catalogue (self->view));
      _commons_window_update_quick_entry (self);
    }

  gtk_widget_set_visible (self->quick_entry, open);
  _commons_window_place_tools (self);
  _commons_window_update_commands (self);
  gtk_widget_grab_focus (open ? self->quick_entry : GTK_WIDGET (self->view));
}

void
_commons_window_toggle_quick_entry (CommonsWindow *self)
{
  set_open (self, !self->quick);
}

void
_commons_window_close_quick_entry (CommonsWindow *self)
{
  set_open (self, FALSE);
}

/* What is written and not yet entered is not thrown away. */
void
_commons_window_commit_quick_entry (CommonsWindow *self)
{
  if (!commons_document_get_read_only (self->document))
    commons_quick_entry_commit (get_entry (self));
}

/* For the draft: as if it were entered now. */
static gboolean
gather_cb (CommonsWindow *self)
{
  g_autofree char *text = commons_quick_entry_dup_text (get_entry (self));

  g_assert (COMMONS_IS_WINDOW (self));

  return *text != '\0' &&
         commons_board_view_gather_card (self->view, commons_quick_entry_get_kind (get_entry (self)), text);
}

static void
entered_cb (CommonsWindow *self,
            const char    *kind,
            const char    *text)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_board_view_jot (self->view, kind, text);
}

static void
undo_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_board_view_perform (self->view, "board.undo");
}

static void
closed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  set_open (self, FALSE);
}

static void
reveal_cb (CommonsWindow *self,
           const char    *id)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_board_view_show_card (self->view, id);
}

static void
place_cb (CommonsWindow *self,
          const char    *id)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_board_view_place (self->view, id);
}

GtkWidget *
_commons_window_make_quick_entry (CommonsWindow *self)
{
  self->quick_entry = commons_quick_entry_new ();
  gtk_widget_set_visible (self->quick_entry, FALSE);
  gtk_widget_set_halign (self->quick_entry, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->quick_entry, GTK_ALIGN_END);

  g_signal_connect_object (self->view, "gather", G_CALLBACK (gather_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_entry, "changed", G_CALLBACK (commons_board_view_tell_typing), self->view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_entry, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_entry, "undo", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_entry, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_entry, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_entry, "place", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (commons_board_view_get_selection (self->view), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  return self->quick_entry;
}
