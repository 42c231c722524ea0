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
#include "commons-text.h"

#define FOOTER_SIZE 12
#define BADGE_SIZE  11
#define MAX_VOTES   9999

static void
add_plain_box (CommonsScene       *scene,
               double              x,
               double              y,
               double              width,
               double              height,
               const double        radii[4],
               const CommonsColor *fill)
{
  CommonsBox box = {
    x, y, width, height,
    .radii = { radii[0], radii[1], radii[2], radii[3] },
    .fill = *fill,
  };

  commons_scene_add_box (scene, &box);
}

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

  add_plain_box (scene, box->x + inset, box->y + box->height,
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

  add_plain_box (scene, box->x + (box->width - width) / 2, box->y - height, width, height,
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

  add_plain_box (scene, frame->box.x + inset, y, width, height, radii, &frame->hue.line);

  if (progress > 0)
    add_plain_box (scene, frame->box.x + inset, y, width * progress, height, radii, &frame->hue.accent);
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

/* Votes are a number, or a list with one member for each. */
static int
get_n_votes (CommonsRecord *node)
{
  JsonObject *object = commons_record_get_object (node);
  JsonNode *value = json_object_get_member (object, "commons");

  if (value != NULL && JSON_NODE_HOLDS_OBJECT (value))
    {
      value = json_object_get_member (json_node_get_object (value), "votes");

      if (value != NULL && JSON_NODE_HOLDS_ARRAY (value))
        return (int) MIN (json_array_get_length (json_node_get_array (value)), MAX_VOTES);
    }

  return CLAMP (commons_record_get_int (node, "commons/votes", 0), 0, MAX_VOTES);
}

/* A disc or pill whose right edge is at @right, with a halo of the ground
 * around it. Returns its left edge. */
static double
add_badge_ground (const CommonsDrawing   *drawing,
                  const CommonsCardFrame *frame,
                  double                  right,
                  double                  width,
                  const CommonsColor     *color,
                  CommonsScene           *scene)
{
  double unit = frame->unit;
  double height = (drawing->detail == COMMONS_DETAIL_SMALL ? 15 : 18) * unit;
  double y = frame->box.y - (drawing->detail == COMMONS_DETAIL_SMALL ? 6 : 8) * unit;
  double halo = 2 * unit, outer = height / 2 + halo, inner = height / 2;

  width = MAX (width, height);
  add_plain_box (scene, right - width - halo, y - halo, width + 2 * halo, height + 2 * halo,
                 (double[]) { outer, outer, outer, outer }, &drawing->theme->halo);
  add_plain_box (scene, right - width, y, width, height,
                 (double[]) { inner, inner, inner, inner }, color);
  return right - width;
}

static double
add_votes (const CommonsDrawing   *drawing,
           const CommonsCardFrame *frame,
           int                     n_votes,
           double                  right,
           CommonsScene           *scene)
{
  gboolean small = drawing->detail == COMMONS_DETAIL_SMALL;
  g_autofree char *text = g_strdup_printf ("%d", n_votes);
  PangoLayout *layout = commons_drawing_get_label (drawing, text, small ? 10 : BADGE_SIZE, TRUE, -1);
  double unit = frame->unit, height = (small ? 15 : 18) * unit;
  double text_width = commons_text_get_width (layout) * unit;
  double width = MAX (text_width + (small ? 8 : 10) * unit, height);
  double left = add_badge_ground (drawing, frame, right, width, &drawing->theme->badge, scene);
  double y = frame->box.y - (small ? 6 : 8) * unit;

  commons_scene_add_text (scene, layout, left + (width - text_width) / 2,
                          y + (height - commons_text_get_height (layout) * unit) / 2,
                          unit, &drawing->theme->badge_text);
  return left;
}

static void
add_debate (const CommonsDrawing   *drawing,
            const CommonsCardFrame *frame,
            double                  right,
            CommonsScene           *scene)
{
  gboolean small = drawing->detail == COMMONS_DETAIL_SMALL;
  double unit = frame->unit, size = (small ? 15 : 18) * unit, icon = (small ? 10 : 12) * unit;
  double left = add_badge_ground (drawing, frame, right, size, &frame->hue.accent, scene);
  double y = frame->box.y - (small ? 6 : 8) * unit;

  commons_scene_add_icon (scene, "cc-double", left + (size - icon) / 2, y + (size - icon) / 2,
                          icon, &frame->hue.fill);
}

void
commons_card_layout_add_badges (const CommonsDrawing   *drawing,
                                const CommonsCardFrame *frame,
                                CommonsRecord          *node,
                                CommonsScene           *scene)
{
  int n_votes = get_n_votes (node);
  double right = frame->box.x + frame->box.width;

  if (drawing->detail >= COMMONS_DETAIL_SHAPE)
    return;

  right += (drawing->detail == COMMONS_DETAIL_SMALL ? 4 : 6) * frame->unit;

  if (n_votes > 0)
    right = add_votes (drawing, frame, n_votes, right, scene) - 4 * frame->unit;

  if (g_strcmp0 (commons_record_get_status (node), "contested") == 0)
    add_debate (drawing, frame, right, scene);
}

static const char *
get_side_label (const CommonsDrawing *drawing,
                CommonsRecord        *node)
{
  const char *side = commons_record_get_string (node, "commons/side");
  g_autofree char *key = g_strconcat ("side.", side, NULL);

  return side ? commons_catalogue_get_text (drawing->catalogue, key) : NULL;
}

gboolean
commons_card_layout_has_footer (const CommonsDrawing *drawing,
                                CommonsRecord        *node)
{
  return commons_drawing_get_status_label (drawing, node) != NULL ||
         get_side_label (drawing, node) != NULL ||
         commons_record_get_int (node, "commons/confidence", -1) >= 0;
}

static double
add_status (const CommonsDrawing   *drawing,
            const CommonsCardFrame *frame,
            CommonsRecord          *node,
            double                  x,
            double                  y,
            CommonsScene           *scene)
{
  const char *status = commons_record_get_status (node);
  const char *label = commons_drawing_get_status_label (drawing, node);
  PangoLayout *layout;

  if (label == NULL)
    return x;

  if (g_strcmp0 (status, "agreed") == 0 || g_strcmp0 (status, "contested") == 0)
    {
      commons_scene_add_icon (scene, g_strcmp0 (status, "agreed") == 0 ? "cc-decision" : "cc-double",
                              x, y + 2, 12, &frame->hue.accent);
      x += 16;
    }

  layout = commons_drawing_get_label (drawing, label, FOOTER_SIZE, FALSE,
                                      MAX (frame->text.x + frame->text.width - x, 1));
  commons_scene_add_text (scene, layout, x, y + (16 - commons_text_get_height (layout)) / 2,
                          1, &frame->hue.text);
  return x + commons_text_get_width (layout) + 14;
}

/* Three growing bars: as many as there is ground to believe the card. */
static void
add_confidence (const CommonsCardFrame *frame,
                int                     confidence,
                double                  x,
                double                  y,
                CommonsScene           *scene)
{
  for (int i = 0; i < 3; i++)
    {
      double height = 5 + 3 * i;
      CommonsColor color = commons_color_fade (&frame->hue.text, i < confidence ? 1 : 0.22);

      add_plain_box (scene, x + 6 * i, y + 13 - height, 4, height,
                     (double[]) { 1, 1, 1, 1 }, &color);
    }
}

void
commons_card_layout_add_footer (const CommonsDrawing   *drawing,
                                const CommonsCardFrame *frame,
                                CommonsRecord          *node,
                                double                  y,
                                CommonsScene           *scene)
{
  int confidence = commons_record_get_int (node, "commons/confidence", -1);
  const char *side = get_side_label (drawing, node);
  double right = frame->text.x + frame->text.width;
  double x = add_status (drawing, frame, node, frame->text.x, y, scene);

  if (confidence >= 0 && x + 16 <= right)
    {
      add_confidence (frame, confidence, x, y, scene);
      x += 26;
    }

  if (side != NULL)
    {
      PangoLayout *layout = commons_drawing_get_label (drawing, side, FOOTER_SIZE, FALSE, -1);
      double width = commons_text_get_width (layout);

      if (right - width >= x)
        commons_scene_add_text (scene, layout, right - width,
                                y + (16 - commons_text_get_height (layout)) / 2, 1, &frame->hue.text);
    }
}
