/* commons-record-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two files of the record share: reading one, and making changed
 * copies.
 */

#pragma once

#include "commons-record.h"

G_BEGIN_DECLS

struct _CommonsRecord
{
  gatomicrefcount ref_count; /* threads draw the same board */
  CommonsTable    table;
  JsonObject     *object;

  /* Hot fields: borrowed from the object unless said otherwise. */
  const char     *id;
  const char     *node_type;
  const char     *kind;
  const char     *status;
  const char     *from;
  const char     *to;
  const char     *text;
  char           *title; /* owned */
  char           *heading; /* owned; NULL when it is the title */
  const char     *body;
  CommonsRect     bounds;
  gboolean        is_group;
};

/* The member at a path of names separated by "/", or NULL. */
JsonNode      *_commons_record_find_node   (JsonObject        *object,
                                            const char        *path);

/* Whether two values say the same, in the same order of members. */
gboolean       _commons_record_nodes_equal (JsonNode          *a,
                                            JsonNode          *b);

/* A copy of an object that shares its member values, which are immutable. */
JsonObject    *_commons_record_copy_object (JsonObject        *object);

/* Writes place and size into an object that is not sealed yet. */
void           _commons_record_set_bounds  (JsonObject        *object,
                                            const CommonsRect *bounds);

/* For objects made from a valid record, which cannot fail. */
CommonsRecord *_commons_record_new_valid   (CommonsTable       table,
                                            JsonObject        *object);

G_END_DECLS
