/* interact-support.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small boards for the tests of this folder.
 */

#pragma once

#include "commons-editor.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *kind; /* "circle", "zone" and "group" are groups; NULL is plain */
  CommonsRect bounds;
} SupportNode;

typedef struct
{
  const char *id;
  const char *link;
  const char *from;
  const char *to;
} SupportEdge;

CommonsBoard      *support_board_new  (const SupportNode *nodes,
                                       guint              n_nodes,
                                       const SupportEdge *edges,
                                       guint              n_edges);
const CommonsRect *support_get_bounds (CommonsBoard      *board,
                                       const char        *id);

/* The ids of an array or of a set (sorted), separated by spaces. */
char              *support_join       (GPtrArray         *ids);
char              *support_join_set   (GHashTable        *ids);

/* The ids of all nodes or edges, in drawing order, separated by spaces. */
char              *support_join_nodes (CommonsBoard      *board);
char              *support_join_edges (CommonsBoard      *board);

/* All that the board says, in its order. */
char              *support_dump       (CommonsBoard      *board);

/* An array of copies of the ids of a text. */
GPtrArray         *support_split      (const char        *ids);

#define support_assert_rect(rect, a, b, c, d) \
  G_STMT_START { \
    const CommonsRect *support_rect = (rect); \
    g_assert_cmpint (support_rect->x, ==, a); \
    g_assert_cmpint (support_rect->y, ==, b); \
    g_assert_cmpint (support_rect->width, ==, c); \
    g_assert_cmpint (support_rect->height, ==, d); \
  } G_STMT_END

G_END_DECLS
