/* commons-json-tree.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "commons-json-numbers.h"

G_BEGIN_DECLS

/**
 * commons_json_tree_read:
 * @data: (array length=length): text that commons_json_guard_check() let pass
 * @length: its length in bytes
 * @numbers: (nullable): where to remember how numbers are spelled
 *
 * Builds the tree of a JSON text. Unlike the parser of json-glib it takes
 * JSON only, and the same JSON with every version of that library.
 *
 * Returns: (transfer full): the root
 */
JsonNode *commons_json_tree_read   (const char         *data,
                                    gsize               length,
                                    CommonsJsonNumbers *numbers);

/**
 * commons_json_tree_append:
 * @out: where to write
 * @node: a tree
 * @numbers: (nullable): how the file it comes from spells numbers
 *
 * Writes a tree as JSON in one line without spaces, members in their order.
 * What JSON has no word for (an infinite number) becomes null.
 */
void      commons_json_tree_append (GString            *out,
                                    JsonNode           *node,
                                    CommonsJsonNumbers *numbers);

/**
 * commons_json_tree_append_object:
 * @out: where to write
 * @object: an object
 * @numbers: (nullable): how the file it comes from spells numbers
 *
 * Writes an object as commons_json_tree_append() does.
 */
void      commons_json_tree_append_object
                                   (GString            *out,
                                    JsonObject         *object,
                                    CommonsJsonNumbers *numbers);

/**
 * commons_json_tree_locate:
 * @data: (array length=length): text that commons_json_guard_check() let pass
 * @length: its length in bytes
 * @member: (nullable): a member of the top-level object
 * @item: which item of that member when it is a list, or -1 for the member
 *   itself
 * @line: (out): line where that value begins, from 1
 * @column: (out): column in characters, from 1
 *
 * Finds where in the text a value stands. What is not there has the place of
 * the nearest value that is.
 */
void      commons_json_tree_locate (const char         *data,
                                    gsize               length,
                                    const char         *member,
                                    int                 item,
                                    guint              *line,
                                    guint              *column);

G_END_DECLS
