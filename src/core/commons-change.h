/* commons-change.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-record.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CHANGE_SET (commons_change_set_get_type ())

/**
 * CommonsChange:
 * @before: (nullable): the record before, %NULL when it was added
 * @after: (nullable): the record after, %NULL when it was removed
 * @before_position: where it stood in its table, 0 at the bottom
 * @after_position: where it stands in its table
 *
 * The only change there is: an id went from one record to another. Positions
 * count at the moment the change is applied; a reorder has equal records.
 */
struct _CommonsChange
{
  CommonsRecord *before;
  CommonsRecord *after;
  guint          before_position;
  guint          after_position;
};

/**
 * commons_change_get_id:
 *
 * Returns: (transfer none): the id of the record concerned
 */
const char       *commons_change_get_id          (const CommonsChange    *self);

/**
 * commons_change_get_table:
 *
 * Returns: the table of the record concerned
 */
CommonsTable      commons_change_get_table       (const CommonsChange    *self);

GType             commons_change_set_get_type    (void) G_GNUC_CONST;

/**
 * commons_change_set_new:
 *
 * Makes an empty, ordered list of changes.
 *
 * Returns: (transfer full): the list
 */
CommonsChangeSet *commons_change_set_new         (void);
CommonsChangeSet *commons_change_set_ref         (CommonsChangeSet       *self);
void              commons_change_set_unref       (CommonsChangeSet       *self);

/**
 * commons_change_set_add:
 * @before: (nullable): the record before
 * @after: (nullable): the record after
 *
 * Appends a change; at least one record is given.
 */
void              commons_change_set_add         (CommonsChangeSet       *self,
                                                  CommonsRecord          *before,
                                                  guint                   before_position,
                                                  CommonsRecord          *after,
                                                  guint                   after_position);

guint             commons_change_set_get_length  (const CommonsChangeSet *self);

/**
 * commons_change_set_get:
 * @index: less than commons_change_set_get_length()
 *
 * Returns: (transfer none): the change at @index, in order of application
 */
const CommonsChange *
                  commons_change_set_get         (const CommonsChangeSet *self,
                                                  guint                   index);

/**
 * commons_change_set_invert:
 *
 * Returns: (transfer full): the list that undoes @self
 */
CommonsChangeSet *commons_change_set_invert      (const CommonsChangeSet *self);

/**
 * commons_change_set_reverses:
 * @last: what was done to a board last
 *
 * Returns: whether @self takes @last back, so that the board has the very
 *   records again that it had, where it had them
 */
gboolean          commons_change_set_reverses    (const CommonsChangeSet *self,
                                                  const CommonsChangeSet *last);

/**
 * commons_change_set_concat:
 *
 * Returns: (transfer full): the changes of @self followed by those of @next;
 *   runs of plain edits of one record are folded into one change
 */
CommonsChangeSet *commons_change_set_concat      (const CommonsChangeSet *self,
                                                  const CommonsChangeSet *next);

/**
 * commons_change_set_is_noop:
 *
 * Returns: whether the list is empty, or only has edits that set a record to
 *   what it said already
 */
gboolean          commons_change_set_is_noop     (const CommonsChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsChangeSet, commons_change_set_unref)

G_END_DECLS
