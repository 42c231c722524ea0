/* commons-svg-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-svg-writer"

#include "config.h"

#include <string.h>

#include "commons-number.h"
#include "commons-svg-text.h"
#include "commons-text-marks.h"
#include "commons-text.h"

#define FALLBACK_FAMILIES "Cantarell, 'Noto Sans', 'Open Sans', sans-serif"

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff);
}

void
commons_svg_append_escaped (GString    *svg,
                            const char *text,
                            gssize      length)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (svg != NULL);

  if (text == NULL)
    return;

  valid = g_utf8_make_valid (text, length);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '<':
          g_string_append (svg, "&lt;");
          break;

        case '>':
          g_string_append (svg, "&gt;");
          break;

        case '&':
          g_string_append (svg, "&amp;");
          break;

        case '"':
          g_string_append (svg, "&quot;");
          break;

        default:
          if (is_xml_char (c))
            g_string_append_unichar (svg, c);
          break;
        }
    }
}

void
commons_svg_append_attribute (GString    *svg,
                              const char *name,
                              double      value)
{
  g_return_if_fail (svg != NULL);

  g_string_append_printf (svg, " %s=\"", name);
  commons_number_append (svg, value);
  g_string_append_c (svg, '"');
}

void
commons_svg_append_color (GString            *svg,
                          const char         *name,
                          const CommonsColor *color)
{
  g_return_if_fail (svg != NULL);
  g_return_if_fail (color != NULL);

  if (color->alpha <= 0)
    {
      g_string_append_printf (svg, " %s=\"none\"", name);
      return;
    }

  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name,
                          (guint) (color->red * 255 + 0.5),
                          (guint) (color->green * 255 + 0.5),
                          (guint) (color->blue * 255 + 0.5));

  if (color->alpha < 1)
    {
      g_autofree char *opacity = g_strdup_printf ("%s-opacity", name);

      commons_svg_append_attribute (svg, opacity, color->alpha);
    }
}

/* Where the words that show end: before the ellipsis, if the line has one. */
static int
get_visible_end (PangoLayoutLine *line,
                 gboolean        *cut)
{
  *cut = FALSE;

  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *glyphs = run->data;

      if (glyphs->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        {
          *cut = TRUE;
          return glyphs->item->offset;
        }
    }

  return line->start_index + line->length;
}

static void
append_foreground (GString           *svg,
                   PangoAttrIterator *iter)
{
  const PangoAttribute *attribute = pango_attr_iterator_get (iter, PANGO_ATTR_FOREGROUND);

  if (attribute != NULL)
    {
      const PangoColor *color = &((const PangoAttrColor *) (const void *) attribute)->color;

      commons_svg_append_color (svg, "fill",
                                &(CommonsColor) { color->red / 65535.0, color->green / 65535.0, color->blue / 65535.0, 1 });
    }
}

static void
append_looks (GString           *svg,
              PangoAttrIterator *iter,
              const char        *text,
              int                length)
{
  PangoAttribute *weight = pango_attr_iterator_get (iter, PANGO_ATTR_WEIGHT);
  PangoAttribute *style = pango_attr_iterator_get (iter, PANGO_ATTR_STYLE);

  if (weight == NULL && style == NULL)
    {
      commons_svg_append_escaped (svg, text, length);
      return;
    }

  g_string_append (svg, "<tspan");

  if (weight != NULL)
    g_string_append_printf (svg, " font-weight=\"%d\"", ((PangoAttrInt *) (void *) weight)->value);

  if (style != NULL)
    g_string_append (svg, " font-style=\"italic\"");

  g_string_append_c (svg, '>');
  commons_svg_append_escaped (svg, text, length);
  g_string_append (svg, "</tspan>");
}

static void
append_span (GString           *svg,
             PangoAttrIterator *iter,
             const char        *text,
             int                length)
{
  const char *address = commons_text_get_address (iter);

  if (address == NULL)
    {
      append_looks (svg, iter, text, length);
      return;
    }

  g_string_append (svg, "<a href=\"");
  commons_svg_append_escaped (svg, address, -1);
  g_string_append (svg, "\" text-decoration=\"underline\"");
  append_foreground (svg, iter);
  g_string_append_c (svg, '>');
  append_looks (svg, iter, text, length);
  g_string_append (svg, "</a>");
}

/* Parts of a line that are bold, italic or links get an element of their own. */
static void
append_spans (GString     *svg,
              PangoLayout *layout,
              int          start,
              int          end)
{
  const char *text = pango_layout_get_text (layout);
  PangoAttrList *list = pango_layout_get_attributes (layout);
  PangoAttrIterator *iter = pango_attr_list_get_iterator (list);

  do
    {
      int from, to;

      pango_attr_iterator_range (iter, &from, &to);
      from = MAX (from, start);
      to = MIN (to, end);

      if (from < to)
        append_span (svg, iter, text + from, to - from);
    }
  while (pango_attr_iterator_next (iter));

  pango_attr_iterator_destroy (iter);
}

static gboolean
is_struck (PangoLayout *layout)
{
  PangoAttrIterator *iter = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));
  gboolean struck = pango_attr_iterator_get (iter, PANGO_ATTR_STRIKETHROUGH) != NULL;

  pango_attr_iterator_destroy (iter);
  return struck;
}

static void
append_font (GString               *svg,
             const CommonsTextItem *item)
{
  const PangoFontDescription *font = pango_layout_get_font_description (item->layout);

  g_string_append (svg, " font-family=\"" FALLBACK_FAMILIES "\"");
  commons_svg_append_attribute (svg, "font-size",
                                (double) pango_font_description_get_size (font) / PANGO_SCALE * item->scale);

  if (pango_font_description_get_weight (font) != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (svg, " font-weight=\"%d\"", (int) pango_font_description_get_weight (font));

  if (is_struck (item->layout))
    g_string_append (svg, " text-decoration=\"line-through\"");
}

/* Spaces at the end of a wrapped line have no width, yet belong to the text
 * that readers of the file find. */
static int
trim_end (const char *text,
          int         start,
          int         end)
{
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;

  return end;
}

/* Takes what stands before @start off the extents of a line. */
static void
leave_out (PangoLayout    *layout,
           int             start,
           gboolean        right_to_left,
           PangoRectangle *logical)
{
  PangoRectangle place;

  pango_layout_index_to_pos (layout, start, &place);

  if (right_to_left)
    {
      logical->width = MAX (place.x - logical->x, 0);
      return;
    }

  logical->width = MAX (logical->x + logical->width - place.x, 0);
  logical->x = place.x;
}

/* Where the letters of a line begin, after the check box that it may have. */
static int
skip_box (PangoLayout *layout,
          int          start,
          int          end)
{
  PangoAttrIterator *iter = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));
  const char *text = pango_layout_get_text (layout);
  int after = start;

  do
    {
      int from, to;

      pango_attr_iterator_range (iter, &from, &to);

      if (from >= start && to <= end && commons_text_is_box (iter, NULL))
        after = to;
    }
  while (pango_attr_iterator_next (iter));

  pango_attr_iterator_destroy (iter);

  while (after > start && after < end && text[after] == ' ')
    after++;

  return after;
}

static void
append_outline (GString               *svg,
                const CommonsTextItem *item,
                const CommonsPath     *path,
                double                 width)
{
  g_autofree char *data = commons_path_to_string (path);

  g_string_append_printf (svg, "<path d=\"%s\" fill=\"none\"", data);
  commons_svg_append_color (svg, "stroke", &item->color);
  commons_svg_append_attribute (svg, "stroke-width", width);
  g_string_append (svg, " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
}

static void
append_box (GString               *svg,
            const CommonsTextItem *item,
            int                    index,
            gboolean               ticked)
{
  g_autoptr (CommonsPath) path = commons_path_new (), tick = commons_path_new ();
  const PangoFontDescription *font = pango_layout_get_font_description (item->layout);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE * item->scale;
  double scale = item->scale / PANGO_SCALE;
  PangoRectangle place;

  pango_layout_index_to_pos (item->layout, index, &place);
  commons_text_add_box (path, tick, item->x + MIN (place.x, place.x + place.width) * scale,
                        item->y + commons_text_get_baseline (item->layout, index) * item->scale, size);

  g_string_append_printf (svg, "<g role=\"checkbox\" aria-checked=\"%s\">\n", ticked ? "true" : "false");
  append_outline (svg, item, path, commons_text_get_box_line (size));

  if (ticked)
    append_outline (svg, item, tick, 1.5 * commons_text_get_box_line (size));

  g_string_append (svg, "</g>\n");
}

/* Check boxes are no letters of any font. */
static void
append_boxes (GString               *svg,
              const CommonsTextItem *item,
              int                    end)
{
  PangoAttrIterator *iter = pango_attr_list_get_iterator (pango_layout_get_attributes (item->layout));

  do
    {
      gboolean ticked;
      int from, to;

      pango_attr_iterator_range (iter, &from, &to);

      if (from < end && commons_text_is_box (iter, &ticked))
        append_box (svg, item, from, ticked);
    }
  while (pango_attr_iterator_next (iter));

  pango_attr_iterator_destroy (iter);
}

/* The width the line has here is given, so that another font does not make it
 * leave its card. */
static void
append_line (GString               *svg,
             const CommonsTextItem *item,
             PangoLayoutIter       *iter)
{
  const char *text = pango_layout_get_text (item->layout);
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  gboolean right_to_left = line->resolved_dir == PANGO_DIRECTION_RTL;
  double scale = item->scale / PANGO_SCALE;
  PangoRectangle logical;
  gboolean cut;
  int end = get_visible_end (line, &cut);
  int trimmed = trim_end (text, line->start_index, end);
  int start = skip_box (item->layout, line->start_index, trimmed);

  pango_layout_iter_get_line_extents (iter, NULL, &logical);

  if (start > line->start_index)
    leave_out (item->layout, start, right_to_left, &logical);

  g_string_append (svg, "<tspan");
  commons_svg_append_attribute (svg, "x",
                                item->x + (logical.x + (right_to_left ? logical.width : 0)) * scale);
  commons_svg_append_attribute (svg, "y", item->y + pango_layout_iter_get_baseline (iter) * scale);

  if (trimmed > start)
    {
      commons_svg_append_attribute (svg, "textLength", logical.width * scale);
      g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
    }

  if (right_to_left)
    g_string_append (svg, " direction=\"rtl\"");

  g_string_append_c (svg, '>');
  append_spans (svg, item->layout, start, trimmed);
  g_string_append (svg, cut ? "…</tspan>" : "</tspan>");
  commons_svg_append_escaped (svg, text + trimmed, end - trimmed);

  if (!cut && text[end] == '\n')
    g_string_append_c (svg, '\n');
}

void
commons_svg_append_text (GString               *svg,
                         const CommonsTextItem *item)
{
  PangoLayoutIter *iter;
  int end = 0;

  g_return_if_fail (svg != NULL);
  g_return_if_fail (item != NULL);

  if (pango_layout_get_text (item->layout)[0] == '\0')
    return;

  g_string_append (svg, "<text xml:space=\"preserve\"");
  append_font (svg, item);
  commons_svg_append_color (svg, "fill", &item->color);
  g_string_append_c (svg, '>');
  iter = pango_layout_get_iter (item->layout);

  do
    {
      append_line (svg, item, iter);
      end = get_visible_end (pango_layout_iter_get_line_readonly (iter), &(gboolean) { FALSE });
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  g_string_append (svg, "</text>\n");
  append_boxes (svg, item, end);
}
