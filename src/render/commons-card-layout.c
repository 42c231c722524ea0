/* commons-card-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-card-layout"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-card-layout.h"
#include "commons-text.h"

#define BODY_SIZE     12.5
#define BODY_LINE     17
#define BODY_GAP      3
#define FOOTER_HEIGHT 16
#define FOOTER_GAP    3
#define FOLD          12
#define DASH          4

/* Heights grow by steps, so that cards side by side line up. */
#define HEIGHT_STEP 6
#define MIN_HEIGHT  62
#define MIN_PILL    38

static const CommonsCardSizes sizes[] = {
  [COMMONS_DETAIL_FULL] = { 16, 8, 10, 3, 1, 1, 14.67, 19, 17, TRUE, 38, 20, 9, 7.5 },
  [COMMONS_DETAIL_TITLE] = { 15, 6, 7, 2, 0.67, 0.67, 12.5, 15.5, 14, FALSE, 31, 16, 6, 5 },
  [COMMONS_DETAIL_SMALL] = { 12, 4, 1, 1, 0.4, 0.4, 10.5, 12, 10.5, FALSE, 20, 12, 3, 3.5 },
  [COMMONS_DETAIL_SHAPE] = { 10, 0, 0, 0, 0, 0, 0, 0, 0, FALSE, 10, 10, 2, 0 },
  [COMMONS_DETAIL_FAR] = { 0 },
};

/* Where the smallest letters need a little more room. */
static const CommonsCardSizes snug = { 12, 3, 1, 1, 0.25, 0.4, 10.5, 12, 10.5, FALSE, 18, 11, 3, 3.5 };

static gboolean
is_round (const CommonsKind *kind)
{
  for (guint i = 0; kind != NULL && i < 4; i++)
    {
      if (kind->look.radii[i] == COMMONS_RADIUS_ROUND)
        return TRUE;
    }

  return FALSE;
}

static void
set_border (const CommonsDrawing *drawing,
            CommonsRecord        *node,
            CommonsCardFrame     *frame)
{
  int border = frame->kind ? frame->kind->look.border : 1;
  gboolean strong = border > 1 || commons_drawing_is_draft (node);

  if (drawing->theme->high_contrast)
    border *= 2;

  frame->box.border_width = border * frame->unit;
  frame->box.border = strong ? frame->hue.accent : frame->hue.line;

  if (commons_drawing_is_draft (node))
    frame->box.dash = DASH * frame->unit;
}

/* Bars are as thick as the kind says, and thinner when seen from far. */
static void
set_bars (const CommonsDrawing *drawing,
          CommonsCardFrame     *frame)
{
  double widest = frame->sizes->max_bar * frame->unit;

  for (guint i = 0; i < 4; i++)
    {
      double bar = frame->kind ? frame->kind->look.bars[i] : 0;

      if (bar > 0 && drawing->theme->high_contrast)
        bar += 2;

      frame->box.bars[i] = MIN (bar, widest);
    }

  frame->box.bar = frame->hue.accent;
}

static void
set_silhouette (const CommonsDrawing *drawing,
                CommonsRecord        *node,
                CommonsCardFrame     *frame)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  gboolean near_by = drawing->detail < COMMONS_DETAIL_SHAPE;
  CommonsBox *box = &frame->box;

  *box = (CommonsBox) { bounds->x, bounds->y, bounds->width, bounds->height };

  for (guint i = 0; i < 4; i++)
    {
      int radius = frame->kind ? frame->kind->look.radii[i] : 6;

      box->radii[i] = radius == COMMONS_RADIUS_ROUND ? box->height / 2 : radius;
    }

  box->fill = near_by ? frame->hue.fill : frame->hue.mid;

  if (frame->kind != NULL && frame->kind->look.extra == COMMONS_EXTRA_FOLD)
    box->cut = MIN (FOLD, MIN (box->width, box->height));

  if (drawing->detail < COMMONS_DETAIL_FAR)
    set_bars (drawing, frame);

  if (!near_by)
    return;

  set_border (drawing, node, frame);

  if (commons_drawing_get_opacity (node) >= 1)
    box->shadow = drawing->theme->shadow * (drawing->detail == COMMONS_DETAIL_SMALL ? 0.6 : 1);
}

/* Icon first, text after it: from the inner edges of the bars, less the
 * padding of the kind. */
static void
set_columns (CommonsCardFrame *frame)
{
  const CommonsCardSizes *size = frame->sizes;
  const CommonsLook *look = frame->kind ? &frame->kind->look : NULL;
  const CommonsBox *box = &frame->box;
  double left = box->x + box->bars[3] + (look ? look->pad_left : 12) * size->pad * frame->unit;
  double right = box->x + box->width - box->bars[1] - (look ? look->pad_right : 12) * size->pad_end * frame->unit;
  double bottom = box->height - box->bars[0] - box->bars[2];
  double mark = size->icon * frame->unit;

  if (look != NULL && look->extra == COMMONS_EXTRA_GAUGE)
    bottom -= size->gauge * frame->unit;

  if (look != NULL && look->extra == COMMONS_EXTRA_DISC)
    mark = MIN (size->disc * frame->unit, MAX (0, box->height - 4 * frame->unit));

  /* The hole of a label comes before its icon. */
  if (look != NULL && look->extra == COMMONS_EXTRA_HOLE)
    left += (8 * frame->unit + size->gap * frame->unit);

  frame->mark = (CommonsSpan) { left, box->y, look ? mark : 0, mark };

  if (look != NULL)
    left += mark + size->gap * frame->unit;

  frame->text = (CommonsSpan) { left, box->y + box->bars[0], MAX (right - left, 1), MAX (bottom, 1) };
}

void
commons_card_layout_divide (const CommonsDrawing *drawing,
                            CommonsRecord        *node,
                            CommonsCardFrame     *frame)
{
  g_return_if_fail (drawing != NULL);
  g_return_if_fail (node != NULL);
  g_return_if_fail (frame != NULL);

  memset (frame, 0, sizeof *frame);
  frame->kind = commons_catalogue_get_kind (drawing->catalogue, commons_record_get_kind (node));
  frame->sizes = &sizes[drawing->detail];
  frame->unit = drawing->detail == COMMONS_DETAIL_FULL ? 1 : drawing->pixel;
  frame->centered = is_round (frame->kind);
  commons_drawing_get_hue (drawing, node, &frame->hue);

  set_silhouette (drawing, node, frame);
  set_columns (frame);
}

gboolean
commons_card_layout_make_snug (const CommonsDrawing *drawing,
                               CommonsCardFrame     *frame)
{
  g_return_val_if_fail (drawing != NULL, FALSE);
  g_return_val_if_fail (frame != NULL, FALSE);

  if (drawing->detail != COMMONS_DETAIL_SMALL)
    return FALSE;

  frame->sizes = &snug;
  set_columns (frame);
  return TRUE;
}

/* The body takes the lines the title leaves, none when there is no room. */
static PangoLayout *
make_body (const CommonsDrawing   *drawing,
           const CommonsCardFrame *frame,
           const char             *body,
           double                  used)
{
  CommonsTextStyle style = {
    .size = BODY_SIZE,
    .line = BODY_LINE,
    .french = drawing->french,
    .marks = COMMONS_TEXT_MARKDOWN,
    .link = &frame->hue.accent,
  };
  double room = frame->text.height - used - BODY_GAP - 2 * frame->sizes->slack;
  int n_lines = (int) floor (room / BODY_LINE + 0.01);

  if (drawing->detail != COMMONS_DETAIL_FULL || body[0] == '\0' || n_lines < 1)
    return NULL;

  return commons_text_layout (body, &style, frame->text.width, n_lines);
}

/* The icon of an action is its state. */
static const char *
get_icon (const CommonsCardFrame *frame,
          CommonsRecord          *node)
{
  const char *state;

  if (g_strcmp0 (frame->kind->id, "action") != 0)
    return frame->kind->look.icon;

  state = commons_record_get_string (node, "commons/fields/status");

  if (g_strcmp0 (state, "doing") == 0)
    return "cc-doing";
  else if (g_strcmp0 (state, "done") == 0)
    return "cc-done";
  else
    return frame->kind->look.icon;
}

static void
add_icon (const CommonsDrawing   *drawing,
          const CommonsCardFrame *frame,
          CommonsRecord          *node,
          double                  y,
          CommonsScene           *scene)
{
  gboolean on_disc = frame->kind->look.extra == COMMONS_EXTRA_DISC && drawing->detail < COMMONS_DETAIL_SHAPE;
  const CommonsColor *color = on_disc ? &drawing->theme->on_accent : &frame->hue.accent;
  double x = frame->mark.x, size = frame->mark.width;

  if (on_disc)
    {
      double inner = size * frame->sizes->disc_icon / frame->sizes->disc;

      x += (size - inner) / 2;
      y += (size - inner) / 2;
      size = inner;
    }

  commons_scene_add_icon (scene, get_icon (frame, node), x, y, size, color);
}

static void
add_mark (const CommonsDrawing   *drawing,
          const CommonsCardFrame *frame,
          CommonsRecord          *node,
          double                  text_y,
          CommonsScene           *scene)
{
  double line = frame->sizes->line * frame->unit;
  double y;

  if (frame->kind == NULL)
    return;

  /* Beside the first line, or at half the height of what is round. */
  if (frame->centered || drawing->detail != COMMONS_DETAIL_FULL)
    y = frame->text.y + (frame->text.height - frame->mark.height) / 2;
  else
    y = text_y + (line - frame->mark.height) / 2;

  if (frame->kind->look.extra == COMMONS_EXTRA_DISC)
    {
      g_autoptr (CommonsPath) path = commons_path_new ();
      CommonsStroke stroke = { .fill = frame->hue.accent };
      double radius = frame->mark.width / 2;

      commons_path_add_circle (path, frame->mark.x + radius, y + radius, radius);
      commons_scene_add_path (scene, path, &stroke);
    }

  add_icon (drawing, frame, node, y, scene);
}

/* Where the block of text begins: at the padding, higher when there is little
 * room, and at half the height when it is a title alone. */
static double
get_text_top (const CommonsCardFrame *frame,
              double                  block,
              gboolean                alone)
{
  double middle = (frame->text.height - block) / 2;
  double top = frame->sizes->top * frame->unit;

  if (!frame->centered && !alone)
    middle = MIN (middle, top);

  return frame->text.y + MAX (middle, 0);
}

static void
add_texts (const CommonsDrawing *drawing,
           CommonsCardFrame     *frame,
           CommonsRecord        *node,
           CommonsScene         *scene)
{
  gboolean struck = commons_drawing_get_opacity (node) < 1;
  g_autoptr (PangoLayout) title =
    commons_card_layout_make_title (drawing, frame, commons_record_get_heading (node), struck);
  double title_height = commons_text_get_height (title) * frame->unit;
  g_autoptr (PangoLayout) body = make_body (drawing, frame, commons_record_get_body (node), title_height);
  double block = title_height + (body ? BODY_GAP + commons_text_get_height (body) : 0);
  double least = block + FOOTER_GAP + FOOTER_HEIGHT + 2 * 6;
  gboolean footer = drawing->detail == COMMONS_DETAIL_FULL && least <= frame->text.height &&
                    commons_card_layout_has_footer (drawing, node);
  double whole = block + (footer ? FOOTER_GAP + 4 + FOOTER_HEIGHT : 0);
  double y = get_text_top (frame, whole, body == NULL && !footer);

  add_mark (drawing, frame, node, y, scene);
  commons_scene_add_text (scene, title, frame->text.x, y, frame->unit, &frame->hue.text);

  if (body != NULL)
    {
      CommonsColor color = commons_color_fade (&frame->hue.text, drawing->theme->high_contrast ? 1 : 0.92);

      commons_scene_add_text (scene, body, frame->text.x, y + title_height + BODY_GAP, 1, &color);
    }

  if (footer)
    {
      double bottom = frame->text.y + frame->text.height - (y - frame->text.y) - FOOTER_HEIGHT;

      commons_card_layout_add_footer (drawing, frame, node,
                                      MAX (bottom, y + block + FOOTER_GAP), scene);
    }
}

static void
add_far_icon (const CommonsCardFrame *frame,
              CommonsRecord          *node,
              CommonsScene           *scene)
{
  double size = MIN (frame->sizes->icon * frame->unit,
                     MIN (frame->box.width, frame->box.height));

  commons_scene_add_icon (scene, get_icon (frame, node),
                          frame->box.x + (frame->box.width - size) / 2,
                          frame->box.y + (frame->box.height - size) / 2,
                          size, &frame->hue.onmid);
}

void
commons_card_layout_build (const CommonsDrawing *drawing,
                           CommonsRecord        *node,
                           CommonsScene         *scene)
{
  g_autofree char *description = NULL;
  CommonsCardFrame frame;

  g_return_if_fail (drawing != NULL);
  g_return_if_fail (node != NULL);
  g_return_if_fail (scene != NULL);

  description = commons_drawing_describe (drawing, node);
  commons_card_layout_divide (drawing, node, &frame);
  commons_scene_begin_group (scene, commons_record_get_id (node), commons_record_get_title (node),
                             description, commons_drawing_get_opacity (node));
  commons_scene_add_box (scene, &frame.box);

  if (frame.box.width >= 1 && frame.box.height >= 1)
    {
      commons_card_layout_add_extras (drawing, &frame, node, scene);

      if (drawing->detail < COMMONS_DETAIL_SHAPE)
        add_texts (drawing, &frame, node, scene);
      else if (drawing->detail == COMMONS_DETAIL_SHAPE && frame.kind != NULL)
        add_far_icon (&frame, node, scene);

      commons_card_layout_add_badges (drawing, &frame, node, scene);
    }

  commons_scene_end_group (scene);
}

int
commons_card_layout_measure_height (const CommonsDrawing *drawing,
                                    const char           *kind,
                                    int                   width,
                                    const char           *text)
{
  CommonsDrawing full = *drawing;
  g_autoptr (CommonsRecord) node = NULL;
  g_autoptr (PangoLayout) title = NULL, body = NULL;
  CommonsCardFrame frame;
  double height, least;

  g_return_val_if_fail (text != NULL, MIN_HEIGHT);

  /* A card tall enough for any text tells how much of it is needed. */
  full.detail = COMMONS_DETAIL_FULL;
  node = commons_record_new_card (kind, FALSE, &(CommonsRect) { 0, 0, MAX (width, 1), 100000 }, text);
  commons_card_layout_divide (&full, node, &frame);
  title = commons_card_layout_make_title (&full, &frame, commons_record_get_heading (node), FALSE);
  height = commons_text_get_height (title);
  body = make_body (&full, &frame, commons_record_get_body (node), height);
  least = g_strcmp0 (kind, "value") == 0 ? MIN_PILL : MIN_HEIGHT;

  if (body != NULL)
    height += BODY_GAP + commons_text_get_height (body);

  height += frame.box.height - frame.text.height;
  height += 2 * (frame.centered ? 8 : frame.sizes->top);

  if (height <= least)
    return (int) least;

  return (int) ceil (height / HEIGHT_STEP) * HEIGHT_STEP;
}
