/* commons-arrange-next.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-arrange.h"
#include "commons-navigate.h"

G_BEGIN_DECLS

/*
 * Cards made from another card: one after the other while writing, or linked
 * to it. As with commons-arrange.h, each function is one transaction, or part
 * of the one under way.
 */

/**
 * commons_arrange_next:
 * @from: id of a node
 * @direction: side of the node the new one stands on
 * @right_to_left: whether reading goes from right to left
 * @label: name of the undo step, translated
 *
 * Makes an empty card of the same kind beside another one: in the same circle
 * or zone, in line with it, 12 board units below or above it and 24 left or
 * right of it, in the next free place. A circle or zone that is full grows.
 *
 * Returns: (transfer full) (nullable): its id; %NULL when @from is missing
 */
char *commons_arrange_next  (CommonsEditor          *editor,
                             CommonsCatalogue       *catalogue,
                             const char             *from,
                             CommonsDirection        direction,
                             gboolean                right_to_left,
                             const char             *label);

/**
 * commons_arrange_clone:
 * @from: id of a node
 * @direction: side of the node the new one stands on
 * @right_to_left: whether reading goes from right to left
 * @link: (out) (optional): type of the link made
 * @label: name of the undo step, translated
 *
 * Makes an empty node of the same kind beside another one, as near as it is
 * free and with room for an arrow, and a link from the old one to the new one:
 * the first one of the catalogue that is meant for both kinds and that place
 * does not show, else "relates_to".
 *
 * Returns: (transfer full) (nullable): id of the node; %NULL when @from is
 *   missing
 */
char *commons_arrange_clone (CommonsEditor          *editor,
                             CommonsCatalogue       *catalogue,
                             const char             *from,
                             CommonsDirection        direction,
                             gboolean                right_to_left,
                             const CommonsLinkType **link,
                             const char             *label);

/**
 * commons_arrange_create_in:
 * @kind: (nullable): a kind that is no container, %NULL for a plain card
 * @container: id of a circle, zone or group
 * @text: title and body
 * @height: height, in board units; 0 or less for the usual one
 * @label: name of the undo step, translated
 *
 * Makes a card in a free place of a circle or zone, which grows when it has
 * none, and relates it to that place.
 *
 * Returns: (transfer full) (nullable): its id; %NULL when @container is
 *   missing
 */
char *commons_arrange_create_in
                            (CommonsEditor          *editor,
                             CommonsCatalogue       *catalogue,
                             const CommonsKind      *kind,
                             const char             *container,
                             const char             *text,
                             int                     height,
                             const char             *label);

G_END_DECLS
