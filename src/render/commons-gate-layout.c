/* commons-gate-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-gate-layout"

#include "config.h"

#include <math.h>

#include "commons-gate-layout.h"
#include "commons-text.h"

/* Pixels of the screen, from design section 6. */
#define TEXT_SIZE  12
#define MAX_TEXT   230
#define POST_WIDTH 4
#define POST_REACH 5
#define LOZENGE    9

/* @height: without the posts; @pad: left of the icon; @gap: between icon and
 * words */
typedef struct
{
  double height;
  double icon;
  double pad;
  double gap;
  double right;
} Sizes;

static const Sizes with_words = { COMMONS_GATE_HEIGHT, 14, 10, 6, 11 };
static const Sizes without_words = { 20, 12, 9, 0, 9 };

static gboolean
has_words (const CommonsDrawing *drawing)
{
  return drawing->detail <= COMMONS_DETAIL_TITLE;
}

static gboolean
is_lozenge (const CommonsDrawing *drawing)
{
  return drawing->detail >= COMMONS_DETAIL_SHAPE;
}

static const Sizes *
get_sizes (const CommonsDrawing *drawing)
{
  return has_words (drawing) ? &with_words : &without_words;
}

static PangoLayout *
get_words (const CommonsDrawing *drawing,
           const char           *text,
           gboolean              bold)
{
  return has_words (drawing) && *text != '\0' ? commons_drawing_get_label (drawing, text, TEXT_SIZE, bold, MAX_TEXT) : NULL;
}

/* Posts stand out above and below. */
static void
get_span (const CommonsDrawing *drawing,
          PangoLayout          *words,
          double                x,
          double                y,
          CommonsSpan          *span)
{
  const Sizes *sizes = get_sizes (drawing);
  double width = sizes->pad + sizes->icon + sizes->right, height = sizes->height + 2 * POST_REACH;

  if (words != NULL)
    width += sizes->gap + ceil (commons_text_get_width (words));
  if (is_lozenge (drawing))
    width = height = LOZENGE;

  width *= drawing->pixel;
  height *= drawing->pixel;
  *span = (CommonsSpan) { x - width / 2, y - height / 2, width, height };
}

void
commons_gate_layout_get_span (const CommonsDrawing *drawing,
                              CommonsRecord        *node,
                              CommonsSpan          *span)
{
  const CommonsRect *bounds;

  g_return_if_fail (node != NULL);
  g_return_if_fail (span != NULL);

  bounds = commons_record_get_bounds (node);
  get_span (drawing, get_words (drawing, commons_record_get_shown_title (node), TRUE),
            bounds->x + bounds->width / 2.0, bounds->y + bounds->height / 2.0, span);
}

static void
add_lozenge (const CommonsSpan  *span,
             const CommonsColor *color,
             CommonsScene       *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  CommonsStroke stroke = { .fill = *color };
  double x = span->x + span->width / 2, y = span->y + span->height / 2;

  commons_path_move_to (path, x, span->y);
  commons_path_line_to (path, span->x + span->width, y);
  commons_path_line_to (path, x, span->y + span->height);
  commons_path_line_to (path, span->x, y);
  commons_path_close (path);
  commons_scene_add_path (scene, path, &stroke);
}

static void
add_post (const CommonsDrawing *drawing,
          const CommonsSpan    *span,
          double                x,
          const CommonsColor   *color,
          CommonsScene         *scene)
{
  double radius = POST_WIDTH / 2.0 * drawing->pixel;
  CommonsBox post = {
    x, span->y, POST_WIDTH * drawing->pixel, span->height,
    .radii = { radius, radius, radius, radius },
    .fill = *color,
  };

  commons_scene_add_box (scene, &post);
}

/* The leaf of the gate, then its posts over the ends of it. */
static void
add_gate (const CommonsDrawing *drawing,
          const CommonsSpan    *span,
          CommonsBox           *leaf,
          const CommonsColor   *posts,
          const char           *icon,
          PangoLayout          *words,
          const CommonsColor   *text,
          CommonsScene         *scene)
{
  const Sizes *sizes = get_sizes (drawing);
  double pixel = drawing->pixel, middle = span->y + span->height / 2;
  double size = sizes->icon * pixel, x = span->x + sizes->pad * pixel;

  leaf->x = span->x;
  leaf->y = span->y + POST_REACH * pixel;
  leaf->width = span->width;
  leaf->height = span->height - 2 * POST_REACH * pixel;
  commons_scene_add_box (scene, leaf);
  add_post (drawing, span, span->x, posts, scene);
  add_post (drawing, span, span->x + span->width - POST_WIDTH * pixel, posts, scene);
  commons_scene_add_icon (scene, icon, x, middle - size / 2, size, posts);

  if (words != NULL)
    commons_scene_add_text (scene, words, x + size + sizes->gap * pixel,
                            middle - commons_text_get_height (words) * pixel / 2, pixel, text);
}

void
commons_gate_layout_build (const CommonsDrawing *drawing,
                           CommonsRecord        *node,
                           CommonsGateWay        way,
                           CommonsScene         *scene)
{
  g_autofree char *description = NULL;
  CommonsSpan span;
  CommonsHue hue;

  g_return_if_fail (node != NULL);
  g_return_if_fail (scene != NULL);

  commons_drawing_get_hue (drawing, node, &hue);
  commons_gate_layout_get_span (drawing, node, &span);
  description = commons_drawing_describe (drawing, node);
  commons_scene_begin_group (scene, commons_record_get_id (node), commons_record_get_shown_title (node),
                             description, commons_drawing_get_opacity (node));

  if (is_lozenge (drawing))
    {
      add_lozenge (&span, &hue.accent, scene);
    }
  else
    {
      CommonsBox leaf = {
        .fill = hue.fill,
        .border = hue.line,
        .border_width = (drawing->theme->high_contrast ? 2 : 1) * drawing->pixel,
        .dash = commons_drawing_is_draft (node) ? 4 * drawing->pixel : 0,
        .shadow = 1,
      };

      add_gate (drawing, &span, &leaf, &hue.accent, way == COMMONS_GATE_OUT ? "cc-exit" : "cc-gate",
                get_words (drawing, commons_record_get_shown_title (node), TRUE), &hue.text, scene);
    }

  commons_scene_end_group (scene);
}

static const char *
get_question (const CommonsDrawing *drawing)
{
  const char *text = commons_catalogue_get_text (drawing->catalogue, "gate.missing");

  return text ? text : "?";
}

void
commons_gate_layout_get_missing_span (const CommonsDrawing *drawing,
                                      CommonsRecord        *circle,
                                      double                angle,
                                      CommonsSpan          *span)
{
  double x, y;

  g_return_if_fail (circle != NULL);
  g_return_if_fail (span != NULL);

  commons_gate_get_point (circle, angle, &x, &y);
  get_span (drawing, get_words (drawing, get_question (drawing), FALSE), x, y, span);
}

void
commons_gate_layout_build_missing (const CommonsDrawing *drawing,
                                   CommonsRecord        *circle,
                                   double                angle,
                                   CommonsScene         *scene)
{
  const CommonsTheme *theme = drawing->theme;
  CommonsSpan span;
  CommonsBox leaf = {
    .fill = theme->board,
    .border = theme->ring_line,
    .border_width = 1.5 * drawing->pixel,
    .dash = 4 * drawing->pixel,
  };

  g_return_if_fail (circle != NULL);
  g_return_if_fail (scene != NULL);

  commons_gate_layout_get_missing_span (drawing, circle, angle, &span);

  if (is_lozenge (drawing))
    add_lozenge (&span, &theme->ring_line, scene);
  else
    add_gate (drawing, &span, &leaf, &theme->ring_line, "cc-gate",
              get_words (drawing, get_question (drawing), FALSE), &theme->ring_text, scene);
}
