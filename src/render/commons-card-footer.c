/* commons-card-footer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Status, confidence and side of a card, in words and bars.
 */

#define G_LOG_DOMAIN "commons-card-footer"

#include "config.h"

#include "commons-card-layout.h"
#include "commons-text.h"

#define FOOTER_SIZE 12

/* What the group says is the rule, which needs no word. */
static const char *
get_side_label (const CommonsDrawing *drawing,
                CommonsRecord        *node)
{
  const char *side = commons_record_get_string (node, "commons/side");

  return g_strcmp0 (side, "i") == 0 ? commons_catalogue_get_text (drawing->catalogue, "side.i") : NULL;
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

      commons_scene_add_plain_box (scene, x + 6 * i, y + 13 - height, 4, height,
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
