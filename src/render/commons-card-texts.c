/* commons-card-texts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Title and body of a card, the icon beside them, and how much room they need.
 */

#define G_LOG_DOMAIN "commons-card-texts"

#include "config.h"

#include <math.h>

#include "commons-card-layout.h"
#include "commons-text.h"

#define BODY_GAP      3
#define FOOTER_HEIGHT 16
#define FOOTER_GAP    3

/* Heights grow by steps, so that cards side by side line up. */
#define HEIGHT_STEP 6
#define MIN_HEIGHT  62
#define MIN_PILL    38

/* A height at which nothing of any text is cut. */
#define ENDLESS 100000

/* What a card says; @body is %NULL when there is none or no room for it, and
 * @whole is whether all of it shows. */
typedef struct
{
  PangoLayout *title;
  PangoLayout *body;
  double       title_height;
  double       height;
  gboolean     whole;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_clear_object (&texts->title);
  g_clear_object (&texts->body);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

/* The body takes the lines the title leaves, none when there is no room. */
static PangoLayout *
make_body (const CommonsDrawing   *drawing,
           const CommonsCardFrame *frame,
           const char             *body,
           double                  used)
{
  CommonsTextStyle style = {
    .size = frame->sizes->body_size,
    .line = frame->sizes->body_line,
    .french = drawing->french,
    .marks = COMMONS_TEXT_MARKDOWN,
  };
  double room = frame->text.height - used - BODY_GAP - 2 * frame->sizes->slack;
  int n_lines;

  if (drawing->detail != COMMONS_DETAIL_FULL || body[0] == '\0')
    return NULL;

  n_lines = (int) floor (room / style.line + 0.01);

  if (n_lines < 1)
    return NULL;

  return commons_text_layout (body, &style, frame->text.width, n_lines);
}

static void
make_texts (const CommonsDrawing *drawing,
            CommonsCardFrame     *frame,
            CommonsRecord        *node,
            Texts                *texts)
{
  gboolean struck = commons_drawing_get_opacity (node) < 1;
  const char *body = commons_record_get_body (node);

  clear_texts (texts);
  texts->title = commons_card_layout_make_title (drawing, frame, commons_record_get_heading (node), struck);
  texts->title_height = commons_text_get_height (texts->title) * frame->unit;
  texts->body = make_body (drawing, frame, body, texts->title_height);
  texts->height = texts->title_height;
  texts->whole = !commons_text_is_cut (texts->title) && (body[0] == '\0' || texts->body != NULL);

  if (texts->body != NULL)
    {
      texts->height += BODY_GAP + commons_text_get_height (texts->body);
      texts->whole = texts->whole && !commons_text_is_cut (texts->body);
    }
}

/* Letters shrink a little before anything is cut. */
static void
fit_texts (const CommonsDrawing *drawing,
           CommonsCardFrame     *frame,
           CommonsRecord        *node,
           Texts                *texts)
{
  make_texts (drawing, frame, node, texts);

  if (!texts->whole && commons_card_layout_make_least (drawing, frame))
    make_texts (drawing, frame, node, texts);
}

static gboolean
has_disc (const CommonsCardFrame *frame)
{
  return frame->kind != NULL && frame->kind->look.extra == COMMONS_EXTRA_DISC;
}

static void
add_icon (const CommonsDrawing   *drawing,
          const CommonsCardFrame *frame,
          double                  y,
          CommonsScene           *scene)
{
  gboolean on_disc = has_disc (frame);
  const CommonsColor *color = on_disc ? &drawing->theme->on_accent : &frame->hue.accent;
  double x = frame->mark.x, size = frame->mark.width;

  if (on_disc)
    {
      double inner = size * frame->sizes->disc_icon / frame->sizes->disc;

      x += (size - inner) / 2;
      y += (size - inner) / 2;
      size = inner;
    }

  commons_scene_add_icon (scene, frame->icon, x, y, size, color);
}

void
commons_card_layout_add_mark (const CommonsDrawing   *drawing,
                              const CommonsCardFrame *frame,
                              double                  text_y,
                              CommonsScene           *scene)
{
  double line = frame->sizes->line * frame->unit;
  double y;

  if (frame->icon == NULL)
    return;

  /* Beside the first line, or at half the height of what is round. */
  if (frame->centered || drawing->detail != COMMONS_DETAIL_FULL)
    y = frame->text.y + (frame->text.height - frame->mark.height) / 2;
  else
    y = text_y + (line - frame->mark.height) / 2;

  if (has_disc (frame))
    {
      g_autoptr (CommonsPath) path = commons_path_new ();
      CommonsStroke stroke = { .fill = frame->hue.accent };
      double radius = frame->mark.width / 2;

      commons_path_add_circle (path, frame->mark.x + radius, y + radius, radius);
      commons_scene_add_path (scene, path, &stroke);
    }

  add_icon (drawing, frame, y, scene);
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

/* Whether there is room for the footer below the text. */
static gboolean
fits_footer (const CommonsDrawing   *drawing,
             const CommonsCardFrame *frame,
             CommonsRecord          *node,
             const Texts            *texts)
{
  double least = texts->height + FOOTER_GAP + FOOTER_HEIGHT + 2 * 6;

  return drawing->detail == COMMONS_DETAIL_FULL && least <= frame->text.height &&
         commons_card_layout_has_footer (drawing, node);
}

void
commons_card_layout_add_texts (const CommonsDrawing *drawing,
                               CommonsCardFrame     *frame,
                               CommonsRecord        *node,
                               CommonsScene         *scene)
{
  g_auto (Texts) texts = { 0 };
  gboolean footer;
  double whole, y;

  g_return_if_fail (drawing != NULL);
  g_return_if_fail (frame != NULL);
  g_return_if_fail (node != NULL);

  fit_texts (drawing, frame, node, &texts);
  footer = fits_footer (drawing, frame, node, &texts);
  whole = texts.height + (footer ? FOOTER_GAP + 4 + FOOTER_HEIGHT : 0);
  y = get_text_top (frame, whole, texts.body == NULL && !footer);

  commons_card_layout_add_mark (drawing, frame, y, scene);
  commons_scene_add_text (scene, texts.title, frame->text.x, y, frame->unit, &frame->hue.text);

  if (texts.body != NULL)
    {
      CommonsColor color = commons_color_fade (&frame->hue.text, drawing->theme->high_contrast ? 1 : 0.92);

      commons_scene_add_text (scene, texts.body, frame->text.x, y + texts.title_height + BODY_GAP, 1, &color);
    }

  if (footer)
    {
      double bottom = frame->text.y + frame->text.height - (y - frame->text.y) - FOOTER_HEIGHT;

      commons_card_layout_add_footer (drawing, frame, node,
                                      MAX (bottom, y + texts.height + FOOTER_GAP), scene);
    }
}

static CommonsRecord *
with_height (CommonsRecord *node,
             int            height)
{
  CommonsRect bounds = *commons_record_get_bounds (node);

  bounds.width = MAX (bounds.width, 1);
  bounds.height = height;
  return commons_record_with_bounds (node, &bounds);
}

static int
get_least_height (CommonsRecord *node)
{
  return g_strcmp0 (commons_record_get_kind (node), "value") == 0 ? MIN_PILL : MIN_HEIGHT;
}

/* A card tall enough for any text tells how much of it is needed. */
static int
measure (const CommonsDrawing *drawing,
         CommonsRecord        *node)
{
  CommonsDrawing full = *drawing;
  g_autoptr (CommonsRecord) tall = with_height (node, ENDLESS);
  g_auto (Texts) texts = { 0 };
  CommonsCardFrame frame;
  double height;

  full.detail = COMMONS_DETAIL_FULL;
  commons_card_layout_divide (&full, tall, &frame);
  make_texts (&full, &frame, tall, &texts);
  height = texts.height + frame.box.height - frame.text.height;
  height += 2 * (frame.centered ? 8 : frame.sizes->top);

  if (commons_card_layout_has_footer (&full, node))
    height += FOOTER_GAP + 4 + FOOTER_HEIGHT;

  if (height <= get_least_height (node))
    return get_least_height (node);

  return (int) ceil (height / HEIGHT_STEP) * HEIGHT_STEP;
}

static gboolean
shows_whole (const CommonsDrawing *drawing,
             CommonsRecord        *node,
             int                   height)
{
  CommonsDrawing full = *drawing;
  g_autoptr (CommonsRecord) sized = with_height (node, height);
  g_auto (Texts) texts = { 0 };
  CommonsCardFrame frame;

  full.detail = COMMONS_DETAIL_FULL;
  commons_card_layout_divide (&full, sized, &frame);
  fit_texts (&full, &frame, sized, &texts);

  return texts.whole;
}

int
commons_card_layout_measure_height (const CommonsDrawing *drawing,
                                    const char           *kind,
                                    int                   width,
                                    const char           *text)
{
  g_autoptr (CommonsRecord) node = NULL;

  g_return_val_if_fail (drawing != NULL, MIN_HEIGHT);
  g_return_val_if_fail (text != NULL, MIN_HEIGHT);

  node = commons_record_new_card (kind, FALSE, &(CommonsRect) { 0, 0, MAX (width, 1), MIN_HEIGHT }, text);

  return measure (drawing, node);
}

int
commons_card_layout_fit_height (const CommonsDrawing *drawing,
                                CommonsRecord        *before,
                                CommonsRecord        *after)
{
  int height;

  g_return_val_if_fail (drawing != NULL, MIN_HEIGHT);
  g_return_val_if_fail (before != NULL, MIN_HEIGHT);
  g_return_val_if_fail (after != NULL, MIN_HEIGHT);

  height = commons_record_get_bounds (before)->height;

  /* What grew with its text shrinks with it. */
  if (height > get_least_height (before) && height == measure (drawing, before))
    height = get_least_height (after);

  return shows_whole (drawing, after, height) ? height : MAX (height, measure (drawing, after));
}
