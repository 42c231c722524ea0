/* commons-tool.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-arrange-tidy.h"
#include "commons-board.h"
#include "commons-selection.h"
#include "commons-snap.h"
#include "commons-viewport.h"

G_BEGIN_DECLS

/**
 * COMMONS_GRID:
 *
 * The step cards snap to, in board units.
 */
#define COMMONS_GRID 12

/**
 * CommonsHitType:
 * @COMMONS_HIT_EMPTY: nothing
 * @COMMONS_HIT_NODE: a card, circle or zone
 * @COMMONS_HIT_LINK: an edge
 * @COMMONS_HIT_DOT: the connection dot on a side of a node
 * @COMMONS_HIT_HANDLE: the size handle on a corner of a node
 *
 * What lies under the pointer.
 */
typedef enum
{
  COMMONS_HIT_EMPTY,
  COMMONS_HIT_NODE,
  COMMONS_HIT_LINK,
  COMMONS_HIT_DOT,
  COMMONS_HIT_HANDLE,
} CommonsHitType;

/**
 * CommonsHit:
 * @type: what it is
 * @id: (nullable): id of the node or edge, %NULL for nothing
 * @side: side of a dot: 0 top, 1 right, 2 bottom, 3 left; corner of a handle:
 *   0 top left, 1 top right, 2 bottom right, 3 bottom left
 *
 * What lies under the pointer, as the view found it.
 */
typedef struct
{
  CommonsHitType  type;
  const char     *id;
  int             side;
} CommonsHit;

/**
 * CommonsModifiers:
 * @COMMONS_MODIFIER_NONE: none
 * @COMMONS_MODIFIER_SHIFT: Shift
 * @COMMONS_MODIFIER_CTRL: Control
 * @COMMONS_MODIFIER_ALT: Alt
 *
 * Keys held with the pointer.
 */
typedef enum /*< flags >*/
{
  COMMONS_MODIFIER_NONE  = 0,
  COMMONS_MODIFIER_SHIFT = 1 << 0,
  COMMONS_MODIFIER_CTRL  = 1 << 1,
  COMMONS_MODIFIER_ALT   = 1 << 2,
} CommonsModifiers;

/**
 * CommonsPointer:
 * @x: abscissa in the view, in pixels
 * @y: ordinate in the view, in pixels
 * @button: 1 left or touch, 2 middle, 3 right; ignored in motions
 * @n_press: 1 for a simple press, 2 for a double one
 * @modifiers: keys held
 * @space: whether Space is held
 * @touch: whether it is a finger
 *
 * One pointer event.
 */
typedef struct
{
  double           x;
  double           y;
  guint            button;
  guint            n_press;
  CommonsModifiers modifiers;
  gboolean         space;
  gboolean         touch;
} CommonsPointer;

/**
 * CommonsToolState:
 * @COMMONS_TOOL_IDLE: nothing under way
 * @COMMONS_TOOL_PRESSED: a button is down, and has not moved enough to drag
 * @COMMONS_TOOL_PANNING: the board follows the pointer
 * @COMMONS_TOOL_BANDING: a rubber band selects
 * @COMMONS_TOOL_MOVING: nodes follow the pointer
 * @COMMONS_TOOL_CONNECTING: a link follows the pointer
 * @COMMONS_TOOL_RESIZING: a corner of a node follows the pointer
 * @COMMONS_TOOL_MAKING_ROOM: a divider follows the pointer, and all beyond it
 *
 * What the pointer is doing.
 */
typedef enum
{
  COMMONS_TOOL_IDLE,
  COMMONS_TOOL_PRESSED,
  COMMONS_TOOL_PANNING,
  COMMONS_TOOL_BANDING,
  COMMONS_TOOL_MOVING,
  COMMONS_TOOL_CONNECTING,
  COMMONS_TOOL_RESIZING,
  COMMONS_TOOL_MAKING_ROOM,
} CommonsToolState;

/**
 * CommonsToolEffects:
 * @COMMONS_TOOL_EFFECT_NONE: nothing to do
 * @COMMONS_TOOL_EFFECT_REDRAW: what the tool shows (moved nodes, band,
 *   connection, size) has changed
 * @COMMONS_TOOL_EFFECT_CLAIM: a drag began: the gesture is the board's
 * @COMMONS_TOOL_EFFECT_SELECTION: the selection has changed
 * @COMMONS_TOOL_EFFECT_VIEWPORT: the viewport has changed
 * @COMMONS_TOOL_EFFECT_CURSOR: the state has changed, and the cursor may
 * @COMMONS_TOOL_EFFECT_MOVE_DONE: commit the move (or the copy) of
 *   commons_tool_get_moved() by commons_tool_get_offset()
 * @COMMONS_TOOL_EFFECT_CONNECT_DONE: offer the links of
 *   commons_tool_get_connection(), or a new linked card when it has no end
 * @COMMONS_TOOL_EFFECT_CLONE: a dot was clicked: make a linked card on the
 *   side of commons_tool_get_connection()
 * @COMMONS_TOOL_EFFECT_RESIZE_DONE: commit commons_tool_get_resize()
 * @COMMONS_TOOL_EFFECT_EDIT: edit commons_tool_get_target()
 * @COMMONS_TOOL_EFFECT_CREATE: make a card at commons_tool_get_point()
 * @COMMONS_TOOL_EFFECT_CLICK: a press was released without a drag
 * @COMMONS_TOOL_EFFECT_LOCKED: commons_tool_get_target() was to be moved or
 *   sized and is locked
 * @COMMONS_TOOL_EFFECT_ROOM_DONE: commit commons_tool_get_room()
 *
 * What the view has to do after an event.
 */
typedef enum /*< flags >*/
{
  COMMONS_TOOL_EFFECT_NONE         = 0,
  COMMONS_TOOL_EFFECT_REDRAW       = 1 << 0,
  COMMONS_TOOL_EFFECT_CLAIM        = 1 << 1,
  COMMONS_TOOL_EFFECT_SELECTION    = 1 << 2,
  COMMONS_TOOL_EFFECT_VIEWPORT     = 1 << 3,
  COMMONS_TOOL_EFFECT_CURSOR       = 1 << 4,
  COMMONS_TOOL_EFFECT_MOVE_DONE    = 1 << 5,
  COMMONS_TOOL_EFFECT_CONNECT_DONE = 1 << 6,
  COMMONS_TOOL_EFFECT_RESIZE_DONE  = 1 << 7,
  COMMONS_TOOL_EFFECT_EDIT         = 1 << 8,
  COMMONS_TOOL_EFFECT_CREATE       = 1 << 9,
  COMMONS_TOOL_EFFECT_CLICK        = 1 << 10,
  COMMONS_TOOL_EFFECT_CLONE        = 1 << 11,
  COMMONS_TOOL_EFFECT_LOCKED       = 1 << 12,
  COMMONS_TOOL_EFFECT_ROOM_DONE    = 1 << 13,
} CommonsToolEffects;

/**
 * CommonsTool:
 *
 * The state machine of the pointer on a board: it takes presses, motions and
 * releases, changes the selection and the viewport, and says what is left to
 * do. It never changes the board, so that giving up costs nothing.
 */
typedef struct _CommonsTool CommonsTool;

/**
 * commons_tool_new:
 *
 * Makes a tool at rest.
 *
 * Returns: (transfer full): the tool
 */
CommonsTool        *commons_tool_new            (void);
void                commons_tool_free           (CommonsTool          *self);

/**
 * commons_tool_set_snapping:
 * @targets: what catches a drag from now on; a new tool snaps to all of it
 *
 * Ctrl frees a drag of all of them.
 */
void                commons_tool_set_snapping   (CommonsTool          *self,
                                                 CommonsSnapTargets    targets);

/**
 * commons_tool_press:
 * @pointer: where and how
 * @hit: what lies under the pointer
 * @selection: the selection to change
 * @viewport: the viewport to change
 * @board: the board; only read
 *
 * Tells that a button went down. Another button during a drag is ignored.
 *
 * Returns: what to do
 */
CommonsToolEffects  commons_tool_press          (CommonsTool          *self,
                                                 const CommonsPointer *pointer,
                                                 const CommonsHit     *hit,
                                                 CommonsSelection     *selection,
                                                 CommonsViewport      *viewport,
                                                 CommonsBoard         *board);

/**
 * commons_tool_motion:
 * @pointer: where and how
 * @hit: (nullable): what lies under the pointer, needed while connecting
 * @selection: the selection to change
 * @viewport: the viewport to change
 * @board: the board; only read
 *
 * Tells that the pointer moved, or that the view moved under it.
 *
 * Returns: what to do
 */
CommonsToolEffects  commons_tool_motion         (CommonsTool          *self,
                                                 const CommonsPointer *pointer,
                                                 const CommonsHit     *hit,
                                                 CommonsSelection     *selection,
                                                 CommonsViewport      *viewport,
                                                 CommonsBoard         *board);

/**
 * commons_tool_release:
 * @pointer: where and how
 * @hit: (nullable): what lies under the pointer, needed while connecting
 * @selection: the selection to change
 * @viewport: the viewport to change
 * @board: the board; only read
 *
 * Tells that a button went up. What the tool reports (moved nodes, offset,
 * connection, …) stays readable until the next press.
 *
 * Returns: what to do
 */
CommonsToolEffects  commons_tool_release        (CommonsTool          *self,
                                                 const CommonsPointer *pointer,
                                                 const CommonsHit     *hit,
                                                 CommonsSelection     *selection,
                                                 CommonsViewport      *viewport,
                                                 CommonsBoard         *board);

/**
 * commons_tool_cancel:
 * @selection: the selection to restore
 *
 * Gives up what is under way, as Escape does: nothing moves, nothing is
 * connected, and the selection is what it was before the press. The view
 * stays where a pan has brought it.
 *
 * Returns: what to do
 */
CommonsToolEffects  commons_tool_cancel         (CommonsTool          *self,
                                                 CommonsSelection     *selection);

/**
 * commons_tool_hold:
 *
 * Tells that a finger stayed where it was pressed for a while: on empty
 * ground, a drag from there draws a rubber band instead of panning.
 *
 * Returns: whether it did so on empty ground
 */
gboolean            commons_tool_hold           (CommonsTool          *self);

/**
 * commons_tool_get_state:
 *
 * Returns: what the pointer is doing
 */
CommonsToolState    commons_tool_get_state      (const CommonsTool    *self);

/**
 * commons_tool_get_target:
 *
 * Returns: (transfer none) (nullable): id of the node or edge that was
 *   pressed
 */
const char         *commons_tool_get_target     (const CommonsTool    *self);

/**
 * commons_tool_get_point:
 * @x: (out): abscissa, in board units
 * @y: (out): ordinate, in board units
 *
 * Gives the board point of the last event.
 */
void                commons_tool_get_point      (const CommonsTool    *self,
                                                 double               *x,
                                                 double               *y);

/**
 * commons_tool_get_moved:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): set of the ids of
 *   the nodes that move, content of circles and zones included; %NULL when
 *   none does
 */
GHashTable         *commons_tool_get_moved      (const CommonsTool    *self);

/**
 * commons_tool_get_offset:
 * @dx: (out): whole number of board units to the right
 * @dy: (out): whole number of board units to the bottom
 *
 * Gives how far the nodes move: aligned with a neighbour in view, or else to
 * the grid for the pressed one, unless Ctrl was pressed since; along one axis
 * while Shift is held.
 */
void                commons_tool_get_offset     (const CommonsTool    *self,
                                                 double               *dx,
                                                 double               *dy);

/**
 * commons_tool_is_copy:
 *
 * Returns: whether Alt asks to leave copies instead of moving
 */
gboolean            commons_tool_is_copy        (const CommonsTool    *self);

/**
 * commons_tool_keeps_relations:
 *
 * A circle or zone that is dragged with Ctrl held from the press on moves
 * without what lies in it, whose relations follow; with any other drag, Ctrl
 * asks that no relation changes.
 *
 * Returns: whether the move is to change places alone
 */
gboolean            commons_tool_keeps_relations (const CommonsTool   *self);

/**
 * commons_tool_set_room:
 * @wanted: whether the next drag makes room instead of anything else
 *
 * Making room ends with that drag, and with commons_tool_cancel().
 */
void                commons_tool_set_room       (CommonsTool          *self,
                                                 gboolean              wanted);
gboolean            commons_tool_wants_room     (const CommonsTool    *self);

/**
 * commons_tool_get_room:
 * @side: (out): the side of the divider that gives way
 * @at: (out): where the divider was pressed, in board units: an abscissa for
 *   left and right, an ordinate for above and below
 * @amount: (out): how much room, in board units
 *
 * Meanwhile commons_tool_get_moved() and commons_tool_get_offset() tell what
 * gives way and how far.
 *
 * Returns: whether room is, or was, made
 */
gboolean            commons_tool_get_room       (const CommonsTool    *self,
                                                 CommonsRoomSide      *side,
                                                 int                  *at,
                                                 int                  *amount);

/**
 * commons_tool_get_stretched:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): ids of the circles
 *   and zones that grow where room is made
 */
GPtrArray          *commons_tool_get_stretched  (const CommonsTool    *self);

/**
 * commons_tool_get_marks:
 *
 * Returns: (transfer full) (element-type CommonsSnapMark): what shows that
 *   the moved nodes or the dragged corner are aligned; empty when nothing is
 */
GArray             *commons_tool_get_marks      (const CommonsTool    *self);

/**
 * commons_tool_get_band:
 * @band: (out): the rubber band, in board units
 *
 * Returns: whether there is one
 */
gboolean            commons_tool_get_band       (const CommonsTool    *self,
                                                 CommonsRect          *band);

/**
 * commons_tool_get_connection:
 * @from: (out) (optional) (transfer none): id of the node the link leaves
 * @side: (out) (optional): side of the dot: 0 top, 1 right, 2 bottom, 3 left
 * @x: (out) (optional): where the link ends, in board units
 * @y: (out) (optional): where the link ends, in board units
 * @to: (out) (optional) (nullable) (transfer none): id of the node under the
 *   pointer, %NULL when there is none other
 *
 * Returns: whether a link follows, or followed, the pointer
 */
gboolean            commons_tool_get_connection (const CommonsTool    *self,
                                                 const char          **from,
                                                 int                  *side,
                                                 double               *x,
                                                 double               *y,
                                                 const char          **to);

/**
 * commons_tool_get_resize:
 * @bounds: (out): the new place and size, in board units
 *
 * The node is commons_tool_get_target(). Circles stay square.
 *
 * Returns: whether a node changes its size
 */
gboolean            commons_tool_get_resize     (const CommonsTool    *self,
                                                 CommonsRect          *bounds);

/**
 * commons_tool_get_larger:
 * @node: a node
 * @width: how much wider, in board units; narrower below 0
 * @height: how much higher, in board units; lower below 0
 * @bounds: (out): its new place and size
 *
 * Finds what sizing by the keyboard comes to: the top left corner stays, and
 * no node becomes smaller than a hand may make it. Circles grow around their
 * centre, by both amounts together.
 */
void                commons_tool_get_larger     (CommonsRecord        *node,
                                                 int                   width,
                                                 int                   height,
                                                 CommonsRect          *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsTool, commons_tool_free)

G_END_DECLS
