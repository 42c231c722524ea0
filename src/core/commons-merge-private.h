/* commons-merge-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a merge: values, order, records.
 */

#pragma once

#include "commons-merge.h"

G_BEGIN_DECLS

/* The record that is being merged, and the names that lead to the value. */
typedef struct
{
  CommonsTable  table;
  const char   *id;
  GPtrArray    *names;     /* borrowed strings */
  GPtrArray    *conflicts; /* of CommonsConflict, owned */
} CommonsMergePlace;

/* Whether two values say the same; NULL is no value. */
gboolean         _commons_merge_equal   (JsonNode           *a,
                                         JsonNode           *b);

/* Merges an object; @base is NULL when there was none. Returns a new object
 * that shares the values. */
JsonObject      *_commons_merge_objects (CommonsMergePlace  *place,
                                         JsonObject         *base,
                                         JsonObject         *ours,
                                         JsonObject         *theirs);

/* Notes a conflict at the place. */
CommonsConflict *_commons_merge_note    (CommonsMergePlace  *place,
                                         CommonsConflictKind kind,
                                         JsonNode           *base,
                                         JsonNode           *ours,
                                         JsonNode           *theirs);

/* The record with the conflicts about it written into it. */
CommonsRecord   *_commons_merge_mark    (CommonsRecord      *record,
                                         GPtrArray          *conflicts);

/* The record with one conflict written in it less, NULL when it is not there. */
CommonsRecord   *_commons_merge_unmark  (CommonsRecord         *record,
                                         const CommonsConflict *conflict);

/* The record with the member of a conflict given a value, NULL for none. */
CommonsRecord   *_commons_merge_with_value (const CommonsConflict *conflict,
                                            CommonsRecord         *record,
                                            JsonNode              *value);

/* Merges what was written of conflicts before: what is open on one side stays
 * open unless the other side decided it. Arguments can be NULL. */
JsonNode        *_commons_merge_marks   (JsonNode           *base,
                                         JsonNode           *ours,
                                         JsonNode           *theirs);

void             _commons_conflict_free (CommonsConflict    *self);

/* Merges three orders of ids (arrays of borrowed strings). @kept holds the ids
 * that are in the result. Returns their order. */
GPtrArray       *_commons_merge_order   (GPtrArray          *base,
                                         GPtrArray          *ours,
                                         GPtrArray          *theirs,
                                         GHashTable         *kept);

G_END_DECLS
