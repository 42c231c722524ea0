/* commons-window-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The boards of the tables of a workshop brought into the one that is open,
 * and what looks alike on it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-files.h"
#include "commons-tables-dialog.h"
#include "commons-tables-files.h"
#include "commons-window-private.h"

static void
finished_cb (CommonsWindow *self,
             const char    *message)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_board_view_perform (self->view, "board.zoom-fit");
  _commons_window_toast (self, message, TRUE);
}

/* An item of the menu that keeps the keyboard while another window comes would
 * still have it, out of sight, when that window is gone. */
static CommonsTablesDialog *
open_dialog (CommonsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *dialog = commons_tables_dialog_new (self->document, commons_board_view_get_catalogue (self->view));

  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    _commons_window_focus_view (self);

  g_signal_connect_object (dialog, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));

  return COMMONS_TABLES_DIALOG (dialog);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autoptr (GListModel) files = commons_files_open_finish (result, NULL);

  if (files == NULL || self->gone || !_commons_window_has_board (self) ||
      commons_document_get_read_only (self->document))
    return;

  commons_tables_dialog_add (open_dialog (self), files);
}

void
_commons_window_merge_tables (CommonsWindow *self)
{
  g_autoptr (GListModel) filters = commons_tables_files_make_filters ();

  _commons_window_finish_editing (self);
  commons_files_open_async (GTK_WINDOW (self), _("Boards of the Tables"), filters, TRUE, self->cancellable,
                            chosen_cb, g_object_ref (self));
}

void
_commons_window_find_duplicates (CommonsWindow *self)
{
  _commons_window_finish_editing (self);
  commons_tables_dialog_look (open_dialog (self));
}

void
_commons_window_update_tables (CommonsWindow *self,
                               gboolean       can_write)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.merge-tables", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find-duplicates", can_write);
}
