/* commons-commands.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CommonsCommand:
 * @action: its detailed action name, such as "win.undo"
 * @label: what it does, to be translated with gettext
 * @section: heading it stands under in the shortcuts window, to be translated
 * @accels: (array zero-terminated=1): keys, the first one being shown
 * @local: whether its keys work only while the board has the focus
 *
 * One thing people can do. Menus, keys, the shortcuts window and the tests all
 * read the same table.
 */
typedef struct
{
  const char *action;
  const char *label;
  const char *section;
  const char *accels[6];
  gboolean    local;
} CommonsCommand;

/**
 * commons_commands_get:
 * @n_commands: (out): number of commands
 *
 * Returns: (transfer none) (array length=n_commands): the table
 */
const CommonsCommand *commons_commands_get  (guint      *n_commands);

/**
 * commons_accel_types:
 * @accel: one of the keys of a command
 *
 * Returns: whether that key types a character where there is text: it may
 *   only be taken while the board has the focus
 */
gboolean              commons_accel_types   (const char *accel);

/**
 * commons_commands_find:
 * @action: a detailed action name
 *
 * Returns: (transfer none) (nullable): the command of that name
 */
const CommonsCommand *commons_commands_find (const char *action);

G_END_DECLS
