/* commons-board-view-size.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizing with the keyboard.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-board-view-private.h"
#include "commons-refile.h"

static void
announce_size (CommonsBoardView *self,
               const char       *id)
{
  const CommonsRect *bounds = commons_record_get_bounds (commons_board_lookup_node (self->board, id));
  g_autofree char *words = NULL;

  /* Translators: the width and the height of a card */
  words = g_strdup_printf (_("%d by %d"), bounds->width, bounds->height);
  commons_announce (GTK_WIDGET (self), words);
}

void
_commons_board_view_resize_by (CommonsBoardView *self,
                               int               width,
                               int               height)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  CommonsRecord *node = g_ptr_array_index (nodes, 0);
  g_autofree char *id = g_strdup (commons_record_get_id (node));
  g_autofree char *key = g_strconcat ("size ", id, NULL);
  g_autofree char *sentence = NULL;
  CommonsRect bounds;

  if (commons_record_is_locked (node))
    {
      _commons_board_view_tell_locked (self, id);
      return;
    }

  commons_tool_get_larger (node, width, height, &bounds);
  commons_editor_begin (self->editor, _("Resize"), key);
  commons_refile_resize (self->editor, self->catalogue, id, &bounds, _("Resize"), &sentence);
  if (commons_editor_commit (self->editor))
    announce_size (self, id);
  _commons_board_view_tell (self, sentence);
}

/* One step of the grid; a key that is held is one step to undo. */
static void
resize (CommonsBoardView *self,
        int               width,
        int               height)
{
  _commons_board_view_resize_by (self, width * COMMONS_GRID, height * COMMONS_GRID);
}

static void wider (CommonsBoardView *self) { resize (self, 1, 0); }
static void narrower (CommonsBoardView *self) { resize (self, -1, 0); }
static void higher (CommonsBoardView *self) { resize (self, 0, 1); }
static void lower (CommonsBoardView *self) { resize (self, 0, -1); }

const CommonsHandler _commons_board_view_size_handlers[] = {
  { "board.wider", wider, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.narrower", narrower, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.higher", higher, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.lower", lower, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { NULL, NULL, 0 },
};
