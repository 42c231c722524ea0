/* commons-quick-tray.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"
#include "commons-drag-load.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_QUICK_TRAY (commons_quick_tray_get_type ())

/**
 * CommonsQuickTray:
 *
 * A row of chips, one for each card that waits for its place. A chip is
 * dragged to where the card is wanted, with a %COMMONS_TYPE_WAITING_DRAG and
 * %GDK_ACTION_MOVE; clicked to see the card; pressed with the keyboard to put
 * it in the middle of the view.
 *
 * Signals: `reveal` (const char *id); `place` (const char *id).
 */
G_DECLARE_FINAL_TYPE (CommonsQuickTray, commons_quick_tray, COMMONS, QUICK_TRAY, GtkWidget)

GtkWidget *commons_quick_tray_new         (void);

/**
 * commons_quick_tray_set_cards:
 * @catalogue: (nullable): where the kinds are found
 * @cards: (element-type CommonsRecord): the cards, those made last first
 *
 * Shows these cards; of many, those made last and a number.
 */
void       commons_quick_tray_set_cards   (CommonsQuickTray *self,
                                           CommonsCatalogue *catalogue,
                                           GPtrArray        *cards);

/**
 * commons_quick_tray_get_n_cards:
 *
 * Returns: how many cards wait
 */
guint      commons_quick_tray_get_n_cards (CommonsQuickTray *self);

/**
 * commons_quick_tray_get_focused:
 *
 * Returns: index of the chip that has the keyboard, -1 when none has
 */
int        commons_quick_tray_get_focused (CommonsQuickTray *self);

/**
 * commons_quick_tray_focus:
 * @index: index of a chip; past the last one it is the last
 *
 * Gives the keyboard to a chip.
 *
 * Returns: whether there is one
 */
gboolean   commons_quick_tray_focus       (CommonsQuickTray *self,
                                           int               index);

G_END_DECLS
