/* commons-text-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a text shows and where its lines may not break.
 */

#define G_LOG_DOMAIN "commons-text"

#include "config.h"

#include <string.h>

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

  if (style->marks)
    return read_marks (shown, list);
  else if (style->loose)
    return loosen (shown);
  else
    return g_steal_pointer (&shown);
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
