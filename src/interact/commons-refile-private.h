/* commons-refile-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that make links follow places.
 */

#pragma once

#include "commons-refile.h"

G_BEGIN_DECLS

struct _CommonsRefile
{
  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  GPtrArray        *nodes;  /* all nodes as they were, owned */
  GPtrArray        *groups; /* those that contain, not owned */
  GPtrArray        *hosts;  /* those that others dock at, not owned */
  GArray           *moves;  /* CommonsRefileMove */
  gboolean          docks;  /* what a hand lays beside a card docks at it */
};

/* Whether both are the same node, or none, whatever they say. */
gboolean _commons_refile_is_same     (CommonsRecord     *a,
                                      CommonsRecord     *b);

/* Nodes by their ids; neither is owned. */
GHashTable *_commons_refile_index    (GPtrArray         *nodes);

/* Unfolds what the moves go into, so that nothing vanishes where it is put. */
void     _commons_refile_unfold      (CommonsRefile     *self,
                                      CommonsEditor     *editor);

/* Makes a container hold a rectangle, or the disc in it, as a whole: it grows
 * no more than it must, what stands beside it makes room, and the containers
 * around it grow with it. Within a transaction. Returns whether it grew. */
gboolean _commons_refile_grow_around (CommonsEditor     *editor,
                                      const char        *container,
                                      const CommonsRect *bounds,
                                      gboolean           disc);

/* The same for a container that becomes @bounds. */
void     _commons_refile_grow_to     (CommonsEditor     *editor,
                                      const char        *container,
                                      const CommonsRect *bounds);

/* What stands beside a container, out of it and in the same one as it, and
 * would be too near when the container becomes @bounds; for what is docked at
 * a card, that card. */
GPtrArray *_commons_refile_list_neighbours (CommonsBoard      *board,
                                            CommonsRecord     *container,
                                            const CommonsRect *bounds);

/* Moves a neighbour out of the way, with what lies in it and is docked at it,
 * but not with the ids of @content, which lie in the container. */
void     _commons_refile_push        (CommonsEditor     *editor,
                                      const char        *container,
                                      const char        *id,
                                      GHashTable        *content);

/* Gives a card that hides another one, with what is docked at it, a free place
 * in what is around it, which grows for that, or on the ground. */
void     _commons_refile_unhide      (CommonsEditor     *editor,
                                      const char        *parent,
                                      const char        *id);

/* The nodes of @nodes that others dock at. */
GPtrArray *_commons_refile_list_hosts (CommonsCatalogue *catalogue,
                                       GPtrArray        *nodes);

/* The card something docks at among @hosts, those of @moved shifted: of the
 * kind it belongs to most, then the nearest. */
CommonsRecord *_commons_refile_find_host (CommonsCatalogue  *catalogue,
                                          GPtrArray         *hosts,
                                          GHashTable        *moved,
                                          int                dx,
                                          int                dy,
                                          CommonsRecord     *node,
                                          const CommonsRect *bounds);

/* Puts what was moved by hand close to what it docks at, and makes and
 * removes the links of docking that @refile finds. Within a transaction. */
void     _commons_refile_settle_docks (CommonsEditor     *editor,
                                       CommonsCatalogue  *catalogue,
                                       GHashTable        *ids);
gboolean _commons_refile_apply_dock  (CommonsRefile           *self,
                                      CommonsEditor           *editor,
                                      const CommonsRefileMove *move);

/* Whether a rectangle, or the disc in it, lies in a container as a whole. */
gboolean _commons_refile_holds       (CommonsRecord     *container,
                                      const CommonsRect *bounds,
                                      gboolean           disc);

/* Finds a free place for something of that size in a container, or on the
 * ground near @near without one; @skip holds ids that are no obstacle. */
gboolean _commons_refile_find_place  (CommonsBoard      *board,
                                      CommonsRecord     *container,
                                      GHashTable        *skip,
                                      const CommonsRect *near,
                                      CommonsRect       *place);

/* The least growth of a container that makes a place in it. */
gboolean _commons_refile_find_growth (CommonsBoard      *board,
                                      CommonsRecord     *container,
                                      GHashTable        *skip,
                                      CommonsRect       *place,
                                      CommonsRect       *grown);

/* Finds such a place, or makes one by growing a container that is not locked.
 * Within a transaction. */
gboolean _commons_refile_make_place  (CommonsEditor     *editor,
                                      const char        *container,
                                      GHashTable        *skip,
                                      const CommonsRect *near,
                                      CommonsRect       *place);

/* Space kept between neighbours: the packing of the design. */
#define COMMONS_REFILE_GAP 6

G_END_DECLS
