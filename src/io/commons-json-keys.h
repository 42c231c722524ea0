/* commons-json-keys.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CommonsJsonKeys:
 *
 * The names met so far in one object, to find one that comes twice in
 * constant time. The same set serves one object after another.
 */
typedef struct _CommonsJsonKeys CommonsJsonKeys;

/**
 * commons_json_keys_new:
 *
 * Returns: (transfer full): an empty set
 */
CommonsJsonKeys *commons_json_keys_new   (void);
void             commons_json_keys_free  (CommonsJsonKeys *self);

/**
 * commons_json_keys_clear:
 *
 * Forgets all names, in constant time.
 */
void             commons_json_keys_clear (CommonsJsonKeys *self);

/**
 * commons_json_keys_add:
 * @raw: a name as it stands between its quotes; must outlive its use here
 * @length: its length in bytes
 *
 * Adds a name. Two spellings of the same name, one with escapes, are equal.
 *
 * Returns: whether the name is new
 */
gboolean         commons_json_keys_add   (CommonsJsonKeys *self,
                                          const char      *raw,
                                          gsize            length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsJsonKeys, commons_json_keys_free)

G_END_DECLS
