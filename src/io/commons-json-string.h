/* commons-json-string.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_json_string_decode:
 * @scratch: where the text goes; emptied first
 * @raw: what stands between the quotes, checked by commons_json_guard_check()
 * @length: its length in bytes
 *
 * Replaces the escapes of a JSON string by what they stand for.
 */
void commons_json_string_decode (GString    *scratch,
                                 const char *raw,
                                 gsize       length);

/**
 * commons_json_string_append:
 * @out: where to write
 * @text: a text; what is not UTF-8 in it becomes U+FFFD
 *
 * Writes a text as a JSON string, quotes included, with no more escapes than
 * JSON asks for.
 */
void commons_json_string_append (GString    *out,
                                 const char *text);

G_END_DECLS
