/* commons-tables-room.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-arrange-private.h"

G_BEGIN_DECLS

/*
 * Room for very many cards at once. Where a container grows, all that stands
 * beside it gives way by the same amount, each to the side it stands on: what
 * lay apart stays apart, what lay in something stays in it, and nothing has to
 * be tried. The places are worked out first, and written once.
 */

/* Where one node stands. */
typedef struct _TablesSpot TablesSpot;

struct _TablesSpot
{
  char            *id;
  ArrangeObstacle  place;
  gboolean         group;
  gboolean         locked;
  gboolean         resized;
  gboolean         moved;
  TablesSpot      *parent;   /* NULL on the ground */
  GPtrArray       *children; /* TablesSpot, borrowed */
};

typedef struct
{
  GPtrArray  *spots;  /* owned */
  GHashTable *by_id;
  TablesSpot  ground; /* holds what lies in nothing */
} TablesRoom;

TablesRoom *_commons_tables_room_new      (CommonsBoard      *board);
void        _commons_tables_room_free     (TablesRoom        *self);

/* Whether it and all around it may grow. */
gboolean    _commons_tables_room_may_grow (TablesSpot        *spot);

/* What a container has in it or over its border: an array of ArrangeObstacle. */
GArray     *_commons_tables_room_list_obstacles
                                          (TablesRoom        *self,
                                           TablesSpot        *spot);

/* Makes a container larger, as _commons_arrange_find_cells() says. */
void        _commons_tables_room_grow     (TablesRoom        *self,
                                           TablesSpot        *spot,
                                           const CommonsRect *bounds);

/* Notes that something new stands in a container. Returns it. */
TablesSpot *_commons_tables_room_add      (TablesRoom        *self,
                                           TablesSpot        *parent,
                                           const CommonsRect *bounds);

/* Writes what moved or grew. Within a transaction. */
void        _commons_tables_room_write    (TablesRoom        *self,
                                           CommonsEditor     *editor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TablesRoom, _commons_tables_room_free)

G_END_DECLS
