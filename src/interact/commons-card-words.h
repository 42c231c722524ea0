/* commons-card-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/*
 * What cards, circles and zones are called and how they are described to
 * whoever hears the board instead of seeing it.
 */

/**
 * commons_card_name:
 * @record: a node
 * @catalogue: names kinds
 *
 * Returns: (transfer full): its kind and title, such as “Rule: Free to leave”
 */
char *commons_card_name              (CommonsRecord    *record,
                                      CommonsCatalogue *catalogue);

/**
 * commons_card_describe:
 * @record: a node
 * @board: the board it is on
 * @catalogue: names kinds and links
 *
 * Says in words what a card says below its title, its status and badges, what
 * it lies in and its links.
 *
 * Returns: (transfer full): the description
 */
char *commons_card_describe          (CommonsRecord    *record,
                                      CommonsBoard     *board,
                                      CommonsCatalogue *catalogue);

/**
 * commons_card_describe_place:
 * @description: (nullable): what commons_card_describe() gave
 * @position: the place of the card among its siblings, from 1
 * @size: how many siblings there are, with it; 0 when that is not known
 *
 * Returns: (transfer full): the description, with that place after it
 */
char *commons_card_describe_place    (const char       *description,
                                      guint             position,
                                      guint             size);

/**
 * commons_card_describe_surprise:
 * @record: a node
 * @parent: (nullable): what it lies in
 * @catalogue: names kinds
 *
 * Returns: (transfer full) (nullable): which kinds its zone expects, when it
 *   is of none of them
 */
char *commons_card_describe_surprise (CommonsRecord    *record,
                                      CommonsRecord    *parent,
                                      CommonsCatalogue *catalogue);

G_END_DECLS
