/* commons-capture-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that give answers their place.
 */

#pragma once

#include "commons-capture.h"

G_BEGIN_DECLS

/* commons_capture_place() that prefers, among zones that expect the kind of
 * the card, those that expect @hint (nullable) too. */
char          *_commons_capture_put        (CommonsEditor     *editor,
                                            CommonsCatalogue  *catalogue,
                                            CommonsRecord     *card,
                                            const char        *about,
                                            const char        *hint,
                                            const CommonsRect *visible);

/* A place beside the card something docks at: one that is free and in the
 * same container when there is one. @except is the id of what docks. Returns
 * whether it hides nothing; else there is none, and both have to go. */
gboolean       _commons_capture_find_dock  (CommonsBoard      *board,
                                            CommonsRecord     *host,
                                            const char        *except,
                                            CommonsRect       *place);

/* A place on the border of a circle where no gate and no card is. */
void           _commons_capture_find_gate  (CommonsBoard      *board,
                                            CommonsRecord     *circle,
                                            CommonsRecord     *rule,
                                            CommonsRect       *place);

/* The circle of the board that stands for a ring, or NULL. */
CommonsRecord *_commons_capture_find_ring  (CommonsBoard      *board,
                                            CommonsRing        ring);

/* Adds or moves a card to the newest zone of that role with room, which is
 * made beside everything else when there is none. Within a transaction. */
char          *_commons_tray_add_card      (CommonsEditor     *editor,
                                            CommonsCatalogue  *catalogue,
                                            CommonsRecord     *card,
                                            const char        *role,
                                            const CommonsRect *visible);

G_END_DECLS
