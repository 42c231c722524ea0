/* commons-board-view-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what a command of the table does on a board, and when it can.
 */

#include "config.h"

#include "commons-board-view-private.h"

/* Each file lends its own commands. */
static const CommonsHandler *const tables[] = {
  _commons_board_view_card_handlers,
  _commons_board_view_choose_handlers,
  _commons_board_view_clipboard_handlers,
  _commons_board_view_nudge_handlers,
  _commons_board_view_walk_handlers,
  _commons_board_view_look_handlers,
  _commons_board_view_prefer_handlers,
  _commons_board_view_arrange_handlers,
  _commons_board_view_lock_handlers,
  _commons_board_view_reveal_handlers,
  _commons_board_view_room_handlers,
  _commons_board_view_size_handlers,
  _commons_board_view_click_handlers,
  _commons_board_view_gate_handlers,
  _commons_board_view_link_handlers,
  _commons_board_view_frame_handlers,
  _commons_board_view_mark_handlers,
  _commons_board_view_next_handlers,
  _commons_board_view_notes_handlers,
  _commons_board_view_content_handlers,
};

static const CommonsHandler *
find_handler (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      for (const CommonsHandler *handler = tables[i]; handler->action != NULL; handler++)
        {
          if (g_str_equal (handler->action, action))
            return handler;
        }
    }

  return NULL;
}

gboolean
commons_board_view_has_command (const char *action)
{
  g_return_val_if_fail (action != NULL, FALSE);

  return find_handler (action) != NULL;
}

static gboolean
meets (CommonsBoardView *self,
       CommonsNeeds      needs)
{
  /* While a text is edited the keys are the text's. */
  if (self->board == NULL || (self->text_editor != NULL && (needs & COMMONS_WHILE_EDITING) == 0))
    return FALSE;
  if ((needs & COMMONS_NEEDS_EDITABLE) != 0 && !_commons_board_view_is_editable (self))
    return FALSE;
  if ((needs & COMMONS_NEEDS_UNDO) != 0 && !commons_history_can_undo (self->history))
    return FALSE;
  if ((needs & COMMONS_NEEDS_REDO) != 0 && !commons_history_can_redo (self->history))
    return FALSE;
  if ((needs & COMMONS_NEEDS_NEARER) != 0 && self->viewport.zoom >= COMMONS_ZOOM_MAX)
    return FALSE;
  if ((needs & COMMONS_NEEDS_FARTHER) != 0 && self->viewport.zoom <= COMMONS_ZOOM_MIN)
    return FALSE;
  if ((needs & COMMONS_NEEDS_SELECTION) != 0 && commons_selection_get_n (self->selection) == 0)
    return FALSE;
  if ((needs & COMMONS_NEEDS_FRAME) != 0 && !_commons_board_view_has_frame (self))
    return FALSE;
  if (!_commons_board_view_meets_link (self, needs))
    return FALSE;
  if ((needs & COMMONS_NEEDS_MISSING_GATE) != 0 && !_commons_board_view_lacks_gate (self))
    return FALSE;
  if ((needs & COMMONS_NEEDS_ADDRESS) != 0 && !_commons_board_view_has_address (self))
    return FALSE;
  if ((needs & COMMONS_NEEDS_HIDDEN) != 0 && !_commons_board_view_has_hidden (self))
    return FALSE;
  if ((needs & COMMONS_NEEDS_BOX) != 0 && !_commons_board_view_has_box (self))
    return FALSE;
  if ((needs & (COMMONS_NEEDS_NODE | COMMONS_NEEDS_TWO_NODES | COMMONS_NEEDS_THREE_NODES | COMMONS_NEEDS_TO_TIDY)) == 0)
    return TRUE;

  if ((needs & COMMONS_NEEDS_TO_TIDY) != 0)
    return commons_selection_has_nodes (self->selection, 2) || _commons_board_view_has_frame (self);

  return commons_selection_has_nodes (self->selection, (needs & COMMONS_NEEDS_THREE_NODES) != 0 ? 3
                                                       : (needs & COMMONS_NEEDS_TWO_NODES) != 0 ? 2 : 1);
}

gboolean
commons_board_view_can_perform (CommonsBoardView *self,
                                const char       *action)
{
  const CommonsHandler *handler;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  handler = find_handler (action);

  return handler != NULL && meets (self, handler->needs);
}

gboolean
commons_board_view_perform (CommonsBoardView *self,
                            const char       *action)
{
  if (!commons_board_view_can_perform (self, action))
    return FALSE;

  find_handler (action)->perform (self);

  return TRUE;
}
