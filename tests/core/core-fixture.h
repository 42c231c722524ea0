/* core-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the model share: records and boards from short notes, and
 * the way back.
 */

#pragma once

#include "commons-board.h"
#include "commons-editor.h"
#include "commons-history.h"

G_BEGIN_DECLS

/* A JSON object; "'" stands for a double quote. */
JsonObject    *fixture_object (const char    *json);

/* A record that must be valid. */
CommonsRecord *fixture_record (CommonsTable   table,
                               const char    *json);

/* A node of that kind, without one when @kind is NULL; "circle", "zone" and
 * "group" make groups, the last one without a kind. */
CommonsRecord *fixture_node   (const char    *id,
                               const char    *kind,
                               int            x,
                               int            y,
                               int            width,
                               int            height);

CommonsRecord *fixture_edge   (const char    *id,
                               const char    *from,
                               const char    *to);

/* A circle "ring" and cards "a", "b", "c", then edges "ab", "bc", "cc". */
CommonsBoard  *fixture_board  (void);

/* The JSON of a record, without spaces, and "'" for a double quote. */
char          *fixture_say    (CommonsRecord *record);

/* The ids of a board in order, such as "ring a b | ab". */
char          *fixture_ids    (CommonsBoard  *board);

/* Everything a board says, in order. */
char          *fixture_dump   (CommonsBoard  *board);

/* Adds, sets or removes in a transaction of its own. */
void           fixture_add    (CommonsEditor *editor,
                               CommonsRecord *record,
                               const char    *merge_key);
void           fixture_write  (CommonsEditor *editor,
                               const char    *id,
                               const char    *text,
                               const char    *merge_key);
void           fixture_remove (CommonsEditor *editor,
                               const char    *id);

/* Fails unless the indexes of the board agree with its tables. */
void           fixture_check  (CommonsBoard  *board);

#define fixture_assert_says(expression, expected)        \
  G_STMT_START                                            \
    {                                                     \
      g_autofree char *said = (expression);               \
      g_assert_cmpstr (said, ==, (expected));             \
    }                                                     \
  G_STMT_END

G_END_DECLS
