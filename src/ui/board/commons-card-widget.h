/* commons-card-widget.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CARD_WIDGET (commons_card_widget_get_type ())

/**
 * CommonsCardWidget:
 *
 * What a card, circle or zone is to assistive technologies and to the
 * keyboard: a name, a description, a place and the focus. It draws nothing,
 * since the board's picture shows the card already.
 */
G_DECLARE_FINAL_TYPE (CommonsCardWidget, commons_card_widget, COMMONS, CARD_WIDGET, GtkWidget)

/**
 * commons_card_widget_new:
 * @record: a node
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget     *commons_card_widget_new          (CommonsRecord     *record);

/**
 * commons_card_widget_get_record:
 *
 * Returns: (transfer none): the node
 */
CommonsRecord *commons_card_widget_get_record   (CommonsCardWidget *self);

/**
 * commons_card_widget_update:
 * @record: the node as it is now
 * @board: the board it is on
 * @catalogue: names kinds and links in the board's language
 *
 * Tells assistive technologies what the card says.
 */
void           commons_card_widget_update       (CommonsCardWidget *self,
                                                 CommonsRecord     *record,
                                                 CommonsBoard      *board,
                                                 CommonsCatalogue  *catalogue);

/**
 * commons_card_widget_set_selected:
 *
 * Tells assistive technologies whether the card is selected.
 */
void           commons_card_widget_set_selected (CommonsCardWidget *self,
                                                 gboolean           selected);

/**
 * commons_card_widget_set_place:
 * @position: the place of the card among what lies in the same thing, from 1
 * @size: how many lie in it
 * @level: how many things it lies in, one in the other, from 1
 *
 * Tells assistive technologies where in the reading order the card is.
 */
void           commons_card_widget_set_place    (CommonsCardWidget *self,
                                                 guint              position,
                                                 guint              size,
                                                 guint              level);

/**
 * commons_card_widget_set_next:
 * @next: (nullable): the card that is read after it; call this again before
 *   that one goes
 *
 * Tells assistive technologies where reading goes on.
 */
void           commons_card_widget_set_next     (CommonsCardWidget *self,
                                                 GtkWidget         *next);

/**
 * commons_card_widget_set_dimmed:
 * @dimmed: whether a filter leaves the card out
 *
 * Adds that to what assistive technologies read.
 */
void           commons_card_widget_set_dimmed   (CommonsCardWidget *self,
                                                 gboolean           dimmed);

G_END_DECLS
