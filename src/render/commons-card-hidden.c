/* commons-card-hidden.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards whose words are kept from the others are hatched.
 */

#define G_LOG_DOMAIN "commons-card-hidden"

#include "config.h"

#include <math.h>

#include "commons-card-layout.h"

#define STEP 10
#define LINE 1

/* The part of the line through all points whose x and y add up to @sum that
 * lies in a box, by the x of its ends. */
typedef struct
{
  double sum;
  double from;
  double to;
} Stroke;

static void
clip_to_sides (const CommonsBox *box,
               Stroke           *stroke)
{
  stroke->from = MAX (box->x, stroke->sum - box->y - box->height);
  stroke->to = MIN (box->x + box->width, stroke->sum - box->y);
}

/* Takes off what lies beyond the round corner at the top left (0), top right
 * (1), bottom right (2) or bottom left (3): an end in the square around the
 * corner moves to where the line meets its circle. */
static void
clip_to_corner (const CommonsBox *box,
                guint             corner,
                Stroke           *stroke)
{
  double radius = MIN (box->radii[corner], MIN (box->width, box->height) / 2);
  int right = corner == 1 || corner == 2 ? 1 : -1, down = corner >= 2 ? 1 : -1;
  double x = right > 0 ? box->x + box->width - radius : box->x + radius;
  double y = down > 0 ? box->y + box->height - radius : box->y + radius;
  double distance = (stroke->sum - x - y) / G_SQRT2;
  double middle = (stroke->sum + x - y) / 2;
  double half = sqrt (MAX (radius * radius - distance * distance, 0) / 2);
  gboolean from_beyond = (stroke->from - x) * right > 0 && (stroke->sum - stroke->from - y) * down > 0;
  gboolean to_beyond = (stroke->to - x) * right > 0 && (stroke->sum - stroke->to - y) * down > 0;

  if (from_beyond)
    stroke->from = middle - half;

  if (to_beyond)
    stroke->to = middle + half;
}

/* The ends of lines are round, and stay within the border. */
static CommonsBox
get_inside (const CommonsCardFrame *frame)
{
  CommonsBox box = frame->box;
  double inset = MIN (frame->unit, MIN (box.width, box.height) / 2);

  box.x += inset;
  box.y += inset;
  box.width -= 2 * inset;
  box.height -= 2 * inset;

  for (guint i = 0; i < 4; i++)
    box.radii[i] = MAX (box.radii[i] - inset, 0);

  return box;
}

void
commons_card_layout_add_hatching (const CommonsDrawing   *drawing,
                                  const CommonsCardFrame *frame,
                                  CommonsScene           *scene)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  CommonsBox inside = get_inside (frame);
  const CommonsBox *box = &inside;
  double step = STEP * frame->unit;
  double first = ceil ((box->x + box->y) / step) * step;
  double end = box->x + box->y + box->width + box->height - box->cut;
  CommonsStroke style = { .color = frame->hue.line, .width = LINE * frame->unit };

  /* Lines stand where they would on the board, so that cards side by side
   * are hatched as one. */
  for (double sum = first; sum < end; sum += step)
    {
      Stroke stroke = { .sum = sum };

      clip_to_sides (box, &stroke);

      for (guint corner = 0; corner < 4; corner++)
        clip_to_corner (box, corner, &stroke);

      if (stroke.to - stroke.from < frame->unit)
        continue;

      commons_path_move_to (path, stroke.from, sum - stroke.from);
      commons_path_line_to (path, stroke.to, sum - stroke.to);
    }

  commons_scene_add_path (scene, path, &style);
}
