/* commons-inspect-date.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as people write them in French and in English.
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "commons-fold.h"
#include "commons-inspect-entry.h"

#define N_PARTS 3

/* Fewer letters could be several months. */
#define MIN_LETTERS 3

static const char *
get_month (CommonsCatalogue *catalogue,
           guint             month)
{
  g_autofree char *key = g_strdup_printf ("month.%u", month);
  const char *name = commons_catalogue_get_text (catalogue, key);

  return name ? name : "";
}

/* The month a word begins, 0 when it is none or could be several. */
static guint
find_month_in (CommonsCatalogue *catalogue,
               const char       *word)
{
  guint found = 0;

  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *name = commons_fold (get_month (catalogue, month));

      if (g_str_equal (name, word))
        return month;
      if (strlen (word) >= MIN_LETTERS && g_str_has_prefix (name, word))
        found = found == 0 ? month : 13;
    }

  return found <= 12 ? found : 0;
}

static guint
find_month (const char *word)
{
  guint month = find_month_in (commons_catalogue_get ("fr"), word);

  return month != 0 ? month : find_month_in (commons_catalogue_get ("en"), word);
}

/* "1st", "1er", "2nd"… are numbers as well. */
static guint
read_figures (const char *word)
{
  char *end = NULL;
  guint64 number = g_ascii_strtoull (word, &end, 10);

  if (end == word || number > 9999)
    return 0;
  if (*end != '\0' && !g_str_equal (end, "er") && !g_str_equal (end, "st") && !g_str_equal (end, "nd") &&
      !g_str_equal (end, "rd") && !g_str_equal (end, "th"))
    return 0;

  return (guint) number;
}

static gboolean
set_date (GDate *date,
          guint  day,
          guint  month,
          guint  year)
{
  if (day > 31 || month > 12 || year < 1000 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

/* The three words of a date: what is between them does not matter. */
static guint
split (const char *text,
       char       *words[N_PARTS + 1])
{
  g_autofree char *folded = commons_fold (text);
  g_autoptr (GString) plain = g_string_new (folded);
  g_auto (GStrv) all = NULL;
  guint n = 0;

  g_string_replace (plain, "\302\240", " ", 0); /* no-break space */
  all = g_strsplit_set (plain->str, " ,./-\t", -1);
  for (guint i = 0; all[i] != NULL && n <= N_PARTS; i++)
    {
      if (*all[i] != '\0')
        words[n++] = g_strdup (all[i]);
    }

  return n;
}

static gboolean
read_words (char  *words[N_PARTS],
            GDate *date)
{
  guint numbers[N_PARTS];
  guint month;

  for (guint i = 0; i < N_PARTS; i++)
    numbers[i] = read_figures (words[i]);

  if ((month = find_month (words[1])) != 0)
    return set_date (date, numbers[0], month, numbers[2]) || set_date (date, numbers[2], month, numbers[0]);
  if ((month = find_month (words[0])) != 0)
    return set_date (date, numbers[1], month, numbers[2]);
  if (strlen (words[0]) == 4)
    return set_date (date, numbers[2], numbers[1], numbers[0]);

  return set_date (date, numbers[0], numbers[1], numbers[2]) || set_date (date, numbers[1], numbers[0], numbers[2]);
}

gboolean
commons_entry_parse_date (const char *text,
                          GDate      *date)
{
  char *words[N_PARTS + 1] = { NULL };
  gboolean valid;
  guint n;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  n = split (text, words);
  valid = n == N_PARTS && read_words (words, date);
  for (guint i = 0; i < n; i++)
    g_free (words[i]);

  return valid;
}

char *
commons_entry_format_date (CommonsCatalogue *catalogue,
                           const GDate      *date)
{
  const char *ordinal = "";
  guint day;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  day = g_date_get_day (date);
  if (day == 1 && g_str_equal (commons_catalogue_get_language (catalogue), "fr"))
    ordinal = "er";

  return g_strdup_printf ("%u%s %s %u", day, ordinal, get_month (catalogue, g_date_get_month (date)),
                          (guint) g_date_get_year (date));
}
