/* commons-tables-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that bring boards together.
 */

#pragma once

#include "commons-refile.h"
#include "commons-tables.h"

G_BEGIN_DECLS

/* The board of one table. */
typedef struct
{
  CommonsBoard *board;
  char         *name;
  char         *source;
  guint         color;
  guint         n_cards;

  /* In the plan: */
  GHashTable   *ids;    /* ids of its nodes and edges → ids in the plan, owned */
  GHashTable   *made;   /* the same of what an earlier plan made */
  GHashTable   *common; /* set of ids of its nodes that were there already */
  GHashTable   *names;  /* names of its own tables → names in the plan, owned */
} TablesEntry;

struct _CommonsTables
{
  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  GPtrArray        *entries;
  gulong            handler;

  CommonsBoard     *plan;    /* NULL until the first step, as what follows */
  CommonsEditor    *editor;
  CommonsRefile    *refile;
  GPtrArray        *groups;
  GHashTable       *choices; /* by the ids of a group */
  guint             n_done;
};

/* Finds what an entry has in common with the plan, and gives ids to the rest. */
void        _commons_tables_match     (CommonsTables *self,
                                       TablesEntry   *entry);

/* Adds the other nodes of an entry to the plan, each where it belongs. */
void        _commons_tables_land      (CommonsTables *self,
                                       TablesEntry   *entry);

/* Adds to the plan what an entry says besides its own nodes: of what it has in
 * common with the plan, its links, the sheets, and the table itself. */
void        _commons_tables_join      (CommonsTables *self,
                                       TablesEntry   *entry,
                                       const char    *mark);

/* Gives the own tables of an entry names that no other table has. */
void        _commons_tables_name      (CommonsTables *self,
                                       TablesEntry   *entry);

/* A copy of a node of an entry as it comes into the plan, at @bounds. */
CommonsRecord *_commons_tables_copy   (TablesEntry       *entry,
                                       CommonsRecord     *node,
                                       const CommonsRect *bounds);

G_END_DECLS
