/* commons-board-view-reveal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Showing the words of cards that are kept from the group.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-board-view-private.h"

gboolean
_commons_board_view_has_hidden (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);

  for (guint i = 0; i < nodes->len; i++)
    {
      if (commons_record_is_hidden (g_ptr_array_index (nodes, i)))
        return TRUE;
    }

  return FALSE;
}

static void
reveal (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  g_autofree char *message = NULL;
  guint n = 0;

  commons_editor_begin (self->editor, _("Reveal Hidden Cards"), NULL);
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (CommonsRecord) shown = commons_record_with_flag (g_ptr_array_index (nodes, i), "commons/hidden", FALSE);

      n += commons_record_is_hidden (g_ptr_array_index (nodes, i));
      commons_editor_set (self->editor, shown);
    }
  commons_editor_commit (self->editor);

  message = g_strdup_printf (ngettext ("%'u card revealed", "%'u cards revealed", n), n);
  _commons_board_view_toast (self, message, TRUE);
  _commons_board_view_commands_changed (self);
}

const CommonsHandler _commons_board_view_reveal_handlers[] = {
  { "board.reveal", reveal, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE | COMMONS_NEEDS_HIDDEN },
  { NULL, NULL, 0 },
};
