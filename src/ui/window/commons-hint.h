/* commons-hint.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_HINT (commons_hint_get_type ())

/**
 * CommonsHint:
 *
 * The place in a view for one sentence to whoever meets it for the first time.
 * It stands in the view, below or above what is worked on, and takes no room
 * while it says nothing. Of all hints one is shown at a time, and it never
 * takes the keyboard: a hint speaks when its view comes to be seen, unless
 * another one speaks in the same window, and waits for another time else.
 *
 * Signals: `dismissed`, when somebody had the keyboard on its button and needs
 * another place for it.
 */
G_DECLARE_FINAL_TYPE (CommonsHint, commons_hint, COMMONS, HINT, AdwBin)

/**
 * commons_hint_new:
 * @name: which one, such as "board"
 *
 * Returns: (transfer floating): the place, which says nothing yet
 */
GtkWidget          *commons_hint_new        (const char  *name);

/**
 * commons_hint_is_shown:
 *
 * Returns: whether it says something now
 */
gboolean            commons_hint_is_shown   (CommonsHint *self);

/**
 * commons_hint_learn:
 * @name: a hint
 *
 * Somebody does what the hint would teach: it has nothing more to say, ever.
 */
void                commons_hint_learn      (const char  *name);

/**
 * commons_hint_show_again:
 *
 * Makes all of them new again. What is in view speaks at once.
 */
void                commons_hint_show_again (void);

/**
 * commons_hint_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of all hints
 */
const char *const  *commons_hint_list       (void);

G_END_DECLS
