/* commons-card-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a card has besides its silhouette and its text.
 */

#define G_LOG_DOMAIN "commons-card-parts"

#include "config.h"

#include <math.h>

#include "commons-card-layout.h"

/* What shows below the card: the edge of a pile, or a short foot. */
static void
add_under (const CommonsDrawing   *drawing,
           const CommonsCardFrame *frame,
           double                  inset,
           CommonsScene           *scene)
{
  static const double heights[] = { 4, 4, 3, 2, 0 };
  const CommonsBox *box = &frame->box;
  double height = heights[drawing->detail] * frame->unit;
  double radius = MIN (5 * frame->unit, height);

  commons_scene_add_plain_box (scene, box->x + inset, box->y + box->height,
                 MAX (box->width - 2 * inset, 0), height,
                 (double[]) { 0, 0, radius, radius },
                 drawing->detail < COMMONS_DETAIL_SHAPE ? &frame->hue.line : &frame->hue.mid);
}

static void
add_tab (const CommonsDrawing   *drawing,
         const CommonsCardFrame *frame,
         CommonsScene           *scene)
{
  static const double widths[] = { 26, 26, 16, 10, 0 };
  static const double heights[] = { 5, 5, 4, 2, 0 };
  const CommonsBox *box = &frame->box;
  double width = MIN (widths[drawing->detail] * frame->unit, box->width);
  double height = heights[drawing->detail] * frame->unit;
  double radius = MIN (2 * frame->unit, height);

  commons_scene_add_plain_box (scene, box->x + (box->width - width) / 2, box->y - height, width, height,
                 (double[]) { radius, radius, 0, 0 }, &frame->hue.accent);
}

/* The corner that is turned up covers the two edges it left. */
static void
add_fold (const CommonsCardFrame *frame,
          CommonsScene           *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  CommonsStroke stroke = { .fill = frame->hue.line };
  double right = frame->box.x + frame->box.width;
  double bottom = frame->box.y + frame->box.height;
  double cut = frame->box.cut;

  commons_path_move_to (path, right, bottom - cut);
  commons_path_line_to (path, right - cut, bottom - cut);
  commons_path_line_to (path, right - cut, bottom);
  commons_path_close (path);
  commons_scene_add_path (scene, path, &stroke);
}

static void
add_hole (const CommonsDrawing   *drawing,
          const CommonsCardFrame *frame,
          CommonsScene           *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  CommonsStroke stroke = {
    .fill = drawing->theme->board,
    .color = frame->hue.accent,
    .width = 1.5 * frame->unit,
  };
  double gap = drawing->detail == COMMONS_DETAIL_FULL ? 8 : drawing->detail == COMMONS_DETAIL_TITLE ? 6 : 4;
  double x = frame->mark.x - (gap + 4) * frame->unit;

  commons_path_add_circle (path, x, frame->box.y + frame->box.height / 2, 3.25 * frame->unit);
  commons_scene_add_path (scene, path, &stroke);
}

/* Reads a number of commons.fields; %NAN when there is none. */
static double
get_field (CommonsRecord *node,
           const char    *name)
{
  static const char *const path[] = { "commons", "fields" };
  JsonObject *object = commons_record_get_object (node);
  JsonNode *value;

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (path); i++)
    {
      value = json_object_get_member (object, path[i]);
      object = value && JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
    }

  value = object ? json_object_get_member (object, name) : NULL;

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) ||
      (json_node_get_value_type (value) != G_TYPE_INT64 && json_node_get_value_type (value) != G_TYPE_DOUBLE))
    return NAN;

  return json_node_get_double (value);
}

/* How far the way from the start to the target is gone, from 0 to 1; 0 when
 * the numbers do not tell. */
static double
get_progress (CommonsRecord *node)
{
  double start = get_field (node, "baseline");
  double current = get_field (node, "current");
  double target = get_field (node, "target");
  double progress;

  if (isnan (start))
    start = 0;

  progress = (current - start) / (target - start);

  return isfinite (progress) ? CLAMP (progress, 0, 1) : 0;
}

/* The way of a gauge; without tints it is an outline. */
static void
add_track (const CommonsDrawing   *drawing,
           const CommonsCardFrame *frame,
           double                  inset,
           double                  y,
           double                  height,
           CommonsScene           *scene)
{
  CommonsBox track = {
    frame->box.x + inset, y, frame->box.width - 2 * inset, height,
    .radii = { height / 2, height / 2, height / 2, height / 2 },
    .fill = frame->hue.line,
  };

  if (drawing->theme->high_contrast)
    {
      track.fill = frame->hue.fill;
      track.border = frame->hue.line;
      track.border_width = frame->unit;
    }

  commons_scene_add_box (scene, &track);
}

static void
add_gauge (const CommonsDrawing   *drawing,
           const CommonsCardFrame *frame,
           CommonsRecord          *node,
           CommonsScene           *scene)
{
  double unit = frame->unit;
  double inset = (drawing->detail == COMMONS_DETAIL_SMALL ? 6 : 10) * unit;
  double height = (drawing->detail == COMMONS_DETAIL_SMALL ? 3 : 4) * unit;
  double bottom = (drawing->detail == COMMONS_DETAIL_SMALL ? 2 : 5) * unit;
  double width = frame->box.width - 2 * inset;
  double y = frame->box.y + frame->box.height - bottom - height;
  double radii[4] = { height / 2, height / 2, height / 2, height / 2 };
  double progress = get_progress (node);

  if (width <= 0 || y < frame->box.y)
    return;

  add_track (drawing, frame, inset, y, height, scene);

  if (progress > 0)
    commons_scene_add_plain_box (scene, frame->box.x + inset, y, width * progress, height, radii, &frame->hue.accent);
}

void
commons_card_layout_add_extras (const CommonsDrawing   *drawing,
                                const CommonsCardFrame *frame,
                                CommonsRecord          *node,
                                CommonsScene           *scene)
{
  if (frame->kind == NULL || drawing->detail == COMMONS_DETAIL_FAR)
    return;

  switch (frame->kind->look.extra)
    {
    case COMMONS_EXTRA_PILE:
      add_under (drawing, frame, MIN (6, frame->box.width / 4), scene);
      break;

    case COMMONS_EXTRA_FOOT:
      add_under (drawing, frame, frame->box.width * 0.3, scene);
      break;

    case COMMONS_EXTRA_TAB:
      add_tab (drawing, frame, scene);
      break;

    case COMMONS_EXTRA_FOLD:
      add_fold (frame, scene);
      break;

    case COMMONS_EXTRA_HOLE:
      if (drawing->detail < COMMONS_DETAIL_SHAPE)
        add_hole (drawing, frame, scene);
      break;

    case COMMONS_EXTRA_GAUGE:
      if (drawing->detail < COMMONS_DETAIL_SHAPE)
        add_gauge (drawing, frame, node, scene);
      break;

    case COMMONS_EXTRA_DISC:
    case COMMONS_EXTRA_NONE:
    case COMMONS_EXTRA_CIRCLE:
    case COMMONS_EXTRA_ZONE:
    default:
      break;
    }
}
