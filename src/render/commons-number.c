/* commons-number.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-number"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-number.h"

void
commons_number_append (GString *string,
                       double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  g_return_if_fail (string != NULL);
  g_return_if_fail (isfinite (value));

  /* Whole numbers print without a point; so does minus zero, as zero. */
  if (rounded == trunc (rounded) && fabs (rounded) < 1e15)
    {
      g_string_append_printf (string, "%" G_GINT64_FORMAT, (gint64) rounded);
      return;
    }

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", rounded);

  if (buffer[0] != '\0' && g_str_has_suffix (buffer, "0"))
    buffer[strlen (buffer) - 1] = '\0';

  g_string_append (string, buffer);
}
