/* commons-differences.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * CommonsMemberDifference:
 * @names: (array zero-terminated=1): names that lead to the member, such as
 *   "commons", "fields", "purpose"
 * @before: (nullable): its value before, %NULL when it was not there
 * @after: (nullable): its value after, %NULL when it is gone
 *
 * A member that says something else. Objects are compared member by member,
 * lists as a whole.
 */
typedef struct
{
  char     **names;
  JsonNode  *before;
  JsonNode  *after;
} CommonsMemberDifference;

/**
 * CommonsDifference:
 * @before: (nullable): the record before, %NULL when it was added
 * @after: (nullable): the record after, %NULL when it was removed
 * @members: (element-type CommonsMemberDifference): what it says otherwise;
 *   empty when it was added or removed
 *
 * A record that is not the same in two boards.
 */
typedef struct
{
  CommonsRecord *before;
  CommonsRecord *after;
  GPtrArray     *members;
} CommonsDifference;

/**
 * commons_differences_list:
 * @before: a board
 * @after: what became of it
 *
 * Compares two boards by the ids of their records. The order of cards is not
 * compared, nor in which order records have their members.
 *
 * Returns: (transfer full) (element-type CommonsDifference): the differences:
 *   the head, then cards, then links, as @after has them, what was removed
 *   last
 */
GPtrArray *commons_differences_list (CommonsBoard *before,
                                     CommonsBoard *after);

G_END_DECLS
