/* commons-markdown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each character is read once. Marks that may open something wait on a stack
 * as the text they would be; a mark that closes one takes what lies above it
 * off the stack, where it stays text.
 */

#define G_LOG_DOMAIN "commons-markdown"

#include "config.h"

#include <string.h>

#include "commons-markdown.h"

/* Longer ones are not told from text, which keeps reading linear. */
#define MAX_ADDRESS 2048

#define BULLET "\342\200\242 "

/* Kinds of marks that wait: one and two stars, one and two underscores, and
 * brackets. */
#define N_SLOTS 5

/* A mark that waits for the one that closes it: @letter is '*', '_' or '[',
 * and @at where its @length bytes stand in the plain text. */
typedef struct
{
  char  letter;
  guint length;
  gsize at;
} Opening;

/* @cuts are the opening marks to take out of @plain, found when they close;
 * see take_out(). */
typedef struct
{
  GString *plain;
  GArray  *spans;
  GArray  *cuts;
  GArray  *stack;
  guint    n_waiting[N_SLOTS];
} Parser;

static void
clear_span (gpointer data)
{
  CommonsMarkdownSpan *span = data;

  g_free (span->address);
}

static guint
get_slot (char  letter,
          guint length)
{
  return letter == '[' ? 4 : (letter == '_' ? 2 : 0) + length - 1;
}

static void
push (Parser *parser,
      char    letter,
      guint   length)
{
  Opening opening = { letter, length, parser->plain->len };

  g_array_append_val (parser->stack, opening);
  parser->n_waiting[get_slot (letter, length)]++;

  for (guint i = 0; i < length; i++)
    g_string_append_c (parser->plain, letter);
}

static Opening
pop (Parser *parser)
{
  Opening top = g_array_index (parser->stack, Opening, parser->stack->len - 1);

  g_array_set_size (parser->stack, parser->stack->len - 1);
  parser->n_waiting[get_slot (top.letter, top.length)]--;

  return top;
}

/* Takes the nearest mark of @letter that is from @least to @most bytes long.
 * What lies above it closes no more, so each mark is passed over once. */
static gboolean
find_opening (Parser  *parser,
              char     letter,
              guint    least,
              guint    most,
              Opening *found)
{
  guint n_waiting = 0;

  for (guint length = least; length <= most; length++)
    n_waiting += parser->n_waiting[get_slot (letter, length)];

  if (n_waiting == 0)
    return FALSE;

  do
    *found = pop (parser);
  while (found->letter != letter || found->length < least || found->length > most);

  return TRUE;
}

static void
add_span (Parser              *parser,
          CommonsMarkdownLook  look,
          gsize                start,
          char                *address)
{
  CommonsMarkdownSpan span = { look, start, parser->plain->len, address, FALSE };

  g_array_append_val (parser->spans, span);
}

static void
cut (Parser        *parser,
     const Opening *opening)
{
  g_array_append_vals (parser->cuts, opening, 1);
}

/* What stands before or after a mark: a space at the ends of the text, and
 * bytes that are no character for some letter. */
static gunichar
get_neighbour (const char *source,
               const char *p,
               gboolean    before)
{
  gunichar c;

  if (before)
    p = g_utf8_find_prev_char (source, p);

  if (p == NULL || *p == '\0')
    return ' ';

  c = g_utf8_get_char_validated (p, -1);
  return c < (gunichar) -2 ? c : 'a';
}

static gboolean
is_in_word (const char *source,
            const char *p,
            gboolean    before)
{
  return g_unichar_isalnum (get_neighbour (source, p, before));
}

static gboolean
is_blank (const char *source,
          const char *p,
          gboolean    before)
{
  return g_unichar_isspace (get_neighbour (source, p, before));
}

/* Two letters rather close what two opened than what one did. */
static gboolean
close_mark (Parser *parser,
            char    letter,
            guint   length,
            guint  *used)
{
  guint least = length == 2 && parser->n_waiting[get_slot (letter, 2)] > 0 ? 2 : 1;
  Opening opening;

  if (!find_opening (parser, letter, least, MIN (length, 2), &opening))
    return FALSE;

  cut (parser, &opening);
  add_span (parser, opening.length == 2 ? COMMONS_MARKDOWN_BOLD : COMMONS_MARKDOWN_ITALIC,
            opening.at + opening.length, NULL);
  *used = opening.length;
  return TRUE;
}

/* Reads a run of one letter, such as the three of "***both***". Longer runs
 * are rulers and the like. */
static const char *
read_run (Parser     *parser,
          const char *source,
          const char *p)
{
  char letter = *p;
  guint length = (guint) strspn (p, (char[]) { letter, '\0' });
  const char *end = p + length;
  gboolean opens = !is_blank (source, end, FALSE);
  gboolean closes = !is_blank (source, p, TRUE);
  guint used;

  /* Underscores in the middle of a word belong to it. */
  if (letter == '_')
    {
      opens = opens && !is_in_word (source, p, TRUE);
      closes = closes && !is_in_word (source, end, FALSE);
    }

  if (length > 3)
    opens = closes = FALSE;

  while (closes && length > 0 && close_mark (parser, letter, length, &used))
    length -= used;

  if (opens && length > 1)
    {
      push (parser, letter, 2);
      length -= 2;
    }

  if (opens && length > 0)
    {
      push (parser, letter, 1);
      length--;
    }

  g_string_append_len (parser->plain, end - length, length);
  return end;
}

static gboolean
has_scheme (const char *p)
{
  return g_ascii_strncasecmp (p, "https://", 8) == 0 || g_ascii_strncasecmp (p, "http://", 7) == 0;
}

gboolean
commons_markdown_is_address (const char *address)
{
  gsize rest;

  g_return_val_if_fail (address != NULL, FALSE);

  if (has_scheme (address))
    rest = (gsize) (strchr (address, ':') + 3 - address);
  else if (g_ascii_strncasecmp (address, "mailto:", 7) == 0)
    rest = 7;
  else
    return FALSE;

  if (address[rest] == '\0' || strlen (address) > MAX_ADDRESS || !g_utf8_validate (address, -1, NULL))
    return FALSE;

  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == '<' || c == '>' || c == '"')
        return FALSE;
    }

  return TRUE;
}

/* The address in the parentheses at @p; these may be nested one deep, as in
 * those of encyclopedias. Returns what follows. */
static const char *
read_target (const char  *p,
             char       **address)
{
  const char *start = p + 1;
  guint depth = 0;

  for (const char *end = start; end - start <= MAX_ADDRESS; end++)
    {
      if (*end == '\0' || g_ascii_isspace (*end))
        return NULL;

      if (*end == '(' && depth++ == 1)
        return NULL;

      if (*end != ')' || depth-- > 0)
        continue;

      *address = g_strndup (start, (gsize) (end - start));

      if (commons_markdown_is_address (*address))
        return end + 1;

      g_clear_pointer (address, g_free);
      return NULL;
    }

  return NULL;
}

static const char *
read_bracket (Parser     *parser,
              const char *p)
{
  char *address = NULL;
  const char *after = NULL;
  Opening opening;

  if (parser->n_waiting[get_slot ('[', 1)] > 0 && p[1] == '(')
    after = read_target (p + 1, &address);

  if (after == NULL || !find_opening (parser, '[', 1, 1, &opening))
    {
      g_string_append_c (parser->plain, ']');
      return p + 1;
    }

  /* A link without words shows where it leads. */
  if (opening.at + 1 == parser->plain->len)
    g_string_append (parser->plain, address);

  cut (parser, &opening);
  add_span (parser, COMMONS_MARKDOWN_LINK, opening.at + 1, address);
  return after;
}

/* Where an address in the middle of a text ends: before the marks that end
 * the sentence it stands in. */
static const char *
find_address_end (const char *start)
{
  const char *end = start;
  int depth = 0;

  while (*end != '\0' && end - start < MAX_ADDRESS && strchr ("<>[]\"`|", *end) == NULL)
    {
      gunichar c = g_utf8_get_char_validated (end, -1);

      if (c >= (gunichar) -2 || g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x00ab || c == 0x00bb)
        break;

      depth += *end == '(' ? 1 : *end == ')' ? -1 : 0;

      if (depth < 0)
        break;

      end = g_utf8_next_char (end);
    }

  while (end > start && strchr (".,;:!?'*_", end[-1]) != NULL)
    end--;

  return end;
}

static const char *
read_address (Parser     *parser,
              const char *p)
{
  const char *end = find_address_end (p);
  g_autofree char *address = g_strndup (p, (gsize) (end - p));
  gsize start = parser->plain->len;

  if (!commons_markdown_is_address (address))
    {
      g_string_append_c (parser->plain, *p);
      return p + 1;
    }

  g_string_append (parser->plain, address);

  /* Inside of a link this is what the link says. */
  if (parser->n_waiting[get_slot ('[', 1)] == 0 || end[0] != ']' || end[1] != '(')
    add_span (parser, COMMONS_MARKDOWN_LINK, start, g_steal_pointer (&address));

  return end;
}

/* Marks never reach over the end of a line. */
static const char *
read_break (Parser     *parser,
            const char *p)
{
  g_array_set_size (parser->stack, 0);
  memset (parser->n_waiting, 0, sizeof parser->n_waiting);
  g_string_append_c (parser->plain, '\n');

  return p + 1;
}

static const char *
read_inline (Parser     *parser,
             const char *source,
             const char *p)
{
  switch (*p)
    {
    case '\\':
      p += p[1] != '\0' && strchr ("\\*_[]", p[1]) != NULL ? 1 : 0;
      break;

    case '*':
    case '_':
      return read_run (parser, source, p);

    case '[':
      push (parser, '[', 1);
      return p + 1;

    case ']':
      return read_bracket (parser, p);

    case '\n':
      return read_break (parser, p);

    case 'h':
    case 'H':
      if (has_scheme (p) && !is_in_word (source, p, TRUE))
        return read_address (parser, p);
      break;

    default:
      break;
    }

  g_string_append_c (parser->plain, *p);
  return p + 1;
}

/* Whether a check box follows at @p: "[ ] " or "[x] ". */
static gboolean
is_box (const char *p)
{
  return p[0] == '[' && (p[1] == ' ' || p[1] == 'x' || p[1] == 'X') && p[2] == ']' &&
         (p[3] == ' ' || p[3] == '\n' || p[3] == '\0');
}

/* Where the item of a list begins after its indent and its mark, or %NULL. */
static const char *
find_item (const char *line)
{
  const char *p = line + strspn (line, " \t");

  return (p[0] == '-' || p[0] == '*' || p[0] == '+') && p[1] == ' ' ? p + 2 : NULL;
}

static const char *
read_item (Parser     *parser,
           const char *line)
{
  const char *item = find_item (line);

  if (item == NULL)
    return line;

  g_string_append_len (parser->plain, line, item - 2 - line);

  if (!is_box (item))
    {
      g_string_append (parser->plain, BULLET);
      return item;
    }

  g_string_append (parser->plain, item[1] == ' ' ? COMMONS_MARKDOWN_BOX : COMMONS_MARKDOWN_TICKED);
  add_span (parser, COMMONS_MARKDOWN_CHECK, parser->plain->len - strlen (COMMONS_MARKDOWN_BOX), NULL);
  g_array_index (parser->spans, CommonsMarkdownSpan, parser->spans->len - 1).ticked = item[1] != ' ';
  return item + 3;
}

static int
compare_cuts (gconstpointer a,
              gconstpointer b)
{
  const Opening *first = a, *second = b;

  return first->at < second->at ? -1 : first->at > second->at;
}

typedef struct
{
  gsize *place;
  gsize  value;
} End;

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const End *first = a, *second = b;

  return first->value < second->value ? -1 : first->value > second->value;
}

/* Moves the ends of the spans by what is cut before them. */
static void
move_spans (Parser *parser)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
  gsize shift = 0;

  for (guint i = 0; i < parser->spans->len; i++)
    {
      CommonsMarkdownSpan *span = &g_array_index (parser->spans, CommonsMarkdownSpan, i);
      End both[] = { { &span->start, span->start }, { &span->end, span->end } };

      g_array_append_vals (ends, both, 2);
    }

  g_array_sort (ends, compare_ends);

  for (guint i = 0, c = 0; i < ends->len; i++)
    {
      End *end = &g_array_index (ends, End, i);

      while (c < parser->cuts->len && g_array_index (parser->cuts, Opening, c).at < end->value)
        shift += g_array_index (parser->cuts, Opening, c++).length;

      *end->place = end->value - shift;
    }
}

/* Takes the marks that were closed out of the plain text. */
static void
take_out (Parser *parser)
{
  GString *rest = g_string_sized_new (parser->plain->len);
  gsize from = 0;

  g_array_sort (parser->cuts, compare_cuts);
  move_spans (parser);

  for (guint i = 0; i < parser->cuts->len; i++)
    {
      const Opening *opening = &g_array_index (parser->cuts, Opening, i);

      g_string_append_len (rest, parser->plain->str + from, (gssize) (opening->at - from));
      from = opening->at + opening->length;
    }

  g_string_append (rest, parser->plain->str + from);
  g_string_free (parser->plain, TRUE);
  parser->plain = rest;
}

CommonsMarkdown *
commons_markdown_parse (const char           *source,
                        CommonsMarkdownReach  reach)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (Opening));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Opening));
  Parser parser = { .cuts = cuts, .stack = stack };
  CommonsMarkdown *self;
  const char *p = source;

  g_return_val_if_fail (source != NULL, NULL);

  parser.plain = g_string_sized_new (strlen (source));
  parser.spans = g_array_new (FALSE, FALSE, sizeof (CommonsMarkdownSpan));
  g_array_set_clear_func (parser.spans, clear_span);

  while (*p != '\0')
    {
      if (reach == COMMONS_MARKDOWN_TEXT && (p == source || p[-1] == '\n'))
        p = read_item (&parser, p);

      if (*p != '\0')
        p = read_inline (&parser, source, p);
    }

  if (cuts->len > 0)
    take_out (&parser);

  self = g_new (CommonsMarkdown, 1);
  self->text = g_string_free (parser.plain, FALSE);
  self->spans = parser.spans;

  return self;
}

void
commons_markdown_free (CommonsMarkdown *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

gboolean
commons_markdown_has_marks (const char *source)
{
  g_return_val_if_fail (source != NULL, FALSE);

  return strpbrk (source, "*_[\\") != NULL || strstr (source, "- ") != NULL || strstr (source, "+ ") != NULL;
}

char *
commons_markdown_to_plain (const char           *source,
                           CommonsMarkdownReach  reach)
{
  CommonsMarkdown *read;
  char *text;

  g_return_val_if_fail (source != NULL, NULL);

  if (!commons_markdown_has_marks (source))
    return g_strdup (source);

  read = commons_markdown_parse (source, reach);
  text = g_steal_pointer (&read->text);
  commons_markdown_free (read);

  return text;
}

char *
commons_markdown_toggle (const char *source,
                         guint       index)
{
  const char *line = source;

  g_return_val_if_fail (source != NULL, NULL);

  while (line != NULL)
    {
      const char *item = find_item (line);

      if (item != NULL && is_box (item) && index-- == 0)
        {
          char *text = g_strdup (source);

          text[item + 1 - source] = item[1] == ' ' ? 'x' : ' ';
          return text;
        }

      line = strchr (line, '\n');
      line = line ? line + 1 : NULL;
    }

  return NULL;
}
