/* commons-start-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-templates.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_START_CARD (commons_start_card_get_type ())

/**
 * CommonsStartCard:
 *
 * A template to begin a board with: its picture, its name and what it is for.
 * One that cannot be used says why.
 *
 * Signals: `chosen`, and `removed` for a template of the person's own.
 */
G_DECLARE_FINAL_TYPE (CommonsStartCard, commons_start_card, COMMONS, START_CARD, AdwBin)

/**
 * commons_start_card_new:
 * @template: the template; copied
 * @large: whether its picture stands above its words, or small beside them
 * @width: width of the picture, in pixels
 *
 * Returns: (transfer full): the widget
 */
GtkWidget             *commons_start_card_new          (const CommonsTemplate *template,
                                                        gboolean               large,
                                                        int                    width);

/**
 * commons_start_card_get_template:
 *
 * Returns: (transfer none): the template
 */
const CommonsTemplate *commons_start_card_get_template (CommonsStartCard      *self);

/**
 * commons_start_card_focus:
 *
 * Gives the keyboard to the card.
 */
void                   commons_start_card_focus        (CommonsStartCard      *self);

G_END_DECLS
