/* commons-link-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-link-layout"

#include "config.h"

#include <math.h>

#include "commons-board.h"
#include "commons-gate.h"
#include "commons-group-layout.h"
#include "commons-link-layout.h"
#include "commons-place.h"
#include "commons-text.h"

#define LABEL_SIZE   11.5
#define LABEL_HEIGHT 18
#define LABEL_PAD    7
#define MAX_LABEL    280

/* No letter of a label is wider than this, whatever its script. */
#define LABEL_LETTER 13

/* How far heads and dots stand out of the line. */
#define REACH 8

#define DOUBLE_GAP 5

/* How one link is drawn, once type, foreign members and zoom are known. */
typedef struct
{
  CommonsLinkStyle style;
  gboolean         start_head;
  gboolean         end_head;
  CommonsColor     color;
  double           width;
  double           head;
  gboolean         dashed;
} LinkLook;

static const CommonsLinkType *
get_type (const CommonsDrawing *drawing,
          CommonsRecord        *edge)
{
  const char *link = commons_record_get_link (edge);

  return link ? commons_catalogue_get_link (drawing->catalogue, link) : NULL;
}

/* Space between two rectangles; 0 when they touch or overlap. */
static double
get_gap (const CommonsRect *a,
         const CommonsRect *b)
{
  double dx = MAX (MAX (b->x - a->x - a->width, a->x - b->x - b->width), 0);
  double dy = MAX (MAX (b->y - a->y - a->height, a->y - b->y - b->height), 0);

  return hypot (dx, dy);
}

/* A motivation beside the community that feels it says so by standing there. */
static gboolean
is_docked (const CommonsDrawing  *drawing,
           const CommonsLinkType *type,
           const CommonsLinkEnds *ends)
{
  if (get_gap (commons_record_get_bounds (ends->from), commons_record_get_bounds (ends->to)) > COMMONS_DOCK_REACH)
    return FALSE;

  return type == commons_place_find_dock_link (drawing->catalogue, commons_record_get_kind (ends->from),
                                               commons_record_get_kind (ends->to));
}

static gboolean
is_same_shape (gboolean           shaped,
               const CommonsSpan *a,
               const CommonsSpan *b)
{
  return !shaped || (a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height);
}

gboolean
commons_link_ends_equal (const CommonsLinkEnds *a,
                         const CommonsLinkEnds *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->from == b->from && a->to == b->to &&
         a->from_shaped == b->from_shaped && a->to_shaped == b->to_shaped &&
         is_same_shape (a->from_shaped, &a->from_shape, &b->from_shape) &&
         is_same_shape (a->to_shaped, &a->to_shape, &b->to_shape);
}

/* The rule of a gate stands on the border of the circle it applies to, be it
 * a little outside. */
static gboolean
is_own_gate (const CommonsLinkType *type,
             const CommonsLinkEnds *ends)
{
  const CommonsRect *bounds = commons_record_get_bounds (ends->from);
  double x, y, radius;

  if (!ends->from_shaped || type->inside != COMMONS_INSIDE_FROM || !commons_record_is_group (ends->to))
    return FALSE;

  radius = commons_group_layout_get_disc (ends->to, &x, &y);
  return hypot (bounds->x + bounds->width / 2.0 - x, bounds->y + bounds->height / 2.0 - y) <= radius + COMMONS_GATE_REACH;
}

/* What a person keeps for themselves waits far from what it is about, and its
 * lines would say what its hatching hides. */
static gboolean
is_kept_back (const CommonsLinkEnds *ends)
{
  CommonsRecord *const both[] = { ends->from, ends->to };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      if (commons_record_is_hidden (both[i]) && g_strcmp0 (commons_record_get_string (both[i], "commons/side"), "i") == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
commons_link_layout_is_shown (const CommonsDrawing  *drawing,
                              CommonsRecord         *edge,
                              const CommonsLinkEnds *ends)
{
  const CommonsLinkType *type;

  g_return_val_if_fail (edge != NULL, FALSE);
  g_return_val_if_fail (ends != NULL, FALSE);

  if (ends->from == NULL || ends->to == NULL || ends->from == ends->to || is_kept_back (ends))
    return FALSE;

  type = get_type (drawing, edge);

  if (type == NULL)
    return TRUE;

  if (type->drawn == COMMONS_LINK_DRAWN_SELECTED)
    return FALSE;

  if (type->inside == COMMONS_INSIDE_FROM && commons_board_contains (ends->to, ends->from))
    return FALSE;

  if (type->inside == COMMONS_INSIDE_TO && commons_board_contains (ends->from, ends->to))
    return FALSE;

  return !is_docked (drawing, type, ends) && !is_own_gate (type, ends);
}

gboolean
commons_link_layout_is_quiet (const CommonsDrawing  *drawing,
                              CommonsRecord         *edge,
                              const CommonsLinkEnds *ends)
{
  const CommonsLinkType *type;

  g_return_val_if_fail (edge != NULL, FALSE);
  g_return_val_if_fail (ends != NULL, FALSE);

  if (ends->from == NULL || ends->to == NULL || ends->from == ends->to)
    return FALSE;

  type = get_type (drawing, edge);

  return is_kept_back (ends) || (type != NULL && type->drawn == COMMONS_LINK_DRAWN_SELECTED);
}

gboolean
commons_link_layout_is_told_by_place (const CommonsDrawing  *drawing,
                                      CommonsRecord         *edge,
                                      const CommonsLinkEnds *ends)
{
  const CommonsLinkType *type;
  CommonsRecord *card, *circle;

  g_return_val_if_fail (edge != NULL, FALSE);
  g_return_val_if_fail (ends != NULL, FALSE);

  type = get_type (drawing, edge);
  if (type == NULL || type->inside == COMMONS_INSIDE_NONE || ends->from == NULL || ends->to == NULL)
    return FALSE;

  card = type->inside == COMMONS_INSIDE_FROM ? ends->from : ends->to;
  circle = type->inside == COMMONS_INSIDE_FROM ? ends->to : ends->from;

  return !ends->from_shaped && !ends->to_shaped && !commons_record_is_group (card) &&
         commons_record_is_group (circle) &&
         commons_group_layout_get_look (drawing, circle) == COMMONS_GROUP_CIRCLE &&
         commons_board_contains (circle, card);
}

/* A side another program chose for its own edges. */
static char
get_side (CommonsRecord *edge,
          const char    *member)
{
  const char *side = NULL;

  if (commons_record_get_link (edge) == NULL)
    side = commons_record_get_string (edge, member);

  if (g_strcmp0 (side, "top") == 0 || g_strcmp0 (side, "right") == 0 ||
      g_strcmp0 (side, "bottom") == 0 || g_strcmp0 (side, "left") == 0)
    return side[0];

  return '\0';
}

static void
get_end (const CommonsDrawing *drawing,
         CommonsRecord        *node,
         const double          offset[2],
         const CommonsSpan    *shape,
         char                  side,
         CommonsRouteEnd      *end)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  *end = (CommonsRouteEnd) {
    .bounds = { bounds->x + offset[0], bounds->y + offset[1], bounds->width, bounds->height },
    .side = side,
  };

  if (shape != NULL)
    {
      end->bounds = *shape;
      end->bounds.x += offset[0];
      end->bounds.y += offset[1];
      return;
    }

  if (!commons_record_is_group (node) ||
      commons_group_layout_get_look (drawing, node) != COMMONS_GROUP_CIRCLE)
    return;

  end->round = TRUE;
  commons_group_layout_get_name (drawing, node, &end->name);
  end->name.x += offset[0];
  end->name.y += offset[1];
}

void
commons_link_layout_get_route_ends (const CommonsDrawing  *drawing,
                                    CommonsRecord         *edge,
                                    const CommonsLinkEnds *ends,
                                    CommonsRouteEnd       *from,
                                    CommonsRouteEnd       *to)
{
  g_return_if_fail (edge != NULL);
  g_return_if_fail (ends != NULL);
  g_return_if_fail (from != NULL && to != NULL);

  get_end (drawing, ends->from, ends->from_offset, ends->from_shaped ? &ends->from_shape : NULL,
           get_side (edge, "fromSide"), from);
  get_end (drawing, ends->to, ends->to_offset, ends->to_shaped ? &ends->to_shape : NULL,
           get_side (edge, "toSide"), to);
}

void
commons_link_layout_get_route (const CommonsDrawing  *drawing,
                               CommonsRecord         *edge,
                               const CommonsLinkEnds *ends,
                               CommonsRoute          *route)
{
  CommonsRouteEnd from, to;

  g_return_if_fail (edge != NULL);
  g_return_if_fail (ends != NULL);
  g_return_if_fail (route != NULL);

  commons_link_layout_get_route_ends (drawing, edge, ends, &from, &to);
  commons_route_find (&from, &to, route);
}

static const char *
get_label (const CommonsDrawing *drawing,
           CommonsRecord        *edge,
           gboolean              emphasis)
{
  const CommonsLinkType *type = get_type (drawing, edge);
  const char *own = commons_record_get_title (edge);

  if (own[0] != '\0' && (emphasis || drawing->detail <= COMMONS_DETAIL_TITLE))
    return own;

  return emphasis && type != NULL ? type->label : NULL;
}

/* Half the width of a label, at most, without measuring letters. */
static double
get_half_width (const char *label)
{
  return MIN (g_utf8_strlen (label, -1) * LABEL_LETTER, MAX_LABEL) / 2.0 + LABEL_PAD + 2;
}

double
commons_link_layout_get_reach (const CommonsDrawing *drawing,
                               CommonsRecord        *edge)
{
  const char *label;

  g_return_val_if_fail (edge != NULL, 0);

  label = get_label (drawing, edge, FALSE);

  return (label ? MAX (get_half_width (label), REACH) : REACH) * drawing->pixel;
}

void
commons_link_layout_get_span (const CommonsDrawing *drawing,
                              CommonsRecord        *edge,
                              const CommonsRoute   *route,
                              CommonsSpan          *span)
{
  double margin = REACH * drawing->pixel, x, y;
  const char *label;

  g_return_if_fail (edge != NULL);
  g_return_if_fail (route != NULL);
  g_return_if_fail (span != NULL);

  commons_route_get_span (route, span);
  span->x -= margin;
  span->y -= margin;
  span->width += 2 * margin;
  span->height += 2 * margin;

  label = get_label (drawing, edge, TRUE);

  if (label != NULL)
    {
      double half = get_half_width (label) * drawing->pixel;
      double right = span->x + span->width, bottom = span->y + span->height;
      double height = LABEL_HEIGHT * drawing->pixel;

      commons_route_get_point (route, 0.5, &x, &y);
      span->x = MIN (span->x, x - half);
      span->y = MIN (span->y, y - height);
      span->width = MAX (right, x + half) - span->x;
      span->height = MAX (bottom, y + height) - span->y;
    }
}

static void
get_look (const CommonsDrawing  *drawing,
          CommonsRecord         *edge,
          const CommonsLinkEnds *ends,
          gboolean               emphasis,
          LinkLook              *look)
{
  const CommonsLinkType *type = get_type (drawing, edge);
  const CommonsTheme *theme = drawing->theme;
  double thin = drawing->detail >= COMMONS_DETAIL_SHAPE ? 1 : 1.5;

  *look = (LinkLook) {
    .style = type ? type->style : COMMONS_LINK_STYLE_ARROW,
    .end_head = type && type->directed,
    .color = emphasis ? theme->accent : theme->link,
    .width = (emphasis ? 2 : thin) * drawing->pixel,
    .head = (drawing->detail >= COMMONS_DETAIL_SHAPE ? 4 : 6) * drawing->pixel,
    .dashed = commons_drawing_is_draft (edge) || commons_drawing_is_draft (ends->from) ||
              commons_drawing_is_draft (ends->to),
  };

  /* Edges of other programs say themselves where their heads are. */
  if (commons_record_get_link (edge) == NULL)
    {
      look->end_head = g_strcmp0 (commons_record_get_string (edge, "toEnd"), "none") != 0;
      look->start_head = g_strcmp0 (commons_record_get_string (edge, "fromEnd"), "arrow") == 0;
    }
}

static void
add_head (const LinkLook *look,
          double          x,
          double          y,
          double          from_x,
          double          from_y,
          CommonsScene   *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  CommonsStroke stroke = { .fill = look->color };
  double length = MAX (hypot (x - from_x, y - from_y), 1e-6);
  double dx = (x - from_x) / length, dy = (y - from_y) / length;
  double back = look->head * 1.35, half = look->head * 0.62;

  commons_path_move_to (path, x, y);
  commons_path_line_to (path, x - dx * back - dy * half, y - dy * back + dx * half);
  commons_path_line_to (path, x - dx * back + dy * half, y - dy * back - dx * half);
  commons_path_close (path);
  commons_scene_add_path (scene, path, &stroke);
}

static void
add_dot (const CommonsDrawing *drawing,
         const LinkLook       *look,
         double                x,
         double                y,
         CommonsScene         *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  CommonsStroke stroke = { .fill = look->color };

  commons_path_add_circle (path, x, y, 2.2 * drawing->pixel);
  commons_scene_add_path (scene, path, &stroke);
}

/* Moves an end back along its handle, to the base of the head that stands
 * there. */
static void
pull_back (CommonsRoute *route,
           guint         end,
           guint         handle,
           double        length)
{
  double dx = route->x[handle] - route->x[end], dy = route->y[handle] - route->y[end];
  double distance = MAX (hypot (dx, dy), 1e-6);

  route->x[end] += dx / distance * length;
  route->y[end] += dy / distance * length;
}

static void
add_curve (const CommonsRoute  *route,
           double               offset,
           const CommonsStroke *stroke,
           CommonsScene        *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  double length = MAX (hypot (route->x[3] - route->x[0], route->y[3] - route->y[0]), 1e-6);
  double ox = -(route->y[3] - route->y[0]) / length * offset;
  double oy = (route->x[3] - route->x[0]) / length * offset;

  commons_path_move_to (path, route->x[0] + ox, route->y[0] + oy);
  commons_path_curve_to (path, route->x[1] + ox, route->y[1] + oy,
                         route->x[2] + ox, route->y[2] + oy,
                         route->x[3] + ox, route->y[3] + oy);
  commons_scene_add_path (scene, path, stroke);
}

static void
add_line (const CommonsDrawing *drawing,
          const LinkLook       *look,
          const CommonsRoute   *route,
          CommonsScene         *scene)
{
  CommonsStroke stroke = { .color = look->color, .width = look->width };
  CommonsRoute shortened = *route;

  if (look->end_head)
    pull_back (&shortened, 3, 2, look->head);

  if (look->start_head)
    pull_back (&shortened, 0, 1, look->head);

  if (look->style == COMMONS_LINK_STYLE_DOTTED)
    {
      /* A dash of no length with round ends is a dot. */
      stroke.width = 2.6 * drawing->pixel;
      stroke.dash = 0.01 * drawing->pixel;
      stroke.gap = 5.6 * drawing->pixel;
    }
  else if (look->dashed)
    {
      /* Round ends eat into the gaps. */
      stroke.dash = MAX (4 * drawing->pixel - look->width, 1);
      stroke.gap = 3 * drawing->pixel + look->width;
    }

  if (look->style == COMMONS_LINK_STYLE_DOUBLE)
    {
      add_curve (route, DOUBLE_GAP / 2.0 * drawing->pixel, &stroke, scene);
      add_curve (route, -DOUBLE_GAP / 2.0 * drawing->pixel, &stroke, scene);
    }
  else
    {
      add_curve (&shortened, 0, &stroke, scene);
    }
}

static void
add_ends (const CommonsDrawing *drawing,
          const LinkLook       *look,
          const CommonsRoute   *route,
          CommonsScene         *scene)
{
  if (look->style == COMMONS_LINK_STYLE_DOUBLE)
    return;

  if (look->end_head)
    add_head (look, route->x[3], route->y[3], route->x[2], route->y[2], scene);
  else if (drawing->detail < COMMONS_DETAIL_SHAPE)
    add_dot (drawing, look, route->x[3], route->y[3], scene);

  if (look->start_head)
    add_head (look, route->x[0], route->y[0], route->x[1], route->y[1], scene);
  else if (drawing->detail < COMMONS_DETAIL_SHAPE)
    add_dot (drawing, look, route->x[0], route->y[0], scene);
}

static void
add_label (const CommonsDrawing *drawing,
           const CommonsRoute   *route,
           const char           *label,
           gboolean              emphasis,
           CommonsScene         *scene)
{
  const CommonsTheme *theme = drawing->theme;
  PangoLayout *layout = commons_drawing_get_label (drawing, label, LABEL_SIZE, emphasis, MAX_LABEL);
  double pixel = drawing->pixel, height = LABEL_HEIGHT * pixel, radius = height / 2;
  double width = (commons_text_get_width (layout) + 2 * LABEL_PAD) * pixel;
  CommonsBox box = {
    .width = width,
    .height = height,
    .radii = { radius, radius, radius, radius },
    .fill = emphasis ? theme->selected_label : theme->label,
    .border = commons_color_fade (&theme->link, 0.45),
    .border_width = emphasis ? 0 : pixel,
  };
  double x, y;

  commons_route_get_point (route, 0.5, &x, &y);
  box.x = x - width / 2;
  box.y = y - height / 2;
  commons_scene_add_box (scene, &box);
  commons_scene_add_text (scene, layout, box.x + LABEL_PAD * pixel,
                          y - commons_text_get_height (layout) * pixel / 2, pixel,
                          emphasis ? &theme->selected_label_text : &theme->link_text);
}

void
commons_link_layout_build (const CommonsDrawing  *drawing,
                           CommonsRecord         *edge,
                           const CommonsLinkEnds *ends,
                           const CommonsRoute    *route,
                           gboolean               emphasis,
                           CommonsScene          *scene)
{
  g_autofree char *description = NULL;
  const char *label;
  LinkLook look;

  g_return_if_fail (edge != NULL);
  g_return_if_fail (ends != NULL);
  g_return_if_fail (route != NULL);
  g_return_if_fail (scene != NULL);

  get_look (drawing, edge, ends, emphasis, &look);

  if (drawing->detail == COMMONS_DETAIL_FAR && look.style == COMMONS_LINK_STYLE_ARROW && !emphasis)
    return;

  description = commons_drawing_describe (drawing, edge);
  commons_scene_begin_group (scene, commons_record_get_id (edge), commons_record_get_title (edge),
                             description, commons_drawing_get_opacity (edge));
  add_line (drawing, &look, route, scene);
  add_ends (drawing, &look, route, scene);
  label = get_label (drawing, edge, emphasis);

  if (label != NULL)
    add_label (drawing, route, label, emphasis, scene);

  commons_scene_end_group (scene);
}
