/* commons-enumerate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_enumerate:
 * @names: (element-type utf8): names, such as those of people or tables
 *
 * Puts names in one line as the language of the window does, such as “Ada, Lou
 * and Idriss”.
 *
 * Returns: (transfer full): the line; empty without a name
 */
char *commons_enumerate (GPtrArray *names);

G_END_DECLS
