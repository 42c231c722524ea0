/* commons-json-guard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-json-guard"

#include "config.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-json-guard.h"
#include "commons-json-keys.h"

typedef struct
{
  const char       *start;
  const char       *cursor;
  const char       *end;
  CommonsJsonKeys  *keys[COMMONS_JSON_MAX_DEPTH];
  guint             depth;
  guint             n_values;
  GError          **error;
} Scanner;

static gboolean scan_value (Scanner *self);

/* Says what is wrong at @at; always returns FALSE, so that callers can return
 * with it. */
static gboolean
fail_at (Scanner        *self,
         CommonsIoError  code,
         const char     *at,
         const char     *message)
{
  guint line = 1;
  const char *line_start = self->start;
  const char *newline;
  glong column;

  while ((newline = memchr (line_start, '\n', (gsize) (at - line_start))) != NULL)
    {
      line_start = newline + 1;
      line++;
    }

  column = g_utf8_strlen (line_start, at - line_start) + 1;

  /* Translators: where in a file, then what is wrong there */
  g_set_error (self->error, COMMONS_IO_ERROR, code, _("Line %u, column %ld: %s"),
               line, column, message);

  return FALSE;
}

static gboolean
fail (Scanner    *self,
      const char *message)
{
  if (self->cursor >= self->end)
    return fail_at (self, COMMONS_IO_ERROR_SYNTAX, self->end,
                    _("the file stops here, in the middle of the board"));

  return fail_at (self, COMMONS_IO_ERROR_SYNTAX, self->cursor, message);
}

static gboolean
fail_limit (Scanner    *self,
            const char *at,
            char       *message)
{
  g_autofree char *owned = message;

  return fail_at (self, COMMONS_IO_ERROR_LIMIT, at, owned);
}

static void
skip_space (Scanner *self)
{
  while (self->cursor < self->end &&
         (*self->cursor == ' ' || *self->cursor == '\n' ||
          *self->cursor == '\t' || *self->cursor == '\r'))
    self->cursor++;
}

static gboolean
at_char (Scanner *self,
         char     c)
{
  return self->cursor < self->end && *self->cursor == c;
}

static gboolean
accept_char (Scanner *self,
             char     c)
{
  if (!at_char (self, c))
    return FALSE;

  self->cursor++;
  return TRUE;
}

/* Reads the four digits after \u; -1 when they are not there. */
static int
scan_hex (Scanner    *self,
          const char *digits)
{
  int value = 0;

  if (self->end - digits < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (digits[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (digits[i]);
    }

  return value;
}

static gboolean
scan_unicode (Scanner *self)
{
  const char *p = self->cursor;
  int code = scan_hex (self, p + 2);

  if (code < 0)
    return fail (self, _("four hexadecimal digits must follow “\\u”"));

  if (code == 0)
    return fail (self, _("the character U+0000 is not allowed in a text"));

  self->cursor += 6;

  if (code < 0xd800 || code > 0xdfff)
    return TRUE;

  if (code < 0xdc00 && self->end - p >= 12 && p[6] == '\\' && p[7] == 'u')
    {
      int low = scan_hex (self, p + 8);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          self->cursor += 6;
          return TRUE;
        }
    }

  self->cursor = p;
  return fail (self, _("this is only one half of a character written in two"));
}

static gboolean
scan_escape (Scanner *self)
{
  if (self->end - self->cursor < 2)
    {
      self->cursor = self->end;
      return fail (self, NULL);
    }

  if (self->cursor[1] == 'u')
    return scan_unicode (self);

  if (self->cursor[1] == '\0' || strchr ("\"\\/bfnrt", self->cursor[1]) == NULL)
    return fail (self, _("no such character follows a “\\” in JSON"));

  self->cursor += 2;
  return TRUE;
}

/* Stands on the opening quote; leaves the cursor behind the closing one. */
static gboolean
scan_string (Scanner *self)
{
  const char *opening = self->cursor;

  g_assert (at_char (self, '"'));

  self->cursor++;

  while (self->cursor < self->end)
    {
      char c = *self->cursor;

      if (c == '"')
        {
          self->cursor++;
          return TRUE;
        }

      if (c == '\\')
        {
          if (!scan_escape (self))
            return FALSE;
        }
      else if ((guchar) c < 0x20)
        {
          return fail (self, _("a text must not hold a line break or control character as such: "
                               "its closing quote may be missing"));
        }
      else
        {
          self->cursor++;
        }
    }

  return fail_at (self, COMMONS_IO_ERROR_SYNTAX, opening,
                  _("the text that begins here has no closing quote"));
}

static void
skip_digits (Scanner *self)
{
  while (self->cursor < self->end && g_ascii_isdigit (*self->cursor))
    self->cursor++;
}

static gboolean
scan_digits (Scanner *self)
{
  if (self->cursor >= self->end || !g_ascii_isdigit (*self->cursor))
    return fail (self, _("a digit was expected here"));

  skip_digits (self);
  return TRUE;
}

static gboolean
check_number (Scanner    *self,
              const char *from,
              gboolean    integer)
{
  char buffer[COMMONS_JSON_MAX_NUMBER + 1];
  gsize length = (gsize) (self->cursor - from);

  if (length > COMMONS_JSON_MAX_NUMBER)
    return fail_limit (self, from,
                       g_strdup_printf (_("a number of more than %u characters"),
                                        COMMONS_JSON_MAX_NUMBER));

  memcpy (buffer, from, length);
  buffer[length] = '\0';

  errno = 0;

  if (integer)
    {
      g_ascii_strtoll (buffer, NULL, 10);
      if (errno == ERANGE)
        return fail_at (self, COMMONS_IO_ERROR_LIMIT, from,
                        _("this whole number does not fit in 64 bits"));
    }
  else if (!isfinite (g_ascii_strtod (buffer, NULL)))
    {
      return fail_at (self, COMMONS_IO_ERROR_LIMIT, from, _("this number is too large"));
    }

  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  const char *from = self->cursor;
  gboolean integer = TRUE;

  accept_char (self, '-');

  if (accept_char (self, '0'))
    {
      if (self->cursor < self->end && g_ascii_isdigit (*self->cursor))
        return fail (self, _("a number must not begin with a 0 that counts for nothing"));
    }
  else if (!scan_digits (self))
    {
      return FALSE;
    }

  if (accept_char (self, '.'))
    {
      integer = FALSE;
      if (!scan_digits (self))
        return FALSE;
    }

  if (accept_char (self, 'e') || accept_char (self, 'E'))
    {
      integer = FALSE;
      if (!accept_char (self, '+'))
        accept_char (self, '-');
      if (!scan_digits (self))
        return FALSE;
    }

  return check_number (self, from, integer);
}

static gboolean
scan_word (Scanner    *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->cursor) < length)
    {
      if (memcmp (self->cursor, word, (gsize) (self->end - self->cursor)) == 0)
        self->cursor = self->end;
      return fail (self, _("a value was expected here"));
    }

  if (memcmp (self->cursor, word, length) != 0)
    return fail (self, _("a value was expected here"));

  self->cursor += length;
  return TRUE;
}

static gboolean
fail_repeated (Scanner    *self,
               const char *raw,
               gsize       length)
{
  g_autofree char *name = g_utf8_substring (raw, 0, MIN (g_utf8_strlen (raw, (gssize) length), 40));
  /* Translators: %s is a name in the file, such as “text” */
  g_autofree char *message = g_strdup_printf (_("“%s” stands twice in the same object"), name);

  return fail_at (self, COMMONS_IO_ERROR_SYNTAX, raw - 1, message);
}

static gboolean
scan_member (Scanner         *self,
             CommonsJsonKeys *keys)
{
  const char *raw = self->cursor + 1;
  gsize length;

  if (!at_char (self, '"'))
    return fail (self, _("a name in double quotes was expected here"));

  if (!scan_string (self))
    return FALSE;

  length = (gsize) (self->cursor - raw) - 1;

  if (!commons_json_keys_add (keys, raw, length))
    return fail_repeated (self, raw, length);

  skip_space (self);

  if (!accept_char (self, ':'))
    return fail (self, _("a “:” was expected here"));

  skip_space (self);

  return scan_value (self);
}

static gboolean
scan_object (Scanner *self)
{
  CommonsJsonKeys **keys = &self->keys[self->depth - 1];
  guint n_members = 0;

  if (*keys == NULL)
    *keys = commons_json_keys_new ();

  commons_json_keys_clear (*keys);
  self->cursor++;
  skip_space (self);

  if (accept_char (self, '}'))
    return TRUE;

  while (TRUE)
    {
      if (++n_members > COMMONS_JSON_MAX_MEMBERS)
        return fail_limit (self, self->cursor,
                           g_strdup_printf (_("an object of more than %u members"),
                                            COMMONS_JSON_MAX_MEMBERS));

      if (!scan_member (self, *keys))
        return FALSE;

      skip_space (self);

      if (accept_char (self, '}'))
        return TRUE;

      if (!accept_char (self, ','))
        return fail (self, _("a “,” or “}” was expected here"));

      skip_space (self);
    }
}

static gboolean
scan_array (Scanner *self)
{
  guint n_items = 0;

  self->cursor++;
  skip_space (self);

  if (accept_char (self, ']'))
    return TRUE;

  while (TRUE)
    {
      if (++n_items > COMMONS_JSON_MAX_ITEMS)
        return fail_limit (self, self->cursor,
                           g_strdup_printf (_("a list of more than %u items"),
                                            COMMONS_JSON_MAX_ITEMS));

      if (!scan_value (self))
        return FALSE;

      skip_space (self);

      if (accept_char (self, ']'))
        return TRUE;

      if (!accept_char (self, ','))
        return fail (self, _("a “,” or “]” was expected here"));

      skip_space (self);
    }
}

/* The depth is limited before anything recurses, so the stack is too. */
static gboolean
scan_container (Scanner *self)
{
  gboolean done;

  if (self->depth == COMMONS_JSON_MAX_DEPTH)
    return fail_limit (self, self->cursor,
                       g_strdup_printf (_("more than %u lists and objects inside each other"),
                                        COMMONS_JSON_MAX_DEPTH));

  self->depth++;
  done = *self->cursor == '{' ? scan_object (self) : scan_array (self);
  self->depth--;

  return done;
}

static gboolean
scan_value (Scanner *self)
{
  if (self->cursor >= self->end)
    return fail (self, NULL);

  if (++self->n_values > COMMONS_JSON_MAX_VALUES)
    return fail_limit (self, self->cursor,
                       g_strdup_printf (_("more than %u values in one file"),
                                        COMMONS_JSON_MAX_VALUES));

  switch (*self->cursor)
    {
    case '{':
    case '[':
      return scan_container (self);

    case '"':
      return scan_string (self);

    case 't':
      return scan_word (self, "true");

    case 'f':
      return scan_word (self, "false");

    case 'n':
      return scan_word (self, "null");

    default:
      if (*self->cursor == '-' || g_ascii_isdigit (*self->cursor))
        return scan_number (self);
      return fail (self, _("a value was expected here"));
    }
}

static gboolean
check_encoding (Scanner *self)
{
  const char *bad;

  if (g_utf8_validate_len (self->start, (gsize) (self->end - self->start), &bad))
    return TRUE;

  if (*bad == '\0')
    return fail_at (self, COMMONS_IO_ERROR_SYNTAX, bad, _("there is a zero byte in the file"));

  return fail_at (self, COMMONS_IO_ERROR_SYNTAX, bad, _("this is not text in UTF-8"));
}

static gboolean
scan_file (Scanner *self)
{
  if (!check_encoding (self))
    return FALSE;

  skip_space (self);

  if (self->cursor >= self->end)
    {
      g_set_error_literal (self->error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_EMPTY,
                           _("There is nothing in the file"));
      return FALSE;
    }

  if (!scan_value (self))
    return FALSE;

  skip_space (self);

  if (self->cursor < self->end)
    return fail (self, _("nothing may follow the end of the board"));

  return TRUE;
}

const char *
commons_json_guard_skip_mark (const char *data,
                              gsize       length)
{
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return data + 3;

  return data;
}

gboolean
commons_json_guard_check (const char  *data,
                          gsize        length,
                          GError     **error)
{
  Scanner self = { 0 };
  gboolean done;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (length > COMMONS_JSON_MAX_BYTES)
    {
      g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE,
                   _("The file is larger than %u MiB"),
                   COMMONS_JSON_MAX_BYTES / (1024u * 1024u));
      return FALSE;
    }

  if (data == NULL)
    data = "";

  self.start = commons_json_guard_skip_mark (data, length);
  self.cursor = self.start;
  self.end = data + length;
  self.error = error;

  done = scan_file (&self);

  for (guint i = 0; i < COMMONS_JSON_MAX_DEPTH; i++)
    g_clear_pointer (&self.keys[i], commons_json_keys_free);

  return done;
}
