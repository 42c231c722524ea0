/* commons-group-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-group-layout"

#include "config.h"

#include <math.h>

#include "commons-group-layout.h"
#include "commons-text.h"

/* Names keep their size on screen; these are pixels. */
#define MIN_NAME_WIDTH 160
#define PILL_HEIGHT    24
#define PILL_SIZE      13
#define PILL_ICON      13
#define FAR_HEIGHT     18
#define FAR_SIZE       11.5
#define ZONE_SIZE      12
#define ZONE_BASE      18

/* Of a zone with a frame: its corners in board units, its name in pixels. */
#define BOX_RADIUS 12
#define BOX_PAD    12
#define BOX_BASE   26

CommonsGroupLook
commons_group_layout_get_look (const CommonsDrawing *drawing,
                               CommonsRecord        *node)
{
  const char *kind;

  g_return_val_if_fail (node != NULL, COMMONS_GROUP_FRAME);

  kind = commons_record_get_kind (node);

  if (g_strcmp0 (kind, "circle") == 0)
    return COMMONS_GROUP_CIRCLE;
  else if (g_strcmp0 (kind, "zone") == 0 && commons_record_get_boolean (node, "commons/fields/framed"))
    return COMMONS_GROUP_BOX;
  else if (g_strcmp0 (kind, "zone") == 0 || (kind == NULL && !drawing->foreign))
    return COMMONS_GROUP_ZONE;
  else
    return COMMONS_GROUP_FRAME;
}

double
commons_group_layout_get_disc (CommonsRecord *node,
                               double        *x,
                               double        *y)
{
  const CommonsRect *bounds;

  g_return_val_if_fail (node != NULL, 0);
  g_return_val_if_fail (x != NULL && y != NULL, 0);

  bounds = commons_record_get_bounds (node);
  *x = bounds->x + bounds->width / 2.0;
  *y = bounds->y + bounds->height / 2.0;

  return MIN (bounds->width, bounds->height) / 2.0;
}

static gboolean
is_far (const CommonsDrawing *drawing)
{
  return drawing->detail >= COMMONS_DETAIL_SHAPE;
}

static PangoLayout *
get_name_layout (const CommonsDrawing *drawing,
                 CommonsRecord        *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  gboolean circle = commons_group_layout_get_look (drawing, node) == COMMONS_GROUP_CIRCLE;
  double size = is_far (drawing) ? FAR_SIZE : circle ? PILL_SIZE : ZONE_SIZE;
  double width = MAX (bounds->width / drawing->pixel * (circle ? 0.8 : 1), MIN_NAME_WIDTH);

  return commons_drawing_get_label (drawing, commons_record_get_shown_title (node), size, TRUE, width);
}

static double
get_pill_pad (const CommonsDrawing *drawing)
{
  return is_far (drawing) ? 8 : 8 + PILL_ICON + 6;
}

static void
get_pill (const CommonsDrawing *drawing,
          CommonsRecord        *node,
          CommonsSpan          *span)
{
  double x, y, radius = commons_group_layout_get_disc (node, &x, &y);
  double text = commons_text_get_width (get_name_layout (drawing, node));
  double width = (get_pill_pad (drawing) + text + (is_far (drawing) ? 8 : 11)) * drawing->pixel;
  double height = (is_far (drawing) ? FAR_HEIGHT : PILL_HEIGHT) * drawing->pixel;

  *span = (CommonsSpan) { x - width / 2, y - radius - height / 2, width, height };
}

/* The name of a zone stands on a line inside its corner, within its frame if
 * it has one, and that of a frame of another program above it; seen from far,
 * they grow upwards, away from the cards. */
static void
get_corner (const CommonsDrawing *drawing,
            CommonsRecord        *node,
            CommonsSpan          *span)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  PangoLayout *layout = get_name_layout (drawing, node);
  CommonsGroupLook look = commons_group_layout_get_look (drawing, node);
  double height = commons_text_get_height (layout) * drawing->pixel;
  double base = look == COMMONS_GROUP_ZONE ? ZONE_BASE : look == COMMONS_GROUP_BOX ? BOX_BASE : -4;

  *span = (CommonsSpan) {
    bounds->x + (look == COMMONS_GROUP_BOX ? BOX_PAD : 0), bounds->y + base - height,
    commons_text_get_width (layout) * drawing->pixel, height,
  };
}

void
commons_group_layout_get_name (const CommonsDrawing *drawing,
                               CommonsRecord        *node,
                               CommonsSpan          *span)
{
  g_return_if_fail (node != NULL);
  g_return_if_fail (span != NULL);

  if (commons_group_layout_get_look (drawing, node) == COMMONS_GROUP_CIRCLE)
    get_pill (drawing, node, span);
  else
    get_corner (drawing, node, span);
}

static void
add_disc (const CommonsDrawing *drawing,
          CommonsRecord        *node,
          guint                 depth,
          CommonsScene         *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  double x, y, radius = commons_group_layout_get_disc (node, &x, &y);
  const CommonsTheme *theme = drawing->theme;
  CommonsStroke stroke = {
    .fill = theme->ring[MIN (depth, G_N_ELEMENTS (theme->ring) - 1)],
    .color = theme->ring_line,
    .width = (theme->high_contrast ? 2 : 1.5) * drawing->pixel,
  };

  /* Borders of nested circles come close at their common base. */
  if (is_far (drawing) && depth > 0)
    stroke.width = drawing->pixel;

  if (commons_drawing_is_draft (node))
    {
      stroke.dash = 4 * drawing->pixel;
      stroke.gap = 5 * drawing->pixel;
    }

  if (radius <= 0)
    return;

  commons_path_add_circle (path, x, y, radius);
  commons_scene_add_path (scene, path, &stroke);
}

static void
add_box (const CommonsDrawing *drawing,
         CommonsRecord        *node,
         CommonsScene         *scene)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  const CommonsTheme *theme = drawing->theme;
  CommonsBox box = {
    bounds->x, bounds->y, bounds->width, bounds->height,
    .radii = { BOX_RADIUS, BOX_RADIUS, BOX_RADIUS, BOX_RADIUS },
    .fill = theme->ring[1],
    .border = theme->ring_line,
    .border_width = (theme->high_contrast ? 2 : 1) * drawing->pixel,
  };

  commons_scene_add_box (scene, &box);
}

static void
add_frame (const CommonsDrawing *drawing,
           CommonsRecord        *node,
           CommonsScene         *scene)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  CommonsBox box = {
    bounds->x, bounds->y, bounds->width, bounds->height,
    .radii = { 8, 8, 8, 8 },
    .border_width = drawing->pixel,
  };
  CommonsHue hue;

  commons_theme_make_hue (drawing->theme, commons_record_get_color (node), &hue);
  box.fill = commons_color_fade (&hue.fill, 0.5);
  box.border = hue.line;
  commons_scene_add_box (scene, &box);
}

void
commons_group_layout_build (const CommonsDrawing *drawing,
                            CommonsRecord        *node,
                            guint                 depth,
                            CommonsScene         *scene)
{
  g_autofree char *description = NULL;
  CommonsGroupLook look;

  g_return_if_fail (node != NULL);
  g_return_if_fail (scene != NULL);

  look = commons_group_layout_get_look (drawing, node);

  if (look == COMMONS_GROUP_ZONE)
    return;

  description = commons_drawing_describe (drawing, node);
  commons_scene_begin_group (scene, commons_record_get_id (node), commons_record_get_shown_title (node),
                             description, commons_drawing_get_opacity (node));

  if (look == COMMONS_GROUP_CIRCLE)
    add_disc (drawing, node, depth, scene);
  else if (look == COMMONS_GROUP_BOX)
    add_box (drawing, node, scene);
  else
    add_frame (drawing, node, scene);

  commons_scene_end_group (scene);
}

/* A pill on the border; seen from the farthest it is only a ground that keeps
 * the name readable. */
static void
add_pill (const CommonsDrawing *drawing,
          const CommonsSpan    *span,
          CommonsScene         *scene)
{
  const CommonsTheme *theme = drawing->theme;
  double radius = span->height / 2;
  CommonsBox box = {
    span->x, span->y, span->width, span->height,
    .radii = { radius, radius, radius, radius },
    .fill = theme->pill,
    .border = theme->ring_line,
    .border_width = (theme->high_contrast ? 2 : 1.5) * drawing->pixel,
  };

  if (drawing->detail == COMMONS_DETAIL_FAR)
    {
      box.border_width = 0;
      box.fill = commons_color_fade (&theme->board, 0.75);
    }

  commons_scene_add_box (scene, &box);

  if (!is_far (drawing))
    {
      double size = PILL_ICON * drawing->pixel;

      commons_scene_add_icon (scene, "cc-circle", span->x + 8 * drawing->pixel,
                              span->y + (span->height - size) / 2, size,
                              &commons_theme_get_hue (theme, "commons")->accent);
    }
}

void
commons_group_layout_build_name (const CommonsDrawing *drawing,
                                 CommonsRecord        *node,
                                 CommonsScene         *scene)
{
  PangoLayout *layout;
  CommonsGroupLook look;
  CommonsSpan span;
  double x;

  g_return_if_fail (node != NULL);
  g_return_if_fail (scene != NULL);

  if (commons_record_get_shown_title (node)[0] == '\0')
    return;

  layout = get_name_layout (drawing, node);
  look = commons_group_layout_get_look (drawing, node);
  commons_group_layout_get_name (drawing, node, &span);
  commons_scene_begin_group (scene, NULL, NULL, NULL, commons_drawing_get_opacity (node));
  x = span.x;

  if (look == COMMONS_GROUP_CIRCLE)
    {
      add_pill (drawing, &span, scene);
      x += get_pill_pad (drawing) * drawing->pixel;
    }

  commons_scene_add_text (scene, layout, x,
                          span.y + (span.height - commons_text_get_height (layout) * drawing->pixel) / 2,
                          drawing->pixel,
                          look == COMMONS_GROUP_CIRCLE ? &drawing->theme->ring_text : &drawing->theme->zone_text);
  commons_scene_end_group (scene);
}
