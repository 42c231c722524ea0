/* commons-board-view-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that put the selection in order.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange-tidy.h"
#include "commons-board-view-private.h"
#include "commons-commands.h"

static void
align (CommonsBoardView *self,
       CommonsAlignment  alignment)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (CommonsRefile) before = _commons_board_view_begin_places (self, _("Align"));

  commons_arrange_align (self->editor, ids, alignment, _("Align"));
  if (_commons_board_view_end_places (self, before))
    commons_announce (GTK_WIDGET (self), _("Aligned"));
}

static void align_left (CommonsBoardView *self) { align (self, COMMONS_ALIGN_LEFT); }
static void align_centre (CommonsBoardView *self) { align (self, COMMONS_ALIGN_CENTRE); }
static void align_right (CommonsBoardView *self) { align (self, COMMONS_ALIGN_RIGHT); }
static void align_top (CommonsBoardView *self) { align (self, COMMONS_ALIGN_TOP); }
static void align_middle (CommonsBoardView *self) { align (self, COMMONS_ALIGN_MIDDLE); }
static void align_bottom (CommonsBoardView *self) { align (self, COMMONS_ALIGN_BOTTOM); }

static void
distribute (CommonsBoardView *self,
            gboolean          down)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (CommonsRefile) before = _commons_board_view_begin_places (self, _("Distribute"));

  commons_arrange_distribute (self->editor, ids, down, _("Distribute"));
  if (_commons_board_view_end_places (self, before))
    commons_announce (GTK_WIDGET (self), _("Distributed"));
}

static void distribute_across (CommonsBoardView *self) { distribute (self, FALSE); }
static void distribute_down (CommonsBoardView *self) { distribute (self, TRUE); }

/* One circle or zone is tidied inside, several things among themselves. */
static void
tidy (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  g_autoptr (CommonsRefile) before = _commons_board_view_begin_places (self, _("Tidy Up"));

  if (nodes->len == 1)
    commons_arrange_tidy_inside (self->editor, commons_record_get_id (g_ptr_array_index (nodes, 0)), _("Tidy Up"));
  else
    commons_arrange_tidy (self->editor, ids, _("Tidy Up"));

  if (_commons_board_view_end_places (self, before))
    commons_announce (GTK_WIDGET (self), _("Tidied up"));
}

static void
group_by (CommonsBoardView *self,
          CommonsGrouping   grouping)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (CommonsRefile) before = _commons_board_view_begin_places (self, _("Sort Into Columns"));

  commons_arrange_group_by (self->editor, self->catalogue, ids, grouping, _("Sort Into Columns"));
  if (_commons_board_view_end_places (self, before))
    commons_announce (GTK_WIDGET (self), _("Sorted into columns"));
}

static void group_by_kind (CommonsBoardView *self) { group_by (self, COMMONS_GROUP_BY_KIND); }
static void group_by_tag (CommonsBoardView *self) { group_by (self, COMMONS_GROUP_BY_TAG); }
static void group_by_status (CommonsBoardView *self) { group_by (self, COMMONS_GROUP_BY_STATUS); }
static void group_by_votes (CommonsBoardView *self) { group_by (self, COMMONS_GROUP_BY_VOTES); }

static void
step_order (CommonsBoardView *self,
            gboolean          forward)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);

  commons_arrange_step_order (self->editor, ids, forward, forward ? _("Bring Forward") : _("Send Backward"));
}

static void forward (CommonsBoardView *self) { step_order (self, TRUE); }
static void backward (CommonsBoardView *self) { step_order (self, FALSE); }

#define NEEDS_TWO   (COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_TWO_NODES)
#define NEEDS_THREE (COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_THREE_NODES)

const CommonsHandler _commons_board_view_arrange_handlers[] = {
  { "board.align-left", align_left, NEEDS_TWO },
  { "board.align-centre", align_centre, NEEDS_TWO },
  { "board.align-right", align_right, NEEDS_TWO },
  { "board.align-top", align_top, NEEDS_TWO },
  { "board.align-middle", align_middle, NEEDS_TWO },
  { "board.align-bottom", align_bottom, NEEDS_TWO },
  { "board.distribute-across", distribute_across, NEEDS_THREE },
  { "board.distribute-down", distribute_down, NEEDS_THREE },
  { "board.tidy", tidy, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_TO_TIDY },
  { "board.group-by-kind", group_by_kind, NEEDS_TWO },
  { "board.group-by-tag", group_by_tag, NEEDS_TWO },
  { "board.group-by-status", group_by_status, NEEDS_TWO },
  { "board.group-by-votes", group_by_votes, NEEDS_TWO },
  { "board.forward", forward, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.backward", backward, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { NULL, NULL, 0 },
};

static const char *const align_actions[] = {
  "board.align-left", "board.align-centre", "board.align-right",
  "board.align-top", "board.align-middle", "board.align-bottom", NULL,
};
static const char *const spread_actions[] = { "board.distribute-across", "board.distribute-down", "board.tidy", NULL };
static const char *const column_actions[] = {
  "board.group-by-kind", "board.group-by-tag", "board.group-by-status", "board.group-by-votes", NULL,
};
static const char *const room_actions[] = { "board.make-room", "board.make-room-below", "board.make-room-right", NULL };
static const char *const order_actions[] = {
  "board.to-front", "board.forward", "board.backward", "board.to-back", NULL,
};

static const char *const *const sections[] = { align_actions, spread_actions, column_actions, room_actions, order_actions };

GMenuModel *
_commons_board_view_make_arrange_menu (CommonsBoardView *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint j = 0; sections[i][j] != NULL; j++)
        {
          if (commons_board_view_can_perform (self, sections[i][j]))
            g_menu_append (section, _(commons_commands_find (sections[i][j])->label), sections[i][j]);
        }
      if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }

  return G_MENU_MODEL (menu);
}
