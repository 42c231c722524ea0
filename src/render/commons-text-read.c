/* commons-text-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a text shows and where its lines may not break.
 */

#define G_LOG_DOMAIN "commons-text"

#include "config.h"

#include <string.h>

#include "commons-markdown.h"
#include "commons-text-private.h"

/* A card may hold a whole page; what cannot show is not laid out. */
#define MAX_BYTES 8192

/* Letters, at most, of a compound that is never broken. */
#define MAX_COMPOUND 16

#define MIDDLE_DOT            "\302\267"
#define ZERO_WIDTH_SPACE      "\342\200\213"
#define NO_BREAK_SPACE        0x00a0
#define NARROW_NO_BREAK_SPACE 0x202f

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

static void
add_look (PangoAttrList             *list,
          const CommonsMarkdownSpan *span,
          const CommonsTextStyle    *style)
{
  gsize start = span->start, end = span->end;

  switch (span->look)
    {
    case COMMONS_MARKDOWN_BOLD:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;

    case COMMONS_MARKDOWN_ITALIC:
      add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;

    case COMMONS_MARKDOWN_CHECK:
      add_attribute (list, _commons_text_box_new (style->size, span->ticked), start, end);
      break;

    case COMMONS_MARKDOWN_LINK:
    default:
      add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      add_attribute (list, _commons_text_link_new (span->address), start, end);

      if (style->link != NULL)
        add_attribute (list, pango_attr_foreground_new ((guint16) (style->link->red * 65535 + 0.5),
                                                        (guint16) (style->link->green * 65535 + 0.5),
                                                        (guint16) (style->link->blue * 65535 + 0.5)),
                       start, end);
      break;
    }
}

static char *
read_marks (const char             *text,
            const CommonsTextStyle *style,
            PangoAttrList          *list)
{
  g_autoptr (CommonsMarkdown) read =
    commons_markdown_parse (text, style->marks == COMMONS_TEXT_INLINE ? COMMONS_MARKDOWN_LINE : COMMONS_MARKDOWN_TEXT);

  for (guint i = 0; i < read->spans->len; i++)
    add_look (list, &g_array_index (read->spans, CommonsMarkdownSpan, i), style);

  return g_steal_pointer (&read->text);
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

/* "contributeur·rices" is best broken where its endings part. */
static char *
loosen (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, MIDDLE_DOT, -1);

  return g_strjoinv (MIDDLE_DOT ZERO_WIDTH_SPACE, parts);
}

char *
_commons_text_read (const char             *text,
                    const CommonsTextStyle *style,
                    PangoAttrList          *list)
{
  g_autofree char *shown = shorten (text);

  if (style->loose)
    {
      g_autofree char *plain =
        style->marks ? commons_markdown_to_plain (shown, COMMONS_MARKDOWN_LINE) : g_steal_pointer (&shown);

      return loosen (plain);
    }

  return style->marks ? read_marks (shown, style, list) : g_steal_pointer (&shown);
}

void
_commons_text_forbid_breaks (const char             *text,
                             const CommonsTextStyle *style,
                             PangoAttrList          *list)
{
  if (!style->loose)
    forbid_hyphen_breaks (list, text);

  if (style->french)
    forbid_french_breaks (list, text);
}
