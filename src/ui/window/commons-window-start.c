/* commons-window-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window before it has a board, and boards that become templates.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-board-start.h"
#include "commons-hint.h"
#include "commons-start-dialog.h"
#include "commons-start-page.h"
#include "commons-template-dialog.h"
#include "commons-window-private.h"

static CommonsStartPage *
get_page (CommonsWindow *self)
{
  return COMMONS_START_PAGE (self->start_page);
}

gboolean
_commons_window_has_board (CommonsWindow *self)
{
  return self->document != NULL && !self->starting && commons_document_get_error (self->document) == NULL;
}

void
_commons_window_leave_start (CommonsWindow *self)
{
  GtkWidget *page = self->start_screen;

  if (!self->starting)
    return;

  self->starting = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->screens), "main");
  _commons_window_place_bars (self, self->header);

  /* What it looks at and listens to ends with it. */
  self->start_page = NULL;
  self->start_screen = NULL;
  self->start_menu = NULL;
  self->start_header = NULL;
  self->start_find = NULL;
  gtk_stack_remove (GTK_STACK (self->screens), page);

  _commons_window_update_title (self);
  _commons_window_fill_panes (self);
  _commons_window_update_commands (self);
  _commons_window_focus_view (self);
}

void
commons_window_show_board (CommonsWindow *self,
                           CommonsBoard  *board)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));
  g_return_if_fail (COMMONS_IS_BOARD (board));

  if (self->starting)
    commons_hint_learn ("start");
  commons_document_show_board (self->document, board);
  _commons_window_leave_start (self);
}

static void
made_cb (CommonsWindow           *self,
         const CommonsTemplate   *template,
         const CommonsBoardStart *start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsBoard) board = commons_board_start_make_from (template, start, &error);

  g_assert (COMMONS_IS_WINDOW (self));

  if (!self->starting || commons_document_get_busy (self->document))
    return;

  if (board != NULL)
    {
      commons_window_show_board (self, board);
    }
  else
    {
      g_autofree char *message = g_strdup_printf (_("The template could not be used: %s"), error->message);

      commons_window_toast (self, message);
    }
}

static void
ask (CommonsWindow *self,
     GtkWidget     *dialog)
{
  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
template_chosen_cb (CommonsWindow         *self,
                    const CommonsTemplate *template)
{
  g_assert (COMMONS_IS_WINDOW (self));

  ask (self, commons_start_dialog_new (template));
}

static void
prepare_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  ask (self, commons_start_dialog_new_session ());
}

/* The application knows whether a window has that board already. */
static void
open_cb (CommonsWindow *self,
         const char    *uri)
{
  g_assert (COMMONS_IS_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-uri", "s", uri);
}

static GtkWidget *
make_icon_button (const char *icon,
                  const char *action,
                  const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  return button;
}

static GtkWidget *
make_open_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "document-open-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("_Open…"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");

  return button;
}

static GtkWidget *
make_header (CommonsWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->start_menu = _commons_window_make_menu_button (self);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Commons Canvas"), ""));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_open_button ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->start_menu);
  self->start_find = make_icon_button ("edit-find-symbolic", "win.find", _("Find"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->start_find);
  self->start_header = header;
  _commons_window_place_buttons (self);

  return header;
}

static void
make_screen (CommonsWindow *self)
{
  self->start_screen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->start_page = commons_start_page_new ();
  gtk_widget_set_vexpand (self->start_page, TRUE);
  gtk_box_append (GTK_BOX (self->start_screen), make_header (self));
  gtk_box_append (GTK_BOX (self->start_screen), self->start_page);
  gtk_box_append (GTK_BOX (self->start_screen), commons_hint_new ("start"));
  gtk_search_bar_set_key_capture_widget (commons_start_page_get_search_bar (get_page (self)), self->start_screen);
  g_signal_connect_object (self->start_page, "template-chosen", G_CALLBACK (template_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
}

void
commons_window_show_start (CommonsWindow *self)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));

  if (!self->starting)
    {
      make_screen (self);
      gtk_stack_add_named (GTK_STACK (self->screens), self->start_screen, "start");
      self->starting = TRUE;
    }

  gtk_stack_set_visible_child_name (GTK_STACK (self->screens), "start");
  _commons_window_place_bars (self, gtk_widget_get_first_child (self->start_screen));
  _commons_window_update_title (self);
  _commons_window_update_commands (self);
  commons_start_page_focus (get_page (self));
}

void
commons_window_look_for (CommonsWindow *self,
                         const char    *words)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));
  g_return_if_fail (words != NULL);

  if (self->starting)
    commons_start_page_look_for (get_page (self), words);
}

gboolean
commons_window_is_starting (CommonsWindow *self)
{
  g_return_val_if_fail (COMMONS_IS_WINDOW (self), FALSE);

  return self->starting;
}

void
_commons_window_search_start (CommonsWindow *self)
{
  commons_start_page_search (get_page (self));
}

void
_commons_window_toast_start (CommonsWindow *self,
                             const char    *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  commons_start_page_toast (get_page (self), adw_toast_new (escaped));
  commons_announce (GTK_WIDGET (self), message);
}

/* ---- Boards that become templates ------------------------------------------- */

static void
saved_cb (CommonsWindow *self,
          const char    *title)
{
  g_autofree char *message = g_strdup_printf (_("“%s” is now among the templates of the start page."), title);

  g_assert (COMMONS_IS_WINDOW (self));

  commons_window_toast (self, message);
}

void
_commons_window_save_as_template (CommonsWindow *self)
{
  GtkWidget *dialog;

  _commons_window_finish_editing (self);
  dialog = commons_template_dialog_new (commons_document_get_board (self->document),
                                        commons_document_get_title (self->document));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (commons_window_toast), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
