/* commons-one-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_one_line:
 * @text: any bytes, such as the name of a file or a message that tells one
 *
 * Makes a line that can be shown: what is no UTF-8 becomes U+FFFD, and line
 * breaks, control characters and those that turn the direction of a text are
 * written as escapes, such as “\n” and “\x1b”.
 *
 * Returns: (transfer full): UTF-8 text without any line break
 */
char *commons_one_line (const char *text);

G_END_DECLS
