/* commons-tray.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * The tray: a zone beside everything else, where cards that were written fast
 * wait for their place. It is part of the board like any zone, known by its
 * member `commons.role`, and what lies in it waits: nothing has to be kept in
 * step. It goes with its last card.
 *
 * As with commons-arrange.h, what changes the board is one transaction, or
 * part of the one under way.
 */

/**
 * COMMONS_TRAY_ROLE:
 *
 * What `commons.role` says of a tray.
 */
#define COMMONS_TRAY_ROLE "tray"

/**
 * commons_tray_list:
 *
 * Lists the cards that wait, those made last first.
 *
 * Returns: (transfer container) (element-type CommonsRecord): the cards,
 *   valid until the next change of the board
 */
GPtrArray *commons_tray_list  (CommonsBoard      *board);

/**
 * commons_tray_add:
 * @kind: (nullable): a kind that is no container, %NULL for a plain card
 * @text: title and body
 * @height: height of the card, in board units; 0 or less for the usual one
 * @visible: where to put the tray on a board that is empty, in board units
 * @label: name of the undo step, translated
 *
 * Adds a card to the tray, which is made or made larger when it has no room.
 * It never grows over anything else: then there will be a second one.
 *
 * Returns: (transfer full): id of the card
 */
char      *commons_tray_add   (CommonsEditor     *editor,
                               CommonsCatalogue  *catalogue,
                               const CommonsKind *kind,
                               const char        *text,
                               int                height,
                               const CommonsRect *visible,
                               const char        *label);

/**
 * commons_tray_place:
 * @id: id of a card that waits, or of any other
 * @cx: where its centre goes, in board units
 * @cy: where its centre goes, in board units
 * @label: name of the undo step, translated
 * @sentence: (out) (optional) (nullable): what that place means, to be freed
 *
 * Gives a card its place, where it hides no other, and takes away the tray in
 * which nothing waits any more.
 *
 * Returns: whether the board has such a card
 */
gboolean   commons_tray_place (CommonsEditor     *editor,
                               CommonsCatalogue  *catalogue,
                               const char        *id,
                               double             cx,
                               double             cy,
                               const char        *label,
                               char             **sentence);

/**
 * commons_tray_clear_up:
 * @label: name of the undo step, translated
 *
 * Takes away the trays in which nothing waits any more, and the zones of what
 * people wrote for themselves (commons-capture.h).
 *
 * Returns: whether there was one
 */
gboolean   commons_tray_clear_up (CommonsEditor  *editor,
                                  const char     *label);

G_END_DECLS
