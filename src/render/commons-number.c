/* commons-number.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-number"

#include "config.h"

#include <math.h>

#include "commons-number.h"

/* Beyond that, hundredths are no longer told apart. */
#define MAX_VALUE 1e13

/* Digits from the end on; returns where they begin. */
static char *
put_digits (char    *end,
            guint64  number)
{
  do
    *--end = (char) ('0' + number % 10);
  while ((number /= 10) > 0);

  return end;
}

/* A drawing has hundreds of numbers for each card, and formats are slow. */
static void
append_hundredths (GString *string,
                   gint64   hundredths)
{
  char buffer[32];
  char *end = buffer + sizeof buffer, *begin = end;
  guint64 number = (guint64) ABS (hundredths);
  guint rest = number % 100;

  if (rest % 10 != 0)
    *--begin = (char) ('0' + rest % 10);

  if (rest != 0)
    {
      *--begin = (char) ('0' + rest / 10);
      *--begin = '.';
    }

  begin = put_digits (begin, number / 100);
  if (hundredths < 0)
    *--begin = '-';

  g_string_append_len (string, begin, end - begin);
}

void
commons_number_append (GString *string,
                       double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (string != NULL);
  g_return_if_fail (isfinite (value));

  if (fabs (value) < MAX_VALUE)
    append_hundredths (string, (gint64) round (value * 100));
  else
    g_string_append (string, g_ascii_formatd (buffer, sizeof buffer, "%.0f", value));
}
