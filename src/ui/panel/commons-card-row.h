/* commons-card-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"
#include "commons-record.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CARD_ROW (commons_card_row_get_type ())

/**
 * CommonsCardRow:
 *
 * A card of the board in a list, drawn as its kind is: pressing it shows the
 * card on the board, dragging it out gives the card a place there.
 */

/**
 * CommonsCardRow::menu:
 *
 * Emitted when somebody wants to know what can be done with the card.
 */
G_DECLARE_FINAL_TYPE (CommonsCardRow, commons_card_row, COMMONS, CARD_ROW, GtkButton)

GtkWidget     *commons_card_row_new          (void);

/**
 * commons_card_row_set_card:
 * @catalogue: where its kind is found
 * @card: the card
 *
 * Shows another card, or the same one after it changed.
 */
void           commons_card_row_set_card     (CommonsCardRow   *self,
                                              CommonsCatalogue *catalogue,
                                              CommonsRecord    *card);

/**
 * commons_card_row_get_card:
 *
 * Returns: (transfer none): the card as it was shown last
 */
CommonsRecord *commons_card_row_get_card     (CommonsCardRow   *self);

/**
 * commons_card_row_set_selected:
 * @selected: whether the card is selected on the board
 *
 * Shows the ring that the card has on the board.
 */
void           commons_card_row_set_selected (CommonsCardRow   *self,
                                              gboolean          selected);

G_END_DECLS
