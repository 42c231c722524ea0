/* commons-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-fold"

#include "config.h"

#include <string.h>

#include "commons-fold.h"

/* Letters that Unicode does not take apart, and marks that keyboards lack. */
static const struct
{
  gunichar    letter;
  const char *spelling;
} spellings[] = {
  { 0x00ab, "\"" }, /* « */
  { 0x00ad, "" },   /* soft hyphen */
  { 0x00b7, "." },  /* mid dot */
  { 0x00bb, "\"" }, /* » */
  { 0x00df, "ss" },
  { 0x00e6, "ae" },
  { 0x00f0, "d" },
  { 0x00f8, "o" },
  { 0x00fe, "th" },
  { 0x0111, "d" },
  { 0x0131, "i" },
  { 0x0142, "l" },
  { 0x0153, "oe" },
  { 0x02bc, "'" },
  { 0x03c2, "\xcf\x83" }, /* final sigma */
  { 0x200b, "" },   /* zero width space */
  { 0x200c, "" },
  { 0x200d, "" },
  { 0x2010, "-" },
  { 0x2011, "-" },
  { 0x2012, "-" },
  { 0x2013, "-" },
  { 0x2014, "-" },
  { 0x2018, "'" },
  { 0x2019, "'" },
  { 0x201b, "'" },
  { 0x201c, "\"" },
  { 0x201d, "\"" },
  { 0x201e, "\"" },
  { 0x2022, "." },
  { 0x2027, "." },
  { 0x2032, "'" },
  { 0x2060, "" },   /* word joiner */
  { 0x2212, "-" },
  { 0xfeff, "" },
};

static const char *
find_spelling (gunichar letter)
{
  guint low = 0, high = G_N_ELEMENTS (spellings);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (spellings[middle].letter == letter)
        return spellings[middle].spelling;
      if (spellings[middle].letter < letter)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static gboolean
is_space (gunichar letter)
{
  return letter != '\n' && (g_unichar_isspace (letter) || letter == 0x00a0 || letter == 0x202f);
}

static void
append_space (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ' ');
}

static void
append_break (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_letter (GString  *out,
               gunichar  letter)
{
  const char *spelling;

  letter = g_unichar_tolower (letter);
  if (letter == '\n')
    append_break (out);
  else if (is_space (letter))
    append_space (out);
  else if (letter < 0x80)
    g_string_append_c (out, (char) letter);
  else if (g_unichar_type (letter) == G_UNICODE_NON_SPACING_MARK)
    return;
  else if ((spelling = find_spelling (letter)) != NULL)
    g_string_append (out, spelling);
  else
    g_string_append_unichar (out, letter);
}

static void
append_letters (GString    *out,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_letter (out, g_utf8_get_char (p));

  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

char *
commons_fold (const char *text)
{
  g_autofree char *valid = NULL, *apart = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));
  if (g_str_is_ascii (text))
    {
      append_letters (out, text);
      return g_string_free (out, FALSE);
    }

  valid = g_utf8_make_valid (text, -1);
  apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  append_letters (out, apart);

  return g_string_free (out, FALSE);
}

char **
commons_fold_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = commons_fold (text);
  parts = g_strsplit_set (folded, " \n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] != '\0')
        g_strv_builder_add (words, parts[i]);
    }

  return g_strv_builder_end (words);
}

char *
commons_fold_plain (const char *text)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) plain = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = commons_fold (text);
  plain = g_string_new (NULL);
  for (const char *place = folded; *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar letter = g_utf8_get_char (place);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (plain, letter);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }

  return g_strchomp (g_string_free (g_steal_pointer (&plain), FALSE));
}
