/* commons-board-view-gates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways into circles: where one is missing, and making it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-gate.h"

static void
make_gate (CommonsBoardView *self,
           const char       *circle,
           double            angle)
{
  g_autofree char *id = NULL;

  commons_board_view_finish_editing (self);
  commons_editor_begin (self->editor, _("New Card"), COMMONS_NEW_CARD_KEY);
  id = commons_arrange_create_gate (self->editor, self->catalogue, circle, angle, _("New Card"));
  commons_editor_commit (self->editor);

  if (id != NULL)
    _commons_board_view_edit (self, id, TRUE);
}

gboolean
_commons_board_view_press_missing_gate (CommonsBoardView *self,
                                        double            x,
                                        double            y)
{
  g_autofree char *circle = NULL;
  double board_x, board_y, angle;

  if (!_commons_board_view_is_editable (self))
    return FALSE;

  commons_viewport_to_board (&self->viewport, x, y, &board_x, &board_y);
  circle = g_strdup (commons_picture_pick_missing_gate (self->picture, board_x, board_y, &angle));
  if (circle == NULL)
    return FALSE;

  make_gate (self, circle, angle);

  return TRUE;
}

gboolean
_commons_board_view_lacks_gate (CommonsBoardView *self)
{
  const char *id = commons_selection_get_primary (self->selection);
  CommonsRecord *circle = id ? commons_board_lookup_node (self->board, id) : NULL;

  return circle != NULL && commons_gate_is_missing (self->board, circle, NULL);
}

static void
add_entry (CommonsBoardView *self)
{
  g_autofree char *id = g_strdup (commons_selection_get_primary (self->selection));
  double angle;

  if (commons_gate_is_missing (self->board, commons_board_lookup_node (self->board, id), &angle))
    make_gate (self, id, angle);
}

gboolean
_commons_board_view_fit_gate (CommonsBoardView *self,
                              const char       *id)
{
  CommonsRecord *record = commons_board_lookup_node (self->board, id);
  g_autoptr (GHashTable) ids = NULL;
  CommonsGate gate;

  if (record == NULL || !commons_gate_find (self->board, record, &gate))
    return FALSE;

  ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (ids, (gpointer) id);

  return commons_arrange_settle_gates (self->editor, self->catalogue, ids);
}

const CommonsHandler _commons_board_view_gate_handlers[] = {
  { "board.add-entry", add_entry, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE | COMMONS_NEEDS_MISSING_GATE },
  { NULL, NULL, 0 },
};
