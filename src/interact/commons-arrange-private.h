/* commons-arrange-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that arrange a board.
 */

#pragma once

#include "commons-arrange.h"

G_BEGIN_DECLS

/* Begins a transaction, or joins the one under way. Returns whether it is
 * ours to commit. */
gboolean    _commons_arrange_begin   (CommonsEditor *editor,
                                      const char    *label,
                                      const char    *merge_key);

/* Commits what _commons_arrange_begin() began. Returns whether the board
 * changed; @did tells so in a transaction that is not ours. */
gboolean    _commons_arrange_end     (CommonsEditor *editor,
                                      gboolean       ours,
                                      gboolean       did);

/* What somebody writes bears the name the editor has for them, if any; circles
 * and zones belong to all. Takes @card. */
CommonsRecord *_commons_arrange_sign  (CommonsEditor *editor,
                                      CommonsRecord *card);

/* Those of @ids that the board has and that are not locked, borrowed. */
GPtrArray  *_commons_arrange_list_free (CommonsBoard *board,
                                      GPtrArray     *ids);

/* The nodes of @ids and the content of the groups among them. */
GHashTable *_commons_arrange_collect (CommonsBoard  *board,
                                      GPtrArray     *ids);

/* Shortens an offset so that all nodes of the set keep within the limits. */
void        _commons_arrange_limit   (CommonsBoard  *board,
                                      GHashTable    *ids,
                                      int           *dx,
                                      int           *dy);

/* The ids of the gates of a circle. */
GPtrArray  *_commons_arrange_list_gates    (CommonsBoard  *board,
                                            CommonsRecord *circle);

/* Puts gates at the same angles of a circle that has changed. Returns whether
 * one moved. */
gboolean    _commons_arrange_follow_border (CommonsEditor *editor,
                                            GPtrArray     *gates,
                                            CommonsRecord *before,
                                            const char    *id);

/* Names the nodes of a nudge, whatever their number, whatever their order. */
char       *_commons_arrange_make_nudge_key (GHashTable *ids);

/* What is arranged as one: a node and what goes along with it. */
typedef struct
{
  CommonsRecord *node;    /* as it was */
  CommonsRect    bounds;  /* of the node */
  CommonsRect    extent;  /* with what is docked beside it */
  GPtrArray     *others;  /* ids of what goes along */
  guint          row;     /* its row in reading order */
} ArrangeUnit;

/* One for each node of @ids that does not go along with another one. */
GPtrArray  *_commons_arrange_list_units (CommonsBoard *board,
                                      GPtrArray     *ids);

/* Puts the node, or its extent, at a place; returns whether it moved. */
gboolean    _commons_arrange_place_unit (CommonsEditor *editor,
                                      const ArrangeUnit *unit,
                                      int            x,
                                      int            y);
gboolean    _commons_arrange_place_extent (CommonsEditor *editor,
                                      const ArrangeUnit *unit,
                                      int            x,
                                      int            y);

/* The rectangle around the nodes of all units. */
void        _commons_arrange_measure (GPtrArray     *units,
                                      CommonsRect   *area);

/* What cards are put around. */
typedef struct
{
  CommonsRect bounds;
  gboolean    disc;
  gboolean    gate;   /* of the container: it follows the border */
  double      angle;  /* where on the border it stands */
} ArrangeObstacle;

/* Finds places in a container of these bounds for units that are not on the
 * board yet, around @obstacles and in their order: one cell (CommonsRect) for
 * each extent. @area is what the container has to become for that; a circle
 * keeps its base, a zone its corner. Returns FALSE when there is no room. */
gboolean    _commons_arrange_find_cells (const CommonsRect *bounds,
                                      gboolean           disc,
                                      gboolean           may_grow,
                                      GArray            *obstacles,
                                      GPtrArray         *units,
                                      CommonsRect       *area,
                                      GArray            *cells);

/* Puts a gate where it stands on a circle of these bounds, or nearly so. */
void        _commons_arrange_place_gate (ArrangeObstacle   *obstacle,
                                      const CommonsRect *circle);

/* Frees a unit. */
void        _commons_arrange_free_unit (gpointer       data);

/* A copy of a value in which the ids of nodes are those that @copies has for
 * them. */
JsonNode   *_commons_arrange_replace_ids (JsonNode   *node,
                                      GHashTable    *copies);

/* Sorts row by row, each from left to right. */
void        _commons_arrange_sort_reading (GPtrArray *units);

G_END_DECLS
