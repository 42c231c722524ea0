/* commons-card-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-card-layout"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-card-layout.h"

#define FOLD 12
#define DASH 4

static const CommonsCardSizes sizes[] = {
  [COMMONS_DETAIL_FULL] = { 16, 8, 10, 3, 1, 1, 14.67, 19, 17, TRUE, 38, 20, 9, 7.5, 12.5, 17 },
  [COMMONS_DETAIL_TITLE] = { 15, 6, 7, 2, 0.67, 0.67, 12.5, 15.5, 14, FALSE, 31, 16, 6, 5, 0, 0 },
  [COMMONS_DETAIL_SMALL] = { 12, 4, 1, 1, 0.4, 0.4, 10.5, 12, 10.5, FALSE, 20, 12, 3, 3.5, 0, 0 },
  [COMMONS_DETAIL_SHAPE] = { 10, 0, 0, 0, 0, 0, 0, 0, 0, FALSE, 10, 10, 2, 0, 0, 0 },
  [COMMONS_DETAIL_FAR] = { 0 },
};

/* The least a text shrinks to before its card has to grow. */
static const CommonsCardSizes least = { 16, 8, 10, 2, 1, 1, 14, 18, 16.5, TRUE, 38, 20, 9, 7.5, 12, 16 };

/* Where the smallest letters need a little more room. */
static const CommonsCardSizes snug = { 12, 3, 1, 1, 0.25, 0.4, 10.5, 12, 10.5, FALSE, 18, 11, 3, 3.5, 0, 0 };

double
commons_card_layout_get_letters (CommonsDetail detail)
{
  /* Bodies shrink to the size of the footer at most. */
  return detail == COMMONS_DETAIL_FULL ? least.body_size : sizes[detail].size;
}

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

  frame->mark = (CommonsSpan) { left, box->y, frame->icon ? mark : 0, mark };

  if (frame->icon != NULL)
    left += mark + size->gap * frame->unit;

  frame->text = (CommonsSpan) { left, box->y + box->bars[0], MAX (right - left, 1), MAX (bottom, 1) };
}

/* The icon of an action is its state; cards of other programs have one by
 * what they hold. */
const char *
commons_card_layout_get_icon (const CommonsKind *kind,
                              CommonsRecord     *node)
{
  const char *state, *type;

  g_return_val_if_fail (node != NULL, NULL);

  type = commons_record_get_node_type (node);

  if (commons_record_is_hidden (node))
    return "cc-hidden";

  if (g_str_equal (type, "link"))
    return "cc-address";

  if (g_str_equal (type, "file"))
    return "cc-file";

  if (kind == NULL)
    return NULL;

  state = g_str_equal (kind->id, "action") ? commons_record_get_string (node, "commons/fields/status") : NULL;

  if (g_strcmp0 (state, "doing") == 0)
    return "cc-doing";
  else if (g_strcmp0 (state, "done") == 0)
    return "cc-done";
  else
    return kind->look.icon;
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
  frame->icon = commons_card_layout_get_icon (frame->kind, node);
  frame->unit = drawing->detail == COMMONS_DETAIL_FULL ? 1 : drawing->pixel;
  frame->centered = is_round (frame->kind);
  commons_drawing_get_hue (drawing, node, &frame->hue);

  set_silhouette (drawing, node, frame);
  set_columns (frame);
}

gboolean
commons_card_layout_make_least (const CommonsDrawing *drawing,
                                CommonsCardFrame     *frame)
{
  g_return_val_if_fail (drawing != NULL, FALSE);
  g_return_val_if_fail (frame != NULL, FALSE);

  if (drawing->detail != COMMONS_DETAIL_FULL)
    return FALSE;

  frame->sizes = &least;
  return TRUE;
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

static void
add_far_icon (const CommonsCardFrame *frame,
              CommonsScene           *scene)
{
  double size = MIN (frame->sizes->icon * frame->unit,
                     MIN (frame->box.width, frame->box.height));

  commons_scene_add_icon (scene, frame->icon,
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
  gboolean hidden;
  CommonsCardFrame frame;

  g_return_if_fail (drawing != NULL);
  g_return_if_fail (node != NULL);
  g_return_if_fail (scene != NULL);

  description = commons_drawing_describe (drawing, node);
  commons_card_layout_divide (drawing, node, &frame);
  hidden = commons_record_is_hidden (node);
  commons_scene_begin_group (scene, commons_record_get_id (node), hidden ? NULL : commons_record_get_title (node),
                             description, commons_drawing_get_opacity (node));
  commons_scene_add_box (scene, &frame.box);

  if (frame.box.width >= 1 && frame.box.height >= 1)
    {
      if (hidden && drawing->detail < COMMONS_DETAIL_SHAPE)
        commons_card_layout_add_hatching (drawing, &frame, scene);

      commons_card_layout_add_extras (drawing, &frame, node, scene);

      if (drawing->detail < COMMONS_DETAIL_SHAPE && hidden)
        commons_card_layout_add_mark (drawing, &frame,
                                      frame.text.y + (frame.text.height - frame.sizes->line * frame.unit) / 2, scene);
      else if (drawing->detail < COMMONS_DETAIL_SHAPE)
        commons_card_layout_add_texts (drawing, &frame, node, scene);
      else if (drawing->detail == COMMONS_DETAIL_SHAPE && frame.icon != NULL)
        add_far_icon (&frame, scene);

      commons_card_layout_add_badges (drawing, &frame, node, scene);
    }

  commons_scene_end_group (scene);
}
