/* commons-record-shown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a record says to everybody.
 */

#define G_LOG_DOMAIN "commons-record"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-record-private.h"

gboolean
commons_record_is_hidden (const CommonsRecord *self)
{
  return commons_record_get_boolean (self, "commons/hidden");
}

const char *
commons_record_get_shown_title (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, "");

  if (!commons_record_is_hidden (self))
    return commons_record_get_title (self);

  /* Translators: stands for the title of a card, circle or zone whose words are hidden from the group. */
  return commons_record_is_group (self) ? _("hidden") : _("hidden card");
}

const char *
commons_record_get_shown_body (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, "");

  return commons_record_is_hidden (self) ? "" : commons_record_get_body (self);
}
