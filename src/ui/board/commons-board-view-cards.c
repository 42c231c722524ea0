/* commons-board-view-cards.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands about cards: undo, selecting, making, copying, deleting, linking.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-navigate.h"

void
_commons_board_view_select_and_focus (CommonsBoardView *self,
                                      const char       *id)
{
  CommonsCardWidget *card;

  if (id == NULL)
    return;

  commons_selection_set_only (self->selection, id);
  card = commons_board_plane_get_card (self->plane, id, TRUE);
  _commons_board_view_focus (self, card ? GTK_WIDGET (card) : GTK_WIDGET (self));
  _commons_board_view_reveal (self, id);
}

/* The keyboard goes to a widget of the view, and takes nothing else along. */
gboolean
_commons_board_view_focus (CommonsBoardView *self,
                           GtkWidget        *widget)
{
  gboolean focused;

  self->focusing++;
  focused = gtk_widget_grab_focus (widget);
  self->focusing--;

  return focused;
}

/* An assistive technology took the keyboard to a card: that is as if a key had
 * gone there. */
void
_commons_board_view_card_focused (CommonsBoardView *self,
                                  const char       *id)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->focusing > 0 || self->board == NULL)
    return;

  /* A link that is selected belongs to the card it was reached from. */
  ids = commons_selection_list (self->selection);
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup (self->board, g_ptr_array_index (ids, i));

      if (record != NULL && (g_str_equal (commons_record_get_id (record), id) ||
                             g_strcmp0 (commons_record_get_from (record), id) == 0 ||
                             g_strcmp0 (commons_record_get_to (record), id) == 0))
        return;
    }

  commons_selection_set_only (self->selection, id);
  _commons_board_view_reveal (self, id);
}

/* The keyboard goes on with the copies, too. */
void
_commons_board_view_select_copies (CommonsBoardView *self,
                                   GPtrArray        *copies)
{
  if (copies->len == 0)
    return;

  commons_selection_set_many (self->selection, copies);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The board changes with it, what is selected, and what else can be undone. */
static void
step (CommonsBoardView *self,
      CommonsChangeSet *(*go) (CommonsHistory *history))
{
  g_autoptr (CommonsChangeSet) changes = NULL;

  self->holds_commands = TRUE;
  changes = go (self->history);
  self->holds_commands = FALSE;
  _commons_board_view_commands_changed (self);
}

static void
undo (CommonsBoardView *self)
{
  step (self, commons_history_undo);
}

static void
redo (CommonsBoardView *self)
{
  step (self, commons_history_redo);
}

static void
select_all (CommonsBoardView *self)
{
  commons_selection_select_all (self->selection);
}

static void
select_none (CommonsBoardView *self)
{
  commons_selection_clear (self->selection);
}

static void
new_card (CommonsBoardView *self)
{
  commons_board_view_create (self, NULL, -1, -1);
}

static void
edit (CommonsBoardView *self)
{
  const char *primary = commons_selection_get_primary (self->selection);

  _commons_board_view_edit (self, primary ? primary : _commons_board_view_get_current (self), FALSE);
}

static const char *
find_first_node (CommonsBoardView *self,
                 GPtrArray        *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (commons_board_lookup_node (self->board, g_ptr_array_index (ids, i)) != NULL)
        return g_ptr_array_index (ids, i);
    }

  return NULL;
}

/* How far the copy goes: as far as the last one has been moved since it was
 * made, when it is what is copied again. */
static void
get_copy_offset (CommonsBoardView *self,
                 const char       *id,
                 int              *dx,
                 int              *dy)
{
  CommonsRecord *from = self->copied_from ? commons_board_lookup_node (self->board, self->copied_from) : NULL;
  CommonsRecord *to = commons_board_lookup_node (self->board, id);

  *dx = *dy = 2 * COMMONS_GRID;
  if (from == NULL || to == NULL || g_strcmp0 (self->copied_to, id) != 0)
    return;

  *dx = commons_record_get_bounds (to)->x - commons_record_get_bounds (from)->x;
  *dy = commons_record_get_bounds (to)->y - commons_record_get_bounds (from)->y;
}

static void
duplicate (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autofree char *from = g_strdup (find_first_node (self, ids));
  g_autoptr (GPtrArray) copies = NULL;
  int dx, dy;

  get_copy_offset (self, from, &dx, &dy);
  copies = _commons_board_view_duplicate (self, ids, dx, dy);
  _commons_board_view_select_copies (self, copies);
  if (copies->len == 0)
    return;

  g_free (self->copied_from);
  g_free (self->copied_to);
  self->copied_from = g_steal_pointer (&from);
  self->copied_to = g_strdup (g_ptr_array_index (copies, 0));
}

static const char *
find_kept (GPtrArray  *order,
           GHashTable *going,
           guint       from,
           int         step)
{
  for (guint i = from; i < order->len; i += (guint) step)
    {
      if (!g_hash_table_contains (going, g_ptr_array_index (order, i)))
        return g_ptr_array_index (order, i);
    }

  return NULL;
}

/* Who deletes goes on at what is read next, or before when nothing is. */
static char *
find_heir (CommonsBoardView *self,
           GPtrArray        *ids)
{
  g_autoptr (GHashTable) going = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = commons_navigate_list (self->board);
  const char *heir;
  guint first = 0;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (going, g_ptr_array_index (ids, i));
  while (first < order->len && !g_hash_table_contains (going, g_ptr_array_index (order, first)))
    first++;
  if (first == order->len)
    return NULL;

  /* Past the first one, going back wraps around and ends. */
  heir = find_kept (order, going, first, 1);
  return g_strdup (heir ? heir : find_kept (order, going, first, -1));
}

/* The keyboard goes there; nothing is selected, and a second Delete deletes
 * nothing. */
static void
focus_heir (CommonsBoardView *self,
            const char       *heir)
{
  CommonsCardWidget *card = heir ? commons_board_plane_get_card (self->plane, heir, TRUE) : NULL;

  if (card != NULL && gtk_widget_is_focus (GTK_WIDGET (self)))
    _commons_board_view_focus (self, GTK_WIDGET (card));
}

static void
delete (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autofree char *message = NULL, *heir = NULL;

  if (!_commons_board_view_leave_locked (self, ids))
    return;

  heir = find_heir (self, ids);
  message = _commons_board_view_describe_deletion (self, ids);

  /* The focus goes to the board, not to a card that is about to go; from a
   * link, back to the card it was reached from. */
  if (!_commons_board_view_leave_link (self))
    {
      commons_selection_clear (self->selection);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  if (!commons_arrange_delete (self->editor, ids, _("Delete")))
    return;

  focus_heir (self, heir);
  _commons_board_view_toast (self, message, TRUE);
}

/* With the keyboard the choice opens where the link will end. */
void
_commons_board_view_offer_links_at (CommonsBoardView *self,
                                     const char       *from,
                                     const char       *to)
{
  double x, y;

  _commons_board_view_locate (self, to, &x, &y);
  _commons_board_view_offer_links (self, from, to, x, y);
}

static void
connect_to (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);

  /* Two cards selected say it all; from one, the next click says where to. */
  if (nodes->len == 2)
    {
      _commons_board_view_offer_links_at (self, commons_record_get_id (g_ptr_array_index (nodes, 0)),
                           commons_record_get_id (g_ptr_array_index (nodes, 1)));
      return;
    }

  g_free (self->connecting);
  self->connecting = g_strdup (commons_record_get_id (g_ptr_array_index (nodes, nodes->len - 1)));
  _commons_board_view_update_cursor (self);
  _commons_board_view_toast (self, _("Click the card to link to, or go to it with Tab and press Enter."), FALSE);
}

static void
to_front (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);

  commons_arrange_to_front (self->editor, ids, _("Bring to Front"));
}

static void
to_back (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);

  commons_arrange_to_back (self->editor, ids, _("Send to Back"));
}

const CommonsHandler _commons_board_view_card_handlers[] = {
  { "board.undo", undo, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_UNDO },
  { "board.redo", redo, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_REDO },
  { "board.select-all", select_all, COMMONS_NEEDS_BOARD },
  { "board.select-none", select_none, COMMONS_NEEDS_SELECTION },
  { "board.new-card", new_card, COMMONS_NEEDS_EDITABLE },
  { "board.edit", edit, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_SELECTION },
  { "board.duplicate", duplicate, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.delete", delete, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_SELECTION },
  { "board.connect", connect_to, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.to-front", to_front, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.to-back", to_back, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { NULL, NULL, 0 },
};
