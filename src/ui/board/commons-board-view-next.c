/* commons-board-view-next.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going on writing: the next card, and cards linked to one.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange-next.h"
#include "commons-board-view-private.h"

static gboolean
is_right_to_left (CommonsBoardView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
write_next (CommonsBoardView *self,
            const char       *from,
            CommonsDirection  direction)
{
  CommonsRecord *record = commons_board_lookup_node (self->board, from);
  g_autofree char *id = NULL;

  /* A name or a label is not one of a row, and a card that was left empty
   * asks for no other. */
  if (record == NULL || commons_record_is_group (record) || !_commons_board_view_is_editable (self))
    return;

  commons_editor_begin (self->editor, _("New Card"), COMMONS_NEW_CARD_KEY);
  id = commons_arrange_next (self->editor, self->catalogue, from, direction, is_right_to_left (self), _("New Card"));
  commons_editor_commit (self->editor);
  if (id != NULL)
    _commons_board_view_edit (self, id, TRUE);
}

/* Does what the key that ended the editing asked for. */
void
_commons_board_view_write_on (CommonsBoardView *self,
                              const char       *id,
                              const char       *previous,
                              CommonsTextNext   next)
{
  switch (next)
    {
    case COMMONS_TEXT_NEXT_BELOW:
      write_next (self, id, COMMONS_DIRECTION_DOWN);
      break;

    case COMMONS_TEXT_NEXT_BESIDE:
      write_next (self, id, is_right_to_left (self) ? COMMONS_DIRECTION_LEFT : COMMONS_DIRECTION_RIGHT);
      break;

    case COMMONS_TEXT_NEXT_PREVIOUS:
      if (previous != NULL && commons_board_lookup_node (self->board, previous) != NULL)
        _commons_board_view_select_and_focus (self, previous);
      break;

    case COMMONS_TEXT_NEXT_NONE:
    default:
      break;
    }
}

void
_commons_board_view_clone (CommonsBoardView *self,
                           const char       *id,
                           CommonsDirection  direction)
{
  const CommonsLinkType *link = NULL;
  g_autofree char *made = NULL;
  g_autofree char *message = NULL;

  if (!_commons_board_view_is_editable (self))
    return;

  commons_editor_begin (self->editor, _("New Linked Card"), COMMONS_NEW_CARD_KEY);
  made = commons_arrange_clone (self->editor, self->catalogue, id, direction, is_right_to_left (self), &link,
                                _("New Linked Card"));
  commons_editor_commit (self->editor);
  if (made == NULL)
    return;

  _commons_board_view_edit (self, made, TRUE);

  /* Translators: %s is a type of link, such as “leads to” */
  message = g_strdup_printf (_("New linked card: “%s”"), link ? link->label : "");
  _commons_board_view_toast (self, message, FALSE);
}

static void
clone_selected (CommonsBoardView *self,
                CommonsDirection  direction)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  g_autofree char *id = g_strdup (commons_record_get_id (g_ptr_array_index (nodes, nodes->len - 1)));

  _commons_board_view_clone (self, id, direction);
}

static void clone_up (CommonsBoardView *self) { clone_selected (self, COMMONS_DIRECTION_UP); }
static void clone_right (CommonsBoardView *self) { clone_selected (self, COMMONS_DIRECTION_RIGHT); }
static void clone_down (CommonsBoardView *self) { clone_selected (self, COMMONS_DIRECTION_DOWN); }
static void clone_left (CommonsBoardView *self) { clone_selected (self, COMMONS_DIRECTION_LEFT); }

/* Says in the empty field what is to be written there. */
void
_commons_board_view_invite (CommonsBoardView *self,
                            CommonsRecord    *record)
{
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (record));

  if (commons_record_get_table (record) == COMMONS_TABLE_NODES)
    commons_text_editor_set_placeholder (self->text_editor, kind ? kind->label : _("Card"));
}

/* What was being written when its card went away is not thrown away with it. */
void
_commons_board_view_rescue_text (CommonsBoardView *self,
                                 const char       *text)
{
  g_autofree char *id = NULL;
  double x, y;

  if (*text == '\0' || !_commons_board_view_is_editable (self))
    return;

  commons_viewport_to_board (&self->viewport, self->viewport.width / 2.0, self->viewport.height / 2.0, &x, &y);
  id = commons_arrange_create (self->editor, NULL, x, y, 0, 0, text, _("New Card"));
  commons_selection_set_only (self->selection, id);
  _commons_board_view_toast (self, _("That card was deleted meanwhile. What you wrote is in a new card."), FALSE);
}

static gboolean
finish_cb (gpointer user_data)
{
  commons_board_view_finish_editing (user_data);

  return G_SOURCE_REMOVE;
}

/* Ends the editing of what has gone, once the change that took it is done. */
void
_commons_board_view_check_edited (CommonsBoardView *self)
{
  if (self->edited != NULL && commons_board_lookup (self->board, self->edited) == NULL)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, finish_cb, g_object_ref (self), g_object_unref);
}

const CommonsHandler _commons_board_view_next_handlers[] = {
  { "board.clone-up", clone_up, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.clone-right", clone_right, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.clone-down", clone_down, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.clone-left", clone_left, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { NULL, NULL, 0 },
};
