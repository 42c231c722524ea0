/* commons-window-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding one's way in a window: the bar that finds, the way back to the
 * content, and where each board was last looked at.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-find-bar.h"
#include "commons-overview.h"
#include "commons-view-memory.h"
#include "commons-window-private.h"

/* Between tools and the edge of the board. */
#define TOOL_MARGIN 12

/* The find bar has a margin of its own, for its shadow. */
#define BAR_MARGIN 7

/* The overview stands above the zoom, where there is room for it. */
#define OVERVIEW_MARGIN 64
#define OVERVIEW_MIN_WIDTH 900

/* The way back stands above the palette. */
#define BACK_MARGIN 108

void
_commons_window_find (CommonsWindow *self)
{
  if (self->starting)
    {
      _commons_window_search_start (self);
      return;
    }

  /* What is found is shown on the board. */
  _commons_window_show_board (self);
  commons_find_bar_open (COMMONS_FIND_BAR (self->find_bar));
}

void
_commons_window_find_next (CommonsWindow *self)
{
  commons_find_bar_step (COMMONS_FIND_BAR (self->find_bar), TRUE);
}

void
_commons_window_find_previous (CommonsWindow *self)
{
  commons_find_bar_step (COMMONS_FIND_BAR (self->find_bar), FALSE);
}

void
_commons_window_filter (CommonsWindow *self)
{
  commons_find_bar_open_filter (COMMONS_FIND_BAR (self->find_bar));
}

void
_commons_window_clear_filter (CommonsWindow *self)
{
  /* Its button goes with the filter, and would take the keyboard with it. */
  if (commons_board_view_clear_filter (self->view) && !commons_find_bar_is_open (COMMONS_FIND_BAR (self->find_bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
_commons_window_select_matches (CommonsWindow *self)
{
  guint n_selected = commons_board_view_select_matches (self->view);
  g_autofree char *text = NULL;

  if (n_selected == 0)
    return;

  text = g_strdup_printf (ngettext ("%'u card selected", "%'u cards selected", n_selected), n_selected);
  commons_announce (GTK_WIDGET (self), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
_commons_window_update_find (CommonsWindow *self,
                             gboolean       has_board)
{
  guint n_kept, n_cards;
  gboolean filtered = has_board && commons_board_view_get_filtered (self->view, &n_kept, &n_cards);
  gboolean has_cards = has_board && commons_board_get_n_nodes (commons_document_get_board (self->document)) > 0;
  guint n_found = has_board ? commons_board_view_get_n_found (self->view) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", has_cards || self->starting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find-next", has_cards);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find-previous", has_cards);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.filter", has_cards);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clear-filter", filtered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.select-matches",
                                 n_found > 0 || (filtered && n_kept > 0));
}

/* Nobody is left with an empty window and no word. */
static void
looked_cb (CommonsWindow *self)
{
  gboolean lost = commons_board_view_is_lost (self->view);

  g_assert (COMMONS_IS_WINDOW (self));

  if (lost == gtk_revealer_get_reveal_child (GTK_REVEALER (self->back)))
    return;

  gtk_widget_set_visible (self->back, lost);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->back), lost);
  if (lost)
    commons_announce (GTK_WIDGET (self), _("Nothing of the board is in view"));
}

static GtkWidget *
make_back (CommonsWindow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Back to Content"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "board.back-to-content");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");

  self->back = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->back), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->back), button);
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_set_halign (self->back, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->back, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (self->back, BACK_MARGIN);

  return self->back;
}

void
_commons_window_toggle_overview (CommonsWindow *self)
{
  g_settings_set_boolean (self->settings, "overview", !g_settings_get_boolean (self->settings, "overview"));
}

void
_commons_window_place_overview (CommonsWindow *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "overview");

  g_assert (COMMONS_IS_WINDOW (self));

  gtk_widget_set_visible (self->overview, wanted && gtk_widget_get_width (GTK_WIDGET (self)) >= OVERVIEW_MIN_WIDTH);
}

static GtkWidget *
make_overview (CommonsWindow *self)
{
  self->overview = commons_overview_new (self->view);
  gtk_widget_set_visible (self->overview, FALSE);
  gtk_widget_set_halign (self->overview, GTK_ALIGN_END);
  gtk_widget_set_valign (self->overview, GTK_ALIGN_END);
  gtk_widget_set_margin_end (self->overview, TOOL_MARGIN);
  gtk_widget_set_margin_bottom (self->overview, OVERVIEW_MARGIN);
  g_signal_connect_object (self->settings, "changed::overview", G_CALLBACK (_commons_window_place_overview),
                           self, G_CONNECT_SWAPPED);

  return self->overview;
}

static void
board_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_overview_set_board (COMMONS_OVERVIEW (self->overview),
                              self->document ? commons_document_get_board (self->document) : NULL);
}

void
_commons_window_make_find (CommonsWindow *self,
                           GtkOverlay    *overlay)
{
  self->find_bar = commons_find_bar_new (self->view);
  gtk_widget_set_halign (self->find_bar, GTK_ALIGN_END);
  gtk_widget_set_valign (self->find_bar, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->find_bar, BAR_MARGIN);
  gtk_widget_set_margin_start (self->find_bar, BAR_MARGIN);
  gtk_widget_set_margin_end (self->find_bar, BAR_MARGIN);

  gtk_overlay_add_overlay (overlay, make_overview (self));
  gtk_overlay_add_overlay (overlay, make_back (self));
  gtk_overlay_add_overlay (overlay, self->find_bar);

  /* The view tells it when it takes another board. */
  g_signal_connect_object (self->view, "commands-changed", G_CALLBACK (board_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "found-changed", G_CALLBACK (_commons_window_update_commands), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "toggled", G_CALLBACK (_commons_window_place_tools), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "filter-changed", G_CALLBACK (_commons_window_update_commands), self, G_CONNECT_SWAPPED);
}

void
_commons_window_remember_view (CommonsWindow *self)
{
  GFile *file = commons_document_get_file (self->document);
  g_autofree char *path = commons_view_memory_get_default_path ();
  g_autoptr (GError) error = NULL;
  CommonsView view = { 0 };

  if (file == NULL || commons_document_get_error (self->document) != NULL)
    return;

  view.whole = !commons_board_view_get_place (self->view, &view.x, &view.y, &view.zoom);
  if (!commons_view_memory_store (path, file, &view, &error))
    g_debug ("The view could not be remembered: %s", error->message);
}

void
_commons_window_recall_view (CommonsWindow *self)
{
  GFile *file = commons_document_get_file (self->document);
  g_autofree char *path = commons_view_memory_get_default_path ();
  CommonsView view;

  if (file != NULL && commons_view_memory_lookup (path, file, &view) && !view.whole)
    commons_board_view_set_place (self->view, view.x, view.y, view.zoom);
}
