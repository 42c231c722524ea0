/* commons-start-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_START_PAGE (commons_start_page_get_type ())

/**
 * CommonsStartPage:
 *
 * What a window shows before it has a board: templates to begin with, boards
 * to go on with, worked examples, and preparing a session.
 *
 * Signals: `template-chosen` (#CommonsTemplate, valid during the call), `open`
 * (uri) and `prepare`.
 */
G_DECLARE_FINAL_TYPE (CommonsStartPage, commons_start_page, COMMONS, START_PAGE, AdwBin)

/**
 * commons_start_page_new:
 *
 * Returns: (transfer full): the page
 */
GtkWidget *commons_start_page_new        (void);

/**
 * commons_start_page_search:
 *
 * Opens the entry that narrows what is listed, or closes it again.
 */
void       commons_start_page_search     (CommonsStartPage *self);

/**
 * commons_start_page_look_for:
 * @words: what people look for
 *
 * Shows only what holds these words, with the entry they can be changed in.
 */
void       commons_start_page_look_for   (CommonsStartPage *self,
                                          const char       *words);

/**
 * commons_start_page_get_search_bar:
 *
 * Returns: (transfer none): the bar the entry stands in
 */
GtkSearchBar *
           commons_start_page_get_search_bar
                                         (CommonsStartPage *self);

/**
 * commons_start_page_focus:
 *
 * Gives the keyboard to the first template.
 */
void       commons_start_page_focus      (CommonsStartPage *self);

/**
 * commons_start_page_toast:
 * @toast: (transfer full): what is said in passing
 */
void       commons_start_page_toast      (CommonsStartPage *self,
                                          AdwToast         *toast);

G_END_DECLS
