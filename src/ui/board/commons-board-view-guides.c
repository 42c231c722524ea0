/* commons-board-view-guides.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and gaps that show what a dragged card is aligned with.
 */

#include "config.h"

#include <math.h>

#include "commons-board-view-private.h"

/* How far the end of a gap goes to each side, in pixels. */
#define TICK 4

static const GdkRGBA accent = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 1.0f };

/* A line of one pixel that stays sharp. */
static void
append_line (GtkSnapshot *snapshot,
             gboolean     down,
             double       at,
             double       from,
             double       to)
{
  float start = (float) floor (from), length = (float) MAX (ceil (to) - floor (from), 1);
  float place = (float) floor (at);

  gtk_snapshot_append_color (snapshot, &accent,
                             down ? &GRAPHENE_RECT_INIT (place, start, 1, length)
                                  : &GRAPHENE_RECT_INIT (start, place, length, 1));
}

static void
append_mark (CommonsBoardView      *self,
             GtkSnapshot           *snapshot,
             const CommonsSnapMark *mark)
{
  gboolean down = mark->type == COMMONS_SNAP_LINE_DOWN || mark->type == COMMONS_SNAP_GAP_DOWN;
  gboolean gap = mark->type == COMMONS_SNAP_GAP_DOWN || mark->type == COMMONS_SNAP_GAP_ACROSS;
  double at, from, to, other;

  if (down)
    {
      commons_viewport_to_view (&self->viewport, mark->at, mark->from, &at, &from);
      commons_viewport_to_view (&self->viewport, mark->at, mark->to, &other, &to);
    }
  else
    {
      commons_viewport_to_view (&self->viewport, mark->from, mark->at, &from, &at);
      commons_viewport_to_view (&self->viewport, mark->to, mark->at, &to, &other);
    }

  append_line (snapshot, down, at, from, to);
  if (gap)
    {
      append_line (snapshot, !down, from, at - TICK, at + TICK);
      append_line (snapshot, !down, to - 1, at - TICK, at + TICK);
    }
}

void
_commons_board_view_snapshot_guides (CommonsBoardView *self,
                                     GtkSnapshot      *snapshot)
{
  g_autoptr (GArray) marks = NULL;

  if (!_commons_board_view_is_editable (self))
    return;

  marks = commons_tool_get_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    append_mark (self, snapshot, &g_array_index (marks, CommonsSnapMark, i));
}
