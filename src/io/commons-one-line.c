/* commons-one-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-one-line"

#include "config.h"

#include "commons-one-line.h"

/* A file may be called so that the rest of a message is read backwards. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
breaks_line (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

static void
append_escaped (GString  *line,
                gunichar  c)
{
  if (c == '\n')
    g_string_append (line, "\\n");
  else if (c == '\t')
    g_string_append (line, "\\t");
  else if (c == '\r')
    g_string_append (line, "\\r");
  else
    g_string_append_printf (line, c < 0x100 ? "\\x%02x" : "\\u%04x", c);
}

char *
commons_one_line (const char *text)
{
  g_autofree char *valid = NULL;
  GString *line;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (breaks_line (c) || turns_direction (c))
        append_escaped (line, c);
      else
        g_string_append_unichar (line, c);
    }

  return g_string_free (line, FALSE);
}
