/* commons-json-string.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-json-string"

#include "config.h"

#include <string.h>

#include "commons-json-string.h"

static gunichar
read_hex (const char *digits)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    value = value * 16 + (gunichar) g_ascii_xdigit_value (digits[i]);

  return value;
}

/* Returns how many bytes the escape at @raw takes. */
static gsize
decode_unicode (GString    *scratch,
                const char *raw)
{
  gunichar c = read_hex (raw + 2);

  /* The guard let only whole pairs of surrogates through. */
  if (c >= 0xd800 && c < 0xdc00)
    {
      gunichar low = read_hex (raw + 8);

      g_string_append_unichar (scratch, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
      return 12;
    }

  g_string_append_unichar (scratch, c);
  return 6;
}

static gsize
decode_escape (GString    *scratch,
               const char *raw)
{
  switch (raw[1])
    {
    case 'u':
      return decode_unicode (scratch, raw);

    case 'b':
      g_string_append_c (scratch, '\b');
      break;

    case 'f':
      g_string_append_c (scratch, '\f');
      break;

    case 'n':
      g_string_append_c (scratch, '\n');
      break;

    case 'r':
      g_string_append_c (scratch, '\r');
      break;

    case 't':
      g_string_append_c (scratch, '\t');
      break;

    default:
      g_string_append_c (scratch, raw[1]);
      break;
    }

  return 2;
}

void
commons_json_string_decode (GString    *scratch,
                            const char *raw,
                            gsize       length)
{
  const char *end = raw + length;

  g_return_if_fail (scratch != NULL);

  g_string_truncate (scratch, 0);

  while (raw < end)
    {
      const char *escape = memchr (raw, '\\', (gsize) (end - raw));
      const char *stop = escape != NULL ? escape : end;

      g_string_append_len (scratch, raw, stop - raw);
      raw = stop;

      if (escape != NULL)
        raw += decode_escape (scratch, raw);
    }
}

static void
append_escape (GString *out,
               char     c)
{
  static const char named[] = "btn\0fr";

  if (c == '"' || c == '\\')
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, c);
    }
  else if (c >= '\b' && c <= '\r' && c != '\v')
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, named[c - '\b']);
    }
  else
    {
      g_string_append_printf (out, "\\u%04x", (guint) c);
    }
}

static gboolean
needs_escape (char c)
{
  return (guchar) c < 0x20 || c == '"' || c == '\\';
}

void
commons_json_string_append (GString    *out,
                            const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  /* Whatever a record was given, the file must be one that can be read back. */
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');

  while (*text != '\0')
    {
      const char *stop = text;

      while (*stop != '\0' && !needs_escape (*stop))
        stop++;

      g_string_append_len (out, text, stop - text);
      text = stop;

      if (*text != '\0')
        append_escape (out, *text++);
    }

  g_string_append_c (out, '"');
}
