/* commons-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-text"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "commons-text.h"

/* A card may hold a whole page; what cannot show is not laid out. */
#define MAX_BYTES 8192

/* Letters, at most, of a compound that is never broken. */
#define MAX_COMPOUND 16

#define NO_BREAK_SPACE        0x00a0
#define NARROW_NO_BREAK_SPACE 0x202f

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

  g_private_set (&contexts, context);
  return context;
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE;
}

static gboolean
is_high_mark (gunichar c)
{
  return c == ':' || c == ';' || c == '?' || c == '!' || c == 0x00bb || c == '%' || c == 0x20ac;
}

/* Whether French forbids a break between @before, a space and @after. */
static gboolean
binds (gunichar before,
       gunichar after)
{
  return is_high_mark (after) || before == 0x00ab || before == 0x2014 ||
         (g_unichar_isdigit (before) && g_unichar_isdigit (after));
}

/* The text itself stays as it is stored, so that copying it out of a PDF
 * gives back what was written: only the breaks are forbidden. */
static void
forbid_french_breaks (PangoAttrList *list,
                      const char    *text)
{
  const char *previous = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (previous != NULL && is_space (g_utf8_get_char (p)))
        {
          const char *next = g_utf8_next_char (p);

          if (*next != '\0' && binds (g_utf8_get_char (previous), g_utf8_get_char (next)))
            add_attribute (list, pango_attr_allow_breaks_new (FALSE),
                           (gsize) (previous - text),
                           (gsize) (g_utf8_next_char (next) - text));
        }

      previous = p;
    }
}

/* Short compounds such as "vis-à-vis" stay on one line, where readers and
 * searches find them whole; longer ones may have to break. */
static void
forbid_hyphen_breaks (PangoAttrList *list,
                      const char    *text)
{
  const char *word = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          word = g_utf8_next_char (p);
          continue;
        }

      if (*p != '-' || p == word)
        continue;

      for (end = p + 1; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)); end = g_utf8_next_char (end))
        continue;

      if (end > p + 1 && g_utf8_pointer_to_offset (word, end) <= MAX_COMPOUND)
        add_attribute (list, pango_attr_allow_breaks_new (FALSE),
                       (gsize) (g_utf8_prev_char (p) - text),
                       (gsize) (g_utf8_next_char (p + 1) - text));
    }
}

/* Finds where the mark that opens at @open closes, on the same line and
 * around something that neither begins nor ends with a space. */
static const char *
find_closing_mark (const char *open,
                   const char *mark)
{
  gsize length = strlen (mark);
  const char *inside = open + length;

  if (*inside == '\0' || g_ascii_isspace (*inside) || g_str_has_prefix (inside, "*"))
    return NULL;

  for (const char *p = inside + 1; *p != '\0' && *p != '\n'; p++)
    {
      if (g_str_has_prefix (p, mark) && !g_ascii_isspace (p[-1]))
        return p;
    }

  return NULL;
}

static const char *
append_marked (GString       *plain,
               PangoAttrList *list,
               const char    *open,
               const char    *mark)
{
  const char *close = find_closing_mark (open, mark);
  gsize length = strlen (mark), start = plain->len;

  if (close == NULL)
    {
      g_string_append_c (plain, *open);
      return open + 1;
    }

  g_string_append_len (plain, open + length, close - open - (gssize) length);
  add_attribute (list,
                 length == 2 ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                             : pango_attr_style_new (PANGO_STYLE_ITALIC),
                 start, plain->len);
  return close + length;
}

/* Takes **bold** and *italic* out of a text, and turns list marks into
 * bullets; anything else of Markdown stays readable as it is. */
static char *
read_marks (const char    *text,
            PangoAttrList *list)
{
  GString *plain = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0')
    {
      gboolean at_start = p == text || p[-1] == '\n';

      if (at_start && (g_str_has_prefix (p, "- ") || g_str_has_prefix (p, "* ")))
        {
          g_string_append (plain, "• ");
          p += 2;
        }
      else if (*p == '*')
        {
          p = append_marked (plain, list, p, p[1] == '*' ? "**" : "*");
        }
      else
        {
          g_string_append_c (plain, *p++);
        }
    }

  return g_string_free (plain, FALSE);
}

static char *
shorten (const char *text)
{
  const char *end;

  if (strlen (text) <= MAX_BYTES)
    return g_utf8_make_valid (text, -1);

  end = g_utf8_find_prev_char (text, text + MAX_BYTES);
  return g_utf8_make_valid (text, end - text);
}

static void
set_text (PangoLayout            *layout,
          const char             *text,
          const CommonsTextStyle *style)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autofree char *shown = shorten (text);

  if (style->marks)
    {
      g_autofree char *marked = g_steal_pointer (&shown);

      shown = read_marks (marked, list);
    }

  if (style->line > 0)
    pango_attr_list_insert (list, pango_attr_line_height_new_absolute ((int) round (style->line * PANGO_SCALE)));

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));

  if (style->struck)
    pango_attr_list_insert (list, pango_attr_strikethrough_new (TRUE));

  forbid_hyphen_breaks (list, shown);

  if (style->french)
    forbid_french_breaks (list, shown);

  pango_layout_set_text (layout, shown, -1);
  pango_layout_set_attributes (layout, list);
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

static void
balance (PangoLayout *layout,
         double       width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double total = 0;

  if (n_lines < 2 || n_lines > 3 || pango_layout_is_ellipsized (layout))
    return;

  for (int i = 0; i < n_lines; i++)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &logical);
      total += (double) logical.width / PANGO_SCALE;
    }

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);

  for (double slack = 1.06; total / n_lines * slack < width; slack += 0.12)
    {
      int narrower = (int) (total / n_lines * slack * PANGO_SCALE);

      pango_layout_set_width (layout, narrower);

      if (pango_layout_get_line_count (layout) == n_lines &&
          !pango_layout_is_ellipsized (layout) && is_within (layout, narrower))
        return;
    }

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
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

PangoLayout *
commons_text_layout (const char             *text,
                     const CommonsTextStyle *style,
                     double                  width,
                     int                     max_lines)
{
  PangoLayout *layout;
  PangoFontDescription *font;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  g_return_val_if_fail (width < 0 || style->line > 0, NULL);

  layout = pango_layout_new (get_context ());
  font = make_font (style);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (MIN (width, 100000) * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, (int) round (MAX (max_lines, 1) * style->line * PANGO_SCALE) + 1);
    }

  set_text (layout, text, style);

  if (width >= 0)
    mark_cut (layout);

  if (style->balanced && width >= 0)
    balance (layout, width);

  return layout;
}

gboolean
commons_text_is_cut (PangoLayout *layout)
{
  const char *text;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), FALSE);

  if (pango_layout_is_ellipsized (layout))
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
