/* commons-json-guard.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-io-error.h"

G_BEGIN_DECLS

/**
 * COMMONS_JSON_MAX_BYTES:
 *
 * The largest file that is read, in bytes.
 */
#define COMMONS_JSON_MAX_BYTES   (64u * 1024u * 1024u)

/**
 * COMMONS_JSON_MAX_DEPTH:
 *
 * How many arrays and objects may be nested.
 */
#define COMMONS_JSON_MAX_DEPTH   64

/**
 * COMMONS_JSON_MAX_MEMBERS:
 *
 * How many members one object may have.
 */
#define COMMONS_JSON_MAX_MEMBERS 2000

/**
 * COMMONS_JSON_MAX_ITEMS:
 *
 * How many items one array may have.
 */
#define COMMONS_JSON_MAX_ITEMS   50000

/**
 * COMMONS_JSON_MAX_VALUES:
 *
 * How many values a file may hold in all, which bounds the memory it takes.
 */
#define COMMONS_JSON_MAX_VALUES  1000000

/**
 * COMMONS_JSON_MAX_NUMBER:
 *
 * How many characters a number may be written with.
 */
#define COMMONS_JSON_MAX_NUMBER  1000

/**
 * commons_json_guard_check:
 * @data: (array length=length): any bytes
 * @length: how many
 * @error: return location for a #CommonsIoError: EMPTY, TOO_LARGE, SYNTAX or
 *   LIMIT, whose message tells line and column
 *
 * Checks, in time proportional to @length, that bytes are one strict JSON
 * value in UTF-8 (a byte order mark is let through) within the limits above,
 * with no name twice in an object, no U+0000, whole surrogate pairs, integers
 * of 64 bits and finite numbers.
 *
 * Returns: whether it is safe to read
 */
gboolean    commons_json_guard_check (const char  *data,
                                      gsize        length,
                                      GError     **error);

/**
 * commons_json_guard_skip_mark:
 * @data: text that may begin with a byte order mark
 * @length: its length in bytes
 *
 * Returns: (transfer none): where the text itself begins
 */
const char *commons_json_guard_skip_mark (const char *data,
                                          gsize       length);

G_END_DECLS
