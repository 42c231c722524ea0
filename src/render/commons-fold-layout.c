/* commons-fold-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-fold-layout"

#include "config.h"

#include <math.h>

#include "commons-fold-layout.h"
#include "commons-folding.h"
#include "commons-group-layout.h"
#include "commons-text.h"

/* Pixels of the screen, but for what stands behind. */
#define NAME_SIZE  13
#define COUNT_SIZE 12
#define PAD        14
#define ICON       16
#define GAP        8

/* The edge of what lies behind, in units. */
#define BEHIND 5

static void
add_body (const CommonsDrawing *drawing,
          CommonsRecord        *group,
          const CommonsRect    *bounds,
          double                behind,
          CommonsScene         *scene)
{
  const CommonsTheme *theme = drawing->theme;
  gboolean circle = commons_group_layout_get_look (drawing, group) == COMMONS_GROUP_CIRCLE;
  double radius = circle ? bounds->height / 2.0 : 8;
  CommonsBox box = {
    bounds->x + behind, bounds->y + behind, bounds->width - 2 * behind, bounds->height,
    .radii = { radius, radius, radius, radius },
    .fill = theme->pill,
    .border = theme->ring_line,
    .border_width = (theme->high_contrast ? 2 : 1.5) * drawing->pixel,
    .dash = commons_drawing_is_draft (group) ? 4 * drawing->pixel : 0,
    .shadow = behind > 0 ? 0 : 1,
  };

  commons_scene_add_box (scene, &box);
}

/* The count at the right, then as much of the name as there is room for. */
static void
add_words (const CommonsDrawing *drawing,
           CommonsRecord        *group,
           const CommonsRect    *bounds,
           guint                 n_hidden,
           CommonsScene         *scene)
{
  const CommonsTheme *theme = drawing->theme;
  double pixel = drawing->pixel, middle = bounds->y + bounds->height / 2.0;
  g_autofree char *text = g_strdup_printf ("+%u", n_hidden);
  PangoLayout *count = commons_drawing_get_label (drawing, text, COUNT_SIZE, TRUE, -1);
  double right = bounds->x + bounds->width - PAD * pixel - commons_text_get_width (count) * pixel;
  double left = bounds->x + PAD * pixel;
  PangoLayout *name;

  if (commons_group_layout_get_look (drawing, group) == COMMONS_GROUP_CIRCLE)
    {
      commons_scene_add_icon (scene, "cc-circle", left, middle - ICON / 2.0 * pixel, ICON * pixel,
                              &commons_theme_get_hue (theme, "commons")->accent);
      left += (ICON + GAP) * pixel;
    }

  if (n_hidden > 0)
    commons_scene_add_text (scene, count, right, middle - commons_text_get_height (count) * pixel / 2, pixel,
                            &theme->zone_text);

  if (right - GAP * pixel <= left || *commons_record_get_shown_title (group) == '\0')
    return;

  name = commons_drawing_get_label (drawing, commons_record_get_shown_title (group), NAME_SIZE, TRUE,
                                    (right - GAP * pixel - left) / pixel);
  commons_scene_add_text (scene, name, left, middle - commons_text_get_height (name) * pixel / 2, pixel,
                          &theme->ring_text);
}

void
commons_fold_layout_build (const CommonsDrawing *drawing,
                           CommonsRecord        *group,
                           guint                 n_hidden,
                           CommonsScene         *scene)
{
  g_autofree char *description = NULL;
  CommonsRect bounds;

  g_return_if_fail (group != NULL);
  g_return_if_fail (scene != NULL);

  commons_folding_get_bounds (group, &bounds);
  description = commons_drawing_describe (drawing, group);
  commons_scene_begin_group (scene, commons_record_get_id (group), commons_record_get_shown_title (group),
                             description, commons_drawing_get_opacity (group));

  add_body (drawing, group, &bounds, BEHIND, scene);
  add_body (drawing, group, &bounds, 0, scene);
  if (drawing->detail < COMMONS_DETAIL_SHAPE)
    add_words (drawing, group, &bounds, n_hidden, scene);

  commons_scene_end_group (scene);
}
