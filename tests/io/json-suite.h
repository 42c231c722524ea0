/* json-suite.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases at the edges of JSON, each with what must become of it.
 */

#pragma once

#include <glib.h>

/* Every reader takes it, and so does ours. */
#define JSON_SUITE_ACCEPTED (-1)

/**
 * JsonSuiteCase:
 * @name: what it is called; begins with y_ where the standard demands to
 *   accept, n_ where it demands to refuse, i_ where it leaves it open
 * @text: the bytes, which may hold zero bytes
 * @length: how many
 * @code: %JSON_SUITE_ACCEPTED or the #CommonsIoError it is refused with
 */
typedef struct
{
  const char *name;
  const char *text;
  gsize       length;
  int         code;
} JsonSuiteCase;

#define JSON_SUITE_CASE(name, text, code) { name, text, sizeof (text) - 1, code }

extern const JsonSuiteCase json_suite_accepted[];
extern const guint json_suite_n_accepted;

extern const JsonSuiteCase json_suite_refused[];
extern const guint json_suite_n_refused;

extern const JsonSuiteCase json_suite_open[];
extern const guint json_suite_n_open;
