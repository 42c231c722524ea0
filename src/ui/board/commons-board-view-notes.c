/* commons-board-view-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is noted about a card, apart from what it says.
 */

#include "config.h"

#include "commons-board-view-private.h"
#include "commons-notes-dialog.h"

/* Notes can be read on any board, and written where cards can. */
static void
show_notes (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  CommonsRecord *node = g_ptr_array_index (nodes, nodes->len - 1);
  gboolean editable = _commons_board_view_is_editable (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = commons_notes_dialog_new (self->editor, self->history, commons_record_get_id (node), editable);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

const CommonsHandler _commons_board_view_notes_handlers[] = {
  { "board.notes", show_notes, COMMONS_NEEDS_NODE },
  { NULL, NULL, 0 },
};
