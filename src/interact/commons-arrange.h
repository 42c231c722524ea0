/* commons-arrange.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * What can be done to the nodes and links of a board, each as one transaction
 * of its editor. Within a transaction that is under way these functions
 * become part of it, and their label and merge key are not used. Ids the
 * board does not have are ignored, and so are those of locked nodes where
 * something would be moved, sized or deleted.
 */

/**
 * commons_arrange_gather:
 * @board: a board
 * @ids: (element-type utf8): ids of nodes and edges
 *
 * Finds what moves together: the nodes, the content of the circles and zones
 * among them, and the motivations and rewards docked beside a community. What
 * is locked comes along only in a circle or zone.
 *
 * Returns: (transfer full) (element-type utf8): a set of ids of nodes
 */
GHashTable *commons_arrange_gather        (CommonsBoard      *board,
                                           GPtrArray         *ids);

/**
 * commons_arrange_move:
 * @ids: (element-type utf8): set of ids of nodes
 * @dx: board units to the right
 * @dy: board units to the bottom
 * @label: name of the undo step, translated
 * @merge_key: (nullable): moves in a row with the same key are one undo step
 *
 * Moves nodes by the same amount, shortened where one would leave the board's
 * limits.
 *
 * Returns: whether anything moved
 */
gboolean    commons_arrange_move          (CommonsEditor     *editor,
                                           GHashTable        *ids,
                                           int                dx,
                                           int                dy,
                                           const char        *label,
                                           const char        *merge_key);

/**
 * commons_arrange_nudge:
 * @ids: (element-type utf8): set of ids of nodes, content included
 * @dx: board units to the right
 * @dy: board units to the bottom
 * @label: name of the undo step, translated
 *
 * Moves nodes by a small step; steps in a row of the same nodes are one undo
 * step.
 *
 * Returns: whether anything moved
 */
gboolean    commons_arrange_nudge         (CommonsEditor     *editor,
                                           GHashTable        *ids,
                                           int                dx,
                                           int                dy,
                                           const char        *label);

/**
 * commons_arrange_resize:
 * @id: id of a node
 * @bounds: its new place and size, in board units
 * @label: name of the undo step, translated
 *
 * Gives a node another place and size; its content stays, and the gates of a
 * circle keep to its border.
 *
 * Returns: whether anything changed
 */
gboolean    commons_arrange_resize        (CommonsEditor     *editor,
                                           const char        *id,
                                           const CommonsRect *bounds,
                                           const char        *label);

/**
 * commons_arrange_delete:
 * @ids: (element-type utf8): ids of nodes and edges
 * @label: name of the undo step, translated
 *
 * Deletes nodes with their links, and edges. What lies in a circle or zone
 * goes with it; commons_refile_ungroup() removes the container alone.
 *
 * Returns: whether anything was deleted
 */
gboolean    commons_arrange_delete        (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           const char        *label);

/**
 * commons_arrange_duplicate:
 * @ids: (element-type utf8): ids of nodes; edges are ignored
 * @dx: where copies go, in board units to the right
 * @dy: where copies go, in board units to the bottom
 * @label: name of the undo step, translated
 *
 * Copies nodes, the content of circles and zones, and the links between two
 * copied nodes. The copies of @ids are not locked.
 *
 * Returns: (transfer full) (element-type utf8): ids of the copies of @ids, in
 *   the same order; empty when nothing was copied
 */
GPtrArray  *commons_arrange_duplicate     (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           int                dx,
                                           int                dy,
                                           const char        *label);

/**
 * commons_arrange_paste:
 * @clip: what to paste, a board of its own
 * @cx: abscissa of the centre it comes to, in board units
 * @cy: ordinate of that centre, in board units
 * @label: name of the undo step, translated
 *
 * Adds a copy of all nodes and links of another board, under new ids, on the
 * grid, a step aside for each copy that is there already. Fields that name
 * cards name the copies.
 *
 * Returns: (transfer full) (element-type utf8): ids of the new nodes that lie
 *   in no other new one
 */
GPtrArray  *commons_arrange_paste         (CommonsEditor     *editor,
                                           CommonsBoard      *clip,
                                           double             cx,
                                           double             cy,
                                           const char        *label);

/**
 * commons_arrange_create:
 * @kind: (nullable): a kind of the catalogue, %NULL for a plain card
 * @cx: abscissa of its centre, in board units
 * @cy: ordinate of its centre, in board units
 * @width: width, in board units; 0 or less for the usual one
 * @height: height, in board units; 0 or less for the usual one
 * @text: (nullable): title and body; %NULL for the kind's own new title
 * @label: name of the undo step, translated
 *
 * Makes a card, circle or zone, its corner on the grid, a step aside when it
 * would hide one that has the same corner.
 *
 * Returns: (transfer full): its id
 */
char       *commons_arrange_create        (CommonsEditor     *editor,
                                           const CommonsKind *kind,
                                           double             cx,
                                           double             cy,
                                           int                width,
                                           int                height,
                                           const char        *text,
                                           const char        *label);

/**
 * commons_arrange_connect:
 * @link: (nullable): id of a link type, %NULL for a plain link
 * @from: id of the node it leaves
 * @to: id of the node it reaches
 * @label: name of the undo step, translated
 *
 * Links two nodes.
 *
 * Returns: (transfer full) (nullable): id of the edge; %NULL when the same
 *   link exists, when both ends are one node or when one is missing
 */
char       *commons_arrange_connect       (CommonsEditor     *editor,
                                           const char        *link,
                                           const char        *from,
                                           const char        *to,
                                           const char        *label);

/**
 * commons_arrange_settle_gates:
 * @ids: (element-type utf8): set of ids of nodes that were laid somewhere
 *
 * Makes gates of the rules on entering or leaving, or without a type, among
 * @ids whose centre lies on the border of a circle, or within
 * %COMMONS_GATE_REACH of it: they take the size of a gate, stand on the border
 * (their centre a hair inside, so that they lie in the circle they open) and
 * apply to the circle; one without a type gets that of entering. Gates that
 * lie on no border any more get the size of a card again. What is neither is
 * left alone. Part of the transaction under way, which there must be.
 *
 * Returns: whether anything changed
 */
gboolean    commons_arrange_settle_gates  (CommonsEditor     *editor,
                                           CommonsCatalogue  *catalogue,
                                           GHashTable        *ids);

/**
 * commons_arrange_create_gate:
 * @circle: id of a circle
 * @angle: where on its border, in radians, clockwise from the right
 * @label: name of the undo step, translated
 *
 * Makes a rule on entering a circle, on its border.
 *
 * Returns: (transfer full) (nullable): its id, %NULL when there is no circle
 *   of that id
 */
char       *commons_arrange_create_gate   (CommonsEditor     *editor,
                                           CommonsCatalogue  *catalogue,
                                           const char        *circle,
                                           double             angle,
                                           const char        *label);

/**
 * commons_arrange_measure_gate:
 * @title: title of a rule
 *
 * Returns: about how wide a gate with that title is, in board units
 */
int         commons_arrange_measure_gate  (const char        *title);

/**
 * commons_arrange_fold:
 * @ids: (element-type utf8): ids of nodes; those that are no circle, zone or
 *   group are ignored
 * @fold: whether to fold, or unfold
 * @label: name of the undo step, translated
 *
 * Closes groups over what lies in them, or opens them again.
 *
 * Returns: whether anything changed
 */
gboolean    commons_arrange_fold          (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           gboolean           fold,
                                           const char        *label);

/**
 * commons_arrange_to_front:
 * @ids: (element-type utf8): ids of nodes
 * @label: name of the undo step, translated
 *
 * Draws nodes above their equals: cards above everything, circles and zones
 * above those that do not lie in them. They keep their order among
 * themselves.
 *
 * Returns: whether anything changed
 */
gboolean    commons_arrange_to_front      (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           const char        *label);

/**
 * commons_arrange_to_back:
 * @ids: (element-type utf8): ids of nodes
 * @label: name of the undo step, translated
 *
 * Draws nodes below their equals: cards above the circles and zones only,
 * circles and zones above those they lie in. They keep their order among
 * themselves.
 *
 * Returns: whether anything changed
 */
gboolean    commons_arrange_to_back       (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           const char        *label);

/**
 * commons_arrange_step_order:
 * @ids: (element-type utf8): ids of nodes
 * @forward: whether up instead of down
 * @label: name of the undo step, translated
 *
 * Draws nodes above, or below, the next of their equals that overlaps them,
 * within the bounds of commons_arrange_to_front() and
 * commons_arrange_to_back().
 *
 * Returns: whether anything changed
 */
gboolean    commons_arrange_step_order    (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           gboolean           forward,
                                           const char        *label);

/**
 * commons_arrange_set_locked:
 * @ids: (element-type utf8): ids of nodes
 * @locked: whether to lock or to unlock them
 * @label: name of the undo step, translated
 *
 * Locks nodes, or lets them go.
 *
 * Returns: how many changed
 */
guint       commons_arrange_set_locked    (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           gboolean           locked,
                                           const char        *label);

G_END_DECLS
