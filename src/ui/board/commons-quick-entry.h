/* commons-quick-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_QUICK_ENTRY (commons_quick_entry_get_type ())

/**
 * CommonsQuickEntry:
 *
 * The bar in which somebody writes down what a room says: type, Enter, next.
 * Tab and Shift+Tab change the kind, Up goes to the cards that wait, Escape
 * closes the bar and leaves what is written in it.
 *
 * Signals: `entered` (const char *kind, const char *text), kind being %NULL
 * for a plain card; `undo`, when Ctrl+Z is pressed with nothing to take back
 * in the field; `changed`, when something was typed; `closed`; `reveal` and
 * `place` (const char *id) as #CommonsQuickTray.
 */
G_DECLARE_FINAL_TYPE (CommonsQuickEntry, commons_quick_entry, COMMONS, QUICK_ENTRY, GtkWidget)

GtkWidget  *commons_quick_entry_new           (void);

/**
 * commons_quick_entry_set_catalogue:
 * @catalogue: (nullable): where the kinds and their names come from
 */
void        commons_quick_entry_set_catalogue (CommonsQuickEntry *self,
                                               CommonsCatalogue  *catalogue);

/**
 * commons_quick_entry_set_target:
 * @title: (nullable): name of the circle or zone cards are added to, %NULL
 *   when they wait for their place
 */
void        commons_quick_entry_set_target    (CommonsQuickEntry *self,
                                               const char        *title);

/**
 * commons_quick_entry_set_cards:
 * @cards: (element-type CommonsRecord): the cards that wait, those made last
 *   first
 */
void        commons_quick_entry_set_cards     (CommonsQuickEntry *self,
                                               GPtrArray         *cards);

/**
 * commons_quick_entry_get_kind:
 *
 * Returns: (transfer none) (nullable): id of the kind chosen, %NULL for plain
 *   cards
 */
const char *commons_quick_entry_get_kind      (CommonsQuickEntry *self);

/**
 * commons_quick_entry_dup_text:
 *
 * Returns: (transfer full): what is written, without blanks around it
 */
char       *commons_quick_entry_dup_text      (CommonsQuickEntry *self);

/**
 * commons_quick_entry_commit:
 *
 * Emits `entered` for what is written, if anything is, and empties the field.
 */
void        commons_quick_entry_commit        (CommonsQuickEntry *self);

/**
 * commons_quick_entry_set_narrow:
 * @narrow: whether there is little width
 *
 * Leaves the width there is to the field.
 */
void        commons_quick_entry_set_narrow (CommonsQuickEntry *self,
                                            gboolean           narrow);

G_END_DECLS
