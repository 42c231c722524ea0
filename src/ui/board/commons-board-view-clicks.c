/* commons-board-view-clicks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drag does, done with clicks: for whoever cannot hold a button while
 * moving, or points with their head, a switch or a wand.
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-refile.h"

static void
begin (CommonsBoardView *self,
       CommonsClicks     clicks,
       const char       *words)
{
  self->clicks = clicks;
  self->n_clicks = 0;
  _commons_board_view_update_cursor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _commons_board_view_toast (self, words, FALSE);
}

gboolean
_commons_board_view_end_clicks (CommonsBoardView *self)
{
  gboolean waited = self->clicks != COMMONS_CLICKS_NONE;

  self->clicks = COMMONS_CLICKS_NONE;
  if (waited)
    _commons_board_view_update_cursor (self);

  return waited;
}

/* The whole of what is selected, as one box. */
static gboolean
get_selected_bounds (CommonsBoardView *self,
                     CommonsRect      *all)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);

  for (guint i = 0; i < nodes->len; i++)
    {
      const CommonsRect *one = commons_record_get_bounds (g_ptr_array_index (nodes, i));
      int right = MAX (all->x + all->width, one->x + one->width);
      int bottom = MAX (all->y + all->height, one->y + one->height);

      if (i == 0)
        {
          *all = *one;
          continue;
        }
      all->x = MIN (all->x, one->x);
      all->y = MIN (all->y, one->y);
      all->width = right - all->x;
      all->height = bottom - all->y;
    }

  return nodes->len > 0;
}

static int
snap (double value)
{
  return (int) round (value / COMMONS_GRID) * COMMONS_GRID;
}

/* Its middle comes to the click, its corner on the grid. */
static void
move_to (CommonsBoardView *self,
         double            x,
         double            y)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (GHashTable) moved = NULL;
  g_autofree char *sentence = NULL;
  CommonsRect all = { 0 };

  if (!get_selected_bounds (self, &all) || !_commons_board_view_leave_locked (self, ids))
    return;

  moved = commons_arrange_gather (self->board, ids);
  commons_refile_move (self->editor, self->catalogue, moved, snap (x - all.width / 2.0) - all.x,
                       snap (y - all.height / 2.0) - all.y, FALSE, _("Move"), &sentence);
  _commons_board_view_tell (self, sentence);
}

/* The corner at the bottom right comes to the click. */
static void
resize_to (CommonsBoardView *self,
           double            x,
           double            y)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  CommonsRecord *node = nodes->len > 0 ? g_ptr_array_index (nodes, 0) : NULL;
  const CommonsRect *now;

  if (node == NULL)
    return;

  now = commons_record_get_bounds (node);
  _commons_board_view_resize_by (self, snap (x - now->x) - now->width, snap (y - now->y) - now->height);
}

/* Cards that are touched, circles and zones that lie in it as a whole. */
static void
select_area (CommonsBoardView *self,
             double            x,
             double            y)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  double left = MIN (x, self->first_x), right = MAX (x, self->first_x);
  double top = MIN (y, self->first_y), bottom = MAX (y, self->first_y);

  for (guint i = 0; i < commons_board_get_n_nodes (self->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (self->board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);
      gboolean touched = bounds->x < right && bounds->x + bounds->width > left &&
                         bounds->y < bottom && bounds->y + bounds->height > top;
      gboolean inside = bounds->x >= left && bounds->x + bounds->width <= right &&
                        bounds->y >= top && bounds->y + bounds->height <= bottom;

      if (commons_record_is_group (node) ? inside : touched)
        g_ptr_array_add (ids, (gpointer) commons_record_get_id (node));
    }

  commons_selection_set_many (self->selection, ids);
  _commons_board_view_announce_selection (self);
}

gboolean
_commons_board_view_take_click (CommonsBoardView *self,
                                double            px,
                                double            py)
{
  CommonsClicks clicks = self->clicks;
  double x, y;

  if (clicks == COMMONS_CLICKS_NONE)
    return FALSE;

  commons_viewport_to_board (&self->viewport, px, py, &x, &y);
  if (clicks == COMMONS_CLICKS_AREA && self->n_clicks++ == 0)
    {
      self->first_x = x;
      self->first_y = y;
      _commons_board_view_toast (self, _("Click the corner across from it."), FALSE);
      return TRUE;
    }

  _commons_board_view_end_clicks (self);
  if (clicks == COMMONS_CLICKS_MOVE)
    move_to (self, x, y);
  else if (clicks == COMMONS_CLICKS_RESIZE)
    resize_to (self, x, y);
  else
    select_area (self, x, y);

  return TRUE;
}

static void
move_with_click (CommonsBoardView *self)
{
  begin (self, COMMONS_CLICKS_MOVE, _("Click where it should go."));
}

static void
resize_with_click (CommonsBoardView *self)
{
  begin (self, COMMONS_CLICKS_RESIZE, _("Click where its corner at the bottom right should be."));
}

static void
select_with_clicks (CommonsBoardView *self)
{
  begin (self, COMMONS_CLICKS_AREA, _("Click one corner of the area."));
}

const CommonsHandler _commons_board_view_click_handlers[] = {
  { "board.move-to", move_with_click, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.resize-to", resize_with_click, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.select-area", select_with_clicks, COMMONS_NEEDS_BOARD },
  { NULL, NULL, 0 },
};
