/* commons-arrange-link.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-arrange.h"

G_BEGIN_DECLS

/*
 * What can be done to a link. As with commons-arrange.h, each function is one
 * transaction, or part of the one under way.
 */

/**
 * commons_arrange_set_link:
 * @id: id of an edge
 * @link: id of a link type
 * @reversed: whether both ends are exchanged
 * @label: name of the undo step, translated
 *
 * Gives a link another type; its own label stays. Sides that another program
 * chose go with their ends.
 *
 * Returns: whether anything changed
 */
gboolean commons_arrange_set_link      (CommonsEditor          *editor,
                                        const char             *id,
                                        const char             *link,
                                        gboolean                reversed,
                                        const char             *label);

/**
 * commons_arrange_can_reverse:
 * @id: (nullable): id of an edge
 *
 * Returns: whether the link makes sense the other way round: its type is meant
 *   for both kinds in that direction, or it has none; a link that reads the
 *   same from both ends has nothing to reverse
 */
gboolean commons_arrange_can_reverse   (CommonsBoard           *board,
                                        CommonsCatalogue       *catalogue,
                                        const char             *id);

/**
 * commons_arrange_reverse:
 * @id: id of an edge
 * @label: name of the undo step, translated
 *
 * Exchanges both ends of a link.
 *
 * Returns: whether anything changed
 */
gboolean commons_arrange_reverse       (CommonsEditor          *editor,
                                        const char             *id,
                                        const char             *label);

/**
 * commons_arrange_create_linked:
 * @from: id of a node
 * @kind: (nullable): a kind of the catalogue, %NULL for a plain card
 * @x: abscissa of the middle of the new node, in board units
 * @y: ordinate of the middle of the new node, in board units
 * @link: (out) (optional): type of the link made
 * @label: name of the undo step, translated
 *
 * Makes a node and links it to another one, by the most telling link there is
 * between both kinds, in the direction it is meant for.
 *
 * Returns: (transfer full) (nullable): id of the node; %NULL when @from is
 *   missing
 */
char    *commons_arrange_create_linked (CommonsEditor          *editor,
                                        CommonsCatalogue       *catalogue,
                                        const char             *from,
                                        const CommonsKind      *kind,
                                        double                  x,
                                        double                  y,
                                        const CommonsLinkType **link,
                                        const char             *label);

G_END_DECLS
