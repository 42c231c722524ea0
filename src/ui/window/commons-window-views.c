/* commons-window-views.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views of one board, and the switch between them.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-outline-view.h"
#include "commons-sides-view.h"
#include "commons-window-private.h"

#define BOARD "board"
#define OUTLINE "outline"
#define SIDES "sides"

/* Under this height every line counts. */
#define LOW_HEIGHT 420

void
_commons_window_finish_editing (CommonsWindow *self)
{
  commons_board_view_finish_editing (self->view);
  if (self->outline != NULL)
    commons_outline_view_finish_editing (COMMONS_OUTLINE_VIEW (self->outline));
}

static void
show_card_cb (CommonsWindow *self,
              const char    *id)
{
  g_assert (COMMONS_IS_WINDOW (self));

  _commons_window_show_board (self);
  commons_board_view_show_card (self->view, id);
}

static void
make_outline (CommonsWindow *self)
{
  self->outline = commons_outline_view_new (self->view);
  g_signal_connect_object (self->outline, "toast", G_CALLBACK (_commons_window_toast), self, G_CONNECT_SWAPPED);
  commons_outline_view_set_document (COMMONS_OUTLINE_VIEW (self->outline), self->document);
  adw_bin_set_child (ADW_BIN (self->outline_place), self->outline);
}

void
_commons_window_place_sides (CommonsWindow *self)
{
  if (self->sides != NULL)
    commons_sides_view_set_low (COMMONS_SIDES_VIEW (self->sides),
                                gtk_widget_get_height (GTK_WIDGET (self)) < LOW_HEIGHT);
}

static void
make_sides (CommonsWindow *self)
{
  self->sides = commons_sides_view_new (self->view);
  g_signal_connect_object (self->sides, "toast", G_CALLBACK (_commons_window_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sides, "show-card", G_CALLBACK (show_card_cb), self, G_CONNECT_SWAPPED);
  commons_sides_view_set_document (COMMONS_SIDES_VIEW (self->sides), self->document);
  adw_bin_set_child (ADW_BIN (self->sides_place), self->sides);
  _commons_window_place_sides (self);
}

/* A view is made when somebody goes there: until then the window starts
 * without it. */
static void
make_shown_view (CommonsWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (self->outline == NULL && g_strcmp0 (name, OUTLINE) == 0)
    make_outline (self);
  else if (self->sides == NULL && g_strcmp0 (name, SIDES) == 0)
    make_sides (self);
}

static void
view_changed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  make_shown_view (self);

  /* What is being written belongs to the view that is left. */
  _commons_window_finish_editing (self);
  if (_commons_window_shows_board (self))
    commons_board_view_reveal_selection (self->view);

  _commons_window_focus_view (self);
  _commons_window_update_commands (self);
}

GtkWidget *
_commons_window_make_views (CommonsWindow *self,
                            GtkWidget     *board)
{
  AdwViewStackPage *page;

  self->views = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_hhomogeneous (self->views, FALSE);
  adw_view_stack_set_vhomogeneous (self->views, FALSE);
  page = adw_view_stack_add_titled (self->views, _commons_window_add_view_hint (self, board, BOARD), BOARD, _("Board"));
  adw_view_stack_page_set_icon_name (page, "cc-board-symbolic");

  self->outline_place = adw_bin_new ();
  page = adw_view_stack_add_titled (self->views, _commons_window_add_view_hint (self, self->outline_place, OUTLINE),
                                    OUTLINE, _("Outline"));
  adw_view_stack_page_set_icon_name (page, "cc-outline-symbolic");

  self->sides_place = adw_bin_new ();
  /* Translators: a view that shows what each one says beside what the group says. */
  page = adw_view_stack_add_titled (self->views, _commons_window_add_view_hint (self, self->sides_place, SIDES), SIDES,
                                    _("I and We"));
  adw_view_stack_page_set_icon_name (page, "cc-sides-symbolic");

  self->switcher = adw_view_switcher_new ();
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->switcher), ADW_VIEW_SWITCHER_POLICY_WIDE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->switcher), self->views);
  g_object_ref_sink (self->switcher);

  self->switcher_bar = adw_view_switcher_bar_new ();
  adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (self->switcher_bar), self->views);

  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->views);
}

gboolean
_commons_window_shows_board (CommonsWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), BOARD) == 0;
}

void
_commons_window_focus_view (CommonsWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (g_strcmp0 (name, OUTLINE) == 0)
    gtk_widget_grab_focus (self->outline);
  else if (g_strcmp0 (name, SIDES) == 0)
    gtk_widget_grab_focus (self->sides);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
_commons_window_show_board (CommonsWindow *self)
{
  adw_view_stack_set_visible_child_name (self->views, BOARD);
}

void
_commons_window_show_outline (CommonsWindow *self)
{
  adw_view_stack_set_visible_child_name (self->views, OUTLINE);
}

void
_commons_window_show_sides (CommonsWindow *self)
{
  adw_view_stack_set_visible_child_name (self->views, SIDES);
}

static void
step_view (CommonsWindow *self,
           int            step)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    {
      if (gtk_selection_model_is_selected (pages, i))
        {
          gtk_selection_model_select_item (pages, (i + n + (guint) step) % n, TRUE);
          return;
        }
    }
}

void
_commons_window_next_view (CommonsWindow *self)
{
  step_view (self, 1);
}

void
_commons_window_previous_view (CommonsWindow *self)
{
  step_view (self, -1);
}
