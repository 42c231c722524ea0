/* commons-tool.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-tool"

#include "config.h"

#include "commons-tool-private.h"

#define BUTTON_PRIMARY   1
#define BUTTON_MIDDLE    2
#define BUTTON_SECONDARY 3

CommonsTool *
commons_tool_new (void)
{
  CommonsTool *self = g_new0 (CommonsTool, 1);

  self->snapping = COMMONS_SNAP_TO_CARDS | COMMONS_SNAP_TO_GRID;

  return self;
}

void
commons_tool_set_snapping (CommonsTool        *self,
                           CommonsSnapTargets  targets)
{
  g_return_if_fail (self != NULL);

  self->snapping = targets;
}

static void
reset (CommonsTool *self)
{
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->moved, g_hash_table_unref);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->snapper, commons_snapper_free);
  g_clear_pointer (&self->stretched, g_ptr_array_unref);

  *self = (CommonsTool) {
    .state = COMMONS_TOOL_IDLE, .wants_room = self->wants_room, .snapping = self->snapping,
  };
}

void
commons_tool_free (CommonsTool *self)
{
  if (self == NULL)
    return;

  reset (self);
  g_free (self);
}

static CommonsToolEffects
effect_if (gboolean           changed,
           CommonsToolEffects effect)
{
  return changed ? effect : COMMONS_TOOL_EFFECT_NONE;
}

static void
remember_point (CommonsTool           *self,
                const CommonsPointer  *pointer,
                const CommonsViewport *viewport)
{
  self->last_px = pointer->x;
  self->last_py = pointer->y;
  self->modifiers = pointer->modifiers;
  if (!(pointer->modifiers & COMMONS_MODIFIER_CTRL))
    self->ctrl_ready = TRUE;

  commons_viewport_to_board (viewport, pointer->x, pointer->y, &self->x, &self->y);
}

static void
remember_press (CommonsTool           *self,
                const CommonsPointer  *pointer,
                const CommonsHit      *hit,
                CommonsSelection      *selection,
                const CommonsViewport *viewport)
{
  reset (self);

  self->button = pointer->button;
  self->n_press = pointer->n_press;
  self->touch = pointer->touch;
  self->additive = (pointer->modifiers & (COMMONS_MODIFIER_SHIFT | COMMONS_MODIFIER_CTRL)) != 0;
  self->target_type = hit->id != NULL ? hit->type : COMMONS_HIT_EMPTY;
  self->target = g_strdup (self->target_type != COMMONS_HIT_EMPTY ? hit->id : NULL);
  self->side = hit->side;
  self->before = commons_selection_list (selection);

  remember_point (self, pointer, viewport);
  self->press_px = pointer->x;
  self->press_py = pointer->y;
  self->start_x = self->x;
  self->start_y = self->y;
}

/* What is taken away from the selection waits for the release: the press may
 * begin a drag of all that is selected. */
static CommonsToolEffects
press_item (CommonsTool      *self,
            CommonsSelection *selection)
{
  gboolean selected = commons_selection_contains (selection, self->target);
  gboolean changed = FALSE;

  if (self->additive && selected)
    self->toggle_off = TRUE;
  else if (self->additive)
    changed = commons_selection_add (selection, self->target);
  else if (!selected)
    changed = commons_selection_set_only (selection, self->target);
  else
    self->narrow = TRUE;

  return effect_if (changed, COMMONS_TOOL_EFFECT_SELECTION);
}

/* A finger on nothing may be about to pan, which must not cost the selection. */
static CommonsToolEffects
press_empty (CommonsTool      *self,
             CommonsSelection *selection)
{
  if (self->touch || self->additive)
    return COMMONS_TOOL_EFFECT_NONE;

  return effect_if (commons_selection_clear (selection), COMMONS_TOOL_EFFECT_SELECTION);
}

/* A locked circle or zone is like the board itself: what is drawn over it is
 * selected, and a finger moves the view. */
static gboolean
is_locked_ground (CommonsBoard *board,
                  const char   *id)
{
  CommonsRecord *node = commons_board_lookup_node (board, id);

  return node != NULL && commons_record_is_group (node) && commons_record_is_locked (node);
}

static CommonsToolEffects
press_primary (CommonsTool      *self,
               CommonsSelection *selection,
               CommonsBoard     *board)
{
  self->state = COMMONS_TOOL_PRESSED;
  self->drag = self->touch ? COMMONS_TOOL_PANNING : COMMONS_TOOL_BANDING;

  /* The divider begins anywhere, and on anything. */
  if (self->wants_room)
    {
      self->drag = COMMONS_TOOL_MAKING_ROOM;
      return COMMONS_TOOL_EFFECT_NONE;
    }

  switch (self->target_type)
    {
    case COMMONS_HIT_NODE:
      if (!is_locked_ground (board, self->target))
        self->drag = COMMONS_TOOL_MOVING;
      return press_item (self, selection);

    case COMMONS_HIT_LINK:
      return press_item (self, selection);

    case COMMONS_HIT_DOT:
      self->state = COMMONS_TOOL_CONNECTING;
      self->drag = COMMONS_TOOL_CONNECTING;
      return COMMONS_TOOL_EFFECT_CLAIM | COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_CURSOR;

    case COMMONS_HIT_HANDLE:
      self->drag = COMMONS_TOOL_RESIZING;
      return COMMONS_TOOL_EFFECT_NONE;

    case COMMONS_HIT_EMPTY:
    default:
      return press_empty (self, selection);
    }
}

/* The context menu is about what was clicked. */
static CommonsToolEffects
press_secondary (CommonsTool      *self,
                 CommonsSelection *selection)
{
  if (self->target != NULL && commons_selection_contains (selection, self->target))
    return COMMONS_TOOL_EFFECT_NONE;

  return effect_if (commons_selection_set_only (selection, self->target), COMMONS_TOOL_EFFECT_SELECTION);
}

CommonsToolEffects
commons_tool_press (CommonsTool          *self,
                    const CommonsPointer *pointer,
                    const CommonsHit     *hit,
                    CommonsSelection     *selection,
                    CommonsViewport      *viewport,
                    CommonsBoard         *board)
{
  g_return_val_if_fail (self != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (pointer != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (hit != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (COMMONS_IS_SELECTION (selection), COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (viewport != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), COMMONS_TOOL_EFFECT_NONE);

  if (self->state != COMMONS_TOOL_IDLE)
    return COMMONS_TOOL_EFFECT_NONE;

  remember_press (self, pointer, hit, selection, viewport);

  if (pointer->button == BUTTON_MIDDLE || (pointer->button == BUTTON_PRIMARY && pointer->space))
    {
      self->state = COMMONS_TOOL_PANNING;
      self->drag = COMMONS_TOOL_PANNING;
      return COMMONS_TOOL_EFFECT_CLAIM | COMMONS_TOOL_EFFECT_CURSOR;
    }

  if (pointer->button == BUTTON_SECONDARY)
    return press_secondary (self, selection);

  return pointer->button == BUTTON_PRIMARY ? press_primary (self, selection, board) : COMMONS_TOOL_EFFECT_NONE;
}

static CommonsToolEffects
begin_drag (CommonsTool      *self,
            CommonsSelection *selection,
            CommonsBoard     *board)
{
  gboolean possible = TRUE;

  if (self->drag == COMMONS_TOOL_MOVING)
    possible = _commons_tool_begin_move (self, selection, board);
  else if (self->drag == COMMONS_TOOL_RESIZING)
    possible = _commons_tool_begin_resize (self, board);
  else if (self->drag == COMMONS_TOOL_MAKING_ROOM)
    _commons_tool_begin_room (self);

  self->state = possible ? self->drag : COMMONS_TOOL_IDLE;
  if (!possible)
    return commons_board_lookup_node (board, self->target) != NULL ? COMMONS_TOOL_EFFECT_LOCKED
                                                                   : COMMONS_TOOL_EFFECT_NONE;

  return COMMONS_TOOL_EFFECT_CLAIM | COMMONS_TOOL_EFFECT_CURSOR;
}

static CommonsToolEffects
update_drag (CommonsTool           *self,
             const CommonsHit      *hit,
             CommonsSelection      *selection,
             const CommonsViewport *viewport,
             CommonsBoard          *board)
{
  switch (self->state)
    {
    case COMMONS_TOOL_BANDING:
      return _commons_tool_update_band (self, selection, board);

    case COMMONS_TOOL_MOVING:
      _commons_tool_update_move (self, viewport, board);
      _commons_tool_stick_to_border (self, viewport, board);
      return COMMONS_TOOL_EFFECT_REDRAW;

    case COMMONS_TOOL_CONNECTING:
      return _commons_tool_update_connect (self, hit, board);

    case COMMONS_TOOL_RESIZING:
      return _commons_tool_update_resize (self, viewport, board);

    case COMMONS_TOOL_MAKING_ROOM:
      return _commons_tool_update_room (self, board);

    case COMMONS_TOOL_IDLE:
    case COMMONS_TOOL_PRESSED:
    case COMMONS_TOOL_PANNING:
    default:
      return COMMONS_TOOL_EFFECT_NONE;
    }
}

CommonsToolEffects
commons_tool_motion (CommonsTool          *self,
                     const CommonsPointer *pointer,
                     const CommonsHit     *hit,
                     CommonsSelection     *selection,
                     CommonsViewport      *viewport,
                     CommonsBoard         *board)
{
  CommonsToolEffects effects = COMMONS_TOOL_EFFECT_NONE;

  g_return_val_if_fail (self != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (pointer != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (COMMONS_IS_SELECTION (selection), COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (viewport != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), COMMONS_TOOL_EFFECT_NONE);

  if (self->state == COMMONS_TOOL_IDLE)
    return COMMONS_TOOL_EFFECT_NONE;

  if (self->state == COMMONS_TOOL_PANNING)
    effects |= _commons_tool_update_pan (self, pointer, viewport);

  remember_point (self, pointer, viewport);

  if (self->state == COMMONS_TOOL_PRESSED)
    {
      if (!_commons_tool_is_far (self))
        return effects;

      effects |= begin_drag (self, selection, board);
      if (self->state == COMMONS_TOOL_PANNING)
        {
          commons_viewport_pan (viewport, pointer->x - self->press_px, pointer->y - self->press_py);
          effects |= COMMONS_TOOL_EFFECT_VIEWPORT;
        }
    }

  return effects | update_drag (self, hit, selection, viewport, board);
}

static CommonsToolEffects
click (CommonsTool      *self,
       CommonsSelection *selection)
{
  CommonsToolEffects effects = COMMONS_TOOL_EFFECT_CLICK;
  gboolean changed = FALSE;

  if (self->toggle_off)
    changed = commons_selection_remove (selection, self->target);
  else if (self->narrow)
    changed = commons_selection_set_only (selection, self->target);
  else if (self->target_type == COMMONS_HIT_EMPTY && self->touch && !self->additive)
    changed = commons_selection_clear (selection);

  if (self->n_press == 2 && !self->additive)
    {
      if (self->target_type == COMMONS_HIT_EMPTY)
        effects |= COMMONS_TOOL_EFFECT_CREATE;
      else if (self->target_type != COMMONS_HIT_HANDLE)
        effects |= COMMONS_TOOL_EFFECT_EDIT;
    }

  return effects | effect_if (changed, COMMONS_TOOL_EFFECT_SELECTION);
}

/* A link let go where it began, or on its own card, was not meant. */
static gboolean
is_connection_meant (const CommonsTool *self,
                     const CommonsHit  *hit)
{
  gboolean at_home = hit != NULL && hit->type != COMMONS_HIT_EMPTY && g_strcmp0 (hit->id, self->target) == 0;

  return _commons_tool_is_far (self) && !at_home;
}

static gboolean
is_size_changed (const CommonsTool *self)
{
  const CommonsRect *a = &self->resized, *b = &self->target_bounds;

  return a->x != b->x || a->y != b->y || a->width != b->width || a->height != b->height;
}

static CommonsToolEffects
finish (CommonsTool      *self,
        const CommonsHit *hit,
        CommonsSelection *selection)
{
  switch (self->state)
    {
    case COMMONS_TOOL_PRESSED:
      /* A click has not said how much room. */
      return self->wants_room ? COMMONS_TOOL_EFFECT_NONE : click (self, selection);

    case COMMONS_TOOL_MOVING:
      return COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_CURSOR |
             effect_if (self->dx != 0 || self->dy != 0, COMMONS_TOOL_EFFECT_MOVE_DONE);

    case COMMONS_TOOL_CONNECTING:
      return COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_CURSOR |
             effect_if (is_connection_meant (self, hit), COMMONS_TOOL_EFFECT_CONNECT_DONE) |
             effect_if (!self->strayed && !_commons_tool_is_far (self), COMMONS_TOOL_EFFECT_CLONE);

    case COMMONS_TOOL_RESIZING:
      return COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_CURSOR |
             effect_if (is_size_changed (self), COMMONS_TOOL_EFFECT_RESIZE_DONE);

    case COMMONS_TOOL_MAKING_ROOM:
      self->wants_room = FALSE;
      return COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_CURSOR |
             effect_if (self->dx != 0 || self->dy != 0, COMMONS_TOOL_EFFECT_ROOM_DONE);

    case COMMONS_TOOL_BANDING:
      return COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_CURSOR;

    case COMMONS_TOOL_IDLE:
    case COMMONS_TOOL_PANNING:
    default:
      return COMMONS_TOOL_EFFECT_CURSOR;
    }
}

CommonsToolEffects
commons_tool_release (CommonsTool          *self,
                      const CommonsPointer *pointer,
                      const CommonsHit     *hit,
                      CommonsSelection     *selection,
                      CommonsViewport      *viewport,
                      CommonsBoard         *board)
{
  CommonsToolEffects effects;

  g_return_val_if_fail (self != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (pointer != NULL, COMMONS_TOOL_EFFECT_NONE);

  /* A gesture that ends does not always know its button any more. */
  if (self->state == COMMONS_TOOL_IDLE || (pointer->button != 0 && pointer->button != self->button))
    return COMMONS_TOOL_EFFECT_NONE;

  effects = commons_tool_motion (self, pointer, hit, selection, viewport, board);
  if (self->state == COMMONS_TOOL_IDLE)
    return effects;

  effects |= finish (self, hit, selection);
  self->state = COMMONS_TOOL_IDLE;

  return effects;
}

CommonsToolEffects
commons_tool_cancel (CommonsTool      *self,
                     CommonsSelection *selection)
{
  CommonsToolEffects effects = COMMONS_TOOL_EFFECT_REDRAW | COMMONS_TOOL_EFFECT_CURSOR;

  g_return_val_if_fail (self != NULL, COMMONS_TOOL_EFFECT_NONE);
  g_return_val_if_fail (COMMONS_IS_SELECTION (selection), COMMONS_TOOL_EFFECT_NONE);

  if (self->state == COMMONS_TOOL_IDLE)
    return COMMONS_TOOL_EFFECT_NONE;

  effects |= effect_if (commons_selection_set_many (selection, self->before), COMMONS_TOOL_EFFECT_SELECTION);
  self->wants_room = FALSE;
  reset (self);

  return effects;
}

gboolean
commons_tool_hold (CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->state != COMMONS_TOOL_PRESSED || self->target_type != COMMONS_HIT_EMPTY)
    return FALSE;

  self->drag = COMMONS_TOOL_BANDING;

  return TRUE;
}

CommonsToolState
commons_tool_get_state (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, COMMONS_TOOL_IDLE);

  return self->state;
}

const char *
commons_tool_get_target (const CommonsTool *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target;
}

void
commons_tool_get_point (const CommonsTool *self,
                        double            *x,
                        double            *y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (x != NULL && y != NULL);

  *x = self->x;
  *y = self->y;
}
