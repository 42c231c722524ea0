/* commons-refile.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * Place is meaning: what lies in a circle is related to it as the catalogue
 * says, and what leaves the circle no longer is. A #CommonsRefile notes where
 * everything lies, tells what a move would mean, and makes the links follow a
 * move that was made.
 *
 * A node is related to the smallest container around it that the catalogue
 * has a link for; zones are not, and count for nothing here. Links shown by
 * place are those between a node and a container it lies in; other links
 * stay as they are, and so do those of what moves along with its circle.
 *
 * In the same way a card laid beside another one that its kind docks at is
 * linked to it, until it is dragged away.
 *
 * A folded container that something goes into is unfolded.
 */

typedef struct _CommonsRefile CommonsRefile;

/**
 * CommonsRefileMove:
 * @node: what goes elsewhere
 * @from: (nullable): the container it was in, the smallest
 * @to: (nullable): the container it is in then
 * @old_home: (nullable): the container it was related to
 * @home: (nullable): the container it is related to then
 * @old_type: (nullable): the link @old_home stands for
 * @type: (nullable): the link @home stands for
 * @old_host: (nullable): the card it was docked at
 * @host: (nullable): the card it is docked at then
 *
 * One node whose container or relation changes.
 */
typedef struct
{
  CommonsRecord         *node;
  CommonsRecord         *from;
  CommonsRecord         *to;
  CommonsRecord         *old_home;
  CommonsRecord         *home;
  const CommonsLinkType *old_type;
  const CommonsLinkType *type;
  CommonsRecord         *old_host;
  CommonsRecord         *host;
} CommonsRefileMove;

/**
 * commons_refile_new:
 * @board: a board
 * @catalogue: what links there are
 *
 * Notes where everything lies now.
 *
 * Returns: (transfer full): the note
 */
CommonsRefile           *commons_refile_new         (CommonsBoard      *board,
                                                     CommonsCatalogue  *catalogue);
void                     commons_refile_free        (CommonsRefile     *self);

/**
 * commons_refile_preview:
 * @ids: (element-type utf8): set of ids of what would move, content included
 * @dx: board units to the right
 * @dy: board units to the bottom
 *
 * Finds what would lie elsewhere after that move. Nothing is changed. The
 * time it takes grows with what moves; with the board only when a circle or
 * zone is among it.
 */
void                     commons_refile_preview     (CommonsRefile     *self,
                                                     GHashTable        *ids,
                                                     int                dx,
                                                     int                dy);

/**
 * commons_refile_compare:
 *
 * Finds what lies elsewhere on the board as it is now.
 */
void                     commons_refile_compare     (CommonsRefile     *self);

/**
 * commons_refile_get_moves:
 *
 * Returns: (transfer none) (element-type CommonsRefileMove): what the last
 *   preview or comparison found
 */
GArray                  *commons_refile_get_moves   (CommonsRefile     *self);

/**
 * commons_refile_get_target:
 *
 * Returns: (transfer none) (nullable): the one container all that moves goes
 *   into; %NULL when there is none or more than one
 */
CommonsRecord           *commons_refile_get_target  (CommonsRefile     *self);

/**
 * commons_refile_describe:
 * @whole: whether to name what moves; else only what happens to it
 *
 * Returns: (transfer full) (nullable): a sentence on what the last preview or
 *   comparison found, translated; %NULL when nothing goes elsewhere
 */
char                    *commons_refile_describe    (CommonsRefile     *self,
                                                     gboolean           whole);

/**
 * commons_refile_apply:
 * @editor: the editor of the board, with a transaction under way
 *
 * Compares, then removes the links of the places that were left and adds
 * those of the new ones.
 *
 * Returns: whether a link was removed or added
 */
gboolean                 commons_refile_apply       (CommonsRefile     *self,
                                                     CommonsEditor     *editor);

/*
 * What can be done to a board so that its links follow, each as one
 * transaction, or as a part of the one under way, as in commons-arrange.h.
 * @sentence of those that have it receives commons_refile_describe() of what
 * happened, to be freed by the caller.
 */

/**
 * commons_refile_move:
 * @ids: (element-type utf8): set of ids of nodes, content included
 * @dx: board units to the right
 * @dy: board units to the bottom
 * @keep_relations: whether only the place changes, and no link
 * @label: name of the undo step, translated
 * @sentence: (out) (optional) (nullable): what it meant
 *
 * Moves nodes. A circle something is dropped into grows when that would not
 * lie in it as a whole.
 *
 * Returns: whether anything moved
 */
gboolean                 commons_refile_move        (CommonsEditor     *editor,
                                                     CommonsCatalogue  *catalogue,
                                                     GHashTable        *ids,
                                                     int                dx,
                                                     int                dy,
                                                     gboolean           keep_relations,
                                                     const char        *label,
                                                     char             **sentence);

/**
 * commons_refile_nudge:
 * @ids: (element-type utf8): set of ids of nodes, content included
 * @dx: board units to the right
 * @dy: board units to the bottom
 * @label: name of the undo step, translated
 * @sentence: (out) (optional) (nullable): what it meant
 *
 * Moves nodes by a small step, across borders too; steps in a row of the
 * same nodes are one undo step.
 *
 * Returns: whether anything moved
 */
gboolean                 commons_refile_nudge       (CommonsEditor     *editor,
                                                     CommonsCatalogue  *catalogue,
                                                     GHashTable        *ids,
                                                     int                dx,
                                                     int                dy,
                                                     const char        *label,
                                                     char             **sentence);

/**
 * commons_refile_move_into:
 * @ids: (element-type utf8): ids of nodes; what lies in them moves along
 * @container: (nullable): id of a circle, zone or group; %NULL for the ground
 * @label: name of the undo step, translated
 *
 * Moves nodes to a free place of a container, or out of all. Where there is
 * none the container grows, those around it grow with it, and what stands
 * beside it makes room. What lies directly in it already or is locked stays
 * where it is, and nothing is moved into itself; a locked container does not
 * grow.
 *
 * Returns: whether anything moved
 */
gboolean                 commons_refile_move_into   (CommonsEditor     *editor,
                                                     CommonsCatalogue  *catalogue,
                                                     GPtrArray         *ids,
                                                     const char        *container,
                                                     const char        *label);

/**
 * commons_refile_resize:
 * @id: id of a node
 * @bounds: its new place and size, in board units
 * @label: name of the undo step, translated
 * @sentence: (out) (optional) (nullable): what came in or was left outside
 *
 * Gives a node another place and size; what lies in it stays where it is.
 *
 * Returns: whether anything changed
 */
gboolean                 commons_refile_resize      (CommonsEditor     *editor,
                                                     CommonsCatalogue  *catalogue,
                                                     const char        *id,
                                                     const CommonsRect *bounds,
                                                     const char        *label,
                                                     char             **sentence);

/**
 * commons_refile_settle:
 * @ids: (element-type utf8): ids of nodes that were just made
 * @label: name of the undo step, translated
 *
 * Relates new nodes to the place where they are, and what a new circle was
 * laid over to that circle.
 *
 * Returns: whether a link was made or removed
 */
gboolean                 commons_refile_settle      (CommonsEditor     *editor,
                                                     CommonsCatalogue  *catalogue,
                                                     GPtrArray         *ids,
                                                     const char        *label);

/**
 * commons_refile_ungroup:
 * @ids: (element-type utf8): ids of nodes; cards are ignored
 * @label: name of the undo step, translated
 *
 * Removes circles, zones and groups; what lay in them stays, and is related
 * to what is around it then.
 *
 * Returns: whether anything was removed
 */
gboolean                 commons_refile_ungroup     (CommonsEditor     *editor,
                                                     CommonsCatalogue  *catalogue,
                                                     GPtrArray         *ids,
                                                     const char        *label);

/**
 * commons_refile_group:
 * @ids: (element-type utf8): ids of nodes
 * @label: name of the undo step, translated
 *
 * Lays a new zone around nodes and what lies in them.
 *
 * Returns: (transfer full) (nullable): id of the zone; %NULL when @ids has no
 *   node of the board
 */
char                    *commons_refile_group       (CommonsEditor     *editor,
                                                     CommonsCatalogue  *catalogue,
                                                     GPtrArray         *ids,
                                                     const char        *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsRefile, commons_refile_free)

G_END_DECLS
