/* commons-upgrade.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-upgrade"

#include "config.h"

#include "commons-types.h"
#include "commons-upgrade-private.h"

/* The step at index n leads from format n + 1 to n + 2; there is one less than
 * there are formats, and NULL ends the table. */
static const CommonsUpgradeStep steps[] = { NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == COMMONS_FORMAT);

static void
set_format (JsonObject *root,
            gint64      format)
{
  JsonNode *commons = json_object_get_member (root, "commons");

  if (commons != NULL && JSON_NODE_HOLDS_OBJECT (commons))
    json_object_set_int_member (json_node_get_object (commons), "format", format);
}

gboolean
_commons_upgrade_run_steps (JsonObject                *root,
                            gint64                     format,
                            const CommonsUpgradeStep  *table,
                            guint                      n_steps,
                            GError                   **error)
{
  g_return_val_if_fail (root != NULL, FALSE);
  g_return_val_if_fail (format >= 1, FALSE);

  for (; format <= n_steps; format++)
    {
      if (!table[format - 1] (root, error))
        return FALSE;

      set_format (root, format + 1);
    }

  return TRUE;
}

gboolean
commons_upgrade_run (JsonObject  *root,
                     gint64       format,
                     GError     **error)
{
  return _commons_upgrade_run_steps (root, format, steps, G_N_ELEMENTS (steps) - 1, error);
}
