/* test-tool.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-tool.h"
#include "interact-support.h"

#define SHIFT COMMONS_MODIFIER_SHIFT
#define CTRL  COMMONS_MODIFIER_CTRL
#define ALT   COMMONS_MODIFIER_ALT

/* A circle that holds two cards, and two cards on their own; the view shows
 * the board at 100 % from its origin. */
static const SupportNode nodes[] = {
  { "circle", "circle", { 0, 0, 360, 360 } },
  { "in1", "rule", { 96, 96, 120, 60 } },
  { "in2", "rule", { 96, 204, 120, 60 } },
  { "out", "value", { 480, 120, 120, 60 } },
  { "odd", NULL, { 485, 245, 120, 60 } },
};

static const SupportEdge edges[] = {
  { "edge", "embodies", "in1", "out" },
};

static const CommonsHit on_nothing = { COMMONS_HIT_EMPTY, NULL, 0 };
static const CommonsHit on_circle = { COMMONS_HIT_NODE, "circle", 0 };
static const CommonsHit on_in1 = { COMMONS_HIT_NODE, "in1", 0 };
static const CommonsHit on_in2 = { COMMONS_HIT_NODE, "in2", 0 };
static const CommonsHit on_out = { COMMONS_HIT_NODE, "out", 0 };
static const CommonsHit on_odd = { COMMONS_HIT_NODE, "odd", 0 };
static const CommonsHit on_edge = { COMMONS_HIT_LINK, "edge", 0 };
static const CommonsHit on_dot = { COMMONS_HIT_DOT, "out", 3 };

typedef struct
{
  CommonsBoard     *board;
  CommonsSelection *selection;
  CommonsViewport   viewport;
  CommonsTool      *tool;
  CommonsPointer    pointer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  fixture->selection = commons_selection_new (fixture->board);
  commons_viewport_init (&fixture->viewport);
  commons_viewport_set_size (&fixture->viewport, 800, 600);
  fixture->tool = commons_tool_new ();
  fixture->pointer = (CommonsPointer) { .button = 1, .n_press = 1 };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  commons_tool_free (fixture->tool);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->board);
}

static CommonsToolEffects
press (Fixture          *fixture,
       double            x,
       double            y,
       const CommonsHit *hit)
{
  fixture->pointer.x = x;
  fixture->pointer.y = y;
  return commons_tool_press (fixture->tool, &fixture->pointer, hit,
                             fixture->selection, &fixture->viewport, fixture->board);
}

static CommonsToolEffects
motion (Fixture          *fixture,
        double            x,
        double            y,
        const CommonsHit *hit)
{
  fixture->pointer.x = x;
  fixture->pointer.y = y;
  return commons_tool_motion (fixture->tool, &fixture->pointer, hit,
                              fixture->selection, &fixture->viewport, fixture->board);
}

static CommonsToolEffects
release (Fixture          *fixture,
         const CommonsHit *hit)
{
  return commons_tool_release (fixture->tool, &fixture->pointer, hit,
                               fixture->selection, &fixture->viewport, fixture->board);
}

static CommonsToolEffects
click (Fixture          *fixture,
       const CommonsHit *hit,
       CommonsModifiers  modifiers)
{
  CommonsToolEffects effects;

  fixture->pointer.modifiers = modifiers;
  effects = press (fixture, 100, 100, hit);
  effects |= release (fixture, hit);
  fixture->pointer.modifiers = COMMONS_MODIFIER_NONE;

  return effects;
}

static void
select_ids (Fixture    *fixture,
            const char *ids)
{
  g_autoptr (GPtrArray) array = support_split (ids);

  commons_selection_set_many (fixture->selection, array);
}

static void
assert_selection (Fixture    *fixture,
                  const char *expected)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (fixture->selection);
  g_autofree char *joined = support_join (ids);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_moved (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *joined = support_join_set (commons_tool_get_moved (fixture->tool));

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_offset (Fixture *fixture,
               double   dx,
               double   dy)
{
  double x, y;

  commons_tool_get_offset (fixture->tool, &x, &y);
  g_assert_cmpfloat (x, ==, dx);
  g_assert_cmpfloat (y, ==, dy);
}

#define assert_state(fixture, state) \
  g_assert_cmpint (commons_tool_get_state ((fixture)->tool), ==, COMMONS_TOOL_##state)
#define assert_effects(effects, expected) g_assert_cmphex (effects, ==, expected)

enum
{
  NONE = COMMONS_TOOL_EFFECT_NONE,
  REDRAW = COMMONS_TOOL_EFFECT_REDRAW,
  CLAIM = COMMONS_TOOL_EFFECT_CLAIM,
  SELECTION = COMMONS_TOOL_EFFECT_SELECTION,
  VIEWPORT = COMMONS_TOOL_EFFECT_VIEWPORT,
  CURSOR = COMMONS_TOOL_EFFECT_CURSOR,
  MOVE_DONE = COMMONS_TOOL_EFFECT_MOVE_DONE,
  LOCKED = COMMONS_TOOL_EFFECT_LOCKED,
  ROOM_DONE = COMMONS_TOOL_EFFECT_ROOM_DONE,
  CONNECT_DONE = COMMONS_TOOL_EFFECT_CONNECT_DONE,
  RESIZE_DONE = COMMONS_TOOL_EFFECT_RESIZE_DONE,
  EDIT = COMMONS_TOOL_EFFECT_EDIT,
  CREATE = COMMONS_TOOL_EFFECT_CREATE,
  CLICK = COMMONS_TOOL_EFFECT_CLICK,
};

static void
test_click_selects (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_effects (press (fixture, 100, 100, &on_in1), SELECTION);
  assert_state (fixture, PRESSED);
  assert_selection (fixture, "in1");
  assert_effects (release (fixture, &on_in1), CLICK);
  assert_state (fixture, IDLE);
  g_assert_cmpstr (commons_tool_get_target (fixture->tool), ==, "in1");

  assert_effects (click (fixture, &on_edge, 0), SELECTION | CLICK);
  assert_selection (fixture, "edge");
  assert_effects (click (fixture, &on_edge, 0), CLICK);
  assert_effects (click (fixture, &on_nothing, 0), SELECTION | CLICK);
  assert_selection (fixture, "");
  g_assert_null (commons_tool_get_target (fixture->tool));
}

static void
test_click_with_keys (Fixture       *fixture,
                      gconstpointer  data)
{
  const CommonsModifiers keys[] = { SHIFT, CTRL, SHIFT | CTRL };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      select_ids (fixture, "in1");
      assert_effects (click (fixture, &on_out, keys[i]), SELECTION | CLICK);
      assert_selection (fixture, "in1 out");
      assert_effects (click (fixture, &on_edge, keys[i]), SELECTION | CLICK);
      assert_selection (fixture, "in1 out edge");
      assert_effects (click (fixture, &on_in1, keys[i]), SELECTION | CLICK);
      assert_selection (fixture, "out edge");
      assert_effects (click (fixture, &on_nothing, keys[i]), CLICK);
      assert_selection (fixture, "out edge");
    }

  click (fixture, &on_odd, ALT);
  assert_selection (fixture, "odd");
}

/* A press on one of several keeps them, to drag them all; a click without a
 * drag was about this one. */
static void
test_click_in_many (Fixture       *fixture,
                    gconstpointer  data)
{
  select_ids (fixture, "in1 out odd");
  assert_effects (press (fixture, 100, 100, &on_out), NONE);
  assert_selection (fixture, "in1 out odd");
  assert_effects (release (fixture, &on_out), SELECTION | CLICK);
  assert_selection (fixture, "out");
}

static void
test_right_click (Fixture       *fixture,
                  gconstpointer  data)
{
  fixture->pointer.button = 3;

  select_ids (fixture, "in1 out");
  assert_effects (press (fixture, 100, 100, &on_in1), NONE);
  assert_selection (fixture, "in1 out");
  assert_state (fixture, IDLE);
  assert_effects (release (fixture, &on_in1), NONE);

  assert_effects (press (fixture, 100, 100, &on_odd), SELECTION);
  assert_selection (fixture, "odd");
  g_assert_cmpstr (commons_tool_get_target (fixture->tool), ==, "odd");
  assert_effects (press (fixture, 100, 100, &on_nothing), SELECTION);
  assert_selection (fixture, "");
}

static void
test_double_click (Fixture       *fixture,
                   gconstpointer  data)
{
  double x, y;

  fixture->pointer.n_press = 2;
  assert_effects (click (fixture, &on_out, 0), SELECTION | CLICK | EDIT);
  g_assert_cmpstr (commons_tool_get_target (fixture->tool), ==, "out");
  assert_effects (click (fixture, &on_edge, 0), SELECTION | CLICK | EDIT);

  commons_viewport_pan (&fixture->viewport, -50, 0);
  assert_effects (click (fixture, &on_nothing, 0), SELECTION | CLICK | CREATE);
  commons_tool_get_point (fixture->tool, &x, &y);
  g_assert_cmpfloat (x, ==, 150);
  g_assert_cmpfloat (y, ==, 100);

  g_assert_false (click (fixture, &on_nothing, SHIFT) & CREATE);
  g_assert_false (click (fixture, &on_out, CTRL) & EDIT);
  fixture->pointer.n_press = 3;
  g_assert_false (click (fixture, &on_nothing, 0) & CREATE);
  g_assert_false (click (fixture, &on_out, 0) & EDIT);
}

/* The second press of a double click may still become a drag. */
static void
test_double_click_drag (Fixture       *fixture,
                        gconstpointer  data)
{
  fixture->pointer.n_press = 2;
  press (fixture, 500, 140, &on_out);
  motion (fixture, 560, 140, &on_out);
  assert_effects (release (fixture, &on_out), MOVE_DONE | REDRAW | CURSOR);
}

static void
test_threshold (Fixture       *fixture,
                gconstpointer  data)
{
  press (fixture, 500, 140, &on_out);
  assert_effects (motion (fixture, 503.9, 140, &on_out), NONE);
  assert_state (fixture, PRESSED);
  assert_effects (motion (fixture, 504, 140, &on_out), CLAIM | CURSOR | REDRAW);
  assert_state (fixture, MOVING);
  release (fixture, &on_out);

  fixture->pointer.touch = TRUE;
  press (fixture, 500, 140, &on_out);
  assert_effects (motion (fixture, 505, 143, &on_out), NONE);
  assert_effects (motion (fixture, 506, 140, &on_out), CLAIM | CURSOR | REDRAW);
}

static void
test_drag_one (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_null (commons_tool_get_moved (fixture->tool));
  press (fixture, 500, 140, &on_out);
  motion (fixture, 549, 131, &on_nothing);
  assert_moved (fixture, "out");
  assert_offset (fixture, 48, -12);
  g_assert_false (commons_tool_is_copy (fixture->tool));

  assert_effects (release (fixture, NULL), MOVE_DONE | REDRAW | CURSOR);
  assert_state (fixture, IDLE);
  assert_moved (fixture, "out");
  assert_offset (fixture, 48, -12);
  support_assert_rect (support_get_bounds (fixture->board, "out"), 480, 120, 120, 60);

  press (fixture, 10, 10, &on_nothing);
  g_assert_null (commons_tool_get_moved (fixture->tool));
  assert_offset (fixture, 0, 0);
}

/* A drag that comes back to where it began is nothing to undo. */
static void
test_drag_back (Fixture       *fixture,
                gconstpointer  data)
{
  press (fixture, 500, 140, &on_out);
  motion (fixture, 549, 131, &on_nothing);
  motion (fixture, 502, 139, &on_out);
  assert_effects (release (fixture, &on_out), REDRAW | CURSOR);
}

static void
test_drag_zoomed (Fixture       *fixture,
                  gconstpointer  data)
{
  fixture->viewport.zoom = 0.5;
  press (fixture, 250, 70, &on_out);
  motion (fixture, 304, 70, &on_nothing);
  assert_offset (fixture, 108, 0);
}

/* The view may move under a pointer that holds still, at an edge. */
static void
test_drag_and_scroll (Fixture       *fixture,
                      gconstpointer  data)
{
  press (fixture, 500, 140, &on_out);
  motion (fixture, 790, 140, &on_nothing);
  assert_offset (fixture, 288, 0);
  commons_viewport_pan (&fixture->viewport, -120, 0);
  motion (fixture, 790, 140, &on_nothing);
  assert_offset (fixture, 408, 0);
}

static void
test_drag_many (Fixture       *fixture,
                gconstpointer  data)
{
  select_ids (fixture, "edge in1 odd");
  press (fixture, 100, 100, &on_in1);
  assert_effects (motion (fixture, 124, 100, &on_in1), CLAIM | CURSOR | REDRAW);
  assert_moved (fixture, "in1 odd");
  assert_selection (fixture, "edge in1 odd");
  release (fixture, &on_in1);
  assert_selection (fixture, "edge in1 odd");
}

/* Shift on what is selected already waits for the release, so that a drag
 * takes all. */
static void
test_drag_with_shift (Fixture       *fixture,
                      gconstpointer  data)
{
  select_ids (fixture, "in1 out");
  fixture->pointer.modifiers = SHIFT;
  press (fixture, 500, 140, &on_out);
  motion (fixture, 560, 140, &on_out);
  assert_moved (fixture, "in1 out");
  release (fixture, &on_out);
  assert_selection (fixture, "in1 out");
}

static void
test_drag_circle (Fixture       *fixture,
                  gconstpointer  data)
{
  press (fixture, 180, 4, &on_circle);
  motion (fixture, 240, 4, &on_circle);
  assert_selection (fixture, "circle");
  assert_moved (fixture, "circle in1 in2");
  assert_offset (fixture, 60, 0);

  /* What moves is settled when the drag begins: what the circle comes over
   * stays. */
  motion (fixture, 600, 4, &on_circle);
  assert_moved (fixture, "circle in1 in2");
}

static void
test_drag_axis (Fixture       *fixture,
                gconstpointer  data)
{
  press (fixture, 500, 250, &on_odd);
  fixture->pointer.modifiers = SHIFT;
  motion (fixture, 548, 270, &on_nothing);
  assert_offset (fixture, 43, 0);
  motion (fixture, 510, 310, &on_nothing);
  assert_offset (fixture, 0, 55);
  fixture->pointer.modifiers = COMMONS_MODIFIER_NONE;
  motion (fixture, 510, 310, &on_nothing);
  assert_offset (fixture, 7, 55);
}

static void
test_drag_snap (Fixture       *fixture,
                gconstpointer  data)
{
  /* The pressed card goes to the grid, and the others keep their distance. */
  press (fixture, 500, 250, &on_odd);
  motion (fixture, 530, 255, &on_nothing);
  assert_offset (fixture, 31, 7);

  fixture->pointer.modifiers = CTRL;
  motion (fixture, 530.4, 251.6, &on_nothing);
  assert_offset (fixture, 30, 2);
}

/* What catches a drag is what people want to be caught by, and Ctrl frees it
 * of all. */
static void
test_drag_snap_targets (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    CommonsSnapTargets targets;
    double             dx, dy;
  } cases[] = {
    { COMMONS_SNAP_TO_CARDS | COMMONS_SNAP_TO_GRID, 5, -24 },
    { COMMONS_SNAP_TO_CARDS, 5, -24 },
    { COMMONS_SNAP_TO_GRID, 12, -36 },
    { COMMONS_SNAP_TO_NOTHING, 7, -31 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) marks = NULL;

      commons_tool_set_snapping (fixture->tool, cases[i].targets);
      press (fixture, 500, 150, &on_out);
      motion (fixture, 507.3, 119.2, &on_nothing);
      assert_offset (fixture, cases[i].dx, cases[i].dy);
      marks = commons_tool_get_marks (fixture->tool);
      g_assert_true ((marks->len > 0) == ((cases[i].targets & COMMONS_SNAP_TO_CARDS) != 0));

      fixture->pointer.modifiers = CTRL;
      motion (fixture, 507.3, 119.2, &on_nothing);
      assert_offset (fixture, 7, -31);
      fixture->pointer.modifiers = COMMONS_MODIFIER_NONE;
      release (fixture, &on_nothing);
    }
}

/* Away from all neighbours, only the grid is left. */
static void
test_drag_snap_far (Fixture       *fixture,
                    gconstpointer  data)
{
  commons_tool_set_snapping (fixture->tool, COMMONS_SNAP_TO_CARDS);
  press (fixture, 500, 250, &on_odd);
  motion (fixture, 630.4, 455.2, &on_nothing);
  assert_offset (fixture, 130, 205);
  release (fixture, &on_nothing);

  commons_tool_set_snapping (fixture->tool, COMMONS_SNAP_TO_CARDS | COMMONS_SNAP_TO_GRID);
  press (fixture, 500, 250, &on_odd);
  motion (fixture, 630.4, 455.2, &on_nothing);
  assert_offset (fixture, 127, 211);
}

static void
test_resize_snap_targets (Fixture       *fixture,
                          gconstpointer  data)
{
  static const struct
  {
    CommonsSnapTargets targets;
    int                width, height;
  } cases[] = {
    { COMMONS_SNAP_TO_CARDS | COMMONS_SNAP_TO_GRID, 125, 84 },
    { COMMONS_SNAP_TO_CARDS, 125, 84 },
    { COMMONS_SNAP_TO_GRID, 132, 84 },
    { COMMONS_SNAP_TO_NOTHING, 127, 87 },
  };
  const CommonsHit on_corner = { COMMONS_HIT_HANDLE, "out", 2 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CommonsRect bounds;

      commons_tool_set_snapping (fixture->tool, cases[i].targets);
      press (fixture, 600, 180, &on_corner);
      motion (fixture, 607, 207, &on_nothing);
      g_assert_true (commons_tool_get_resize (fixture->tool, &bounds));
      g_assert_cmpint (bounds.width, ==, cases[i].width);
      g_assert_cmpint (bounds.height, ==, cases[i].height);
      release (fixture, &on_nothing);
    }
}

static gboolean
has_mark (Fixture             *fixture,
          CommonsSnapMarkType  type,
          double               at,
          double               from,
          double               to)
{
  g_autoptr (GArray) marks = commons_tool_get_marks (fixture->tool);

  for (guint i = 0; i < marks->len; i++)
    {
      const CommonsSnapMark *mark = &g_array_index (marks, CommonsSnapMark, i);

      if (mark->type == type && mark->at == at && mark->from == from && mark->to == to)
        return TRUE;
    }

  return FALSE;
}

/* Neighbours come before the grid, and Ctrl before both. */
static void
test_drag_align (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GArray) none = NULL;

  press (fixture, 500, 140, &on_out);
  motion (fixture, 509, 240, &on_nothing);
  assert_offset (fixture, 5, 96);
  g_assert_true (has_mark (fixture, COMMONS_SNAP_LINE_DOWN, 485, 216, 305));

  fixture->pointer.modifiers = CTRL;
  motion (fixture, 509, 240, &on_nothing);
  assert_offset (fixture, 9, 100);
  none = commons_tool_get_marks (fixture->tool);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What is caught is near on the screen, not on the board. */
static void
test_drag_align_zoomed (Fixture       *fixture,
                        gconstpointer  data)
{
  fixture->viewport.zoom = 4;
  fixture->viewport.x = 400;
  fixture->viewport.y = 100;
  press (fixture, 400, 160, &on_out);
  motion (fixture, 432, 160, &on_nothing);
  assert_offset (fixture, 12, 0);
  motion (fixture, 424, 160, &on_nothing);
  assert_offset (fixture, 5, 0);

  /* What is out of view catches nothing. */
  fixture->viewport.y = 0;
  motion (fixture, 424, 560, &on_nothing);
  assert_offset (fixture, 12, 0);
}

/* A copy may align with what it was made from. */
static void
test_drag_copy_aligned (Fixture       *fixture,
                        gconstpointer  data)
{
  press (fixture, 500, 250, &on_odd);
  fixture->pointer.modifiers = ALT;
  motion (fixture, 506, 390, &on_nothing);
  assert_offset (fixture, 0, 139);
}

/* Ctrl at the press was for the selection; it lets go of the grid only when
 * pressed again. */
static void
test_drag_snap_ctrl_at_press (Fixture       *fixture,
                              gconstpointer  data)
{
  fixture->pointer.modifiers = CTRL;
  press (fixture, 500, 140, &on_out);
  motion (fixture, 530, 140, &on_nothing);
  assert_offset (fixture, 36, 0);
  fixture->pointer.modifiers = COMMONS_MODIFIER_NONE;
  motion (fixture, 530, 140, &on_nothing);
  assert_offset (fixture, 36, 0);
  fixture->pointer.modifiers = CTRL;
  motion (fixture, 530, 140, &on_nothing);
  assert_offset (fixture, 30, 0);
}

static void
test_drag_copy (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->pointer.modifiers = ALT;
  press (fixture, 500, 140, &on_out);
  g_assert_false (commons_tool_is_copy (fixture->tool));
  motion (fixture, 530, 140, &on_nothing);
  g_assert_true (commons_tool_is_copy (fixture->tool));
  fixture->pointer.modifiers = COMMONS_MODIFIER_NONE;
  motion (fixture, 530, 140, &on_nothing);
  g_assert_false (commons_tool_is_copy (fixture->tool));
}

static void
test_drag_cancel (Fixture       *fixture,
                  gconstpointer  data)
{
  select_ids (fixture, "in1 in2");
  press (fixture, 500, 140, &on_out);
  motion (fixture, 560, 140, &on_nothing);
  assert_selection (fixture, "out");
  assert_effects (commons_tool_cancel (fixture->tool, fixture->selection), REDRAW | CURSOR | SELECTION);
  assert_selection (fixture, "in1 in2");
  assert_state (fixture, IDLE);
  g_assert_null (commons_tool_get_moved (fixture->tool));
  assert_offset (fixture, 0, 0);
  assert_effects (motion (fixture, 600, 140, &on_nothing), NONE);
  assert_effects (release (fixture, NULL), NONE);
  assert_effects (commons_tool_cancel (fixture->tool, fixture->selection), NONE);
}

/* A card that leaves the board between press and drag is no card to drag. */
static void
test_drag_missing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CommonsEditor) editor = commons_editor_new (fixture->board);

  press (fixture, 500, 140, &on_out);
  commons_editor_begin (editor, "Delete", NULL);
  commons_editor_remove (editor, "out");
  commons_editor_commit (editor);
  assert_effects (motion (fixture, 560, 140, &on_nothing), NONE);
  assert_state (fixture, IDLE);
  assert_effects (release (fixture, NULL), NONE);
}

static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  CommonsRect band;

  select_ids (fixture, "edge");
  assert_effects (press (fixture, 590, 100, &on_nothing), SELECTION);
  g_assert_false (commons_tool_get_band (fixture->tool, &band));
  assert_effects (motion (fixture, 650, 110, &on_nothing), CLAIM | CURSOR | REDRAW);
  assert_state (fixture, BANDING);
  assert_selection (fixture, "");

  assert_effects (motion (fixture, 650.5, 130.2, &on_nothing), REDRAW | SELECTION);
  assert_selection (fixture, "out");
  g_assert_true (commons_tool_get_band (fixture->tool, &band));
  support_assert_rect (&band, 590, 100, 61, 31);

  assert_effects (motion (fixture, 500, 300, &on_nothing), REDRAW | SELECTION);
  assert_selection (fixture, "out odd");
  g_assert_true (commons_tool_get_band (fixture->tool, &band));
  support_assert_rect (&band, 500, 100, 90, 200);

  assert_effects (release (fixture, NULL), REDRAW | CURSOR);
  assert_selection (fixture, "out odd");
  g_assert_false (commons_tool_get_band (fixture->tool, &band));
}

static void
test_band_circle (Fixture       *fixture,
                  gconstpointer  data)
{
  /* Drawn inside, it takes what it touches but not the circle around… */
  press (fixture, 80, 80, &on_nothing);
  motion (fixture, 230, 230, &on_nothing);
  assert_selection (fixture, "in1 in2");
  release (fixture, NULL);

  /* …which has to be taken whole. */
  press (fixture, 370, 370, &on_nothing);
  motion (fixture, 1, 1, &on_nothing);
  assert_selection (fixture, "in1 in2");
  motion (fixture, 0, 0, &on_nothing);
  assert_selection (fixture, "circle in1 in2");
}

static void
test_band_adds (Fixture       *fixture,
                gconstpointer  data)
{
  select_ids (fixture, "edge in2");
  fixture->pointer.modifiers = SHIFT;
  press (fixture, 470, 110, &on_nothing);
  motion (fixture, 490, 130, &on_nothing);
  assert_selection (fixture, "edge in2 out");
  motion (fixture, 475, 115, &on_nothing);
  assert_selection (fixture, "edge in2");
}

static void
test_band_cancel (Fixture       *fixture,
                  gconstpointer  data)
{
  select_ids (fixture, "edge in2");
  press (fixture, 470, 110, &on_nothing);
  motion (fixture, 490, 130, &on_nothing);
  assert_selection (fixture, "out");
  commons_tool_cancel (fixture->tool, fixture->selection);
  assert_selection (fixture, "edge in2");
}

static void
test_pan (Fixture       *fixture,
          gconstpointer  data)
{
  const CommonsHit *hits[] = { &on_nothing, &on_out, &on_dot };

  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    {
      fixture->viewport.x = fixture->viewport.y = 0;
      fixture->viewport.zoom = 2;
      fixture->pointer.button = i == 0 ? 1 : 2;
      fixture->pointer.space = i == 0;
      select_ids (fixture, "in1");

      assert_effects (press (fixture, 100, 100, hits[i]), CLAIM | CURSOR);
      assert_state (fixture, PANNING);
      assert_effects (motion (fixture, 110, 80, hits[i]), VIEWPORT);
      assert_effects (motion (fixture, 110, 80, hits[i]), NONE);
      g_assert_cmpfloat (fixture->viewport.x, ==, -5);
      g_assert_cmpfloat (fixture->viewport.y, ==, 10);

      /* Space may be let go before the button. */
      fixture->pointer.space = FALSE;
      motion (fixture, 120, 80, hits[i]);
      g_assert_cmpfloat (fixture->viewport.x, ==, -10);
      assert_effects (release (fixture, hits[i]), CURSOR);
      assert_selection (fixture, "in1");
      assert_state (fixture, IDLE);
    }
}

static void
test_touch_pan (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->pointer.touch = TRUE;
  select_ids (fixture, "in1");
  assert_effects (press (fixture, 300, 300, &on_nothing), NONE);
  assert_effects (motion (fixture, 304, 300, &on_nothing), NONE);
  assert_effects (motion (fixture, 280, 310, &on_nothing), CLAIM | CURSOR | VIEWPORT);
  g_assert_cmpfloat (fixture->viewport.x, ==, 20);
  g_assert_cmpfloat (fixture->viewport.y, ==, -10);

  /* A second finger ends the pan, and the view stays. */
  assert_effects (commons_tool_cancel (fixture->tool, fixture->selection), REDRAW | CURSOR);
  g_assert_cmpfloat (fixture->viewport.x, ==, 20);
  assert_selection (fixture, "in1");

  press (fixture, 300, 300, &on_nothing);
  assert_effects (release (fixture, &on_nothing), SELECTION | CLICK);
  assert_selection (fixture, "");
}

/* A finger that waited draws a band; on a card it drags all the same. */
static void
test_touch_hold (Fixture       *fixture,
                 gconstpointer  data)
{
  CommonsRect band;

  g_assert_false (commons_tool_hold (fixture->tool));

  fixture->pointer.touch = TRUE;
  press (fixture, 300, 300, &on_nothing);
  g_assert_true (commons_tool_hold (fixture->tool));
  motion (fixture, 340, 320, &on_nothing);
  g_assert_cmpint (commons_tool_get_state (fixture->tool), ==, COMMONS_TOOL_BANDING);
  g_assert_true (commons_tool_get_band (fixture->tool, &band));
  g_assert_cmpint (band.width, ==, 40);
  g_assert_false (commons_tool_hold (fixture->tool));
  release (fixture, &on_nothing);
  g_assert_cmpfloat (fixture->viewport.x, ==, 0);

  press (fixture, 300, 300, &on_nothing);
  motion (fixture, 280, 310, &on_nothing);
  g_assert_cmpint (commons_tool_get_state (fixture->tool), ==, COMMONS_TOOL_PANNING);
}

static void
assert_connection (Fixture    *fixture,
                   const char *expected_to)
{
  const char *from, *to;
  double x, y;
  int side;

  g_assert_true (commons_tool_get_connection (fixture->tool, &from, &side, &x, &y, &to));
  g_assert_cmpstr (from, ==, "out");
  g_assert_cmpint (side, ==, 3);
  g_assert_cmpfloat (x, ==, fixture->pointer.x);
  g_assert_cmpfloat (y, ==, fixture->pointer.y);
  g_assert_cmpstr (to, ==, expected_to);
}

static void
test_connect (Fixture       *fixture,
              gconstpointer  data)
{
  CommonsHit other_dot = { COMMONS_HIT_DOT, "in2", 1 };
  CommonsHit gone = { COMMONS_HIT_NODE, "nowhere", 0 };

  select_ids (fixture, "odd");
  g_assert_false (commons_tool_get_connection (fixture->tool, NULL, NULL, NULL, NULL, NULL));
  assert_effects (press (fixture, 480, 150, &on_dot), CLAIM | REDRAW | CURSOR);
  assert_state (fixture, CONNECTING);
  assert_connection (fixture, NULL);
  assert_effects (motion (fixture, 400, 150, &on_nothing), REDRAW);
  assert_connection (fixture, NULL);
  motion (fixture, 200, 120, &on_in1);
  assert_connection (fixture, "in1");
  motion (fixture, 300, 150, &on_edge);
  assert_connection (fixture, NULL);
  motion (fixture, 216, 234, &other_dot);
  assert_connection (fixture, "in2");
  motion (fixture, 216, 234, &gone);
  assert_connection (fixture, NULL);

  fixture->pointer.x = 200;
  assert_effects (release (fixture, &on_in2), REDRAW | CURSOR | CONNECT_DONE);
  assert_connection (fixture, "in2");
  assert_selection (fixture, "odd");
}

static void
test_connect_nowhere (Fixture       *fixture,
                      gconstpointer  data)
{
  press (fixture, 480, 150, &on_dot);
  motion (fixture, 420, 300, &on_nothing);
  assert_effects (release (fixture, &on_nothing), REDRAW | CURSOR | CONNECT_DONE);
  assert_connection (fixture, NULL);
}

/* A click on a dot asks for a linked card; a link that went away and came
 * back does not. */
static void
test_click_on_dot (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *from;
  int side;

  press (fixture, 480, 150, &on_dot);
  assert_effects (release (fixture, &on_dot), REDRAW | CURSOR | COMMONS_TOOL_EFFECT_CLONE);
  g_assert_true (commons_tool_get_connection (fixture->tool, &from, &side, NULL, NULL, NULL));
  g_assert_cmpstr (from, ==, on_dot.id);
  g_assert_cmpint (side, ==, on_dot.side);

  press (fixture, 480, 150, &on_dot);
  motion (fixture, 520, 150, &on_out);
  motion (fixture, 481, 150, &on_dot);
  assert_effects (release (fixture, &on_dot), REDRAW | CURSOR);
}

static void
test_connect_given_up (Fixture       *fixture,
                       gconstpointer  data)
{
  press (fixture, 480, 150, &on_dot);
  motion (fixture, 520, 150, &on_out);
  assert_effects (release (fixture, &on_out), REDRAW | CURSOR);

  press (fixture, 480, 150, &on_dot);
  motion (fixture, 200, 120, &on_in1);
  assert_effects (commons_tool_cancel (fixture->tool, fixture->selection), REDRAW | CURSOR);
  g_assert_false (commons_tool_get_connection (fixture->tool, NULL, NULL, NULL, NULL, NULL));
}

static void
test_resize (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char       *id;
    int               corner;
    double            dx;
    double            dy;
    CommonsModifiers  modifiers;
    CommonsRect       expected;
  } cases[] = {
    { "out", 2, 25, 37, 0, { 480, 120, 144, 96 } },
    { "out", 2, 25, 37, CTRL, { 480, 120, 145, 97 } },
    { "out", 0, -24, -12, 0, { 456, 108, 144, 72 } },
    { "out", 1, 24, -12, 0, { 480, 108, 144, 72 } },
    { "out", 3, 24, 12, 0, { 504, 120, 96, 72 } },
    { "out", 2, -900, -900, 0, { 480, 120, 60, 36 } },
    { "out", 0, 900, 900, 0, { 540, 144, 60, 36 } },
    { "out", 2, 120, 0, SHIFT, { 480, 120, 240, 120 } },
    { "out", 2, -900, -900, SHIFT, { 480, 120, 72, 36 } },
    { "circle", 2, 36, 60, 0, { 0, 0, 420, 420 } },
    { "circle", 0, 120, 60, 0, { 60, 60, 300, 300 } },
    { "circle", 2, -900, -900, 0, { 0, 0, 96, 96 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CommonsHit handle = { COMMONS_HIT_HANDLE, cases[i].id, cases[i].corner };
      CommonsRect size;

      fixture->pointer.modifiers = COMMONS_MODIFIER_NONE;
      assert_effects (press (fixture, 400, 400, &handle), NONE);
      fixture->pointer.modifiers = cases[i].modifiers;
      assert_effects (motion (fixture, 400 + cases[i].dx, 400 + cases[i].dy, NULL), CLAIM | CURSOR | REDRAW);
      assert_state (fixture, RESIZING);
      assert_effects (release (fixture, NULL), REDRAW | CURSOR | RESIZE_DONE);
      g_assert_true (commons_tool_get_resize (fixture->tool, &size));
      support_assert_rect (&size, cases[i].expected.x, cases[i].expected.y,
                           cases[i].expected.width, cases[i].expected.height);
    }
}

static void
lock (Fixture    *fixture,
      const char *id)
{
  g_autoptr (CommonsEditor) editor = commons_editor_new (fixture->board);
  g_autoptr (CommonsRecord) locked = commons_record_with_flag (commons_board_lookup (fixture->board, id),
                                                               "commons/locked", TRUE);

  commons_editor_begin (editor, "Lock", NULL);
  commons_editor_set (editor, locked);
  commons_editor_commit (editor);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  CommonsHit handle = { COMMONS_HIT_HANDLE, "out", 2 };

  lock (fixture, "out");

  /* A click still selects it. */
  assert_effects (click (fixture, &on_out, 0), SELECTION | CLICK);
  assert_selection (fixture, "out");

  press (fixture, 500, 140, &on_out);
  assert_effects (motion (fixture, 560, 140, &on_out), LOCKED);
  assert_state (fixture, IDLE);

  press (fixture, 600, 180, &handle);
  assert_effects (motion (fixture, 660, 240, NULL), LOCKED);
  assert_state (fixture, IDLE);

  /* Others leave it where it is. */
  select_ids (fixture, "out odd");
  press (fixture, 500, 250, &on_odd);
  motion (fixture, 560, 250, &on_odd);
  assert_moved (fixture, "odd");
  release (fixture, NULL);

  press (fixture, 450, 90, &on_nothing);
  motion (fixture, 700, 400, &on_nothing);
  assert_selection (fixture, "odd");
}

/* One draws a band over a locked circle as over the board. */
static void
test_locked_circle (Fixture       *fixture,
                    gconstpointer  data)
{
  lock (fixture, "circle");
  lock (fixture, "in2");

  press (fixture, 60, 60, &on_circle);
  assert_effects (motion (fixture, 300, 300, &on_circle), CLAIM | CURSOR | REDRAW | SELECTION);
  assert_state (fixture, BANDING);
  assert_selection (fixture, "in1");
  release (fixture, NULL);

  fixture->pointer.touch = TRUE;
  press (fixture, 60, 60, &on_circle);
  motion (fixture, 300, 300, &on_circle);
  assert_state (fixture, PANNING);
}

static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  CommonsRoomSide side;
  int at, amount;

  /* A click says nothing, and the next drag still makes room. */
  commons_tool_set_room (fixture->tool, TRUE);
  assert_effects (click (fixture, &on_out, 0), NONE);
  g_assert_false (commons_tool_get_room (fixture->tool, &side, &at, &amount));

  press (fixture, 420, 150, &on_nothing);
  assert_effects (motion (fixture, 425, 204, &on_nothing), CLAIM | CURSOR | REDRAW);
  assert_state (fixture, MAKING_ROOM);
  g_assert_true (commons_tool_get_room (fixture->tool, &side, &at, &amount));
  g_assert_cmpint (side, ==, COMMONS_ROOM_BELOW);
  g_assert_cmpint (at, ==, 150);
  g_assert_cmpint (amount, ==, 60);
  assert_moved (fixture, "in2 odd out");
  assert_offset (fixture, 0, 60);
  g_assert_cmpuint (commons_tool_get_stretched (fixture->tool)->len, ==, 1);

  /* The other way, what lies on the other side gives way. */
  motion (fixture, 600, 126, &on_nothing);
  g_assert_true (commons_tool_get_room (fixture->tool, &side, &at, &amount));
  g_assert_cmpint (side, ==, COMMONS_ROOM_ABOVE);
  g_assert_cmpint (amount, ==, 24);
  assert_moved (fixture, "in1 out");
  fixture->pointer.modifiers = ALT;
  motion (fixture, 600, 126, &on_nothing);
  g_assert_false (commons_tool_is_copy (fixture->tool));

  assert_effects (release (fixture, NULL), REDRAW | CURSOR | ROOM_DONE);
  g_assert_false (commons_tool_wants_room (fixture->tool));
}

static void
test_room_cancel (Fixture       *fixture,
                  gconstpointer  data)
{
  commons_tool_set_room (fixture->tool, TRUE);
  press (fixture, 420, 150, &on_in1);
  motion (fixture, 500, 155, &on_nothing);
  assert_moved (fixture, "odd out");
  assert_offset (fixture, 84, 0);
  assert_effects (commons_tool_cancel (fixture->tool, fixture->selection), REDRAW | CURSOR);
  g_assert_false (commons_tool_wants_room (fixture->tool));
}

static void
test_larger (Fixture       *fixture,
             gconstpointer  data)
{
  CommonsRecord *card = commons_board_lookup_node (fixture->board, "out");
  CommonsRecord *circle = commons_board_lookup_node (fixture->board, "circle");
  CommonsRect bounds;

  commons_tool_get_larger (card, 12, 0, &bounds);
  support_assert_rect (&bounds, 480, 120, 132, 60);
  commons_tool_get_larger (card, 0, -12, &bounds);
  support_assert_rect (&bounds, 480, 120, 120, 48);
  commons_tool_get_larger (card, -100, -100, &bounds);
  support_assert_rect (&bounds, 480, 120, 60, 36);
  commons_tool_get_larger (circle, 0, 12, &bounds);
  support_assert_rect (&bounds, -6, -6, 372, 372);
  commons_tool_get_larger (circle, -1000, 0, &bounds);
  support_assert_rect (&bounds, 132, 132, 96, 96);
}

static void
test_other_buttons (Fixture       *fixture,
                    gconstpointer  data)
{
  press (fixture, 500, 140, &on_out);
  motion (fixture, 560, 140, &on_nothing);

  fixture->pointer.button = 3;
  assert_effects (press (fixture, 560, 140, &on_in1), NONE);
  assert_effects (release (fixture, &on_in1), NONE);
  assert_state (fixture, MOVING);

  fixture->pointer.button = 0;
  assert_effects (release (fixture, NULL), MOVE_DONE | REDRAW | CURSOR);

  fixture->pointer.button = 9;
  assert_effects (press (fixture, 560, 140, &on_in1), NONE);
  assert_state (fixture, IDLE);
}

static void
random_event (Fixture *fixture)
{
  static const CommonsHit *hits[] = {
    &on_nothing, &on_circle, &on_in1, &on_in2, &on_out, &on_odd, &on_edge, &on_dot,
  };
  const CommonsHit *hit = hits[g_test_rand_int_range (0, G_N_ELEMENTS (hits))];
  int action = g_test_rand_int_range (0, 10);

  fixture->pointer.modifiers = g_test_rand_int_range (0, 8);
  fixture->pointer.button = g_test_rand_int_range (0, 4);
  fixture->pointer.n_press = g_test_rand_int_range (1, 4);
  fixture->pointer.space = g_test_rand_int_range (0, 8) == 0;
  fixture->pointer.touch = g_test_rand_int_range (0, 4) == 0;

  if (action == 0)
    commons_tool_cancel (fixture->tool, fixture->selection);
  else if (action < 4)
    press (fixture, g_test_rand_int_range (-50, 900), g_test_rand_int_range (-50, 700), hit);
  else if (action < 8)
    motion (fixture, g_test_rand_int_range (-50, 900), g_test_rand_int_range (-50, 700), hit);
  else
    release (fixture, hit);
}

/* Whatever comes in whatever order, the state is sound, and a cancel restores
 * the selection there was at the press. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) before = commons_selection_list (fixture->selection);

  for (guint i = 0; i < 20000; i++)
    {
      CommonsToolState was = commons_tool_get_state (fixture->tool);
      double dx, dy;

      if (was == COMMONS_TOOL_IDLE)
        {
          g_ptr_array_unref (before);
          before = commons_selection_list (fixture->selection);
        }

      random_event (fixture);
      commons_tool_get_offset (fixture->tool, &dx, &dy);
      g_assert_cmpfloat (dx, ==, rint (dx));
      g_assert_cmpfloat (dy, ==, rint (dy));
      if (commons_tool_get_state (fixture->tool) == COMMONS_TOOL_MOVING)
        g_assert_nonnull (commons_tool_get_moved (fixture->tool));

      if (i % 17 == 0 && commons_tool_get_state (fixture->tool) != COMMONS_TOOL_IDLE)
        {
          g_autofree char *expected = support_join (before);

          commons_tool_cancel (fixture->tool, fixture->selection);
          assert_selection (fixture, expected);
        }
    }

  support_assert_rect (support_get_bounds (fixture->board, "out"), 480, 120, 120, 60);
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, G_N_ELEMENTS (nodes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/tool/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("click/selects", test_click_selects);
  ADD ("click/with-keys", test_click_with_keys);
  ADD ("click/in-many", test_click_in_many);
  ADD ("click/right", test_right_click);
  ADD ("click/double", test_double_click);
  ADD ("click/double-drag", test_double_click_drag);
  ADD ("drag/threshold", test_threshold);
  ADD ("drag/one", test_drag_one);
  ADD ("drag/back", test_drag_back);
  ADD ("drag/zoomed", test_drag_zoomed);
  ADD ("drag/and-scroll", test_drag_and_scroll);
  ADD ("drag/many", test_drag_many);
  ADD ("drag/with-shift", test_drag_with_shift);
  ADD ("drag/circle", test_drag_circle);
  ADD ("drag/axis", test_drag_axis);
  ADD ("drag/snap", test_drag_snap);
  ADD ("drag/snap-targets", test_drag_snap_targets);
  ADD ("drag/snap-far", test_drag_snap_far);
  ADD ("resize/snap-targets", test_resize_snap_targets);
  ADD ("drag/snap-ctrl-at-press", test_drag_snap_ctrl_at_press);
  ADD ("drag/copy", test_drag_copy);
  ADD ("drag/cancel", test_drag_cancel);
  ADD ("drag/missing", test_drag_missing);
  ADD ("band/selects", test_band);
  ADD ("band/circle", test_band_circle);
  ADD ("band/adds", test_band_adds);
  ADD ("band/cancel", test_band_cancel);
  ADD ("pan/button-and-space", test_pan);
  ADD ("pan/touch", test_touch_pan);
  ADD ("band/touch", test_touch_hold);
  ADD ("connect/to-card", test_connect);
  ADD ("connect/nowhere", test_connect_nowhere);
  ADD ("connect/given-up", test_connect_given_up);
  ADD ("connect/click", test_click_on_dot);
  ADD ("room", test_room);
  ADD ("room/cancel", test_room_cancel);
  ADD ("larger", test_larger);
  ADD ("locked", test_locked);
  ADD ("locked-circle", test_locked_circle);
  ADD ("drag/align", test_drag_align);
  ADD ("drag/align-zoomed", test_drag_align_zoomed);
  ADD ("drag/copy-aligned", test_drag_copy_aligned);
  ADD ("resize", test_resize);
  ADD ("other-buttons", test_other_buttons);
  ADD ("random", test_random);
#undef ADD

  return g_test_run ();
}
