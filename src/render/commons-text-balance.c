/* commons-text-balance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each width that is tried lays the text out anew, which costs as much as the
 * first time. Most are too narrow, which the words tell before.
 */

#define G_LOG_DOMAIN "commons-text"

#include "config.h"

#include "commons-text-private.h"

/* How much wider the block gets with each try, in parts of the width that
 * lines of the same length would have. */
#define FIRST_SLACK 1.06
#define SLACK_STEP  0.12

/* What letters may lose where a line ends between them, in Pango units. */
#define TOLERANCE PANGO_SCALE

/* A part of the text that is never broken, with and without the spaces at its
 * end. */
typedef struct
{
  int width;
  int spaces;
} Word;

static int
get_line_width (PangoLayout *layout,
                int          line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &logical);
  return logical.width;
}

/* Whether no line is wider than the block: a word that does not fit stands
 * out of it when words are never broken. */
static gboolean
is_within (PangoLayout *layout,
           int          width)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width <= width;
}

/* Whether some line begins on the right. */
static gboolean
begins_on_the_right (PangoLayout *layout)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      if (pango_layout_get_line_readonly (layout, i)->resolved_dir == PANGO_DIRECTION_RTL)
        return TRUE;
    }

  return FALSE;
}

/* Spaces at the end of a line have no width, so that words are no wider than
 * they are. */
static int *
measure_letters (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int *widths = g_new0 (int, pango_layout_get_character_count (layout));

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      for (GSList *runs = pango_layout_get_line_readonly (layout, i)->runs; runs != NULL; runs = runs->next)
        {
          PangoGlyphItem *run = runs->data;

          pango_glyph_item_get_logical_widths (run, text, widths + g_utf8_pointer_to_offset (text, text + run->item->offset));
        }
    }

  return widths;
}

static GArray *
list_words (PangoLayout *layout)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, NULL);
  g_autofree int *widths = measure_letters (layout);

  for (int i = 0; i < pango_layout_get_character_count (layout); i++)
    {
      Word *word;

      if (words->len == 0 || attrs[i].is_line_break)
        g_array_set_size (words, words->len + 1);

      word = &g_array_index (words, Word, words->len - 1);
      word->width += widths[i];
      word->spaces = attrs[i].is_white ? word->spaces + widths[i] : 0;
    }

  return words;
}

/* Whether the words may stand in so many lines of that width; what is sure is
 * only that they do not. */
static gboolean
may_fit (const GArray *words,
         int           width,
         int           n_lines)
{
  int used = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      int shown = word->width - word->spaces;

      if (shown > width + TOLERANCE)
        return FALSE;

      if (used + shown > width + TOLERANCE)
        {
          used = 0;
          n_lines--;
        }

      used += word->width;
    }

  return n_lines > 0;
}

void
_commons_text_balance (PangoLayout *layout,
                       double       width)
{
  PangoWrapMode wrap = pango_layout_get_wrap (layout);
  int n_lines = pango_layout_get_line_count (layout);
  g_autoptr (GArray) words = NULL;
  double total = 0;

  if (n_lines < 2 || n_lines > 3 || pango_layout_is_ellipsized (layout) || begins_on_the_right (layout))
    return;

  for (int i = 0; i < n_lines; i++)
    total += (double) get_line_width (layout, i) / PANGO_SCALE;

  words = list_words (layout);

  for (double slack = FIRST_SLACK; total / n_lines * slack < width; slack += SLACK_STEP)
    {
      int narrower = (int) (total / n_lines * slack * PANGO_SCALE);

      if (!may_fit (words, narrower, n_lines))
        continue;

      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, narrower);

      if (pango_layout_get_line_count (layout) == n_lines &&
          !pango_layout_is_ellipsized (layout) && is_within (layout, narrower))
        return;
    }

  pango_layout_set_wrap (layout, wrap);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
}
