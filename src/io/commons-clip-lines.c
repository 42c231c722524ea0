/* commons-clip-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards from the lines of a text.
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-clip-lines-private.h"
#include "commons-clip.h"

#define TAB_WIDTH 4

/* A step to the right smaller than this is a slip of the hand. */
#define MIN_STEP  2

typedef struct
{
  GPtrArray *cards;
  GArray    *columns;  /* where the lines around the last one began */
  GArray    *headings; /* levels of the headings around it */
  gboolean   bullet;   /* whether the last line had one, */
  guint      column;   /* and where */
} Lines;

static void
card_free (gpointer data)
{
  CommonsClipCard *card = data;

  g_free (card->title);
  g_free (card->body);
  g_free (card->kind);
  g_free (card);
}

GPtrArray *
_commons_clip_cards_new (void)
{
  return g_ptr_array_new_with_free_func (card_free);
}

CommonsClipCard *
_commons_clip_cards_add (GPtrArray  *cards,
                         guint       depth,
                         const char *title,
                         const char *body)
{
  CommonsClipCard *card = g_new0 (CommonsClipCard, 1);

  card->depth = depth;
  card->title = g_strdup (title);
  card->body = g_strdup (body);
  g_ptr_array_add (cards, card);

  return card;
}

void
_commons_clip_card_append (CommonsClipCard *card,
                           const char      *line)
{
  g_autofree char *before = card->body;

  card->body = *before != '\0' ? g_strconcat (before, "\n", line, NULL) : g_strdup (line);
}

char *
_commons_clip_clean_text (const char *text,
                          GError    **error)
{
  static const char * const breaks[] = { "\r\n", "\r", "\xe2\x80\xa8", "\xe2\x80\xa9", "\f", "\v" };
  g_autoptr (GString) clean = NULL;
  g_autofree char *valid = NULL;

  if (strlen (text) > COMMONS_CLIP_MAX_TEXT)
    {
      g_autofree char *size = g_format_size (COMMONS_CLIP_MAX_TEXT);

      g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE,
                   /* Translators: %s is a size such as “8 MB” */
                   _("This text is longer than %s"), size);
      return NULL;
    }

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_new (valid);
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    g_string_replace (clean, breaks[i], "\n", 0);

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

gboolean
_commons_clip_check_cards (GPtrArray *cards,
                           GError   **error)
{
  if (cards->len > COMMONS_CLIP_MAX_NODES)
    {
      g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_LIMIT,
                   _("There are more than %d cards"), COMMONS_CLIP_MAX_NODES);
      return FALSE;
    }

  for (guint i = 0; i < cards->len; i++)
    {
      CommonsClipCard *card = g_ptr_array_index (cards, i);

      if (strlen (card->title) + strlen (card->body) > COMMONS_CLIP_MAX_CARD)
        {
          g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_LIMIT,
                               _("This text is too long for a card"));
          return FALSE;
        }
    }

  return TRUE;
}

/* Returns how far to the right a line begins, and moves there. */
static guint
skip_indent (const char **line)
{
  guint column = 0;

  for (;; (*line)++)
    {
      if (**line == '\t')
        column = (column / TAB_WIDTH + 1) * TAB_WIDTH;
      else if (**line == ' ')
        column++;
      else if (g_str_has_prefix (*line, "\xc2\xa0"))
        (*line)++, column++;
      else
        return column;
    }
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t';
}

/* “---” and the like only separate. */
static gboolean
is_rule (const char *line)
{
  gsize length = strlen (line);

  return length >= 3 && strchr ("-*_=~", *line) != NULL && strspn (line, (const char[]) { *line, '\0' }) == length;
}

/* Returns the length of a bullet or number and the space behind it, or 0. */
static gsize
measure_bullet (const char *line)
{
  static const char * const bullets[] = {
    "-", "*", "+", "•", "◦", "▪", "▸", "‣", "·", "○", "●", "■", "□", "–", "—", "→", "✓", "✔",
  };
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bullets) && length == 0; i++)
    {
      if (g_str_has_prefix (line, bullets[i]))
        length = strlen (bullets[i]);
    }

  if (length == 0)
    {
      /* “12.”, “3)”, “a)”; four digits are a year. */
      length = strspn (line, "0123456789");
      if (length == 0 && g_ascii_isalpha (*line) && line[1] == ')')
        length = 1;
      if (length == 0 || length > 3 || (line[length] != '.' && line[length] != ')'))
        return 0;
      length++;
    }

  if (line[length] == '\0')
    return length;
  if (!is_space (line[length]))
    return 0;

  while (is_space (line[length]))
    length++;

  return length;
}

/* Returns the level of a Markdown heading, or 0. */
static guint
measure_heading (const char *line)
{
  gsize level = strspn (line, "#");

  return level >= 1 && level <= 6 && is_space (line[level]) ? (guint) level : 0;
}

static guint
pop_from (GArray *stack,
          guint   least)
{
  while (stack->len > 0 && g_array_index (stack, guint, stack->len - 1) >= least)
    g_array_set_size (stack, stack->len - 1);

  return stack->len;
}

static void
add_heading (Lines      *self,
             guint       level,
             const char *line)
{
  g_autofree char *title = g_strdup (line + level);
  guint depth = pop_from (self->headings, level);
  char *end = title + strlen (title);

  /* A heading may be closed by as many marks. */
  while (end > title && (end[-1] == '#' || is_space (end[-1])))
    *--end = '\0';

  g_array_append_val (self->headings, level);
  g_array_set_size (self->columns, 0);
  self->bullet = FALSE;

  if (*g_strstrip (title) != '\0')
    _commons_clip_cards_add (self->cards, depth, title, "");
}

static guint
find_depth (Lines *self,
            guint  column)
{
  guint depth;

  /* Not as far right as the lines it would be among: one of those around. */
  pop_from (self->columns, column + 1);
  depth = self->columns->len;

  if (depth > 0 && column - g_array_index (self->columns, guint, depth - 1) < MIN_STEP)
    depth--;
  else
    g_array_append_val (self->columns, column);

  return self->headings->len + depth;
}

static void
add_card (Lines      *self,
          guint       depth,
          const char *line)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *title = tab != NULL ? g_strndup (line, tab - line) : g_strdup (line);
  g_autofree char *body = tab != NULL ? g_strstrip (g_strdelimit (g_strdup (tab + 1), "\t", '\n')) : g_strdup ("");

  _commons_clip_cards_add (self->cards, depth, g_strstrip (title), body);
}

static void
read_line (Lines      *self,
           const char *line)
{
  guint column = skip_indent (&line);
  guint level = column == 0 ? measure_heading (line) : 0;
  gsize bullet = measure_bullet (line);

  if (*line == '\0' || is_rule (line) || line[bullet] == '\0')
    return;

  if (level > 0)
    {
      add_heading (self, level, line);
      return;
    }

  if (bullet == 0 && self->bullet && column > self->column)
    {
      _commons_clip_card_append (g_ptr_array_index (self->cards, self->cards->len - 1), line);
      return;
    }

  add_card (self, find_depth (self, column), line + bullet);
  self->bullet = bullet > 0;
  self->column = column;
}

GPtrArray *
commons_clip_read_lines (const char *text,
                         GError    **error)
{
  g_autoptr (GPtrArray) cards = _commons_clip_cards_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (guint));
  Lines self = { cards, columns, headings, FALSE, 0 };
  g_autofree char *clean = NULL;
  char *line, *end;

  g_return_val_if_fail (text != NULL, NULL);

  clean = _commons_clip_clean_text (text, error);
  if (clean == NULL)
    return NULL;

  for (line = clean; line != NULL && cards->len <= COMMONS_CLIP_MAX_NODES; line = end)
    {
      end = strchr (line, '\n');
      if (end != NULL)
        *end++ = '\0';
      read_line (&self, g_strchomp (line));
    }

  return _commons_clip_check_cards (cards, error) ? g_steal_pointer (&cards) : NULL;
}

GPtrArray *
commons_clip_read_whole (const char *text,
                         GError    **error)
{
  g_autoptr (GPtrArray) cards = _commons_clip_cards_new ();
  g_autofree char *words = NULL;
  char *end;

  g_return_val_if_fail (text != NULL, NULL);

  words = _commons_clip_clean_text (text, error);
  if (words == NULL)
    return NULL;

  end = strchr (g_strstrip (words), '\n');
  if (end != NULL)
    *end++ = '\0';
  if (*words != '\0')
    _commons_clip_cards_add (cards, 0, g_strchomp (words), end != NULL ? end : "");

  return _commons_clip_check_cards (cards, error) ? g_steal_pointer (&cards) : NULL;
}
