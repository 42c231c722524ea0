/* commons-ready.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"
#include "commons-legal-forms.h"
#include "commons-risks.h"
#include "commons-stages.h"

G_BEGIN_DECLS

/*
 * Ready cards of the catalogue, laid where they belong. Each is one
 * transaction, or a part of the one under way, so that several can be one
 * undo step; all return the id of the card.
 */

/**
 * commons_ready_add_risk:
 * @catalogue: the catalogue @risk belongs to
 * @height: height of the card, in board units; 0 or less for the usual one
 * @visible: where to begin on a board that is empty, in board units
 * @label: name of the undo step, translated
 *
 * Adds a risk with its severity and its early sign.
 *
 * Returns: (transfer full): id of the card
 */
char     *commons_ready_add_risk   (CommonsEditor            *editor,
                                    CommonsCatalogue         *catalogue,
                                    const CommonsReadyRisk   *risk,
                                    int                       height,
                                    const CommonsRect        *visible,
                                    const char               *label);

/**
 * commons_ready_add_action:
 * @catalogue: the catalogue @action belongs to
 * @height: height of the card, in board units; 0 or less for the usual one
 * @visible: where to begin on a board that is empty, in board units
 * @label: name of the undo step, translated
 *
 * Adds an action that is to be done, with its dimension and its horizon, and
 * links it to the improvements that say what it mends.
 *
 * Returns: (transfer full): id of the card
 */
char     *commons_ready_add_action (CommonsEditor            *editor,
                                    CommonsCatalogue         *catalogue,
                                    const CommonsReadyAction *action,
                                    int                       height,
                                    const CommonsRect        *visible,
                                    const char               *label);

/**
 * commons_ready_add_legal:
 * @catalogue: the catalogue @form belongs to
 * @height: height of the card, in board units; 0 or less for the usual one
 * @visible: where to begin on a board that is empty, in board units
 * @label: name of the undo step, translated
 *
 * Adds a legal structure of that form, as one that is planned.
 *
 * Returns: (transfer full): id of the card
 */
char     *commons_ready_add_legal  (CommonsEditor            *editor,
                                    CommonsCatalogue         *catalogue,
                                    const CommonsLegalForm   *form,
                                    int                       height,
                                    const CommonsRect        *visible,
                                    const char               *label);

/**
 * commons_ready_find:
 * @kind: a kind
 * @title: title of a ready card
 *
 * Tells whether a board has such a card already. This looks at all cards.
 *
 * Returns: (transfer none) (nullable): the first card of that kind and title
 */
CommonsRecord *commons_ready_find  (CommonsBoard             *board,
                                    const char               *kind,
                                    const char               *title);

G_END_DECLS
