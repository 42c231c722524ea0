/* commons-enumerate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-enumerate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-enumerate.h"

char *
commons_enumerate (GPtrArray *names)
{
  char *line;

  g_return_val_if_fail (names != NULL, NULL);

  if (names->len == 0)
    return g_strdup ("");

  line = g_strdup (g_ptr_array_index (names, 0));
  for (guint i = 1; i < names->len; i++)
    {
      g_autofree char *before = line;
      const char *name = g_ptr_array_index (names, i);

      if (i + 1 < names->len)
        /* Translators: what comes before in a list of names, then the next of them */
        line = g_strdup_printf (C_("list", "%s, %s"), before, name);
      else
        /* Translators: a list of names, then the last of them, such as “Ada, Lou and Idriss” */
        line = g_strdup_printf (C_("list", "%s and %s"), before, name);
    }

  return line;
}
