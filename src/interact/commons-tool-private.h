/* commons-tool-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the parts of the tool: what begins and ends a drag, and what a
 * drag does on its way.
 */

#pragma once

#include "commons-snap.h"
#include "commons-tool.h"

G_BEGIN_DECLS

struct _CommonsTool
{
  CommonsToolState  state;
  CommonsToolState  drag;        /* what a drag of this press becomes */
  CommonsSnapTargets snapping;   /* what people want to be caught by */
  gboolean          wants_room;  /* the next drag makes room */

  /* The press. */
  guint             button;
  guint             n_press;
  gboolean          touch;
  gboolean          additive;    /* Shift or Ctrl: to the selection there was */
  CommonsHitType    target_type;
  char             *target;
  int               side;
  GPtrArray        *before;      /* selection before the press */

  /* What a release without a drag still has to do. */
  gboolean          toggle_off;
  gboolean          narrow;

  /* Where the press was, and where the pointer is. */
  double            press_px, press_py;
  double            start_x, start_y;
  double            last_px, last_py;
  double            x, y;
  CommonsModifiers  modifiers;
  gboolean          ctrl_ready;  /* Ctrl was seen released since the press */

  /* The drag. */
  CommonsRect       target_bounds;
  CommonsRect       moved_bounds; /* around what was selected */
  GHashTable       *moved;
  gboolean          frame_alone; /* a container moves without its content */
  CommonsSnapper   *snapper;
  CommonsRect       seen;         /* what the view showed to the snapper */
  CommonsSnapAxes   snapped;
  double            dx, dy;
  CommonsRect       band;
  CommonsRect       resized;
  GPtrArray        *stretched;   /* ids of what grows where room is made */
  CommonsRoomSide   room_side;
  gboolean          room_down;
  int               room_at;
  char             *to;
  gboolean          strayed;     /* the link was further away before */
};

gboolean            _commons_tool_is_far         (const CommonsTool    *self);
gboolean            _commons_tool_snaps_to       (const CommonsTool    *self,
                                                  CommonsSnapTargets    target);
double              _commons_tool_snap_to_grid   (const CommonsTool    *self,
                                                  double                value);
gboolean            _commons_tool_remember_bounds (CommonsTool         *self,
                                                  CommonsBoard         *board);

/* Makes the tool know the neighbours in view, again when the view has moved. */
void                _commons_tool_look_around    (CommonsTool          *self,
                                                  const CommonsRect    *bounds,
                                                  const CommonsViewport *viewport,
                                                  CommonsBoard         *board);
gboolean            _commons_tool_begin_move     (CommonsTool          *self,
                                                  CommonsSelection     *selection,
                                                  CommonsBoard         *board);
gboolean            _commons_tool_begin_resize   (CommonsTool          *self,
                                                  CommonsBoard         *board);
void                _commons_tool_begin_room     (CommonsTool          *self);
CommonsToolEffects  _commons_tool_update_room    (CommonsTool          *self,
                                                  CommonsBoard         *board);
CommonsToolEffects  _commons_tool_update_pan     (CommonsTool          *self,
                                                  const CommonsPointer *pointer,
                                                  CommonsViewport      *viewport);
CommonsToolEffects  _commons_tool_update_band    (CommonsTool          *self,
                                                  CommonsSelection     *selection,
                                                  CommonsBoard         *board);
CommonsToolEffects  _commons_tool_update_move    (CommonsTool          *self,
                                                  const CommonsViewport *viewport,
                                                  CommonsBoard         *board);

/* Changes the offset of a rule near a border so that it is on it. */
void                _commons_tool_stick_to_border (CommonsTool          *self,
                                                  const CommonsViewport *viewport,
                                                  CommonsBoard         *board);
CommonsToolEffects  _commons_tool_update_connect (CommonsTool          *self,
                                                  const CommonsHit     *hit,
                                                  CommonsBoard         *board);
CommonsToolEffects  _commons_tool_update_resize  (CommonsTool          *self,
                                                  const CommonsViewport *viewport,
                                                  CommonsBoard         *board);

G_END_DECLS
