/* commons-card-title.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters do not shrink with a card seen from far: its title may need all the
 * room there is, and a long word more than that.
 */

#define G_LOG_DOMAIN "commons-card-title"

#include "config.h"

#include <math.h>

#include "commons-card-layout.h"
#include "commons-text.h"

/* How much a title may shrink for its longest word, and to what at least. */
#define LEAST_SCALE 0.85
#define LEAST_SIZE  9
#define STEP        0.5

/* A title and the room it is to be laid out in. @tight is when lines may
 * almost touch; @word is how wide the widest word is, and @length all words
 * together, once they were measured. */
typedef struct
{
  const CommonsDrawing   *drawing;
  const CommonsCardFrame *frame;
  const char             *text;
  CommonsTextStyle        style;
  gboolean                tight;
  double                  word;
  double                  length;
} Title;

static void
set_tight (Title    *title,
           gboolean  tight)
{
  const CommonsCardSizes *sizes = title->frame->sizes;

  title->tight = tight;
  title->style.line = tight ? sizes->tight : sizes->line;
}

static void
title_init (Title                  *title,
            const CommonsDrawing   *drawing,
            const CommonsCardFrame *frame,
            const char             *text,
            gboolean                struck)
{
  *title = (Title) {
    .drawing = drawing,
    .frame = frame,
    .text = text,
    .style = {
      .size = frame->sizes->size,
      .bold = frame->sizes->bold,
      .struck = struck,
      .french = drawing->french,
      .marks = COMMONS_TEXT_INLINE,
      .balanced = drawing->detail <= COMMONS_DETAIL_TITLE,
      .whole = drawing->detail > COMMONS_DETAIL_FULL,
    },
  };
  set_tight (title, FALSE);
}

static double
get_width (const Title *title)
{
  const CommonsCardFrame *frame = title->frame;
  double width = frame->text.width;

  /* Half of the padding on the right is worth a word. */
  if (title->tight)
    width += (frame->box.x + frame->box.width - frame->box.bars[1] - frame->text.x - frame->text.width) / 2;

  return width / frame->unit;
}

/* How many lines fit, with some slack above and below. */
static int
get_n_lines (const Title *title)
{
  double slack = title->tight ? 0.5 : title->frame->sizes->slack;
  double room = title->frame->text.height / title->frame->unit - 2 * slack;

  return MAX (1, (int) floor (room / title->style.line + 0.01));
}

static void
measure (Title *title)
{
  title->word = commons_text_measure_words (title->text, &title->style, &title->length);
}

/* Lays the title out anew; returns whether all of it shows. */
static gboolean
try (const Title  *title,
     PangoLayout **layout)
{
  g_clear_object (layout);
  *layout = commons_text_layout (title->text, &title->style, get_width (title), get_n_lines (title));

  return !commons_text_is_cut (*layout);
}

/* Whether words are not too wide, nor too many to be worth trying. */
static gboolean
may_fit (const Title *title)
{
  double width = get_width (title);

  return title->word <= width && title->length <= width * get_n_lines (title);
}

/* Shrinks letters a little for the longest word, by steps, since each size
 * is a font of its own; compounds part at their hyphens when that is not
 * enough. */
static void
fit_words (Title *title)
{
  double usual = title->style.size;
  double least = MAX (usual * LEAST_SCALE, LEAST_SIZE);

  if (get_width (title) < title->word * least / usual)
    {
      title->style.loose = TRUE;
      measure (title);
    }

  if (get_width (title) < title->word)
    title->style.size = MAX (floor (usual * get_width (title) / title->word / STEP) * STEP, least);
}

/* Takes what room there is at the left, for a title that then shows whole or
 * a word that is too wide; one that is too long all the same stays in line
 * with those of other cards. */
static void
squeeze (Title            *title,
         CommonsCardFrame *frame,
         PangoLayout     **layout)
{
  CommonsCardFrame usual = *frame;
  gboolean wide = get_width (title) < title->word;

  if (commons_card_layout_make_snug (title->drawing, frame) &&
      may_fit (title) && try (title, layout))
    return;

  if (wide)
    fit_words (title);
  else
    *frame = usual;

  try (title, layout);
}

PangoLayout *
commons_card_layout_make_title (const CommonsDrawing *drawing,
                                CommonsCardFrame     *frame,
                                const char           *text,
                                gboolean              struck)
{
  PangoLayout *layout = NULL;
  Title title;

  g_return_val_if_fail (drawing != NULL, NULL);
  g_return_val_if_fail (frame != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  title_init (&title, drawing, frame, text, struck);

  if (try (&title, &layout))
    return layout;

  set_tight (&title, TRUE);

  if (!title.style.whole)
    {
      try (&title, &layout);
      return layout;
    }

  measure (&title);

  if (!may_fit (&title) || !try (&title, &layout))
    squeeze (&title, frame, &layout);

  return layout;
}
