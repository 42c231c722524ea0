/* commons-choices.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsChoices:
 *
 * A list to choose from by typing a part of a name: cards to link to, circles
 * to move into. It is made at one moment and does not follow the board.
 */
typedef struct _CommonsChoices CommonsChoices;

/**
 * CommonsChoice:
 * @id: what is chosen
 * @kind: (nullable): id of the kind it is drawn as
 * @title: its name
 * @about: what tells it from others of the same name, "" when nothing does
 */
typedef struct
{
  const char *id;
  const char *kind;
  const char *title;
  const char *about;
} CommonsChoice;

/**
 * commons_choices_new:
 *
 * Returns: (transfer full): an empty list
 */
CommonsChoices *commons_choices_new           (void);
void            commons_choices_free          (CommonsChoices   *self);

/**
 * commons_choices_add:
 * @id: what is chosen
 * @kind: (nullable): id of a kind
 * @title: its name
 * @about: (nullable): what tells it from others of the same name
 *
 * Adds one at the end.
 */
void            commons_choices_add           (CommonsChoices   *self,
                                               const char       *id,
                                               const char       *kind,
                                               const char       *title,
                                               const char       *about);

/**
 * commons_choices_add_nodes:
 * @board: a board
 * @catalogue: names of kinds
 * @id: id of a node
 *
 * Adds every node but @id, in reading order: what a link from it may reach.
 */
void            commons_choices_add_nodes     (CommonsChoices   *self,
                                               CommonsBoard     *board,
                                               CommonsCatalogue *catalogue,
                                               const char       *id);

/**
 * commons_choices_add_these:
 * @board: a board
 * @catalogue: names of kinds
 * @ids: (element-type utf8): ids of nodes
 *
 * Adds these nodes, in this order.
 */
void            commons_choices_add_these     (CommonsChoices   *self,
                                               CommonsBoard     *board,
                                               CommonsCatalogue *catalogue,
                                               GPtrArray        *ids);

/**
 * commons_choices_add_places:
 * @board: a board
 * @catalogue: names of kinds
 * @ids: (element-type utf8): ids of nodes
 * @outside: (nullable): what lying in none of them is called
 *
 * Adds, in reading order, the circles, zones and groups these nodes may be
 * moved into: neither one of them, nor what lies in one and moves along, nor
 * the one they all lie in already. When one of them lies in something, @outside
 * comes first, with the id "".
 */
void            commons_choices_add_places    (CommonsChoices   *self,
                                               CommonsBoard     *board,
                                               CommonsCatalogue *catalogue,
                                               GPtrArray        *ids,
                                               const char       *outside);

guint           commons_choices_get_n         (CommonsChoices   *self);

/**
 * commons_choices_find:
 * @query: what was typed; nothing finds all
 * @max: how many to return at most
 * @n_more: (out) (optional): how many more there are
 *
 * Finds the choices whose name or description has every word of @query, case
 * and accents aside: those whose name begins with it first, then those that
 * have it in their name; each in the order they were added.
 *
 * Returns: (transfer container) (element-type CommonsChoice): the choices,
 *   owned by the list
 */
GPtrArray      *commons_choices_find          (CommonsChoices   *self,
                                               const char       *query,
                                               guint             max,
                                               guint            *n_more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsChoices, commons_choices_free)

G_END_DECLS
