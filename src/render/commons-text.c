/* commons-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-text"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "commons-text-private.h"

#define MAX_WIDTH 100000

/* Says of a layout that its text is not all of what it was made of. */
#define CUT_KEY "commons-cut"

static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);

/* Letters stand where they would on paper: the same at every zoom, on screen
 * and in files. */
static PangoContext *
get_context (void)
{
  PangoContext *context = g_private_get (&contexts);
  cairo_font_options_t *options;

  if (context != NULL)
    return context;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_round_glyph_positions (context, FALSE);

  options = cairo_font_options_create ();
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  _commons_text_init_boxes (context);

  g_private_set (&contexts, context);
  return context;
}

void
commons_text_prepare (void)
{
  get_context ();
}

/* @text is taken as it is; @list may have the looks of its parts. */
static void
set_shown (PangoLayout            *layout,
           const char             *text,
           PangoAttrList          *list,
           const CommonsTextStyle *style)
{
  if (style->line > 0)
    pango_attr_list_insert (list, pango_attr_line_height_new_absolute ((int) round (style->line * PANGO_SCALE)));

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));

  if (style->struck)
    pango_attr_list_insert (list, pango_attr_strikethrough_new (TRUE));

  _commons_text_forbid_breaks (text, style, list);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, list);
}

static void
set_text (PangoLayout            *layout,
          const char             *text,
          const CommonsTextStyle *style)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autofree char *shown = _commons_text_read (text, style, list);

  set_shown (layout, shown, list, style);
}

static void
set_cut (PangoLayout *layout)
{
  g_object_set_data (G_OBJECT (layout), CUT_KEY, GINT_TO_POINTER (TRUE));
}

/* Pango cuts without an ellipsis where a paragraph happens to end. */
static void
mark_cut (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n_lines = pango_layout_get_line_count (layout);
  PangoLayoutLine *last = pango_layout_get_line_readonly (layout, n_lines - 1);
  gsize end = (gsize) (last->start_index + last->length);
  g_autofree char *cut = NULL;

  if (pango_layout_is_ellipsized (layout) || text[end] == '\0')
    return;

  cut = g_strdup_printf ("%.*s …", (int) end, text);
  pango_layout_set_text (layout, cut, -1);
  set_cut (layout);
}

static int
get_line_width (PangoLayout *layout,
                int          line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &logical);
  return logical.width;
}

/* As much of the beginning of @word as fits before an ellipsis. */
static char *
shorten_word (PangoLayout *layout,
              const char  *word,
              gsize        length,
              int          width)
{
  g_autoptr (PangoLayout) trial = pango_layout_new (get_context ());
  glong most = MIN (g_utf8_strlen (word, (gssize) length), width / PANGO_SCALE);

  pango_layout_set_font_description (trial, pango_layout_get_font_description (layout));

  /* No more letters can show than there are pixels. */
  length = (gsize) (g_utf8_offset_to_pointer (word, most) - word);

  while (length > 0)
    {
      g_autofree char *shorter = g_strdup_printf ("%.*s…", (int) length, word);

      pango_layout_set_text (trial, shorter, -1);

      if (get_line_width (trial, 0) <= width)
        return g_steal_pointer (&shorter);

      length = (gsize) (g_utf8_prev_char (word + length) - word);
    }

  return g_strdup ("…");
}

/* Whether a character parts words, seen or not. */
static gboolean
ends_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isspace (c) || c == COMMONS_ZERO_WIDTH_SPACE;
}

/* A word that is never broken stands out of the block when it is too wide
 * for it, but for the last line, which Pango cuts itself. */
static void
cut_words (PangoLayout            *layout,
           const CommonsTextStyle *style,
           double                  width)
{
  int limit = (int) (width * PANGO_SCALE);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autoptr (PangoAttrList) list = pango_attr_list_new ();
      g_autofree char *text = NULL, *word = NULL, *cut = NULL;
      gsize start = (gsize) line->start_index, length = (gsize) line->length;

      if (get_line_width (layout, i) <= limit)
        continue;

      text = g_strdup (pango_layout_get_text (layout));

      while (length > 0 && ends_word (g_utf8_prev_char (text + start + length)))
        length = (gsize) (g_utf8_prev_char (text + start + length) - text) - start;

      word = shorten_word (layout, text + start, length, limit);
      cut = g_strdup_printf ("%.*s%s%s", (int) start, text, word, text + start + length);
      set_shown (layout, cut, list, style);
      set_cut (layout);
    }
}

static PangoFontDescription *
make_font (const CommonsTextStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, COMMONS_TEXT_FAMILIES);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return font;
}

static int n_made;

guint
commons_text_get_n_made (void)
{
  return (guint) g_atomic_int_get (&n_made);
}

static PangoLayout *
make_layout (const CommonsTextStyle *style)
{
  PangoLayout *layout = pango_layout_new (get_context ());
  PangoFontDescription *font = make_font (style);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  g_atomic_int_inc (&n_made);

  return layout;
}

PangoLayout *
commons_text_layout (const char             *text,
                     const CommonsTextStyle *style,
                     double                  width,
                     int                     max_lines)
{
  PangoLayout *layout;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (width < 0 || style->line > 0, NULL);

  layout = make_layout (style);

  if (width >= 0)
    {
      width = MIN (width, MAX_WIDTH);
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, style->whole ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, (int) round (MAX (max_lines, 1) * style->line * PANGO_SCALE) + 1);
    }

  set_text (layout, text, style);

  if (width >= 0)
    mark_cut (layout);

  if (style->whole && width >= 0)
    cut_words (layout, style, width);

  if (style->balanced && width >= 0)
    _commons_text_balance (layout, width);

  return layout;
}

double
commons_text_measure_words (const char             *text,
                            const CommonsTextStyle *style,
                            double                 *length)
{
  g_autoptr (PangoLayout) layout = NULL;
  int widest = 0, sum = 0;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (style != NULL, 0);

  /* In a block without any room, each word has a line of its own. */
  layout = make_layout (style);
  pango_layout_set_width (layout, 0);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  set_text (layout, text, style);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      int width = get_line_width (layout, i);

      widest = MAX (widest, width);
      sum += width;
    }

  if (length != NULL)
    *length = (double) sum / PANGO_SCALE;

  return (double) widest / PANGO_SCALE;
}

gboolean
commons_text_is_cut (PangoLayout *layout)
{
  const char *text;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), FALSE);

  if (pango_layout_is_ellipsized (layout) || g_object_get_data (G_OBJECT (layout), CUT_KEY) != NULL)
    return TRUE;

  text = pango_layout_get_text (layout);

  for (int i = 0; i < pango_layout_get_line_count (layout) - 1; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const char *end = text + line->start_index + line->length;

      if (line->length > 0 && *end != '\0' && *end != '\n' &&
          strchr (" -/\t", end[-1]) == NULL && (guchar) end[-1] < 0x80)
        return TRUE;
    }

  return FALSE;
}

double
commons_text_get_height (PangoLayout *layout)
{
  int height;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
commons_text_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}
