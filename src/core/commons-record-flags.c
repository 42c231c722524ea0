/* commons-record-flags.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members that are true or absent.
 */

#define G_LOG_DOMAIN "commons-record"

#include "config.h"

#include "commons-record-private.h"

gboolean
commons_record_is_locked (const CommonsRecord *self)
{
  return commons_record_get_boolean (self, "commons/locked");
}

CommonsRecord *
commons_record_with_flag (CommonsRecord *self,
                          const char    *path,
                          gboolean       value)
{
  return commons_record_with (self, path, value ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL);
}
